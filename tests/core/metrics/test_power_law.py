"""Learning curves: the fit finds the law it was drawn from, and says where nothing can be said."""

from __future__ import annotations

import numpy as np
import pytest

from core.metrics.metric_records import Estimate
from core.metrics.power_law import fit_power_law, forecast_value, songs_needed

SIZES = np.array([10.0, 16.0, 24.0, 32.0, 40.0])


def test_a_curve_without_noise_is_found_again() -> None:
    errors = (0.1 + 1.0 * SIZES**-0.5)[None]
    law = fit_power_law(SIZES, errors)
    assert law.error(160.0)[0] == pytest.approx(0.1 + 160.0**-0.5, abs=0.01)
    assert law.songs_for(0.2)[0] == pytest.approx(100.0, rel=0.2)


def test_a_flat_curve_needs_more_songs_than_there_can_be() -> None:
    law = fit_power_law(SIZES, np.full((50, 5), 0.4))
    assert songs_needed(law, 0.8, 40)[0] is None
    assert songs_needed(law, 0.5, 40)[0] == 1  # it is reached: one is the least that is named


@pytest.mark.parametrize("rate", [0.4, 0.7])
def test_the_interval_holds_what_comes(rate: float) -> None:
    """Curves of synthetic tags with the noise of AUC; twice as many songs are measured, too."""
    random, hits = np.random.default_rng(1), 0
    for _ in range(200):
        noise = 0.02 * random.standard_normal()  # of the songs tested on: the same for all sizes
        errors = 0.05 + 1.2 * SIZES**-rate + noise + 0.01 * random.standard_normal(5)
        drawn = errors + 0.02 * random.standard_normal((200, 1))
        drawn += 0.01 * random.standard_normal((200, 5))
        now = Estimate(float(1.0 - errors[-1]))
        found = forecast_value(fit_power_law(SIZES, drawn), 80.0, now, 0.02)
        truth = 1.0 - (0.05 + 1.2 * 80.0**-rate)
        hits += found.low <= truth + 0.02 * random.standard_normal() <= found.high
    assert hits >= 180
