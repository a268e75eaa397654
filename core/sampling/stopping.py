"""When a word was asked about often enough: what recall is certain, and what is still expected.

Two answers. A certificate rests on the songs drawn at random alone, and on nothing that a model
says. The estimate in plain words rests on the model's scores, corrected by the answers so far.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.metrics.log_odds import logit, sigmoid
from core.metrics.platt import fit_platt
from core.metrics.recall_bound import DELTA, RECALL, needed_found, needed_sample

N_RECENT = 40  # songs of which it is told how often the model was wrong
MIN_OF_A_SIDE = 5  # yes and no answers from which scores are corrected by them
CLOSEST = 1e-4  # to 0 and 1, of a score whose logit is taken


@dataclass(frozen=True, slots=True)
class FoundSample:
    """n_found of the first n_sample random songs with the word are among the songs searched.

    n_sample: fixed beforehand. n_known: how many of these were drawn so far. n_needed: of them must
    be found. is_reached: with 1 - delta at least `recall` of all songs with the word are found.
    """

    recall: float
    n_sample: int
    n_known: int
    n_found: int
    n_needed: int

    @property
    def is_reached(self) -> bool:
        """Whether one may stop."""
        return self.n_known == self.n_sample and self.n_found >= self.n_needed


def found_sample(
    scores: NDArray[np.floating],
    lowest_searched: float,
    n_sample: int | None = None,
    recall: float = RECALL,
    delta: float = DELTA,
) -> FoundSample:
    """Certify a search from the highest score down.

    scores: of the random songs with the word in the order in which they were drawn, NaN without
    one. lowest_searched: of the songs asked about by score; a random song above it was found, or
    would have been had it not been drawn. n_sample: random songs with the word, fixed beforehand;
    by default the fewest that can do. Raises ValueError where n_sample cannot certify this.
    """
    n_sample = needed_sample(recall, delta) if n_sample is None else n_sample
    n_needed = needed_found(n_sample, recall, delta)
    if n_needed is None:
        raise ValueError(f"{n_sample} songs cannot certify a recall of {recall}")
    sample = np.asarray(scores)[:n_sample]
    n_found = int((sample >= lowest_searched).sum())
    return FoundSample(recall, n_sample, len(sample), n_found, n_needed)


@dataclass(frozen=True, slots=True)
class Outlook:
    """In the last n_recent songs the model was wrong n_wrong times; of n_left songs, n_expected are
    expected to be yes. n_expected: None where the model has no score of any of them.
    """

    n_recent: int
    n_wrong: int
    n_left: int
    n_expected: float | None


def outlook(
    scores: NDArray[np.floating], states: NDArray[np.int8], left: NDArray[np.floating]
) -> Outlook:
    """Tell what is to be expected of the songs that are left.

    scores, states: of the songs answered, in the order of the answers, (n,); 1 yes, 0 no, others
    count nowhere. left: scores of the songs not asked yet; NaN where there is none. Scores are
    corrected by Platt's curve through the answers: choosing songs by their scores does not bend it.
    """
    counted = ((states == 1) | (states == 0)) & np.isfinite(scores)
    known, judged = np.asarray(scores, np.float64)[counted], states[counted]
    recent = slice(max(0, len(known) - N_RECENT), None)
    n_wrong = int(((known[recent] >= 0.5) != (judged[recent] == 1)).sum())
    n_recent = len(known[recent])
    open_scores = np.asarray(left, np.float64)
    finite = open_scores[np.isfinite(open_scores)]
    if not len(finite):
        return Outlook(n_recent, n_wrong, len(open_scores), None)
    if min((judged == 1).sum(), (judged == 0).sum()) >= MIN_OF_A_SIDE:
        scale = fit_platt(judged, logit(known, CLOSEST))
        logits = np.asarray(scale.apply(logit(finite, CLOSEST)), np.float64)
        finite = sigmoid(logits)
    expected = float(finite.mean()) * len(open_scores)  # those without a score: as the others
    return Outlook(n_recent, n_wrong, len(open_scores), expected)
