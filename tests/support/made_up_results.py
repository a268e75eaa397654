"""Results of a small plan as they could be: numbers of systems, without a sound or a network."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from core.experiments.choice import Choice
from core.experiments.experiment_record import ExperimentRecord, KnownCell
from core.experiments.plan import BY_SONG, FOLDS, Cell
from core.experiments.results import ExperimentResults, SystemResult
from core.experiments.small_plan import TRIED, TRIED_BY_LABEL
from core.metrics.measure import MEANS
from core.metrics.metric_records import Estimate
from core.systems.catalogue import OWN

N_SONGS, N_ARTISTS, N_TAGS = 61, 24, 7
TIMBRE, DEEP = "cepstra-logistic", "cnn-lstm depth=temporal"
Number = tuple[float, float, float]  # value, low, high


def choice(
    *, widening: float = 1.0, optimism: float = 0.01, by_song: Number = (0.07, 0.03, 0.11)
) -> Choice:
    """What choosing does: one hundredth is luck, unless it is told otherwise."""
    added = {tried.variant.label: Estimate(*by_song) for tried in TRIED}
    return Choice(widening, optimism, (), Estimate(0.1, 0.05, 0.15), added)


def made_up(
    numbers: Mapping[str, Number],
    differences: Mapping[str, Number],
    reasons: Mapping[str, str] | None = None,
    *,
    by_artist: bool = True,
) -> ExperimentResults:
    """Results of these systems, by label; all others have half of all pairs in order."""
    rows = []
    for tried in TRIED:
        label = tried.variant.label
        number = Estimate(*numbers.get(label, (0.5, 0.45, 0.55)))
        reason = (reasons or {}).get(label)
        if reason:
            number = Estimate(None, reason=reason)
        difference = Estimate(*differences.get(label, (-0.3, -0.4, -0.2)))
        few = Estimate((number.value or 0.5) - 0.1, 0.4, 0.9)
        good = Estimate((number.value or 0.5) + 0.07, 0.4, 0.99)
        compared = {} if label == OWN or reason else {"wauc": difference}
        rows += [
            _row(label, FOLDS, 20, few, {}),
            _row(label, FOLDS, None, number, compared, reason),
            _row(label, BY_SONG, None, good, {}),
        ]
    cells = tuple(
        KnownCell(Cell(TRIED[0].variant, None, 0, FOLDS, 0, fold), f"{fold}", np.arange(3))
        for fold in range(5)
    )
    record = ExperimentRecord(
        "suits", "starter", ("wauc",), tuple(map(str, range(N_SONGS))),
        np.arange(N_SONGS), ("kick",), np.ones((N_SONGS, 1), np.int8), cells, by_artist,
    )  # fmt: skip
    return ExperimentResults(record, tuple(rows), OWN, 5, 5)


def _row(
    label: str,
    kind: str,
    budget: int | None,
    number: Estimate,
    differences: Mapping[str, Estimate],
    reason: str | None = None,
) -> SystemResult:
    means = dict.fromkeys(MEANS, Estimate(None)) | {"wauc": number}
    variant = TRIED_BY_LABEL[label].variant
    return SystemResult(
        variant, kind, budget, 2, 2, means, {"wauc": 0.01}, differences,
        N_SONGS, N_ARTISTS, N_TAGS, 6.5, 1.0, reason,
    )  # fmt: skip
