"""Elements of HTML and SVG: a small tree, in which every text is escaped when it is written.

A template language would escape what it is told to; here nothing can be written any other way.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from html import escape

from core.messages import Message, message
from core.printable import printable

Say = Callable[[str], str]  # a Message of the core in the language of the page

VOID = frozenset({"br", "meta", "col"})  # what has no end tag in HTML
SHAPES = frozenset({"line", "path", "rect", "circle", "polyline"})
MOST_NAMES = 100  # one after the other: about ten lines
LINES = frozenset({"p", "tr", "h1", "h2", "h3", "li", "table", "section", "figure", "thead"})
COMMAND, MENU = re.compile(r"`([^`]+)`"), re.compile(r"\*([^*]+ ▸ [^*]+)\*")  # of a sentence


@dataclass(frozen=True, slots=True)
class Element:
    """An element. children: elements and texts, of which Messages are translated."""

    name: str
    children: tuple[Element | str, ...] = ()
    attributes: Mapping[str, str] = field(default_factory=dict)


Node = Element | str


def element(
    name: str, /, *children: Node | Iterable[Node], **attributes: str | float | int | None
) -> Element:
    """Make an element. Lists of children are taken apart; class_ is "class", None is left out.

    Underlines of attributes are hyphens in HTML ("stroke_width"); numbers are rounded to 0.01.
    """
    flat: list[Node] = []
    for child in children:
        flat += [child] if isinstance(child, str | Element) else child
    given = {
        name.rstrip("_").replace("_", "-"): _attribute(value)
        for name, value in attributes.items()
        if value is not None
    }
    return Element(name, tuple(flat), given)


def name_of(text: str) -> Element:
    """Write a name from outside: its direction of writing stays its own."""
    return element("bdi", printable(text))


def joined(nodes: Iterable[Node], between: str = ", ") -> list[Node]:
    """Put a text between nodes."""
    found: list[Node] = []
    for node in nodes:
        found += [between, node] if found else [node]
    return found


def names_of(names: Iterable[str]) -> list[Node]:
    """Write names from outside, a page's worth of them and how many more there are."""
    known = list(names)
    nodes: list[Node] = [name_of(name) for name in known[:MOST_NAMES]]
    if len(known) > MOST_NAMES:
        nodes.append(message("report.more", n=len(known) - MOST_NAMES))
    return joined(nodes)


def written(node: Node, say: Say = str) -> str:
    """Write a node as HTML. say: translates Messages; other texts stay as they are."""
    parts: list[str] = []
    _write(node, say, parts)
    return "".join(parts)


def _write(node: Node, say: Say, parts: list[str]) -> None:
    if isinstance(node, str):
        text = escape(printable(_told(node, say)), quote=False)
        if isinstance(node, Message):
            text = MENU.sub(r"<em>\1</em>", COMMAND.sub(r"<code>\1</code>", text))
        parts.append(text)
        return
    given = "".join(
        f' {name}="{escape(printable(_told(value, say)))}"'
        for name, value in node.attributes.items()
    )
    if node.name in SHAPES and not node.children:
        parts.append(f"<{node.name}{given}/>")
        return
    parts.append(f"<{node.name}{given}>")
    if node.name in VOID:
        return
    if node.name == "style":  # no text for a reader, and the program's own
        parts += [child for child in node.children if isinstance(child, str)]
        parts.append("</style>")
        return
    for child in node.children:
        _write(child, say, parts)
    parts.append(f"</{node.name}>")
    if node.name in LINES:
        parts.append("\n")


def _told(text: str, say: Say) -> str:
    return say(text) if isinstance(text, Message) else text


def _attribute(value: str | float | int) -> str:
    return value if isinstance(value, str) else f"{value:.2f}".rstrip("0").rstrip(".")
