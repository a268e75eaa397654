"""What was learned is told from what is only loud; a map becomes a mask for the ear."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from torch import Tensor, nn

from core.errors import ModelError
from core.features.recipe import RECIPES
from core.features.spectrogram import LogMel
from core.models.card import ModelCard
from core.models.checkpoint import TaggingModel, to_inference
from core.models.occlusion import occlusion
from core.models.saliency import explain, gradient_times_input
from core.models.saliency_check import check_sanity, rank_correlation, with_random_weights
from core.models.saliency_mask import song_mask
from core.models.saliency_records import Method, Saliency, SaliencyMap
from tests.support.hand_made_network import HIGH, BandNetwork, band_model

WAVEFORM = RECIPES["waveform-16k"]


def sound(n_frames: int = 128) -> LogMel:
    values = np.random.default_rng(4).normal(-8, 4, (96, n_frames)).astype(np.float32)
    return LogMel(values, RECIPES["thesis"], "")


def saliency(values: np.ndarray, method: Method = Method.OCCLUSION) -> Saliency:
    bands = np.linspace(50, 5000, len(values)).astype(np.float32)
    return Saliency("high", method, values.astype(np.float32), 0.0, 0.02, bands)


def test_random_weights_give_other_maps_and_the_same_weights_the_same() -> None:
    model, song = band_model(), sound()
    found = gradient_times_input(model, song, "high")
    check = check_sanity(
        model, found, lambda other, job: explain(other, song, "high", (Method.GRADIENT, None), job),
        n_networks=2,
    )  # fmt: skip
    assert len(check.correlations) == 2
    assert check.n_points > 1000
    assert rank_correlation(found, found)[0] == pytest.approx(1.0)
    first, again = (with_random_weights(model, 0).network for _ in range(2))
    for left, right, own in zip(
        first.parameters(), again.parameters(), model.network.parameters(), strict=True
    ):
        assert torch.equal(left, right)
        if own.ndim > 1:
            assert not torch.equal(left, own)


def test_ranks_are_correlated_as_spearman_does() -> None:
    generator = np.random.default_rng(1)
    first = generator.integers(1, 6, (4, 30)).astype(float)
    second = first + generator.normal(0, 2, first.shape)
    ranks = [
        np.array([(np.sum(one < value) + np.sum(one <= value) + 1) / 2 for value in one])
        for one in (np.abs(first).ravel(), np.abs(second).ravel())
    ]  # of equal values the mean
    found, n_points = rank_correlation(saliency(first), saliency(second))
    assert found == pytest.approx(np.corrcoef(*ranks)[0, 1])
    assert n_points == 120


def test_a_mask_keeps_what_speaks_for_the_word_with_soft_edges() -> None:
    values = np.full((96, 200), -0.1)
    values[HIGH, 80:120] = 1.0
    mask = song_mask(saliency(values), 0.9).values
    assert mask[75, 100] == 1.0
    assert not mask[20].any()
    assert 0.0 < mask[75, 79] < 1.0, "soft"


def test_a_map_is_scaled_anew_in_blocks_so_that_a_long_song_shows_more_than_grain() -> None:
    values = np.random.default_rng(2).normal(0, 1, (96, 4000))
    values[HIGH, 1000:2000] += 0.5
    found = SaliencyMap.of(saliency(values))
    assert np.abs(found.shown).max() == 1.0
    blocks = found.in_blocks(100)
    assert blocks.shape == (96, 40)
    assert blocks[HIGH, 10:20].mean() > 0.8
    assert np.abs(np.delete(blocks, np.r_[HIGH], axis=0)).mean() < 0.3


def test_hours_are_not_explained_at_once_but_a_part_of_them_is() -> None:
    song = LogMel(np.tile(sound().values, (1, 450)), RECIPES["thesis"], "")
    with pytest.raises(ModelError, match="longer than 20 minutes"):
        explain(band_model(), song, "high", (Method.GRADIENT, None))
    found = explain(band_model(), song, "high", (Method.GRADIENT, (600.0, 610.0)))
    assert found.values.any()


class Loudness(nn.Module):
    """(n, samples) -> (n, 2): the mean square, twice."""

    def forward(self, segments: Tensor) -> Tensor:
        assert segments.dim() == 2, "a network of samples takes no row for bands"
        return segments.square().mean(dim=1, keepdim=True).expand(-1, 2)


def samples_model() -> TaggingModel:
    network = BandNetwork()
    network.reduction, network.segment_frames = Loudness(), 16_000
    card = ModelCard("samples", "sample", {}, WAVEFORM, ("kick", "dark"))
    return to_inference(card, network)


def test_a_network_of_samples_is_explained_along_time() -> None:
    model = samples_model()
    samples = np.random.default_rng(0).normal(0, 0.1, (1, 70_000)).astype(np.float32)
    samples[:, 40_000:] *= 0.01
    song = LogMel(samples, WAVEFORM, "")
    found = gradient_times_input(model, song, "dark")
    assert found.is_over_time_only
    assert found.frame_s == pytest.approx(0.02)
    assert found.values.shape == (1, -(-70_000 // 320))
    weight = np.abs(found.values[0])
    assert weight[:125].mean() > 100 * weight[130:].mean(), "hardly anything sounds there"
    covered = occlusion(model, song, "dark")
    assert covered.values.shape == found.values.shape
    assert covered.logit == pytest.approx(found.logit, abs=1e-4)
    assert song_mask(found, 0.5).recipe is None
