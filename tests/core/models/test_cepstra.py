"""The cepstral statistics are librosa's, and those of a song are as if it were one segment."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from numpy.typing import NDArray

from core.models.cepstra import DELTA_WIDTH, N_CEPSTRA, N_MOMENTS, CepstralStatistics
from core.models.probe_tagger import running_mean, running_statistics

librosa = pytest.importorskip("librosa")


def log_mel(n_frames: int, n_mels: int = 96, seed: int = 0) -> NDArray[np.float32]:
    """Draw a spectrogram that rises and falls, far from 0 as dB are."""
    rng = np.random.default_rng(seed)
    waves = 12 * np.sin(np.linspace(0, 9, n_frames)) + np.linspace(-20, 20, n_mels)[:, None]
    return (-60 + waves + rng.normal(0, 5, (n_mels, n_frames))).astype(np.float32)


def by_librosa(values: NDArray[np.float32]) -> NDArray[np.float64]:
    """Return means and deviations of cepstra, their first and their second differences."""
    cepstra = librosa.feature.mfcc(S=values.astype(np.float64), n_mfcc=N_CEPSTRA)
    slopes = [
        librosa.feature.delta(cepstra, width=DELTA_WIDTH, order=order, mode="nearest")
        for order in (1, 2)
    ]
    moments = np.concatenate([cepstra, *slopes])
    return np.concatenate([moments.mean(axis=1), moments.std(axis=1)])


@pytest.mark.parametrize("n_mels", [48, 96, 128])
@pytest.mark.parametrize("n_frames", [9, 64, 187, 1366])
def test_the_statistics_are_those_of_librosa(n_mels: int, n_frames: int) -> None:
    segments = np.stack([log_mel(n_frames, n_mels, seed) for seed in range(3)])
    found = CepstralStatistics(n_mels)(torch.from_numpy(segments)).numpy()
    assert found.shape == (3, 2 * N_MOMENTS)
    for statistics, values in zip(found, segments, strict=True):
        expected = by_librosa(values)
        np.testing.assert_allclose(statistics, expected, rtol=1e-4, atol=2e-4)


def test_fewer_frames_than_a_slope_takes_are_followed_by_their_last() -> None:
    short = torch.from_numpy(log_mel(3)[None])
    found = CepstralStatistics(96)(short)
    assert torch.isfinite(found).all()
    assert torch.allclose(found[0, :N_CEPSTRA], (CepstralStatistics(96).dct @ short[0]).mean(dim=1))


def test_silence_has_cepstra_without_slopes_and_spread() -> None:
    found = CepstralStatistics(96)(torch.full((1, 96, 64), -100.0))[0]
    assert float(found[0]) == pytest.approx(-100.0 * 96**0.5, rel=1e-5)
    assert torch.allclose(found[1:], torch.zeros(1), atol=1e-3)


def test_nothing_in_it_is_trained_or_stored() -> None:
    statistics = CepstralStatistics(96)
    assert not list(statistics.parameters())
    assert not statistics.state_dict()


def moments_of(values: NDArray[np.float32]) -> torch.Tensor:
    return CepstralStatistics(96)(torch.from_numpy(values[None]))[0]


def test_statistics_of_beginnings_are_those_of_all_their_frames() -> None:
    """Cepstra have no slopes here: these differ where segments meet, and only there."""
    whole = log_mel(5 * 64).astype(np.float64)
    segments = [torch.from_numpy(part.astype(np.float32)) for part in np.split(whole, 5, axis=1)]
    statistics = torch.stack([CepstralStatistics(96)(part[None])[0] for part in segments])
    running = running_statistics(statistics.unsqueeze(0))[0].numpy()
    cepstra = librosa.feature.mfcc(S=whole, n_mfcc=N_CEPSTRA)
    for step in range(5):
        beginning = cepstra[:, : (step + 1) * 64]
        means, deviations = running[step, :N_CEPSTRA], running[step, N_MOMENTS:][:N_CEPSTRA]
        np.testing.assert_allclose(means, beginning.mean(axis=1), rtol=1e-5, atol=1e-3)
        np.testing.assert_allclose(deviations, beginning.std(axis=1), rtol=1e-4, atol=1e-3)


def test_one_pass_over_all_frames_gives_nearly_the_same_slopes() -> None:
    whole = log_mel(8 * 187)
    statistics = torch.stack([moments_of(part) for part in np.split(whole, 8, axis=1)])
    running = running_statistics(statistics.unsqueeze(0))[0, -1].numpy()
    expected = moments_of(whole).numpy()
    spread = np.abs(expected[N_MOMENTS:])
    assert (np.abs(running[N_MOMENTS:] - expected[N_MOMENTS:]) < 0.05 * spread).all()
    assert (np.abs(running[:N_MOMENTS] - expected[:N_MOMENTS]) < 0.05 * spread).all()


def test_nothing_cancels_far_from_zero() -> None:
    """Means of -1000 with a spread of 0.01, for half an hour."""
    rng = np.random.default_rng(0)
    means = torch.from_numpy(rng.normal(-1000, 0.01, (1, 400, N_MOMENTS))).float()
    deviations = torch.full((1, 400, N_MOMENTS), 0.01)
    running = running_statistics(torch.cat([means, deviations], dim=2))[0, -1, N_MOMENTS:]
    expected = (means[0].double().var(dim=0, unbiased=False) + 0.01**2).sqrt()
    assert torch.allclose(running.double(), expected, rtol=0.05)


def test_arunning_mean_is_the_mean_so_far() -> None:
    values = torch.arange(24.0).reshape(2, 6, 2)
    running = running_mean(values)
    for step in range(6):
        assert torch.allclose(running[:, step], values[:, : step + 1].mean(dim=1))
