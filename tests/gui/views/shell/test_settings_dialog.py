"""The settings dialog gives back what it was given; experts find more."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QComboBox

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


def test_settings_of_experts_are_folded_away_until_they_are_wanted(
    session: Session, qtbot: Any
) -> None:
    dialog = SettingsDialog(session, ["Speakers"], ROWS)
    qtbot.addWidget(dialog)
    assert dialog.chosen() == session.settings
    dialog.tabs.setCurrentIndex(3)
    combos = dialog.tabs.currentWidget().findChildren(QComboBox)
    assert [combo.isVisibleTo(dialog) for combo in combos] == [False] * 3
    with qtbot.waitSignal(dialog.experts_toggled) as signal:
        dialog.experts.click()
    assert signal.args == [True]
    assert [combo.isVisibleTo(dialog) for combo in combos] == [True] * 3
    assert dialog.chosen().experts
