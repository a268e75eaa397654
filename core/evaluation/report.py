"""How well a model does on a library's labels: one record for the window, the terminal, a paper.

Songs that the model has learned from count by the scores that models without their artist gave
them, which its card keeps; without such scores they do not count.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from core.audio.artists import artist_keys
from core.errors import ModelError, TrainingError
from core.evaluation.evaluation_records import Evaluation, ScoredCells
from core.features.cache import FeatureCache
from core.jobs import SILENT, JobContext
from core.library.records import Labels
from core.metrics.measure import as_stored, measure
from core.metrics.tag_metrics import summary
from core.metrics.thresholds import decide
from core.models.card import ModelCard
from core.models.device import told_if_card_fails
from core.training.folds import artist_numbers
from core.training.labels import judged_songs, outputs_by_column, select_songs
from core.training.snapshot import read_out_of_fold, taught_words, training_songs

if TYPE_CHECKING:
    from core.models.checkpoint import TaggingModel


@dataclass(frozen=True, slots=True)
class ScoredSongs:
    """A model's scores of judged songs. labels: of songs with a score, in order.

    words: the model's. scores: float32, (n_songs, n_words), NaN for none. learned: songs the model
    has learned from, (n_songs,). n_unmeasured: judged songs of these without any score. skipped:
    (path, reason) of songs that could not be read.
    """

    model: str
    words: tuple[str, ...]
    labels: Labels
    scores: NDArray[np.float32]
    held_out_only: bool
    skipped: tuple[tuple[Path, str], ...]
    learned: NDArray[np.bool_]
    n_unmeasured: int = 0

    def select(self, song_ids: NDArray[np.int64]) -> ScoredSongs:
        """Keep some of the songs only."""
        rows = np.flatnonzero(np.isin(self.labels.song_ids, song_ids))
        return replace(
            self,
            labels=select_songs(self.labels, rows),
            scores=self.scores[rows],
            learned=self.learned[rows],
        )

    def by_column(
        self, model_tags: Sequence[int | None] = ()
    ) -> tuple[list[int], NDArray[np.float32]]:
        """Return the labels' columns that the model has a word for, and the scores of these tags.

        Of several words for a tag the highest score counts. model_tags: the tag ids of the words,
        in order; empty: they are matched by name.
        """
        outputs = outputs_by_column(self.labels, self.words, model_tags)
        scores = np.empty((len(self.scores), len(outputs)), np.float32)
        for index, rows in enumerate(outputs.values()):
            scores[:, index] = np.fmax.reduce(self.scores[:, rows], axis=1)
        return list(outputs), scores


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

    all_songs: see score_songs. model_tags: the tag ids of the model's words, in order; empty: they
    are matched by name. Raises TrainingError if no song could be evaluated, Cancelled.
    """
    scored = score_songs(model, labels, cache, job, all_songs=all_songs, model_tags=model_tags)
    return evaluate_scores(scored, model_tags)


def score_songs(
    model: TaggingModel,
    labels: Labels,
    cache: FeatureCache,
    job: JobContext = SILENT,
    *,
    all_songs: bool = False,
    model_tags: Sequence[int | None] = (),
) -> ScoredSongs:
    """Score the judged songs; those a model has learned from by its out-of-fold scores.

    There a word that it was not taught is scored by the model itself. all_songs: every word is.
    model_tags: as for evaluate. Raises TrainingError if there is no song, or none that can be read;
    ModelError where the model knows no words, or the graphics card fails; Cancelled.
    """
    if not model.words:
        raise ModelError("onnx.no_words", name=model.card.name)
    judged = judged_songs(labels)
    kept = np.full((len(judged.paths), len(model.words)), np.nan, np.float32)
    fresh = np.ones(len(kept), dtype=np.bool_)
    taught = np.zeros(len(model.words), dtype=np.bool_)
    if not all_songs:
        kept, learned = _stored(model.card, judged), _learned(model.card, judged)
        fresh = ~np.isfinite(kept).any(axis=1) & ~learned
        taught = taught_words(model.card)
    untaught = _untaught_columns(judged, model.words, model_tags, taught)
    needed = np.flatnonzero(fresh | (judged.states[:, untaught] >= 0).any(axis=1))
    with told_if_card_fails(model.device):
        rows, predicted, skipped = _predict(model, select_songs(judged, needed), cache, job)
    rows = needed[rows]
    scores = kept.copy()
    scores[rows] = np.where(fresh[rows, None] | ~taught, predicted, kept[rows])
    return _scored(model.card, judged, scores, skipped, all_songs=all_songs)


def stored_scores(card: ModelCard, labels: Labels) -> ScoredSongs | None:
    """Return the out-of-fold scores that a learned model's card keeps; no song is read.

    None where it keeps none of these songs.
    """
    judged = judged_songs(labels)
    scores = _stored(card, judged)
    if not np.isfinite(scores).any():
        return None
    return _scored(card, judged, scores, (), all_songs=False)


def evaluate_scores(
    scored: ScoredSongs,
    model_tags: Sequence[int | None] = (),
    own_thresholds: Mapping[str, float] | None = None,
    categories: Mapping[str, str] | None = None,
) -> Evaluation:
    """Measure scores that are computed already. model_tags: as for evaluate.

    own_thresholds: those that the user set, by tag. categories: of the tags, to have their means.
    """
    labels, own = scored.labels, own_thresholds or {}
    columns, scores = scored.by_column(model_tags)
    names = [labels.tag_names[column] for column in columns]
    scores = as_stored(scores)
    states = np.where(np.isfinite(scores), labels.states[:, columns], np.int8(-1))
    groups = artist_numbers(labels)
    own_cuts = np.array([own.get(name, np.nan) for name in names], np.float64)
    decided = decide(states, scores, groups, own_cuts)
    known_categories = [(categories or {}).get(name, "") for name in names] if categories else ()
    unknown = np.setdiff1d(np.flatnonzero((labels.states >= 0).any(axis=0)), columns)
    measured = (states >= 0).any(axis=1)
    unseen = np.flatnonzero(measured & ~scored.learned)
    return Evaluation(
        model=scored.model,
        held_out_only=scored.held_out_only,
        summary=summary(names, states, scores, decided),
        measurement=measure(names, states, scores, groups, own, known_categories),
        unknown=tuple(labels.tag_names[column] for column in unknown),
        skipped=scored.skipped,
        cells=ScoredCells(labels.song_ids, states, scores, decided),
        n_out_of_fold=int((scored.learned & measured).sum()) if scored.held_out_only else 0,
        n_unmeasured=scored.n_unmeasured,
        n_without_artist=sum(not artist_keys(labels.artists[i]) for i in np.flatnonzero(measured)),
        own_thresholds={name: own[name] for name in names if name in own},
        test_songs=frozenset(labels.audio_hashes[row] for row in unseen),
    )


def _stored(card: ModelCard, judged: Labels) -> NDArray[np.float32]:
    """Return a card's out-of-fold scores of some songs, (n_songs, n_words), NaN for none."""
    scores = np.full((len(judged.paths), len(card.words)), np.nan, np.float32)
    out_of_fold = read_out_of_fold(card)
    if out_of_fold is not None:
        row_of = {audio_hash: row for row, audio_hash in enumerate(card.labels["audio_hashes"])}
        pairs = [
            (row, row_of[audio_hash])
            for row, audio_hash in enumerate(judged.audio_hashes)
            if audio_hash in row_of
        ]
        for row, stored in pairs:
            scores[row] = out_of_fold[stored]
    return scores


def _untaught_columns(
    judged: Labels,
    words: Sequence[str],
    model_tags: Sequence[int | None],
    taught: NDArray[np.bool_],
) -> list[int]:
    """Return the judged columns that only words stand for which the model was not taught."""
    outputs = outputs_by_column(judged, words, model_tags)
    return [column for column, rows in outputs.items() if not taught[rows].any()]


def _learned(card: ModelCard, judged: Labels) -> NDArray[np.bool_]:
    """Mark the songs that a model has learned from."""
    songs = training_songs(card)
    return np.array([audio_hash in songs for audio_hash in judged.audio_hashes], np.bool_)


def _predict(
    model: TaggingModel, labels: Labels, cache: FeatureCache, job: JobContext
) -> tuple[NDArray[np.int64], NDArray[np.float32], tuple[tuple[Path, str], ...]]:
    """Score songs by the model itself: rows of those that could be read, scores, the others."""
    from core.models.probe_form import probe_form, probe_scores
    from core.training.embeddings import embed_songs

    if not len(labels.paths):
        return np.zeros(0, np.int64), np.zeros((0, len(model.words)), np.float32), ()
    probe = probe_form(model)
    embeddings = embed_songs(probe, labels, cache, job)
    return embeddings.rows, probe_scores(probe, embeddings.values), embeddings.skipped


def _scored(
    card: ModelCard,
    judged: Labels,
    scores: NDArray[np.float32],
    skipped: tuple[tuple[Path, str], ...],
    *,
    all_songs: bool,
) -> ScoredSongs:
    """Keep the songs with a score. Raises TrainingError where there is none."""
    rows = np.flatnonzero(np.isfinite(scores).any(axis=1))
    learned = _learned(card, judged)
    n_unmeasured = int(learned.sum() - learned[rows].sum())
    if not len(rows):
        keeps_scores = read_out_of_fold(card) is not None
        learned_all = "evaluation.too_few" if keeps_scores else "evaluation.all_learned"
        raise TrainingError(
            learned_all if n_unmeasured else "evaluation.no_song",
            detail="\n".join(f"{path}: {reason}" for path, reason in skipped),
        )
    return ScoredSongs(
        model=card.name,
        words=card.words,
        labels=select_songs(judged, rows),
        scores=scores[rows],
        held_out_only=not all_songs,
        skipped=skipped,
        learned=learned[rows],
        n_unmeasured=n_unmeasured,
    )
