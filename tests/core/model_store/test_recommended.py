"""The recommended model is known by what it is, and offered while only the starter is there."""

from __future__ import annotations

from pathlib import Path

from core.library.records import ModelRow, NewModel
from core.library.store import Library
from core.model_store.recommended import is_recommended, model_to_offer
from core.models.public_registry import public_models, recommended_model


def added(library: Library, name: str, file: str, parent: ModelRow | None = None) -> ModelRow:
    row = NewModel(name, "choi_lstm", file, ("kick",), parent_id=parent.id if parent else None)
    return library.models.add(row)


def fetched(library: Library, name: str, public_name: str) -> ModelRow:
    """A public model as its card makes it a row."""
    public = next(row for row in public_models() if row.name == public_name)
    settings = {"source": public.url, "sha256": public.sha256}
    row = NewModel(name, public.architecture, f"{name}-1.safetensors", public.words,
                   provenance={"settings": settings})  # fmt: skip
    return library.models.add(row)


def test_it_is_offered_while_all_models_are_of_the_starters_family(tmp_path: Path) -> None:
    with Library.open(tmp_path / "library.db") as library:
        assert model_to_offer(library.models.list()) == recommended_model()
        starter = added(library, "starter", "starter-0123abcd.safetensors")
        child = added(library, "my ear", "my-ear-1.safetensors", starter)
        added(library, "my ear 2", "my-ear-2.safetensors", child)
        assert model_to_offer(library.models.list()) == recommended_model()
        other = added(library, "a colleague's", "theirs-1.safetensors")
        assert model_to_offer(library.models.list()) is None
        library.models.remove(other.id)
        assert model_to_offer(library.models.list()) is not None


def test_it_is_known_by_its_package_network_and_words_not_by_its_name(tmp_path: Path) -> None:
    assert recommended_model().name == "mtt-musicnn"
    with Library.open(tmp_path / "library.db") as library:
        assert is_recommended(fetched(library, "renamed", "mtt-musicnn"))
        for name in ("msd-musicnn", "mtt-vgg", "mtat-musicnn"):
            assert not is_recommended(fetched(library, name, name))
        assert not is_recommended(added(library, "mtt-musicnn", "mtt-musicnn-1.safetensors"))
