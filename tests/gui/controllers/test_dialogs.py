"""Dialogs that are closed are gone: one that stayed would take three megabytes each time."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from rhythmcap_gui.app import Program

OPENED_BY = (
    "window.settings", "help.keys", "help.about", "model.words", "model.get", "model.import",
    "library.twice", "library.missing", "library.restore", "song.words", "tags.new",
    "tags.codebook", "library.import_labels", "library.export", "library.deposit",
    "library.file_tags", "review.agreement", "colleague.ask", "help.graphics",
)  # fmt: skip


@pytest.mark.parametrize("action_id", OPENED_BY)
def test_a_closed_dialog_is_deleted(program: Program, qtbot: QtBot, action_id: str) -> None:
    program.window.action_set[action_id].trigger()
    dialogs = program.window.findChildren(QDialog)
    assert dialogs
    for dialog in dialogs:
        dialog.reject()
    qtbot.waitUntil(lambda: not program.context.runner.jobs())
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not program.window.findChildren(QDialog)
