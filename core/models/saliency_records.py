"""What in a song speaks for a tag, as records: maps over its spectrogram or along its time.

No torch: the window shows them. saliency.py makes them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from core.features.recipe import FeatureRecipe

Values = NDArray[np.float32]
Span = tuple[float, float]

SMOOTH_BANDS, SMOOTH_S = 3, 0.12  # over which a map is averaged before it is drawn or played
FULL_PERCENTILE = 98.5  # of the absolute values: what is drawn in full colour


class Method(StrEnum):
    """How a map is made. GRADIENT: gradient × input. OCCLUSION: by covering."""

    GRADIENT = "gradient"
    OCCLUSION = "occlusion"


@dataclass(frozen=True, slots=True)
class Saliency:
    """How far each point of a song speaks for a word, in logits; below 0: against it.

    values: float32 (n_bands, n_frames), aligned with the log-mel, 0 outside the region; one band
    where the network takes samples. logit: of the sound (of the region, if one was given).
    frame_s: from one frame to the next. frequencies_hz: the middles of the bands, float32
    (n_bands,), none where there is only time. recipe: what the bands are.
    patch: bands and seconds that occlusion covered at once.
    """

    word: str
    method: str
    values: Values
    logit: float
    frame_s: float = 0.0
    frequencies_hz: Values = field(default_factory=lambda: np.zeros(0, np.float32))
    span_s: Span | None = None
    recipe: FeatureRecipe | None = None
    patch: tuple[int, float] = (0, 0.0)

    @property
    def is_over_time_only(self) -> bool:
        """Whether it has no frequencies: that of a network that takes samples."""
        return not len(self.frequencies_hz)

    @property
    def speaks_for(self) -> float:
        """The share of all its weight that is for the word, 0 to 1."""
        total = float(np.abs(self.values).sum(dtype=np.float64))
        return float(np.maximum(self.values, 0).sum(dtype=np.float64)) / total if total else 0.0

    def smoothed(self) -> Values:
        """Average over some bands and frames: what is drawn and played, the same shape.

        What is a patch of occlusion, and one band along time, is as large as that already.
        """
        if self.method == Method.OCCLUSION:
            return self.values
        n_frames = max(1, round(SMOOTH_S / self.frame_s)) if self.frame_s else 1
        n_bands = SMOOTH_BANDS if len(self.values) > 1 else 1
        return box_mean(box_mean(self.values, n_bands).T, n_frames).T


@dataclass(frozen=True, eq=False)
class SaliencyMap:
    """A saliency with what is drawn of it. shown: float32 like its values, −1 to 1.

    Two of them are never equal, so that what is drawn can be kept by the map.
    """

    saliency: Saliency
    shown: Values

    @classmethod
    def of(cls, saliency: Saliency) -> SaliencyMap:
        """Smooth and scale a saliency."""
        return cls(saliency, _scaled(saliency.smoothed()))

    @cached_property
    def _blocks(self) -> dict[int, Values]:
        return {1: self.shown}

    def in_blocks(self, n_frames: int) -> Values:
        """Return the means of so many frames side by side, scaled anew: (n_bands, n_blocks).

        Of single frames a long song shows nothing but grain.
        """
        if n_frames not in self._blocks:
            firsts = np.arange(0, self.shown.shape[1], n_frames)
            sums = np.add.reduceat(self.shown, firsts, axis=1, dtype=np.float32)
            sizes = np.diff(np.append(firsts, self.shown.shape[1]))
            means = np.asarray(sums / sizes, dtype=np.float32)
            self._blocks[n_frames] = _scaled(means)
        return self._blocks[n_frames]


@dataclass(frozen=True, slots=True)
class SanityCheck:
    """How like the map is to those of networks with random weights (Adebayo et al. 2018).

    correlations: Spearman's, of the absolute values, one a network. n_points: of the maps.
    """

    correlations: tuple[float, ...]
    n_points: int

    @property
    def mean(self) -> float:
        """Their mean."""
        return sum(self.correlations) / len(self.correlations)


def strongest(values: Values, share: float = 0.5) -> Values:
    """Make a mask of the points that speak for a word: 1 for the strongest of them, else 0.

    As few points as hold `share` of all that speaks for it: (n_mels, n_frames), the same shape. All
    0 where nothing does.
    """
    positive = np.maximum(values, 0.0)
    ordered = np.sort(positive, axis=None)[::-1]
    held = np.cumsum(ordered, dtype=np.float64)
    if not held.size or held[-1] <= 0.0:
        return np.zeros_like(positive)
    n = min(int(np.searchsorted(held, share * held[-1])), len(ordered) - 1)
    threshold = max(float(ordered[n]), np.finfo(np.float32).tiny)
    return (positive >= threshold).astype(np.float32)


def _scaled(values: Values) -> Values:
    """Scale to −1 to 1, so that the few highest are full."""
    known = np.abs(values[values != 0])
    full = float(np.percentile(known, FULL_PERCENTILE)) if known.size else 0.0
    scaled = np.clip(values / full, -1, 1) if full else np.zeros_like(values)
    return np.ascontiguousarray(scaled, dtype=np.float32)


def box_mean(values: Values, n: int) -> Values:
    """Average n neighbouring rows around every row; fewer at the edges: (n_rows, n_columns)."""
    if n < 2 or len(values) < 2:
        return values
    below, above = (n - 1) // 2, n // 2
    sums = np.concatenate([
        np.zeros((1, values.shape[1])), np.cumsum(values, axis=0, dtype=np.float64)
    ])  # fmt: skip
    rows = np.arange(len(values))
    first = np.maximum(rows - below, 0)
    last = np.minimum(rows + above + 1, len(values))
    mean = (sums[last] - sums[first]) / (last - first)[:, None]
    return np.asarray(mean, dtype=np.float32)
