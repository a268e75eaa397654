"""Cells that hold a list of words: of Python (pandas), NumPy, JSON, or choices of Label Studio."""

from __future__ import annotations

import ast
import json
import re

from core.exchange.tables.cell_values import NotAValue

LONGEST = 100_000  # letters; a longer list is none of tags
CHOICES = ("choices", "labels")  # keys of Label Studio, beside others that are no words
BRACKETS = {"[": "]", "{": "}"}
_QUOTED = r"'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\""
_ENTRY = re.compile(_QUOTED)
_LIST = re.compile(
    rf"[\[{{]\s*(?:(?:{_QUOTED}|None|nan)\s*(?:,\s*)?)*[\]}}]", re.DOTALL
)  # NumPy writes no commas


def looks_like_list(cell: str) -> bool:
    """Tell whether a cell holds a list of words, also an empty one."""
    try:
        return words_of_list(cell) is not None
    except NotAValue:
        return False


def words_of_list(cell: str) -> list[str] | None:
    """Return the words of a list, each once; None for a cell that is a plain text.

    Raises NotAValue for a list of something else.
    """
    text = cell.strip()
    if len(text) < 2 or len(text) > LONGEST or BRACKETS.get(text[0]) != text[-1]:
        return None
    try:
        entries = _entries(json.loads(text))
    except (ValueError, RecursionError):
        if not _LIST.fullmatch(text):
            return None
        entries = [_unquoted(found) for found in _ENTRY.findall(text)]
    if entries is None:
        raise NotAValue(cell)
    words = (" ".join(entry.split()) for entry in entries)
    return [word for word in dict.fromkeys(words) if word]


def _entries(value: object) -> list[str] | None:
    """Return the texts of a list, or of the list of choices in an object; None for others."""
    if isinstance(value, dict):
        value = next((value[key] for key in CHOICES if key in value), None)
    if isinstance(value, str):
        return [value]
    if not isinstance(value, list):
        return None
    texts = [entry for entry in value if isinstance(entry, str)]
    n_missing = sum(entry is None or entry != entry for entry in value)  # a NaN is not itself
    return texts if len(texts) + n_missing == len(value) else None


def _unquoted(text: str) -> str:
    """Return what a text in quotes says."""
    try:
        return str(ast.literal_eval(text))
    except (ValueError, SyntaxError):  # such as "\x"
        return text[1:-1]
