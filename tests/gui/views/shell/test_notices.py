"""Messages: an error can be copied whole, the newest stands on top."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QLabel

from rhythmcap_gui.session import Notice, Session
from rhythmcap_gui.views.shell.notices import NoticesView


def visible_text(widget: Any) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if not label.isHidden())


def test_an_error_says_cause_file_and_remedy_and_can_be_copied(
    session: Session, qtbot: Any
) -> None:
    view = NoticesView(session)
    qtbot.addWidget(view)
    session.notice.emit(
        Notice("It is AAC audio.", "error", "Install ffmpeg.", "Traceback", Path("/m/a.m4a"))
    )
    card = view.cards[0]
    for part in ("It is AAC audio.", "/m/a.m4a", "Install ffmpeg."):
        assert part in visible_text(card)
    assert card.as_text().endswith("Traceback")


def test_the_newest_message_is_on_top(session: Session, qtbot: Any) -> None:
    view = NoticesView(session)
    qtbot.addWidget(view)
    session.notify("first")
    session.notify("second")
    assert [card.notice.text for card in view.cards] == ["second", "first"]
