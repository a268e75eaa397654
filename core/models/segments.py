"""How a song is cut for a network: where segments start, and silence behind a short song.

Counts are frames of the model's recipe (samples where it takes the waveform).
"""

from __future__ import annotations

import math
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from core.features.recipe import FeatureRecipe

QUARTER = 4
FEW_SEGMENTS = 16  # songs of at most so many are also cut at places between


class Layout(StrEnum):
    """How segments cover a song; either way no second is ignored.

    END_ALIGNED: whole segments one after the other, and one more aligned to the end (the thesis
    leaves the remainder out). EVEN: evenly spread, the first at 0, the last ending at the end.
    """

    END_ALIGNED = "end-aligned"
    EVEN = "even"


def song_starts(
    n_frames: int, length: int, layout: Layout, hop_frames: int = 0
) -> NDArray[np.int64]:
    """Return first frames of the segments that make a song's score; one where the song is short.

    hop_frames: of the even layout, at most so far from one segment to the next; 0: a segment.
    """
    if n_frames <= length:
        return np.zeros(1, dtype=np.int64)
    if layout is Layout.EVEN:
        n = math.ceil((n_frames - length) / (hop_frames or length)) + 1
        return np.round(np.linspace(0, n_frames - length, n)).astype(np.int64)
    starts = np.arange(0, n_frames - length + 1, length, dtype=np.int64)
    return starts if n_frames % length == 0 else np.append(starts, n_frames - length)


def taggram_starts(n_frames: int, length: int) -> NDArray[np.int64]:
    """Return first frames of windows a quarter segment apart, the last ending with the song."""
    if n_frames <= length:
        return np.zeros(1, dtype=np.int64)
    n = QUARTER * (n_frames - length) // length + 1
    starts = np.round(np.arange(n) * (length / QUARTER)).astype(np.int64)
    starts = starts[starts <= n_frames - length]
    return starts if starts[-1] == n_frames - length else np.append(starts, n_frames - length)


def training_starts(
    n_frames: int, length: int, layout: Layout, hop_frames: int = 0
) -> NDArray[np.int64]:
    """Return first frames of the training segments.

    The song's own, and where these are few, also those a quarter segment apart, so that training
    does not see the same cuts each time.
    """
    starts = song_starts(n_frames, length, layout, hop_frames)
    if len(starts) > FEW_SEGMENTS:
        return starts
    return np.union1d(starts, taggram_starts(n_frames, length))


def pad_to_segment(
    values: NDArray[np.float32], length: int, recipe: FeatureRecipe
) -> NDArray[np.float32]:
    """Pad values, (n_rows, n_frames), with silence to at least one segment."""
    n_missing = length - values.shape[1]
    if n_missing <= 0:
        return values
    silence = np.full((values.shape[0], n_missing), _silence(values, recipe), dtype=np.float32)
    return np.concatenate([values, silence], axis=1)


def _silence(values: NDArray[np.float32], recipe: FeatureRecipe) -> float:
    """Return silence in the recipe's numbers: the floor of its logarithm."""
    if recipe.compression in ("none", "log10_1p"):
        return 0.0
    if recipe.compression == "ln":
        return math.log(recipe.floor)
    floor_db = 10.0 * math.log10(recipe.floor)
    if recipe.top_db is not None and values.size:
        floor_db = max(floor_db, float(values.max()) - recipe.top_db)
    return floor_db
