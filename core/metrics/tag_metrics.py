"""All metrics of a tag, and of all tags together, masked where nothing was judged.

Everywhere, states are int8 (n_songs, n_tags): 1 yes, 0 no, -1 not judged; scores are floats of
the same shape. Single numbers are computed in ranking.py and classification.py.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import fsum  # the same sum in whatever order the tags come

import numpy as np
from numpy.typing import NDArray

from core.metrics.calibration import reliability_bins
from core.metrics.classification import f1_score
from core.metrics.metric_records import Summary, TagMetrics
from core.metrics.ranking import Scores, average_precision_score, roc_auc_score
from core.metrics.thresholds import best_f1_threshold

States = NDArray[np.int8]

DECISION_THRESHOLD = 0.5  # a score from here on counts as yes
MIN_POSITIVE = 5  # songs with the tag; a threshold estimated on fewer is chance


def tag_metrics(
    states: NDArray[np.int8], scores: Scores, decided: NDArray[np.bool_] | None = None
) -> TagMetrics:
    """Measure one tag over its judged songs: states (n,), scores (n,)."""
    judged = states >= 0
    truth, judged_scores = states[judged], scores[judged]
    predicted = judged_scores >= DECISION_THRESHOLD if decided is None else decided[judged]
    n_positive = int((truth == 1).sum())
    both_classes = 0 < n_positive < len(truth)
    return TagMetrics(
        support=n_positive,
        auc=roc_auc_score(truth, judged_scores),
        ap=average_precision_score(truth, judged_scores) if both_classes else None,
        f1=f1_score(truth, predicted) if both_classes else None,
        n=int(judged.sum()),
        threshold=best_f1_threshold(truth, judged_scores) if n_positive >= MIN_POSITIVE else None,
        bins=reliability_bins(truth, judged_scores),
    )


def per_tag(
    names: Sequence[str],
    states: States,
    scores: Scores,
    decided: NDArray[np.bool_] | None = None,
) -> dict[str, TagMetrics]:
    """Measure every tag, by name. decided: the cells taken as yes, instead of the threshold."""
    return {
        name: tag_metrics(
            states[:, column], scores[:, column], None if decided is None else decided[:, column]
        )
        for column, name in enumerate(names)
    }


def wauc(states: States, scores: Scores) -> float | None:
    """Average the AUC over tags, weighted by their numbers of positive songs (Sankaran 2017).

    Tags without both a yes and a no are left out; None where none remains.
    """
    pairs = []
    for truth, tag_scores in zip(states.T, scores.T, strict=True):
        judged = truth >= 0
        auc = roc_auc_score(truth[judged], tag_scores[judged])
        pairs.append((auc, int((truth == 1).sum())))
    return weighted_mean(pairs)


def wauc_of_tags(tags: Sequence[TagMetrics]) -> float | None:
    """Compute the WAUC of tags that are measured already."""
    return weighted_mean([(tag.auc, tag.support) for tag in tags])


def weighted_mean(pairs: Sequence[tuple[float | None, int]]) -> float | None:
    """Average values by their weights, None left out; None where no weight remains."""
    known = [(value, weight) for value, weight in pairs if value is not None]
    total = sum(weight for _, weight in known)
    return fsum(value * weight for value, weight in known) / total if total else None


def mean_of_known(values: Sequence[float | None]) -> float | None:
    """Average values, None left out; None where none remains."""
    known = [value for value in values if value is not None]
    return fsum(known) / len(known) if known else None


def summary(
    names: Sequence[str],
    states: States,
    scores: Scores,
    decided: NDArray[np.bool_] | None = None,
) -> Summary:
    """Measure all tags together."""
    tags = per_tag(names, states, scores, decided)
    measured = [tag for tag in tags.values() if tag.auc is not None]
    judged = states >= 0
    cells, cell_scores = states[judged], scores[judged]
    predicted = cell_scores >= DECISION_THRESHOLD if decided is None else decided[judged]
    return Summary(
        wauc=wauc_of_tags(measured),
        roc_auc_macro=mean_of_known([tag.auc for tag in measured]),
        roc_auc_micro=roc_auc_score(cells, cell_scores),
        ap_macro=mean_of_known([tag.ap for tag in measured]),
        ap_micro=average_precision_score(cells, cell_scores),
        f1_macro=mean_of_known([tag.f1 for tag in measured]),
        f1_micro=f1_score(cells, predicted),
        n_songs=int(judged.any(axis=1).sum()),
        left_out=tuple(name for name, tag in tags.items() if tag.auc is None),
    )
