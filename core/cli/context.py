"""What most verbs begin with: the library, its model, its features, and the song that is meant."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from core.cli.terminal import Terminal
from core.errors import LibraryError, LibraryUnwritable, ModelError, QueryError
from core.features.cache import FeatureCache
from core.library.db.lock import LibraryBusy
from core.library.records import ModelRow, Song
from core.library.recovery.backup import daily_backup
from core.library.store import Library
from core.model_store.registry import ensure_starter, model_path
from core.paths import folders

if TYPE_CHECKING:
    from core.models.checkpoint import TaggingModel

MOST_NAMED = 5


def open_library(
    options: argparse.Namespace, terminal: Terminal, *, reads: bool = False
) -> Library:
    """The library named by --library, or the user's own, with the starter model on its shelf.

    reads: the verb can do with reading, if the window has the library open. Raises LibraryError.
    """
    path = options.library or folders().library_file
    if reads and options.library and not path.exists():  # a slip of the keyboard makes no library
        raise LibraryError(
            f"There is no library {path}.",
            remedy="Check its name; `rhythmcap --library FILE import PATH` makes a new one.",
            path=path,
        )
    try:
        library = Library.open(path)
    except (LibraryBusy, LibraryUnwritable) as error:
        if not (reads and path.exists()):
            raise
        terminal.say(f"{error.message} It is read only.")
        return Library.open(path, read_only=True)
    ensure_starter(library)
    try:
        daily_backup(path)
    except LibraryError as error:  # no reason not to work; the next time may find room
        terminal.say(f"{error.message} {error.remedy}")
    return library


def feature_cache() -> FeatureCache:
    """The features, pictures and what models heard, on disk."""
    return FeatureCache(folders().features)


def the_model(library: Library, name: str | None) -> ModelRow:
    """The model of that name, or the one in use. Raises ModelError."""
    row = library.models.get(name) if name else library.models.active()
    if row is None:
        names = ", ".join(each.name for each in library.models.list())
        raise ModelError(
            f"There is no model “{name}”." if name else "There is no model in use.",
            remedy=f"There are: {names}." if names else "Import or fetch a model first.",
        )
    return row


def loaded(row: ModelRow) -> TaggingModel:
    """The model itself, ready to predict. Raises ModelError."""
    from core.models.checkpoint import load_checkpoint
    from core.models.device import choose_device

    return load_checkpoint(model_path(row), choose_device())


def the_song(library: Library, text: str) -> Song:
    """A song by id, path, exact title or search. Raises QueryError if none or several fit."""
    song = _by_id_or_path(library, text)
    if song is not None:
        return song
    found = [each for each in _songs(library, text) if each.title.casefold() == text.casefold()]
    found = found or _songs(library, text)
    if len(found) == 1:
        return found[0]
    if not found:
        raise QueryError(
            f"No song is called “{text}”.", remedy="`rhythmcap songs` lists ids and titles."
        )
    some = ", ".join(f"{each.id} {each.title}" for each in found[:MOST_NAMED])
    raise QueryError(f"{len(found)} songs fit “{text}”.", remedy=f"Give the id: {some} …")


def _by_id_or_path(library: Library, text: str) -> Song | None:
    if text.isdecimal():
        song = library.songs.get(int(text))
        if song is not None:
            return song
    path = Path(text).expanduser().absolute()
    return library.songs.by_path(path) or library.songs.by_path(path.resolve())


def _songs(library: Library, text: str) -> list[Song]:
    try:
        ids = library.search.ids(f'"{text}"')
    except (QueryError, LibraryError):
        return []
    return [row.song for row in library.songs.rows(ids[:100])]
