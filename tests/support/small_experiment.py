"""Experiments without a sound: systems that know the truth, on drawn labels."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from core.errors import AudioError
from core.experiments.plan import Plan, Variant
from core.experiments.runner import Material, RunReport, run_plan
from core.jobs import SILENT, JobContext
from core.library.records import Labels
from core.systems.catalogue import Parameter, Parameters, SystemEntry
from core.systems.song_views import SongFile, SongViews
from core.systems.system import FittedSystem, Scores, learnable_tags
from tests.support.drawn_labels import bands, drawn_labels

SONGS = drawn_labels(bands(8, 40), n_tags=3)


class NoViews(SongViews):
    """Songs without sounds; some files cannot be read."""

    def __init__(self, *unreadable: Path) -> None:
        self.unreadable = unreadable

    def log_mel(self, song: SongFile) -> np.ndarray:
        if song.path in self.unreadable:
            raise AudioError("audio.no_sound", name=song.path.name, path=song.path)
        return np.zeros((1, 1), np.float32)

    def embedding(self, _song: SongFile, _job: JobContext = SILENT) -> np.ndarray:
        return np.zeros(1, np.float32)


@dataclass
class Fits:
    """What systems were given to learn from. before: called with the number of each fit."""

    given: list[Labels] = field(default_factory=list)
    tested: list[Labels] = field(default_factory=list)
    before: Callable[[int], None] = id  # which does nothing
    n_calls: int = 0


@dataclass(frozen=True)
class NoisyTruth:
    """A system that knows the truth, with noise that a song always has, less with more labels."""

    name: str
    noise: float
    fits: Fits
    truth: dict[str, np.ndarray]

    def fit(
        self, songs: Labels, _views: SongViews, seed: int, _job: JobContext = SILENT
    ) -> FittedSystem:
        self.fits.n_calls += 1
        self.fits.before(self.fits.n_calls - 1)
        self.fits.given.append(songs)
        n_labelled = int((songs.states >= 0).any(axis=1).sum())
        return _Fitted(self, learnable_tags(songs.states), self.noise / np.sqrt(n_labelled), seed)


@dataclass(frozen=True)
class _Fitted:
    system: NoisyTruth
    columns: np.ndarray
    noise: float
    seed: int

    def scores(self, songs: Labels, _job: JobContext = SILENT) -> Scores:
        self.system.fits.tested.append(songs)
        scores = np.full((len(songs.audio_hashes), len(songs.tag_names)), np.nan)
        for row, audio_hash in enumerate(songs.audio_hashes):
            digest = hashlib.blake2b(f"{audio_hash} {self.seed}".encode(), digest_size=4).digest()
            noise = np.random.default_rng(list(digest)).standard_normal(scores.shape[1])
            margin = 2.0 * self.system.truth[audio_hash] - 1.0 + self.noise * noise
            scores[row, self.columns] = (1.0 / (1.0 + np.exp(-margin)))[self.columns]
        return scores


def entries(fits: Fits, labels: Labels = SONGS) -> dict[str, SystemEntry]:
    """Two systems, of which the first knows more."""
    truth = dict(zip(labels.audio_hashes, labels.states.astype(float), strict=True))

    def entry(name: str, noise: float) -> SystemEntry:
        def make(parameters: Parameters) -> NoisyTruth:
            return NoisyTruth(name, float(parameters["noise"]), fits, truth)

        noises = {"noise": Parameter(noise, least=0, most=100)}
        return SystemEntry(name, "systems.title_rhythmcap", "nobody", make, noises)

    return {name: entry(name, noise) for name, noise in (("good", 3.0), ("poor", 12.0))}


PLAN = Plan(
    "small",
    (Variant("good"), Variant("poor")),
    budgets=(4, None),
    n_folds=3,
    n_repetitions=2,
    metrics=("wauc", "ap"),
)
N_CELLS = 2 * 2 * 3 * 2


def material(fits: Fits, labels: Labels = SONGS, *unreadable: Path, **others: object) -> Material:
    """What a plan is run on."""
    systems = entries(fits, labels)
    return Material(labels, NoViews(*unreadable), "none", "k", systems=systems, **others)


def run_small(
    folder: Path, plan: Plan = PLAN, labels: Labels = SONGS, before: Callable[[int], None] = id
) -> tuple[RunReport, Fits]:
    """Run a plan into a folder."""
    fits = Fits(before=before)
    return run_plan(plan, material(fits, labels), folder), fits
