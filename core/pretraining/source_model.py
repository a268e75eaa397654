"""The end of source training: test it as published, write its card, save the model.

Scores of a clip are those of its segments joined as the network does it; WAUC as in the thesis,
ROC-AUC and PR-AUC (average precision) as means over the words, as in Won et al. 2020.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.features.recipe import FeatureRecipe
from core.library.evaluation_rows import TEST, VALID
from core.messages import message
from core.metrics.tag_metrics import summary
from core.models.card import ModelCard, code_version
from core.models.catalogue import ARCHITECTURES
from core.pretraining.data_set import DataSet
from core.pretraining.run_checkpoint import Progress
from core.training.config import Schedule


@dataclass(frozen=True, slots=True)
class SourceScores:
    """How a network did on one side of a split. None where nothing can be measured."""

    n_clips: int
    wauc: float | None
    roc_auc: float | None
    pr_auc: float | None


@dataclass(frozen=True, slots=True)
class SourceResult:
    """What came of a source training. path: of the weights. failed: clips not read, and why."""

    path: Path
    card: ModelCard
    validation: SourceScores
    test: SourceScores
    progress: Progress
    n_train: int
    failed: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Provenance:
    """What a card says of where a source model comes from, beside its weights."""

    name: str
    architecture: str
    recipe: FeatureRecipe
    schedule: Schedule
    epochs: int
    seed: int


def source_scores(
    words: Sequence[str], states: NDArray[np.int8], scores: NDArray[np.float32]
) -> SourceScores:
    """Measure scores of clips: (n_clips, n_words) both."""
    if not len(states):
        return SourceScores(0, None, None, None)
    measured = summary(words, states, scores)
    return SourceScores(len(states), measured.wauc, measured.roc_auc_macro, measured.ap_macro)


def source_card(
    data_set: DataSet,
    learned: Sequence[str],
    made: Provenance,
    progress: Progress,
    sides: dict[str, SourceScores],
) -> ModelCard:
    """Write the card of a source model. learned: the sounds of its clips, by their hash."""
    title = ARCHITECTURES[made.architecture].title
    return ModelCard(
        name=made.name,
        architecture=made.architecture,
        sizes={"n_tags": len(data_set.words)},
        recipe=made.recipe,
        words=data_set.words,
        description=message(
            "pretraining.description",
            title=title,
            data_set=data_set.name,
            n=len(learned),
            split=data_set.split,
        ),
        labels={
            "data_set": data_set.name,
            "split": data_set.split,
            "digest": data_set.digest,
            "n_clips": {side: scores.n_clips for side, scores in sides.items()},
            "network_songs": sorted(set(learned)),
        },
        seed=made.seed,
        settings={
            "schedule": made.schedule.to_json(),
            "epochs": made.epochs,
            "best_epoch": progress.best_epoch,
            "epochs_done": progress.epoch - 1,
            "computed_on": list(progress.arithmetics),
        },
        metrics=_metrics(sides[TEST], sides[VALID]),
        code_version=code_version(),
        licence=data_set.licence or message("pretraining.licence_unknown"),
    )


def _metrics(test: SourceScores, valid: SourceScores) -> dict[str, Any]:
    return {
        "wauc": test.wauc,
        "roc_auc": test.roc_auc,
        "pr_auc": test.pr_auc,
        "n_songs": test.n_clips,
        "validation": asdict(valid),
    }
