"""The thesis's MFCC + LSTM: its sizes, and that a cancel is felt inside a segment."""

from __future__ import annotations

from dataclasses import replace

import pytest
import torch

from core.features.mfcc import mfcc
from core.jobs import Cancelled
from core.models.mfcc_lstm import THESIS, MfccLstm, MfccLstmConfig, last_state
from core.models.running_job import cancelled_with

TINY = MfccLstmConfig(
    n_tags=3, n_mels=24, n_frames=150, n_cepstra=12, hidden=8, classifier_hidden=8
)


class CancelledAfter:
    """A job that is cancelled at its n-th look and from then on."""

    def __init__(self, n: int) -> None:
        self.looks_left = n

    def report(self, done: float, total: float, what: str = "") -> None:
        """Ignore the report."""

    def check(self) -> None:
        """Count."""
        self.looks_left -= 1
        if self.looks_left < 0:
            raise Cancelled


def network(config: MfccLstmConfig = TINY) -> MfccLstm:
    torch.manual_seed(0)
    return MfccLstm(config)


def test_the_network_has_the_sizes_of_the_thesis() -> None:
    with torch.device("meta"):
        thesis = MfccLstm(THESIS)
    assert thesis.segment_frames == 1366
    assert (thesis.reduction.lstm.input_size, thesis.reduction.lstm.hidden_size) == (90, 1024)
    assert (thesis.temporal.lstm.input_size, thesis.temporal.lstm.hidden_size) == (1024, 1024)
    assert (thesis.reduction.dropout.p, thesis.temporal.dropout.p) == (0.3, 0.3)
    assert thesis.classifier.hidden.weight.shape == (1024, 1024)
    assert thesis.output.weight.shape == (63, 1024)


def test_the_input_is_the_cepstra_of_all_frames() -> None:
    made = network(replace(TINY, n_frames=20)).eval()
    log_mel = torch.randn(1, 24, 20)
    cepstra = torch.from_numpy(mfcc(log_mel[0].numpy(), 12)).T.unsqueeze(0)
    scaled = cepstra / (1 + made.reduction.norm.norm.eps) ** 0.5
    with torch.no_grad():
        assert torch.allclose(
            made.reduction(log_mel), made.reduction.lstm(scaled)[1][0][-1], atol=1e-5
        )


@pytest.mark.parametrize("n_frames", [1, 32, 150, 700])
def test_chunks_of_frames_give_the_same_state_and_gradients_as_all_at_once(n_frames: int) -> None:
    lstm = network().reduction.lstm
    frames = torch.randn(2, n_frames, 12)
    whole = lstm(frames)[1][0][-1]
    whole.square().sum().backward()
    wanted = [parameter.grad.clone() for parameter in lstm.parameters()]
    lstm.zero_grad()
    chunked = last_state(lstm, frames)
    chunked.square().sum().backward()
    assert torch.allclose(chunked, whole, atol=1e-6)
    for parameter, gradient in zip(lstm.parameters(), wanted, strict=True):
        assert torch.allclose(parameter.grad, gradient, atol=1e-5)


def test_a_cancel_is_felt_within_a_segment() -> None:
    job = CancelledAfter(1)
    with torch.no_grad(), cancelled_with(job), pytest.raises(Cancelled):
        network().reduction(torch.randn(2, 24, 150))


def test_a_cancel_on_the_way_back_ends_it_and_raises_nothing() -> None:
    made = network()
    job = CancelledAfter(6)  # five chunks there, one back
    with cancelled_with(job):
        made.reduction(torch.randn(2, 24, 150)).sum().backward()
    assert job.looks_left < 0
    lstm = network().reduction.lstm
    assert all(
        parameter.grad is None or bool(parameter.grad.isfinite().all())
        for parameter in lstm.parameters()
    )


def test_a_cancel_while_gradients_are_computed_leaves_the_rest_of_the_frames_out() -> None:
    job = CancelledAfter(1)
    made = network()
    frames = torch.randn(2, 150, 12)
    with cancelled_with(job):
        state = last_state(made.reduction.lstm, frames)
    assert torch.allclose(state, made.reduction.lstm(frames[:, :32])[1][0][-1], atol=1e-6)
