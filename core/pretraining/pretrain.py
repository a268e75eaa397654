"""Source training from top to bottom: a data set and an architecture in, a model file out.

The first process reads the data set's clips and reports; all of them train.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np

from core.errors import TrainingError, UnknownModel
from core.features.cache import FeatureCache
from core.features.recipe import RECIPES, FeatureRecipe
from core.jobs import JobContext, SubJob
from core.library.evaluation_rows import TEST, TRAIN, VALID
from core.models.catalogue import ARCHITECTURES, build_network
from core.models.checkpoint import save_checkpoint
from core.models.model_records import SEQUENCE_NETWORKS
from core.models.network import TaggingNetwork
from core.models.reduce_song import SEGMENTS_PER_BATCH
from core.pretraining.clip_store import ClipStore, make_store, open_store, store_folder
from core.pretraining.crops import BatchReader
from core.pretraining.data_set import DataSet
from core.pretraining.processes import Processes
from core.pretraining.run_checkpoint import Progress, checkpoint_path
from core.pretraining.source_loop import OnSourceEpoch, SourceRun, SourceTraining
from core.pretraining.source_model import (
    Provenance,
    SourceResult,
    source_card,
    source_scores,
)
from core.systems.gradient_training import begin_with_log_odds, seeded
from core.training.config import PUBLIC, SCRATCH, Schedule, TrainConfig
from core.training.labels import TrainingData
from core.training.sources import SpectrogramSource

READ_SHARE = 0.3  # of the progress bar
# The source task of the thesis, and the public taggers as Won et al. 2020 trained them.
SCHEDULES = {"thesis": (SCRATCH, 60), "public": (PUBLIC, 200)}


@dataclass(frozen=True, slots=True)
class SourceRequest:
    """How to train. name: of the new model. epochs, batch_size: 0 for those of the schedule.

    schedule: a name of SCHEDULES, or "" for that of the architecture. half: 16-bit arithmetic where
    that is faster. models: the folder for the model; runs, spectrograms: what is kept meanwhile.
    """

    name: str
    architecture: str
    models: Path
    runs: Path
    spectrograms: Path
    schedule: str = ""
    epochs: int = 0
    batch_size: int = 0
    seed: int = 0
    half: bool = True
    resume: bool = False
    checkpoint_every_s: float = 600.0

    @property
    def plan(self) -> tuple[Schedule, int]:
        """The schedule with its batch size, and the number of epochs at most."""
        follows_time = self.architecture in SEQUENCE_NETWORKS
        schedule, epochs = SCHEDULES[self.schedule or ("thesis" if follows_time else "public")]
        size = self.batch_size or schedule.batch_size
        return replace(schedule, batch_size=size), self.epochs or epochs

    @property
    def checkpoint(self) -> Path:
        """The file that a run of this name goes on from."""
        return checkpoint_path(self.runs, self.name)


@dataclass(frozen=True, slots=True)
class SourceInputs:
    """What a training works with. Only the first process calls on_data, on_resume and on_epoch."""

    processes: Processes
    cache: FeatureCache
    job: JobContext
    on_epoch: OnSourceEpoch = lambda _epoch: None
    on_resume: Callable[[Progress], None] = lambda _progress: None
    on_data: Callable[[DataSet, ClipStore], None] = field(default=lambda _data, _store: None)


def check_request(request: SourceRequest) -> None:
    """Raise UnknownModel or TrainingError before anything is read, where it cannot begin.

    A checkpoint of that name is never overwritten by a run that does not go on from it.
    """
    row = ARCHITECTURES.get(request.architecture)
    if row is None or row.is_external:
        known = ", ".join(name for name, row in ARCHITECTURES.items() if not row.is_external)
        raise UnknownModel(
            "models.unknown_architecture", architecture=request.architecture, known=known
        )
    path = request.checkpoint
    if path.is_file() and not request.resume:
        raise TrainingError("pretraining.unfinished", name=request.name, path=path)
    if request.resume and not path.is_file():
        raise TrainingError("pretraining.no_checkpoint", path=path)


def pretrain(request: SourceRequest, data_set: DataSet, inputs: SourceInputs) -> SourceResult:
    """Train a network on a data set, test it, and save it.

    Raises TrainingError, CacheError, ModelError, OSError, Cancelled; where a checkpoint was
    written it stays.
    """
    check_request(request)
    processes, job = inputs.processes, inputs.job
    recipe = RECIPES[ARCHITECTURES[request.architecture].recipe]
    schedule, epochs = request.plan
    batch_size = str(schedule.batch_size)
    processes.ensure_alike(**_identity(request, data_set, recipe), batch_size=batch_size)
    store = _store(request, data_set, recipe, inputs)
    data_set, data = _training_data(data_set, store)
    if processes.is_first:
        inputs.on_data(data_set, store)
    sizes = {"n_tags": len(data_set.words)}
    network = seeded(lambda: build_network(request.architecture, sizes), request.seed)
    network = network.to(processes.device)
    begin_with_log_odds(network, data)
    config = TrainConfig(
        schedule, frozenset(network.sections()), epochs, request.seed, processes.device,
        from_fresh=True,
    )  # fmt: skip
    run = SourceRun(
        config, request.checkpoint,
        _identity(request, data_set, recipe) | {"sounds": store.sounds},
        request.checkpoint_every_s, request.half, request.resume,
        inputs.on_epoch if processes.is_first else lambda _epoch: None, inputs.on_resume,
        SubJob(job, READ_SHARE, 1.0 - READ_SHARE),
    )  # fmt: skip
    reader = BatchReader(store, data, network, recipe, request.seed, processes)
    source = _whole_clips(store, recipe, processes.device, job)
    training = SourceTraining(network, data, source, reader, run)
    return _finish(request, data_set, store, training, network)


def _store(
    request: SourceRequest, data_set: DataSet, recipe: FeatureRecipe, inputs: SourceInputs
) -> ClipStore:
    """Have the first process make the spectrograms; all open them."""
    folder = store_folder(request.spectrograms, data_set, recipe)
    if inputs.processes.is_first:
        make_store(folder, data_set, recipe, inputs.cache, SubJob(inputs.job, 0.0, READ_SHARE))
    inputs.processes.wait()
    store = open_store(folder, recipe)
    if store is None or not store.sides.count(TRAIN) or not store.sides.count(VALID):
        reasons = dict(store.failed) if store else {}
        reason = next(iter(reasons.items()), ("", ""))
        detail = f"{reason[0]}: {reason[1]}"
        raise TrainingError("pretraining.nothing_readable", detail=detail, path=folder)
    return store


def _training_data(data_set: DataSet, store: ClipStore) -> tuple[DataSet, TrainingData]:
    """Bring the data set into the order of the store, without the clips it lacks."""
    row_of = {song: row for row, song in enumerate(data_set.songs)}
    rows = np.array([row_of[clip.song] for clip in store.clips], dtype=np.int64)
    data_set = data_set.select(rows)
    states = np.where(data_set.states >= 0, data_set.states, -1).astype(np.int8)
    return data_set, TrainingData(
        targets=(states == 1).astype(np.float32),
        weights=(states >= 0).astype(np.float32),
        states=states,
        train=data_set.rows(TRAIN),
        held_out=data_set.rows(TEST),
        validation=data_set.rows(VALID),
    )


def _whole_clips(
    store: ClipStore, recipe: FeatureRecipe, device: str, job: JobContext
) -> SpectrogramSource:
    per_pass = SEGMENTS_PER_BATCH[device]
    return SpectrogramSource(store, recipe, device, segments_per_pass=per_pass, job=job)


def _identity(request: SourceRequest, data_set: DataSet, recipe: FeatureRecipe) -> dict[str, str]:
    """Return what must be equal in all processes, and in a checkpoint that a run goes on from."""
    schedule, epochs = request.plan
    rates = replace(schedule, batch_size=0).to_json()
    return {
        "data_set": f"{data_set.name} ({data_set.digest})",
        "architecture": request.architecture,
        "recipe": recipe.key,
        "schedule": str(rates),
        "epochs": str(epochs),
        "seed": str(request.seed),
    }


def _finish(
    request: SourceRequest,
    data_set: DataSet,
    store: ClipStore,
    training: SourceTraining,
    network: TaggingNetwork,
) -> SourceResult:
    """Train, test, and save; the checkpoint goes when the model is there."""
    progress = training.fit()
    sides = {}
    for side in (VALID, TEST):
        rows = data_set.rows(side)
        sides[side] = source_scores(data_set.words, data_set.states[rows], training.scores(rows))
    learned = [
        clip.audio_hash
        for clip, side in zip(store.clips, store.sides, strict=True)
        if side in (TRAIN, VALID)
    ]
    schedule, epochs = request.plan
    recipe = RECIPES[ARCHITECTURES[request.architecture].recipe]
    made = Provenance(request.name, request.architecture, recipe, schedule, epochs, request.seed)
    card = source_card(data_set, learned, made, progress, sides)
    path = request.models
    if training.is_first:
        path = save_checkpoint(request.models, card, network)
        request.checkpoint.unlink(missing_ok=True)
    return SourceResult(
        path, card, sides[VALID], sides[TEST], progress, len(data_set.rows(TRAIN)), store.failed
    )
