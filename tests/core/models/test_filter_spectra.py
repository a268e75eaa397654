"""What converged filters are analysed for: their singular values and the cosines in them."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from torch import nn

from core.models.dct_filters import dct_kernels
from core.models.filter_spectra import filter_spectra, filter_spectrum


def test_every_convolution_of_a_network_is_analysed_and_nothing_else() -> None:
    torch.manual_seed(0)
    network = nn.Sequential(
        nn.Conv2d(1, 4, 3), nn.BatchNorm2d(4), nn.Conv2d(4, 2, (3, 5)), nn.Conv1d(2, 6, 7),
        nn.Linear(3, 3), nn.LSTM(3, 3),
    )  # fmt: skip
    spectra = filter_spectra(network)
    assert [spectrum.name for spectrum in spectra] == ["0", "2", "3"]
    assert [spectrum.images.shape for spectrum in spectra] == [
        (4, 1, 3, 3),
        (2, 4, 3, 5),
        (6, 2, 1, 7),
    ]
    weight = network[2].weight.detach().numpy().reshape(2, -1)
    np.testing.assert_allclose(
        spectra[1].singular_values, np.linalg.svd(weight, compute_uv=False), rtol=1e-5
    )


def test_filters_that_are_multiples_of_one_use_one_direction() -> None:
    kernel = np.random.default_rng(0).standard_normal((1, 2, 3, 3))
    spectrum = filter_spectrum("conv", np.array([1.0, -2.0, 0.5])[:, None, None, None] * kernel)
    assert spectrum.effective_rank == pytest.approx(1.0)
    direction = spectrum.directions[0]
    assert abs((direction * kernel[0]).sum()) == pytest.approx(np.linalg.norm(kernel))


def test_filters_of_equal_strength_in_all_directions_use_all() -> None:
    spectrum = filter_spectrum("conv", dct_kernels(9, 3, 3)[:, None])
    np.testing.assert_allclose(spectrum.singular_values, 1.0)
    assert spectrum.effective_rank == pytest.approx(9.0)
    np.testing.assert_allclose(spectrum.cosine_energy, 1.0 / 9.0)


def test_a_cosine_has_all_its_energy_in_one_coefficient() -> None:
    second = dct_kernels(2, 3, 3)[1:, None]  # one half wave over the mel bins
    energy = filter_spectrum("conv", second).cosine_energy
    assert energy[1, 0] == pytest.approx(1.0)
    assert energy.sum() == pytest.approx(1.0)


def test_filters_of_zeros_have_no_rank() -> None:
    spectrum = filter_spectrum("conv", np.zeros((4, 1, 3, 3)))
    assert spectrum.effective_rank == 0.0
    assert np.isfinite(spectrum.cosine_energy).all()
