"""An evaluation counts the held-out songs only, and names the tags a model has no word for."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.errors import TrainingError
from core.evaluation.report import evaluate
from core.features.cache import FeatureCache
from core.models.checkpoint import load_checkpoint
from tests.support.synthetic_songs import make_round, parent_file, synthetic_labels


def test_an_evaluation_counts_held_out_songs_and_names_unknown_tags(tmp_path: Path) -> None:
    labels = synthetic_labels(FeatureCache(tmp_path / "cache"))
    outcome = make_round(tmp_path, labels, epochs=3).run()
    model = load_checkpoint(outcome.model_path)
    cache = FeatureCache(tmp_path / "cache")
    found = evaluate(model, labels, cache)
    assert found.summary.n_songs == outcome.n_held_out
    assert found.summary.wauc == pytest.approx(outcome.wauc_after)
    assert found.per_tag["high"].support == outcome.after["high"].support
    assert found.to_json()["wauc"] == found.summary.wauc
    parent = load_checkpoint(parent_file(tmp_path / "parents"))
    assert evaluate(parent, labels, cache, all_songs=True).unknown == ("high", "rising")


def test_an_evaluation_without_songs_says_so(tmp_path: Path) -> None:
    labels = synthetic_labels(FeatureCache(tmp_path / "cache"))
    model = load_checkpoint(parent_file(tmp_path))
    with pytest.raises(TrainingError, match="no song to evaluate"):
        evaluate(model, labels, FeatureCache(tmp_path / "empty"))
