"""A learned model takes the place of the one in use unless it is surely worse."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from core.evaluation.promotion import change_from_used, is_worse
from core.library.store import Library
from core.metrics.metric_records import Estimate, MetricChange
from tests.support.small_songs import library_with, new_model


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with library_with(tmp_path / "library.db", 3) as opened:
        yield opened


def metrics(low: float, high: float) -> dict[str, Any]:
    change = MetricChange({}, {"wauc": Estimate((low + high) / 2, low, high)})
    return {"change": change.to_json()}


@pytest.mark.parametrize(
    ("low", "high", "worse"), [(-0.2, -0.01, True), (-0.2, 0.01, False), (0.01, 0.2, False)]
)
def test_only_a_range_below_zero_is_worse(
    library: Library, low: float, high: float, worse: bool
) -> None:
    used = library.models.add(new_model("used", "kick"))
    new = library.models.add(
        new_model("new", "kick", parent_id=used.id, metrics=metrics(low, high))
    )
    assert is_worse(change_from_used(library, new)) is worse


def test_the_one_in_use_is_not_compared_with_itself(library: Library) -> None:
    used = library.models.add(new_model("used", "kick"))
    assert change_from_used(library, used) is None
    assert not is_worse(None)


def test_one_learned_from_another_model_is_compared_by_kept_scores_or_says_why_not(
    library: Library,
) -> None:
    library.models.add(new_model("used", "kick"))
    other = library.models.add(new_model("other", "kick"))
    new = library.models.add(
        new_model("new", "kick", parent_id=other.id, metrics=metrics(-0.2, -0.1))
    )
    change = change_from_used(library, new)  # the files of these are not there
    assert change is not None
    assert change.value is None
    assert change.reason
    assert not is_worse(change)


def test_tags_beyond_chance_are_named_the_most_changed_first() -> None:
    tags = {
        "a": Estimate(0.1, 0.02, 0.2), "b": Estimate(0.3, 0.1, 0.5), "c": Estimate(0.1, -0.1, 0.3),
        "d": Estimate(-0.2, -0.3, -0.1), "e": Estimate(0.4),
    }  # fmt: skip
    change = MetricChange({name: {"auc": auc} for name, auc in tags.items()}, {})
    assert change.better == ("b", "a")
    assert change.worse == ("d",)
