"""The depth says why it was chosen, and learning rates fall by steps."""

from __future__ import annotations

import pytest

from core.errors import TrainingError
from core.models.sections import Section
from core.training.config import SONGS_MEASURED, THESIS, Depth, choose_depth


def test_the_depths_train_what_their_names_say() -> None:
    assert choose_depth("classifier").trained == {Section.CLASSIFIER}
    assert choose_depth("temporal").trained == {Section.CLASSIFIER, Section.TEMPORAL}
    assert choose_depth("everything").trained == set(Section)


def test_automatic_is_the_depth_that_proved_best_and_says_so() -> None:
    choice = choose_depth("automatic")
    assert choice.depth is Depth.CLASSIFIER
    assert f"{SONGS_MEASURED} songs" in choice.reason
    assert choose_depth("automatic", has_temporal=False).depth is Depth.CLASSIFIER


def test_odd_depths_are_refused() -> None:
    with pytest.raises(TrainingError, match="unknown"):
        choose_depth("abyss")
    with pytest.raises(TrainingError, match="course of time"):
        choose_depth("temporal", has_temporal=False)


def test_rates_fall_by_steps_and_never_under_a_millionth() -> None:
    head = THESIS.head
    assert [head.at(i) for i in (0, 2999, 3000, 6000)] == pytest.approx([1e-3, 1e-3, 1e-4, 1e-5])
    assert head.at(10**6) == 1e-6
