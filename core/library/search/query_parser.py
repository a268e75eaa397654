"""Parse a search line to a Query, or raise a QueryError that says what is wrong and where.

What is not understood is an error, never silently text; but a quotation mark still open at the
end of the line closes itself, because people are still typing.
"""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass

from core.errors import QueryError
from core.library.records import DecisionSource, State
from core.library.search.query import (
    CONNECTIVES,
    DATE_FIELDS,
    FIELDS,
    FLAGS,
    NUMBER_FIELDS,
    TAG_FIELDS,
    TEXT_FIELDS,
    VALUE_FIELDS,
    And,
    DecidedBy,
    Empty,
    Everything,
    Flag,
    InField,
    InRegion,
    Interval,
    Judged,
    Not,
    Number,
    Or,
    Query,
    TagValue,
    Words,
)
from core.library.search.query_tokens import ENDS_WORD, QUOTE, read_quotation, word_end
from core.library.search.query_values import (
    COMPARISON,
    parse_comparison,
    parse_dated,
    parse_interval,
)
from core.library.text import storable

MAX_DEPTH, MAX_TERMS = 50, 100  # brackets inside brackets; terms: more would stall the search
FIELD = re.compile(r"([A-Za-z]+):")
VALUE = r"(\d{4}-[\d-]+|[+-]?[\d.,][\d.,:]*%?)(?=[\s()\"]|$)"
SPACED_COMPARISON = re.compile(rf"\s*(>=|<=|>|<)\s*{VALUE}")  # after a name, with blanks or without
NAME = re.compile(r"[^\s()\"<>=]+")
COMPARISON_WITHOUT_NAME = re.compile(rf"[<>]=?\s*{VALUE}")
COMPARISON_SIGNS = ("<", ">", "<=", ">=", "=")
EXAMPLES = {
    **{name: f"{name}:kick" for name in (*TAG_FIELDS, "region")},
    **{name: f"{name}:waltz" for name in TEXT_FIELDS},
    **{name: f"{name}:2026-01" for name in DATE_FIELDS},
    **{name: f"{name}:note" for name in ("empty", "has")},
    "by": "by:rule",
    "year": "year:1990..1995",
    "length": "length:>5:00",
}


@dataclass(frozen=True, slots=True)
class Term:
    """One term of a line, and the positions where it starts and ends."""

    start: int
    end: int
    query: Query


def parse_query(line: str, *, is_finished: bool = False) -> Query:
    """Parse a whole line. Raises QueryError with the position in the line.

    is_finished: nobody types on, so that a quotation mark still open is an error, too.
    """
    return _Parser(line, is_finished=is_finished).parse()


def parse_terms(line: str) -> list[Term]:
    """List the terms of a line in order, up to the first that cannot be understood."""
    parser = _Parser(line)
    with suppress(QueryError):  # the terms before the error are the result
        parser.parse()
    return parser.terms


class _Parser:
    """A recursive descent parser: position is that of the next letter, terms those read so far."""

    def __init__(self, line: str, *, is_finished: bool = False) -> None:
        self.line = storable(line)
        self.is_finished = is_finished
        self.position = 0
        self.terms: list[Term] = []

    # -- letters ----------------------------------------------------------------------------

    def skip_blanks(self) -> None:
        while self.position < len(self.line) and self.line[self.position].isspace():
            self.position += 1

    def next_is(self, text: str) -> bool:
        return self.line.startswith(text, self.position)

    def at_end_of_group(self) -> bool:
        return self.position >= len(self.line) or self.next_is(")") or self.before_or()

    def take_connective(self, *words: str) -> bool:
        """Take one of AND, OR, NOT if it comes next as a word of its own."""
        self.skip_blanks()
        for word in words:
            end = self.position + len(word)
            after = self.line[end : end + 1]
            if self.next_is(word) and (not after or after.isspace() or after in ENDS_WORD):
                self.position = end
                return True
        return False

    def before_or(self) -> bool:
        start = self.position
        is_or = self.take_connective("OR")
        self.position = start
        return is_or

    def next_is_sign(self, sign: str) -> bool:
        """Tell whether a sign comes next with something right behind it."""
        after = self.line[self.position + 1 : self.position + 2]
        return self.next_is(sign) and bool(after) and not after.isspace() and after != ")"

    def take_word(self) -> str:
        start, self.position = self.position, word_end(self.line, self.position)
        return self.line[start : self.position]

    def take_quotation(self) -> str:
        start = self.position
        text, self.position, is_closed = read_quotation(self.line, start)
        if self.is_finished and not is_closed:
            raise QueryError("search.quotation_open", start)
        return text

    def take_value(self) -> tuple[str, bool]:
        """Take a quotation or a word, and tell whether it was quoted."""
        if self.next_is(QUOTE):
            return self.take_quotation(), True
        return self.take_word(), False

    # -- logic ------------------------------------------------------------------------------

    def parse(self) -> Query:
        """Parse the line from end to end."""
        query = self.parse_or(0)
        self.skip_blanks()
        if self.position < len(self.line):
            raise QueryError("search.bracket_closes_nothing", self.position)
        return query

    def parse_or(self, depth: int) -> Query:
        """Parse parts joined by OR."""
        parts = [self.parse_and(depth)]
        start = self.position
        while self.take_connective("OR"):
            parts.append(self.parse_and(depth))
            if isinstance(parts[-2], Everything) or isinstance(parts[-1], Everything):
                raise QueryError("search.or_alone", start)
            start = self.position
        return parts[0] if len(parts) == 1 else Or(_flatten(parts, Or))

    def parse_and(self, depth: int) -> Query:
        """Parse parts side by side, or joined by AND."""
        parts: list[Query] = []
        while True:
            self.skip_blanks()
            start = self.position
            is_joined = self.take_connective("AND")
            self.skip_blanks()
            if self.at_end_of_group():
                if is_joined:
                    raise QueryError("search.nothing_after_and", start)
                break
            if is_joined and not parts:
                raise QueryError("search.nothing_before_and", start)
            parts.append(self.parse_single(depth))
        if not parts:
            return Everything()
        return parts[0] if len(parts) == 1 else And(_flatten(parts, And))

    def parse_single(self, depth: int) -> Query:
        """Parse a term, a bracket, or the opposite of one."""
        if depth > MAX_DEPTH:
            raise QueryError("search.too_many_brackets", self.position)
        start = self.position
        if self.take_connective("NOT"):
            self.skip_blanks()
            if self.at_end_of_group():
                raise QueryError("search.nothing_after_not", start)
            return Not(self.parse_single(depth + 1))
        if self.next_is_sign("-"):
            self.position += 1
            return Not(self.parse_single(depth + 1))
        if self.next_is("("):
            return self.parse_bracket(depth)
        if len(self.terms) >= MAX_TERMS:
            raise QueryError("search.too_long", self.position)
        query = self.parse_term()
        self.terms.append(Term(start, self.position, query))
        return query

    def parse_bracket(self, depth: int) -> Query:
        start = self.position
        self.position += 1
        query = self.parse_or(depth + 1)
        self.skip_blanks()
        if not self.next_is(")"):
            raise QueryError("search.bracket_open", start)
        self.position += 1
        return query

    # -- terms ------------------------------------------------------------------------------

    def parse_term(self) -> Query:
        """Parse a word, a quotation, an unsure tag, or a field with its value."""
        start = self.position
        if self.next_is_sign("?"):
            self.position += 1
            name, _ = self.take_value()
            if not name:
                raise QueryError("search.question_mark_alone", start)
            return Judged(name, State.UNSURE, start)
        if self.next_is(QUOTE):
            text = self.take_quotation()
            return self.parse_compared(text, start) or Words(text, True, start)
        if COMPARISON_WITHOUT_NAME.match(self.line, self.position):
            raise QueryError("search.comparison_alone", start)
        field = FIELD.match(self.line, self.position)
        if field:
            self.position = field.end()
            return self.parse_field(field.group(1).lower(), start)
        return self.parse_word(start)

    def parse_word(self, start: int) -> Query:
        """Parse a word by itself, or one that is compared with a number."""
        name = NAME.match(self.line, self.position)
        if name and SPACED_COMPARISON.match(self.line, name.end()):
            self.position = name.end()
            compared = self.parse_compared(name.group(), start)
            if compared:
                return compared
        word = self.take_word()
        if word in CONNECTIVES:
            raise QueryError("search.nothing_before", start, word=word)
        if word == "..":
            raise QueryError("search.dots_apart", start)
        if word.lower() in FLAGS:
            return Flag(word.lower(), start)
        return Words(word, False, start)

    def parse_compared(self, name: str, start: int) -> Query | None:
        """Parse the comparison after a name; None if none follows.

        It is about the model's score of a tag, unless the name is that of a field.
        """
        matched = SPACED_COMPARISON.match(self.line, self.position)
        if matched is None or not name:
            return None
        self.position = matched.end()
        sign, value = matched.groups()
        field = name.lower()
        if field in NUMBER_FIELDS:
            return Number(field, parse_interval(sign + value, field, start), start)
        if field in DATE_FIELDS:
            return parse_dated(field, sign + value, start)
        field, tag = ("intensity", "") if field == "intensity" else ("predicted", name)
        return TagValue(field, tag, parse_interval(sign + value, field, start), start)

    def parse_field(self, name: str, start: int) -> Query:
        """Parse the value after "name:"."""
        if name not in FIELDS:
            raise QueryError("search.no_field", start, name=name, fields=", ".join(FIELDS))
        if name in VALUE_FIELDS:
            return self.parse_scored(name, start)
        text, is_quoted = self.take_value()
        if text in COMPARISON_SIGNS and not is_quoted:
            self.skip_blanks()
            text += self.take_word()
        if name in TAG_FIELDS and (text or is_quoted):
            return Judged(text, TAG_FIELDS[name], start)
        if name in TEXT_FIELDS and (text or is_quoted):
            return InField(name, text, is_quoted, start)
        if not text:
            example = EXAMPLES[name]
            raise QueryError("search.nothing_after_field", start, name=name, example=example)
        return _parse_value(name, text, start)

    def parse_scored(self, name: str, start: int) -> Query:
        """Parse predicted:NAME>0.7; without a comparison, at least one half."""
        if self.next_is(QUOTE):
            tag = self.take_quotation()
        else:
            matched = NAME.match(self.line, self.position)
            tag = matched.group() if matched else ""
            self.position += len(tag)
        if not tag and name == "predicted":
            raise QueryError("search.predicted_alone", start)
        spaced = SPACED_COMPARISON.match(self.line, self.position)
        if spaced:
            self.position = spaced.end()
            return TagValue(name, tag, parse_interval("".join(spaced.groups()), name, start), start)
        text = self.take_word()
        comparison = COMPARISON.fullmatch(text)
        if text and not comparison:
            raise QueryError("search.no_comparison_after_name", start, rest=text)
        if not comparison:
            return TagValue(name, tag, Interval(low=0.5 if name == "predicted" else 0.0), start)
        return TagValue(name, tag, parse_comparison(comparison, name, start), start)


def _parse_value(name: str, text: str, start: int) -> Query:
    """Parse what follows a field that is neither of words nor of a tag's scores."""
    if name in NUMBER_FIELDS:
        return Number(name, parse_interval(text, name, start), start)
    if name in DATE_FIELDS:
        return parse_dated(name, text, start)
    if name == "by":
        return _parse_source(text, start)
    if name == "region":
        return InRegion(text, start)
    return Not(Empty(text, start)) if name == "has" else Empty(text, start)


def _parse_source(text: str, position: int) -> Query:
    """Parse what a decision came from. Raises QueryError at the position."""
    if text.lower() not in set(DecisionSource):
        raise QueryError("search.no_source", position, name=text, sources=", ".join(DecisionSource))
    return DecidedBy(DecisionSource(text.lower()), position)


def _flatten(parts: list[Query], operator: type[And] | type[Or]) -> tuple[Query, ...]:
    """Lift nested parts of the same operator into one."""
    flat: list[Query] = []
    for part in parts:
        flat.extend(part.parts if isinstance(part, operator) else [part])
    return tuple(flat)
