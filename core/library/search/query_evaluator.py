"""Which songs a query means: each term becomes a mask over all songs, and logic joins masks.

Words go through the full-text index, decisions and scores through lists kept in memory, so no
row of a large library is ever touched by Python.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import reduce
from typing import Any

import numpy as np

from core.errors import QueryError
from core.library.protocols import LibraryReader
from core.library.records import State, Tag
from core.library.search.model_scores import ModelScores, nearest_names
from core.library.search.query import (
    REGIONS,
    TEXT_FIELDS,
    And,
    Dated,
    Empty,
    Everything,
    Flag,
    InField,
    InRegion,
    Not,
    Number,
    Or,
    Query,
    Said,
    Scored,
    Span,
    Words,
)
from core.library.search.query_values import midnight, stored_moment
from core.library.search.song_index import Mask, SongSets

RECENT = timedelta(days=7)
NAMING = "title artist album note"  # where a tag's name is looked for as text; not in folders


class Matcher:
    """Answers queries for one library. Raises QueryError for names it does not have."""

    def __init__(self, library: LibraryReader, sets: SongSets) -> None:
        self._library = library
        self._sets = sets
        self._scores = ModelScores(library, sets)

    def matches(self, query: Query) -> Mask:
        """bool (n,), over all songs by place."""
        match query:
            case And(parts):
                return reduce(np.logical_and, (self.matches(part) for part in parts))
            case Or(parts):
                return reduce(np.logical_or, (self.matches(part) for part in parts))
            case Not(part):
                return ~self.matches(part)
            case Everything():
                return np.ones(len(self._sets.ids), np.bool_)
            case _:
                return self._term(query)

    def _term(self, term: Query) -> Mask:
        return ANSWERS[type(term)](self, term)

    # -- text -------------------------------------------------------------------------------

    def _words(self, term: Words) -> Mask:
        tag = self._library.codebook.find(term.text)
        if tag is None:
            return self._text(term.text, "", term.exact)
        return self._yes(tag) | self._text(term.text, NAMING, term.exact)

    def _in_field(self, term: InField) -> Mask:
        if not term.text:
            return self._blank(term.name)
        return self._text(term.text, term.name, term.exact)

    def _text(self, text: str, columns: str, exact: bool) -> Mask:
        if not any(_in_token(sign) for sign in text):
            return self._signs(text, columns)
        phrase = text.replace("\0", " ").replace('"', '""')
        match = f'"{phrase}"' + ("" if exact else " *")
        if columns:
            match = f"{{{columns}}} : {match}"
        sql = "SELECT rowid FROM songs_words WHERE songs_words MATCH ?"
        return self._sets.found(sql, (match,))

    def _signs(self, text: str, columns: str) -> Mask:
        """Symbols such as ♥ are not in the index; mere punctuation asks for nothing."""
        if not any(unicodedata.category(sign) == "So" for sign in text):
            return np.ones(len(self._sets.ids), np.bool_)
        names = columns.split() or TEXT_FIELDS
        condition = " OR ".join(f"instr({name}, ?1)" for name in names)
        return self._sets.found(f"SELECT id FROM songs WHERE {condition}", (text,))

    def _blank(self, name: str) -> Mask:
        condition = "year IS NULL" if name == "year" else f"trim({name}) = ''"
        return self._sets.found(f"SELECT id FROM songs WHERE {condition}")

    # -- decisions --------------------------------------------------------------------------

    def _yes(self, tag: Tag) -> Mask:
        return self._sets.mask(self._sets.said(tag.id, State.YES))

    def _said(self, term: Said) -> Mask:
        states = [term.state] if term.state else list(State)
        if term.tag.strip():
            tags = [self._tag(term.tag, term.at)]
        else:
            tags = self._library.codebook.tags(include_retired=True)
        found = np.zeros(len(self._sets.ids), np.bool_)
        for tag in tags:
            for state in states:
                found[self._sets.said(tag.id, state)] = True
        return found if term.tag.strip() else ~found

    def _tag(self, name: str, at: int) -> Tag:
        tag = self._library.codebook.find(name)
        if tag is None:
            names = [each.name for each in self._library.codebook.tags()]
            raise QueryError(f"There is no tag “{name}”.", at, remedy=nearest_names(name, names))
        return tag

    def _empty(self, term: Empty) -> Mask:
        if term.what.lower() in (*TEXT_FIELDS, "year"):
            return self._blank(term.what.lower())
        if term.what.lower() in (REGIONS, REGIONS[:-1]):
            return ~self._sets.mask(self._sets.with_regions())
        category = self._library.codebook.find_category(term.what)
        if category is None:
            names = [each.name for each in self._library.codebook.categories()]
            raise QueryError(
                f"There is no category “{term.what}”.",
                term.at,
                remedy=nearest_names(term.what, names),
            )
        found = np.zeros(len(self._sets.ids), np.bool_)
        for tag in self._library.codebook.tags(include_retired=True):
            if tag.category_id == category.id:
                found[self._sets.said(tag.id, State.YES)] = True
        return ~found

    def _region(self, term: InRegion) -> Mask:
        return self._sets.mask(self._sets.in_region(self._tag(term.tag, term.at).id))

    def _scored(self, term: Scored) -> Mask:
        return self._predicted(term) if term.name == "predicted" else self._intensity(term)

    def _intensity(self, term: Scored) -> Mask:
        condition, values = _compared("intensity", term.span)
        sql = (
            f"SELECT DISTINCT song_id FROM annotations WHERE annotator_id = ? AND {condition}"
            " AND intensity IS NOT NULL AND start_s IS NULL"
        )
        who = self._library.annotators.current.id
        if not term.tag:
            return self._sets.found(sql, (who, *values))
        tag = self._tag(term.tag, term.at)
        return self._sets.found(f"{sql} AND tag_id = ?", (who, *values, tag.id))

    # -- facts ------------------------------------------------------------------------------

    def _number(self, term: Number) -> Mask:
        column = {"year": "year", "length": "duration_s"}[term.name]
        condition, values = _compared(column, term.span)
        return self._sets.found(f"SELECT id FROM songs WHERE {condition}", values)

    def _dated(self, term: Dated) -> Mask:
        added = term.name == "added"
        column = "added_at" if added else "judged_at"
        conditions, values = ["1"], []
        if term.first:
            conditions.append(f"{column} >= ?")
            values.append(stored_moment(midnight(term.first)))
        if term.last:
            conditions.append(f"{column} < ?")
            values.append(stored_moment(midnight(term.last, after=True)))
        span = " AND ".join(conditions)
        if added:
            return self._sets.found(f"SELECT id FROM songs WHERE {span}", tuple(values))
        sql = f"SELECT song_id FROM song_counts WHERE {span} AND annotator_id = ?"
        return self._sets.found(sql, (*values, self._library.annotators.current.id))

    def _predicted(self, term: Scored) -> Mask:
        places, scores = self._scores.of(term.tag, term.at)
        heard, span = np.ones(len(places), np.bool_), term.span
        if span.low is not None:
            heard &= scores >= span.low if span.low_in else scores > span.low
        if span.high is not None:
            heard &= scores <= span.high if span.high_in else scores < span.high
        return self._sets.mask(places[heard])

    # -- flags ------------------------------------------------------------------------------

    def _flag(self, term: Flag) -> Mask:
        return FLAGGED[term.name](self)

    def _review(self) -> Mask:
        return self._scores.to_review()

    def _untagged(self) -> Mask:
        return ~self._sets.mask(self._sets.counted()[0])

    def _missing(self) -> Mask:
        return self._sets.found("SELECT id FROM songs WHERE missing_since IS NOT NULL")

    def _unsure(self) -> Mask:
        return ~self._said(Said("", State.UNSURE))

    def _recent(self) -> Mask:
        sql = "SELECT song_id FROM song_counts WHERE annotator_id = ? AND judged_at >= ?"
        since = stored_moment(datetime.now(UTC) - RECENT)
        return self._sets.found(sql, (self._library.annotators.current.id, since))


FLAGGED: dict[str, Callable[[Matcher], Mask]] = {
    "untagged": Matcher._untagged,
    "missing": Matcher._missing,
    "unsure": Matcher._unsure,
    "review": Matcher._review,
    "recent": Matcher._recent,
}

ANSWERS: dict[type, Callable[[Matcher, Any], Mask]] = {
    Words: Matcher._words,
    InField: Matcher._in_field,
    Said: Matcher._said,
    InRegion: Matcher._region,
    Number: Matcher._number,
    Scored: Matcher._scored,
    Dated: Matcher._dated,
    Empty: Matcher._empty,
    Flag: Matcher._flag,
}


def _in_token(sign: str) -> bool:
    """Whether the full-text index keeps a sign: letters, numbers, private use."""
    kind = unicodedata.category(sign)
    return kind[0] in "LN" or kind == "Co"


def _compared(column: str, span: Span) -> tuple[str, tuple[float, ...]]:
    parts, values = [f"{column} IS NOT NULL"], []
    if span.low is not None:
        parts.append(f"{column} >{'=' if span.low_in else ''} ?")
        values.append(span.low)
    if span.high is not None:
        parts.append(f"{column} <{'=' if span.high_in else ''} ?")
        values.append(span.high)
    return " AND ".join(parts), tuple(values)
