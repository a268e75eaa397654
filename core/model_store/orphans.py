"""Model files in the models folder that stand on no shelf: left by a process that was killed
between saving and shelving, or by a library that is gone. Which to keep is the user's decision.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from core.errors import LibraryError, ModelError
from core.library.records import ModelRow
from core.library.store import Library
from core.model_store.registry import starter_copy
from core.models.card import CARD_SUFFIX, WEIGHTS_SUFFIX, card_path, read_card, weights_path
from core.paths import folders


@dataclass(frozen=True, slots=True)
class Stray:
    """A model on no shelf. path: its weights. name: as its card says, "" where it is unusable.

    problem: why it cannot be adopted, "" where it can be.
    """

    path: Path
    name: str
    problem: str = ""

    @property
    def files(self) -> tuple[Path, ...]:
        """Those of its two files that are there."""
        return tuple(each for each in (self.path, card_path(self.path)) if each.exists())


def strays(library: Library, others: Iterable[Path] = ()) -> tuple[Stray, ...]:
    """Models in the models folder that neither this library nor the `others` have on a shelf.

    others: files of libraries that share the folder; one that cannot be read is passed over.
    """
    models = folders().models
    kept = {models / row.file for row in library.models.list()}
    for path in others:
        kept |= {models / row.file for row in _shelf_of(path)}
    if (starter := starter_copy()) is not None:
        kept.add(starter)
    there = {weights_path(each) for each in models.glob(f"*{WEIGHTS_SUFFIX}")}
    there |= {weights_path(each) for each in models.glob(f"*{CARD_SUFFIX}")}
    return tuple(_look(each) for each in sorted(there - kept))


def remove(stray: Stray) -> None:
    """Delete its files."""
    for each in stray.files:
        each.unlink(missing_ok=True)


def _look(path: Path) -> Stray:
    try:
        card = read_card(path)
    except ModelError as error:
        return Stray(path, "", error.message)
    if not path.exists():
        return Stray(path, "", f"The model file {path.name} is missing.")
    return Stray(path, card.name)


def _shelf_of(path: Path) -> list[ModelRow]:
    try:
        with Library.open(path, read_only=True) as library:
            return library.models.list()
    except LibraryError:
        return []
