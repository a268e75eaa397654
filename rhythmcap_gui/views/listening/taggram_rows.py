"""What the taggram shows: its rows in order, and how a song's score goes with its seconds.

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
