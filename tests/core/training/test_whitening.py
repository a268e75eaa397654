"""Half-whitening is what its definition says, for few songs and for many."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from torch import Tensor

from core.models.probe_tagger import EmbeddingBlock
from core.training.whitening import (
    COVARIANCE_WEIGHT,
    MIN_DEVIATION_SHARE,
    POWERS,
    fit_embedding_scaling,
    fit_scaling,
)

BLOCKS = (
    EmbeddingBlock("hidden", 6), EmbeddingBlock("features", 30), EmbeddingBlock("cepstra", 8),
)  # fmt: skip


def songs(n_songs: int, width: int, seed: int = 0) -> Tensor:
    """Draw correlated numbers of very different sizes, the first of which never changes."""
    rng = np.random.default_rng(seed)
    mixed = rng.normal(0, 1, (n_songs, width)) @ rng.normal(0, 1, (width, width))
    mixed = mixed * rng.uniform(0.01, 100, width) + rng.normal(0, 10, width)
    mixed[:, 0] = 3.0
    return torch.from_numpy(mixed)


def standardised(reference: Tensor) -> Tensor:
    deviation = reference.std(dim=0, unbiased=False)
    smallest = MIN_DEVIATION_SHARE * float(deviation.mean())
    return (reference - reference.mean(dim=0)) / deviation.clamp(min=smallest)


@pytest.mark.parametrize(("n_songs", "width"), [(12, 40), (40, 12), (200, 30), (30, 30)])
@pytest.mark.parametrize("power", [0.25, 0.125, 0.0])
def test_a_block_is_multiplied_by_a_root_of_its_inverse_covariance(
    n_songs: int, width: int, power: float
) -> None:
    reference = songs(n_songs, width)
    z = standardised(reference)
    covariance = z.T @ z / n_songs
    shrunk = COVARIANCE_WEIGHT * covariance + (1 - COVARIANCE_WEIGHT) * torch.trace(
        covariance
    ) / width * torch.eye(width)
    eigenvalues, vectors = torch.linalg.eigh(shrunk)
    expected = z @ (vectors * eigenvalues.pow(-power)) @ vectors.T
    expected /= expected.square().sum(dim=1).mean().sqrt()
    found = fit_scaling(reference, 1.0, power).apply(reference)
    # A rotation changes no inner product, and inner products are all that is learned from.
    assert torch.allclose(found @ found.T, expected @ expected.T, atol=1e-6)


def test_the_mean_squared_length_is_the_share_around_the_mean() -> None:
    reference = songs(50, 20)
    found = fit_scaling(reference, 0.37).apply(reference)
    assert float(found.square().sum(dim=1).mean()) == pytest.approx(0.37)
    assert torch.allclose(found.mean(dim=0), torch.zeros(1, dtype=torch.double), atol=1e-9)


def test_the_higher_the_power_the_more_alike_are_the_spreads_of_all_directions() -> None:
    reference = songs(500, 8)[:, 1:]
    spreads = []
    for power in (0.0, 0.125, 0.25, 0.5):
        scaled = fit_scaling(reference, 1.0, power).apply(reference)
        eigenvalues = torch.linalg.eigvalsh(scaled.T @ scaled)
        spreads.append(float(eigenvalues[-1] / eigenvalues[0]))
    assert spreads == sorted(spreads, reverse=True)
    assert spreads[-1] < 20 < spreads[0]


def test_cepstra_are_standardised_alone_and_what_a_network_makes_is_half_whitened() -> None:
    assert POWERS["cepstra"] == 0.0
    assert POWERS["hidden"] == POWERS["features"] == 0.25


def test_without_a_hidden_layer_features_and_cepstra_share_alike() -> None:
    reference = songs(60, 38)
    scaled = fit_embedding_scaling(reference, BLOCKS[1:]).apply(reference)
    assert float(scaled[:, :30].square().sum(dim=1).mean()) == pytest.approx(0.5)


def test_hidden_features_and_cepstra_share_one_to_two_to_one() -> None:
    reference = songs(60, 44)
    scaling = fit_embedding_scaling(reference, BLOCKS)
    ranks = [block.rotation.shape[1] for block in scaling.blocks]
    parts = torch.split(scaling.apply(reference), ranks, dim=1)
    powers = [float(part.square().sum(dim=1).mean()) for part in parts]
    assert powers == pytest.approx([0.25, 0.5, 0.25])
    hidden_only = fit_embedding_scaling(reference[:, :6], BLOCKS[:1]).apply(reference[:, :6])
    assert float(hidden_only.square().sum(dim=1).mean()) == pytest.approx(1.0)


@pytest.mark.parametrize("n_songs", [5, 60])
def test_weights_are_folded_back_to_the_embedding_exactly(n_songs: int) -> None:
    reference, unseen = songs(n_songs, 44), songs(9, 44, seed=1)
    scaling = fit_embedding_scaling(reference, BLOCKS)
    rank = scaling.apply(unseen).shape[1]
    weights = torch.from_numpy(np.random.default_rng(2).normal(0, 1, (rank, 3)))
    raw, bias = scaling.unscaled(weights)
    assert raw.shape == (44, 3)
    expected = scaling.apply(unseen) @ weights
    assert torch.allclose(unseen @ raw + bias, expected, rtol=1e-8, atol=1e-8)


def test_a_unit_that_hardly_moves_is_not_blown_up() -> None:
    reference = songs(40, 10)
    reference[:, 3] = 1.0 + 1e-9 * torch.arange(40)
    scaling = fit_scaling(reference, 1.0)
    assert float((reference[:, 3] - scaling.mean[3]).abs().max() / scaling.deviation[3]) < 1e-6


@pytest.mark.parametrize("n_songs", [1, 2])
def test_one_song_and_equal_songs_give_numbers(n_songs: int) -> None:
    same = songs(1, 44).repeat(n_songs, 1)
    scaling = fit_embedding_scaling(same, BLOCKS)
    assert torch.isfinite(scaling.apply(same)).all()
    raw, bias = scaling.unscaled(torch.ones(scaling.apply(same).shape[1], 2).double())
    assert torch.isfinite(raw).all()
    assert torch.isfinite(bias).all()
