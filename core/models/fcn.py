"""Choi's fully convolutional and convolutional-recurrent taggers, in their public 16 kHz form.

FCN: Choi, Fazekas, Sandler 2016, "Automatic tagging using deep convolutional neural networks".
CRNN: Choi et al. 2017, "Convolutional recurrent neural networks for music classification".
"""

from __future__ import annotations

from torch import Tensor, nn

from core.models.chunk_blocks import ConvPool2d, Size
from core.models.chunk_tagger import Backbone

FCN_CHANNELS = (64, 128, 128, 128, 64)
FCN_POOLS: tuple[Size, ...] = ((2, 4), (2, 4), (2, 4), (3, 5), (4, 4))
CRNN_CHANNELS = (64, 128, 128, 128)
CRNN_POOLS: tuple[Size, ...] = ((2, 2), (3, 3), (4, 4), (4, 4))
CRNN_UNITS = 32


class Fcn(Backbone):
    """Five convolutions see 29 s of 96 mel bands; what is left is one number a channel."""

    n_features = FCN_CHANNELS[-1]

    def __init__(self) -> None:
        super().__init__()
        self.spec_bn = nn.BatchNorm2d(1)
        widths = (1, *FCN_CHANNELS)
        self.layer1, self.layer2, self.layer3, self.layer4, self.layer5 = (
            ConvPool2d(n_in, n_out, pool)
            for n_in, n_out, pool in zip(widths[:-1], widths[1:], FCN_POOLS, strict=True)
        )

    def forward(self, chunks: Tensor) -> Tensor:
        """(batch, 96, 1813) -> (batch, 64)."""
        x = self.spec_bn(chunks.unsqueeze(1))
        for layer in (self.layer1, self.layer2, self.layer3, self.layer4, self.layer5):
            x = layer(x)
        flat: Tensor = x.flatten(start_dim=1)  # (batch, 64, 1, 1) before
        return flat


class Crnn(Backbone):
    """Four convolutions make a sequence, two gated recurrent layers read it to its end."""

    n_features = CRNN_UNITS

    def __init__(self) -> None:
        super().__init__()
        self.spec_bn = nn.BatchNorm2d(1)
        widths = (1, *CRNN_CHANNELS)
        self.layer1, self.layer2, self.layer3, self.layer4 = (
            ConvPool2d(n_in, n_out, pool)
            for n_in, n_out, pool in zip(widths[:-1], widths[1:], CRNN_POOLS, strict=True)
        )
        self.layer5 = nn.GRU(CRNN_CHANNELS[-1], CRNN_UNITS, num_layers=2, batch_first=True)

    def forward(self, chunks: Tensor) -> Tensor:
        """(batch, 96, 1813) -> (batch, 32)."""
        x = self.spec_bn(chunks.unsqueeze(1))
        for layer in (self.layer1, self.layer2, self.layer3, self.layer4):
            x = layer(x)
        steps = x.squeeze(2).transpose(1, 2)  # (batch, 18, 128)
        output, _ = self.layer5(steps)
        last: Tensor = output[:, -1]
        return last
