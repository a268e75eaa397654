"""Filters that begin as cosines are those of scipy's discrete cosine transform."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from scipy.fft import dctn
from torch import nn

from core.models.choi_lstm import ChoiCnn, ChoiConfig
from core.models.dct_filters import begin_with_dct, dct_kernels


@pytest.mark.parametrize(("height", "width"), [(3, 3), (5, 2), (1, 7)])
def test_a_patch_times_a_kernel_is_one_coefficient_of_scipy(height: int, width: int) -> None:
    patch = np.random.default_rng(0).standard_normal((height, width))
    products = (dct_kernels(height * width, height, width) * patch).sum(axis=(1, 2))
    coefficients = dctn(patch, norm="ortho")
    np.testing.assert_allclose(np.sort(products), np.sort(coefficients.ravel()), atol=1e-12)
    assert products[0] == pytest.approx(coefficients[0, 0])


def test_low_frequencies_come_first_and_those_over_mel_bins_before_those_over_time() -> None:
    patch = np.random.default_rng(1).standard_normal((3, 3))
    products = (dct_kernels(4, 3, 3) * patch).sum(axis=(1, 2))
    wanted = [dctn(patch, norm="ortho")[order] for order in [(0, 0), (1, 0), (0, 1), (2, 0)]]
    np.testing.assert_allclose(products, wanted, atol=1e-12)


def test_more_filters_than_cosines_have_the_sign_turned_and_then_repeat() -> None:
    kernels = dct_kernels(20, 3, 3)
    np.testing.assert_array_equal(kernels[9:18], -kernels[:9])
    np.testing.assert_array_equal(kernels[18:], kernels[:2])


def test_only_the_first_convolution_begins_with_cosines() -> None:
    config = ChoiConfig(n_mels=24, n_frames=64, channels=(12, 4), pools=((2, 4), None))
    torch.manual_seed(0)
    plain = ChoiCnn(config)
    torch.manual_seed(0)
    cosines = ChoiCnn(config)
    begin_with_dct(cosines)
    first = cosines.blocks[0].conv.weight.detach().numpy()[:, 0]
    np.testing.assert_allclose(first, dct_kernels(12, 3, 3), atol=1e-7)
    assert torch.equal(plain.blocks[1].conv.weight, cosines.blocks[1].conv.weight)


def test_a_network_without_convolutions_says_so() -> None:
    with pytest.raises(ValueError, match="no convolution"):
        begin_with_dct(nn.Linear(3, 3))
