"""Our Adam is torch's, and the public taggers' schedule goes from Adam to SGD."""

from __future__ import annotations

from pathlib import Path

import torch

from core.features.cache import FeatureCache
from core.models.checkpoint import load_checkpoint
from core.training.config import PUBLIC, LearningRate, Schedule
from core.training.optim import (
    ADAM_RATE,
    MOMENTUM,
    SGD_RATES,
    WEIGHT_DECAY,
    AdamThenSgd,
    StepDecayAdam,
    stage_of,
)  # fmt: skip
from tests.support.synthetic_songs import make_round, parent_file, synthetic_labels


def test_our_adam_is_torchs_adam(tmp_path: Path) -> None:
    ours, theirs = (load_checkpoint(parent_file(tmp_path)).network for _ in range(2))
    schedule = Schedule(LearningRate(1e-3, 2), LearningRate(1e-3, 2), LearningRate(1e-3, 2))
    adam, reference = StepDecayAdam(ours, schedule), torch.optim.Adam(theirs.parameters(), lr=1e-3)
    sound = torch.randn(4, 96, ours.segment_frames)
    for step in range(5):
        for group in reference.param_groups:
            group["lr"] = max(1e-3 * 0.1 ** (step // 2), 1e-6)
        for network, optimizer in ((ours, adam), (theirs, reference)):
            torch.manual_seed(step)
            network(sound).square().sum().backward()
            optimizer.step()
        reference.zero_grad()
    for one, two in zip(ours.parameters(), theirs.parameters(), strict=True):
        assert torch.allclose(one, two, rtol=1e-4, atol=1e-7)


def test_the_public_schedules_steps_are_torchs_to_the_last_bit(tmp_path: Path) -> None:
    ours, theirs = (load_checkpoint(parent_file(tmp_path)).network for _ in range(2))
    trained = list(theirs.parameters())
    mixed = AdamThenSgd(ours, 10)
    sound = torch.randn(4, 96, ours.segment_frames)
    reference: torch.optim.Optimizer = torch.optim.Adam(
        trained, lr=ADAM_RATE, weight_decay=WEIGHT_DECAY
    )
    for epoch in range(1, 11):
        if mixed.start_epoch(epoch):
            reference = torch.optim.SGD(
                trained, lr=SGD_RATES[stage_of(epoch, 10) - 1], momentum=MOMENTUM,
                weight_decay=WEIGHT_DECAY, nesterov=True,
            )  # fmt: skip
        resumed = AdamThenSgd(ours, 10)
        resumed.load_state(mixed.state())
        mixed = resumed
        for network, optimizer in ((ours, mixed), (theirs, reference)):
            torch.manual_seed(epoch)
            network(sound).square().sum().backward()
            optimizer.step()
        reference.zero_grad()
    for one, two in zip(ours.parameters(), trained, strict=True):
        assert torch.equal(one, two)


def test_the_public_schedule_goes_from_adam_to_sgd_and_the_card_says_so(tmp_path: Path) -> None:
    assert [stage_of(epoch, 10) for epoch in range(1, 11)] == [0, 0, 0, 0, 1, 1, 2, 2, 3, 3]
    assert {stage_of(epoch, 2) for epoch in (1, 2)} <= set(range(1 + len(SGD_RATES)))
    seen: list[float] = []
    labels = synthetic_labels(FeatureCache(tmp_path / "cache"))
    learning_round = make_round(tmp_path, labels, epochs=4).with_request(schedule=PUBLIC)
    outcome = learning_round.run(lambda report: seen.append(report.loss))
    assert len(seen) == 4
    assert outcome.card.settings["schedule"]["ladder"]
