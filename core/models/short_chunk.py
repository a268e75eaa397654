"""Short-chunk CNNs: many small steps over 3.69 s, the strongest maximum decides.

Won, Ferraro, Bogdanov, Serra 2020, "Evaluation of CNN-based automatic music tagging models".
"""

from __future__ import annotations

from torch import Tensor, nn

from core.models.chunk_blocks import ConvPool2d, Residual2d
from core.models.chunk_tagger import Backbone

WIDTHS = (128, 128, 256, 256, 256, 256, 512)


class ShortChunk(Backbone):
    """Seven convolution blocks that halve both axes of 128 mel bands × 231 frames."""

    n_features = WIDTHS[-1]

    def __init__(self, *, residual: bool = False) -> None:
        super().__init__()
        self.spec_bn = nn.BatchNorm2d(1)
        for index, (n_in, n_out) in enumerate(zip((1, *WIDTHS), WIDTHS, strict=False), start=1):
            block = Residual2d(n_in, n_out, stride=2) if residual else ConvPool2d(n_in, n_out)
            setattr(self, f"layer{index}", block)

    def forward(self, chunks: Tensor) -> Tensor:
        """(batch, 128, 231) -> (batch, 512)."""
        x = self.spec_bn(chunks.unsqueeze(1))
        for index in range(1, len(WIDTHS) + 1):
            x = getattr(self, f"layer{index}")(x)
        strongest: Tensor = x.squeeze(2).amax(dim=2)
        return strongest
