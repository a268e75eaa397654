"""Systems whose learning and scoring are timed apart: what a recommendation costs.

A run that goes on after a stop finds cells that it does not run again, so the times are kept.
"""

from __future__ import annotations

import json
import time
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from statistics import median

from core.atomic_files import write_text
from core.experiments.cells import cannot_write
from core.jobs import SILENT, JobContext
from core.library.records import Labels
from core.systems.catalogue import Parameters, SystemEntry
from core.systems.song_views import SongViews
from core.systems.system import FittedSystem, Scores, System

FILE = "times.json"


@dataclass(frozen=True, slots=True)
class Pace:
    """Seconds to learn from n_songs labelled songs, and to score a song."""

    n_songs: int
    fit_s: float
    score_s: float


@dataclass(slots=True)
class PaceBook:
    """The paces of systems, by name, kept in a folder."""

    folder: Path
    paces: dict[str, list[Pace]] = field(default_factory=dict)

    @classmethod
    def read(cls, folder: Path) -> PaceBook:
        """Read what was kept; nothing where there is no such file, or a damaged one."""
        try:
            stored = json.loads((folder / FILE).read_text(encoding="utf-8"))
            paces = {
                str(name): [Pace(int(n), float(fit), float(score)) for n, fit, score in rows]
                for name, rows in stored.items()
            }
        except (OSError, ValueError, TypeError, AttributeError):
            paces = {}
        return cls(folder, paces)

    def add(self, name: str, pace: Pace) -> None:
        """Note a pace, and keep all. Raises ExperimentError."""
        self.paces.setdefault(name, []).append(pace)
        rows = {
            system: [[pace.n_songs, round(pace.fit_s, 4), round(pace.score_s, 6)] for pace in known]
            for system, known in self.paces.items()
        }
        path = self.folder / FILE
        try:
            write_text(path, json.dumps(rows) + "\n")
        except OSError as error:
            raise cannot_write(path, error) from error

    def usual(self, name: str) -> Pace | None:
        """Return the median pace where a system learned from about as many songs as it ever did."""
        known = self.paces.get(name)
        if not known:
            return None
        most = max(pace.n_songs for pace in known)
        large = [pace for pace in known if pace.n_songs >= 0.8 * most]
        return Pace(
            most,
            median(pace.fit_s for pace in large),
            median(pace.score_s for pace in large),
        )


def timed(systems: Mapping[str, SystemEntry], book: PaceBook) -> dict[str, SystemEntry]:
    """Return the same systems, which note how long they take."""

    def make(entry: SystemEntry, parameters: Parameters) -> System:
        return _TimedSystem(entry.name, entry.system(parameters), book)

    return {name: replace(entry, make=partial(make, entry)) for name, entry in systems.items()}


@dataclass(frozen=True, slots=True)
class _TimedSystem:
    name: str
    system: System
    book: PaceBook

    def fit(
        self, songs: Labels, views: SongViews, seed: int, job: JobContext = SILENT
    ) -> FittedSystem:
        begun = time.monotonic()
        fitted = self.system.fit(songs, views, seed, job)
        n_labelled = int((songs.states >= 0).any(axis=1).sum())
        return _TimedScores(fitted, self, n_labelled, time.monotonic() - begun)


@dataclass(frozen=True, slots=True)
class _TimedScores:
    fitted: FittedSystem
    timed: _TimedSystem
    n_labelled: int
    fit_s: float

    def scores(self, songs: Labels, job: JobContext = SILENT) -> Scores:
        begun = time.monotonic()
        scores = self.fitted.scores(songs, job)
        score_s = (time.monotonic() - begun) / max(len(songs.audio_hashes), 1)
        self.timed.book.add(self.timed.name, Pace(self.n_labelled, self.fit_s, score_s))
        return scores
