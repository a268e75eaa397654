"""Sample-level CNNs: from the waveform, three samples at a time, without any spectrogram.

Lee et al. 2017, "Sample-level deep convolutional neural networks for music auto-tagging using
raw waveforms"; Kim, Lee, Nam 2019 for the residual squeeze-and-excitation form.
"""

from __future__ import annotations

from itertools import pairwise

from torch import Tensor, nn

from core.models.chunk_blocks import ConvPool1d, ResidualExcitation1d
from core.models.chunk_tagger import Backbone

WIDTHS = (128, 128, 128, 256, 256, 256, 256, 256, 256, 512)


def _add_layers(network: nn.Module, block: type[ConvPool1d] | type[ResidualExcitation1d]) -> None:
    """layer1 strides by 3; layer2…layer10 pool by 3; layer11 only mixes channels."""
    network.layer1 = block(1, WIDTHS[0], 3, stride=3)
    for index, (n_in, n_out) in enumerate(pairwise(WIDTHS), start=2):
        setattr(network, f"layer{index}", block(n_in, n_out, 3, pool=3))
    network.layer11 = block(WIDTHS[-1], WIDTHS[-1], 1)


def _run_layers(network: nn.Module, chunks: Tensor) -> Tensor:
    x = chunks.unsqueeze(1)
    for index in range(1, len(WIDTHS) + 2):
        x = getattr(network, f"layer{index}")(x)
    return x.squeeze(2)


class SampleLevel(Backbone):
    """59 049 = 3¹⁰ samples: ten times a third of the length, until one step is left."""

    n_features = WIDTHS[-1]

    def __init__(self) -> None:
        super().__init__()
        _add_layers(self, ConvPool1d)

    def forward(self, chunks: Tensor) -> Tensor:
        """(batch, 59049) -> (batch, 512)."""
        return _run_layers(self, chunks)


class SampleLevelExcitation(Backbone):
    """The same plan with residual blocks and channel gates."""

    n_features = WIDTHS[-1]

    def __init__(self) -> None:
        super().__init__()
        _add_layers(self, ResidualExcitation1d)

    def forward(self, chunks: Tensor) -> Tensor:
        """(batch, 59049) -> (batch, 512)."""
        return _run_layers(self, chunks)
