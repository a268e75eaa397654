"""Fine-tuning from top to bottom: a parent model and labels in, a new model file out.

Embeddings, words by linear probes, cross-validation, gradient training where it is asked for and
helps, saved model; the steps themselves stand in the other modules of this package.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace

from core.errors import TrainingError
from core.features.cache import FeatureCache
from core.jobs import SILENT, JobContext, SubJob
from core.library.records import Labels
from core.messages import Message, message
from core.models.catalogue import ARCHITECTURES
from core.models.checkpoint import TaggingModel, to_device
from core.models.device import (
    give_up,
    has_card_failed,
    is_out_of_memory,
    leave_one_core_free,
)
from core.models.model_records import network_name
from core.models.probe_form import probe_form, probe_network, with_layer
from core.models.sections import Section
from core.training.config import Depth, DepthChoice, FinetuneRequest, choose_depth
from core.training.embeddings import embed_songs
from core.training.finetune_records import FinetuneResult
from core.training.folds import make_folds
from core.training.go_deeper import DeepInputs, go_deeper
from core.training.labels import map_labels, select_songs, sorted_songs
from core.training.linear_probe import ProbeSongs
from core.training.loop import OnEpoch
from core.training.results import TrainingRun, finish
from core.training.sources import Skipped
from core.training.split import extend_split
from core.training.training_set import TrainingSet

EMBEDDING_SHARE, PROBE_SHARE = 0.5, 0.3  # of the progress bar; the rest is gradient training


def finetune(
    request: FinetuneRequest,
    labels: Labels,
    parent: TaggingModel,
    cache: FeatureCache,
    on_epoch: OnEpoch = lambda _report: None,
    job: JobContext = SILENT,
) -> FinetuneResult:
    """Teach the words of the labels to a copy of the parent, and save it as a new model.

    It runs on the parent's device; the parent stays as it is. cache: of spectrograms and of
    embeddings. The same songs, decisions and kept embeddings of other songs of the library, which
    scale the inputs, give the same weights on the same machine, in whatever order the songs come.
    Where memory runs out it is tried again with half the batch, then on the
    processor, which also takes over where the graphics card fails; epochs then count from 1 again.
    Raises TrainingError where there is nothing to learn, ModelError for an unusable models folder,
    Cancelled.
    """
    if request.epochs < 1:
        raise TrainingError("training.no_epoch")
    labels, schedule = sorted_songs(labels), request.schedule
    parents = {parent.device: parent, "cpu": to_device(parent, "cpu")}  # while the card answers
    failed, detail = "", ""
    with leave_one_core_free():
        for device, batch_size in attempts(parent.device, schedule.batch_size):
            if device == failed:
                continue
            attempt = replace(request, schedule=replace(schedule, batch_size=batch_size))
            try:
                result = finetune_once(attempt, labels, parents[device], cache, on_epoch, job)
            except (RuntimeError, MemoryError) as error:
                if has_card_failed(error, device):
                    failed = device
                    give_up(device)
                elif not is_out_of_memory(error):
                    raise
                detail = str(error)
            else:
                return _with_note(result, message("training.card_failed")) if failed else result
    raise TrainingError("training.no_memory", detail=detail)


def _with_note(result: FinetuneResult, note: Message) -> FinetuneResult:
    return replace(result, notes=(*result.notes, note))


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
    """Fine-tune on songs in order, on the parent's device, with the batch size of the request.

    Raises as finetune, and when memory runs out.
    """
    started = time.monotonic()
    read_job = SubJob(job, 0.0, EMBEDDING_SHARE)
    probe_job = SubJob(job, EMBEDDING_SHARE, PROBE_SHARE)
    deep_job = SubJob(job, EMBEDDING_SHARE + PROBE_SHARE, 1.0 - EMBEDDING_SHARE - PROBE_SHARE)

    # Depth and words are settled before any song is read, so that an error comes early.
    model = probe_form(parent)
    choice = settle_depth(request, model)
    map_labels(labels, model.words, request.parent_tags)
    training_set, skipped = read_training_set(request, labels, model, cache, read_job)

    # Words: probes on all songs, judged out of fold.
    teacher, folds = training_set.teacher(), make_folds(training_set.labels, request.seed)
    judgement = teacher.judge(folds, probe_job)
    layer = teacher.layer(judgement, job=probe_job)
    network = with_layer(model, training_set.card(request.name), *layer)

    # Deeper, where that is chosen and helps; then the card and the file.
    new_sides = extend_split(training_set.labels, request.split_sides, request.seed)
    request = replace(request, split_sides={**request.split_sides, **new_sides})
    inputs = DeepInputs(cache, on_epoch, deep_job)
    deeper = go_deeper(request, choice, training_set, judgement, inputs)
    run = TrainingRun(
        request, choice, training_set, judgement, folds, deeper, skipped, new_sides, started
    )
    return finish(run, network, job)


def read_training_set(
    request: FinetuneRequest,
    labels: Labels,
    model: TaggingModel,
    cache: FeatureCache,
    job: JobContext,
) -> tuple[TrainingSet, Skipped]:
    """Let the network hear each song once; return the songs that could be read, and the others.

    Raises TrainingError if none could, or nothing is left to learn; Cancelled.
    """
    embeddings = embed_songs(model, labels, cache, job)
    if not len(embeddings.rows):
        detail = "\n".join(f"{path}: {reason}" for path, reason in embeddings.skipped)
        raise TrainingError("training.nothing_readable", detail=detail)
    labels = select_songs(labels, embeddings.rows)
    label_map = map_labels(labels, model.words, request.parent_tags)
    songs = ProbeSongs(embeddings.values, embeddings.reference)
    return TrainingSet(model, labels, songs, label_map), embeddings.skipped


def settle_depth(request: FinetuneRequest, model: TaggingModel) -> DepthChoice:
    """Choose the depth. Raises TrainingError for an unknown one, or one the network has not."""
    network = probe_network(model)
    choice = choose_depth(request.depth, has_temporal=network.follows_time or request.lstm)
    if request.lstm and Section.TEMPORAL not in choice.trained:
        choice = DepthChoice(Depth.TEMPORAL, message("training.new_lstm"))
    if len(network.sides) and Section.REDUCTION in choice.trained:
        choice = DepthChoice(Depth.CLASSIFIER, message("training.sides_stay"))
    external = ARCHITECTURES[network_name(model.card.architecture)].is_external
    if external and Section.REDUCTION in choice.trained:
        choice = DepthChoice(Depth.CLASSIFIER, message("training.onnx_stays"))
    return choice
