"""The settings dialog gives back what it was given."""

from __future__ import annotations

from typing import Any

from core.settings import Settings
from rhythmcap_gui.session import Session
from rhythmcap_gui.view_data import KeyRow
from rhythmcap_gui.views.shell.settings_dialog import SettingsDialog

ROWS = (
    KeyRow("playback.toggle", "Playback", "Play or pause", ("Space",)),
    KeyRow("view.blind", "View", "Blind mode", ("B",)),
)


def test_the_settings_dialog_gives_back_what_it_was_given(session: Session, qtbot: Any) -> None:
    session.settings = Settings(
        theme="light", output_device="Gone", annotator="Ada", depth="temporal", learning_epochs=12
    )
    dialog = SettingsDialog(session, ["Speakers"], ROWS)
    qtbot.addWidget(dialog)
    assert dialog.chosen() == session.settings
