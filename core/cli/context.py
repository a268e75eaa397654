"""What most verbs begin with: the library, its model, its features, and the named song."""

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
from core.messages import message
from core.model_store.registry import ensure_starter, model_path
from core.paths import folders

if TYPE_CHECKING:
    from core.models.checkpoint import TaggingModel

MAX_LISTED = 5
MAX_MATCHES = 100


def open_library(
    options: argparse.Namespace, terminal: Terminal, *, allow_read_only: bool = False
) -> Library:
    """Open the library of --library, or the user's own, with the starter model registered.

    allow_read_only: open it for reading where the window has it open. Raises LibraryError.
    """
    path = options.library or folders().library_file
    if allow_read_only and options.library and not path.exists():  # a misspelt name makes none
        raise LibraryError("cli.no_library", file=path, path=path)
    try:
        library = Library.open(path)
    except (LibraryBusy, LibraryUnwritable) as error:
        if not (allow_read_only and path.exists()):
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
    """Return the cache of features, pictures and embeddings on disk."""
    return FeatureCache(folders().features)


def find_model(library: Library, name: str | None) -> ModelRow:
    """Find the model of that name, or the one in use. Raises ModelError."""
    row = library.models.get(name) if name else library.models.active()
    if row is None:
        names = ", ".join(model.name for model in library.models.list())
        hint = message("cli.there_are", names=names) if names else message("cli.import_first")
        if name:
            raise ModelError("cli.no_model", name=name, hint=hint)
        raise ModelError("cli.no_model_in_use", hint=hint)
    return row


def load_model(row: ModelRow) -> TaggingModel:
    """Load a model, ready to predict. Raises ModelError."""
    from core.models.checkpoint import load_checkpoint
    from core.models.device import choose_device

    return load_checkpoint(model_path(row), choose_device())


def find_song(library: Library, text: str) -> Song:
    """Find a song by id, path, exact title or search. Raises QueryError if none or several fit."""
    song = _by_id_or_path(library, text)
    if song is not None:
        return song
    matches = _search(library, text)
    titled = [song for song in matches if song.title.casefold() == text.casefold()]
    matches = titled or matches
    if len(matches) == 1:
        return matches[0]
    if not matches:
        raise QueryError("cli.no_song", text=text)
    listed = ", ".join(f"{match.id} {match.title}" for match in matches[:MAX_LISTED])
    raise QueryError("cli.several_songs", n=len(matches), text=text, ids=listed)


def _by_id_or_path(library: Library, text: str) -> Song | None:
    if text.isdecimal():
        song = library.songs.get(int(text))
        if song is not None:
            return song
    path = Path(text).expanduser().absolute()
    return library.songs.by_path(path) or library.songs.by_path(path.resolve())


def _search(library: Library, text: str) -> list[Song]:
    try:
        ids = library.search.ids(f'"{text}"')
    except (QueryError, LibraryError):
        return []
    return [row.song for row in library.songs.rows(ids[:MAX_MATCHES])]
