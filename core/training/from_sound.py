"""Learning that reaches the reduction: segments are cut from the cached spectrograms each time.

The reduction runs over a few segments at a time and is run again on the way back (Chen et al.
2016, gradient checkpointing), so that long songs fit into memory and a cancel is felt at once.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn.utils.rnn import pad_sequence

from core.errors import RhythmCapError
from core.features.analyse import ensure_log_mel
from core.features.cache import FeatureCache
from core.features.recipe import FeatureRecipe
from core.jobs import SILENT, Cancelled, JobContext
from core.library.records import Labels
from core.models.device import half_precision
from core.models.network import TaggingNetwork
from core.models.segments import padded, song_starts
from core.training.hearing import Unheard
from core.training.recompute import recomputed
from core.training.sources import MOST_STEPS, Draw

SEGMENTS_AT_ONCE = 2


class FromSound:
    """Every section learns. at_once: segments the reduction takes at a time, 0 for all of them
    (batch norms that learn need them all).
    """

    def __init__(
        self,
        sounds: Sequence[NDArray[np.floating]],
        recipe: FeatureRecipe,
        device: str,
        *,
        at_once: int = SEGMENTS_AT_ONCE,
        job: JobContext = SILENT,
    ) -> None:
        self._sounds = sounds
        self._recipe = recipe
        self._device = device
        self._at_once = at_once
        self._job = job

    def logits(self, network: TaggingNetwork, rows: Sequence[int], draw: Draw = None) -> Tensor:
        """(len(rows), n_tags)."""
        cut = [self._segments(network, row, draw) for row in rows]
        lengths = [len(each) for each in cut]
        features = self._reduce(network, np.concatenate(cut))
        songs = pad_sequence(list(torch.split(features, lengths)), batch_first=True)
        return network.song_logits(songs, torch.tensor(lengths, device=self._device))

    def _segments(self, network: TaggingNetwork, row: int, draw: Draw) -> NDArray[np.float32]:
        sound, length = self._sounds[row], network.segment_frames
        starts = song_starts(sound.shape[1], length, network.layout)
        if draw is not None:
            starts = _drawn_starts(starts, sound.shape[1] - length, length, draw)
        pieces = [
            padded(sound[:, start : start + length].astype(np.float32), length, self._recipe)
            for start in starts
        ]
        segments = np.stack(pieces)
        return segments[:, 0] if self._recipe.is_waveform else segments

    def _reduce(self, network: TaggingNetwork, segments: NDArray[np.float32]) -> Tensor:
        at_once = self._at_once or len(segments)
        parts = []
        for first in range(0, len(segments), at_once):
            some = torch.from_numpy(segments[first : first + at_once]).to(self._device)
            parts.append(self._reduce_some(network, some))
        return torch.cat(parts)

    def _reduce_some(self, network: TaggingNetwork, segments: Tensor) -> Tensor:
        def reduce(segments: Tensor) -> Tensor:
            with half_precision(self._device):
                reduced: Tensor = network.reduction(segments)
            return reduced.float()

        self._job.check()
        if not torch.is_grad_enabled() or not self._at_once:
            return reduce(segments)
        return recomputed(reduce, segments, self._cancelled)

    def _cancelled(self) -> bool:
        try:
            self._job.check()
        except Cancelled:
            return True
        return False


def find_sounds(
    recipe: FeatureRecipe,
    labels: Labels,
    rows: Sequence[int],
    cache: FeatureCache,
    job: JobContext = SILENT,
) -> tuple[NDArray[np.int64], list[NDArray[np.floating]], Unheard]:
    """The cached spectrograms of some songs, mapped from disk: rows that could be read, sounds.

    A song that cannot be read is listed with its reason. Raises Cancelled.
    """
    found, sounds, unheard = [], [], []
    for done, row in enumerate(rows):
        job.check()
        path, audio_hash = labels.paths[row], labels.audio_hashes[row]
        job.report(done, len(rows), path.name)
        try:
            values = ensure_log_mel(path, audio_hash, recipe, cache, job).values
        except RhythmCapError as error:
            unheard.append((path, error.message))
            continue
        plain = recipe.top_db is None and not recipe.n_cepstra
        mapped = cache.view(audio_hash, recipe) if plain else None
        sounds.append(values if mapped is None else mapped)
        found.append(row)
    return np.array(found, dtype=np.int64), sounds, tuple(unheard)


def _drawn_starts(
    starts: NDArray[np.int64], last: int, length: int, draw: np.random.Generator
) -> NDArray[np.int64]:
    if last <= 0:
        return starts
    if len(starts) > MOST_STEPS:
        first = int(draw.integers(0, len(starts) - MOST_STEPS + 1))
        starts = starts[first : first + MOST_STEPS]
    moved = starts + draw.integers(-length // 2, length // 2 + 1, len(starts))
    return np.sort(np.clip(moved, 0, last))
