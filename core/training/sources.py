"""Where a network's logits of some songs come from while it is trained.

Cached vectors, cached features or the spectrograms themselves, depending on which sections are
frozen. While training, segments are jittered in time; while validating, never.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn.utils.rnn import pad_sequence

from core.errors import RhythmCapError
from core.features.analyse import ensure_log_mel
from core.features.cache import FeatureCache
from core.features.recipe import FeatureRecipe
from core.jobs import SILENT, JobContext, part_of
from core.library.records import Labels
from core.models.device import half_precision, kind_of
from core.models.network import TaggingNetwork
from core.models.running_job import is_cancelled
from core.models.segments import fill_short, song_starts
from core.training.checkpointing import checkpoint

MAX_STEPS = 12  # segments of one song in one batch: 6 minutes, so that a cancel is felt
SEGMENTS_PER_PASS = 2  # through the reduction while it is trained
SEGMENTS_PER_PASS_ON_CARD = 64  # which would mostly wait for its next two
EVALUATION_BATCH = 8

Rng = np.random.Generator | None  # while training; None takes songs whole, as they are
Skipped = tuple[tuple[Path, str], ...]  # (path, reason) of songs that could not be read


class SongSource(Protocol):
    """Songs, by row, as a network can be trained on them."""

    def logits(self, network: TaggingNetwork, rows: Sequence[int], rng: Rng = None) -> Tensor:
        """Compute the logits of some songs: (len(rows), n_tags)."""


def predict_scores(
    network: TaggingNetwork, source: SongSource, rows: Sequence[int], job: JobContext = SILENT
) -> NDArray[np.float32]:
    """Score whole songs, in evaluate mode: (len(rows), n_tags). Raises Cancelled."""
    network.eval()
    batches = []
    with torch.no_grad():
        for first in range(0, len(rows), EVALUATION_BATCH):
            job.check()
            logits = source.logits(network, rows[first : first + EVALUATION_BATCH])
            batches.append(torch.sigmoid(logits).cpu().numpy())
    return np.concatenate(batches) if batches else np.zeros((0, network.output.out_features), "f4")


# -- reduction frozen: a sequence of features per song ----------------------------------------


@dataclass(frozen=True, slots=True)
class SongFeatures:
    """The reduction's output for one song.

    features: float16 or float32, (n, n_features), a quarter segment apart. whole: indices of those
    that make the song's score, one after the other.
    """

    features: NDArray[np.floating]
    whole: NDArray[np.int64]

    def steps(self, rng: Rng = None) -> NDArray[np.float32]:
        """Return the song whole or jittered: (steps, n_features)."""
        indices = self.whole if rng is None else jittered_steps(self.whole, len(self.features), rng)
        return self.features[indices].astype(np.float32)


class FeatureSource:
    """The reduction is frozen: temporal section and classifier are trained on its output."""

    def __init__(self, songs: Sequence[SongFeatures], device: str) -> None:
        self._songs = songs
        self._device = device

    def logits(self, network: TaggingNetwork, rows: Sequence[int], rng: Rng = None) -> Tensor:
        """Compute the logits of some songs: (len(rows), n_tags)."""
        steps = [self._songs[row].steps(rng) for row in rows]
        return network.song_logits(*pad_steps(steps, self._device))


def jittered_starts(
    network: TaggingNetwork, n_frames: int, rng: np.random.Generator
) -> NDArray[np.int64]:
    """Return first frames of a song's segments, at most MAX_STEPS, moved by up to half of one."""
    length = network.segment_frames
    starts, last = song_starts(n_frames, length, network.layout), n_frames - length
    if last <= 0:
        return starts
    starts = _crop(starts, rng)
    moved = starts + rng.integers(-length // 2, length // 2 + 1, len(starts))
    return np.sort(np.clip(moved, 0, last))


def jittered_steps(whole: NDArray[np.int64], n: int, rng: np.random.Generator) -> NDArray[np.int64]:
    """Move each step by up to half a segment, in order; at most MAX_STEPS in a row.

    whole: indices among n that make the song's score.
    """
    n_whole = len(whole)
    whole = _crop(whole, rng)
    if n == n_whole:  # there are no features in between
        return whole
    moved = whole + rng.integers(-2, 3, len(whole))
    return np.sort(np.clip(moved, 0, n - 1))


def _crop(steps: NDArray[np.int64], rng: np.random.Generator) -> NDArray[np.int64]:
    """Take at most MAX_STEPS in a row."""
    if len(steps) <= MAX_STEPS:
        return steps
    first = int(rng.integers(0, len(steps) - MAX_STEPS + 1))
    return steps[first : first + MAX_STEPS]


def pad_steps(sequences: Sequence[NDArray[np.float32]], device: str) -> tuple[Tensor, Tensor]:
    """Stack sequences of different lengths to one padded tensor; it and their lengths."""
    lengths = [len(sequence) for sequence in sequences]
    batch = np.zeros((len(sequences), max(lengths), sequences[0].shape[1]), dtype=np.float32)
    for row, sequence in enumerate(sequences):
        batch[row, : len(sequence)] = sequence
    return torch.from_numpy(batch).to(device), torch.tensor(lengths, device=device)


# -- nothing frozen: spectrograms -------------------------------------------------------------


class SpectrogramSource:
    """Every section is trained: segments are cut from the spectrograms each time.

    The reduction takes segments_per_pass at a time (0: all of them, which batch norms that are
    trained need; more on a graphics card) and is computed again on the way back, so that long songs
    fit into memory and a cancel is felt at once. A card that takes them in one pass keeps it.
    """

    def __init__(
        self,
        spectrograms: Sequence[NDArray[np.floating]],
        recipe: FeatureRecipe,
        device: str,
        *,
        segments_per_pass: int = SEGMENTS_PER_PASS,
        job: JobContext = SILENT,
    ) -> None:
        self._spectrograms = spectrograms
        self._recipe = recipe
        self._device = device
        self._on_card = kind_of(device) != "cpu"
        if segments_per_pass and self._on_card:
            segments_per_pass = max(segments_per_pass, SEGMENTS_PER_PASS_ON_CARD)
        self._segments_per_pass = segments_per_pass
        self._job = job

    def logits(self, network: TaggingNetwork, rows: Sequence[int], rng: Rng = None) -> Tensor:
        """Compute the logits of some songs: (len(rows), n_tags). Raises Cancelled."""
        songs = [self._segments(network, row, rng) for row in rows]
        lengths = [len(segments) for segments in songs]
        features = self._reduce(network, [segment for song in songs for segment in song])
        padded_songs = pad_sequence(list(torch.split(features, lengths)), batch_first=True)
        return network.song_logits(padded_songs, torch.tensor(lengths, device=self._device))

    def _segments(self, network: TaggingNetwork, row: int, rng: Rng) -> list[NDArray[np.floating]]:
        """Cut a song; the segments are parts of what is mapped, and not read yet."""
        length = network.segment_frames
        spectrogram = fill_short(self._spectrograms[row], length, self._recipe)
        if rng is None:
            starts = song_starts(spectrogram.shape[1], length, network.layout)
        else:
            starts = jittered_starts(network, spectrogram.shape[1], rng)
        return [spectrogram[:, start : start + length] for start in starts]

    def _reduce(self, network: TaggingNetwork, segments: Sequence[NDArray[np.floating]]) -> Tensor:
        """Run the reduction: n segments, (n_mels, n_frames) each -> (n, n_features)."""

        def reduce(batch: Tensor) -> Tensor:
            with half_precision(self._device):
                reduced: Tensor = network.reduction(batch)
            return reduced.float()

        per_pass = self._segments_per_pass or len(segments)
        fits = not self._segments_per_pass or (self._on_card and len(segments) <= per_pass)
        parts = []
        for first in range(0, len(segments), per_pass):
            self._job.check()
            cut = np.stack(segments[first : first + per_pass])
            cut = cut[:, 0] if self._recipe.is_waveform else cut
            batch = torch.from_numpy(np.ascontiguousarray(cut)).to(self._device).float()
            if torch.is_grad_enabled() and not fits:
                parts.append(checkpoint(reduce, batch, self._is_cancelled))
            else:
                parts.append(reduce(batch))
        return torch.cat(parts)

    def _is_cancelled(self) -> bool:
        return is_cancelled(self._job)


def load_spectrograms(
    recipe: FeatureRecipe, labels: Labels, cache: FeatureCache, job: JobContext = SILENT
) -> tuple[NDArray[np.int64], list[NDArray[np.floating]], Skipped]:
    """Load the songs' cached spectrograms, mapped from disk, made where they are not cached.

    Returns the rows that could be read, their spectrograms, and the songs that could not, each
    with its reason. Raises Cancelled.
    """
    rows, spectrograms, skipped = [], [], []
    for row, (path, audio_hash) in enumerate(zip(labels.paths, labels.audio_hashes, strict=True)):
        job.check()
        job.report(row, len(labels.paths), path.name)
        try:
            song_job = part_of(job, row, len(labels.paths))
            values = ensure_log_mel(path, audio_hash, recipe, cache, song_job).values
        except RhythmCapError as error:
            skipped.append((path, error.message))
            continue
        is_stored = recipe.top_db is None and not recipe.n_cepstra
        mapped = cache.view(audio_hash, recipe) if is_stored else None
        spectrograms.append(values if mapped is None else mapped)
        rows.append(row)
    return np.array(rows, dtype=np.int64), spectrograms, tuple(skipped)
