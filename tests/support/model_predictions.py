"""What a model might score of a song, without a network."""

from __future__ import annotations

import numpy as np

from core.models.prediction_records import Predictions, PrefixScores, Taggram


def predictions_of(words: tuple[str, ...], scores: list[float], n: int = 6) -> Predictions:
    """The predictions for a song of 60 s, with a taggram of n windows."""
    row = np.array(scores, dtype=np.float32)
    taggram = np.tile(row, (n, 1)) * np.linspace(0.2, 1, n, dtype=np.float32)[:, None]
    starts = np.linspace(0, 50, n, dtype=np.float32)
    prefixes = PrefixScores(np.array([60.0], np.float32), row[None])
    return Predictions("m", "0" * 32, words, row, Taggram(starts, 10.0, taggram), prefixes)
