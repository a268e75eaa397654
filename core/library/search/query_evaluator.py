"""Evaluate a query: each term becomes a mask over all songs, and logic joins the masks.

Words are found by the full-text index, decisions and scores by lists kept in memory, so Python
never loops over the rows of a large library.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from functools import reduce
from typing import Any

import numpy as np

from core.errors import QueryError
from core.folding import fold
from core.library.annotators import Annotators
from core.library.codebook.codebook import Codebook
from core.library.index_words import is_between_words, match_expression
from core.library.records import State, Tag
from core.library.search.disagreements import Disagreements
from core.library.search.model_scores import ModelScores, nearest_names
from core.library.search.query import (
    NUMBER_FIELDS,
    REGIONS,
    TEXT_FIELDS,
    And,
    Dated,
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
from core.library.search.query_values import check_comparison, midnight, stored_moment
from core.library.search.song_index import Mask, SongIndex

RECENT = timedelta(days=7)
NAME_COLUMNS = "title artist album note"  # searched for a tag's name as text; paths are not


class QueryEvaluator:
    """Evaluates queries over one library. Raises QueryError for names it does not have.

    Each private method of a term or flag returns the mask of the songs that match it.
    """

    def __init__(
        self,
        annotators: Annotators,
        codebook: Codebook,
        index: SongIndex,
        scores: ModelScores,
        disagreements: Disagreements,
    ) -> None:
        self._annotators = annotators
        self._codebook = codebook
        self._index = index
        self._scores = scores
        self._disagreements = disagreements

    def mask(self, query: Query) -> Mask:
        """Return which songs match, bool (n_songs,) by slot."""
        match query:
            case And(parts):
                wanted = [part for part in parts if not _is_between_words(part)]
                return reduce(np.logical_and, (self.mask(part) for part in wanted or parts))
            case Or(parts):
                return reduce(np.logical_or, (self.mask(part) for part in parts))
            case Not(part):
                return ~self.mask(part)
            case Everything():
                return np.ones(len(self._index.ids), np.bool_)
            case _:
                return self._term_mask(query)

    def _term_mask(self, term: Query) -> Mask:
        return MASK_OF_TERM[type(term)](self, term)

    # -- text -------------------------------------------------------------------------------

    def _words(self, term: Words) -> Mask:
        tag = self._codebook.find(term.text)
        if tag is None and not term.exact:
            check_comparison(term.text, self._has_numbers, term.position)
        if tag is None:
            return self._text(term.text, "", term.exact)
        return self._yes(tag) | self._text(term.text, NAME_COLUMNS, term.exact)

    def _has_numbers(self, name: str) -> bool:
        """Tell whether a name can be compared with a number: a field's or a tag's."""
        return name.lower() in NUMBER_FIELDS or self._codebook.find(name) is not None

    def _in_field(self, term: InField) -> Mask:
        if not term.text:
            return self._blank(term.name)
        return self._text(term.text, term.name, term.exact)

    def _text(self, text: str, columns: str, exact: bool) -> Mask:
        expression = match_expression(text, columns, exact=exact)
        if not expression:
            return self._signs(text.strip(), columns or NAME_COLUMNS)
        sql = "SELECT rowid FROM song_words WHERE song_words MATCH ?"
        return self._index.select(sql, (expression,))

    def _signs(self, text: str, columns: str) -> Mask:
        """Find to the letter what has neither letter nor digit: "(*_*)"; a blank is everywhere."""
        spellings = tuple(dict.fromkeys((text, fold(text))))
        line = " || char(10) || ".join(columns.split())  # one search is twice as fast as four
        found = " OR ".join(f"instr({line}, ?)" for _ in spellings)
        return self._index.select(f"SELECT id FROM songs WHERE {found}", spellings)

    def _blank(self, name: str) -> Mask:
        condition = "year IS NULL" if name == "year" else f"trim({name}) = ''"
        return self._index.select(f"SELECT id FROM songs WHERE {condition}")

    # -- decisions --------------------------------------------------------------------------

    def _yes(self, tag: Tag) -> Mask:
        return self._index.mask(self._index.with_state(tag.id, State.YES))

    def _judged(self, term: Judged) -> Mask:
        states = [term.state] if term.state else list(State)
        if not term.tag.strip():
            return ~self._decided(self._codebook.tags(include_retired=True), states)
        return self._decided([self._tag(term.tag, term.position)], states)

    def _decided(self, tags: Sequence[Tag], states: Sequence[State]) -> Mask:
        """Mark the songs on which any of the tags was decided as one of the states."""
        mask = np.zeros(len(self._index.ids), np.bool_)
        for tag in tags:
            for state in states:
                mask[self._index.with_state(tag.id, state)] = True
        return mask

    def _tag(self, name: str, position: int) -> Tag:
        tag = self._codebook.find(name)
        if tag is None:
            names = [known.name for known in self._codebook.tags()]
            raise QueryError("search.no_tag", position, name=name, hint=nearest_names(name, names))
        return tag

    def _empty(self, term: Empty) -> Mask:
        name = term.target
        if name.lower() in (*TEXT_FIELDS, "year"):
            return self._blank(name.lower())
        if name.lower() in (REGIONS, REGIONS[:-1]):
            return ~self._index.mask(self._index.with_regions())
        category = self._codebook.find_category(name)
        if category is None:
            names = [known.name for known in self._codebook.categories()]
            raise QueryError(
                "search.no_category", term.position, name=name, hint=nearest_names(name, names)
            )
        tags = self._codebook.tags(include_retired=True)
        of_category = [tag for tag in tags if tag.category_id == category.id]
        return ~self._decided(of_category, [State.YES])

    def _region(self, term: InRegion) -> Mask:
        return self._index.mask(self._index.in_region(self._tag(term.tag, term.position).id))

    def _tag_value(self, term: TagValue) -> Mask:
        return self._predicted(term) if term.name == "predicted" else self._intensity(term)

    def _intensity(self, term: TagValue) -> Mask:
        condition, values = _interval_condition("intensity", term.interval)
        sql = (
            f"SELECT DISTINCT song_id FROM annotations WHERE annotator_id = ? AND {condition}"
            " AND intensity IS NOT NULL AND start_s IS NULL"
        )
        annotator_id = self._annotators.current.id
        if not term.tag:
            return self._index.select(sql, (annotator_id, *values))
        tag = self._tag(term.tag, term.position)
        return self._index.select(f"{sql} AND tag_id = ?", (annotator_id, *values, tag.id))

    # -- facts ------------------------------------------------------------------------------

    def _number(self, term: Number) -> Mask:
        column = {"year": "year", "length": "duration_s"}[term.name]
        condition, values = _interval_condition(column, term.interval)
        return self._index.select(f"SELECT id FROM songs WHERE {condition}", values)

    def _dated(self, term: Dated) -> Mask:
        is_added = term.name == "added"
        column = "added_at" if is_added else "judged_at"
        conditions, values = ["1"], []
        if term.first:
            conditions.append(f"{column} >= ?")
            values.append(stored_moment(midnight(term.first)))
        if term.last:
            conditions.append(f"{column} < ?")
            values.append(stored_moment(midnight(term.last, after=True)))
        condition = " AND ".join(conditions)
        if is_added:
            return self._index.select(f"SELECT id FROM songs WHERE {condition}", tuple(values))
        sql = f"SELECT song_id FROM song_counts WHERE {condition} AND annotator_id = ?"
        return self._index.select(sql, (*values, self._annotators.current.id))

    def _decided_by(self, term: DecidedBy) -> Mask:
        return self._index.mask(self._index.decided_by(term.source))

    def _predicted(self, term: TagValue) -> Mask:
        slots, scores = self._scores.scores_of(term.tag, term.position)
        inside, interval = np.ones(len(slots), np.bool_), term.interval
        if interval.low is not None:
            inside &= scores >= interval.low if interval.low_closed else scores > interval.low
        if interval.high is not None:
            inside &= scores <= interval.high if interval.high_closed else scores < interval.high
        return self._index.mask(slots[inside])

    # -- flags ------------------------------------------------------------------------------

    def _flag(self, term: Flag) -> Mask:
        return MASK_OF_FLAG[term.name](self)

    def _review(self) -> Mask:
        return self._index.mask(self._index.slots(self._disagreements.songs()))

    def _untagged(self) -> Mask:
        return ~self._index.mask(self._index.tag_counts()[0])

    def _missing(self) -> Mask:
        return self._index.select("SELECT id FROM songs WHERE missing_since IS NOT NULL")

    def _unsure(self) -> Mask:
        return self._decided(self._codebook.tags(include_retired=True), [State.UNSURE])

    def _recent(self) -> Mask:
        sql = "SELECT song_id FROM song_counts WHERE annotator_id = ? AND judged_at >= ?"
        since = stored_moment(datetime.now(UTC) - RECENT)
        return self._index.select(sql, (self._annotators.current.id, since))


MASK_OF_FLAG: dict[str, Callable[[QueryEvaluator], Mask]] = {
    "untagged": QueryEvaluator._untagged,
    "missing": QueryEvaluator._missing,
    "unsure": QueryEvaluator._unsure,
    "review": QueryEvaluator._review,
    "recent": QueryEvaluator._recent,
}

MASK_OF_TERM: dict[type, Callable[[QueryEvaluator, Any], Mask]] = {
    Words: QueryEvaluator._words,
    InField: QueryEvaluator._in_field,
    Judged: QueryEvaluator._judged,
    InRegion: QueryEvaluator._region,
    Number: QueryEvaluator._number,
    TagValue: QueryEvaluator._tag_value,
    Dated: QueryEvaluator._dated,
    DecidedBy: QueryEvaluator._decided_by,
    Empty: QueryEvaluator._empty,
    Flag: QueryEvaluator._flag,
}


def _is_between_words(term: Query) -> bool:
    """Tell whether a term only stands between others, as the dash of "Satie - Gymnopédie"."""
    return isinstance(term, Words) and not term.exact and is_between_words(term.text)


def _interval_condition(column: str, interval: Interval) -> tuple[str, tuple[float, ...]]:
    """Write an interval as an SQL condition on a column, with its values."""
    parts, values = [f"{column} IS NOT NULL"], []
    if interval.low is not None:
        parts.append(f"{column} >{'=' if interval.low_closed else ''} ?")
        values.append(interval.low)
    if interval.high is not None:
        parts.append(f"{column} <{'=' if interval.high_closed else ''} ?")
        values.append(interval.high)
    return " AND ".join(parts), tuple(values)
