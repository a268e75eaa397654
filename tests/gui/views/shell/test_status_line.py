"""The line at the bottom shows whose decisions are shown and made, and lets another one decide."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from core.library.edits.edits import Judge
from core.library.records import State
from rhythmcap_gui.operations.context import AppContext
from rhythmcap_gui.operations.songs import navigation
from rhythmcap_gui.views.shell.status_line import StatusLine
from tests.support.small_library import Room


@pytest.fixture
def status(room: Room, qtbot: QtBot) -> StatusLine:
    room.library.annotators.use("Ann", "ann@example.org")
    room.library.annotators.add("Bo & Co")
    room.library.do(Judge(1, room.tag("drums"), State.NO))
    room.library.annotators.use("Ann")
    made = StatusLine(room.session)
    qtbot.addWidget(made)
    made.show()
    return made


def test_the_annotator_is_shown_and_all_who_decided_are_offered(status: StatusLine) -> None:
    assert status.annotator.text() == "Annotator: Ann"
    chosen: list[str] = []
    status.annotator_chosen.connect(chosen.append)
    menu = status.annotator.menu()
    menu.aboutToShow.emit()
    entries = [action for action in menu.actions() if action.text()]
    assert [entry.text() for entry in entries] == ["Ann", "Bo && Co", "Another annotator…"]
    assert [entry.isChecked() for entry in entries] == [True, False, False]
    entries[1].trigger()
    assert chosen == ["Bo & Co"]


def test_who_is_chosen_decides_from_now_on_under_the_own_address(
    status: StatusLine, room: Room, context: AppContext
) -> None:
    session = room.session
    session.settings_changed.connect(lambda _settings: navigation.use_annotator(context))
    navigation.choose_annotator(context, "Bo & Co")
    assert status.annotator.text() == "Annotator: Bo && Co"
    assert room.library.annotators.current.email == ""
    room.open(1)
    assert session.states()[room.tag("drums")].state is State.NO
    navigation.choose_annotator(context, "Ann")
    assert session.settings.annotator_email == "ann@example.org"
    assert room.library.annotators.current.email == "ann@example.org"
    navigation.choose_annotator(context, "nobody")
    assert room.library.annotators.current.name == "Ann"


def test_a_long_name_is_cut_and_whole_in_the_tooltip(status: StatusLine, room: Room) -> None:
    name = "Hieronymus Carl Friedrich von Münchhausen"
    room.library.annotators.add(name)
    room.session.open_library(room.library)
    assert status.annotator.text() == "Annotator: Hieronymus Carl Friedri…"
    assert status.annotator.toolTip().startswith(name)
    assert status.annotator.accessibleName().endswith(name)


def test_without_a_library_nobody_decides(status: StatusLine, room: Room) -> None:
    room.session.open_library(None)
    assert not status.annotator.isVisibleTo(status)
    room.session.open_library(room.library)
    assert status.annotator.isVisibleTo(status)
