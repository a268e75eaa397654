"""The models of a library as files: which file a row means, and how new ones come onto the shelf.

Imports no torch: the window asks these questions before it has any use for networks.
"""

from __future__ import annotations

import os
import shutil
from dataclasses import replace
from pathlib import Path

from core.errors import ModelError
from core.library.records import ModelRow, NewModel
from core.library.store import Library
from core.models.card import ModelCard, card_path, read_card, weights_path
from core.paths import folders, resource

STARTER = "starter"
BULKY = ("states", "audio_hashes", "kept_back")  # of a labels snapshot; they stay in the card


def model_path(row: ModelRow) -> Path:
    """The .safetensors file of a row. Raises ModelError if it is no longer there."""
    path = folders().models / row.file  # an absolute row.file stays what it is
    if not is_there(row):
        raise ModelError(
            f"The file of the model “{row.name}” is missing.",
            remedy="Bring it back to where it was, or use another model.",
            path=path,
        )
    return path


def register(
    library: Library, card: ModelCard, path: Path, tag_ids: tuple[int | None, ...]
) -> ModelRow:
    """Add a model that was learned here to the library, under its parent; it is not in use yet.

    path: its weights. tag_ids: the tag that each of the card's words stands for, None for none.
    A name that is taken gets a number. Raises LibraryError.
    """
    parent = library.models.get(card.parent) if card.parent else None
    return _add(library, card, path, parent, tag_ids, here=True)


def register_file(library: Library, path: Path, name: str | None = None) -> ModelRow:
    """Put a model file on the shelf, its words matched with the codebook by name.

    name: what it is called here, if not as its card says. Raises ModelError if it is no usable
    model, LibraryError.
    """
    card = read_card(path)
    card = replace(card, name=name or card.name)
    return _add(library, card, weights_path(path), None, (), here=False)


def adopt(library: Library, path: Path) -> ModelRow:
    """Put a model on the shelf that was learned here and never came there, beside its parent.

    Raises ModelError, LibraryError.
    """
    card = read_card(path)
    parent = library.models.get(card.parent) if card.parent else None
    return _add(library, card, weights_path(path), parent, (), here=True)


def discard(library: Library, row: ModelRow) -> None:
    """Take a model off the shelf, and its files with it.

    Files outside the models folder stay; so does the starter model, which other libraries share.
    Raises LibraryError for the model in use.
    """
    library.models.remove(row.id)
    path, models = folders().models / row.file, folders().models
    shared = any(each.file == row.file for each in library.models.list())
    if shared or not path.is_relative_to(models) or path == starter_copy():
        return
    for each in (path, card_path(path)):
        each.unlink(missing_ok=True)


def ensure_starter(library: Library) -> ModelRow | None:
    """Give a library of whose models none has its file the starter model; the model in use.

    It is not put into use in another's place. None where the program came without a starter
    model. Raises ModelError, LibraryError.
    """
    shipped = resource(f"{STARTER}.safetensors")
    if not library.read_only and shipped.exists():
        shelf = library.models.list()
        copy = _as_stored(_place_of_copy(shipped))
        if any(row.file == copy for row in shelf):
            _own_copy(shipped)  # where it was deleted, it is back
        elif not any(is_there(row) for row in shelf):
            register_file(library, _own_copy(shipped))
    return library.models.active()


def is_there(row: ModelRow) -> bool:
    """Whether a model's file is where its row says."""
    return (folders().models / row.file).is_file()


def _own_copy(shipped: Path) -> Path:
    """A copy in the models folder: a later program's starter does not change this library's."""
    target = _place_of_copy(shipped)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        for source, goal in ((shipped, target), (card_path(shipped), card_path(target))):
            if not goal.exists():
                partial = goal.with_name(f".{os.getpid()}-{goal.name}")
                shutil.copyfile(source, partial)
                os.replace(partial, goal)
    except OSError as error:
        raise ModelError(
            "The starter model could not be copied to RhythmCap's data folder.",
            remedy="Make room on the disk, or set RHYTHMCAP_HOME to a folder that can be written.",
            detail=str(error),
            path=target,
        ) from error
    return target


def _place_of_copy(shipped: Path) -> Path:
    digest = read_card(shipped).weights_digest[:8]
    return folders().models / f"{STARTER}-{digest}.safetensors"


def starter_copy() -> Path | None:
    """Where this program's starter model lies for all libraries, if it came with one."""
    shipped = resource(f"{STARTER}.safetensors")
    return _place_of_copy(shipped) if shipped.exists() else None


def _add(
    library: Library,
    card: ModelCard,
    path: Path,
    parent: ModelRow | None,
    tag_ids: tuple[int | None, ...],
    *,
    here: bool,
) -> ModelRow:
    snapshot = {key: value for key, value in card.labels.items() if key not in BULKY}
    provenance = {
        "recipe": card.recipe.name,
        "description": card.description,
        "seed": card.seed,
        "settings": card.settings,
        "code_version": card.code_version,
        "licence": card.licence,
        "created_at": card.created_at,
        "learned_here": here,
    }
    return library.models.add(
        NewModel(
            name=_free_name(library, card.name),
            architecture=card.architecture,
            file=_as_stored(path),
            words=card.words,
            parent_id=parent.id if parent else None,
            tag_ids=tag_ids,
            labels_snapshot=snapshot,
            metrics=card.metrics,
            provenance=provenance,
        )
    )


def _as_stored(path: Path) -> str:
    """Relative to the models folder where it lies there, so that the folder may move."""
    path = path.absolute()
    models = folders().models
    return str(path.relative_to(models)) if path.is_relative_to(models) else str(path)


def _free_name(library: Library, name: str) -> str:
    free, number = name, 2
    while library.models.get(free) is not None:
        free, number = f"{name} {number}", number + 1
    return free
