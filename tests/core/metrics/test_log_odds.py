"""Log odds and shares: each the other's inverse, cut where a number ends."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.special import expit
from scipy.special import logit as scipy_logit

from core.metrics.log_odds import LIMIT, logit, sigmoid


def test_they_are_what_scipy_has_and_undo_one_another() -> None:
    shares = np.linspace(0.001, 0.999, 400)
    assert logit(shares, 1e-6) == pytest.approx(scipy_logit(shares), rel=1e-12)
    logits = np.linspace(-LIMIT, LIMIT, 400)
    assert sigmoid(logits) == pytest.approx(expit(logits), rel=1e-12)
    assert sigmoid(logit(shares, 1e-6)) == pytest.approx(shares, rel=1e-12)


def test_shares_of_0_and_1_count_as_the_edge() -> None:
    found = logit([0.0, 1.0, 0.5], 0.01)
    assert found == pytest.approx([-4.59511985, 4.59511985, 0.0])
    assert float(logit(0.0, 0.25)) == pytest.approx(-np.log(3.0))


def test_no_logit_overflows_and_the_precision_stays() -> None:
    far = np.array([-1e6, 1e6, np.nan], np.float32)
    with np.errstate(all="raise"):
        found = sigmoid(far)
    assert found.dtype == np.float32
    assert 0.0 < found[0] < 1e-20
    assert found[1] == 1.0
    assert np.isnan(found[2])
