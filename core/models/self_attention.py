"""A convolutional front end and a transformer that looks at all its steps at once.

Won, Chun, Serra 2019, "Toward interpretable music tagging with self-attention"; the encoder has
the layout and the names of BERT (Devlin et al. 2019).
"""

from __future__ import annotations

import numpy as np
import torch
from torch import Tensor, nn

from core.models.chunk_blocks import Residual2d, Size
from core.models.chunk_tagger import Backbone

WIDTHS = (128, 128, 256, 256, 256, 256, 256)
STRIDES: tuple[Size, ...] = (2, 2, 2, (2, 1), (2, 1), (2, 1), (2, 1))
N_WIDTH, N_HEADS, N_INNER, N_LAYERS = 256, 8, 1024, 2
NORM_EPSILON = 1e-12


def class_token() -> Tensor:
    """Return the fixed class token, (1, 1, 256), as the public weights expect it."""
    numbers = np.random.RandomState(0).random_sample((1, N_WIDTH))
    return torch.from_numpy(numbers.astype(np.float32)).unsqueeze(0)


class _SelfAttention(nn.Module):
    """query, key, value of BERT; each head sees 32 of the 256 numbers."""

    def __init__(self) -> None:
        super().__init__()
        self.query = nn.Linear(N_WIDTH, N_WIDTH)
        self.key = nn.Linear(N_WIDTH, N_WIDTH)
        self.value = nn.Linear(N_WIDTH, N_WIDTH)

    def forward(self, x: Tensor) -> Tensor:
        batch, steps, _ = x.shape
        heads = [
            part(x).view(batch, steps, N_HEADS, -1).transpose(1, 2)
            for part in (self.query, self.key, self.value)
        ]
        seen = nn.functional.scaled_dot_product_attention(*heads)
        return seen.transpose(1, 2).reshape(batch, steps, N_WIDTH)


class _Normed(nn.Module):
    """dense, then added to what came before, then LayerNorm (post-norm)."""

    def __init__(self, n_in: int) -> None:
        super().__init__()
        self.dense = nn.Linear(n_in, N_WIDTH)
        self.LayerNorm = nn.LayerNorm(N_WIDTH, eps=NORM_EPSILON)
        self.dropout = nn.Dropout(0.1)

    def forward(self, x: Tensor, before: Tensor) -> Tensor:
        out: Tensor = self.LayerNorm(self.dropout(self.dense(x)) + before)
        return out


class _EncoderLayer(nn.Module):
    """Attention, then two dense layers with a GELU between them."""

    def __init__(self) -> None:
        super().__init__()
        self.attention = nn.ModuleDict({"self": _SelfAttention(), "output": _Normed(N_WIDTH)})
        self.intermediate = nn.ModuleDict({"dense": nn.Linear(N_WIDTH, N_INNER)})
        self.output = _Normed(N_INNER)

    def forward(self, x: Tensor) -> Tensor:
        x = self.attention["output"](self.attention["self"](x), x)
        inner = nn.functional.gelu(self.intermediate["dense"](x))
        out: Tensor = self.output(inner, x)
        return out


class SelfAttention(Backbone):
    """15 s of 128 mel bands: 118 steps of 256 numbers, read by a two-layer transformer."""

    n_features = N_WIDTH

    def __init__(self) -> None:
        super().__init__()
        self.spec_bn = nn.BatchNorm2d(1)
        widths = (1, *WIDTHS)
        for index, stride in enumerate(STRIDES, start=1):
            block = Residual2d(widths[index - 1], widths[index], stride=stride)
            setattr(self, f"layer{index}", block)
        layers = nn.ModuleList([_EncoderLayer() for _ in range(N_LAYERS)])
        self.encoder = nn.ModuleDict({"layer": layers})
        self.pooler = nn.ModuleDict({"dense": nn.Linear(N_WIDTH, N_WIDTH)})
        self.register_buffer("first_step", class_token(), persistent=False)

    def forward(self, chunks: Tensor) -> Tensor:
        """(batch, 128, 938) -> (batch, 256)."""
        x = self.spec_bn(chunks.unsqueeze(1))
        for index in range(1, len(STRIDES) + 1):
            x = getattr(self, f"layer{index}")(x)
        steps = x.squeeze(2).transpose(1, 2)  # (batch, 118, 256)
        first = self.get_buffer("first_step").expand(steps.shape[0], -1, -1)
        steps = torch.cat([first, steps], dim=1)
        for layer in self.encoder["layer"].children():
            steps = layer(steps)
        return torch.tanh(self.pooler["dense"](steps[:, 0]))
