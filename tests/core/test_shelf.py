"""Models come onto a library's shelf with their origin, and can be found, used and missed again."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from core.cli import main
from core.errors import ModelError, TrainingError
from core.evaluation.report import evaluate
from core.features.cache import FeatureCache
from core.library.store import Library
from core.model_store.orphans import find_orphans
from core.model_store.registry import add_file, ensure_starter, model_path, register
from core.models.checkpoint import load_checkpoint
from core.paths import folders
from core.training.finetune import finetune
from tests.support.sung_labels import parent_file, request, sung_labels


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "library.db") as opened:
        yield opened


def test_what_was_learned_stands_beside_its_parent(library: Library, tmp_path: Path) -> None:
    parent = add_file(library, parent_file(folders().models, ("dark", "nonsense")))
    labels = sung_labels(FeatureCache(tmp_path / "cache"))
    asked = request(tmp_path, labels, epochs=1)
    outcome = finetune(asked)
    row = register(library, outcome.card, outcome.model_path, outcome.tag_ids)
    assert (row.name, row.parent_id, row.active) == ("my ear", parent.id, False)
    assert row.metrics["wauc"] is not None
    assert row.labels_snapshot["digest"] == "snapshot"
    assert "states" not in row.labels_snapshot
    assert row.provenance["seed"] == 3
    assert model_path(row).exists()
    assert library.models.active() == parent


def test_words_are_matched_with_the_codebook(library: Library) -> None:
    row = add_file(library, parent_file(folders().models, ("dark", "nonsense")))
    dark = library.codebook.find("dark")
    assert dark is not None
    assert library.models.tag_ids(row.id) == (dark.id, None)


def test_a_taken_name_gets_a_number(library: Library, tmp_path: Path) -> None:
    rows = [add_file(library, parent_file(tmp_path / str(n))) for n in range(3)]
    assert [row.name for row in rows] == ["parent", "parent 2", "parent 3"]


def test_files_in_the_models_folder_may_move_with_it(library: Library, tmp_path: Path) -> None:
    inside = add_file(library, parent_file(folders().models))
    outside = add_file(library, parent_file(tmp_path / "elsewhere"))
    assert not Path(inside.file).is_absolute()
    assert Path(outside.file).is_absolute()
    assert model_path(outside).exists()


def test_a_missing_file_is_said(library: Library) -> None:
    row = add_file(library, parent_file(folders().models))
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
    outcome = finetune(request(tmp_path, labels, epochs=3))
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


def doctor(capsys: pytest.CaptureFixture[str], *words: str) -> list[str]:
    """What the doctor finds about models, as one line each."""
    main(["--library", str(folders().library_file), "doctor", "--json", *words])
    found = json.loads(capsys.readouterr().out)["findings"]
    return [f"{each['what']}: {each['found']}" for each in found if "model" in each["what"]]


def test_a_model_whose_shelving_was_cut_short_is_named_and_adopted_only_when_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with Library.open(folders().library_file) as library:
        parent = add_file(library, parent_file(folders().models))
    labels = sung_labels(FeatureCache(tmp_path / "cache"))
    asked = replace(request(tmp_path, labels, epochs=1), models_folder=folders().models)
    saved = finetune(asked).model_path  # and killed before it was registered
    half = saved.with_name("half.safetensors")
    half.write_bytes(b"its card was never written")
    said = doctor(capsys)
    assert any(str(saved) in line and "my ear" in line for line in said)
    assert any("half.safetensors" in line and "no use" in line for line in said)
    assert not any("repair" in line for line in doctor(capsys, "--repair"))
    assert saved.exists()
    assert half.exists()
    assert f"repair: models: {saved.name} adopted as my ear" in doctor(
        capsys, "--repair", "--strays", "adopt"
    )
    with Library.open(folders().library_file) as library:
        row = library.models.get("my ear")
        assert row is not None
        assert row.parent_id == parent.id
        assert model_path(row) == saved
    doctor(capsys, "--repair", "--strays", "remove")
    assert saved.exists()
    assert not half.exists()


def test_models_of_another_library_that_was_opened_here_are_no_strays(tmp_path: Path) -> None:
    with Library.open(tmp_path / "other.db") as other:
        add_file(other, parent_file(folders().models))
    with Library.open(tmp_path / "library.db") as library:
        assert len(find_orphans(library)) == 1
        assert find_orphans(library, [tmp_path / "other.db"]) == ()


def test_a_library_whose_models_are_all_gone_gets_the_starter_beside_them(
    library: Library,
) -> None:
    lost = add_file(library, parent_file(folders().models))
    model_path(lost).unlink()
    assert ensure_starter(library) == lost  # nothing is put into use in its place
    starter = library.models.get("starter")
    assert starter is not None
    model_path(starter).unlink()
    ensure_starter(library)
    assert model_path(starter).exists()
    assert len(library.models.list()) == 2
