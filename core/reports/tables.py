"""Tables of the page: groups of rows, numbers with their ranges, and notes on what is missing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from core.messages import message
from core.metrics.metric_records import Estimate
from core.reports.markup import Element, Node, element
from core.reports.number_texts import DASH, change_text, estimate_text, metric_text

Cell = Node | Sequence[Node]


@dataclass(frozen=True, slots=True)
class Column:
    """A column. kind: "name" or "text" (wrapped), "number" (at the right), "plot"."""

    title: Node
    kind: str = "number"


@dataclass(frozen=True, slots=True)
class Group:
    """A heading over the rows that follow."""

    title: Node


@dataclass(slots=True)
class Notes:
    """Reasons below a table why a number is missing, numbered in the order of their use."""

    reasons: list[str] = field(default_factory=list)

    def number(self, number: Estimate) -> Cell:
        """Write a number with its range, or a dash and the number of its reason."""
        return self._text(number, estimate_text(number))

    def change(self, number: Estimate) -> Cell:
        """Write a difference with its range, or a dash and the number of its reason."""
        return self._text(number, change_text(number))

    def _text(self, number: Estimate, text: str) -> Cell:
        if text != DASH or not number.reason:
            return text
        return [DASH, self.sign(number.reason)]

    def sign(self, reason: str) -> Element:
        """Return the raised number of a reason."""
        if reason not in self.reasons:
            self.reasons.append(reason)
        return element("sup", str(self.reasons.index(reason) + 1))

    def below(self) -> list[Node]:
        """Return the list that stands below the table; nothing without a reason."""
        if not self.reasons:
            return []
        entries = [element("li", reason) for reason in self.reasons]
        return [element("ol", entries, class_="notes")]


def table(
    caption: str, columns: Sequence[Column], rows: Iterable[Group | Sequence[Cell]]
) -> Element:
    """Make a table whose head is repeated on every sheet of paper. caption: its sentence."""
    heads = [element("th", column.title, class_=column.kind, scope="col") for column in columns]
    bodies = list[list[Node]]([[]])
    for row in rows:
        if isinstance(row, Group):
            title = element("th", row.title, colspan=len(columns), scope="rowgroup")
            bodies.append([element("tr", title, class_="group")])
        else:
            cells = [_cell(column, cell) for column, cell in zip(columns, row, strict=True)]
            bodies[-1].append(element("tr", cells))
    return element(
        "table",
        element("caption", caption, data_word=message("report.table")),
        element("thead", element("tr", heads)),
        [element("tbody", body) for body in bodies if body],
    )


def facts(rows: Iterable[tuple[str, Cell]]) -> Element:
    """Make a list of names and what is known under them; empty ones are left out."""
    parts = [
        element("tr", element("th", name, scope="row"), element("td", _nodes(cell)))
        for name, cell in rows
        if cell
    ]
    return element("table", element("tbody", parts), class_="facts")


def figure(caption: str, drawn: Node) -> Element:
    """Make a figure with its caption, that no sheet of paper cuts in two."""
    words = element("figcaption", caption, data_word=message("report.figure"))
    return element("figure", drawn, words)


def plain_number(value: float | None, notes: Notes, reason: str | None) -> Cell:
    """Write a number that has no range of its own, or a dash and why there is none."""
    if value is None and reason:
        return [DASH, notes.sign(reason)]
    return metric_text(value)


def _cell(column: Column, cell: Cell) -> Element:
    name = "th" if column.kind == "name" else "td"
    scope = "row" if name == "th" else None
    return element(name, _nodes(cell), class_=column.kind, scope=scope)


def _nodes(cell: Cell) -> list[Node]:
    return [cell] if isinstance(cell, str | Element) else list(cell)
