"""Models come onto a library's shelf with their origin, and can be found, used and missed again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from core.errors import ModelError, TrainingError
from core.evaluation.report import evaluate
from core.features.cache import FeatureCache
from core.library.store import Library
from core.models.checkpoint import load_checkpoint
from core.paths import folders
from core.training.finetune import learn
from core.training.shelf import ensure_starter, model_path, register, register_file
from tests.core.sung_labels import parent_file, request, sung_labels


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "library.db") as opened:
        yield opened


def test_what_was_learned_stands_beside_its_parent(library: Library, tmp_path: Path) -> None:
    parent = register_file(library, parent_file(folders().models, ("dark", "nonsense")))
    labels = sung_labels(FeatureCache(tmp_path / "cache"))
    asked = request(tmp_path, labels, epochs=1)
    row = register(library, learn(asked))
    assert (row.name, row.parent_id, row.active) == ("my ear", parent.id, False)
    assert row.metrics["wauc"] is not None
    assert row.labels_snapshot["digest"] == "snapshot"
    assert "states" not in row.labels_snapshot
    assert row.provenance["seed"] == 3
    assert model_path(row).exists()
    assert library.models.active() == parent


def test_words_are_matched_with_the_codebook(library: Library) -> None:
    row = register_file(library, parent_file(folders().models, ("dark", "nonsense")))
    dark = library.codebook.find("dark")
    assert dark is not None
    assert library.models.words(row.id) == (dark.id, None)


def test_a_taken_name_gets_a_number(library: Library, tmp_path: Path) -> None:
    rows = [register_file(library, parent_file(tmp_path / str(n))) for n in range(3)]
    assert [row.name for row in rows] == ["parent", "parent 2", "parent 3"]


def test_files_in_the_models_folder_may_move_with_it(library: Library, tmp_path: Path) -> None:
    inside = register_file(library, parent_file(folders().models))
    outside = register_file(library, parent_file(tmp_path / "elsewhere"))
    assert not Path(inside.file).is_absolute()
    assert Path(outside.file).is_absolute()
    assert model_path(outside).exists()


def test_a_missing_file_is_said(library: Library) -> None:
    row = register_file(library, parent_file(folders().models))
    model_path(row).unlink()
    with pytest.raises(ModelError, match=r"“parent” is missing"):
        model_path(row)


def test_a_library_gets_the_starter_model_once(library: Library) -> None:
    first = ensure_starter(library)
    if first is None:
        pytest.skip("the starter model has not been made yet")
    assert first.active
    assert ensure_starter(library) == first
    assert len(library.models.list()) == 1
    model = load_checkpoint(model_path(first))
    assert "composed music only" in model.card.description
    assert model_path(first).is_relative_to(folders().models)


def test_an_evaluation_counts_songs_kept_back_and_names_unknown_tags(tmp_path: Path) -> None:
    labels = sung_labels(FeatureCache(tmp_path / "cache"))
    outcome = learn(request(tmp_path, labels, epochs=3))
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
    labels = sung_labels(FeatureCache(tmp_path / "cache"))
    model = load_checkpoint(parent_file(tmp_path))
    with pytest.raises(TrainingError, match="no song to evaluate"):
        evaluate(model, labels, FeatureCache(tmp_path / "empty"))
