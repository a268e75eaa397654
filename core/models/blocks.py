"""Building blocks of the thesis systems: input norm, valid convolution block, LSTM, perceptron.

Sizes come in through the constructors; which ones belong together is choi_lstm.py's business.
"""

from __future__ import annotations

from typing import Literal

import torch
from torch import Tensor, nn

from core.models.folded_blocks import Foldable, FoldedConv, elu

NormAxis = Literal["mel", "frame"]


class InputNorm(nn.Module):
    """Batch norm of the spectrogram, per mel bin (the paper) or per time frame (MSD weights)."""

    def __init__(self, axis: NormAxis, n_mels: int, n_frames: int) -> None:
        super().__init__()
        self.axis = axis
        self.norm = nn.BatchNorm1d(n_mels if axis == "mel" else n_frames)

    def forward(self, log_mel: Tensor) -> Tensor:
        """(batch, n_mels, n_frames) -> the same shape, standardised."""
        if self.axis == "mel":
            standard: Tensor = self.norm(log_mel)
            return standard
        turned: Tensor = self.norm(log_mel.transpose(1, 2))
        return turned.transpose(1, 2)


class ConvBlock(Foldable):
    """3x3 convolution without padding, batch norm, ELU, max-pool over (mel, time), dropout.

    The pool is taken before the ELU, which is monotone: the same numbers, an eighth of the work.
    """

    def __init__(
        self, n_in: int, n_out: int, pool: tuple[int, int] | None, dropout: float = 0.0
    ) -> None:
        super().__init__()
        self.conv = nn.Conv2d(n_in, n_out, kernel_size=3)
        self.norm = nn.BatchNorm2d(n_out)
        self.pool = nn.MaxPool2d(pool) if pool else None
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: Tensor) -> Tensor:
        """(batch, n_in, mels, frames) -> (batch, n_out, fewer mels, fewer frames)."""
        x = self.norm(self.conv(x))
        x = nn.functional.elu(self.pool(x) if self.pool else x)
        dropped: Tensor = self.dropout(x)
        return dropped

    def folded(self) -> nn.Module:
        """Return one convolution, without batch norm and dropout."""
        pool = self.pool.kernel_size if self.pool else 1
        return FoldedConv(self.conv, self.norm, pool=pool, activation=elu)


class LstmStack(nn.Module):
    """LSTM layers with dropout after each; every step's state is given, the last is the song's.

    appends_mean: the mean of the inputs so far follows the state, for a Perceptron with n_skip.
    """

    def __init__(
        self,
        n_in: int,
        hidden: int,
        *,
        layers: int = 2,
        dropout: float = 0.3,
        appends_mean: bool = False,
    ) -> None:
        super().__init__()
        self.appends_mean = appends_mean
        between = dropout if layers > 1 else 0.0
        self.lstm = nn.LSTM(n_in, hidden, layers, batch_first=True, dropout=between)
        self.dropout = nn.Dropout(dropout)

    def forward(self, sequences: Tensor) -> Tensor:
        """(batch, steps, n_in) -> (batch, steps, hidden, and n_in more where it passes them on)."""
        states, _ = self.lstm(sequences)
        dropped: Tensor = self.dropout(states)
        if not self.appends_mean:
            return dropped
        n_steps = torch.arange(1, sequences.shape[1] + 1, device=sequences.device).unsqueeze(1)
        return torch.cat([dropped, sequences.cumsum(dim=1) / n_steps], dim=2)


class Perceptron(nn.Module):
    """Linear, ReLU, Linear: one logit a tag.

    n_skip: numbers behind the n_in first ones that go straight to the logits.
    """

    def __init__(self, n_in: int, hidden: int, n_tags: int, n_skip: int = 0) -> None:
        super().__init__()
        self.n_in = n_in
        self.hidden = nn.Linear(n_in, hidden)
        self.direct = nn.Linear(n_skip, n_tags, bias=False) if n_skip else None
        self.output = nn.Linear(hidden, n_tags)

    def hidden_units(self, vectors: Tensor) -> Tensor:
        """(…, n_in + n_skip) -> (…, hidden)."""
        return torch.relu(self.hidden(vectors[..., : self.n_in]))

    def forward(self, vectors: Tensor) -> Tensor:
        """(…, n_in + n_skip) -> (…, n_tags)."""
        logits: Tensor = self.output(self.hidden_units(vectors))
        return logits if self.direct is None else logits + self.direct(vectors[..., self.n_in :])


class EmptyLinear(nn.Linear):
    """A linear layer without outputs; torch would warn of one."""

    def __init__(self, n_inputs: int) -> None:
        super().__init__(n_inputs, 0)

    def reset_parameters(self) -> None:
        """Draw nothing: there are no weights."""
