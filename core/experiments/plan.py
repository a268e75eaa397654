"""What a plan asks for: systems with their parameters, label budgets, seeds, how songs are divided.

plan_file.py reads one. Nothing here knows songs.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from core.audio.deformations import Condition
from core.metrics.measure import MEANS, WAUC
from core.systems.catalogue import Value

FOLDS, FROZEN, BY_SONG = "folds", "frozen", "by-song"
"""How songs are tested: by cross-validation over artists; once, on songs that nothing else sees; by
cross-validation that takes artists apart, whose numbers are too good."""

N_FOLDS, N_REPETITIONS = 5, 3
ALL = "all"  # of the label budgets
SOURCE_SONGS, SOURCE_SEED = 96, 2017
METRICS = MEANS


@dataclass(frozen=True, slots=True)
class Variant:
    """A system with the parameters that a plan sets, by name."""

    system: str
    parameters: tuple[tuple[str, Value], ...] = ()

    @property
    def parameter_text(self) -> str:
        """Write the parameters as "units=100 depth=temporal"."""
        return " ".join(f"{name}={value}" for name, value in self.parameters)

    @property
    def label(self) -> str:
        """Name the system with its parameters."""
        return f"{self.system} {self.parameter_text}".rstrip()


@dataclass(frozen=True, slots=True)
class Cell:
    """One system that learns once and is tested once. budget: labelled songs, None for all.

    condition: how the sound of the songs it is tested on is deformed; None: as it is.
    """

    variant: Variant
    budget: int | None
    seed: int
    kind: str
    repetition: int = 0
    fold: int = 0
    condition: Condition | None = None

    @property
    def label(self) -> str:
        """Name the system, and what was done to the sound."""
        if self.condition is None:
            return self.variant.label
        return f"{self.variant.label} ({self.condition.deformation} {self.condition.strength_text})"

    @property
    def undeformed(self) -> Cell:
        """The same cell on undeformed sound: what is learned is the same, too."""
        return replace(self, condition=None)


@dataclass(frozen=True, slots=True)
class Source:
    """Where the songs of a source task come from: library, a file; else n_songs are composed.

    seed: of composing, and of what is learned from the songs.
    """

    library: str = ""
    n_songs: int = SOURCE_SONGS
    seed: int = SOURCE_SEED


@dataclass(frozen=True, slots=True)
class Plan:
    """All that is to be tried.

    budgets: numbers of labelled songs, None for all. seeds: of systems and of which songs are
    labelled; songs are divided by the first. n_folds: 0 for none, where frozen songs alone are
    tested. split: a data set's, whose test songs are frozen; frozen_share: of the songs, where
    they are drawn. division: the name under which the folds are kept to be used again. unlabelled:
    whether systems are given the sounds of the other songs. by_song: whether the figure that is
    too good is shown, too. source: the task that some systems learn first. conditions: how the
    sounds of the folds' test songs are deformed, besides not at all.
    """

    name: str
    variants: tuple[Variant, ...]
    budgets: tuple[int | None, ...] = (None,)
    seeds: tuple[int, ...] = (0,)
    n_folds: int = N_FOLDS
    n_repetitions: int = N_REPETITIONS
    split: str = ""
    frozen_share: float = 0.0
    division: str = ""
    unlabelled: bool = True
    by_song: bool = False
    metrics: tuple[str, ...] = (WAUC,)
    source: Source | None = None
    conditions: tuple[Condition, ...] = ()

    @property
    def has_frozen(self) -> bool:
        """Whether some songs are kept from all learning and tested on once."""
        return bool(self.split or self.frozen_share)

    @property
    def n_cells(self) -> int:
        """Number of cells, if there are artists enough for the folds."""
        n_in_folds = self.n_folds * self.n_repetitions * (1 + len(self.conditions))
        n_divisions = n_in_folds + self.has_frozen
        n_by_song = self.n_folds if self.by_song else 0
        n_learned = len(self.seeds) * len(self.budgets) * n_divisions + n_by_song
        return len(self.variants) * n_learned

    def cells(self, n_folds: int, n_repetitions: int) -> Iterator[Cell]:
        """Give all cells; systems take turns, so that all are there early and the pace is even."""
        for repetition in range(n_repetitions if n_folds else 0):
            for fold in range(n_folds):
                yield from self._cells(FOLDS, repetition, fold)
        if self.has_frozen:
            yield from self._cells(FROZEN, 0, 0)
        for fold in range(n_folds if self.by_song else 0):
            for variant in self.variants:
                yield Cell(variant, self.largest_budget, self.seeds[0], BY_SONG, 0, fold)

    def _cells(self, kind: str, repetition: int, fold: int) -> Iterator[Cell]:
        for seed in self.seeds:
            for budget in self.budgets:
                for variant in self.variants:
                    cell = Cell(variant, budget, seed, kind, repetition, fold)
                    yield cell
                    for condition in self.conditions if kind == FOLDS else ():
                        yield replace(cell, condition=condition)

    @property
    def largest_budget(self) -> int | None:
        """The most labelled songs."""
        numbers = [budget for budget in self.budgets if budget is not None]
        return max(numbers) if len(numbers) == len(self.budgets) else None


def budget_text(budget: int | None) -> str:
    """Write a label budget as a plan does."""
    return ALL if budget is None else str(budget)
