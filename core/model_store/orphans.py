"""Model files in the models folders that no library has registered.

A process that was killed between saving and registering leaves them, or a library that is gone.
Which to keep is the user's decision.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from core.errors import LibraryError, ModelError
from core.library.records import ModelRow
from core.library.store import Library
from core.messages import message
from core.model_store.registry import candidate_files, starter_copy
from core.models.card import CARD_SUFFIX, WEIGHTS_SUFFIX, card_path, read_card, weights_path
from core.paths import folders


@dataclass(frozen=True, slots=True)
class Orphan:
    """A model that no library has registered. path: its weights.

    name: as its card says, "" where it is unusable. problem: why it cannot be adopted, "" where
    it can be.
    """

    path: Path
    name: str
    problem: str = ""

    @property
    def files(self) -> tuple[Path, ...]:
        """Those of its two files that exist."""
        return tuple(file for file in (self.path, card_path(self.path)) if os.path.exists(file))


def find_orphans(library: Library, other_libraries: Iterable[Path] = ()) -> tuple[Orphan, ...]:
    """Find models in the models folders that neither this library nor the other ones registered.

    other_libraries: files of libraries that share the folder; one that cannot be read is skipped.
    """
    rows = library.models.list()
    for path in other_libraries:
        rows += _registered_models(path)
    registered = {file for row in rows for file in candidate_files(row)}
    if (starter := starter_copy(library)) is not None:
        registered |= {starter, folders().models / starter.name}
    present = {
        weights_path(file)
        for folder in (library.models.folder, folders().models)
        for suffix in (WEIGHTS_SUFFIX, CARD_SUFFIX)
        for file in folder.glob(f"*{suffix}")
    }
    found = (_inspect(path) for path in sorted(present - registered))
    # A folder of that name beside a library may hold what is none of ours.
    return tuple(it for it in found if it.path.parent == folders().models or not it.problem)


def delete(orphan: Orphan) -> None:
    """Delete its files."""
    for file in orphan.files:
        file.unlink(missing_ok=True)


def _inspect(path: Path) -> Orphan:
    try:
        card = read_card(path)
    except ModelError as error:
        return Orphan(path, "", error.message)
    if not os.path.exists(path):
        return Orphan(path, "", message("models.weights_missing", name=path.name))
    return Orphan(path, card.name)


def _registered_models(path: Path) -> list[ModelRow]:
    try:
        with Library.open(path, read_only=True) as library:
            return library.models.list()
    except LibraryError:
        return []
