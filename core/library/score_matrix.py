"""A model's scores of all songs in memory: replaced in place, and added to at the end."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Ids = NDArray[np.int64]
Scores = NDArray[np.float32]


def with_room(n: int, n_words: int) -> tuple[Ids, Scores]:
    """Return zeros for n songs and as many again as are probable soon: pages not used cost none."""
    capacity = n + n // 2 + 64
    return np.zeros(capacity, np.int64), np.zeros((capacity, n_words), np.float32)


class ScoreMatrix:
    """Rows of scores by ascending song id, with room to grow at the end.

    n: how many rows are there, the rest is that room; all by default.
    """

    def __init__(self, ids: Ids, scores: Scores, n: int | None = None) -> None:
        self._set(ids, scores, len(ids) if n is None else n)

    def view(self) -> tuple[Ids, Scores]:
        """Return (ids (n,), scores (n, L)), the same arrays until songs are added."""
        return self._shown

    def to_write(self) -> Scores:
        """Return the scores as an array that can be written to, (n, L)."""
        return self._scores[: self._n]

    def put(self, ids: Ids, scores: Scores) -> None:
        """Replace or add rows. ids: ascending, each once; scores: float32 (n, L)."""
        if not self._n:
            self._add(ids, scores)
            return
        if scores.shape[1] != self._scores.shape[1]:
            raise ValueError("a model has one number of words")
        indices = np.searchsorted(self._ids[: self._n], ids)
        known = indices < self._n
        known[known] = self._ids[indices[known]] == ids[known]
        self._scores[indices[known]] = scores[known]
        if not known.all():
            self._add(ids[~known], scores[~known])

    def _add(self, ids: Ids, scores: Scores) -> None:
        n, is_behind = self._n + len(ids), self._n and ids[0] > self._ids[self._n - 1]
        if is_behind and n <= len(self._ids):
            self._ids[self._n : n], self._scores[self._n : n] = ids, scores
            self._show(n)
            return
        grown_ids, grown = with_room(n, scores.shape[1])
        at = np.searchsorted(self._ids[: self._n], ids) + np.arange(len(ids))
        is_new = np.zeros(n, np.bool_)
        is_new[at] = True
        grown_ids[:n][is_new], grown[:n][is_new] = ids, scores
        grown_ids[:n][~is_new] = self._ids[: self._n]
        grown[:n][~is_new] = self._scores[: self._n].reshape(self._n, scores.shape[1])
        self._set(grown_ids, grown, n)

    def _set(self, ids: Ids, scores: Scores, n: int) -> None:
        self._ids, self._scores = ids, scores
        self._show(n)

    def _show(self, n: int) -> None:
        self._n = n
        ids, scores = self._ids[:n], self._scores[:n]
        ids.flags.writeable = scores.flags.writeable = False
        self._shown = (ids, scores)
