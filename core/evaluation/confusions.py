"""What a model takes for what: pairs of tags it confuses, and the songs it contradicts most."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from core.evaluation.evaluation_records import ScoredCells
from core.folding import sort_key
from core.metrics.intervals import exact_interval
from core.metrics.metric_records import Estimate

LEAST_CLAIMED = 2  # one song is no confusion
LEAST_WRONG = 2  # decisions of a song that the model contradicts


@dataclass(frozen=True, slots=True)
class ConfusedPair:
    """Songs with one tag and without another, of which the model says they have the other.

    n_songs: judged yes on `present` and no on `claimed`; n_claimed: of these, so says the model.
    n_others, n_others_claimed: the same of songs judged no on both. share: n_claimed of n_songs,
    with the exact interval (songs taken as independent).
    """

    present: str
    claimed: str
    n_songs: int
    n_claimed: int
    n_others: int
    n_others_claimed: int
    share: Estimate

    @property
    def excess(self) -> float:
        """False alarms beyond those that songs with neither tag would have had."""
        others = self.n_others_claimed / self.n_others if self.n_others else 0.0
        return self.n_claimed - self.n_songs * others


@dataclass(frozen=True, slots=True)
class ContradictedSong:
    """A song that the model contradicts. missed, claimed: (column of a tag, score)."""

    song_id: int
    n_judged: int
    missed: tuple[tuple[int, float], ...]
    claimed: tuple[tuple[int, float], ...]

    @property
    def n_wrong(self) -> int:
        """Count the decisions that it contradicts."""
        return len(self.missed) + len(self.claimed)

    @property
    def distance(self) -> float:
        """How far its scores are from these decisions, all together."""
        return sum(1.0 - score for _, score in self.missed) + sum(
            score for _, score in self.claimed
        )


def confused_pairs(
    names: Sequence[str], cells: ScoredCells, most: int
) -> tuple[tuple[ConfusedPair, ...], int]:
    """Find the pairs with the most false alarms beyond the usual, and count those compared."""
    yes = (cells.states == 1).astype(np.float32)
    no = (cells.states == 0).astype(np.float32)
    alarms = no * cells.decided
    n_songs, n_claimed = yes.T @ no, yes.T @ alarms
    n_others, n_others_claimed = no.T @ no, no.T @ alarms
    usual = n_songs * n_others_claimed / np.maximum(n_others, 1.0)
    excess = np.where(n_claimed >= LEAST_CLAIMED, n_claimed - usual, 0.0)
    rows, columns = np.nonzero(excess > 0.0)
    pairs = [
        ConfusedPair(
            names[row],
            names[column],
            n := int(n_songs[row, column]),
            k := int(n_claimed[row, column]),
            int(n_others[row, column]),
            int(n_others_claimed[row, column]),
            Estimate(k / n, *exact_interval(k, n)),
        )
        for row, column in _largest(excess, rows, columns, most)
    ]
    pairs.sort(key=lambda pair: (-pair.excess, sort_key(pair.present), sort_key(pair.claimed)))
    return tuple(pairs), int((n_songs > 0).sum())


def _largest(
    excess: np.ndarray, rows: np.ndarray, columns: np.ndarray, most: int
) -> list[tuple[int, int]]:
    order = np.argsort(-excess[rows, columns], kind="stable")[:most]
    return list(zip(rows[order].tolist(), columns[order].tolist(), strict=True))


def contradicted_songs(cells: ScoredCells, most: int) -> tuple[tuple[ContradictedSong, ...], int]:
    """Find the songs with the most contradicted decisions, and count all that have any."""
    positive, judged = cells.states == 1, cells.states >= 0
    wrong = judged & (cells.decided != positive)
    n_wrong = wrong.sum(axis=1)
    distance = np.where(wrong, np.abs(np.nan_to_num(cells.scores) - positive), 0.0).sum(axis=1)
    order = np.lexsort((cells.song_ids, -distance, -n_wrong))[:most]
    songs = []
    for row in order.tolist():
        if n_wrong[row] < LEAST_WRONG:
            break
        missed, claimed = list[tuple[int, float]](), list[tuple[int, float]]()
        for column in np.flatnonzero(wrong[row]).tolist():
            kind = missed if positive[row, column] else claimed
            kind.append((column, float(cells.scores[row, column])))
        songs.append(
            ContradictedSong(
                int(cells.song_ids[row]),
                int(judged[row].sum()),
                tuple(sorted(missed, key=lambda pair: (pair[1], pair[0]))),
                tuple(sorted(claimed, key=lambda pair: (-pair[1], pair[0]))),
            )
        )
    return tuple(songs), int((n_wrong > 0).sum())
