"""Saved searches: each change is an edit of the library, and one undo."""

from __future__ import annotations

from rhythmcap_gui.operations import edit_runner
from rhythmcap_gui.operations.context import AppContext


def save(context: AppContext, name: str, query: str) -> None:
    """Save a search under a name, or change what a saved one searches."""
    from core.library.edits.edits import SaveSearch

    edit_runner.apply(context, SaveSearch(name, query))


def rename(context: AppContext, name: str, new_name: str) -> None:
    """Give a saved search another name."""
    from core.library.edits.edits import RenameSearch

    edit_runner.apply(context, RenameSearch(name, new_name))


def move(context: AppContext, name: str, by: int) -> None:
    """Move a saved search by so many positions to the right (negative: left)."""
    from core.library.edits.edits import MoveSearch

    edit_runner.apply(context, MoveSearch(name, by))


def remove(context: AppContext, name: str) -> None:
    """Remove a saved search."""
    from core.library.edits.edits import RemoveSearch

    edit_runner.apply(context, RemoveSearch(name))
