"""The share of songs with a tag, from songs judged at random and a model's scores of all songs.

The scores must be of models that had not learned from the songs judged at random. Counting what a
model calls a yes is no estimate: it errs on both sides, and not equally often.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.messages import message
from core.metrics.intervals import LEVEL, estimate
from core.metrics.metric_records import Estimate, Interval

Floats = NDArray[np.floating]

MIN_RANDOM, MIN_ARTISTS = 20, 5  # judged songs, and their artists, for an interval
MIN_OF_A_SIDE = 5  # judged songs with yes, and with no: fewer cannot say how often a model errs
LEAST_GAP = 0.1  # of the model's right and wrong yes: below it hardly tells yes from no
N_SHARES = 2001  # tried as the true one
PRIOR, N_DRAWS = 0.1, 10_000  # of a bin's yes and no, as in Navine et al. 2024


@dataclass(frozen=True, slots=True)
class RandomSample:
    """Songs judged at random, and the scores of the songs that they stand for.

    truth: 1 or 0, scores, groups (a number per artist), reach: of the songs judged, (n,). reach:
    the share of all songs that could have been drawn with it. other_*: of songs not judged at
    random, (N,); their weights sum to the mean reach. known: the share of all songs that could not
    be drawn and are a yes. The groups of both are numbered together.
    """

    truth: NDArray[np.int8]
    scores: Floats
    groups: NDArray[np.int64]
    reach: Floats
    other_scores: Floats
    other_groups: NDArray[np.int64]
    other_weights: Floats
    known: float = 0.0

    @classmethod
    def of_all(
        cls,
        truth: NDArray[np.generic],
        scores: Floats,
        groups: NDArray[np.int64],
        other_scores: Floats,
        other_groups: NDArray[np.int64],
    ) -> RandomSample:
        """Make the sample of songs that were all drawn from all songs."""
        n_others = max(len(other_scores), 1)
        return cls(
            np.asarray(truth, np.int8), np.asarray(scores, np.float64), groups,
            np.ones(len(truth)), np.asarray(other_scores, np.float64), other_groups,
            np.full(len(other_scores), 1.0 / n_others),
        )  # fmt: skip

    @property
    def n_artists(self) -> int:
        """Count the artists of the songs judged."""
        return len(np.unique(self.groups))


def prediction_powered(sample: RandomSample) -> tuple[float, float, float]:
    """Return PPI++'s share, its standard error, and how far it leans on the model (lambda).

    Angelopoulos, Duchi and Zrnic 2023, "PPI++: Efficient prediction-powered inference", example 1:
    lambda * mean(scores of others) + mean(truth - lambda * scores), lambda as in its section 6,
    kept from 0 to 1. Songs count as independent. At least two songs judged, and one other.
    """
    truth, scores = sample.reach * sample.truth, sample.reach * sample.scores
    n, n_others = len(truth), len(sample.other_scores)
    everyone = np.concatenate([scores, sample.other_scores * sample.reach.mean()])
    spread = (1.0 + n / n_others) * float(np.var(everyone))
    both = float(np.cov(truth, scores)[0, 1])
    leaning = float(np.clip(both / spread, 0.0, 1.0)) if spread > 0 else 0.0
    rest = truth - leaning * scores
    value = sample.known + leaning * float(sample.other_weights @ sample.other_scores)
    value += float(rest.mean())
    weighed = sample.other_weights * (sample.other_scores - _weighed_mean(sample))
    variance = leaning**2 * float(weighed @ weighed) + float(np.var(rest, ddof=1)) / n
    return value, float(np.sqrt(variance)), leaning


def prediction_powered_share(sample: RandomSample) -> Estimate:
    """Estimate the share by PPI++, with an interval that knows that songs of an artist are alike.

    The standard error is the greater of the formula's and that of artists as clusters; the interval
    is the score interval (Wilson 1927) of as many independent songs as would have this error, for
    the plain one is too short where a tag is rare. Without any other song: the plain share.
    """
    n = len(sample.truth)
    if not n:
        return Estimate(None, reason=message("metrics.none_at_random"))
    if not len(sample.other_scores) or n < 2:
        value, error, leaning = _plain_share(sample)
    else:
        value, error, leaning = prediction_powered(sample)
    value = float(np.clip(value, 0.0, 1.0))
    reason = _few(sample)
    if reason is not None:
        return Estimate(value, reason=reason)
    error = max(error, _artist_error(sample, leaning))
    return estimate(value, _score_interval(value, error, sample), None)


def adjusted_share(
    sample: RandomSample, threshold: float, judged: RandomSample | None = None
) -> Estimate:
    """Estimate the share by the adjusted count: (counted - FPR) / (TPR - FPR).

    Gart and Buck 1966; "ACC" of Forman 2008. judged: the songs judged at random that say how often
    the model is right, if more than those of the sample: of a decade, those of all years, which
    takes a yes to sound alike in all of them.
    """
    judged = sample if judged is None else judged
    is_yes = judged.truth == 1
    n_yes, n_no = int(is_yes.sum()), int((~is_yes).sum())
    if min(n_yes, n_no) < MIN_OF_A_SIDE:
        few = message("metrics.few_of_a_side", n=min(n_yes, n_no), needed=MIN_OF_A_SIDE)
        return Estimate(None, reason=few)
    called = judged.scores >= threshold
    right, wrong = float(called[is_yes].mean()), float(called[~is_yes].mean())
    if right - wrong < LEAST_GAP:
        return Estimate(None, reason=message("metrics.model_cannot_tell"))
    reach, counted, n_counted = _counted(sample, threshold)
    if not n_counted:
        return Estimate(None, reason=message("metrics.no_score"))
    share = float(np.clip((counted - wrong) / (right - wrong), 0.0, 1.0))
    value = float(np.clip(sample.known + reach * share, 0.0, 1.0))
    reason = _few(judged)
    if reason is not None:
        return Estimate(value, reason=reason)
    rates = (counted, wrong, right)
    errors = _rate_variances(sample, judged, threshold, rates)
    low, high = _compatible(rates, errors, _student(judged))
    ends = (sample.known + reach * min(low, share), sample.known + reach * max(high, share))
    return estimate(value, (max(ends[0], 0.0), min(ends[1], 1.0)), None)


@dataclass(frozen=True, slots=True)
class ScoreBins:
    """Songs judged by tenths of the score: shares of all songs, judged yes, and judged, (n_bins,).

    The bins stand by ascending score.
    """

    shares: Floats
    n_yes: NDArray[np.int64]
    n: NDArray[np.int64]


def stratified_share(bins: ScoreBins, seed: int = 0) -> tuple[Estimate, Estimate]:
    """Estimate the share, and the model's AUC, from a few songs judged of every bin.

    The share of yes in a bin is drawn from Beta(yes + .1, no + .1); weighed by the bins' shares
    they make up all songs (Navine et al. 2024, "All thresholds barred"). Songs count as
    independent. Values are the medians, intervals 95 % of the draws.
    """
    total = int(bins.n.sum())
    if total < MIN_RANDOM:
        reason = message("metrics.few_random", n=total, needed=MIN_RANDOM)
        return Estimate(None, reason=reason), Estimate(None, reason=reason)
    random = np.random.default_rng(seed)
    yes = random.beta(bins.n_yes + PRIOR, bins.n - bins.n_yes + PRIOR, (N_DRAWS, len(bins.n)))
    with_tag, without = yes * bins.shares, (1.0 - yes) * bins.shares
    below = np.cumsum(without, axis=1) - without / 2.0  # of the own bin a half: the rest is a tie
    share = with_tag.sum(axis=1)
    with np.errstate(invalid="ignore", divide="ignore"):
        auc = (with_tag * below).sum(axis=1) / (share * without.sum(axis=1))
    auc = auc[np.isfinite(auc)]
    found = [_of_draws(share), _of_draws(auc) if len(auc) else Estimate(None)]
    return found[0], found[1]


def _of_draws(draws: Floats) -> Estimate:
    low, middle, high = np.quantile(draws, [(1 - LEVEL) / 2, 0.5, (1 + LEVEL) / 2]).tolist()
    return Estimate(middle, low, high)


def _plain_share(sample: RandomSample) -> tuple[float, float, float]:
    """Return the share without any model, its error, and 0.0: the model is not leaned on."""
    truth = sample.reach * sample.truth
    error = float(np.std(truth, ddof=1)) / len(truth) ** 0.5 if len(truth) > 1 else 0.0
    return sample.known + float(truth.mean()), error, 0.0


def _weighed_mean(sample: RandomSample) -> float:
    return float(sample.other_weights @ sample.other_scores / sample.other_weights.sum())


def _counted(sample: RandomSample, threshold: float) -> tuple[float, float, int]:
    """Return the share of all songs that could be drawn, the yes among them, and of how many.

    They are counted on songs not judged at random, where there are any: the same songs as behind
    the model's rates would make these errors look independent.
    """
    n_others = len(sample.other_scores)
    if not n_others:
        own = float((sample.scores >= threshold).mean()) if len(sample.scores) else 0.0
        return float(sample.reach.mean()) if len(sample.reach) else 0.0, own, len(sample.scores)
    reach = float(sample.other_weights.sum())
    other = float(sample.other_weights @ (sample.other_scores >= threshold)) / reach
    return reach, other, n_others


def _few(sample: RandomSample) -> str | None:
    """Say why there can be no interval; None where there can."""
    n, n_artists = len(sample.truth), sample.n_artists
    if n < MIN_RANDOM:
        return message("metrics.few_random", n=n, needed=MIN_RANDOM)
    if n_artists < MIN_ARTISTS:
        return message("metrics.few_artists", n=n_artists, needed=MIN_ARTISTS)
    return None


def _safe_variance(share: float, n: int) -> float:
    """Return the variance of a share of n songs; above 0 also where all are alike."""
    held = (share * n + 0.5) / (n + 1.0)
    return held * (1.0 - held) / n


def _artist_error(sample: RandomSample, leaning: float) -> float:
    """Return the standard error of PPI++'s share where artists, and not songs, are independent.

    The limit of a bootstrap of artists, without drawing: what each artist adds to the share.
    """
    rest = sample.reach * (sample.truth - leaning * sample.scores)
    added = (rest - rest.mean()) / len(rest)
    groups = sample.groups
    if leaning > 0:
        other = sample.other_weights * (sample.other_scores - _weighed_mean(sample))
        added = np.concatenate([added, leaning * other])
        groups = np.concatenate([groups, sample.other_groups])
    return float(np.sqrt(_cluster_variance(groups, added)))


def _rate_variances(
    sample: RandomSample, judged: RandomSample, threshold: float, rates: tuple[float, float, float]
) -> tuple[float, float, float]:
    """Return the variances of the count, and of the model's wrong and right yes.

    Each is the greater of that of independent songs and that of independent artists.
    """
    scores, groups = sample.other_scores, sample.other_groups
    if not len(scores):
        scores, groups = sample.scores, sample.groups
    called, is_yes = judged.scores >= threshold, judged.truth == 1
    parts = (
        (groups, scores >= threshold),
        (judged.groups[~is_yes], called[~is_yes]),
        (judged.groups[is_yes], called[is_yes]),
    )
    count, wrong, right = (
        max(_safe_variance(rate, len(hits)), _share_variance(owners, hits))
        for rate, (owners, hits) in zip(rates, parts, strict=True)
    )
    return count, wrong, right


def _share_variance(groups: NDArray[np.int64], hits: NDArray[np.bool_]) -> float:
    """Return the variance of a share of songs where artists are independent."""
    if not len(hits):
        return 0.0
    return _cluster_variance(groups, (hits - hits.mean()) / len(hits))


def _cluster_variance(groups: NDArray[np.int64], added: Floats) -> float:
    """Sum the squares of what each artist adds to an estimate (Cochran 1977, 11.2); 0 of one."""
    totals = np.bincount(np.unique(groups, return_inverse=True)[1], added)
    n = len(totals)
    return float(totals @ totals) * n / (n - 1) if n > 1 else 0.0


def _compatible(
    rates: tuple[float, float, float], variances: tuple[float, float, float], reach: float
) -> Interval:
    """Return the shares that agree with the count and both rates (Fieller 1954).

    Dividing by a small difference of rates has no honest standard error; this may be all of 0 to 1.
    """
    counted, wrong, right = rates
    count, of_wrong, of_right = variances
    shares = np.linspace(0.0, 1.0, N_SHARES)
    gaps = counted - (wrong + shares * (right - wrong))
    spread = count + (1.0 - shares) ** 2 * of_wrong + shares**2 * of_right
    inside = shares[gaps**2 <= reach**2 * spread]
    return (float(inside[0]), float(inside[-1])) if len(inside) else (1.0, 0.0)


def _student(sample: RandomSample) -> float:
    """Return how many standard errors lie on either side, with as many artists."""
    from scipy.special import stdtrit  # scipy.stats takes a second to import

    return float(stdtrit(max(sample.n_artists - 1, 1), (1.0 + LEVEL) / 2.0))


def _score_interval(value: float, error: float, sample: RandomSample) -> Interval:
    """Return Wilson's interval of as many songs as would have this error, Student's t for z.

    It is that of the part that could be drawn; what was known before is added. With few of a side
    the error itself is too uncertain to promise more than the songs judged.
    """
    n, n_yes, reach = len(sample.truth), int((sample.truth == 1).sum()), _student(sample)
    part = max(float(sample.reach.mean()), 1.0 / n)
    share = float(np.clip((value - sample.known) / part, 0.0, 1.0))
    inside = float(np.clip(share, 0.5 / n, 1.0 - 0.5 / n))
    n_like = inside * (1.0 - inside) / (error / part) ** 2 if error > 0 else float(n)
    if min(n_yes, n - n_yes) < MIN_OF_A_SIDE:
        n_like = min(n_like, float(n))
    z2 = reach**2
    centre = (share + z2 / (2 * n_like)) / (1.0 + z2 / n_like)
    half = float(np.sqrt(share * (1.0 - share) / n_like + z2 / (4 * n_like**2)))
    half *= reach / (1.0 + z2 / n_like)
    low, high = sample.known + part * (centre - half), sample.known + part * (centre + half)
    return max(min(low, value), 0.0), min(max(high, value), 1.0)
