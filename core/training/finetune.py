"""Fine-tuning from top to bottom: a parent model and labels in, a new model file out.

Data, split, embeddings, linear probe, training loop, evaluation, saved model; the steps themselves
stand in the other modules of this room. What goes in and comes out is in config.py.
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
from core.models.checkpoint import TaggingModel, load_checkpoint
from core.models.device import choose_device, is_out_of_memory, leave_one_core_free
from core.models.sections import Section
from core.training.adapt import add_lstm, add_skip, expand_head
from core.training.config import (
    THESIS,
    Depth,
    DepthChoice,
    FinetuneRequest,
    FinetuneResult,
    TrainConfig,
    choose_depth,
)
from core.training.embeddings import embed_songs, embed_temporal
from core.training.labels import (
    LabelMap,
    held_out_mask,
    judged_songs,
    make_training_data,
    map_labels,
    select_songs,
)
from core.training.loop import OnEpoch, train
from core.training.results import TrainingRun, finish, training_songs
from core.training.sources import (
    Skipped,
    SongSource,
    SpectrogramSource,
    load_spectrograms,
    predict_scores,
)

EMBEDDING_SHARE = 0.3  # of the progress bar


def finetune(
    request: FinetuneRequest,
    on_epoch: OnEpoch = lambda _report: None,
    job: JobContext = SILENT,
) -> FinetuneResult:
    """Train a copy of the parent on the decisions of the labels, and save it as a new model.

    The same request gives the same weights on the same machine. Where memory runs out it is tried
    again with half the batch, then on the processor; epochs then count from 1 again. Raises
    TrainingError where there is nothing to learn, ModelError for an unusable parent or models
    folder, Cancelled.
    """
    if request.epochs < 1:
        raise TrainingError("Learning needs at least one epoch.", remedy="Raise the epochs.")
    schedule = request.schedule or THESIS
    detail = ""
    with leave_one_core_free():
        for device, batch_size in attempts(choose_device(request.device), schedule.batch_size):
            attempt = replace(
                request, device=device, schedule=replace(schedule, batch_size=batch_size)
            )
            try:
                return finetune_once(attempt, on_epoch, job)
            except (RuntimeError, MemoryError) as error:
                if not is_out_of_memory(error):
                    raise
                detail = str(error)
    raise TrainingError(
        "There is not enough memory to learn.",
        remedy="Close other programs, or choose the depth classifier or temporal.",
        detail=detail,
    )


def attempts(device: str, batch_size: int) -> Iterator[tuple[str, int]]:
    """Where and in what batches to try: as requested, then half, then on the processor."""
    half = max(1, batch_size // 2)
    yield from dict.fromkeys([(device, batch_size), (device, half), ("cpu", half), ("cpu", 1)])


def finetune_once(request: FinetuneRequest, on_epoch: OnEpoch, job: JobContext) -> FinetuneResult:
    """Fine-tune on the device and with the batch size of the request.

    Raises as finetune, and when memory runs out.
    """
    started = time.monotonic()

    # Data and model: settled before any song is read, so that an error comes early.
    parent = load_checkpoint(request.start_from, request.device)
    labels = judged_songs(request.labels)
    start = add_skip(add_lstm(parent, request.seed) if request.lstm else parent)
    choice, config = configure(request, start, n_train=int((~held_out_mask(labels)).sum()))
    map_trainable(request, parent, labels)

    # Embeddings: the frozen sections see each song once.
    read_job, train_job = (
        SubJob(job, 0.0, EMBEDDING_SHARE),
        SubJob(job, EMBEDDING_SHARE, 1.0 - EMBEDDING_SHARE),
    )
    labels, source, skipped = open_source(request, parent, start, labels, config, read_job)

    # Split, targets and masks, from the songs that could be read.
    held_out = held_out_mask(labels)
    label_map = map_trainable(request, parent, labels)
    # Before training, parent and start give the same scores of the parent's words.
    scorer = parent if request.lstm else start
    parent_scores = score_parent(scorer, source, label_map, held_out, train_job)
    data = make_training_data(
        labels, label_map, held_out, parent_scores,
        config.schedule.distillation_weight, training_songs(parent.card),
    )  # fmt: skip
    parent_rows = label_map.parent_rows
    if request.lstm:  # a new head: the probe fits known words, too, to what the parent says
        parent_rows = np.full_like(parent_rows, -1)
        data = replace(data, known=parent_rows >= 0, probed=parent_rows < 0)

    # Linear probe and training loop.
    new_network = partial(expand_head, start, parent_rows.tolist())
    network, fit_result = train(new_network, source, data, config, on_epoch, train_job)

    # Evaluation on the held-out songs; card and file.
    after = predict_scores(network, source, data.held_out.tolist(), train_job)
    return finish(
        TrainingRun(
            request, start.card, choice, config, label_map, labels, held_out, skipped,
            parent_scores[data.held_out], after, fit_result, started,
        ),
        network,
    )  # fmt: skip


def configure(
    request: FinetuneRequest, start: TaggingModel, n_train: int
) -> tuple[DepthChoice, TrainConfig]:
    """Choose the depth, and settle how it is trained."""
    has_temporal = start.network.temporal is not None
    choice = choose_depth(request.depth, n_train, has_temporal=has_temporal)
    if request.lstm and Section.TEMPORAL not in choice.trained:
        choice = DepthChoice(Depth.TEMPORAL, "A new LSTM has to be taught: it and the words learn.")
    schedule = request.schedule or THESIS
    return choice, TrainConfig(
        schedule, choice.trained, request.epochs, request.seed, request.device
    )


def map_trainable(request: FinetuneRequest, parent: TaggingModel, labels: Labels) -> LabelMap:
    """Choose the words of the new model. Raises TrainingError if no tag has enough songs."""
    label_map = map_labels(labels, ~held_out_mask(labels), parent.words, request.parent_tags)
    if not label_map.trained.any():
        raise TrainingError(
            "There is nothing to learn yet: no tag has enough songs.",
            remedy="Mark at least three songs with a tag, and one as not having it.",
            detail="\n".join(f"{tag}: {reason}" for tag, reason in label_map.left_out),
        )
    return label_map


def open_source(
    request: FinetuneRequest,
    parent: TaggingModel,
    start: TaggingModel,
    labels: Labels,
    config: TrainConfig,
    job: JobContext,
) -> tuple[Labels, SongSource, Skipped]:
    """Read the songs as far as the frozen sections go: embeddings, or spectrograms.

    Returns the labels of the songs that could be read, too, and those that could not. Raises
    TrainingError if none could, Cancelled.
    """
    cache = FeatureCache(request.cache_folder)
    source: SongSource
    if Section.REDUCTION in config.trained:
        recipe = parent.card.recipe
        rows, spectrograms, skipped = load_spectrograms(recipe, labels, cache, job)
        source = SpectrogramSource(spectrograms, recipe, config.device, job=job)
    else:
        embeddings = embed_songs(parent, labels, cache, job)
        rows, skipped = embeddings.rows, embeddings.skipped
        if Section.TEMPORAL in config.trained or parent.network.temporal is None:
            source = embeddings.source(config.device)
        else:
            source = embed_temporal(start, embeddings, labels, cache, job)
    if not len(rows):
        raise TrainingError(
            "None of the tagged songs could be read.",
            remedy="Are the music files still where they were? Find them, then learn again.",
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
