"""CNNs that never learned anything: what an architecture alone makes of a sound.

Pons and Serra 2018, "Randomly weighted CNNs for (music) audio classification": the mean of every
feature map of every layer is the vector, and an extreme learning machine or a support vector
machine learns from that. Weights are drawn after He et al. 2015 by a generator of their own.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from core.features.analyse import ensure_log_mel
from core.features.recipe import RECIPES, FeatureRecipe
from core.jobs import SILENT, JobContext
from core.library.records import Labels
from core.models.segments import Layout, repeated, song_starts
from core.systems.song_views import RECIPE, SongFile, SongViews
from core.systems.vector_system import Vectorizer

DRAWN_AS = 1  # a change of a front end takes a new number
SEGMENT_FRAMES = 1366  # 29.12 s, as the public taggers of the thesis
LOG_MEL_CENTRE, LOG_MEL_SPREAD = -3.0, 4.0  # about those of music in the thesis's recipe
WAVEFORM = RECIPES["waveform-16k"]
EXCERPT_SAMPLES, N_EXCERPTS = 3**10, 8  # 3.7 s, spread over the song
WAVEFORM_GAIN = 10.0  # brings music to a spread of about 1

TIMBRE_SHARES, TIMBRE_FRAMES = (0.9, 0.4), (7, 3, 1)  # of the mel bins; frames
TEMPO_FRAMES = (165, 128, 64, 32)
MUSICAL_FILTERS, VGG_FILTERS, SAMPLE_FILTERS = 16, 64, 64
VGG_POOLS = ((2, 4), (3, 4), (2, 5), (2, 4), (4, 4))  # mel bins × frames: 96 × 1366 becomes 1 × 1
N_SAMPLE_LAYERS = 7  # the first strides by 3, the others pool by 3

Layers = Callable[[Tensor], list[Tensor]]  # (1, rows, steps) -> the feature maps of each layer


@dataclass(frozen=True, slots=True)
class RandomCnn:
    """The mean of every feature map over time and frequency, averaged over segments.

    front_end: "musical" (Pons et al. 2017: filters of timbre, 7, 3 and 1 frames by 86 and 38 of
    96 mel bins, and of tempo, 165 to 32 frames), "vgg" (five layers of 3 × 3 filters) or "samples"
    (Lee et al. 2017: seven layers of three samples, on eight excerpts of the waveform, for which a
    song is decoded once). seed: of the weights; not that of an experiment, so that a song is
    computed once for all its draws.
    """

    front_end: str = "vgg"
    seed: int = 0

    def fit(
        self, songs: Labels, views: SongViews, seed: int, job: JobContext = SILENT
    ) -> Vectorizer:
        """See Representation. The vectorizer gives float32: (464,), (320,) or (448,)."""
        del songs, seed
        make, recipe = FRONT_ENDS[self.front_end]
        layers = make(torch.Generator().manual_seed(self.seed))
        key = f"random-{self.front_end}-{DRAWN_AS}-{self.seed}-{recipe.key}"

        def computed(song: SongFile) -> NDArray[np.float32]:
            if recipe.is_waveform:
                return _mean_maps(layers, _excerpts(song, views, job), job)
            return _mean_maps(layers, _segments(song, views), job)

        return lambda song: views.kept(song, key, lambda: computed(song))


def _segments(song: SongFile, views: SongViews) -> list[NDArray[np.float32]]:
    """Cut a song into segments that cover it, about standardised: (n_mels, SEGMENT_FRAMES)."""
    values = (views.log_mel(song) - LOG_MEL_CENTRE) / LOG_MEL_SPREAD
    values = repeated(values, SEGMENT_FRAMES, RECIPE)
    starts = song_starts(values.shape[1], SEGMENT_FRAMES, Layout.END_ALIGNED)
    return [values[:, start : start + SEGMENT_FRAMES] for start in starts]


def _excerpts(song: SongFile, views: SongViews, job: JobContext) -> list[NDArray[np.float32]]:
    """Cut excerpts of the waveform, evenly spread: (1, EXCERPT_SAMPLES)."""
    samples = ensure_log_mel(song.path, song.audio_hash, WAVEFORM, views.cache, job).values
    samples = repeated(samples, EXCERPT_SAMPLES, WAVEFORM)
    last = samples.shape[1] - EXCERPT_SAMPLES
    starts = np.unique(np.linspace(0, last, N_EXCERPTS).astype(np.int64))
    return [WAVEFORM_GAIN * samples[:, start : start + EXCERPT_SAMPLES] for start in starts]


def _mean_maps(
    layers: Layers, segments: list[NDArray[np.float32]], job: JobContext
) -> NDArray[np.float32]:
    """Average all feature maps of all segments: (n_maps,). Raises Cancelled between segments."""
    means = []
    with torch.inference_mode():
        for segment in segments:
            job.check()
            maps = layers(torch.from_numpy(np.ascontiguousarray(segment)).unsqueeze(0))
            means.append(torch.cat([layer[0].flatten(1).mean(dim=1) for layer in maps]))
        return np.asarray(torch.stack(means).mean(dim=0).numpy())


# -- the front ends ----------------------------------------------------------------------------


def _drawn(generator: torch.Generator, *shape: int) -> Tensor:
    """Draw filters (n_out, n_in, *size) whose outputs keep the variance behind a rectifier."""
    n_inputs = int(np.prod(shape[1:]))
    return torch.randn(shape, generator=generator) * float(np.sqrt(2.0 / n_inputs))


def musical_layers(generator: torch.Generator) -> Layers:
    """Make a layer of timbre and of tempo, side by side: the shorter a filter, the more there are.

    The largest value over frequency of the first, the mean over frequency before the second.
    """
    n_mels, n_filters = RECIPE.n_mels, MUSICAL_FILTERS
    timbre = [
        _drawn(generator, n_filters << index, 1, int(share * n_mels), n_frames)
        for share in TIMBRE_SHARES
        for index, n_frames in enumerate(TIMBRE_FRAMES)
    ]
    tempo = [
        _drawn(generator, n_filters << index, 1, n_frames)
        for index, n_frames in enumerate(TEMPO_FRAMES)
    ]

    def layers(log_mel: Tensor) -> list[Tensor]:
        maps = []
        for weight in timbre:
            padding = (0, weight.shape[3] // 2)
            filtered = nn.functional.conv2d(log_mel.unsqueeze(1), weight, padding=padding)
            maps.append(torch.relu(filtered.amax(dim=2)))
        mean = log_mel.mean(dim=1, keepdim=True)
        for weight in tempo:
            maps.append(
                torch.relu(nn.functional.conv1d(mean, weight, padding=weight.shape[2] // 2))
            )
        return maps

    return layers


def vgg_layers(generator: torch.Generator) -> Layers:
    """Make five layers of 3 × 3 filters, ELU and max-pooling (Choi et al. 2016)."""
    widths = (1, *[VGG_FILTERS] * len(VGG_POOLS))
    weights = [_drawn(generator, n_out, n_in, 3, 3) for n_in, n_out in pairwise(widths)]

    def layers(log_mel: Tensor) -> list[Tensor]:
        maps, x = [], log_mel.unsqueeze(1)
        for weight, pool in zip(weights, VGG_POOLS, strict=True):
            x = nn.functional.max_pool2d(nn.functional.conv2d(x, weight, padding=1), pool)
            x = nn.functional.elu(x)  # behind the pooling: the same, with fewer numbers
            maps.append(x)
        return maps

    return layers


def sample_layers(generator: torch.Generator) -> Layers:
    """Make seven layers of filters of three samples, ELU and max-pooling (Lee et al. 2017)."""
    first = _drawn(generator, SAMPLE_FILTERS, 1, 3)
    others = [
        _drawn(generator, SAMPLE_FILTERS, SAMPLE_FILTERS, 3) for _ in range(N_SAMPLE_LAYERS - 1)
    ]

    def layers(samples: Tensor) -> list[Tensor]:
        x = nn.functional.elu(nn.functional.conv1d(samples, first, stride=3))
        maps = [x]
        for weight in others:
            x = nn.functional.max_pool1d(nn.functional.conv1d(x, weight, padding=1), 3)
            x = nn.functional.elu(x)
            maps.append(x)
        return maps

    return layers


FRONT_ENDS: dict[str, tuple[Callable[[torch.Generator], Layers], FeatureRecipe]] = {
    "musical": (musical_layers, RECIPE),
    "vgg": (vgg_layers, RECIPE),
    "samples": (sample_layers, WAVEFORM),
}
