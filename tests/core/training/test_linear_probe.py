"""The linear probe is scikit-learn's logistic regression, masked where nothing was judged."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from core.training.linear_probe import (
    MIN_SCALE,
    MIN_SCALE_SHARE,
    PENALTY,
    LinearProbe,
    ProbeTargets,
)


def fit_probe(hidden: np.ndarray, states: np.ndarray, scale: float = 1.0) -> LinearProbe:
    """Fit a probe to decisions, without base logits."""
    targets = ProbeTargets(
        torch.from_numpy(states == 1).double(),
        torch.from_numpy(states >= 0).double(),
        torch.zeros(states.shape, dtype=torch.double),
    )
    ridge_scale = torch.full((states.shape[1],), scale, dtype=torch.double)
    return LinearProbe().fit([torch.from_numpy(hidden)], targets, ridge_scale)


def test_the_probe_separates_songs_with_a_tag_from_those_without() -> None:
    generator = np.random.default_rng(0)
    states = generator.integers(0, 2, (60, 2)).astype(np.int8)
    hidden = generator.normal(0, 1, (60, 5))
    hidden[:, 1] += 4 * states[:, 0]
    hidden[:, 3] -= 4 * states[:, 1]
    scores = torch.sigmoid(fit_probe(hidden, states).logits([torch.from_numpy(hidden)])).numpy()
    assert ((scores > 0.5) == (states == 1)).mean() > 0.95


def test_unjudged_cells_do_not_change_the_probe() -> None:
    generator = np.random.default_rng(1)
    hidden = generator.normal(0, 1, (30, 4))
    states = generator.integers(0, 2, (30, 2)).astype(np.int8)
    other = states.copy()
    other[::3, 1] = -1
    first, second = (fit_probe(hidden, judged).weights[0] for judged in (states, other))
    assert torch.allclose(first[:, 0], second[:, 0], atol=1e-5)
    assert not torch.allclose(first[:, 1], second[:, 1], atol=1e-3)


def test_the_probe_is_scikit_learns_logistic_regression() -> None:
    linear = pytest.importorskip("sklearn.linear_model")
    generator = np.random.default_rng(3)
    states = generator.integers(0, 2, (50, 1)).astype(np.int8)
    hidden = generator.normal(0, 2, (50, 6)) + states
    probe = fit_probe(hidden, states, scale=20.0)
    spread = hidden.std(axis=0)
    spread = (spread + MIN_SCALE_SHARE * spread.mean() + MIN_SCALE) * 6**0.5
    reference = linear.LogisticRegression(C=1 / (20.0 * PENALTY), tol=1e-8)
    reference.fit((hidden - hidden.mean(axis=0)) / spread, states[:, 0])
    expected = reference.coef_ / spread
    bias = reference.intercept_ - expected @ hidden.mean(axis=0)
    assert np.allclose(probe.weights[0].T.numpy(), expected, atol=1e-4)
    assert np.allclose(probe.bias.numpy(), bias, atol=1e-4)


def test_the_projection_of_few_songs_does_not_change_the_probe() -> None:
    generator = np.random.default_rng(5)
    states = generator.integers(0, 2, (12, 2)).astype(np.int8)
    hidden = generator.normal(0, 1, (12, 40))
    probe = fit_probe(np.repeat(hidden, 5, axis=0), np.repeat(states, 5, axis=0), scale=100.0)
    projected = fit_probe(hidden, states, scale=20.0)
    assert np.allclose(probe.weights[0].numpy(), projected.weights[0].numpy(), atol=1e-4)
