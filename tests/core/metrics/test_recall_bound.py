"""The certificate is scipy's binomial bound, and is wrong no more often than it says."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.stats import binom, binomtest

from core.metrics.recall_bound import certified_recall, needed_found, needed_sample


def test_eighty_per_cent_at_ninety_five_needs_fourteen() -> None:
    assert needed_sample(0.8, 0.05) == 14
    assert needed_found(13, 0.8, 0.05) is None
    assert needed_found(14, 0.8, 0.05) == 14


@pytest.mark.parametrize("recall", [0.5, 0.8, 0.9])
@pytest.mark.parametrize("n_sample", [5, 14, 30, 100])
def test_the_needed_number_is_the_quantile_of_scipys_binomial(recall: float, n_sample: int) -> None:
    found = needed_found(n_sample, recall, 0.05)
    enough = [j for j in range(1, n_sample + 1) if binom.cdf(j - 1, n_sample, recall) >= 0.95]
    assert found == (enough[0] if enough else None)


@pytest.mark.parametrize(("n_found", "n_sample"), [(1, 5), (7, 9), (14, 14), (28, 30)])
def test_the_certified_recall_is_the_lower_limit_of_clopper_and_pearson(
    n_found: int, n_sample: int
) -> None:
    limit = binomtest(n_found, n_sample, alternative="greater").proportion_ci(0.95, "exact").low
    assert certified_recall(n_found, n_sample, 0.05) == pytest.approx(limit)


def test_nothing_found_certifies_nothing() -> None:
    assert certified_recall(0, 14) == 0.0


@pytest.mark.parametrize("n_sample", [14, 30])
def test_a_search_that_stops_by_it_has_the_recall_in_95_of_100_runs(n_sample: int) -> None:
    random, n_positive, n_runs = np.random.default_rng(1), 400, 4000
    needed = needed_found(n_sample)
    reached = 0
    for _ in range(n_runs):
        ranks = np.sort(random.choice(n_positive, n_sample, replace=False))
        reached += (ranks[needed - 1] + 1) / n_positive >= 0.8
    assert reached / n_runs >= 0.94  # 0.95, less two standard errors and a half
