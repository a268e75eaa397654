"""One term of a search line at a time: a word, a quotation, a field with its value.

query_reader.py joins them with AND, OR, NOT and brackets.
"""

from __future__ import annotations

import re

from core.errors import QueryError
from core.library.records import State
from core.library.search.query import (
    CONNECTIVES,
    DATE_FIELDS,
    FIELDS,
    FLAGS,
    NUMBER_FIELDS,
    SCORE_FIELDS,
    TAG_FIELDS,
    TEXT_FIELDS,
    Empty,
    Flag,
    InField,
    InRegion,
    Not,
    Number,
    Query,
    Said,
    Scored,
    Span,
    Words,
)
from core.library.search.query_values import COMPARED, read_comparison, read_dated, read_span
from core.library.text import readable

ENDS_WORD = frozenset('()"')
FIELD = re.compile(r"([A-Za-z]+):")
VALUE = r"(\d{4}-[\d-]+|[+-]?[\d.,][\d.,:]*%?)(?=[\s()\"]|$)"
COMPARISON = re.compile(rf"\s*(>=|<=|>|<)\s*{VALUE}")  # behind a name, with blanks or without
NAMED = re.compile(r"[^\s()\"<>=]+")
NO_NAME = re.compile(rf"[<>]=?\s*{VALUE}")
EXAMPLES = {
    **{name: f"{name}:kick" for name in (*TAG_FIELDS, "region")},
    **{name: f"{name}:waltz" for name in TEXT_FIELDS},
    **{name: f"{name}:2026-01" for name in DATE_FIELDS},
    **{name: f"{name}:note" for name in ("empty", "has")},
    "year": "year:1990..1995",
    "length": "length:>5:00",
}
SIGNS = ("<", ">", "<=", ">=", "=")


class TermReader:
    """Stands before a term and reads it; at: the next character."""

    def __init__(self, line: str) -> None:
        self.line = readable(line)
        self.at = 0

    def skip(self) -> None:
        while self.at < len(self.line) and self.line[self.at].isspace():
            self.at += 1

    def here(self, text: str) -> bool:
        return self.line.startswith(text, self.at)

    def connective(self, *wanted: str) -> bool:
        """Take one of AND, OR, NOT if it stands here as a word of its own."""
        self.skip()
        for word in wanted:
            after = self.line[self.at + len(word) : self.at + len(word) + 1]
            if self.here(word) and (not after or after.isspace() or after in ENDS_WORD):
                self.at += len(word)
                return True
        return False

    def signed(self, sign: str) -> bool:
        """Whether a sign stands here with something right behind it."""
        after = self.line[self.at + 1 : self.at + 2]
        return self.here(sign) and bool(after) and not after.isspace() and after != ")"

    def term(self) -> Query:
        """A word, a quotation, a tag that was unsure, a field with its value."""
        place = self.at
        if self.signed("?"):
            self.at += 1
            name, _ = self.value()
            if not name:
                raise QueryError("“?” needs the name of a tag.", place, remedy="Write ?kick.")
            return Said(name, State.UNSURE, place)
        if self.here('"'):
            text = self.quotation()
            return self.compared(text, place) or Words(text, True, place)
        if NO_NAME.match(self.line, self.at):
            raise QueryError("A name must stand before the comparison.", place,
                             remedy="Write house>0.7 or year>1990.")  # fmt: skip
        named = FIELD.match(self.line, self.at)
        if named:
            self.at = named.end()
            return self.field(named.group(1).lower(), place)
        return self.bare(place)

    def bare(self, place: int) -> Query:
        """A word by itself, or one that is compared with a number."""
        name = NAMED.match(self.line, self.at)
        if name and COMPARISON.match(self.line, name.end()):
            self.at = name.end()
            compared = self.compared(name.group(), place)
            if compared:
                return compared
        word = self.word()
        if word in CONNECTIVES:
            raise QueryError(f"Something must stand before {word}.", place,
                             remedy="In small letters it is a word like others.")  # fmt: skip
        if word == "..":
            raise QueryError("“..” must touch what stands before and behind it.", place,
                             remedy="Write year:1990..1995.")  # fmt: skip
        if word.lower() in FLAGS:
            return Flag(word.lower(), place)
        return Words(word, False, place)

    def compared(self, name: str, place: int) -> Query | None:
        """name>0.7: by the model's score, unless the name is that of a field; None if no
        comparison follows.
        """
        found = COMPARISON.match(self.line, self.at)
        if found is None or not name:
            return None
        self.at = found.end()
        sign, value = found.groups()
        field = name.lower()
        if field in NUMBER_FIELDS:
            return Number(field, read_span(sign + value, field, place), place)
        if field in DATE_FIELDS:
            return read_dated(field, sign + value, place)
        kind, tag = ("intensity", "") if field == "intensity" else ("predicted", name)
        return Scored(kind, tag, read_span(sign + value, kind, place), place)

    def word(self) -> str:
        """Letters up to a space, bracket or quotation mark; one sign at least."""
        start = self.at
        while self.at < len(self.line):
            if self.line[self.at].isspace() or self.line[self.at] in ENDS_WORD:
                break
            self.at += 1
        return self.line[start : self.at]

    def quotation(self) -> str:
        """What stands in quotation marks; a backslash takes the next sign as it is."""
        self.at += 1
        found = []
        while self.at < len(self.line):
            sign = self.line[self.at]
            self.at += 1
            if sign == '"':
                break
            if sign == "\\" and self.at < len(self.line):
                sign = self.line[self.at]
                self.at += 1
            found.append(sign)
        return "".join(found)

    def value(self) -> tuple[str, bool]:
        """A quotation or a word, and whether it was quoted."""
        if self.here('"'):
            return self.quotation(), True
        return self.word(), False

    def field(self, name: str, place: int) -> Query:
        """What stands behind "name:"."""
        if name not in FIELDS:
            raise QueryError(
                f"There is no “{name}:” to search by.",
                place,
                remedy=f"Use one of {', '.join(FIELDS)}, or put the text in quotation marks.",
            )
        if name in SCORE_FIELDS:
            return self.scored(name, place)
        text, was_quoted = self.value()
        if text in SIGNS and not was_quoted:
            self.skip()
            text += self.word()
        if name in TAG_FIELDS and (text or was_quoted):
            return Said(text, TAG_FIELDS[name], place)
        if name in TEXT_FIELDS and (text or was_quoted):
            return InField(name, text, was_quoted, place)
        if not text:
            example = EXAMPLES[name]
            raise QueryError(f"Something must follow “{name}:”.", place,
                             remedy=f"Write {example}.")  # fmt: skip
        if name in NUMBER_FIELDS:
            return Number(name, read_span(text, name, place), place)
        if name in DATE_FIELDS:
            return read_dated(name, text, place)
        if name == "region":
            return InRegion(text, place)
        return Not(Empty(text, place)) if name == "has" else Empty(text, place)

    def scored(self, name: str, place: int) -> Query:
        """predicted:NAME>0.7; without a comparison, at least one half."""
        if self.here('"'):
            tag = self.quotation()
        else:
            named = NAMED.match(self.line, self.at)
            tag = named.group() if named else ""
            self.at += len(tag)
        if not tag and name == "predicted":
            raise QueryError("“predicted:” needs the name of a tag.", place,
                             remedy="Write predicted:house>0.7.")  # fmt: skip
        spaced = COMPARISON.match(self.line, self.at)
        if spaced:
            self.at = spaced.end()
            return Scored(name, tag, read_span("".join(spaced.groups()), name, place), place)
        rest = self.word()
        compared = COMPARED.fullmatch(rest)
        if rest and not compared:
            raise QueryError(f"After the name, “{rest}” is not a comparison.", place,
                             remedy="Write a sign and a number: >0.7.")  # fmt: skip
        if not compared:
            return Scored(name, tag, Span(low=0.5 if name == "predicted" else 0.0), place)
        return Scored(name, tag, read_comparison(compared, name, place), place)
