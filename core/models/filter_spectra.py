"""What filters a CNN has come to: as images, by their singular values, and by their cosines.

Sankaran 2017, "Proposal for improvements": whether converged filters tend to known functions can
be seen from their singular value decomposition. Plain arrays in, plain arrays out.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from core.features.mfcc import dct_matrix

WEIGHT = ".weight"


class HasWeights(Protocol):
    """A network, as far as its weights go."""

    def state_dict(self) -> Mapping[str, Any]:
        """Return its tensors by name."""


@dataclass(frozen=True, slots=True)
class FilterSpectrum:
    """The filters of one convolution.

    name: of the convolution in its network. images: (n_out, n_in, height, width); height is 1
    where it has one dimension. singular_values: of the filters as rows, (n_out, n_in · height ·
    width), falling. directions: its right singular vectors, as images: (n_values, n_in, height,
    width). cosine_energy: share of the squared weights by two-dimensional DCT-II coefficient,
    (height, width), sum 1; filters drawn at random have the same share in all.
    """

    name: str
    images: NDArray[np.float64]
    singular_values: NDArray[np.float64]
    directions: NDArray[np.float64]
    cosine_energy: NDArray[np.float64]

    @property
    def effective_rank(self) -> float:
        """How many directions the filters really use: see the function."""
        return effective_rank(self.singular_values)


def effective_rank(singular_values: NDArray[np.float64]) -> float:
    """Return how many directions weights really use: e to the entropy of the singular values.

    Roy and Vetterli 2007. From 1 to the number of singular values; 0 for weights of zeros.
    """
    total = singular_values.sum()
    if not total:
        return 0.0
    share = singular_values[singular_values > 0] / total
    return float(np.exp(-(share * np.log(share)).sum()))


def filter_spectra(network: HasWeights) -> tuple[FilterSpectrum, ...]:
    """Analyse every convolution of a network, in the order of its weights."""
    return tuple(
        filter_spectrum(name.removesuffix(WEIGHT), weight)
        for name, weight in convolution_weights(network).items()
    )


def convolution_weights(network: HasWeights) -> dict[str, NDArray[np.float64]]:
    """Return the filters of every convolution: name -> (n_out, n_in, height, width)."""
    weights = {}
    for name, tensor in network.state_dict().items():
        if name.endswith(WEIGHT) and tensor.ndim in (3, 4):
            array = np.asarray(tensor.detach().cpu().numpy(), dtype=np.float64)
            weights[name] = array if array.ndim == 4 else array[:, :, None, :]
    return weights


def filter_spectrum(name: str, images: NDArray[np.float64]) -> FilterSpectrum:
    """Analyse one convolution: (n_out, n_in, height, width)."""
    height, width = images.shape[2:]
    _, values, directions = np.linalg.svd(images.reshape(len(images), -1), full_matrices=False)
    cosines = dct_matrix(height, height) @ images @ dct_matrix(width, width).T
    energy = np.square(cosines).sum(axis=(0, 1))
    total = energy.sum()
    return FilterSpectrum(
        name=name,
        images=images,
        singular_values=values,
        directions=directions.reshape(-1, *images.shape[1:]),
        cosine_energy=energy / total if total else energy,
    )
