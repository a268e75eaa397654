"""Keeping what an open library holds whose file another program has taken away, as it is closed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.errors import LibraryError
from rhythmcap_gui.operations.context import AppContext
from rhythmcap_gui.operations.shell import preferences
from rhythmcap_gui.operations.songs import navigation

if TYPE_CHECKING:
    from pathlib import Path

    from core.library.store import Library


def keep_at_closing(context: AppContext, library: Library) -> None:
    """Close a library whose file is another now, and note where it is kept for the next start.

    Nothing is done while its file is its own. Raises LibraryError where it can be kept nowhere:
    then it stays open.
    """
    from core.library.recovery.closing_notes import note_kept

    if _is_in_its_file(library):
        return
    kept = library.close()
    if kept is not None:
        note_kept(library.path, kept)
    navigation.close_library(context)


def copy_if_held(library: Library) -> bool:
    """Copy what a library holds that has lost its file, and note where; False: no need, or no room.

    It stays open: whoever ends the desktop session may think better of it.
    """
    from core.library.recovery.closing_notes import note_kept
    from core.library.recovery.held import copy_held

    if library.read_only or _is_in_its_file(library):
        return False
    kept = copy_held(library.database)
    if kept is not None:
        note_kept(library.path, kept)
    return kept is not None


def n_only_held(library: Library) -> int | None:
    """Count the decisions that no copy has; None where they cannot be counted."""
    from core.library.recovery.held import count_only_held

    try:
        return count_only_held(library.database)
    except LibraryError:
        return None


def save_as(context: AppContext, library: Library, target: Path) -> None:
    """Write a library into another file, which the next start opens. Raises LibraryError."""
    from core.library.recovery.held import save_held

    save_held(library.database, target)
    discard(context)
    recent = (str(target), *context.session.settings.recent_libraries)
    preferences.change(context, recent_libraries=tuple(dict.fromkeys(recent)))


def discard(context: AppContext) -> None:
    """Close the open library without keeping what only it holds."""
    library = context.library
    context.player.unload()
    context.session.open_library(None)
    library.discard()


def _is_in_its_file(library: Library) -> bool:
    try:
        library.database.ensure_same_file()
    except LibraryError:
        return False
    return True
