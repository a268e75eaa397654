"""Saved searches."""

from __future__ import annotations

from core.errors import RhythmCapError
from rhythmcap_gui.operations.context import AppContext


def save(context: AppContext, name: str, query: str) -> None:
    """Save a search under a name, or change what a saved one searches."""
    try:
        context.library.search.save(name, query)
    except RhythmCapError as error:
        context.show_error(error)


def rename(context: AppContext, name: str, new_name: str) -> None:
    """Give a saved search another name."""
    try:
        context.library.search.rename(name, new_name)
    except RhythmCapError as error:
        context.show_error(error)


def move(context: AppContext, name: str, by: int) -> None:
    """Move a saved search by so many positions to the right (negative: left)."""
    try:
        context.library.search.move(name, by)
    except RhythmCapError as error:
        context.show_error(error)


def remove(context: AppContext, name: str) -> None:
    """Remove a saved search."""
    try:
        context.library.search.remove(name)
    except RhythmCapError as error:
        context.show_error(error)
