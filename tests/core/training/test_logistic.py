"""Both solvers find what scikit-learn's LogisticRegression finds."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from numpy.typing import NDArray

from core.jobs import Cancelled
from core.training import logistic
from core.training.logistic import LogisticTargets, fit_logistic

linear = pytest.importorskip("sklearn.linear_model")

Floats = NDArray[np.float64]


def drawn(n_songs: int, width: int, n_tags: int, seed: int = 0) -> tuple[Floats, Floats]:
    """Draw inputs of a mean length of 1 and targets, 0 or 1, that depend on them."""
    rng = np.random.default_rng(seed)
    inputs = rng.normal(0, 1, (n_songs, width)) / width**0.5
    wanted = inputs @ rng.normal(0, 3, (width, n_tags)) + rng.normal(0, 1, (n_songs, n_tags))
    return inputs, (wanted > 0).astype(float)


def targets_of(targets: Floats, weights: Floats, offsets: Floats | None = None) -> LogisticTargets:
    offsets = np.zeros_like(targets) if offsets is None else offsets
    return LogisticTargets(*map(torch.from_numpy, (targets, weights, offsets)))


def fitted(inputs: Floats, targets: LogisticTargets, c: float) -> tuple[Floats, Floats]:
    """Fit: (n_tags, width), (n_tags,)."""
    weights, bias = fit_logistic(torch.from_numpy(inputs), targets, c)
    return weights.T.numpy(), bias.numpy()


def reference(inputs: Floats, targets: Floats, weights: Floats, c: float) -> tuple[Floats, float]:
    """Fit one tag by scikit-learn; a target between 0 and 1 is a song that is both, in part."""
    twice = np.concatenate([inputs, inputs])
    classes = np.concatenate([np.ones(len(targets)), np.zeros(len(targets))])
    counts = np.concatenate([weights * targets, weights * (1 - targets)])
    model = linear.LogisticRegression(C=c, tol=1e-10, max_iter=10_000)
    model.fit(twice[counts > 0], classes[counts > 0], sample_weight=counts[counts > 0])
    return model.coef_[0], float(model.intercept_[0])


@pytest.mark.parametrize(("n_songs", "width"), [(60, 8), (30, 100)])
@pytest.mark.parametrize("share_judged", [1.0, 0.3])
@pytest.mark.parametrize("smoothing", [0.0, 0.05])
def test_all_tags_are_fitted_as_scikit_learn_fits_each(
    n_songs: int, width: int, share_judged: float, smoothing: float
) -> None:
    inputs, says = drawn(n_songs, width, 4)
    targets = says * (1 - smoothing) + smoothing / 2
    judged = np.random.default_rng(1).random(targets.shape) < share_judged
    weights = np.where(judged, 1.0, 0.0)
    coefficients, bias = fitted(inputs, targets_of(targets, weights), 5.0)
    for tag in range(4):
        expected, expected_bias = reference(inputs, targets[:, tag], weights[:, tag], 5.0)
        assert np.allclose(coefficients[tag], expected, atol=5e-3)
        assert bias[tag] == pytest.approx(expected_bias, abs=5e-3)


def test_songs_count_as_much_as_their_weights_say() -> None:
    inputs, targets = drawn(50, 6, 2)
    weights = np.random.default_rng(1).uniform(0.05, 1.0, targets.shape)
    coefficients, bias = fitted(inputs, targets_of(targets, weights), 20.0)
    for tag in range(2):
        expected, expected_bias = reference(inputs, targets[:, tag], weights[:, tag], 20.0)
        assert np.allclose(coefficients[tag], expected, atol=0.02)
        assert bias[tag] == pytest.approx(expected_bias, abs=0.02)


@pytest.mark.parametrize("share_judged", [1.0, 0.3])
def test_what_is_known_beforehand_is_added_to(share_judged: float) -> None:
    """The gradient of the whole loss is 0 at the solution, the known logits included."""
    inputs, targets = drawn(60, 8, 3)
    rng = np.random.default_rng(2)
    offsets, weights = rng.normal(0, 2, targets.shape), np.ones_like(targets)
    weights[rng.random(weights.shape) > share_judged] = 0.0
    coefficients, bias = fitted(inputs, targets_of(targets, weights, offsets), 2.0)
    logits = inputs @ coefficients.T + bias + offsets
    residuals = 2.0 * weights * (1 / (1 + np.exp(-logits)) - targets)
    assert np.abs(residuals.T @ inputs + coefficients).max() < 1e-2
    assert np.abs(residuals.sum(axis=0)).max() < 1e-2


def test_newton_and_gradients_come_to_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    inputs, targets = drawn(80, 20, 5)
    every = targets_of(targets, np.ones_like(targets))
    accelerated = fitted(inputs, every, 20.0)
    monkeypatch.setattr(logistic, "SPARSE_SHARE", 2.0)
    newton = fitted(inputs, every, 20.0)
    assert np.allclose(accelerated[0], newton[0], atol=0.02)
    assert np.allclose(accelerated[1], newton[1], atol=0.02)


def test_more_tags_than_go_at_once_are_fitted_as_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    inputs, targets = drawn(60, 8, 7)
    judged = np.random.default_rng(1).random(targets.shape) < np.linspace(0.1, 0.4, 7)
    weights = np.where(judged, 1.0, 0.0)
    together = fitted(inputs, targets_of(targets, weights), 5.0)
    monkeypatch.setattr(logistic, "TAGS_AT_ONCE", 2)
    apart = fitted(inputs, targets_of(targets, weights), 5.0)
    assert np.allclose(together[0], apart[0], atol=1e-6)
    assert np.allclose(together[1], apart[1], atol=1e-6)


def test_songs_that_were_not_judged_change_nothing() -> None:
    inputs, targets = drawn(60, 8, 2)
    weights = np.ones_like(targets)
    weights[20:] = 0.0
    first = fitted(inputs, targets_of(targets, weights), 5.0)
    other = fitted(inputs, targets_of(np.where(weights > 0, targets, 1 - targets), weights), 5.0)
    alone = fitted(inputs[:20], targets_of(targets[:20], weights[:20]), 5.0)
    for found in (other, alone):
        assert np.allclose(found[0], first[0], atol=5e-3)
        assert np.allclose(found[1], first[1], atol=5e-3)


@pytest.mark.parametrize("n_others", [0, 10])
def test_two_songs_are_told_apart(n_others: int) -> None:
    inputs = np.concatenate([np.eye(2), np.zeros((n_others, 2))])
    targets, weights = np.zeros((2 + n_others, 1)), np.zeros((2 + n_others, 1))
    targets[0], weights[:2] = 1.0, 1.0
    coefficients, bias = fitted(inputs, targets_of(targets, weights), 20.0)
    assert coefficients[0, 0] == pytest.approx(-coefficients[0, 1], abs=1e-3)
    assert coefficients[0, 0] > 1.0
    assert bias[0] == pytest.approx(0.0, abs=1e-3)


def test_equal_songs_with_opposite_decisions_are_one_half() -> None:
    inputs, targets = np.ones((2, 3)), np.array([[1.0], [0.0]])
    coefficients, bias = fitted(inputs, targets_of(targets, np.ones((2, 1))), 20.0)
    assert np.allclose(inputs @ coefficients.T + bias, 0.0, atol=1e-2)


@pytest.mark.parametrize("share_judged", [1.0, 0.3])
def test_songs_that_are_all_the_same_are_as_likely_as_the_tag_is_frequent(
    share_judged: float,
) -> None:
    targets = np.array([[1.0], [0.0], [0.0], [0.0]] * 5)
    weights = np.zeros_like(targets)
    weights[: int(20 * share_judged)] = 1.0
    duals, bias = fit_logistic(
        torch.zeros(20, 20, dtype=torch.double), targets_of(targets, weights), 5.0
    )
    mean = float((weights * targets).sum() / weights.sum())
    assert float(bias[0]) == pytest.approx(np.log(mean / (1 - mean)), abs=1e-2)
    assert torch.isfinite(duals).all()


def test_a_tag_that_nobody_judged_has_zeros() -> None:
    inputs, targets = drawn(20, 4, 3)
    weights = np.ones_like(targets)
    weights[:, 1] = 0.0
    coefficients, bias = fitted(inputs, targets_of(targets, weights), 5.0)
    assert not coefficients[1].any()
    assert bias[1] == 0.0
    assert coefficients[[0, 2]].any(axis=1).all()


def test_a_cancel_is_felt() -> None:
    class Impatient:
        def report(self, done: float, total: float, what: str = "") -> None: ...

        def check(self) -> None:
            raise Cancelled

    inputs, targets = drawn(20, 4, 1)
    with pytest.raises(Cancelled):
        fit_logistic(
            torch.from_numpy(inputs), targets_of(targets, np.ones_like(targets)), 5.0, Impatient()
        )
