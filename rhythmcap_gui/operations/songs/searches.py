"""Search lines kept under a name."""

from __future__ import annotations

from core.errors import RhythmCapError
from rhythmcap_gui.operations.context import AppContext


def save(context: AppContext, name: str, query: str) -> None:
    """Keep a search line, or change what a kept one says."""
    try:
        context.library.search.save(name, query)
    except RhythmCapError as error:
        context.show_error(error)


def rename(context: AppContext, name: str, new_name: str) -> None:
    """Give a kept search another name."""
    try:
        context.library.search.rename(name, new_name)
    except RhythmCapError as error:
        context.show_error(error)


def move(context: AppContext, name: str, by: int) -> None:
    """Let a kept search stand some places to the right (negative: left)."""
    try:
        context.library.search.move(name, by)
    except RhythmCapError as error:
        context.show_error(error)


def remove(context: AppContext, name: str) -> None:
    """Forget a search line."""
    try:
        context.library.search.remove(name)
    except RhythmCapError as error:
        context.show_error(error)
