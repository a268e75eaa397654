"""What lies inside a network, as records: the filters that meet the sound, and layers' spectra.

No torch: the window shows them. inside.py makes them.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

LOW_RANK_SHARE = 0.5  # of the directions that random weights of the same size use
MAX_POINTS = 400  # of a curve


class FilterKind(StrEnum):
    """What the filters of a bank lie on.

    BANDS: mel bands by frames. TIME: frames alone, of one band or of the mean of all. SAMPLES: the
    waveform. VALUES: something else, such as cepstra.
    """

    BANDS = "bands"
    TIME = "time"
    SAMPLES = "samples"
    VALUES = "values"


class LayerKind(StrEnum):
    """What a matrix of weights belongs to."""

    CONVOLUTION = "convolution"
    DENSE = "dense"
    RECURRENT = "recurrent"


@dataclass(frozen=True, slots=True)
class FilterBank:
    """The filters of one convolution that reads the sound itself.

    values: float32 (n_filters, n_channels, height, width), low bands first; height is 1 where they
    lie along time alone. step_s: seconds from one column to the next. n_bands: of the whole
    spectrogram, 0 where there is none.
    """

    name: str
    kind: FilterKind
    values: NDArray[np.float32]
    step_s: float
    n_bands: int

    @property
    def n_images(self) -> int:
        """Filters times channels: what is drawn."""
        return int(self.values.shape[0] * self.values.shape[1])

    @property
    def images(self) -> NDArray[np.float32]:
        """All images in the order of filters and channels: (n_images, height, width)."""
        return self.values.reshape(-1, *self.values.shape[2:])

    @property
    def greatest(self) -> float:
        """The greatest absolute weight: both ends of the colour scale."""
        return float(np.abs(self.values).max()) if self.values.size else 0.0

    def number_of(self, image: int) -> tuple[int, int]:
        """Return filter and channel of an image, from 1."""
        number, channel = divmod(image, self.values.shape[1])
        return number + 1, channel + 1


@dataclass(frozen=True, slots=True)
class LayerSpectrum:
    """The singular values of a layer's weights, its filters as rows.

    shape: of the weights. values: falling, the greatest is 1. rank: the effective rank (Roy and
    Vetterli 2007); random_rank: that of weights of this size drawn at random. parent: the values of
    the same layer in the parent, None where it has none. change: the Frobenius distance to it, as
    a share of the parent's norm.
    """

    name: str
    kind: LayerKind
    shape: tuple[int, ...]
    values: NDArray[np.float64]
    rank: float
    random_values: NDArray[np.float64]
    random_rank: float
    parent: NDArray[np.float64] | None = None
    change: float | None = None

    @property
    def n_values(self) -> int:
        """How many directions there are."""
        return len(self.values)

    @property
    def is_low_rank(self) -> bool:
        """Whether it uses fewer than half of the directions that chance would use."""
        return self.rank < LOW_RANK_SHARE * self.random_rank

    def points(self, values: NDArray[np.float64]) -> tuple[tuple[float, ...], tuple[float, ...]]:
        """Return a curve over percent of the directions, of MAX_POINTS at most."""
        chosen = np.unique(np.linspace(0, len(values) - 1, min(len(values), MAX_POINTS)).round())
        indices = chosen.astype(np.int64)
        shares = 100.0 * indices / max(len(values) - 1, 1)
        return tuple(shares.tolist()), tuple(values[indices].tolist())


@dataclass(frozen=True, slots=True)
class ModelInside:
    """All that is shown of a network's weights.

    is_external: it is a file of another program, whose weights are not read. parent: the name of
    the model it is compared with, "" for none.
    """

    name: str
    is_external: bool
    banks: tuple[FilterBank, ...]
    layers: tuple[LayerSpectrum, ...]
    parent: str = ""

    @property
    def low_rank(self) -> tuple[LayerSpectrum, ...]:
        """The layers that are nearly of low rank."""
        return tuple(layer for layer in self.layers if layer.is_low_rank)

    @property
    def changed(self) -> tuple[LayerSpectrum, ...]:
        """The layers whose weights are not those of the parent."""
        return tuple(layer for layer in self.layers if layer.change)

    def table(self) -> tuple[tuple[str, ...], ...]:
        """Return a row for every singular value, heads first."""
        rows = [
            (layer.name, str(number + 1), repr(float(value)), repr(float(chance)),
             "" if layer.parent is None else repr(float(layer.parent[number])))
            for layer in self.layers
            for number, (value, chance) in enumerate(
                zip(layer.values, layer.random_values, strict=True)
            )
        ]  # fmt: skip
        return (("layer", "number", "singular_value", "random", "parent"), *rows)
