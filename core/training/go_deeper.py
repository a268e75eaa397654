"""Whether and how a fine-tuning goes beyond the words, in one place: network, songs, verdict."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from core.errors import TrainingError
from core.features.cache import FeatureCache
from core.jobs import JobContext, SubJob
from core.models.card import ModelCard
from core.models.probe_form import probe_scores, with_layer
from core.models.probe_tagger import ProbeTagger
from core.models.sections import Section
from core.training.adapt import add_lstm
from core.training.config import DepthChoice, FinetuneRequest, TrainConfig
from core.training.deepening import Deepening, DeepSongs, can_deepen, deepen
from core.training.embeddings import embed_songs, read_features
from core.training.folds import artist_numbers
from core.training.fresh_network import fresh_layer
from core.training.labels import TrainingData
from core.training.linear_probe import ProbeSongs
from core.training.loop import OnEpoch
from core.training.sources import (
    FeatureSource,
    Skipped,
    SongSource,
    SpectrogramSource,
    load_spectrograms,
)
from core.training.split import kept_mask, validation_rows
from core.training.teach_words import Judgement, Layer
from core.training.training_set import TrainingSet

READ_SHARE = 0.2  # of the progress bar


@dataclass(frozen=True, slots=True)
class DeepInputs:
    """What gradient training works with beside the training set."""

    cache: FeatureCache
    on_epoch: OnEpoch
    job: JobContext


@dataclass(frozen=True, slots=True)
class DeepResult:
    """What came of it. card: of the model that is the result: it may have an LSTM more.

    kept: songs it did not learn from, (n_songs,). judged: those of them that nothing in it has
    learned from, by which it was judged.
    """

    card: ModelCard
    deepening: Deepening
    kept: NDArray[np.bool_]
    judged: NDArray[np.bool_]


def go_deeper(
    request: FinetuneRequest,
    choice: DepthChoice,
    training_set: TrainingSet,
    judgement: Judgement,
    inputs: DeepInputs,
) -> DeepResult | None:
    """Train as deep as was chosen, where there are songs enough; None where there is nothing to.

    Raises Cancelled, and AudioError or TrainingError where a song has vanished meanwhile.
    """
    if choice.trained <= {Section.CLASSIFIER}:
        return None
    kept = kept_mask(training_set.labels, request.split_sides)
    data = training_data(request, training_set, kept)
    if not can_deepen(data):
        return None
    reading = SubJob(inputs.job, 0.0, READ_SHARE)
    trained = (
        with_lstm(training_set, request.seed, inputs.cache, reading)
        if request.lstm
        else training_set
    )
    model = trained.parent
    config = _config(request, choice, model.device)
    teacher, card = trained.teacher(), trained.card(request.name)
    fallback = _distilled(training_set, trained) if request.lstm else None

    def new_network(rows: NDArray[np.int64]) -> ProbeTagger:
        layer = teacher.layer(judgement, rows)
        if request.from_fresh:
            layer = fresh_layer(layer, model, data.log_odds(rows), request.seed)
        return with_layer(model, card, *_merged(layer, fallback, training_set.label_map.trained))

    source = _source(choice, trained, inputs.cache, reading)
    songs = DeepSongs(new_network, source, data, judgement.logits)
    deepening = deepen(
        songs, config, inputs.on_epoch, SubJob(inputs.job, READ_SHARE, 1.0 - READ_SHARE)
    )
    plain_card = training_set.card(request.name)
    judged = kept & ~training_set.seen.by_network
    return DeepResult(
        card if deepening.network is not None else plain_card, deepening, kept, judged
    )


def _config(request: FinetuneRequest, choice: DepthChoice, device: str) -> TrainConfig:
    return TrainConfig(
        request.schedule, choice.trained, request.epochs, request.seed, device,
        from_fresh=request.from_fresh,
    )  # fmt: skip


def training_data(
    request: FinetuneRequest, training_set: TrainingSet, kept: NDArray[np.bool_]
) -> TrainingData:
    """Turn decisions into targets and weights, and the split into rows.

    A word that is not taught should stay as it was: its target is the parent's own score, with a
    weight of its own (Li and Hoiem 2016, "Learning without forgetting").
    """
    states, label_map = training_set.states, training_set.label_map
    targets = (states == 1).astype(np.float32)
    weights = (states >= 0).astype(np.float32)
    stays = np.flatnonzero(~label_map.trained & (label_map.parent_rows >= 0))
    scores = probe_scores(training_set.parent, training_set.songs.embeddings)
    targets[:, stays] = scores[:, label_map.parent_rows[stays]]
    weights[:, stays] = request.schedule.distillation_weight
    train, held_out = np.flatnonzero(~kept), np.flatnonzero(kept & ~training_set.seen.by_network)
    return TrainingData(
        targets, weights, states, train, held_out,
        validation_rows(artist_numbers(training_set.labels), train),
    )  # fmt: skip


def _source(
    choice: DepthChoice, training_set: TrainingSet, cache: FeatureCache, job: JobContext
) -> SongSource:
    """Read the songs as far as the frozen sections go: features along them, or spectrograms."""
    model = training_set.parent
    if Section.REDUCTION not in choice.trained:
        return FeatureSource(read_features(model, training_set.labels, cache, job), model.device)
    recipe = model.card.recipe
    _, spectrograms, skipped = load_spectrograms(recipe, training_set.labels, cache, job)
    _check_complete(skipped)
    return SpectrogramSource(spectrograms, recipe, model.device, job=job)


def _check_complete(skipped: Skipped) -> None:
    """Raise TrainingError where a song cannot be read that could be a moment ago."""
    if skipped:
        raise TrainingError("training.nothing_readable", detail=f"{skipped[0][0]}: {skipped[0][1]}")


# -- an LSTM behind a network that has none ------------------------------------------------------


def with_lstm(
    training_set: TrainingSet, seed: int, cache: FeatureCache, job: JobContext
) -> TrainingSet:
    """Return the same training set for the parent with an LSTM, which has yet to be taught.

    Raises TrainingError where a song cannot be read any more, Cancelled.
    """
    model = add_lstm(training_set.parent, seed)
    embeddings = embed_songs(model, training_set.labels, cache, job)
    _check_complete(embeddings.skipped)
    return replace(
        training_set, parent=model, songs=ProbeSongs(embeddings.values, embeddings.reference)
    )


def _distilled(training_set: TrainingSet, trained: TrainingSet) -> Layer:
    """Fit rows that say what the parent says, on the embeddings of another network."""
    scores = probe_scores(training_set.parent, training_set.songs.embeddings)
    return trained.teacher().imitate(scores, training_set.label_map)


def _merged(layer: Layer, fallback: Layer | None, is_trained: NDArray[np.bool_]) -> Layer:
    """Take the rows of words that are not taught from the fallback."""
    if fallback is None:
        return layer
    weight = np.where(is_trained[:, None], layer.weight, fallback.weight)
    return Layer(weight, np.where(is_trained, layer.bias, fallback.bias))
