"""Folds of a cross-validation: whole artists, the tags spread over them. Knows no model."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.library.records import Labels
from core.training.artist_groups import artist_groups, name_digest

MANY_FOLDS, FEW_FOLDS, MAX_SONGS_FOR_MANY = 10, 5, 400
N_REPEATS, MAX_SONGS_TO_REPEAT = 3, 150


@dataclass(frozen=True, slots=True)
class Folds:
    """How songs are divided, several times over.

    numbers: int64 (n_repeats, n_songs), the fold of each song. by_artist: whether all songs of an
    artist are together; otherwise the artists were too few. groups: (n_songs,), a number for each
    artist, or song where no artist is known. n_artists: how many are known, artists who share a
    song counted as one.
    """

    numbers: NDArray[np.int64]
    by_artist: bool
    groups: NDArray[np.int64]
    n_artists: int

    @property
    def n_folds(self) -> int:
        """Number of folds of each repetition."""
        return int(self.numbers.max(initial=-1)) + 1


def make_folds(
    labels: Labels, seed: int, *, n_folds: int = 0, n_repeats: int = 0, by_song: bool = False
) -> Folds:
    """Divide the songs by artist, or by song where there are fewer artists than folds.

    Small collections get more folds, so that each song is judged by a model that learned from
    nearly all others, and several divisions, whose luck is averaged out. The same songs give the
    same folds, in whatever order they come. Two songs are the fewest; fewer make no fold.
    n_folds, n_repeats: how many instead, of the folds at most. by_song: take artists apart, which
    makes every model look better than it is.
    """
    n_songs = len(labels.audio_hashes)
    groups = artist_numbers(labels)
    n_artists = len(set(artist_groups(labels)) - {""})
    by_artist = n_artists >= FEW_FOLDS and not by_song
    units = groups if by_artist else np.unique(labels.audio_hashes, return_inverse=True)[1]
    n_folds = n_folds or (MANY_FOLDS if n_songs <= MAX_SONGS_FOR_MANY else FEW_FOLDS)
    n_folds = min(n_folds, len(np.unique(units)))
    n_repeats = n_repeats or (N_REPEATS if n_songs <= MAX_SONGS_TO_REPEAT else 1)
    numbers = np.zeros((n_repeats, n_songs), dtype=np.int64)
    for repeat in range(n_repeats):
        rng = np.random.default_rng([seed, repeat])
        numbers[repeat] = _stratified(units, labels, n_folds, rng)
    return Folds(numbers, by_artist, groups, n_artists)


def artist_numbers(labels: Labels) -> NDArray[np.int64]:
    """Number the songs by artist, in the order of a hash; unknown artists by song: (n_songs,).

    Songs that share one of their artists have one number, and so all songs of these artists.
    """
    names = [
        artist or song_key(audio_hash)
        for artist, audio_hash in zip(artist_groups(labels), labels.audio_hashes, strict=True)
    ]
    order = sorted(set(names), key=name_digest)
    number_of = {name: number for number, name in enumerate(order)}
    return np.array([number_of[name] for name in names], dtype=np.int64)


def song_key(audio_hash: str) -> str:
    """Name a song without a known artist among the artists."""
    return f"song {audio_hash}"


def _stratified(
    units: NDArray[np.int64], labels: Labels, n_folds: int, rng: np.random.Generator
) -> NDArray[np.int64]:
    """Give each unit to the fold that lacks its decisions most (after Sechidis et al. 2011).

    Units with many decisions come first, and of equal ones by the luck of the draw.
    """
    names, rows = np.unique(units, return_inverse=True)
    is_yes, is_no = (labels.states == 1).astype(float), (labels.states == 0).astype(float)
    n_tags = labels.states.shape[1]
    counts = np.zeros((len(names), 2 * n_tags + 1))
    np.add.at(counts, rows, np.hstack([is_yes, is_no, np.ones((len(rows), 1))]))
    wanted = counts.sum(axis=0) / max(1, n_folds)
    importance = 1.0 / np.maximum(wanted, 1.0 / max(1, n_folds))
    lacking = np.tile(wanted, (n_folds, 1))
    order = rng.permutation(len(names))
    order = order[np.argsort(-counts[order].sum(axis=1), kind="stable")]
    fold_of = np.zeros(len(names), dtype=np.int64)
    for unit in order:
        need = (lacking * (counts[unit] * importance)).sum(axis=1)
        fold = int(np.lexsort((rng.random(n_folds), -lacking[:, -1], -need))[0])
        fold_of[unit] = fold
        lacking[fold] -= counts[unit]
    return fold_of[rows]
