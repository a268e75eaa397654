"""How well a model does on a library's labels: one record for the window, the terminal, a paper.

Only songs held out from training are counted, unless all are requested.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from core.errors import TrainingError
from core.features.cache import FeatureCache
from core.jobs import SILENT, JobContext
from core.library.records import Labels
from core.metrics.metric_records import Summary, TagMetrics
from core.metrics.tag_metrics import per_tag, summary
from core.training.labels import judged_songs, outputs_by_column, select_songs
from core.training.split import held_out_mask

if TYPE_CHECKING:
    from core.models.checkpoint import TaggingModel


@dataclass(frozen=True, slots=True)
class Evaluation:
    """A model measured on labels. per_tag: by the library's names, only tags it has a word for.

    unknown: tags with decisions that the model has no word for. skipped: (path, reason) of songs
    that could not be read.
    """

    model: str
    held_out_only: bool
    summary: Summary
    per_tag: dict[str, TagMetrics]
    unknown: tuple[str, ...]
    skipped: tuple[tuple[Path, str], ...]

    def to_json(self) -> dict[str, Any]:
        """Plain numbers, with "wauc" and "per_tag" on top as in a model's metrics."""
        return {
            "model": self.model,
            "held_out_only": self.held_out_only,
            **asdict(self.summary),
            "per_tag": {name: tag.to_json() for name, tag in self.per_tag.items()},
            "unknown": list(self.unknown),
            "unheard": [[str(path), reason] for path, reason in self.skipped],
        }


def evaluate(
    model: TaggingModel,
    labels: Labels,
    cache: FeatureCache,
    job: JobContext = SILENT,
    *,
    all_songs: bool = False,
    model_tags: tuple[int | None, ...] = (),
) -> Evaluation:
    """Score the labels' songs and compare the scores with the decisions.

    model_tags: the tag ids of the model's words, in order; empty: they are matched by name.
    Raises TrainingError if no song could be evaluated, Cancelled.
    """
    scored = score_songs(model, labels, cache, job, all_songs=all_songs)
    return evaluate_scores(scored, model_tags)


@dataclass(frozen=True, slots=True)
class ScoredSongs:
    """A model's scores of judged songs. labels: of the songs that could be read, in order.

    words: the model's. scores: float32, (n_songs, n_words). skipped: (path, reason).
    """

    model: str
    words: tuple[str, ...]
    labels: Labels
    scores: NDArray[np.float32]
    held_out_only: bool
    skipped: tuple[tuple[Path, str], ...]

    def select(self, song_ids: NDArray[np.int64]) -> ScoredSongs:
        """Keep some of the songs only."""
        rows = np.flatnonzero(np.isin(self.labels.song_ids, song_ids))
        return replace(self, labels=select_songs(self.labels, rows), scores=self.scores[rows])


def score_songs(
    model: TaggingModel,
    labels: Labels,
    cache: FeatureCache,
    job: JobContext = SILENT,
    *,
    all_songs: bool = False,
) -> ScoredSongs:
    """Score the judged songs that are held out from training (or all judged ones).

    Raises TrainingError if there is none, or none that can be read; Cancelled.
    """
    from core.training.embeddings import embed_songs
    from core.training.sources import FeatureSource, predict_scores

    judged = judged_songs(labels)
    if not all_songs:
        judged = select_songs(judged, np.flatnonzero(held_out_mask(judged)))
    embeddings = embed_songs(model, judged, cache, job)
    if not len(embeddings.rows):
        raise TrainingError(
            "evaluation.no_song",
            detail="\n".join(f"{path}: {reason}" for path, reason in embeddings.skipped),
        )
    source = FeatureSource(embeddings.songs, model.device)
    scores = predict_scores(model.network, source, range(len(embeddings.rows)), job)
    return ScoredSongs(
        model=model.card.name,
        words=model.words,
        labels=select_songs(judged, embeddings.rows),
        scores=scores,
        held_out_only=not all_songs,
        skipped=embeddings.skipped,
    )


def evaluate_scores(scored: ScoredSongs, model_tags: tuple[int | None, ...] = ()) -> Evaluation:
    """Measure scores that are computed already. model_tags: as for evaluate."""
    labels, states = scored.labels, scored.labels.states
    outputs = outputs_by_column(labels, scored.words, model_tags)
    columns = list(outputs)
    names = [labels.tag_names[column] for column in columns]
    scores = np.empty((len(states), len(columns)), np.float32)
    for index, column in enumerate(columns):
        scores[:, index] = scored.scores[:, outputs[column]].max(axis=1)
    unknown = np.setdiff1d(np.flatnonzero((states >= 0).any(axis=0)), columns)
    return Evaluation(
        model=scored.model,
        held_out_only=scored.held_out_only,
        summary=summary(names, states[:, columns], scores),
        per_tag=per_tag(names, states[:, columns], scores),
        unknown=tuple(labels.tag_names[column] for column in unknown),
        skipped=scored.skipped,
    )
