"""The key sheet shows every key."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QLabel

from rhythmcap_gui.session import Session
from rhythmcap_gui.view_data import KeyRow
from rhythmcap_gui.views.shell.keys_sheet import KeysSheet

ROWS = (
    KeyRow("playback.toggle", "Playback", "Play or pause", ("Space",)),
    KeyRow("view.blind", "View", "Blind mode", ("B",)),
)


def visible_text(widget: Any) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if not label.isHidden())


def test_the_key_sheet_shows_every_key(qtbot: Any, session: Session) -> None:  # noqa: ARG001
    sheet = KeysSheet(ROWS)
    qtbot.addWidget(sheet)
    for part in ("Space", "Play or pause", "Playback", "Blind mode"):
        assert part in visible_text(sheet)
