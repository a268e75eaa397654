"""The end of fine-tuning: measure on held-out songs, write the card, save the model."""

from __future__ import annotations

import base64
import time
import zlib
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.jobs import JobContext
from core.library.records import Labels
from core.messages import message, sentences
from core.metrics.tag_metrics import per_tag, wauc
from core.models.card import ModelCard
from core.models.checkpoint import save_checkpoint
from core.models.network import TaggingNetwork
from core.training.adapt import N_OUTPUTS
from core.training.config import DepthChoice, FinetuneRequest, TrainConfig
from core.training.finetune_records import FinetuneResult
from core.training.labels import LabelMap
from core.training.loop import FitResult
from core.training.sources import Skipped, SongSource, predict_scores

CHANCE = 0.5  # the score of a tag that a model does not predict: it ranks no song


@dataclass(frozen=True, slots=True)
class TrainingRun:
    """Everything known when training is over.

    before: the parent's scores of the held-out songs, for its own words. started:
    time.monotonic().
    """

    request: FinetuneRequest
    adapted_card: ModelCard
    choice: DepthChoice
    config: TrainConfig
    label_map: LabelMap
    labels: Labels
    held_out: NDArray[np.bool_]
    skipped: Skipped
    before: NDArray[np.float32]
    fit: FitResult
    started: float


def finish(
    run: TrainingRun, network: TaggingNetwork, source: SongSource, job: JobContext
) -> FinetuneResult:
    """Measure before and after, write the card, save the model.

    Raises ModelError if it cannot be written, Cancelled.
    """
    after = predict_scores(network, source, np.flatnonzero(run.held_out).tolist(), job)
    label_map = run.label_map
    words, parent_rows, trained = label_map.words, label_map.parent_rows, label_map.trained
    states = label_map.states(run.labels)[run.held_out]
    before = np.full(states.shape, CHANCE, dtype=np.float32)
    before[:, parent_rows >= 0] = run.before[:, parent_rows[parent_rows >= 0]]
    columns, known = np.flatnonzero(trained), np.flatnonzero(trained & (parent_rows >= 0))
    tags_before = per_tag([words[i] for i in known], states[:, known], before[:, known])
    tags_after = per_tag([words[i] for i in columns], states[:, columns], after[:, columns])
    wauc_before, wauc_after = wauc(states, before), wauc(states, after)
    n_train, n_held_out = int((~run.held_out).sum()), int(run.held_out.sum())
    notes: tuple[str, ...] = () if run.fit.best_epoch else (message("training.probe_only"),)
    if wauc_after is None:
        unknown = "training.nothing_measured" if n_held_out else "training.nothing_held_out"
        notes = (message(unknown),)
    metrics = {
        "wauc": wauc_after,
        "wauc_before": wauc_before,
        "per_tag": {name: tag.to_json() for name, tag in tags_after.items()},
        "per_tag_before": {name: tag.to_json() for name, tag in tags_before.items()},
        "n_train": n_train,
        "n_held_out": n_held_out,
    }
    card = make_card(run, metrics, notes)
    path = save_checkpoint(run.request.models_folder, card, network)
    return FinetuneResult(
        path, card, tags_before, tags_after, wauc_before, wauc_after, n_train, n_held_out,
        left_out=label_map.left_out, depth=str(run.choice.depth),
        depth_reason=run.choice.reason, seconds=time.monotonic() - run.started,
        device=run.config.device, tag_ids=label_map.tag_ids, skipped=run.skipped, notes=notes,
    )  # fmt: skip


def make_card(run: TrainingRun, metrics: dict[str, Any], notes: tuple[str, ...]) -> ModelCard:
    """Write down what the new model is and where it comes from."""
    request, words = run.request, run.label_map.words
    n_words, n_trained = len(words), int(run.label_map.trained.sum())
    kept = n_words - n_trained
    description: str = message(
        "training.learned_from", parent=request.parent_name, taught=n_trained, kept=kept
    )
    for note in notes:
        description = sentences(description, note)
    return ModelCard(
        name=request.name,
        architecture=run.adapted_card.architecture,
        sizes={**run.adapted_card.sizes, N_OUTPUTS: len(words)},
        recipe=run.adapted_card.recipe,
        words=words,
        description=description,
        parent=request.parent_name,
        labels=labels_snapshot(run.labels, run.held_out),
        seed=request.seed,
        settings={
            "depth": str(run.choice.depth),
            "depth_reason": run.choice.reason,
            "epochs": request.epochs,
            "epochs_done": run.fit.epochs_done,
            "best_epoch": run.fit.best_epoch,
            "schedule": run.config.schedule.to_json(),
            "device": run.config.device,
        },
        metrics=metrics,
        code_version=code_version(),
        licence=run.adapted_card.licence,
    )


def labels_snapshot(labels: Labels, held_out: NDArray[np.bool_]) -> dict[str, Any]:
    """Pack the decisions a model is trained on to travel with its card (see read_states)."""
    packed = zlib.compress(np.ascontiguousarray(labels.states).tobytes(), 9)
    return {
        "digest": labels.digest,
        "codebook_version": labels.codebook_version,
        "tags": list(labels.tag_names),
        "counts": {name: list(counts) for name, counts in labels.counts().items()},
        "audio_hashes": list(labels.audio_hashes),
        "kept_back": np.flatnonzero(held_out).tolist(),
        "states": base64.b64encode(packed).decode(),
    }


def read_states(snapshot: dict[str, Any]) -> NDArray[np.int8]:
    """Unpack the decisions of a snapshot: int8 (n_songs, n_tags), 1 yes, 0 no, -1 not judged."""
    raw = zlib.decompress(base64.b64decode(snapshot["states"]))
    shape = len(snapshot["audio_hashes"]), len(snapshot["tags"])
    return np.frombuffer(raw, dtype=np.int8).reshape(shape).copy()


def training_songs(card: ModelCard) -> frozenset[str]:
    """Return the audio hashes of the songs a model was trained on last."""
    hashes, held_out = card.labels.get("audio_hashes", []), set(card.labels.get("kept_back", []))
    return frozenset(audio_hash for row, audio_hash in enumerate(hashes) if row not in held_out)


def code_version() -> str:
    """Return the program's version, as models remember it."""
    try:
        return version("rhythmcap")
    except PackageNotFoundError:
        return "source"
