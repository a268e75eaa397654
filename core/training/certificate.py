"""The end of a round of learning: before and after compared, the card written, the model saved."""

from __future__ import annotations

import base64
import time
import zlib
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.library.records import Labels
from core.metrics.tag_metrics import TagMetrics, per_tag, wauc
from core.models.card import ModelCard
from core.models.checkpoint import save_checkpoint
from core.models.network import TaggingNetwork
from core.training.depth import DepthChoice
from core.training.head import sizes_for
from core.training.hearing import Unheard
from core.training.lesson import Lesson
from core.training.records import LearnOutcome, LearnRequest
from core.training.rounds import Course, Fitted

UNKNOWN_WORD = 0.5  # the score of a word a model does not know: it cannot tell songs apart
NO_TEST = (
    "No tagged song could be kept back for testing, so how well it learned is not known. "
    "Tag songs of more artists."
)
NO_NUMBER = (
    "Among the songs kept back for testing no tag has both a yes and a no, "
    "so how well it learned is not known."
)
JUST_BEGUN = (
    "Giving the words the best place in what the model hears already was enough: "
    "practising further did not do clearly better."
)


@dataclass(frozen=True, slots=True)
class Result:
    """Everything known when practising is over. before, after: scores of the songs kept back, by
    the parent (its words) and by the new model (the lesson's words). begun: time.monotonic().
    """

    request: LearnRequest
    parent: ModelCard
    choice: DepthChoice
    course: Course
    lesson: Lesson
    labels: Labels
    kept_back: NDArray[np.bool_]
    unheard: Unheard
    before: NDArray[np.float32]
    after: NDArray[np.float32]
    fitted: Fitted
    begun: float


@dataclass(frozen=True, slots=True)
class _Comparison:
    before: dict[str, TagMetrics]
    after: dict[str, TagMetrics]
    wauc_before: float | None
    wauc_after: float | None


def certify(result: Result, network: TaggingNetwork) -> LearnOutcome:
    """Compare, write the card, save the model. Raises ModelError if it cannot be written."""
    compared = _compare(result)
    notes = _notes(result, compared.wauc_after)
    card = _card(result, compared, notes)
    path = save_checkpoint(result.request.models_folder, card, network)
    return LearnOutcome(
        model_path=path,
        card=card,
        before=compared.before,
        after=compared.after,
        wauc_before=compared.wauc_before,
        wauc_after=compared.wauc_after,
        n_train=int((~result.kept_back).sum()),
        n_held_out=int(result.kept_back.sum()),
        left_out=result.lesson.left_out,
        depth=str(result.choice.depth),
        depth_reason=result.choice.reason,
        seconds=time.monotonic() - result.begun,
        device=result.course.device,
        tag_ids=result.lesson.tag_ids,
        unheard=result.unheard,
        notes=notes,
    )


def _compare(result: Result) -> _Comparison:
    """On the songs kept back and the words taught, by the parent and by the new model."""
    lesson = result.lesson
    states = lesson.states(result.labels)[result.kept_back]
    known = lesson.parent_rows >= 0
    former = np.full(states.shape, UNKNOWN_WORD, dtype=np.float32)
    former[:, known] = result.before[:, lesson.parent_rows[known]]
    before = per_tag(lesson.words, states, former)
    after = per_tag(lesson.words, states, result.after)
    return _Comparison(
        {w: before[w] for w, k, t in _flags(lesson) if k and t},
        {w: after[w] for w, _, t in _flags(lesson) if t},
        wauc(states, former),
        wauc(states, result.after),
    )


def _flags(lesson: Lesson) -> list[tuple[str, bool, bool]]:
    """(word, whether the parent knew it, whether it was taught)."""
    known = (lesson.parent_rows >= 0).tolist()
    return list(zip(lesson.words, known, lesson.taught.tolist(), strict=True))


def _notes(result: Result, wauc_after: float | None) -> tuple[str, ...]:
    if not result.kept_back.any():
        return (NO_TEST,)
    if wauc_after is None:
        return (NO_NUMBER,)
    return () if result.fitted.best_epoch else (JUST_BEGUN,)


def _card(result: Result, compared: _Comparison, notes: tuple[str, ...]) -> ModelCard:
    request, lesson = result.request, result.lesson
    n_words, taught = len(lesson.words), int(lesson.taught.sum())
    kept = n_words - taught
    return ModelCard(
        name=request.name,
        architecture=result.parent.architecture,
        sizes=sizes_for(result.parent, n_words),
        recipe=result.parent.recipe,
        words=lesson.words,
        description=f"Learned from “{request.parent}”: {taught} words taught, {kept} kept. "
        + " ".join(notes),
        parent=request.parent,
        labels=labels_snapshot(result.labels, result.kept_back),
        seed=request.seed,
        settings={
            "depth": str(result.choice.depth),
            "depth_reason": result.choice.reason,
            "epochs": request.epochs,
            "epochs_done": result.fitted.epochs_done,
            "best_epoch": result.fitted.best_epoch,
            "schedule": result.course.schedule.to_json(),
            "device": result.course.device,
        },
        metrics={
            **_metrics(compared),
            "n_train": int((~result.kept_back).sum()),
            "n_held_out": int(result.kept_back.sum()),
        },
        code_version=code_version(),
        licence=result.parent.licence,
    )


def _metrics(compared: _Comparison) -> dict[str, Any]:
    return {
        "wauc": compared.wauc_after,
        "wauc_before": compared.wauc_before,
        "per_tag": {name: tag.to_json() for name, tag in compared.after.items()},
        "per_tag_before": {name: tag.to_json() for name, tag in compared.before.items()},
    }


def labels_snapshot(labels: Labels, kept_back: NDArray[np.bool_]) -> dict[str, Any]:
    """The decisions a model learned from, small enough to travel with it (see read_states)."""
    packed = zlib.compress(np.ascontiguousarray(labels.states).tobytes(), 9)
    return {
        "digest": labels.digest,
        "codebook_version": labels.codebook_version,
        "tags": list(labels.tag_names),
        "counts": {name: list(counts) for name, counts in labels.counts().items()},
        "audio_hashes": list(labels.audio_hashes),
        "kept_back": np.flatnonzero(kept_back).tolist(),
        "states": base64.b64encode(packed).decode(),
    }


def read_states(snapshot: dict[str, Any]) -> NDArray[np.int8]:
    """The decisions of a snapshot: int8 (n_songs, n_tags), 1 yes, 0 no, -1 not judged."""
    raw = zlib.decompress(base64.b64decode(snapshot["states"]))
    shape = len(snapshot["audio_hashes"]), len(snapshot["tags"])
    return np.frombuffer(raw, dtype=np.int8).reshape(shape).copy()


def learned_songs(card: ModelCard) -> frozenset[str]:
    """Audio hashes of the songs a model has learned from in its last round."""
    hashes, kept_back = card.labels.get("audio_hashes", []), set(card.labels.get("kept_back", []))
    return frozenset(each for row, each in enumerate(hashes) if row not in kept_back)


def code_version() -> str:
    """The program's version, as models remember it."""
    try:
        return version("rhythmcap")
    except PackageNotFoundError:
        return "source"
