"""How well scores agree with the ear: plain arithmetic on arrays, masked where nothing was judged.

Everywhere, states are int8 (n_songs, n_tags): 1 yes, 0 no, -1 not judged; scores are floats of
the same shape. Equal to scikit-learn's definitions; no scikit-learn needed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

States = NDArray[np.int8]
Scores = NDArray[np.floating]

DECIDED_AT = 0.5  # a score from here on counts as yes
N_SLOTS = 20
ENOUGH_YES = 5  # songs with the tag; a bound drawn from fewer is chance


@dataclass(frozen=True, slots=True)
class TagMetrics:
    """One tag on some judged songs. None where the songs do not allow the number.

    support: songs with the tag. auc: area under the ROC curve. ap: average precision. f1: of
    scores from 0.5 on. n: judged songs. threshold: see best_threshold. like: see score_counts.
    """

    support: int
    auc: float | None
    ap: float | None
    f1: float | None
    n: int
    threshold: float | None = None
    like: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Summary:
    """All tags together; macro is the mean over tags, micro takes all cells as one.

    left_out: tags without both a yes and a no among the songs; they count in no macro number.
    """

    wauc: float | None
    roc_auc_macro: float | None
    roc_auc_micro: float | None
    ap_macro: float | None
    ap_micro: float | None
    f1_macro: float | None
    f1_micro: float | None
    n_songs: int
    left_out: tuple[str, ...]


def roc_auc(truth: NDArray[np.generic], scores: Scores) -> float | None:
    """Chance that a song with the tag scores higher than one without; ties count half.

    truth: 1 or 0, (n,). None without both kinds (Mann and Whitney 1947).
    """
    yes = np.asarray(truth) == 1
    n_yes, n_no = int(yes.sum()), int((~yes).sum())
    if not n_yes or not n_no:
        return None
    _, place, count = np.unique(scores, return_inverse=True, return_counts=True)
    last = np.cumsum(count)
    ranks = (last - (count - 1) / 2.0)[place]  # from 1; equal scores share the mean rank
    return float((ranks[yes].sum() - n_yes * (n_yes + 1) / 2.0) / (n_yes * n_no))


def average_precision(truth: NDArray[np.generic], scores: Scores) -> float | None:
    """Precision averaged over the recall gained at each distinct score. None without a yes."""
    order = np.argsort(-np.asarray(scores), kind="stable")
    yes, sorted_scores = (np.asarray(truth) == 1)[order], np.asarray(scores)[order]
    n_yes = int(yes.sum())
    if not n_yes:
        return None
    last = np.flatnonzero(np.append(sorted_scores[1:] != sorted_scores[:-1], True))
    found = np.cumsum(yes)[last]
    gained = np.diff(found, prepend=0) / n_yes
    return float((gained * found / (last + 1)).sum())


def f1(truth: NDArray[np.generic], decided: NDArray[np.bool_]) -> float | None:
    """Harmonic mean of precision and recall; 0 if nothing right was found, None without a yes."""
    yes = np.asarray(truth) == 1
    if not yes.any():
        return None
    right = int((yes & decided).sum())
    return 2.0 * right / (int(yes.sum()) + int(decided.sum()))


def best_threshold(truth: NDArray[np.generic], scores: Scores) -> float | None:
    """The score from which on "yes" gives the best F1, halfway to the next lower score.

    None without both kinds of songs, or with fewer than ENOUGH_YES of the tag.
    """
    order = np.argsort(-np.asarray(scores), kind="stable")
    yes, falling = (np.asarray(truth) == 1)[order], np.asarray(scores, np.float64)[order]
    n_yes = int(yes.sum())
    if n_yes < ENOUGH_YES or n_yes == len(yes):
        return None
    last = np.flatnonzero(np.append(falling[1:] != falling[:-1], True))
    gained = 2.0 * np.cumsum(yes)[last] / (n_yes + last + 1)
    best = int(last[int(np.argmax(gained))])
    below = falling[best + 1] if best + 1 < len(falling) else falling[best]
    return float((falling[best] + below) / 2.0)


def pr_auc(truth: NDArray[np.generic], scores: Scores) -> float | None:
    """Area under precision over recall by trapezoids, as in older papers; None without a yes.

    It interpolates between the points and so flatters; average_precision does not.
    """
    order = np.argsort(-np.asarray(scores), kind="stable")
    yes, sorted_scores = (np.asarray(truth) == 1)[order], np.asarray(scores)[order]
    n_yes = int(yes.sum())
    if not n_yes:
        return None
    last = np.flatnonzero(np.append(sorted_scores[1:] != sorted_scores[:-1], True))
    found = np.cumsum(yes)[last]
    recall = np.concatenate([[0.0], found / n_yes])
    precision = np.concatenate([[1.0], found / (last + 1)])
    return float((np.diff(recall) * (precision[1:] + precision[:-1]) / 2.0).sum())


def mcc(truth: NDArray[np.generic], decided: NDArray[np.bool_]) -> float | None:
    """Matthews' correlation of decisions and truth, -1 to 1 (Matthews 1975).

    0 where everything or nothing was decided yes; None without both kinds of songs.
    """
    yes = np.asarray(truth) == 1
    right, wrong = int((yes & decided).sum()), int((~yes & decided).sum())
    missed, passed = int((yes & ~decided).sum()), int((~yes & ~decided).sum())
    if not right + missed or not wrong + passed:
        return None
    spread = (right + wrong) * (right + missed) * (passed + wrong) * (passed + missed)
    return (right * passed - wrong * missed) / float(spread) ** 0.5 if spread else 0.0


def score_counts(truth: NDArray[np.generic], scores: Scores) -> tuple[tuple[int, int], ...]:
    """(songs with the tag, songs) for each twentieth of the scores: what calibration.py asks.

    Empty without a song.
    """
    place = np.clip((np.asarray(scores) * N_SLOTS).astype(np.int64), 0, N_SLOTS - 1)
    yes = np.bincount(place[np.asarray(truth) == 1], minlength=N_SLOTS).tolist()
    every = np.bincount(place, minlength=N_SLOTS).tolist()
    return tuple(zip(yes, every, strict=True)) if len(place) else ()


def tag_metrics(
    states: NDArray[np.int8], scores: Scores, decided: NDArray[np.bool_] | None = None
) -> TagMetrics:
    """One tag's metrics over its judged songs: states (n,), scores (n,)."""
    judged = states >= 0
    truth, found = states[judged], scores[judged]
    chosen = found >= DECIDED_AT if decided is None else decided[judged]
    both = bool((truth == 1).any() and (truth == 0).any())
    return TagMetrics(
        support=int((truth == 1).sum()),
        auc=roc_auc(truth, found),
        ap=average_precision(truth, found) if both else None,
        f1=f1(truth, chosen) if both else None,
        n=int(judged.sum()),
        threshold=best_threshold(truth, found),
        like=score_counts(truth, found),
    )


def per_tag(
    names: Sequence[str],
    states: States,
    scores: Scores,
    decided: NDArray[np.bool_] | None = None,
) -> dict[str, TagMetrics]:
    """Metrics of every tag, by name. decided: the cells taken as yes, instead of the threshold."""
    return {
        name: tag_metrics(
            states[:, index], scores[:, index], None if decided is None else decided[:, index]
        )
        for index, name in enumerate(names)
    }


def wauc(states: States, scores: Scores) -> float | None:
    """AUC averaged over tags with their numbers of positive songs as weights (Sankaran 2017).

    Tags without both a yes and a no are left out; None where none remains.
    """
    found = []
    for truth, tag_scores in zip(states.T, scores.T, strict=True):
        judged = truth >= 0
        auc = roc_auc(truth[judged], tag_scores[judged])
        found.append((auc, int((truth == 1).sum())))
    return _weighted(found)


def weighted_auc(found: Sequence[TagMetrics]) -> float | None:
    """WAUC of metrics at hand."""
    return _weighted([(each.auc, each.support) for each in found])


def _weighted(found: Sequence[tuple[float | None, int]]) -> float | None:
    usable = [(auc, support) for auc, support in found if auc is not None]
    weight = sum(support for _, support in usable)
    return sum(auc * support for auc, support in usable) / weight if weight else None


def summary(
    names: Sequence[str],
    states: States,
    scores: Scores,
    decided: NDArray[np.bool_] | None = None,
) -> Summary:
    """All tags together."""
    tags = per_tag(names, states, scores, decided)
    usable = [each for each in tags.values() if each.auc is not None]
    judged = states >= 0
    cells, flat = states[judged], scores[judged]
    chosen = flat >= DECIDED_AT if decided is None else decided[judged]
    return Summary(
        wauc=weighted_auc(usable),
        roc_auc_macro=_mean([each.auc for each in usable]),
        roc_auc_micro=roc_auc(cells, flat),
        ap_macro=_mean([each.ap for each in usable]),
        ap_micro=average_precision(cells, flat),
        f1_macro=_mean([each.f1 for each in usable]),
        f1_micro=f1(cells, chosen),
        n_songs=int(judged.any(axis=1).sum()),
        left_out=tuple(name for name, each in tags.items() if each.auc is None),
    )


def _mean(values: Sequence[float | None]) -> float | None:
    there = [value for value in values if value is not None]
    return sum(there) / len(there) if there else None
