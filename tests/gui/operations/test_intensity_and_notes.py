"""How strongly a decision holds, and a note on it: keys on a chip, shown, and taken back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QInputDialog
from pytestqt.qtbot import QtBot

from core.library.records import Annotation, State
from rhythmcap_gui.operations import edit_runner
from rhythmcap_gui.operations.context import AppContext
from rhythmcap_gui.operations.tags import tagging
from rhythmcap_gui.views.tags.tag_chip import TagChip
from rhythmcap_gui.views.tags.tag_editor import TagEditor
from rhythmcap_gui.views.tags.tag_menu import tag_menu
from tests.support.small_library import Room


@pytest.fixture
def editor(room: Room, context: AppContext, qtbot: QtBot) -> TagEditor:
    made = TagEditor(room.session)
    made.judged.connect(lambda tag, state: tagging.decide(context, tag, state))
    made.intensity_requested.connect(lambda tag, level: tagging.set_intensity(context, tag, level))
    made.decision_note_edited.connect(
        lambda tag, text: tagging.set_decision_note(context, tag, text)
    )
    qtbot.addWidget(made)
    made.resize(300, 700)
    made.show()
    qtbot.waitExposed(made)
    room.open(1)
    return made


def decision(room: Room, name: str) -> Annotation | None:
    return room.session.states().get(room.tag(name))


def first(editor: TagEditor) -> TagChip:
    """The chip “female”, with the keyboard on it."""
    editor.focus_chips()
    return editor.focusWidget()


def test_a_digit_on_a_chip_says_how_strongly(room: Room, editor: TagEditor) -> None:
    QTest.keyClick(first(editor), Qt.Key.Key_7)
    found = decision(room, "female")
    assert found is not None
    assert (found.state, found.intensity) == (State.YES, 0.78)
    assert "intensity 7 of 9" in first(editor).accessibleName()
    assert "Intensity 7 of 9 (.78)" in editor._explain(first(editor))


def test_nine_is_one_and_nought_takes_the_intensity_back(room: Room, editor: TagEditor) -> None:
    QTest.keyClick(first(editor), Qt.Key.Key_9)
    assert decision(room, "female").intensity == 1.0
    QTest.keyClick(first(editor), Qt.Key.Key_0)
    found = decision(room, "female")
    assert (found.state, found.intensity) == (State.YES, None)


def test_nought_on_a_tag_that_is_not_judged_decides_nothing(room: Room, editor: TagEditor) -> None:
    QTest.keyClick(first(editor), Qt.Key.Key_0)
    assert decision(room, "female") is None


def test_one_undo_takes_the_yes_and_its_intensity_back(
    room: Room, context: AppContext, editor: TagEditor
) -> None:
    QTest.keyClick(first(editor), Qt.Key.Key_3)
    assert edit_runner.undo(context) == "female: intensity 0.33"
    assert decision(room, "female") is None


def test_an_unsure_tag_stays_unsure(room: Room, editor: TagEditor) -> None:
    room.judge(1, "female", State.UNSURE)
    QTest.keyClick(first(editor), Qt.Key.Key_2)
    found = decision(room, "female")
    assert (found.state, found.intensity) == (State.UNSURE, 0.22)


def test_several_songs_without_the_tag_get_no_dots_and_no_tag(
    room: Room, editor: TagEditor
) -> None:
    room.session.set_selection((1, 2))
    QTest.keyClick(first(editor), Qt.Key.Key_5)
    assert room.library.annotations.counts_by_tag() == {}


def test_a_note_stays_with_its_decision(room: Room, context: AppContext, editor: TagEditor) -> None:
    room.judge(1, "female", State.YES)
    editor._open_note_dialog(first(editor).tag)
    dialog = editor.findChild(QInputDialog)
    dialog.setTextValue("only in the bridge")
    dialog.accept()
    assert decision(room, "female").note == "only in the bridge"
    assert first(editor).shown.noted
    assert "only in the bridge" in editor._explain(first(editor))
    edit_runner.undo(context)
    assert decision(room, "female").note == ""
    assert not first(editor).shown.noted


def test_the_menu_offers_a_note_only_on_a_decision(editor: TagEditor) -> None:
    menu = tag_menu(editor, first(editor).tag, State.YES)
    requests: list[bool] = []
    menu.note_requested.connect(lambda: requests.append(True))
    menu.note.trigger()
    assert requests == [True]
