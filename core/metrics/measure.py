"""Measure tags by out-of-fold scores: numbers, their 95 % intervals, and changes between models.

states are int8 (n_songs, n_tags): 1 yes, 0 no, -1 not judged; scores are 0 to 1 of the same shape,
NaN where a song has none; groups hold a number per artist, (n_songs,). Every number of a model that
is shown anywhere comes from here, so that it is the same everywhere.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.messages import message
from core.metrics.bootstrap import (
    Replicates,
    Resamples,
    resample_groups,
    resampled_confusion,
    resampled_ranking,
)
from core.metrics.calibration import reliability_bins
from core.metrics.classification import f1_score, matthews_corrcoef
from core.metrics.intervals import (
    MIN_ARTISTS,
    Support,
    auc_interval,
    correlation_interval,
    difference_interval,
    estimate,
    exact_interval,
    no_interval_reason,
    share_interval,
)
from core.metrics.metric_records import Estimate, Interval, Measurement, MetricChange, TagMetrics
from core.metrics.precise_score import score_for_precision
from core.metrics.ranking import average_precision_score, roc_auc_score
from core.metrics.tag_metrics import mean_of_known, wauc_of_tags
from core.metrics.thresholds import decide, tag_thresholds

States = NDArray[np.int8]
Floats = NDArray[np.floating]

RANKING = ("auc", "ap")
DECISIONS = ("f1", "mcc", "precision", "recall")
COUNTED = ("precision", "recall")  # shares of whole songs: the exact interval is always there
METRICS = (*RANKING, *DECISIONS)
WAUC = "wauc"
MEANS = (WAUC, *METRICS)
CHANCE = 0.5  # the AUC of a model that scores all songs alike
LEAST_FOR_BOOTSTRAP = 30  # songs that a precision or recall is a share of
_NONE = np.zeros(0, np.float32)  # replicates


@dataclass(frozen=True, slots=True)
class _Tag:
    """A tag measured and resampled. support_replicates: songs with it; scores: of the judged."""

    metrics: TagMetrics
    replicates: dict[str, Replicates]
    support_replicates: Replicates
    scores: Floats

    @property
    def knows_nothing(self) -> bool:
        """Whether all songs have one score: an AUC of CHANCE, without any spread."""
        return bool((self.scores == self.scores[:1]).all())


def measure(
    names: Sequence[str],
    states: States,
    scores: Floats,
    groups: NDArray[np.integer],
    own_thresholds: Mapping[str, float] | None = None,
    categories: Sequence[str] = (),
) -> Measurement:
    """Measure every tag, and their means, with intervals from the same resampled artists.

    own_thresholds: those the user set, by tag; the others are estimated, and decisions on a song
    use one estimated without its artist. categories: one of every tag, or none at all. A tag that
    cannot be measured is there, with the reasons.
    """
    scores = as_stored(scores)
    states, resamples = _judged(states, scores), resample_groups(groups, len(names))
    tags = _measure_tags(names, states, scores, resamples, own_thresholds or {})
    return _measurement(names, states, scores, resamples, tags, categories)


def _measurement(
    names: Sequence[str],
    states: States,
    scores: Floats,
    resamples: Resamples,
    tags: list[_Tag],
    categories: Sequence[str] = (),
) -> Measurement:
    precise = [
        _precise(column, tag_scores, resamples)
        for column, tag_scores in zip(states.T, scores.T, strict=True)
    ]
    judged = (states >= 0).any(axis=1)
    n_artists = len(np.unique(resamples.groups[judged]))
    return Measurement(
        {
            name: replace(tag.metrics, precise=score)
            for name, tag, score in zip(names, tags, precise, strict=True)
        },
        _means(tags, n_artists),
        int(judged.sum()),
        n_artists,
        resamples.n_resamples,
        {
            category: _means(
                [tag for tag, own in zip(tags, categories, strict=True) if own == category],
                n_artists,
            )
            for category in dict.fromkeys(categories)
        },
    )


def measure_both(
    names: Sequence[str],
    states: States,
    before: Floats,
    after: Floats,
    groups: NDArray[np.integer],
) -> tuple[Measurement, Measurement, MetricChange]:
    """Measure two models, and after minus before on the cells that both scored."""
    (old, new), (change,) = measure_all(names, states, (before, after), groups)
    return old, new, change


def measure_all(
    names: Sequence[str],
    states: States,
    scores: Sequence[Floats],
    groups: NDArray[np.integer],
) -> tuple[list[Measurement], list[MetricChange]]:
    """Measure some models, once each, and each later one minus the first, on cells that all scored.

    The differences are paired: all are measured on the same resampled artists.
    """
    scores = [as_stored(own) for own in scores]
    for own in scores:
        states = _judged(states, own)
    resamples = resample_groups(groups, len(names))
    tags = [_measure_tags(names, states, own, resamples, {}) for own in scores]
    measured = [
        _measurement(names, states, own, resamples, of_tags)
        for own, of_tags in zip(scores, tags, strict=True)
    ]
    changes = [_difference(names, states, resamples, (tags[0], later)) for later in tags[1:]]
    return measured, changes


def _difference(
    names: Sequence[str],
    states: States,
    resamples: Resamples,
    models: tuple[list[_Tag], list[_Tag]],
) -> MetricChange:
    old, new = models
    tags = {}
    for name, column, was, now in zip(names, states.T, old, new, strict=True):
        judged = column >= 0
        support = Support.of(column[judged], resamples.groups[judged])
        tags[name] = {metric: _change(metric, was, now, support) for metric in METRICS}
    n_artists = len(np.unique(resamples.groups[(states >= 0).any(axis=1)]))
    return MetricChange(tags, {name: _mean_change(name, models, n_artists) for name in MEANS})


def as_stored(scores: Floats) -> NDArray[np.float32]:
    """Round scores to the 16 bits they are stored with, so that they are measured alike later."""
    return scores.astype(np.float16).astype(np.float32)


def _judged(states: States, scores: Floats) -> States:
    """Take a cell without a score as not judged."""
    return np.where(np.isfinite(scores), states, np.int8(-1))


def _precise(states: NDArray[np.int8], scores: Floats, resamples: Resamples) -> Estimate:
    judged = states >= 0
    part = Resamples(resamples.groups[judged], resamples.counts)
    return score_for_precision(states[judged], scores[judged], part)


def _measure_tags(
    names: Sequence[str],
    states: States,
    scores: Floats,
    resamples: Resamples,
    own_thresholds: Mapping[str, float],
) -> list[_Tag]:
    own = np.array([own_thresholds.get(name, np.nan) for name in names], np.float64)
    estimated = tag_thresholds(states, scores)
    decided = decide(states, scores, resamples.groups, own)
    shown = np.where(np.isnan(own), estimated, own)
    return [
        _measure_tag(
            states[:, column], scores[:, column], decided[:, column], shown[column], resamples
        )
        for column in range(len(names))
    ]


def _measure_tag(
    states: NDArray[np.int8],
    scores: Floats,
    decided: NDArray[np.bool_],
    threshold: float,
    resamples: Resamples,
) -> _Tag:
    judged = states >= 0
    part = Resamples(resamples.groups[judged], resamples.counts)
    truth, scores, decided = states[judged], scores[judged], decided[judged]
    support, positive = Support.of(truth, part.groups), truth == 1
    values, cells = _values(truth, scores, decided)
    both_classes = values["auc"] is not None
    replicates = _replicates(truth, scores, decided, part) if both_classes else {}
    intervals, exact, reasons = _intervals(values, cells, replicates, support)
    numbers: dict[str, Any] = {**cells, **values}
    measured = TagMetrics(
        support=support.n_positive,
        n=len(truth),
        threshold=float(threshold) if both_classes else None,
        bins=reliability_bins(truth, scores),
        decision_threshold=float(threshold),
        n_artists=support.n_artists,
        intervals=intervals,
        exact=exact,
        reasons=reasons,
        **numbers,
    )
    by_artist = np.bincount(part.groups[positive], minlength=len(part.counts))
    return _Tag(measured, replicates, by_artist.astype(np.float32) @ part.counts, scores)


def _values(
    truth: NDArray[np.int8], scores: Floats, decided: NDArray[np.bool_]
) -> tuple[dict[str, float | None], dict[str, int]]:
    """Compute the metrics of judged songs by name, and count right and wrong decisions."""
    positive = truth == 1
    cells = {
        "true_positives": int((positive & decided).sum()),
        "false_negatives": int((positive & ~decided).sum()),
        "false_positives": int((~positive & decided).sum()),
        "true_negatives": int((~positive & ~decided).sum()),
    }
    both = bool(positive.any() and not positive.all())
    n_decided, n_positive, hits = int(decided.sum()), int(positive.sum()), cells["true_positives"]
    return {
        "auc": roc_auc_score(truth, scores),
        "ap": average_precision_score(truth, scores) if both else None,
        "f1": f1_score(truth, decided) if both else None,
        "mcc": matthews_corrcoef(truth, decided),
        "precision": hits / n_decided if n_decided else None,
        "recall": hits / n_positive if n_positive else None,
    }, cells


def _replicates(
    truth: NDArray[np.int8], scores: Floats, decided: NDArray[np.bool_], part: Resamples
) -> dict[str, Replicates]:
    auc, ap = resampled_ranking(truth, scores, part.groups, part.counts)
    confusion = resampled_confusion(truth, decided, part.groups, part.counts)
    return {"auc": auc, "ap": ap, **confusion.metrics()}


def _intervals(
    values: Mapping[str, float | None],
    cells: Mapping[str, int],
    replicates: Mapping[str, Replicates],
    support: Support,
) -> tuple[dict[str, Interval], tuple[str, ...], dict[str, str]]:
    """Find the interval of every metric; which of them are exact; why others have none."""
    intervals: dict[str, Interval] = {}
    exact, reasons, no_bootstrap = [], {}, support.reason() is not None
    hits = cells["true_positives"]
    n_decided, n_positive = hits + cells["false_positives"], hits + cells["false_negatives"]
    for name, value in values.items():
        whole = {"precision": n_decided, "recall": n_positive}.get(name, 0)
        few = name in COUNTED and (whole < LEAST_FOR_BOOTSTRAP or no_bootstrap)
        interval = None
        if value is not None and few:
            interval = exact_interval(hits, whole)
            exact.append(name)
        elif value is not None and not no_bootstrap:
            interval = _interval(name, value, replicates[name], support)
        if interval is not None:
            intervals[name] = interval
        else:
            reasons[name] = _reason(name, value, support, replicates.get(name, _NONE))
    return intervals, tuple(exact), reasons


def _interval(name: str, value: float, drawn: Replicates, support: Support) -> Interval | None:
    if name == "auc":
        return auc_interval(value, drawn, support)
    find = correlation_interval if name == "mcc" else share_interval
    return find(value, drawn, support.n_clusters)


def _reason(name: str, value: float | None, support: Support, drawn: Replicates) -> str:
    if name == "precision" and value is None and support.n_positive + support.n_negative:
        return message("metrics.nothing_found")
    return support.reason() or no_interval_reason(drawn)


def _change(metric: str, before: _Tag, after: _Tag, support: Support) -> Estimate:
    was, now = (getattr(tag.metrics, metric) for tag in (before, after))
    if was is None or now is None:
        return Estimate(None, reason=before.metrics.reasons.get(metric) or support.reason())
    if metric == "auc" and before.knows_nothing:
        return _above_chance(after.metrics.estimate("auc"))
    if (reason := support.reason()) is not None:
        return Estimate(now - was, reason=reason)
    drawn = after.replicates[metric] - before.replicates[metric]
    is_same = np.array_equal(before.scores, after.scores)
    interval = difference_interval(now - was, drawn, support.n_clusters, is_same=is_same)
    return estimate(now - was, interval, None)


def _above_chance(auc: Estimate) -> Estimate:
    """Tell how far an AUC, or a mean of some, lies above that of a model that knows nothing.

    Its range is that of the AUC: chance does not vary, and near 1 resamples hardly do.
    """
    parts = (auc.value, auc.low, auc.high)
    value, low, high = (None if part is None else part - CHANCE for part in parts)
    return Estimate(value, low, high, auc.reason)


# -- means of tags ----------------------------------------------------------------------------


def _mean_value(name: str, tags: Sequence[_Tag]) -> float | None:
    """Average a metric over the tags that have both a yes and a no; WAUC by songs with the tag."""
    measured = [tag.metrics for tag in tags if tag.metrics.auc is not None]
    if name == WAUC:
        return wauc_of_tags(measured)
    return mean_of_known([getattr(tag, name) for tag in measured])


def _mean_replicates(name: str, tags: Sequence[_Tag]) -> Replicates:
    """Average a metric on every resample, over the tags that the drawn artists allow."""
    resampled = [tag for tag in tags if tag.replicates]
    if not resampled:
        return np.full(1, np.nan, np.float32)
    values = np.stack([tag.replicates["auc" if name == WAUC else name] for tag in resampled])
    weights = np.isfinite(values).astype(np.float32)
    if name == WAUC:
        weights *= np.stack([tag.support_replicates for tag in resampled])
    total = weights.sum(axis=0)
    with np.errstate(invalid="ignore", divide="ignore"):
        means: Replicates = (np.nan_to_num(values) * weights).sum(axis=0) / total
    return np.where(total > 0, means, np.nan)


def _means(tags: Sequence[_Tag], n_artists: int) -> dict[str, Estimate]:
    means, n_tags = {}, sum(bool(tag.replicates) for tag in tags)
    for name in MEANS:
        find = partial(correlation_interval if name == "mcc" else share_interval, n_tags=n_tags)
        drawn = _mean_replicates(name, tags)
        means[name] = _mean_estimate(_mean_value(name, tags), drawn, n_artists, find)
    return means


def _mean_change(name: str, models: tuple[list[_Tag], list[_Tag]], n_artists: int) -> Estimate:
    old, new = models
    first, second = (_mean_value(name, tags) for tags in models)
    both = [(was, now) for was, now in zip(old, new, strict=True) if was.replicates]
    drawn = _mean_replicates(name, new)
    if name in (WAUC, "auc") and all(was.knows_nothing for was, _ in both):
        find = partial(share_interval, n_tags=len(both))
        return _above_chance(_mean_estimate(second, drawn, n_artists, find))
    value = None if first is None or second is None else second - first
    is_same = all(np.array_equal(was.scores, now.scores) for was, now in both)
    differ = partial(difference_interval, is_same=is_same)
    return _mean_estimate(value, drawn - _mean_replicates(name, old), n_artists, differ)


def _mean_estimate(
    value: float | None,
    drawn: Replicates,
    n_artists: int,
    find: Callable[[float, Floats, int], Interval | None],
) -> Estimate:
    if value is None:
        return Estimate(None, reason=message("metrics.no_tag"))
    if n_artists < MIN_ARTISTS:
        few = message("metrics.few_artists", n=n_artists, needed=MIN_ARTISTS)
        return Estimate(value, reason=few)
    return estimate(value, find(value, drawn, n_artists), no_interval_reason(drawn))
