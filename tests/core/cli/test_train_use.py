"""`train --use` does not take a model into use that is surely worse, unless one insists."""

from __future__ import annotations

import argparse
from pathlib import Path

import pytest

from core.cli.learning import _use
from core.metrics.metric_records import Estimate, MetricChange
from tests.support.small_songs import library_with, new_model


@pytest.mark.parametrize(
    ("use", "even_if_worse", "is_used"),
    [(True, False, False), (True, True, True), (False, True, False)],
)
def test_a_worse_model_is_used_only_where_one_insists(
    tmp_path: Path, use: bool, even_if_worse: bool, is_used: bool
) -> None:
    change = MetricChange({}, {"wauc": Estimate(-0.1, -0.15, -0.05)})
    options = argparse.Namespace(use=use, even_if_worse=even_if_worse)
    with library_with(tmp_path / "library.db", 1) as library:
        used = library.models.add(new_model("used", "kick"))
        metrics = {"change": change.to_json()}
        new = library.models.add(new_model("new", "kick", parent_id=used.id, metrics=metrics))
        refusal = _use(library, new, options)
        active = library.models.active()
    assert active is not None
    assert (active.name == "new") is is_used
    assert ("--even-if-worse" in refusal) is (use and not even_if_worse)
