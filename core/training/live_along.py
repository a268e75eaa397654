"""A song's scores over time by live heads: what decisions taught them, applied to its windows.

As a model that learned from the same decisions would score them: what a word makes of one window
is what it would make of a song that is nothing else.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from core.library.live_scores import LiveWords
from core.models.prediction_records import AlongSong, Predictions, PrefixScores, Taggram
from core.training.live_space import scores_of_layer

Scores = NDArray[np.float32]


def fits_song(along: AlongSong, predictions: Predictions) -> bool:
    """Tell whether there is an embedding of every window and every beginning that was scored."""
    taggram = predictions.taggram
    n_windows = 0 if taggram is None else len(taggram.start_s)
    shape = len(along.windows), len(along.beginnings)
    return shape == (n_windows, len(predictions.prefixes.end_s))


def live_predictions(
    predictions: Predictions, along: AlongSong, live: LiveWords, added_words: tuple[str, ...] = ()
) -> Predictions:
    """Return a model's predictions with live heads over them: windows, beginnings and the song.

    along: fits the predictions. added_words: the names of the tags that have columns of their own.
    """
    taggram, prefixes = predictions.taggram, predictions.prefixes
    assert taggram is not None
    beginnings = _laid_over(prefixes.scores, along.beginnings, live)
    windows = _laid_over(taggram.scores, along.windows, live)
    return replace(
        predictions,
        words=predictions.words + added_words,
        scores=beginnings[-1],
        taggram=Taggram(taggram.start_s, taggram.window_s, windows),
        prefixes=PrefixScores(prefixes.end_s, beginnings),
    )


def _laid_over(scores: Scores, embeddings: Scores, live: LiveWords) -> Scores:
    """Return a model's scores (n, L) with those of live heads, (n, L + number of added)."""
    laid = np.zeros((len(scores), scores.shape[1] + len(live.added)), np.float32)
    laid[:, : scores.shape[1]] = scores
    new = scores_of_layer(embeddings, list(live.heads.values()))
    for tag_id, of_tag in zip(live.heads, new.T, strict=True):
        laid[:, list(live.columns[tag_id])] = of_tag[:, None]
    return laid
