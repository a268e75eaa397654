"""What was learned since a model's last round, laid over its scores. In memory only, never stored.

Whoever reads a model's scores reads these where there are some; the model's own stay as they are.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from core.library.score_matrix import ScoreMatrix, with_room

SONGS_A_SLICE = 8192  # a millisecond or two

Ids = NDArray[np.int64]
Scores = NDArray[np.float32]
Matches = tuple[NDArray[np.bool_], Ids]
Head = tuple[NDArray[np.float32], float]  # weight (n_inputs,) and bias of a tag


@dataclass(frozen=True, slots=True)
class LiveUpdate:
    """New scores of some tags, for all songs of an overlay; and which tags have none any more.

    held_out: tag id -> song ids ascending, and scores by what did not learn from their artists.
    heads: what the scores come from, by tag id.
    """

    scores: Mapping[int, Scores] = field(default_factory=dict)
    forgotten: tuple[int, ...] = ()
    held_out: Mapping[int, tuple[Ids, Scores]] = field(default_factory=dict)
    heads: Mapping[int, Head] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class LiveWords:
    """The heads that live scores come from, by tag id, and where their scores stand.

    columns: of each tag, among the model's words and the added tags behind them.
    """

    heads: Mapping[int, Head]
    columns: Mapping[int, tuple[int, ...]]
    added: tuple[int, ...]

    def is_same(self, other: LiveWords) -> bool:
        """Tell whether no head was fitted anew since."""
        heads = self.heads.keys() == other.heads.keys()
        return heads and all(head is other.heads[tag_id] for tag_id, head in self.heads.items())


class LiveScores:
    """Scores (n,) of tags, for songs by ascending id, over those of one model.

    meanings: the tag of every word of the model. Tags that it does not know have columns behind
    its words; a song of which only the model has scores has 0 there.
    """

    def __init__(self, model_id: int, meanings: Sequence[int | None], song_ids: Ids) -> None:
        self.model_id, self._song_ids = model_id, song_ids
        self._meanings = tuple(meanings)
        self._scores: dict[int, Scores] = {}
        self._heads: dict[int, Head] = {}
        self._held_out: dict[int, tuple[Ids, Scores]] = {}
        self.added: tuple[int, ...] = ()
        self._merged: ScoreMatrix | None = None
        self._source: Ids | None = None  # the songs of the model's own scores that it was made of
        self._matches: Matches | None = None

    def copy(self) -> LiveScores:
        """Return the same as it is now, for a job that reads the library meanwhile."""
        other = LiveScores(self.model_id, self._meanings, self._song_ids)
        other._scores, other._held_out = dict(self._scores), dict(self._held_out)
        other.added = self.added
        return other

    def update(self, new: LiveUpdate) -> bool:
        """Take new scores over; tell whether other tags than before have columns of their own."""
        for tag_id in new.forgotten:
            self._scores.pop(tag_id, None)
            self._heads.pop(tag_id, None)
            self._held_out.pop(tag_id, None)
        self._scores.update(new.scores)
        self._heads.update(new.heads)
        self._held_out.update(new.held_out)
        added = tuple(sorted(tag for tag in self._scores if tag not in self._meanings))
        is_other, self.added = added != self.added, added
        if is_other or new.forgotten:
            self.invalidate()
        elif self._merged is not None:
            if self._matches is None:
                self._matches = self._matches_of(self._merged.view()[0])
            self._lay(self._merged.to_write(), new.scores, self._matches)
        return is_other

    def words(self) -> LiveWords:
        """Return what the scores come from, as it is now: later updates leave it as it is."""
        columns = {tag_id: tuple(self._columns(tag_id)) for tag_id in self._heads}
        return LiveWords(dict(self._heads), columns, self.added)

    def invalidate(self) -> None:
        """Lay them anew over what the model has stored, which has changed."""
        self._merged = self._source = self._matches = None

    def lies_over(self, ids: Ids | None) -> bool:
        """Tell whether merged() has been asked for the model's own scores of these songs."""
        return self._merged is not None and self._source is ids

    def put(self, ids: Ids, stored: Scores, source: Ids) -> None:
        """Follow new scores (n, L) of the model's own, of some songs by ascending id.

        source: all songs that it has scores of now, as merged() will be asked for. Only where
        lies_over() was true before they were stored.
        """
        assert self._merged is not None
        scores = np.zeros((len(ids), stored.shape[1] + len(self.added)), np.float32)
        scores[:, : stored.shape[1]] = stored
        self._lay(scores, self._scores, self._matches_of(ids))
        self._merged.put(ids, scores)
        if source is not self._source:
            self._source, self._matches = source, None

    def merged(self, ids: Ids, stored: Scores) -> Scores:
        """Return a model's scores (n, L) with these over them, (n, L + number of added)."""
        if not self.lies_over(ids):
            for _ in self.merge_in_slices(ids, stored):
                pass
        assert self._merged is not None
        return self._merged.view()[1]

    def merge_in_slices(self, ids: Ids, stored: Scores) -> Iterator[None]:
        """Do what merged() would have to do, some songs a step; nothing is updated meanwhile."""
        n, n_words = stored.shape
        kept_ids, scores = with_room(n, n_words + len(self.added))
        rows = np.full(n, -1)
        for first in range(0, n, SONGS_A_SLICE):
            part = slice(first, min(first + SONGS_A_SLICE, n))
            scores[part, :n_words] = stored[part]
            rows[part] = self._rows_of(ids[part])
            self._lay(scores[part], self._scores, (rows[part] >= 0, rows[part][rows[part] >= 0]))
            yield
        kept_ids[:n] = ids
        self._matches = rows >= 0, rows[rows >= 0]
        self._merged, self._source = ScoreMatrix(kept_ids, scores, n), ids

    def of_song(self, song_id: int, stored: Scores) -> Scores:
        """Return a model's scores of one song (L,) with these over them."""
        row = int(np.searchsorted(self._song_ids, song_id))
        scores = np.concatenate([stored, np.zeros(len(self.added), np.float32)])
        if row < len(self._song_ids) and self._song_ids[row] == song_id:
            for tag_id, known in self._scores.items():
                scores[self._columns(tag_id)] = known[row]
        return scores

    def hold_out(self, ids: Ids, scores: Scores, others: Scores) -> Scores:
        """Return scores (n, L + added) that are honest also of songs that were learned from.

        others: the model's own honest ones, (n, L); tags of the overlay have theirs from it.
        """
        honest = scores.copy()
        honest[:, : others.shape[1]] = others
        for tag_id, known in self._scores.items():
            columns = self._columns(tag_id)
            honest[:, columns] = scores[:, columns]
            song_ids, held_out = self._held_out.get(tag_id, (np.empty(0, np.int64), known[:0]))
            if len(song_ids):
                found = np.minimum(np.searchsorted(song_ids, ids), len(song_ids) - 1)
                rows = np.flatnonzero((song_ids[found] == ids) & np.isfinite(held_out[found]))
                honest[rows[:, None], columns] = held_out[found[rows], None]
        return honest

    def has(self, tag_id: int) -> bool:
        """Tell whether a tag's scores are from here."""
        return tag_id in self._scores

    def held_out_of(self, tag_id: int) -> tuple[Ids, Scores]:
        """Return judged songs, ascending, and a tag's scores of them.

        By what did not learn from their artists; songs without such a score are left out.
        """
        song_ids, scores = self._held_out.get(tag_id, (np.empty(0, np.int64), np.empty(0)))
        is_known = np.isfinite(scores)
        return song_ids[is_known], scores[is_known].astype(np.float32)

    def is_held_out(self, song_id: int, tag_id: int) -> bool:
        """Tell whether a tag's score of a song is there by what did not learn from its artist."""
        song_ids, scores = self._held_out.get(tag_id, (np.empty(0, np.int64), None))
        row = int(np.searchsorted(song_ids, song_id))
        is_known = scores is not None and row < len(song_ids) and song_ids[row] == song_id
        return bool(is_known and scores is not None and np.isfinite(scores[row]))

    def _columns(self, tag_id: int) -> list[int]:
        """The columns of all words that mean a tag: none speaks beside what was learned."""
        known = [column for column, meant in enumerate(self._meanings) if meant == tag_id]
        return known or [len(self._meanings) + self.added.index(tag_id)]

    def _rows_of(self, ids: Ids) -> NDArray[np.int64]:
        """Return which of its songs some are, -1 for others."""
        if not len(self._song_ids):
            return np.full(len(ids), -1)
        found = np.minimum(np.searchsorted(self._song_ids, ids), len(self._song_ids) - 1)
        return np.where(self._song_ids[found] == ids, found, -1)

    def _matches_of(self, ids: Ids) -> Matches:
        """Return which of some songs are among its own, and as which of these."""
        rows = self._rows_of(ids)
        return rows >= 0, rows[rows >= 0]

    def _lay(self, scores: Scores, new: Mapping[int, Scores], matches: Matches) -> None:
        """Write new scores over others. matches: which rows of these, and which songs they are."""
        known, rows = matches
        for tag_id, of_songs in new.items():
            for column in self._columns(tag_id):
                scores[known, column] = of_songs[rows]
