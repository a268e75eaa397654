"""Cosine functions as the filters that a CNN begins with.

Sankaran 2017, "Proposal for improvements": cepstra, which are cosines over the mel bins, did
better than what the CNN had learned, so its filters may begin as cosines and learn from there.
"""

from __future__ import annotations

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn

from core.features.mfcc import dct_matrix


def dct_kernels(n: int, height: int, width: int) -> NDArray[np.float64]:
    """Return n functions of the orthonormal two-dimensional DCT-II: (n, height, width).

    From low to high frequencies, those over mel bins first. When all are used up they follow
    with the sign turned, which an ELU tells from the others, and then again.
    """
    rows, columns = dct_matrix(height, height), dct_matrix(width, width)
    order = sorted(
        ((row, column) for row in range(height) for column in range(width)),
        key=lambda pair: (sum(pair), -pair[0]),
    )
    functions = np.stack([np.outer(rows[row], columns[column]) for row, column in order])
    numbers = np.arange(n)
    signs = 1.0 - 2.0 * (numbers // len(functions) % 2)
    return np.asarray(functions[numbers % len(functions)] * signs[:, None, None])


def begin_with_dct(module: nn.Module) -> None:
    """Let the first convolution of a network begin with cosines on its first input channel.

    That is the spectrogram; other channels keep their weights. Raises ValueError where there is
    no convolution in two dimensions.
    """
    found = next((part for part in module.modules() if isinstance(part, nn.Conv2d)), None)
    if found is None:
        raise ValueError("this network has no convolution in two dimensions")
    height, width = found.kernel_size
    kernels = dct_kernels(found.out_channels, height, width)
    with torch.no_grad():
        found.weight[:, 0] = torch.from_numpy(kernels).to(found.weight)
