"""The thesis's other network: cepstra of every frame, an LSTM in two levels, a perceptron.

Sankaran 2017, algorithm 24: the first LSTM reads the 1366 frames of a segment to one vector, so
that the beginning of a song is not lost among its frames; the second reads the vectors of the
segments to one. Dropout follows both. Cepstra are standardised, which the thesis leaves open:
without it the loudest coefficient alone closes the gates.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import torch
from torch import Tensor, nn

from core.features.mfcc import dct_matrix
from core.jobs import JobContext
from core.models.blocks import InputNorm, LstmStack, Perceptron
from core.models.network import TaggingNetwork
from core.models.running_job import is_cancelled, running_job

CHUNK_FRAMES = 32  # of a segment between two looks at the job
NEGLIGIBLE = 1e-20  # of a gradient: rounding takes more from what the last frames add to it


@dataclass(frozen=True, slots=True)
class MfccLstmConfig:
    """Every size of the network. hidden: of both LSTMs, the thesis's T; dropout: its p."""

    n_tags: int = 63
    n_mels: int = 96
    n_frames: int = 1366
    n_cepstra: int = 90
    hidden: int = 1024
    dropout: float = 0.3
    classifier_hidden: int = 1024


THESIS = MfccLstmConfig()
COMPACT = replace(THESIS, hidden=128, classifier_hidden=128)  # for processors


class CepstralLstm(nn.Module):
    """Cepstra of each frame and an LSTM over the frames: (batch, 96, 1366) -> (batch, hidden)."""

    def __init__(self, config: MfccLstmConfig) -> None:
        super().__init__()
        matrix = torch.from_numpy(dct_matrix(config.n_cepstra, config.n_mels)).float()
        self.dct: Tensor
        self.register_buffer("dct", matrix, persistent=False)
        self.norm = InputNorm("mel", config.n_cepstra, config.n_frames)
        self.lstm = nn.LSTM(config.n_cepstra, config.hidden, batch_first=True)
        self.dropout = nn.Dropout(config.dropout)

    def forward(self, log_mel: Tensor) -> Tensor:
        """See the class. Raises Cancelled with the running job, where that does no harm."""
        with torch.autocast(log_mel.device.type, enabled=False):
            cepstra = self.norm(self.dct @ log_mel.float())  # (batch, n_cepstra, n_frames)
            dropped: Tensor = self.dropout(last_state(self.lstm, cepstra.transpose(1, 2)))
            return dropped


class MfccLstm(TaggingNetwork):
    """Cepstra and an LSTM over the frames of 29.12 s, an LSTM over these, a perceptron."""

    def __init__(self, config: MfccLstmConfig) -> None:
        super().__init__()
        self.config = config
        self.n_features = config.hidden
        self.segment_frames = config.n_frames
        self.reduction = CepstralLstm(config)
        self.temporal = LstmStack(config.hidden, config.hidden, layers=1, dropout=config.dropout)
        self.classifier = Perceptron(config.hidden, config.classifier_hidden, config.n_tags)


def last_state(lstm: nn.LSTM, sequences: Tensor) -> Tensor:
    """Return the state of an LSTM of one layer after the last frame.

    (batch, frames, n_values) -> (batch, hidden), as the LSTM itself gives it. A cancel of the
    running job is felt every CHUNK_FRAMES. Where gradients are computed nothing is raised, which on
    the way back would leave torch in disorder: the rest is left out, and whoever trains checks its
    job before it uses them.
    """
    job = running_job()
    zeros = sequences.new_zeros(1, len(sequences), lstm.hidden_size)
    states = zeros, zeros
    for chunk in torch.split(sequences, CHUNK_FRAMES, dim=1):
        if not torch.is_grad_enabled():
            job.check()
        elif is_cancelled(job):
            break
        _, states = lstm(chunk.contiguous(), states)
        states = _ChunkEnd.apply(job, *states)  # type: ignore[no-untyped-call]
    return states[0][-1]


class _ChunkEnd(torch.autograd.Function):
    """Nothing on the way there; the way back ends here once the job is cancelled.

    It also ends where gradients have vanished, most often within a few seconds of sound. On from
    there they would be too small for a normal float, and each frame would take sixty times longer.
    """

    @staticmethod
    def forward(ctx: Any, job: JobContext, *states: Tensor) -> tuple[Tensor, ...]:
        ctx.job = job
        return tuple(state.view_as(state) for state in states)

    @staticmethod
    def backward(ctx: Any, *gradients: Tensor) -> tuple[Tensor | None, ...]:
        kept = [torch.where(gradient.abs() > NEGLIGIBLE, gradient, 0.0) for gradient in gradients]
        if is_cancelled(ctx.job) or not any(bool(gradient.any()) for gradient in kept):
            return (None, *(None for _ in gradients))
        return (None, *kept)
