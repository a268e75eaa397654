"""From a search line to a Query, or to a QueryError that says what is wrong and where.

What is not understood is an error, never silently text; but a quotation mark still open at the
end of the line closes itself, because people are still typing.
"""

from __future__ import annotations

import re

from core.errors import QueryError
from core.library.query import (
    CONNECTIVES,
    DATE_FIELDS,
    FIELDS,
    FLAGS,
    NUMBER_FIELDS,
    SCORE_FIELDS,
    TAG_FIELDS,
    TEXT_FIELDS,
    And,
    Empty,
    Everything,
    Flag,
    InField,
    Not,
    Number,
    Or,
    Query,
    Said,
    Scored,
    Span,
    Words,
)
from core.library.query_values import COMPARED, read_added, read_comparison, read_span
from core.library.records import State

DEEPEST = 50
ENDS_WORD = frozenset('()"')
FIELD = re.compile(r"([A-Za-z]+):")


def read_query(line: str) -> Query:
    """What a line asks for. Raises QueryError with the place in the line."""
    reader = _Reader(line)
    found = reader.either(0)
    reader.skip()
    if reader.at < len(line):
        raise QueryError("This bracket closes nothing.", reader.at)
    return found


class _Reader:
    """Reads from left to right; at: the next character."""

    def __init__(self, line: str) -> None:
        self.line = line
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

    # -- the grammar ------------------------------------------------------------------------

    def either(self, depth: int) -> Query:
        """Parts joined by OR."""
        parts = [self.every(depth)]
        start = self.at
        while self.connective("OR"):
            parts.append(self.every(depth))
            if isinstance(parts[-2], Everything) or isinstance(parts[-1], Everything):
                raise QueryError("OR needs something on both sides.", start)
            start = self.at
        return parts[0] if len(parts) == 1 else Or(_flat(parts, Or))

    def every(self, depth: int) -> Query:
        """Parts that stand side by side, or are joined by AND."""
        parts: list[Query] = []
        while True:
            self.skip()
            place = self.at
            joined = self.connective("AND")
            self.skip()
            if self.at >= len(self.line) or self.here(")") or self._before_or():
                if joined:
                    raise QueryError("Something must follow AND.", place)
                break
            if joined and not parts:
                raise QueryError("Something must stand before AND.", place)
            parts.append(self.single(depth))
        if not parts:
            return Everything()
        return parts[0] if len(parts) == 1 else And(_flat(parts, And))

    def _before_or(self) -> bool:
        place = self.at
        found = self.connective("OR")
        self.at = place
        return found

    def single(self, depth: int) -> Query:
        """A term, a bracket, or the opposite of one."""
        if depth > DEEPEST:
            raise QueryError("There are too many brackets inside brackets.", self.at)
        place = self.at
        if self.connective("NOT"):
            self.skip()
            if self.at >= len(self.line) or self.here(")") or self._before_or():
                raise QueryError("Something must follow NOT.", place)
            return Not(self.single(depth + 1))
        if self.here("(") or self._signed("-"):
            opposite = self.here("-")
            self.at += 1
            inside = self.single(depth + 1) if opposite else self.bracket(depth, place)
            return Not(inside) if opposite else inside
        return self.term()

    def _signed(self, sign: str) -> bool:
        """Whether a sign stands here with something right behind it."""
        after = self.line[self.at + 1 : self.at + 2]
        return self.here(sign) and bool(after) and not after.isspace() and after != ")"

    def bracket(self, depth: int, place: int) -> Query:
        """What stands in brackets; the opening one is read."""
        inside = self.either(depth + 1)
        self.skip()
        if not self.here(")"):
            raise QueryError("This bracket is not closed.", place)
        self.at += 1
        return inside

    # -- terms ------------------------------------------------------------------------------

    def term(self) -> Query:
        """A word, a quotation, a tag that was unsure, a field with its value."""
        place = self.at
        if self._signed("?"):
            self.at += 1
            name, _ = self.value()
            if not name:
                raise QueryError("“?” needs the name of a tag.", place)
            return Said(name, State.UNSURE, place)
        if self.here('"'):
            return Words(self.quotation(), True, place)
        named = FIELD.match(self.line, self.at)
        if named:
            self.at = named.end()
            return self.field(named.group(1).lower(), place)
        word = self.word()
        if word in CONNECTIVES:
            raise QueryError(f"Something must stand before {word}.", place)
        if word.lower() in FLAGS:
            return Flag(word.lower(), place)
        return Words(word, False, place)

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
        if name in TAG_FIELDS and (text or was_quoted):
            return Said(text, TAG_FIELDS[name], place)
        if name in TEXT_FIELDS and (text or was_quoted):
            return InField(name, text, was_quoted, place)
        if not text:
            raise QueryError(f"Something must follow “{name}:”.", place)
        if name in NUMBER_FIELDS:
            return Number(name, read_span(text, name, place), place)
        return read_added(text, place) if name in DATE_FIELDS else Empty(text, place)

    def scored(self, name: str, place: int) -> Query:
        """predicted:NAME>0.7; without a comparison, at least one half."""
        if self.here('"'):
            tag, rest = self.quotation(), self.word()
        else:
            tag, sign, number = _cut(self.word())
            rest = sign + number
        if not tag and name == "predicted":
            raise QueryError("“predicted:” needs the name of a tag.", place)
        compared = COMPARED.fullmatch(rest)
        if rest and not compared:
            raise QueryError(f"After the name, “{rest}” is not a comparison such as >0.7.", place)
        if not compared:
            return Scored(name, tag, Span(low=0.5 if name == "predicted" else 0.0), place)
        return Scored(name, tag, read_comparison(compared, name, place), place)


def _cut(word: str) -> tuple[str, str, str]:
    found = re.search(r">=|<=|>|<|=", word)
    if not found:
        return word, "", ""
    return word[: found.start()], found.group(), word[found.end() :]


def _flat(parts: list[Query], kind: type[And] | type[Or]) -> tuple[Query, ...]:
    flat: list[Query] = []
    for part in parts:
        flat.extend(part.parts if isinstance(part, And | Or) and type(part) is kind else [part])
    return tuple(flat)
