"""How far a model's scores move from those of the same songs as they are: it needs no decisions.

Of a model whose words nobody has judged here this is all that can be measured; it is agreement of
the model with itself, and says nothing of who is right.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.messages import message
from core.metrics.bootstrap import Resamples, resample_groups
from core.metrics.intervals import MIN_ARTISTS, difference_interval, estimate
from core.metrics.metric_records import Estimate

Floats = NDArray[np.floating]

MIN_RANKED = 3  # songs: two are in order or not


@dataclass(frozen=True, slots=True)
class ScoreShift:
    """What happened to the scores of all words. n_songs: scored both ways.

    change: mean; size: mean of the changes' sizes, whichever way; rank: how far the songs keep
    their order in each word, Spearman's correlation, mean of the words. by_word: mean change of
    every word, (n_words,), NaN without songs.
    """

    n_songs: int
    change: Estimate
    size: Estimate
    rank: Estimate
    by_word: NDArray[np.float64]


def score_shift(before: Floats, after: Floats, groups: NDArray[np.integer]) -> ScoreShift:
    """Compare scores (n_songs, n_words) with those of the same songs; NaN where there are none.

    groups: a number per artist, (n_songs,).
    """
    both = np.isfinite(before).all(axis=1) & np.isfinite(after).all(axis=1)
    old, new, artists = before[both], after[both], groups[both]
    shifts = (new - old).astype(np.float64)
    n_words = before.shape[1]
    return ScoreShift(
        n_songs=len(old),
        change=mean_over_artists(shifts.mean(axis=1), artists),
        size=mean_over_artists(np.abs(shifts).mean(axis=1), artists),
        rank=rank_agreement(old, new, artists),
        by_word=shifts.mean(axis=0) if len(old) else np.full(n_words, np.nan),
    )


def mean_over_artists(values: NDArray[np.float64], groups: NDArray[np.integer]) -> Estimate:
    """Average numbers of songs, (n_songs,), with the 95 % interval over resampled artists.

    groups: a number per artist. No interval where there are too few, with the reason.
    """
    if not np.isfinite(values).all() or not len(values):
        return Estimate(None, reason=message("metrics.no_song"))
    value, resamples = float(values.mean()), resample_groups(groups, 1)
    sums, sizes = (
        np.bincount(resamples.groups, weights, len(resamples.counts)) @ resamples.counts
        for weights in (values, np.ones(len(values)))
    )
    return _with_interval(value, sums / sizes, resamples)


def rank_agreement(before: Floats, after: Floats, groups: NDArray[np.integer]) -> Estimate:
    """Correlate the ranks of songs, word by word, and average: Spearman, with a 95 % interval.

    before, after: finite, (n_songs, n_words). A word with the same score for all songs has no
    order and is left out. Songs keep the ranks they have among all when artists are resampled.
    """
    from scipy.stats import rankdata

    n_songs = len(before)
    if n_songs < MIN_RANKED:
        return Estimate(None, reason=message("metrics.few_ranked", n=n_songs, needed=MIN_RANKED))
    ranks = [np.asarray(rankdata(scores, axis=0)) - (n_songs + 1) / 2 for scores in (before, after)]
    has_order = (ranks[0].std(axis=0) > 0) & (ranks[1].std(axis=0) > 0)
    if not has_order.any():
        return Estimate(None, reason=message("metrics.all_tied"))
    old, new = (one[:, has_order] for one in ranks)
    resamples = resample_groups(groups, int(has_order.sum()))
    once = np.ones((1, len(resamples.counts)))
    value = float(_correlations(old, new, resamples.groups, once).mean())
    with np.errstate(invalid="ignore", divide="ignore"):
        drawn = _correlations(old, new, resamples.groups, resamples.counts.T)
    has_value = np.isfinite(drawn)  # not where all drawn songs have one rank
    sums = np.where(has_value, drawn, 0.0).sum(axis=1)
    replicates = sums / np.maximum(has_value.sum(axis=1), 1)
    replicates[~has_value.any(axis=1)] = np.nan
    found = _with_interval(value, replicates, resamples)
    if found.interval is None:
        return found
    return Estimate(value, max(found.interval[0], -1.0), min(found.interval[1], 1.0))


def _correlations(
    old: Floats, new: Floats, groups: NDArray[np.int64], counts: Floats
) -> NDArray[np.float64]:
    """Correlate columns of (n_songs, n_words): (n, n_words).

    counts: how often every artist counts, (n, n_artists). Songs are summed by artist first: a
    weight for every song and resample would be gigabytes.
    """
    weights = counts.astype(np.float64)
    sizes = weights @ np.bincount(groups, minlength=weights.shape[1])

    def mean(values: Floats) -> NDArray[np.float64]:
        by_artist = np.zeros((weights.shape[1], values.shape[1]))
        np.add.at(by_artist, groups, values)
        return np.asarray(weights @ by_artist / sizes[:, None])

    mean_old, mean_new = mean(old), mean(new)
    covariance = mean(old * new) - mean_old * mean_new
    variances = (mean(old**2) - mean_old**2) * (mean(new**2) - mean_new**2)
    return np.asarray(covariance / np.sqrt(np.maximum(variances, 0.0)))


def _with_interval(value: float, replicates: Floats, resamples: Resamples) -> Estimate:
    n_artists = len(resamples.counts)
    if n_artists < MIN_ARTISTS:
        reason = message("metrics.few_artists", n=n_artists, needed=MIN_ARTISTS)
        return Estimate(value, reason=reason)
    # Every song has moved by its own amount: nothing is added for those that seem not to differ.
    interval = difference_interval(value, replicates, n_artists, is_same=True)
    return estimate(value, interval, None)
