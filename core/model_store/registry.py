"""The registry of a library's models: which file a row means; adding and removing models.

Imports no torch: the window needs the registry before it has any use for networks.
"""

from __future__ import annotations

import contextlib
import functools
import os
import re
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from core.atomic_files import copy_file, private_folder
from core.errors import ModelError
from core.library.records import ModelRow, NewModel
from core.library.store import Library
from core.library.text import name_key
from core.models.card import ModelCard, card_path, read_card, weights_path
from core.models.model_records import network_name
from core.paths import folders, resource

MAX_NAME_CHARS = 200
QUICK_BYTES = 100_000_000  # copied while a library opens
STARTER = "starter"
# Of a labels snapshot; they stay in the card.
BULKY = ("states", "audio_hashes", "kept_back", "network_songs")
FROM_BUNDLE = "bundle"  # of a card's settings: tag_ids, of a model that was learned elsewhere


def model_path(row: ModelRow) -> Path:
    """Return the .safetensors file of a row. Raises ModelError if it is no longer there."""
    found = _existing_file(row)
    if found is None:
        path = row.folder / row.file  # an absolute row.file stays what it is
        raise ModelError("registry.file_missing", name=row.name, path=path)
    return found


def current_card(library: Library, row: ModelRow) -> ModelCard:
    """Return a model's card with the names that it and its parent have in the library now.

    The file keeps the names of when it was made. Raises ModelError, LibraryError.
    """
    card = read_card(model_path(row))
    parent = library.models.get(row.parent_id) if row.parent_id else None
    return replace(card, name=row.name, parent=parent.name if parent else card.parent)


def has_file(row: ModelRow) -> bool:
    """Whether a model's file is where its row says."""
    return _existing_file(row) is not None


def candidate_files(row: ModelRow) -> tuple[Path, ...]:
    """Where a row's file may lie: beside its library, or where all libraries once kept theirs.

    A file that was named absolutely may have moved beside the library, with it. The starter model
    is also where it came with the program.
    """
    beside, before = row.folder / row.file, folders().models / row.file
    paths = [beside, before, row.folder / Path(row.file).name]
    shipped = resource(f"{STARTER}.safetensors")
    if row.file.startswith(f"{STARTER}-") and shipped.exists():
        paths += [shipped] if row.file == _starter_name(shipped) else []
    return tuple(dict.fromkeys(paths))


def bring_beside(library: Library) -> None:
    """Have a library of before keep its models beside itself, too, where that is quickly done.

    The files stay where they were, for other libraries; a model that cannot be brought stays, too.
    """
    for row in library.models.list():
        beside, before = row.folder / row.file, folders().models / row.file
        if (
            os.path.exists(beside)
            or not os.path.isfile(before)
            or before.stat().st_size > QUICK_BYTES
        ):
            continue
        with contextlib.suppress(OSError):
            private_folder(beside.parent)
            for source, goal in ((card_path(before), card_path(beside)), (before, beside)):
                copy_file(source, goal)


def _existing_file(row: ModelRow) -> Path | None:
    return next((path for path in candidate_files(row) if row.file and os.path.isfile(path)), None)


def register(
    library: Library, card: ModelCard, path: Path, tag_ids: tuple[int | None, ...]
) -> ModelRow:
    """Add a model that was trained here to the library, under its parent; it is not in use yet.

    path: its weights. tag_ids: the tag that each of the card's words stands for, None for none.
    A name that is taken gets a number. Raises LibraryError.
    """
    return _add(library, card, path, tag_ids, trained_here=True)


def add_file(library: Library, path: Path, name: str | None = None) -> ModelRow:
    """Add a model file from elsewhere, its words matched with the codebook by name.

    One that was learned on another machine from a bundle of this library counts as learned here.
    name: what it is called here, if not as its card says. Raises ModelError if it is no usable
    model, LibraryError.
    """
    card = read_card(path)
    card = replace(card, name=name or card.name)
    if is_of_our_bundle(library, card):
        return register(library, card, weights_path(path), _tags_of_bundle(library, card))
    return _add(library, card, weights_path(path), (), trained_here=False)


def is_of_our_bundle(library: Library, card: ModelCard) -> bool:
    """Tell whether a model was learned from a training bundle that was written from this library.

    All songs that it learned from are in the library, and its words are what their tags are called
    there, or once were: the same songs in another library have tags of other numbers. Its parent
    may be gone.
    """
    hashes = card.labels.get("audio_hashes", [])
    if FROM_BUNDLE not in card.settings or not hashes:
        return False
    if len(library.songs.ids_of_hashes(hashes)) != len(set(hashes)):
        return False
    tag_ids = _tags_of_bundle(library, card)
    return all(
        tag_id is None or name_key(word) in _names_of(library, tag_id)
        for word, tag_id in zip(card.words, tag_ids, strict=False)
    )


def _tags_of_bundle(library: Library, card: ModelCard) -> tuple[int | None, ...]:
    """Return what its words stood for as the bundle was written.

    A word whose tag is gone is matched by name, as those of any model; () where none can be.
    """
    origin = card.settings[FROM_BUNDLE]
    stored = origin.get("tag_ids") if isinstance(origin, dict) else None
    if not isinstance(stored, list) or len(stored) != len(card.words):
        return ()
    return tuple(
        tag_id if isinstance(tag_id, int) and library.codebook.has_tag(tag_id) else None
        for tag_id in stored
    )


def _names_of(library: Library, tag_id: int) -> set[str]:
    """Return all that a tag is called and was called, without case."""
    codebook = library.codebook
    names = [codebook.tag(tag_id).name, *codebook.aliases(tag_id)]
    for version in codebook.history(tag_id):
        names += [
            str(state["name"]) for state in (version.before, version.after) if "name" in state
        ]
    return set(map(name_key, names))


def adopt(library: Library, path: Path) -> ModelRow:
    """Register an orphan: a model that was trained here but never registered, under its parent.

    Raises ModelError, LibraryError.
    """
    return _add(library, read_card(path), weights_path(path), (), trained_here=True)


def remove(library: Library, row: ModelRow) -> None:
    """Remove a model from the library, and its files with it.

    Files outside the models folders stay; so does the starter model, which other libraries share.
    Raises LibraryError for the model in use.
    """
    library.models.remove(row.id)
    path = _existing_file(row)
    shared = any(other.file == row.file for other in library.models.list())
    own = path is not None and path.parent in (library.models.folder, folders().models)
    starter = starter_copy(library)
    if path is None or shared or not own or (starter and path.name == starter.name):
        return
    for file in (path, card_path(path)):
        file.unlink(missing_ok=True)


def ensure_starter(library: Library) -> ModelRow | None:
    """Add the starter model to a library of whose models none has its file; the model in use.

    It is not put into use in another's place. None where the program came without a starter
    model. The models folder need not be writable. Raises ModelError, LibraryError.
    """
    shipped = resource(f"{STARTER}.safetensors")
    if not library.read_only and shipped.exists():
        rows = library.models.list()
        bring_beside(library)
        copy = _copy_path(shipped, library.models.folder)
        if any(row.file == copy.name for row in rows):
            _copy_starter(shipped, copy)  # where it was deleted, it is back
        elif not any(has_file(row) for row in rows):
            _copy_starter(shipped, copy)
            _add(library, read_card(shipped), copy, (), trained_here=False)
    return library.models.active()


def starter_copy(library: Library) -> Path | None:
    """Where this program's starter model lies for a library, if it came with one."""
    shipped = resource(f"{STARTER}.safetensors")
    return _copy_path(shipped, library.models.folder) if shipped.exists() else None


def _copy_starter(shipped: Path, copy: Path) -> None:
    """Copy it to a models folder: a later program's starter does not change this library's.

    Where that cannot be done, it is used where it is.
    """
    with contextlib.suppress(OSError):
        private_folder(copy.parent)
        for source, goal in ((card_path(shipped), card_path(copy)), (shipped, copy)):
            if not goal.exists():
                copy_file(source, goal)


def _copy_path(shipped: Path, folder: Path) -> Path:
    return folder / _starter_name(shipped)


@functools.cache
def _starter_name(shipped: Path) -> str:
    return f"{STARTER}-{read_card(shipped).weights_digest[:8]}.safetensors"


def _add(
    library: Library,
    card: ModelCard,
    path: Path,
    tag_ids: tuple[int | None, ...],
    *,
    trained_here: bool,
) -> ModelRow:
    """Add a row. Of a model that was trained here the parent is a row, too, if it has one."""
    parent = library.models.get(card.parent) if trained_here and card.parent else None
    snapshot = {key: value for key, value in card.labels.items() if key not in BULKY}
    provenance = {
        "recipe": card.recipe.name,
        "description": card.description,
        "seed": card.seed,
        "settings": card.settings,
        "code_version": card.code_version,
        "licence": card.licence,
        "created_at": card.created_at,
        "learned_here": trained_here,
    }
    return library.models.add(
        NewModel(
            name=_free_name(library, _shown_name(card.name)),
            architecture=network_name(card.architecture),
            file=_as_stored(path, library.models.folder),
            words=card.words,
            parent_id=parent.id if parent else None,
            tag_ids=tag_ids,
            labels_snapshot=snapshot,
            metrics=card.metrics,
            provenance=provenance,
        )
    )


def _as_stored(path: Path, folder: Path) -> str:
    """Relative to the library's models folder where it lies there, so that both may move."""
    path = path.absolute()
    for models in (folder, folders().models):
        if path.is_relative_to(models):
            return str(path.relative_to(models))
    return str(path)


def _shown_name(name: str) -> str:
    """Return a card's name as one line that can be shown; a stranger may have written it."""
    plain = "".join(sign if sign.isprintable() else " " for sign in name)
    return " ".join(plain.split())[:MAX_NAME_CHARS].strip() or "model"


def next_learned_name(
    form: str, models: Iterable[ModelRow], unregistered: Iterable[str] = ()
) -> str:
    """Name the next model learned here: form ("my ear · {}") with the next number of those.

    Models that came from elsewhere do not count, but their names are not taken again.
    unregistered: names of learned models that are no rows yet.
    """
    waiting, rows = set(unregistered), list(models)
    learned = {row.name for row in rows if row.learned_here} | waiting
    pattern = re.compile(re.escape(form).replace(re.escape("{}"), "([0-9]{1,9})"))
    numbers = [int(found[1]) for found in map(pattern.fullmatch, learned) if found]
    number, taken = max([len(learned), *numbers]) + 1, {row.name for row in rows} | waiting
    while (name := form.format(number)) in taken:
        number += 1
    return name


def _free_name(library: Library, name: str) -> str:
    free, number = name, 2
    while library.models.get(free) is not None:
        free, number = f"{name} {number}", number + 1
    return free
