"""What the taggram shows: its rows in order, the edges of its cells, the strongest seconds.

Arrays in, plain values out; no painting.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication

from core.models.model_records import SongScore
from rhythmcap_gui.views.widgets.score_format import score_text

if TYPE_CHECKING:
    from core.models.prediction_records import Taggram


def _tr(text: str) -> str:
    return QCoreApplication.translate("taggram_rows", text)


NEAR_BEST = 0.25  # of the range of a word's scores: seconds this near to the best belong to it
LONGEST_SHARE = 1 / 3  # of the song


@dataclass(frozen=True, slots=True)
class TagRow:
    """One word of the model; column: its index in the taggram's scores; score: the song's."""

    word: str
    score: float
    column: int

    @property
    def label(self) -> str:
        """Word and score as at the row's left: "guitar .51"."""
        return f"{self.word}  {score_text(self.score)}"


def rows_of(
    words: Sequence[str],
    scores: NDArray[np.floating],
    tag_ids: Sequence[int | None],
    may_show: Callable[[int], bool],
) -> list[TagRow]:
    """Return the rows whose predictions may be seen, the highest scores first.

    tag_ids: what the model's words stand for here, as far as known; None is no tag of the user.
    """
    known = list(tag_ids) + [None] * (len(words) - len(tag_ids))
    rows = [
        TagRow(word, float(scores[column]), column)
        for column, word in enumerate(words)
        if may_show(-1 if known[column] is None else known[column])
    ]
    return sorted(rows, key=lambda row: (-row.score, row.word))


def song_score_words(rule: SongScore) -> str:
    """Say how a song's score comes about, and why its seconds may score otherwise."""
    words = {
        SongScore.SEQUENCE: _tr("The song is scored by following it from beginning to end; "
                                "each second by itself."),
        SongScore.ONCE: _tr("The song is scored once, by all of its sound together; that is "
                            "neither the mean of the seconds nor the strongest of them."),
        SongScore.MEAN: _tr("The song's score is the mean of its parts."),
    }  # fmt: skip
    return words[rule]


def mean_scores(taggram: Taggram) -> NDArray[np.float32]:
    """Return the mean score of each word over the windows predicted so far: (n_words,)."""
    known = taggram.scores[~np.isnan(taggram.scores).any(axis=1)]
    return known.mean(axis=0) if len(known) else np.zeros(taggram.scores.shape[1], np.float32)


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
