"""Search lines kept under a name."""

from __future__ import annotations

from core.errors import RhythmCapError
from rhythmcap_gui.operations.desk import Desk


def save(desk: Desk, name: str, query: str) -> None:
    """Keep a search line, or change what a kept one says."""
    try:
        desk.library.search.save(name, query)
    except RhythmCapError as error:
        desk.tell_error(error)


def rename(desk: Desk, name: str, new_name: str) -> None:
    """Give a kept search another name."""
    try:
        desk.library.search.rename(name, new_name)
    except RhythmCapError as error:
        desk.tell_error(error)


def move(desk: Desk, name: str, by: int) -> None:
    """Let a kept search stand some places to the right (negative: left)."""
    try:
        desk.library.search.move(name, by)
    except RhythmCapError as error:
        desk.tell_error(error)


def remove(desk: Desk, name: str) -> None:
    """Forget a search line."""
    try:
        desk.library.search.remove(name)
    except RhythmCapError as error:
        desk.tell_error(error)
