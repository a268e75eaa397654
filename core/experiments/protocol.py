"""How songs are divided, and which of them a system learns from: the same for every system.

Songs are known by their audio hash, so that a division can be kept and used again, and the order
of the songs does not matter. Labels are those of sorted_songs() here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.errors import ExperimentError
from core.experiments.plan import BY_SONG, FOLDS, FROZEN, Cell, Plan
from core.library.evaluation_rows import TEST
from core.library.records import CELL_NOT_JUDGED, Labels
from core.training.folds import artist_numbers, make_folds
from core.training.labels import select_songs

LEAST_SONGS = 4
_STREAMS = {FOLDS: 0, FROZEN: 1, BY_SONG: 2}  # of the order in which songs get labels
Rows = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Division:
    """Which songs are tested together.

    seed: that drew it. by_artist: whether all songs of an artist are in one fold. folds: for every
    repetition the fold of each song, by audio hash; by_song: the same with artists taken apart.
    frozen: hashes of the songs that are in no fold and never learned from.
    """

    seed: int
    by_artist: bool
    folds: tuple[Mapping[str, int], ...]
    by_song: Mapping[str, int]
    frozen: frozenset[str]

    @property
    def n_folds(self) -> int:
        """Number of folds of each repetition, 0 for none."""
        return max((fold + 1 for songs in self.folds for fold in songs.values()), default=0)

    def to_json(self) -> dict[str, Any]:
        """Plain values."""
        return {
            "seed": self.seed,
            "by_artist": self.by_artist,
            "folds": [dict(songs) for songs in self.folds],
            "by_song": dict(self.by_song),
            "frozen": sorted(self.frozen),
        }

    @classmethod
    def from_json(cls, stored: Mapping[str, Any]) -> Division:
        """Read to_json's form. Raises KeyError, TypeError, ValueError."""
        folds = [_stored_folds(songs) for songs in stored["folds"]]
        return cls(
            int(stored["seed"]),
            bool(stored["by_artist"]),
            tuple(folds),
            _stored_folds(stored["by_song"]),
            frozenset(map(str, stored["frozen"])),
        )


def _stored_folds(songs: Any) -> dict[str, int]:
    folds = {str(audio_hash): int(fold) for audio_hash, fold in dict(songs).items()}
    if any(fold < 0 for fold in folds.values()):
        raise ValueError("a fold below 0")
    return folds


def make_division(labels: Labels, plan: Plan, sides: Mapping[str, str]) -> Division:
    """Divide the judged songs as a plan wants.

    sides: of the plan's split, by audio hash. Raises ExperimentError where songs are too few.
    """
    judged = select_songs(labels, judged_rows(labels))
    frozen = _frozen(judged, plan, sides)
    rows = [row for row, name in enumerate(judged.audio_hashes) if name not in frozen]
    rest = select_songs(judged, np.array(rows, dtype=np.int64))
    n_songs = len(rest.audio_hashes)
    if n_songs < LEAST_SONGS:
        raise ExperimentError("experiments.too_few_judged", n=n_songs, needed=LEAST_SONGS)
    seed = plan.seeds[0]
    if not plan.n_folds:
        return Division(seed, True, (), {}, frozen)
    folds = make_folds(rest, seed, n_folds=plan.n_folds, n_repeats=plan.n_repetitions)
    apart = make_folds(rest, seed, n_folds=plan.n_folds, n_repeats=1, by_song=True)
    return Division(
        seed,
        folds.by_artist,
        tuple(_by_hash(rest, numbers) for numbers in folds.numbers),
        _by_hash(rest, apart.numbers[0]) if plan.by_song and folds.by_artist else {},
        frozen,
    )


def _frozen(judged: Labels, plan: Plan, sides: Mapping[str, str]) -> frozenset[str]:
    if plan.split:
        frozen = frozenset(name for name in judged.audio_hashes if sides.get(name) == TEST)
        if not frozen:
            raise ExperimentError("experiments.no_test_song", split=plan.split)
        return frozen
    if not plan.frozen_share or len(judged.audio_hashes) < LEAST_SONGS:
        return frozenset()
    n_parts = max(2, round(1.0 / plan.frozen_share))
    folds = make_folds(judged, plan.seeds[0], n_folds=n_parts, n_repeats=1)
    rows = np.flatnonzero(folds.numbers[0] == 0)
    return frozenset(judged.audio_hashes[row] for row in rows)


def _by_hash(labels: Labels, numbers: Rows) -> dict[str, int]:
    return dict(zip(labels.audio_hashes, numbers.tolist(), strict=True))


def judged_rows(labels: Labels) -> Rows:
    """Return the rows of the songs with a decision."""
    return np.flatnonzero((labels.states >= 0).any(axis=1))


# -- one cell: what is learned from, what is tested on ----------------------------------------


@dataclass(frozen=True, slots=True)
class Trial:
    """Rows of the labels. order: songs to learn from, those first that get labels first.

    others: songs whose sounds alone may be looked at. test: songs to be tested on.
    """

    order: Rows
    others: Rows
    test: Rows


class Trials:
    """The songs of cells, by a division: whatever learns in a cell is given nothing of its test."""

    def __init__(self, labels: Labels, division: Division) -> None:
        self.labels = labels
        self.division = division
        self._groups = artist_numbers(labels)
        self._judged = set(judged_rows(labels).tolist())
        self._known: dict[tuple[str, int, int, int], Trial] = {}

    def of(self, cell: Cell) -> Trial:
        """Return the songs of a cell; they are the same for every system and budget."""
        key = (cell.kind, cell.seed, cell.repetition, cell.fold)
        if key not in self._known:
            self._known[key] = self._trial(cell)
        return self._known[key]

    def learned_from(self, cell: Cell, *, unlabelled: bool) -> Labels:
        """Return the songs of a cell to learn from: decisions on those within its budget alone.

        unlabelled: with the others, as songs that were not judged.
        """
        trial = self.of(cell)
        labelled = trial.order[: cell.budget]
        rest = np.concatenate([trial.order[len(labelled) :], trial.others])
        rows = np.sort(np.concatenate([labelled, rest]) if unlabelled else labelled)
        states = self.labels.states[rows].copy()
        states[~np.isin(rows, labelled)] = CELL_NOT_JUDGED
        return replace(select_songs(self.labels, rows), states=states, digest="")

    def tested(self, cell: Cell) -> Labels:
        """Return the songs that a cell is tested on, without their decisions."""
        songs = select_songs(self.labels, self.of(cell).test)
        return replace(songs, states=np.full_like(songs.states, CELL_NOT_JUDGED), digest="")

    def _trial(self, cell: Cell) -> Trial:
        hashes, frozen = self.labels.audio_hashes, self.division.frozen
        if cell.kind == FROZEN:
            test = [row for row in sorted(self._judged) if hashes[row] in frozen]
            train = [row for row in sorted(self._judged) if hashes[row] not in frozen]
        else:
            fold_of = (
                self.division.by_song if cell.kind == BY_SONG
                else self.division.folds[cell.repetition]
            )  # fmt: skip
            test = [row for row in sorted(self._judged) if fold_of.get(hashes[row]) == cell.fold]
            train = [
                row for row in sorted(self._judged)
                if fold_of.get(hashes[row], cell.fold) != cell.fold
            ]  # fmt: skip
        stream = [cell.seed, _STREAMS[cell.kind], cell.repetition, cell.fold]
        order = labelling_order(self.labels, train, np.random.default_rng(stream))
        return Trial(order, self._others(train, test, cell), np.array(test, dtype=np.int64))

    def _others(self, train: Sequence[int], test: Sequence[int], cell: Cell) -> Rows:
        """Find songs that are neither: none that is frozen, or by an artist that is tested."""
        tested = {int(self._groups[row]) for row in test} if cell.kind != BY_SONG else set[int]()
        taken = {*train, *test}
        rows = [
            row
            for row, audio_hash in enumerate(self.labels.audio_hashes)
            if row not in taken
            and audio_hash not in self.division.frozen
            and int(self._groups[row]) not in tested
        ]
        return np.array(rows, dtype=np.int64)


def labelling_order(labels: Labels, rows: Sequence[int], rng: np.random.Generator) -> Rows:
    """Put songs into the order in which they get labels, so that every budget holds the smaller.

    First the song with most tags that had no yes so far, or no no, until no song has any more;
    among equals, and from then on, by chance.
    """
    waiting = np.array(rows, dtype=np.int64)[rng.permutation(len(rows))]
    states = labels.states[waiting]
    answers = np.hstack([states == 1, states == 0])
    n_new = answers.sum(axis=1)
    order: list[int] = []
    is_waiting = np.ones(len(waiting), dtype=np.bool_)
    while is_waiting.any():
        row = int(np.argmax(np.where(is_waiting, n_new, -1)))
        if n_new[row] == 0:
            break
        order.append(row)
        is_waiting[row] = False
        first = answers[row].copy()
        n_new = n_new - answers[:, first].sum(axis=1)
        answers[:, first] = False
    order += np.flatnonzero(is_waiting).tolist()
    return waiting[np.array(order, dtype=np.int64)]
