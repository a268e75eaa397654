"""Time left is told from the first second, and comes closer to the truth on the way."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from core.library.records import ModelRow
from core.training.time_left import LearningTask, expected_s, time_left_s

TASK = LearningTask("cnn_lstm", "automatic", 100, 30)


def learned(id: int, seconds: float | None, depth: str = "automatic") -> ModelRow:
    settings: dict[str, Any] = {"depth_chosen": depth, "seconds": seconds}
    return ModelRow(
        id, f"my ear {id}", "cnn_lstm", 1, "", ("a",), {}, {"n_train": 50},
        {"settings": settings, "learned_here": True}, False, "", Path(),
    )  # fmt: skip


def test_without_experience_more_work_takes_longer() -> None:
    deep = LearningTask("cnn_lstm", "everything", 100, 30)
    more_music = LearningTask("cnn_lstm", "automatic", 100, 30, new_music_s=18_000.0)
    assert 0.0 < expected_s(TASK) < expected_s(more_music) < expected_s(deep)


def test_the_last_time_of_its_kind_says_how_long() -> None:
    rows = [learned(2, 99.0), learned(3, 10.0), learned(4, 500.0, "everything"), learned(5, None)]
    assert expected_s(TASK, rows) == pytest.approx(20.0)


def test_the_guess_gives_way_to_the_pace() -> None:
    assert time_left_s(10.0, 0.0, 0.0) == 10.0
    assert time_left_s(10.0, 30.0, 0.0) == 0.0
    assert time_left_s(10.0, 2.0, 0.5) == pytest.approx(2.0)
    early = time_left_s(10.0, 1.0, 0.02)
    assert 9.0 < early < 49.0
