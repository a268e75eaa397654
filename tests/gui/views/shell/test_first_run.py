"""The page of an empty library offers two choices."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QLabel

from rhythmcap_gui.session import Session
from rhythmcap_gui.view_data import ImportState, Progress
from rhythmcap_gui.views.shell.first_run import FirstRunPage


def visible_text(widget: Any) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if not label.isHidden())


def test_the_empty_page_offers_two_choices_and_then_progress(session: Session, qtbot: Any) -> None:
    page = FirstRunPage(session)
    qtbot.addWidget(page)
    page.show()
    with qtbot.waitSignal(page.demo_requested):
        page._demo.click()
    page.show_state(ImportState(True, "Composing the demo library", Progress(1, 4, "House")))
    assert not page._demo.isVisible()
    assert "Composing the demo library" in visible_text(page)
