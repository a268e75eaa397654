"""From a search line to a Query, or to a QueryError that says what is wrong and where.

What is not understood is an error, never silently text; but a quotation mark still open at the
end of the line closes itself, because people are still typing.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass

from core.errors import QueryError
from core.library.search.query import And, Everything, Not, Or, Query
from core.library.search.term_reader import TermReader

AND_JOINS = "Write kick AND drums, or “and” for the word."
DEEPEST, MOST = 50, 100  # brackets inside brackets; terms: more would stall the search


@dataclass(frozen=True, slots=True)
class Term:
    """One term of a line and where it stands, from the first sign to behind the last."""

    start: int
    end: int
    query: Query


def read_query(line: str) -> Query:
    """What a line asks for. Raises QueryError with the place in the line."""
    return _Reader(line).whole()


def terms_of(line: str) -> list[Term]:
    """The terms of a line in order, up to the first that cannot be understood."""
    reader = _Reader(line)
    with suppress(QueryError):  # what was read until then is the answer
        reader.whole()
    return reader.terms


def part_at(line: str, place: int) -> tuple[int, int]:
    """From a problem's place to the end of what stands there: a bracket, or a term."""
    if line[place : place + 1] in ("(", ")"):
        return place, place + 1
    end, in_quotes = place, False
    while end < len(line) and (in_quotes or not (line[end].isspace() or line[end] in "()")):
        in_quotes ^= line[end] == '"'
        end += 1
    return place, end


class _Reader(TermReader):
    """Reads from left to right. terms: those read so far, with their places."""

    def __init__(self, line: str) -> None:
        super().__init__(line)
        self.terms: list[Term] = []

    def whole(self) -> Query:
        """The line from end to end."""
        found = self.either(0)
        self.skip()
        if self.at < len(self.line):
            raise QueryError("This bracket closes nothing.", self.at,
                             remedy="Take it away, or open one before it.")  # fmt: skip
        return found

    def either(self, depth: int) -> Query:
        """Parts joined by OR."""
        parts = [self.every(depth)]
        start = self.at
        while self.connective("OR"):
            parts.append(self.every(depth))
            if isinstance(parts[-2], Everything) or isinstance(parts[-1], Everything):
                raise QueryError("OR needs something on both sides.", start,
                                 remedy="Write kick OR drums, or “or” for the word.")  # fmt: skip
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
                    raise QueryError("Something must follow AND.", place, remedy=AND_JOINS)
                break
            if joined and not parts:
                raise QueryError("Something must stand before AND.", place, remedy=AND_JOINS)
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
            raise QueryError("There are too many brackets inside brackets.", self.at,
                             remedy="Use fewer.")  # fmt: skip
        place = self.at
        if self.connective("NOT"):
            self.skip()
            if self.at >= len(self.line) or self.here(")") or self._before_or():
                raise QueryError("Something must follow NOT.", place,
                                 remedy="Write NOT kick, or “not” for the word.")  # fmt: skip
            return Not(self.single(depth + 1))
        if self.here("(") or self.signed("-"):
            opposite = self.here("-")
            self.at += 1
            inside = self.single(depth + 1) if opposite else self.bracket(depth, place)
            return Not(inside) if opposite else inside
        if len(self.terms) >= MOST:
            raise QueryError("The search has too many words.", self.at, remedy="Use fewer.")
        found = self.term()
        self.terms.append(Term(place, self.at, found))
        return found

    def bracket(self, depth: int, place: int) -> Query:
        """What stands in brackets; the opening one is read."""
        inside = self.either(depth + 1)
        self.skip()
        if not self.here(")"):
            raise QueryError("This bracket is not closed.", place,
                             remedy="Close it with a “)”.")  # fmt: skip
        self.at += 1
        return inside


def _flat(parts: list[Query], kind: type[And] | type[Or]) -> tuple[Query, ...]:
    flat: list[Query] = []
    for part in parts:
        flat.extend(part.parts if isinstance(part, And | Or) and type(part) is kind else [part])
    return tuple(flat)
