"""What a dialog shows of work in the background, and that the work stops when it closes."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout
from pytestqt.qtbot import QtBot

from rhythmcap_gui.view_data import Progress
from rhythmcap_gui.views.widgets.work_dialog import WorkDialog


class Lamp(WorkDialog):
    """Notes whether something can be done, as often as it is told to show it."""

    def __init__(self) -> None:
        super().__init__()
        self.can_go: list[bool] = []
        QVBoxLayout(self).addWidget(self.work)

    def _refresh(self, *_change: object) -> None:
        self.can_go.append(not self.work.running)


@pytest.fixture
def dialog(qtbot: QtBot) -> Lamp:
    made = Lamp()
    qtbot.addWidget(made)
    made.show()
    return made


def test_it_shows_how_work_goes_and_ends(dialog: Lamp) -> None:
    dialog.begin("Counting sheep")
    assert dialog.work.running
    assert dialog.work.message.text() == "Counting sheep"
    dialog.show_progress(Progress(3, 4, "the black one"))
    dialog.failed(ValueError("a wolf"))
    assert dialog.work.failed
    assert "a wolf" in dialog.work.message.text()
    dialog.begin("Counting again")
    dialog.stopped()
    assert not dialog.work.failed
    assert dialog.work.message.text() == "Stopped; nothing was changed."
    assert dialog.can_go == [False, True, False, True]


@pytest.mark.parametrize("way", ["escape", "close", "finish", "stop"])
def test_whatever_ends_it_stops_the_work(dialog: Lamp, qtbot: QtBot, way: str) -> None:
    stops: list[None] = []
    dialog.cancel_requested.connect(lambda: stops.append(None))
    dialog.begin("Counting sheep")
    if way == "escape":
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    elif way == "stop":
        dialog.work.cancel.click()
    else:
        getattr(dialog, way)()
    assert stops == [None]
    assert dialog.isVisible() == (way == "stop")
