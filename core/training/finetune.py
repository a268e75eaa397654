"""Fine-tuning from top to bottom: a parent model and labels in, a new model file out.

Data, split, embeddings, linear probe, training loop, evaluation, saved model; the steps themselves
stand in the other modules of this package.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace
from functools import partial

import numpy as np
from numpy.typing import NDArray

from core.errors import TrainingError
from core.features.cache import FeatureCache
from core.jobs import SILENT, JobContext, SubJob
from core.library.records import Labels
from core.messages import message
from core.models.checkpoint import TaggingModel, to_device
from core.models.device import is_out_of_memory, leave_one_core_free
from core.models.sections import Section
from core.training.adapt import add_lstm, add_skip, expand_head
from core.training.config import Depth, DepthChoice, FinetuneRequest, TrainConfig, choose_depth
from core.training.embeddings import embed_songs, embed_temporal
from core.training.finetune_records import FinetuneResult
from core.training.labels import (
    LabelMap,
    judged_songs,
    make_training_data,
    map_labels,
    select_songs,
)
from core.training.loop import OnEpoch, validate_then_fit
from core.training.results import TrainingRun, finish, training_songs
from core.training.sources import (
    FeatureSource,
    Skipped,
    SongSource,
    SpectrogramSource,
    load_spectrograms,
    predict_scores,
)
from core.training.split import held_out_mask

EMBEDDING_SHARE = 0.3  # of the progress bar


def finetune(
    request: FinetuneRequest,
    labels: Labels,
    parent: TaggingModel,
    cache: FeatureCache,
    on_epoch: OnEpoch = lambda _report: None,
    job: JobContext = SILENT,
) -> FinetuneResult:
    """Train a copy of the parent on the decisions of the labels, and save it as a new model.

    It runs on the parent's device; the parent stays as it is. cache: of spectrograms and of
    embeddings. The same arguments give the same weights on the same machine. Where memory runs out
    it is tried again with half the batch, then on the processor; epochs then count from 1 again.
    Raises TrainingError where there is nothing to learn, ModelError for an unusable models folder,
    Cancelled.
    """
    if request.epochs < 1:
        raise TrainingError("training.no_epoch")
    labels, schedule, detail = judged_songs(labels), request.schedule, ""
    with leave_one_core_free():
        for device, batch_size in attempts(parent.device, schedule.batch_size):
            attempt = replace(request, schedule=replace(schedule, batch_size=batch_size))
            try:
                return finetune_once(
                    attempt, labels, to_device(parent, device), cache, on_epoch, job
                )
            except (RuntimeError, MemoryError) as error:
                if not is_out_of_memory(error):
                    raise
                detail = str(error)
    raise TrainingError("training.no_memory", detail=detail)


def attempts(device: str, batch_size: int) -> Iterator[tuple[str, int]]:
    """Where and in what batches to try: as requested, then half, then on the processor."""
    half = max(1, batch_size // 2)
    yield from dict.fromkeys([(device, batch_size), (device, half), ("cpu", half), ("cpu", 1)])


def finetune_once(
    request: FinetuneRequest,
    labels: Labels,
    parent: TaggingModel,
    cache: FeatureCache,
    on_epoch: OnEpoch,
    job: JobContext,
) -> FinetuneResult:
    """Fine-tune on judged songs, on the parent's device, with the batch size of the request.

    Raises as finetune, and when memory runs out.
    """
    started = time.monotonic()
    read_job = SubJob(job, 0.0, EMBEDDING_SHARE)
    train_job = SubJob(job, EMBEDDING_SHARE, 1.0 - EMBEDDING_SHARE)

    # Network and depth, settled before any song is read, so that an error comes early.
    adapted = add_lstm(parent, request.seed) if request.lstm else add_skip(parent)
    choice, config = configure(request, labels, adapted)

    # Embeddings: the frozen sections see each song once. Then the split, of the songs left.
    labels, source, skipped = open_source(labels, parent, adapted, config, cache, read_job)
    held_out = held_out_mask(labels)
    label_map = map_labels(labels, ~held_out, parent.words, request.parent_tags)

    # Targets and masks. Before training, adapted scores the parent's words as the parent does.
    scorer = parent if request.lstm else adapted
    parent_scores = score_parent(scorer, source, label_map, held_out, train_job)
    seen_by_parent, weight = training_songs(parent.card), config.schedule.distillation_weight
    data = make_training_data(labels, label_map, held_out, parent_scores, weight, seen_by_parent)
    if request.lstm:  # its head is new: the probe fits all words, old ones to the parent's scores
        data = replace(data, known=np.zeros_like(data.known), probed=np.ones_like(data.probed))

    # Linear probe and training loop.
    parent_rows = np.where(data.known, label_map.parent_rows, -1).tolist()
    new_network = partial(expand_head, adapted, parent_rows)
    network, fit_result = validate_then_fit(new_network, source, data, config, on_epoch, train_job)

    # Evaluation on the held-out songs; card and file.
    run = TrainingRun(
        request, adapted.card, choice, config, label_map, labels, held_out, skipped,
        before=parent_scores[held_out], fit=fit_result, started=started,
    )  # fmt: skip
    return finish(run, network, source, train_job)


def configure(
    request: FinetuneRequest, labels: Labels, adapted: TaggingModel
) -> tuple[DepthChoice, TrainConfig]:
    """Choose the depth, and settle how it is trained.

    Raises TrainingError for an odd depth, or where there is nothing to learn.
    """
    train = ~held_out_mask(labels)
    n_train = int(train.sum())
    has_temporal = adapted.network.temporal is not None
    choice = choose_depth(request.depth, n_train, has_temporal=has_temporal)
    if request.lstm and Section.TEMPORAL not in choice.trained:
        choice = DepthChoice(Depth.TEMPORAL, message("training.new_lstm"))
    map_labels(labels, train, adapted.words, request.parent_tags)  # or raises
    return choice, TrainConfig(
        request.schedule, choice.trained, request.epochs, request.seed, adapted.device
    )


def open_source(
    labels: Labels,
    parent: TaggingModel,
    adapted: TaggingModel,
    config: TrainConfig,
    cache: FeatureCache,
    job: JobContext,
) -> tuple[Labels, SongSource, Skipped]:
    """Read the songs as far as the frozen sections go: embeddings, or spectrograms.

    Returns the labels of the songs that could be read, their source, and the songs that could not.
    Raises TrainingError if none could, Cancelled.
    """
    source: SongSource
    if Section.REDUCTION in config.trained:
        recipe = parent.card.recipe
        rows, spectrograms, skipped = load_spectrograms(recipe, labels, cache, job)
        source = SpectrogramSource(spectrograms, recipe, config.device, job=job)
    else:
        embeddings = embed_songs(parent, labels, cache, job)
        rows, skipped = embeddings.rows, embeddings.skipped
        if Section.TEMPORAL in config.trained or parent.network.temporal is None:
            source = FeatureSource(embeddings.songs, config.device)
        else:
            source = embed_temporal(adapted, embeddings, labels, cache, job)
    if not len(rows):
        raise TrainingError(
            "training.nothing_readable",
            detail="\n".join(f"{path}: {reason}" for path, reason in skipped),
        )
    return select_songs(labels, rows), source, skipped


def score_parent(
    scorer: TaggingModel,
    source: SongSource,
    label_map: LabelMap,
    held_out: NDArray[np.bool_],
    job: JobContext,
) -> NDArray[np.float32]:
    """Score the parent's words, (n_songs, n parent's words); of training songs only if needed.

    They are needed where a word of the parent is not trained and is to stay as it was.
    """
    scores = np.zeros((len(held_out), len(scorer.words)), dtype=np.float32)
    is_distilled = bool((~label_map.trained & (label_map.parent_rows >= 0)).any())
    rows = np.flatnonzero(held_out | is_distilled)
    scores[rows] = predict_scores(scorer.network, source, rows.tolist(), job)
    return scores
