"""How a song is cut for a network: where segments start, and how a short song fills one.

Counts are frames of the model's recipe (samples where it takes the waveform).
"""

from __future__ import annotations

import math
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from core.features.recipe import FeatureRecipe

QUARTER = 4
LOOPED_S = 30.0
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


def filled_frames(n_frames: int, length: int, recipe: FeatureRecipe) -> int:
    """Return how many frames of a song a network gets: more than it has where that is short.

    Then it is repeated to whole segments of about LOOPED_S, as long as what networks are trained
    on: a loop is scored like the same loop many times.
    """
    if n_frames >= length:
        return n_frames
    return length * max(1, round(LOOPED_S / recipe.seconds_of(length)))


def fill_short(
    values: NDArray[np.floating], length: int, recipe: FeatureRecipe
) -> NDArray[np.floating]:
    """Repeat the values of a short song, (n_rows, n_frames), to filled_frames()."""
    return repeated(values, filled_frames(values.shape[1], length, recipe), recipe)


def repeated(
    values: NDArray[np.floating], n_wanted: int, recipe: FeatureRecipe
) -> NDArray[np.floating]:
    """Repeat values, (n_rows, n_frames), to at least n_wanted frames: as if they were looped.

    Silence behind them would be judged, too, and most of what a network heard would be that.
    """
    n_frames = values.shape[1]
    if n_frames >= n_wanted:
        return values
    # The last frame of a spectrogram is centred on the end, where the next round begins.
    period = n_frames if recipe.is_waveform else max(n_frames - 1, 1)
    frames = np.arange(n_wanted)
    return values[:, np.where(frames < n_frames, frames, frames % period)]
