"""Models are registered with their origin, and can be found, used and missed again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from core.errors import ModelError
from core.features.cache import FeatureCache
from core.library.store import Library
from core.model_store.orphans import find_orphans
from core.model_store.registry import (
    add_file,
    ensure_starter,
    model_path,
    next_learned_name,
    register,
    remove,
)
from core.models.checkpoint import load_checkpoint
from core.paths import folders
from tests.support.synthetic_songs import make_round, parent_file, synthetic_labels


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "library.db") as opened:
        yield opened


def test_a_trained_model_is_registered_under_its_parent(library: Library, tmp_path: Path) -> None:
    parent = add_file(library, parent_file(folders().models, ("dark", "nonsense")))
    labels = synthetic_labels(FeatureCache(tmp_path / "cache"))
    outcome = make_round(tmp_path, labels, epochs=1).run()
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


def test_models_learned_here_are_numbered_by_those_learned_here(
    library: Library, tmp_path: Path
) -> None:
    form = "my ear · {}"
    assert next_learned_name(form, library.models.list()) == "my ear · 1"
    for name in ("imported", "another", "my ear · 1"):
        file = parent_file(tmp_path / name)
        row = add_file(library, file)
        library.models.rename(row.id, name)
    assert next_learned_name(form, library.models.list()) == "my ear · 2"  # a stranger has 1
    assert next_learned_name(form, library.models.list(), ["my ear · 4"]) == "my ear · 5"


def test_files_in_the_models_folder_may_move_with_it(library: Library, tmp_path: Path) -> None:
    inside = add_file(library, parent_file(folders().models))
    outside = add_file(library, parent_file(tmp_path / "elsewhere"))
    assert not Path(inside.file).is_absolute()
    assert Path(outside.file).is_absolute()
    assert model_path(outside).exists()


def test_a_missing_file_is_an_error(library: Library) -> None:
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
    assert "never learned from a recording" in model.card.description
    assert model_path(first).is_relative_to(library.models.folder)


def test_a_library_whose_model_files_are_all_missing_gets_the_starter_too(
    library: Library,
) -> None:
    missing = add_file(library, parent_file(folders().models))
    model_path(missing).unlink()
    assert ensure_starter(library) == missing  # nothing is put into use in its place
    starter = library.models.get("starter")
    assert starter is not None
    model_path(starter).unlink()
    ensure_starter(library)
    assert model_path(starter).exists()
    assert len(library.models.list()) == 2


def test_a_strangers_name_is_one_line_that_can_be_shown(library: Library) -> None:
    path = parent_file(folders().models)
    name = "my\near\x1b[2J" + "!" * 500
    row = add_file(library, path, name)
    assert row.name.startswith("my ear [2J!!")
    assert len(row.name) == 200
    assert add_file(library, path, "\x00").name == "model"


def test_models_live_beside_their_library_and_move_with_it(tmp_path: Path) -> None:
    (tmp_path / "old").mkdir()
    with Library.open(tmp_path / "old" / "mine.db") as library:
        starter = ensure_starter(library)
        row = add_file(library, parent_file(library.models.folder))
        assert starter is not None
        assert not Path(row.file).is_absolute()
        assert model_path(row).parent == tmp_path / "old" / "models"
    (tmp_path / "old").rename(tmp_path / "new")
    with Library.open(tmp_path / "new" / "mine.db") as library:
        for model in library.models.list():
            assert model_path(model).parent == tmp_path / "new" / "models"
        removed = library.models.list()[-1]
        remove(library, removed)
        assert not (tmp_path / "new" / "models" / removed.file).exists()


def test_a_library_of_before_finds_its_models_and_brings_them_beside(
    library: Library, tmp_path: Path
) -> None:
    before = parent_file(folders().models)
    row = add_file(library, before)
    assert (row.file, model_path(row)) == (before.name, before)
    ensure_starter(library)
    beside = tmp_path / "models" / before.name
    assert model_path(row) == beside
    assert load_checkpoint(beside).words == load_checkpoint(before).words
    assert find_orphans(library) == ()


def test_a_file_that_was_named_absolutely_may_have_moved_with_the_library(
    library: Library, tmp_path: Path
) -> None:
    row = add_file(library, parent_file(tmp_path / "stick"))
    assert Path(row.file).is_absolute()
    (tmp_path / "stick").rename(tmp_path / "models")
    assert model_path(row).parent == tmp_path / "models"


def test_what_is_no_model_beside_a_library_is_never_an_orphan(
    library: Library, tmp_path: Path
) -> None:
    (tmp_path / "models").mkdir()
    (tmp_path / "models" / "package.json").write_text("{}")
    assert find_orphans(library) == ()
    adoptable = parent_file(tmp_path / "models")
    assert [orphan.path for orphan in find_orphans(library)] == [adoptable]
