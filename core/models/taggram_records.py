"""Which seconds a taggram's scores are about, and where a word scores highest or lowest."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from core.models.prediction_records import Taggram

NEAR_BEST = 0.25  # of the range of a word's scores: seconds this near to the best belong to it
LONGEST_SHARE = 1 / 3  # of the song


def cell_edges(taggram: Taggram, duration_s: float) -> NDArray[np.float64]:
    """Return float64 (n + 1,): the seconds between which each column of scores is nearest.

    A column speaks for its window's middle. The first cell reaches back to 0; the last one to
    the song's end, unless more columns are still to come.
    """
    starts = np.asarray(taggram.start_s, dtype=float)
    if len(starts) == 0:
        return np.zeros(1)
    middles = starts + taggram.window_s / 2
    hop = float(np.median(np.diff(starts))) if len(starts) > 1 else taggram.window_s
    between = (middles[1:] + middles[:-1]) / 2
    complete = starts[-1] + taggram.window_s + hop > duration_s - 1e-6
    last = duration_s if complete else min(middles[-1] + hop / 2, duration_s)
    return np.concatenate([[0.0], between, [max(last, float(between[-1]) if len(between) else 0)]])


def strongest_window(
    taggram: Taggram, scores: NDArray[np.floating], *, most: bool = True
) -> tuple[float, float]:
    """Return the seconds of the window that scores highest (or lowest) for a word.

    scores: (n,), not all of them NaN.
    """
    best = int(np.nanargmax(scores) if most else np.nanargmin(scores))
    start_s = float(taggram.start_s[best])
    return start_s, start_s + taggram.window_s


def strongest_span(
    edges: NDArray[np.float64], scores: NDArray[np.floating], *, most: bool = True
) -> tuple[float, float]:
    """Return the seconds around the cell that scores highest (or lowest) for a word.

    edges: (n + 1,); scores: (n,), NaN where nothing is known yet. Neighbours belong to it while
    they are within a quarter of the word's range of it and the whole stays below a third of the
    song.
    """
    voices = np.asarray(scores, dtype=float) * (1 if most else -1)
    voices = np.where(np.isnan(voices), np.nanmin(voices), voices)
    best = int(np.argmax(voices))
    enough = voices[best] - NEAR_BEST * (voices.max() - voices.min())
    longest = (edges[-1] - edges[0]) * LONGEST_SHARE
    first, last = best, best + 1
    while True:
        choices = [
            (voices[cell], cell)
            for cell in (first - 1, last)
            if 0 <= cell < len(voices)
            and voices[cell] >= enough
            and edges[max(last, cell + 1)] - edges[min(first, cell)] <= longest
        ]
        if not choices:
            return float(edges[first]), float(edges[last])
        cell = max(choices)[1]
        first, last = min(first, cell), max(last, cell + 1)
