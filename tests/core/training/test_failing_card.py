"""A graphics card that runs out of memory, fails, or lacks an operation while it learns.

No card is needed: the device "cpu:0" is another one than "cpu" to the program, and torch's own
errors are raised from one of torch's functions.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import torch
from safetensors.torch import load_file
from torch.utils._python_dispatch import TorchDispatchMode

from core.errors import ModelError
from core.evaluation.report import score_songs
from core.features.cache import FeatureCache
from core.library.records import Labels
from core.messages import message
from core.models import device
from core.models.checkpoint import load_checkpoint
from core.training.finetune import finetune
from core.training.finetune_records import FinetuneResult
from tests.support.synthetic_songs import LearningRound, make_round, synthetic_labels

CARD = "cpu:0"
LOSS = "binary_cross_entropy_with_logits"
FAILURES = {
    "launch": torch.AcceleratorError("CUDA error: unspecified launch failure"),
    "lost": RuntimeError("CUDA error: device lost. Compile with `TORCH_USE_CUDA_DSA`"),
    "cudnn": RuntimeError("cuDNN error: CUDNN_STATUS_EXECUTION_FAILED"),
    "lacks": NotImplementedError(f"'aten::_x' is not implemented for the {CARD} device"),
    "apple": RuntimeError("MPS backend: command buffer exited with error status"),
}


@pytest.fixture
def labels(tmp_path: Path) -> Labels:
    return synthetic_labels(FeatureCache(tmp_path / "cache"))


@pytest.fixture(autouse=True)
def card_is_whole_again() -> Iterator[None]:
    yield
    device._failed.clear()


def learn_on_card(
    learning_round: LearningRound, reports: list[Any] | None = None
) -> FinetuneResult:
    parent = load_checkpoint(learning_round.parent_path, CARD)
    take = reports.append if reports is not None else lambda _report: None
    return finetune(
        learning_round.request, learning_round.labels, parent, learning_round.cache, take
    )


def fail_from(monkeypatch: pytest.MonkeyPatch, name: str, call: int, error: Exception) -> None:
    """Have a function of torch raise from its n-th call on while the card is in use."""
    works, calls = getattr(torch.nn.functional, name), []

    def fails(*args: Any, **options: Any) -> Any:
        calls.append(1)
        if len(calls) == call:
            raise error
        return works(*args, **options)

    monkeypatch.setattr(torch.nn.functional, name, fails)


@pytest.mark.parametrize("failure", FAILURES)
def test_a_card_that_fails_in_an_epoch_leaves_the_learning_to_the_processor(
    tmp_path: Path, labels: Labels, monkeypatch: pytest.MonkeyPatch, failure: str
) -> None:
    learning_round = make_round(tmp_path, labels)
    usual = learning_round.run()
    expected = load_checkpoint_weights(usual)
    fail_from(monkeypatch, LOSS, 8, FAILURES[failure])
    reports: list[Any] = []
    outcome = learn_on_card(learning_round.with_request(name="after"), reports)
    assert outcome.device == "cpu"
    assert message("training.card_failed") in outcome.notes
    assert CARD in device._failed
    assert [report.epoch for report in reports].count(1) == 2  # begun again
    for key, values in load_checkpoint_weights(outcome).items():
        assert torch.allclose(values, expected[key], atol=0.5), key  # from batches half as large
    assert len(list((tmp_path / "models").glob("*.safetensors"))) == 2  # nothing half-done


def test_a_card_without_memory_is_tried_with_half_the_batch(
    tmp_path: Path, labels: Labels, monkeypatch: pytest.MonkeyPatch
) -> None:
    learning_round = make_round(tmp_path, labels)
    error = torch.OutOfMemoryError("CUDA out of memory. Tried to allocate 2.00 GiB.")
    fail_from(monkeypatch, LOSS, 3, error)
    outcome = learn_on_card(learning_round)
    assert outcome.device == CARD
    assert outcome.card.settings is not None
    whole = learning_round.request.schedule.batch_size
    assert outcome.card.settings["schedule"]["batch_songs"] == whole // 2
    assert message("training.card_failed") not in outcome.notes
    assert CARD not in device._failed


def test_a_mistake_of_ours_is_no_failure_of_the_card(
    tmp_path: Path, labels: Labels, monkeypatch: pytest.MonkeyPatch
) -> None:
    fail_from(monkeypatch, LOSS, 1, RuntimeError("mat1 and mat2 shapes cannot be multiplied"))
    with pytest.raises(RuntimeError, match="mat1"):
        learn_on_card(make_round(tmp_path, labels))
    assert not device._failed


def test_a_card_that_fails_while_songs_are_scored_is_told_with_what_to_do(
    tmp_path: Path, labels: Labels, monkeypatch: pytest.MonkeyPatch
) -> None:
    learning_round = make_round(tmp_path, labels)
    model = load_checkpoint(learning_round.parent_path, CARD)

    def fails() -> None:
        raise FAILURES["launch"]

    monkeypatch.setattr(torch, "inference_mode", fails)
    with pytest.raises(ModelError) as told:
        score_songs(model, labels, learning_round.cache, all_songs=True)
    assert told.value.id == "device.failed"
    assert "processor" in told.value.remedy


def test_a_card_that_failed_is_chosen_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    for kind, module in (("cuda", torch.cuda), ("mps", torch.backends.mps)):
        monkeypatch.setattr(module, "is_available", lambda: True)
        assert device.choose_device() == kind
        assert device.choose_device("cpu") == "cpu"
        device.give_up(kind)
    assert device.choose_device("cuda") == "cpu"


class NoDoubles(TorchDispatchMode):
    """What an Apple card does: float64 is refused."""

    def __torch_dispatch__(self, func: Any, types: Any, args: Any = (), kwargs: Any = None) -> Any:
        made = func(*args, **(kwargs or {}))
        if isinstance(made, torch.Tensor) and made.dtype is torch.float64:
            raise TypeError(f"{func}: the MPS framework doesn't support float64")
        return made


@pytest.mark.parametrize("depth", ["temporal", "everything"])
def test_gradient_training_computes_nothing_in_double_precision(
    tmp_path: Path, labels: Labels, depth: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    from core.training import loop

    train = loop.train_epoch

    def watched(*args: Any) -> float:
        with NoDoubles():
            return train(*args)

    monkeypatch.setattr(loop, "train_epoch", watched)
    outcome = make_round(tmp_path, labels, depth, epochs=1).run()
    assert outcome.card.settings is not None
    assert outcome.card.settings["epochs_done"] == 1


def load_checkpoint_weights(outcome: FinetuneResult) -> dict[str, torch.Tensor]:
    return load_file(outcome.model_path)
