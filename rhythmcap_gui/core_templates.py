"""The core's texts looked up as they stand; else by their templates ("{name} is empty.").

The templates are collected from the core's source by packaging/i18n. What is not known stays
English. The window asks through core_words.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from string import Formatter

from PySide6.QtCore import QCoreApplication, QLocale

from core.paths import resource

CONTEXT = "core"
SPOKEN = frozenset({"why", "what", "state"})  # gaps that hold another text of the core
NUMBER = "n"  # {seconds:n} holds a number as English writes it
NEXT_SENTENCE = re.compile(r"(?<=[.?!]) (?=[A-Z“])")
MOST_SENTENCES = 12


@lru_cache(maxsize=4096)
def in_language(text: str, _code: str) -> str:
    """What the translator that is installed (for _code) says for a text of the core."""
    found = _one(text, strict=True)
    if found is not None:
        return found
    parts = NEXT_SENTENCE.split(text)
    said, n_unknown = _piece_by_piece(parts) if len(parts) <= MOST_SENTENCES else (text, 1)
    return (_one(text, strict=False) or said) if n_unknown else said


def _piece_by_piece(parts: list[str]) -> tuple[str, int]:
    """Sentences in a row, the longest known stretches first; and how many are not known."""
    said, at, n_unknown = [], 0, 0
    while at < len(parts):
        for end in range(len(parts), at, -1):
            found = _one(" ".join(parts[at:end]), strict=True)
            if found is not None:
                break
        n_unknown += found is None
        said.append(parts[at] if found is None else found)
        at = end
    return " ".join(said), n_unknown


def _one(text: str, *, strict: bool) -> str | None:
    """One text of the core; strict: what fills a gap is not itself two sentences."""
    exact = _asked(text)
    if exact != text:
        return exact
    for template in _candidates(text):
        values = template.values(text)
        if values is not None and not (strict and any(map(NEXT_SENTENCE.search, values.values()))):
            return template.filled(values)
    return None


@dataclass(frozen=True)
class Template:
    """A text of the core with gaps."""

    source: str

    @cached_property
    def parts(self) -> list[tuple[str, str | None, str]]:
        """(literal text, the gap behind it or None, how it is written)."""
        return [(text, name, spec or "") for text, name, spec, _ in Formatter().parse(self.source)]

    @cached_property
    def anchor(self) -> str:
        """Its longest whole word, by which it is found; "" if it has none."""
        words: list[str] = []
        for place, (text, name, _spec) in enumerate(self.parts):
            left = "" if place == 0 else r"(?<!^)"
            right = "" if name is None else r"(?!\w*$)"
            words += re.findall(rf"\b{left}\w+\b{right}", text)
        return max(words, key=len, default="")

    @cached_property
    def weight(self) -> int:
        """How much of it is said; of two templates that fit, the one that says more is meant."""
        return sum(len(text) for text, *_ in self.parts)

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        gaps = ((re.escape(text), name) for text, name, _spec in self.parts)
        return re.compile("".join(f"{text}{'(.*?)' if name else ''}" for text, name in gaps), re.S)

    def values(self, text: str) -> dict[str, str] | None:
        """What fills the gaps of a text of this template; None if it is of another."""
        found = self._pattern.fullmatch(text)
        names = [name for _, name, _ in self.parts if name is not None]
        return dict(zip(names, found.groups(), strict=True)) if found else None

    def filled(self, values: Mapping[str, str]) -> str:
        """The translation with these values."""
        numbers = {name for _, name, spec in self.parts if spec == NUMBER}
        said = []
        for text, name, _spec, _how in Formatter().parse(_asked(self.source)):
            said.append(text)
            if name is not None:
                value = values.get(name, "")
                said.append(_number(value) if name in numbers else value)
                if name.rstrip("0123456789") in SPOKEN:
                    said[-1] = _one(value, strict=True) or value
        return "".join(said)


def _asked(source: str) -> str:
    return QCoreApplication.translate(CONTEXT, source)


def _number(text: str) -> str:
    """An English number as the language writes it; anything else as it is."""
    plain = text.replace(",", "")
    if not re.fullmatch(r"-?\d+(\.\d+)?", plain):
        return text
    _, _, decimals = plain.partition(".")
    return QLocale().toString(float(plain), "f", len(decimals))


@cache
def by_anchor() -> Mapping[str, list[Template]]:
    """The templates under their anchors, those that say most first."""
    listing = resource("i18n", "core.json").read_text(encoding="utf-8")
    found: dict[str, list[Template]] = defaultdict(list)
    for each in sorted(map(Template, json.loads(listing)), key=lambda each: -each.weight):
        found[each.anchor].append(each)
    return found


def _candidates(text: str) -> Iterator[Template]:
    """The templates that share a word with a text, those that say most first."""
    known = by_anchor()
    words = {*re.findall(r"\w+", text), ""}
    some = [each for word in words & known.keys() for each in known[word]]
    return iter(sorted(some, key=lambda each: -each.weight))
