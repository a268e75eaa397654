"""Search lines kept under a name."""

from __future__ import annotations

from rhythmcap_gui.operations.desk import Desk


def save(desk: Desk, name: str, query: str) -> None:
    """Keep a search line."""
    desk.library.search.save(name, query)
    _told(desk)


def remove(desk: Desk, name: str) -> None:
    """Forget a search line."""
    desk.library.search.remove(name)
    _told(desk)


def _told(desk: Desk) -> None:
    from core.library.records import Changes

    desk.session.note_changes(Changes(library=True))
