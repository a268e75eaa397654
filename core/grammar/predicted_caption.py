"""A song's caption from what a model predicts of it and what was decided on it."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from core.grammar.caption import Caption, CaptionWriter
from core.grammar.library_grammar import caption_writer
from core.library.records import ModelRow, State
from core.library.store import Library
from core.metrics.log_odds import logit
from core.metrics.suggestions import scores_by_tag
from core.metrics.thresholds import suggestion_threshold

EDGE = 1e-3  # scores are stored rounded: none is sure
BETWEEN = ", "


def predicted_caption(
    writer: CaptionWriter,
    states: Mapping[int, State],
    scores: Mapping[int, float],
    thresholds: Mapping[int, float],
) -> Caption:
    """Return the caption of a song: its yes tags, and what is predicted of those not judged.

    scores, thresholds: by tag id. A tag at its threshold is taken to be as likely as not.
    """
    log_odds = {
        tag_id: float(logit(score, EDGE) - logit(thresholds[tag_id], EDGE))
        for tag_id, score in scores.items()
        if tag_id not in states and tag_id in thresholds and score >= thresholds[tag_id]
    }
    certain = [tag_id for tag_id, state in states.items() if state is State.YES]
    return writer.write(certain, log_odds)


def tag_thresholds(library: Library, model: ModelRow) -> dict[int, float]:
    """Return the score from which on tags in use are predicted, by tag id."""
    own = library.evaluation.thresholds(model.id)
    return {
        tag.id: suggestion_threshold(model.metrics, tag.name, own.get(tag.id))
        for tag in library.codebook.tags()
    }


class LibraryCaptions:
    """Captions of a library's songs, by the model in use and the current annotator's decisions."""

    def __init__(self, library: Library, model: ModelRow | None = None) -> None:
        self._library = library
        self._model = model or library.models.active()
        self._writer = caption_writer(library)
        self._names = {tag.id: tag.name for tag in library.codebook.tags()}
        self._tags: tuple[int | None, ...] = ()
        self._thresholds: dict[int, float] = {}
        if self._model is not None:
            self._tags = library.models.tag_ids(self._model.id)
            self._thresholds = tag_thresholds(library, self._model)

    def of_song(self, song_id: int) -> Caption:
        """Return the caption of a song, by its kept scores; only its own tags without any."""
        kept = self._library.predictions.get(song_id, self._model.id) if self._model else None
        return self.of_scores(song_id, kept)

    def of_scores(self, song_id: int | None, scores: NDArray[np.float32] | None) -> Caption:
        """Return the caption of scores (n_words,) of the model; song_id: None for a strange file.

        What was decided on the song counts before its scores.
        """
        decisions = self._library.annotations.of_song(song_id) if song_id is not None else {}
        states = {tag_id: decision.state for tag_id, decision in decisions.items()}
        by_tag = {} if scores is None else scores_by_tag(scores, self._tags)
        return predicted_caption(self._writer, states, by_tag, self._thresholds)

    def text(self, caption: Caption) -> str:
        """Write a caption: its words with commas between them."""
        return BETWEEN.join(self._names[tag_id] for tag_id in caption.tag_ids)
