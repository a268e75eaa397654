"""Frames of songs: what systems see of one moment, and how some are drawn to learn from.

A frame source may learn from the sounds of songs (principal components do), never from decisions.
What is drawn depends on the song and the seed alone, so the songs around it do not matter.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from core.errors import TrainingError
from core.features.analyse import ensure_log_mel
from core.jobs import SILENT, JobContext
from core.library.records import Labels
from core.models.probe_form import embedding_key, probe_network
from core.models.reduce_song import Segments, SongInput, filled, reduce_batches
from core.models.segments import repeated, song_starts
from core.systems.song_views import RECIPE, Frames, SongFile, SongViews, song_files

MAX_DRAWN_FRAMES = 200_000  # of all songs together: 77 MB of log-mel frames
MAX_PATCHES, MAX_SONG_PATCHES = 4096, 16
N_COMPONENTS = 90  # of 96 mel bins, as Hamel et al. 2011 keep 120 of 128
SMALLEST_VARIANCE = 1e-6  # of the largest: directions with less hold rounding, which must not grow

FrameReader = Callable[[SongFile], Frames]  # a song -> (n_frames, n_values)
Projection = Callable[[Frames], Frames]  # (n_frames, n_values) -> (n_frames, fewer values)
Patches = NDArray[np.float16]  # (n_songs, n_patches, n_mels, n_frames)


class FrameSource(Protocol):
    """A way to turn a song into frames."""

    def fit(
        self, songs: Labels, views: SongViews, seed: int, job: JobContext = SILENT
    ) -> FrameReader:
        """Learn what it must from the sounds of songs. Raises TrainingError, Cancelled."""


@dataclass(frozen=True, slots=True)
class Cepstra:
    """90 mel-frequency cepstral coefficients a frame (Sankaran 2017, algorithm 4)."""

    def fit(
        self, songs: Labels, views: SongViews, seed: int, job: JobContext = SILENT
    ) -> FrameReader:
        """See FrameSource. Nothing is learned."""
        del songs, seed, job
        return views.cepstra


@dataclass(frozen=True, slots=True)
class PrincipalComponents:
    """The first principal components of log-mel frames (Sankaran 2017, algorithms 2 and 3).

    n: how many at most. is_whitened: divided by the square roots of their variances, so that
    their covariance is the identity. (The thesis writes the variances themselves, by which it
    would not be.)
    """

    n: int = N_COMPONENTS
    is_whitened: bool = True

    def fit(
        self, songs: Labels, views: SongViews, seed: int, job: JobContext = SILENT
    ) -> FrameReader:
        """See FrameSource."""

        def log_mel(song: SongFile) -> Frames:
            return views.log_mel(song).T

        drawn = drawn_frames(log_mel, songs, seed, job)
        project = fit_components(drawn, self.n, is_whitened=self.is_whitened)
        return lambda song: project(log_mel(song))


@dataclass(frozen=True, slots=True)
class CnnSegments:
    """The output of the model's CNN, one "frame" a segment (Sankaran 2017, section 3.2.3)."""

    def fit(
        self, songs: Labels, views: SongViews, seed: int, job: JobContext = SILENT
    ) -> FrameReader:
        """See FrameSource. Nothing is learned."""
        del songs, seed
        return lambda song: cnn_segments(song, views, job)


def cnn_segments(song: SongFile, views: SongViews, job: JobContext = SILENT) -> Frames:
    """Return what the model's CNN makes of the segments of a song: (n_segments, n_features).

    Without the cepstra and the networks beside it that a probe has. Kept under the digest of its
    weights. Raises AudioError, CacheError, Cancelled.
    """
    model = views.model
    key = f"segments-{embedding_key(model)}"

    def reduced() -> Frames:
        network, recipe = probe_network(model), model.card.recipe
        log_mel = ensure_log_mel(song.path, song.audio_hash, recipe, views.cache, job)
        values = filled(model, SongInput(log_mel)).log_mel.values
        length = network.segment_frames
        starts = song_starts(values.shape[1], length, network.layout, network.hop_frames)
        segments = Segments(model.inference_reduction, length, recipe, model.device)
        batches = [batch for _, batch in reduce_batches(segments, values, starts, job)]
        width = next(block.width for block in network.blocks if block.kind == "features")
        return np.ascontiguousarray(np.concatenate(batches)[:, :width])

    return np.asarray(views.kept(song, key, reduced), dtype=np.float32)


# -- drawing ----------------------------------------------------------------------------------


def drawn_frames(reader: FrameReader, songs: Labels, seed: int, job: JobContext = SILENT) -> Frames:
    """Draw about as many frames of every song, MAX_DRAWN_FRAMES at most: (n, n_values).

    Raises TrainingError without any song, AudioError, CacheError, Cancelled.
    """
    quota = max(1, MAX_DRAWN_FRAMES // max(1, len(songs.paths)))
    parts = []
    for song in songs_to_draw_from(songs, job):
        frames = reader(song)
        parts.append(frames[drawn_rows(len(frames), quota, song, seed)])
    return np.concatenate(parts)


def drawn_rows(n_rows: int, quota: int, song: SongFile, seed: int) -> NDArray[np.int64]:
    """Draw rows of a song without repetition, in their order; all where they are few."""
    if n_rows <= quota:
        return np.arange(n_rows)
    return np.sort(_song_rng(song, seed).choice(n_rows, quota, replace=False))


def drawn_patches(
    songs: Labels, views: SongViews, n_frames: int, seed: int, job: JobContext = SILENT
) -> Patches:
    """Cut pieces of the log-mel at random: (n_songs, n_patches, n_mels, n_frames).

    As many of every song, MAX_PATCHES of all where there are fewer songs. A shorter song is
    repeated. Raises as drawn_frames.
    """
    n_patches = int(np.clip(MAX_PATCHES // max(1, len(songs.paths)), 1, MAX_SONG_PATCHES))
    patches = np.empty((len(songs.paths), n_patches, RECIPE.n_mels, n_frames), dtype=np.float16)
    for song in songs_to_draw_from(songs, job):
        values = repeated(views.log_mel(song), n_frames, RECIPE)
        starts = _song_rng(song, seed).integers(0, values.shape[1] - n_frames + 1, n_patches)
        for index, start in enumerate(starts):
            patches[song.row, index] = values[:, start : start + n_frames]
    return patches


def songs_to_draw_from(songs: Labels, job: JobContext) -> Iterator[SongFile]:
    """Yield the songs in turn, and tell how far it is. Raises TrainingError without any."""
    if not songs.paths:
        raise TrainingError("systems.too_few_songs", n=0, needed=1)
    for song in song_files(songs):
        job.check()
        job.report(song.row, len(songs.paths), song.path.name)
        yield song


def _song_rng(song: SongFile, seed: int) -> np.random.Generator:
    return np.random.default_rng([seed, zlib.crc32(song.audio_hash.encode())])


# -- what is learned from drawn frames ---------------------------------------------------------


def fit_components(frames: Frames, n: int, *, is_whitened: bool) -> Projection:
    """Learn what centres frames and projects them on their first n principal components.

    Fewer than n where there are fewer frames or values, or nothing varies in a direction.
    """
    from sklearn.decomposition import PCA

    n = min(n, *frames.shape)
    with np.errstate(invalid="ignore"):  # shares of a variance of 0, which are not used
        found = PCA(n, svd_solver="covariance_eigh").fit(frames.astype(np.float64))
    variances = found.explained_variance_
    is_real = variances > SMALLEST_VARIANCE * max(float(variances.max(initial=0.0)), 1e-12)
    is_real[0] = True  # a vector is never empty
    directions = found.components_[is_real]
    if is_whitened:
        directions = directions / np.sqrt(np.maximum(variances[is_real], 1e-12))[:, None]
    centre, rotation = found.mean_.astype(np.float32), directions.T.astype(np.float32)

    def project(others: Frames) -> Frames:
        return np.asarray((others - centre) @ rotation)

    return project


@dataclass(frozen=True, slots=True)
class MelScale:
    """Mean and spread of every mel bin: float32 (n_mels, 1) both."""

    centre: NDArray[np.float32]
    spread: NDArray[np.float32]

    @classmethod
    def of(cls, patches: Patches) -> MelScale:
        """Measure the pieces of songs, one song at a time."""
        total = np.zeros((2, patches.shape[2]))
        for song_patches in patches:
            values = song_patches.astype(np.float64)
            total += np.stack([values.mean(axis=(0, 2)), np.square(values).mean(axis=(0, 2))])
        mean, square = total / len(patches)
        spread = np.sqrt(np.maximum(square - mean**2, 1e-6))
        return cls(mean[:, None].astype(np.float32), spread[:, None].astype(np.float32))

    def apply(self, log_mel: NDArray[np.floating]) -> NDArray[np.float32]:
        """Standardise (..., n_mels, n_frames)."""
        return (log_mel.astype(np.float32) - self.centre) / self.spread
