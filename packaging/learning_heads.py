"""Part (a) of the bench of learning: the linear probe alone, on features that were given.

A file: npz with layers (n, n_layers · width), mfcc (n, 120), label (n,), group (n,), one label a
song, taken as one tag each. Half of the artists are the library, the others are the test.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from learning_baselines import BASELINES, CHANCE, LabelledSongs
from learning_features import SongNumbers
from learning_tables import OURS, Result, estimate_numbers, score_numbers
from numpy.typing import NDArray

from core.library.records import Labels
from core.metrics.measure import measure
from core.metrics.platt import fit_platt, fit_platt_per_tag
from core.metrics.thresholds import tag_thresholds
from core.models.probe_tagger import EmbeddingBlock
from core.systems.system import Scores, States, learnable_tags
from core.training.folds import make_folds
from core.training.linear_probe import LinearProbe, ProbeSongs

PART = "(a) the head alone"
LAST_LAYER = 32  # numbers of the last of the layers, which stands for a hidden layer
POOL_SHARE, MAX_TEST = 0.55, 1500
RAW = "RhythmCap, not calibrated"


@dataclass(frozen=True, slots=True)
class GivenSongs:
    """Songs of a file of features."""

    name: str
    numbers: SongNumbers
    states: States
    groups: NDArray[np.int64]


def read_features(path: Path) -> GivenSongs:
    """Read a file of features, all of it numbers."""
    with np.load(path, allow_pickle=False) as arrays:
        layers = arrays["layers"].astype(np.float32)
        label = arrays["label"]
        numbers = SongNumbers(
            layers[:, -LAST_LAYER:], layers[:, :-LAST_LAYER], arrays["mfcc"].astype(np.float32)
        )
        groups = np.unique(arrays["group"], return_inverse=True)[1]
    states = (label[:, None] == np.unique(label)[None, :]).astype(np.int8)
    return GivenSongs(path.stem, numbers, states, groups)


@dataclass(frozen=True, slots=True)
class Draw:
    """pool: rows of the library, in an order whose beginnings are the songs labelled. test: rows
    of other artists' songs.
    """

    number: int
    pool: NDArray[np.int64]
    test: NDArray[np.int64]


def draw(groups: NDArray[np.int64], number: int) -> Draw:
    """Give half of the artists to the library, and put its songs into a random order."""
    rng = np.random.default_rng([number, 9])
    artists = rng.permutation(np.unique(groups))
    in_pool = np.isin(groups, artists[: round(POOL_SHARE * len(artists))])
    pool = rng.permutation(np.flatnonzero(in_pool))
    return Draw(number, pool, rng.permutation(np.flatnonzero(~in_pool))[:MAX_TEST])


def head_results(
    path: Path, budgets: Sequence[int], n_draws: int, folder: Path
) -> Iterator[Result]:
    """Compare the probe with the baselines on one file of features."""
    songs = read_features(path)
    for number in range(n_draws):
        drawn = draw(songs.groups, number)
        for n in budgets:
            if n > len(drawn.pool):
                continue
            yield from our_results(songs, drawn, n)
            yield from baseline_results(songs, drawn, n, folder)


def baseline_results(
    songs: GivenSongs, drawn: Draw, n_songs: int, folder: Path
) -> Iterator[Result]:
    """Let every baseline learn from the first songs of a draw."""
    rows = drawn.pool[:n_songs]
    labelled = LabelledSongs(songs.numbers.rows(rows), songs.states[rows], songs.groups[rows])
    for baseline in BASELINES:
        scores = baseline.scores(labelled, songs.numbers.rows(drawn.test), folder)
        numbers = score_numbers(songs.states[drawn.test], scores)
        yield Result(PART, songs.name, baseline.name, n_songs, drawn.number, **numbers)


def our_results(songs: GivenSongs, drawn: Draw, n_songs: int) -> Iterator[Result]:
    """Learn as the product does, from the first songs of a draw; all of its library is known."""
    rows, test = drawn.pool[:n_songs], drawn.test
    states, truth = songs.states[rows], songs.states[test]
    layers = np.hstack([songs.numbers.pooled, songs.numbers.hidden])
    blocks = (
        EmbeddingBlock("features", layers.shape[1]),
        EmbeddingBlock("cepstra", songs.numbers.mfcc.shape[1]),
    )
    inputs = np.hstack([layers, songs.numbers.mfcc])
    taught = learnable_tags(states)
    probe = LinearProbe(
        ProbeSongs(inputs[rows], inputs[drawn.pool[n_songs:]]), blocks, states[:, taught],
        np.zeros(len(taught), dtype=np.bool_),
    )  # fmt: skip
    weights, bias = probe.fit()
    raw = inputs[test] @ weights.numpy() + bias.numpy()
    folds = make_folds(_labels(states[:, taught], songs.groups[rows]), seed=0)
    judged = probe.out_of_fold_logits(folds, np.arange(len(taught)))
    pooled = fit_platt(states[:, taught], judged)
    slopes, offsets = fit_platt_per_tag(states[:, taught], judged, pooled)
    own = _sigmoid(judged * slopes + offsets)
    names = [str(column) for column in taught]
    estimate = measure(names, states[:, taught], own, songs.groups[rows]).means["wauc"]
    measured = np.isfinite(own).any(axis=0)
    thresholds = np.full(states.shape[1], CHANCE)
    thresholds[taught] = tag_thresholds(states[:, taught], own)
    for system, logits in ((OURS, raw * slopes + offsets), (RAW, raw)):
        scores = np.full(truth.shape, CHANCE)
        scores[:, taught] = _sigmoid(logits)
        numbers = score_numbers(truth, scores, thresholds if system == OURS else None)
        if system == OURS:
            same = taught[measured]
            names, groups = list(map(str, same)), songs.groups[test]
            independent = measure(names, truth[:, same], scores[:, same], groups).means["wauc"]
            numbers |= estimate_numbers(estimate, independent)
        yield Result(PART, songs.name, system, n_songs, drawn.number, **numbers)


def _sigmoid(logits: Scores) -> Scores:
    scores: Scores = 1.0 / (1.0 + np.exp(-logits.clip(-50.0, 50.0)))
    return scores


def _labels(states: States, groups: NDArray[np.int64]) -> Labels:
    """Make labels of songs that have no sound: what the folds are drawn from."""
    n_songs, n_tags = states.shape
    return Labels(
        song_ids=np.arange(n_songs),
        audio_hashes=tuple(f"{row:032x}" for row in range(n_songs)),
        paths=tuple(Path(f"{row}.flac") for row in range(n_songs)),
        artists=tuple(f"artist {group}" for group in groups),
        tag_ids=np.arange(n_tags),
        tag_names=tuple(map(str, range(n_tags))),
        states=states,
        codebook_version=1,
    )
