"""The transport: what it shows of the session, and what it asks for."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from core.audio.playback_records import PlayerState
from rhythmcap_gui.session import Session
from rhythmcap_gui.views.listening.transport import Transport
from tests.support.small_picture import song


@dataclass(frozen=True)
class Output:
    name: str
    is_default: bool


@pytest.fixture
def bar(qtbot: QtBot) -> Transport:
    session = Session()
    made = Transport(session, lambda: (Output("Speakers", True), Output("Headphones", False)))
    qtbot.addWidget(made)
    made.resize(900, 44)
    made.show()
    session.open_song(song(133.0))
    made.show_song()
    return made


def test_the_clock_shows_tenths_of_the_position_and_the_length(bar: Transport) -> None:
    bar.session.set_position(32.37)
    assert bar.position_label.text() == "0:32.3 / 2:13"


def test_the_button_plays_and_tells_what_it_would_do(bar: Transport, qtbot: QtBot) -> None:
    assert bar.play_button.accessibleName() == "Play"
    with qtbot.waitSignal(bar.play_requested):
        QTest.mouseClick(bar.play_button, Qt.MouseButton.LeftButton)
    bar.session.set_playback(PlayerState(True, True, 0.0, 133.0, None, ""))
    assert bar.play_button.accessibleName() == "Pause"


def test_the_loop_is_shown_and_ended_by_a_click(bar: Transport, qtbot: QtBot) -> None:
    assert not bar.loop_button.isVisible()
    bar.session.set_loop((30.0, 65.0))
    assert bar.loop_button.text().strip() == "0:30–1:05"
    with qtbot.waitSignal(bar.loop_requested) as emitted:
        QTest.mouseClick(bar.loop_button, Qt.MouseButton.LeftButton)
    assert emitted.args == [None]


def test_volume_is_emitted_and_mute_returns_to_it(bar: Transport) -> None:
    requested: list[float] = []
    bar.volume_changed.connect(requested.append)
    bar.volume.setValue(60)
    bar.toggle_mute()
    bar.toggle_mute()
    assert requested == [0.6, 0.0, 0.6]


def test_settings_move_the_controls_without_asking_back(bar: Transport) -> None:
    requested: list[object] = []
    bar.volume_changed.connect(requested.append)
    bar.view_as_model_changed.connect(requested.append)
    bar.session.set_settings(replace(bar.session.settings, volume=0.25, view_as_model=True))
    assert bar.volume.value() == 25
    assert bar.as_model.isChecked()
    assert requested == []


def test_the_switch_requests_the_models_view(bar: Transport, qtbot: QtBot) -> None:
    with qtbot.waitSignal(bar.view_as_model_changed) as emitted:
        QTest.mouseClick(bar.as_model, Qt.MouseButton.LeftButton)
    assert emitted.args == [True]


def test_devices_are_listed_when_the_menu_opens(bar: Transport, qtbot: QtBot) -> None:
    menu = bar.device_button.menu()
    menu.aboutToShow.emit()
    texts = [action.text() for action in menu.actions()]
    assert texts == ["System output", "Speakers (the system's)", "Headphones"]
    assert [action.isChecked() for action in menu.actions()] == [True, False, False]
    with qtbot.waitSignal(bar.device_chosen) as chosen:
        menu.actions()[2].trigger()
    assert chosen.args == ["Headphones"]


@pytest.mark.parametrize("width", [520, 600, 900])
def test_nothing_is_cut_in_a_narrow_column(bar: Transport, width: int) -> None:
    bar.session.set_loop((30.0, 35.0))
    bar.resize(width, 44)
    QTest.qWait(0)
    children = (bar.play_button, bar.position_label, bar.loop_button, bar.as_model, bar.mute_button)
    for child in (*children, bar.volume):
        assert child.isVisible()
        assert child.geometry().right() < width
        assert child.width() >= child.minimumSizeHint().width()
