"""What the core may say, as templates, found in its source: f"{path.name} is empty." is kept as
"{name} is empty.". The window translates by them (rhythmcap_gui/core_templates.py).

A text is one if it is given to a parameter, a field or a variable of a SAID name, comes out of a
function of a SAYING name, or is a whole sentence. A gap named as in SPOKEN holds another of these
texts; one written {name:n} holds a number with a decimal point or thousands separators.
"""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

ROOT = Path(__file__).resolve().parents[2]
SAID = frozenset(
    {"message", "remedy", "reason", "why", "what", "state", "label", "good_at", "damage",
     "description", "licence", "problem"}
)  # fmt: skip
SAYING = frozenset(
    {"title", "_title", "damage", "container_damage", "misfit", "_reason", "_problem"}
)
SPOKEN = frozenset({"why", "what", "state"})
UNSAID = frozenset({"detail", "ValueError", "TypeError", "RuntimeError", "AssertionError", "log"})
UNTOUCHED = ("strip", "rstrip", "format")  # methods that leave a text what it is
DATA_ONLY = ("core/demo", "core/exchange/decision_table.py", "core/exchange/model_archive.py")
SENTENCE = re.compile(r"(?!SELECT|UPDATE|DELETE|INSERT|{sql})[A-Z“{].*\s.*[.?!]", re.DOTALL)


def core_texts() -> list[str]:
    """Every template, in the order of the source."""
    modules = [path for path in sorted((ROOT / "core").rglob("*.py")) if "cli" not in path.parts]
    verbs = sorted((ROOT / "rhythmcap_gui" / "operations").rglob("*.py"))
    trees = {path: ast.parse(path.read_text(encoding="utf-8")) for path in (*modules, *verbs)}
    signatures = {name: known for tree in trees.values() for name, known in _signatures(tree)}
    found = []
    for path, tree in trees.items():
        module = _Module(tree, signatures)
        if path in modules:
            place = path.relative_to(ROOT).as_posix()
            found += module.texts(SAID, sentences=not place.startswith(DATA_ONLY))
        else:
            found += module.texts(frozenset({"label", "reason"}), sentences=False)
    starter = json.loads((ROOT / "resources" / "starter.json").read_text(encoding="utf-8"))
    return list(dict.fromkeys([*found, starter["description"]]))


def _signatures(tree: ast.AST) -> Iterator[tuple[str, list[str]]]:
    """The names of the parameters of every function and the fields of every record."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef) and node.name != "__init__":
            yield node.name, _parameters(node)
        elif isinstance(node, ast.ClassDef):
            fields = [ast.unparse(each.target) for each in node.body
                      if isinstance(each, ast.AnnAssign)]  # fmt: skip
            makers = [each for each in node.body if getattr(each, "name", "") == "__init__"]
            if any(ast.unparse(base).endswith("Error") for base in node.bases):
                fields = ["message"]
            yield node.name, _parameters(makers[0]) if makers else fields


def _parameters(function: ast.AST) -> list[str]:
    assert isinstance(function, ast.FunctionDef)
    arguments = [*function.args.posonlyargs, *function.args.args]
    return [each.arg for each in arguments if each.arg not in ("self", "cls")]


class _Module:
    """One file: where it says something, and what."""

    def __init__(self, tree: ast.Module, signatures: dict[str, list[str]]) -> None:
        self._tree = tree
        self._signatures = {**signatures, **dict(_signatures(tree))}
        self._constants = {
            ast.unparse(each.targets[0]): each.value
            for each in tree.body
            if isinstance(each, ast.Assign)
        }

    def texts(self, said: frozenset[str], *, sentences: bool) -> list[str]:
        """All templates of this file."""
        found: list[str] = []
        for node in _spoken_nodes(self._tree):
            for part in self._said_by(node, said):
                found += self._texts(part)
            if sentences and isinstance(node, ast.Constant | ast.JoinedStr):
                found += [text for text in self._texts(node) if _is_sentence(text)]
        return [text for text in found if _has_words(text)]

    def _said_by(self, node: ast.AST, said: frozenset[str]) -> Iterator[ast.AST]:
        """The expressions whose text is shown because of this node."""
        if isinstance(node, ast.Call):
            yield from (each.value for each in node.keywords if each.arg in said)
            names = self._signatures.get(ast.unparse(node.func).split(".")[-1], [])
            yield from (arg for name, arg in zip(names, node.args, strict=False) if name in said)
        elif isinstance(node, ast.Assign):
            names = [ast.unparse(target).split(".")[-1] for target in node.targets]
            yield from (node.value for name in names if name in said)
        elif isinstance(node, ast.FunctionDef) and said == SAID and node.name in SAYING:
            for part in ast.walk(node):
                if isinstance(part, ast.Return | ast.Assign) and part.value is not None:
                    yield part.value
        elif isinstance(node, ast.ClassDef) and said == SAID and node.name == "State":
            yield from (part.value for part in node.body if isinstance(part, ast.Assign))

    def _texts(self, node: ast.AST) -> list[str]:
        """The templates an expression may come to."""
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            return [_plain(node.value)]
        if isinstance(node, ast.JoinedStr):
            return [_template(node).strip()]
        parts: list[ast.AST] = []
        if isinstance(node, ast.IfExp):
            parts = [node.body, node.orelse]
        elif isinstance(node, ast.BinOp):
            parts = [node.left, node.right]
        elif isinstance(node, ast.BoolOp):
            parts = list(node.values)
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            parts = [node.func.value] if node.func.attr in UNTOUCHED else []
        elif isinstance(node, ast.Name) and node.id in self._constants:
            parts = [self._constants[node.id]]
        return [text for part in parts for text in self._texts(part)]


def _spoken_nodes(tree: ast.AST) -> Iterator[ast.AST]:
    """All nodes but docstrings, the parts of f-strings, and what only programmers read."""
    waiting = [tree]
    while waiting:
        node = waiting.pop()
        yield node
        if isinstance(node, ast.JoinedStr):
            continue
        for child in ast.iter_child_nodes(node):
            remark = isinstance(child, ast.Expr) and isinstance(child.value, ast.Constant)
            name = child.arg if isinstance(child, ast.keyword) else ""
            if isinstance(child, ast.Call):
                name = ast.unparse(child.func).split(".")[0]
            if not remark and name not in UNSAID:
                waiting.append(child)


def _is_sentence(text: str) -> bool:
    return bool(SENTENCE.fullmatch(text)) and len(text.split()) > 2


def _has_words(text: str) -> bool:
    """Whether there is anything to translate in it besides what fills its gaps."""
    literal = "".join(part for part, *_gap in Formatter().parse(text))
    return bool(re.search("[A-Za-z]", literal)) or ("{state}" in text and text != "{state}")


def _plain(text: str) -> str:
    """A text for str.format, or one without gaps, with our way of writing gaps."""
    parts = []
    for literal, name, spec, _how in Formatter().parse(text.strip()):
        number = ":n" if spec and spec[-1] in "f,g" else ""
        parts.append(_escaped(literal) + (f"{{{name}{number}}}" if name is not None else ""))
    return "".join(parts)


def _template(node: ast.JoinedStr) -> str:
    parts: list[str] = []
    used: dict[str, int] = {}
    for each in node.values:
        if isinstance(each, ast.Constant):
            parts.append(_escaped(str(each.value)))
        elif isinstance(each, ast.FormattedValue):
            name = _gap_name(each.value)
            used[name] = used.get(name, 0) + 1
            spec = ast.unparse(each.format_spec).strip("f'\"") if each.format_spec else ""
            number = ":n" if each.format_spec and re.search("[,\\d]f?$", spec) else ""
            parts.append(f"{{{name}{used[name] if used[name] > 1 else ''}{number}}}")
    return "".join(parts)


def _escaped(text: str) -> str:
    return text.replace("{", "{{").replace("}", "}}")


def _gap_name(node: ast.AST) -> str:
    """The word of the source for what fills a gap."""
    if isinstance(node, ast.Name):
        return node.id.strip("_")
    if isinstance(node, ast.Attribute):
        return "value" if node.attr in SPOKEN else node.attr.strip("_")
    if isinstance(node, ast.Call):
        function = ast.unparse(node.func)
        if function == "len":
            return "n"
        wrapped = function.endswith(".join") or function in ("str", "int", "sorted", "repr")
        return _gap_name(node.args[0] if wrapped else node.func)
    inner = getattr(node, "value", None) or getattr(node, "left", None)
    return _gap_name(inner) if isinstance(inner, ast.AST) else "value"


def with_gaps(texts: list[str]) -> list[str]:
    """The templates that cannot be looked up as they stand."""
    return [
        text for text in texts if any(name is not None for _, name, *_ in Formatter().parse(text))
    ]
