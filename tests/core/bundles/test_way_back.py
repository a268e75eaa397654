"""The model of a bundle comes back: to a library that has changed meanwhile, or to another one."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.cli import main
from core.library.edits.edits import MergeTags, RenameTag, RetireTag
from core.library.records import ModelRow
from core.library.store import Library
from core.model_store.registry import add_file, remove
from core.paths import folders
from tests.support import learning_library
from tests.support.learning_library import TAGS, make_library


@pytest.fixture
def model_zip(tmp_path: Path) -> Path:
    make_library()
    bundle = tmp_path / "ear.bundle"
    assert main(["train", "--name", "far", "--bundle", str(bundle), "--quiet"]) == 0
    assert main(["train-bundle", str(bundle), "--quiet"]) == 0
    return tmp_path / "ear-model.zip"


def come_back(path: Path) -> tuple[Library, ModelRow]:
    """Import the zip into the library that is there; return both."""
    assert main(["models", "import", str(path), "--quiet"]) == 0
    library = Library.open(folders().library_file)
    row = library.models.get("far")
    assert row is not None
    return library, row


def meanings(library: Library, row: ModelRow) -> dict[str, str]:
    """Return what the words that were learned are called in the library."""
    ids = dict(zip(row.words, library.models.tag_ids(row.id), strict=True))
    return {word: library.codebook.tag(ids[word]).name for word in TAGS if ids.get(word)}


def test_tags_may_have_other_names_and_be_retired(model_zip: Path) -> None:
    with Library.open(folders().library_file) as library:
        low, high = (library.codebook.find(name).id for name in TAGS)
        library.do(RenameTag(low, "cellar"))
        library.do(RetireTag(high))
    library, row = come_back(model_zip)
    with library:
        assert row.learned_here
        assert meanings(library, row) == {"low": "cellar", "high": "high"}


def test_a_tag_that_became_a_part_of_another_stands_for_that(model_zip: Path) -> None:
    with Library.open(folders().library_file) as library:
        low, high = (library.codebook.find(name).id for name in TAGS)
        library.do(MergeTags(high, low))
    library, row = come_back(model_zip)
    with library:
        assert row.learned_here
        assert meanings(library, row)["low"] == "low"


def test_its_parent_may_be_gone(model_zip: Path) -> None:
    with Library.open(folders().library_file) as library:
        former = library.models.active()
        another = add_file(library, learning_library.tiny_model(folders().models), "another")
        library.models.set_active(another.id)
        remove(library, former)
    library, row = come_back(model_zip)
    with library:
        assert row.learned_here
        assert row.parent_id is None
        assert meanings(library, row) == {"low": "low", "high": "high"}


def test_the_same_songs_in_another_library_keep_the_meaning_of_its_own_tags(
    model_zip: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RHYTHMCAP_HOME", str(tmp_path / "a colleague"))
    monkeypatch.setattr(learning_library, "TAGS", ("high", "low"))
    make_library()
    library, row = come_back(model_zip)
    with library:
        assert not row.learned_here
        assert meanings(library, row) == {"low": "low", "high": "high"}


def test_a_bundle_that_is_learned_from_twice_gives_two_models(model_zip: Path) -> None:
    first = model_zip.read_bytes()
    bundle = model_zip.with_name("ear.bundle")
    come_back(model_zip)[0].close()
    assert main(["train-bundle", str(bundle), "--quiet"]) == 0
    assert len(model_zip.read_bytes()) == pytest.approx(len(first), rel=0.01)
    library, row = come_back(model_zip)
    with library:
        twins = [other for other in library.models.list() if other.name.startswith("far")]
        assert [other.learned_here for other in twins] == [True, True]
        assert twins[0].id == row.id
