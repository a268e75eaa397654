"""The tag editor shows the four states and the model's bars, and says what was clicked."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from core.library.edits.edits import AddTag
from core.library.records import State
from rhythmcap_gui.views.tags.chip_state import ChipState
from rhythmcap_gui.views.tags.note_field import NoteField
from rhythmcap_gui.views.tags.tag_chip import TagChip
from rhythmcap_gui.views.tags.tag_editor import TagEditor
from rhythmcap_gui.views.tags.tag_menu import tag_menu
from tests.support.small_library import PaintWatcher, Room

SHIFT, ALT = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier
PLAIN = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def editor(room: Room, qtbot: QtBot) -> TagEditor:
    made = TagEditor(room.session)
    qtbot.addWidget(made)
    made.resize(300, 700)
    made.show()
    qtbot.waitExposed(made)
    room.open(1)
    return made


def chip(room: Room, editor: TagEditor, name: str) -> TagChip:
    found = editor.chip(room.tag(name))
    assert found is not None
    return found


def click(target: QWidget, modifiers: Qt.KeyboardModifier = PLAIN) -> None:
    QTest.mouseClick(target, Qt.MouseButton.LeftButton, modifiers)


def follow(room: Room, editor: TagEditor) -> None:
    """Do what the window does with a click."""
    names = {tag.id: tag.name for tag in room.library.codebook.tags()}
    editor.judged.connect(lambda tag, state: room.judge(1, names[tag], state))


@pytest.mark.parametrize(
    ("modifiers", "state"), [(PLAIN, State.YES), (SHIFT, State.NO), (ALT, State.UNSURE)]
)
def test_a_click_judges_and_the_same_again_takes_it_back(
    room: Room, editor: TagEditor, modifiers: Qt.KeyboardModifier, state: State
) -> None:
    follow(room, editor)
    drums = chip(room, editor, "drums")
    click(drums, modifiers)
    assert drums.shown.state is state
    click(drums, modifiers)
    assert drums.shown.state is None


def test_from_no_a_plain_click_says_yes(room: Room, editor: TagEditor) -> None:
    room.judge(1, "drums", State.NO)
    follow(room, editor)
    click(chip(room, editor, "drums"))
    assert chip(room, editor, "drums").shown.state is State.YES


def test_a_chip_keeps_its_width_in_every_state(room: Room, editor: TagEditor) -> None:
    drums = chip(room, editor, "drums")
    widths = set()
    for state in (None, State.YES, State.NO, State.UNSURE):
        room.judge(1, "drums", state)
        widths.add(drums.sizeHint().width())
    assert len(widths) == 1


def test_a_very_long_word_is_shortened_and_moves_nothing(room: Room, editor: TagEditor) -> None:
    category = room.library.codebook.tag(room.tag("folk")).category_id
    room.session.apply_changes(room.library.do(AddTag("a word " * 20, category)))
    QApplication.processEvents()
    page = editor.sections.widget()
    assert page.width() <= editor.sections.viewport().width()
    chips = editor.sections.chips.values()
    assert all(c.geometry().right() <= c.parentWidget().width() for c in chips)


def test_every_section_counts_its_yes(room: Room, editor: TagEditor) -> None:
    room.judge(1, "drums", State.YES)
    room.judge(1, "kick", State.NO)
    room.judge(1, "folk", State.UNSURE)
    heads = [section.head.accessibleName() for section in editor.sections.sections]
    assert heads == ["voice, 0 of 4", "rhythm, 1 of 3", "genre, 0 of 3"]


def test_a_chip_tells_a_screen_reader_all(room: Room, editor: TagEditor) -> None:
    room.predict(np.array([[0.58, 0.1, 0.1, 0.1]]))
    room.judge(1, "female", State.YES)
    assert chip(room, editor, "female").accessibleName() == "female, yes, model .58"
    assert chip(room, editor, "choir").accessibleName() == "choir, not judged"


def test_blind_mode_hides_the_bar_until_the_tag_is_judged(room: Room, editor: TagEditor) -> None:
    room.predict(np.array([[0.58, 0.7, 0.1, 0.1]]))
    room.session.set_blind(True)
    room.judge(1, "female", State.YES)
    assert chip(room, editor, "female").shown.score == pytest.approx(0.58)
    assert chip(room, editor, "drums").shown.score is None


def test_one_decision_repaints_one_chip(room: Room, editor: TagEditor, qtbot: QtBot) -> None:
    QApplication.processEvents()
    watcher = PaintWatcher(*editor.findChildren(TagChip))
    room.judge(1, "drums", State.YES)
    qtbot.waitUntil(lambda: bool(watcher.painted))
    assert [painted_chip for painted_chip, _ in watcher.painted] == [chip(room, editor, "drums")]


def test_an_armed_category_lights_and_all_else_dims(room: Room, editor: TagEditor) -> None:
    rhythm = room.library.codebook.tag(room.tag("drums")).category_id
    room.session.arm_category(rhythm)
    assert chip(room, editor, "drums").armed is True
    assert chip(room, editor, "folk").armed is False
    room.session.arm_category(None)
    assert chip(room, editor, "folk").armed is None


def test_a_chip_is_painted_once_a_chord_and_keeps_no_picture_of_former_songs(
    room: Room, editor: TagEditor
) -> None:
    drums = chip(room, editor, "drums")
    unlit = drums._picture().cacheKey()
    drums.show_armed(True)
    lit = drums._picture().cacheKey()
    drums.show_armed(None)
    assert drums._picture().cacheKey() == unlit
    drums.show_armed(True)
    assert drums._picture().cacheKey() == lit
    drums.show_armed(None)
    painted = []
    for score in (0.1, 0.2, 0.3, 0.1):
        drums.show_state(ChipState(score=score))
        painted.append(drums._picture().cacheKey())
    assert len(set(painted)) == len(painted)


def test_arrows_move_among_the_chips_and_keys_decide(room: Room, editor: TagEditor) -> None:
    judged: list[tuple[int, State | None]] = []
    editor.judged.connect(lambda tag, state: judged.append((tag, state)))
    editor.focus_chips()
    QTest.keyClick(editor.focusWidget(), Qt.Key.Key_Right)
    QTest.keyClick(editor.focusWidget(), Qt.Key.Key_Exclam)
    QTest.keyClick(editor.focusWidget(), Qt.Key.Key_Question)
    QTest.keyClick(editor.focusWidget(), Qt.Key.Key_Return)
    male = room.tag("male")
    assert judged == [(male, State.NO), (male, State.UNSURE), (male, State.YES)]
    QTest.keyClick(editor.focusWidget(), Qt.Key.Key_End)
    QTest.keyClick(editor.focusWidget(), Qt.Key.Key_Left)
    QTest.keyClick(editor.focusWidget(), Qt.Key.Key_Left)
    assert isinstance(editor.focusWidget(), TagChip)
    assert editor.focusWidget().tag.name == "disco"


def test_down_goes_to_the_chip_beneath(editor: TagEditor) -> None:
    editor.focus_chips()
    first = editor.focusWidget()
    QTest.keyClick(first, Qt.Key.Key_Down)
    focused = editor.focusWidget()
    assert (
        focused.mapTo(editor, focused.rect().center()).y()
        > first.mapTo(editor, first.rect().center()).y()
    )


def test_the_mouse_does_not_take_the_keyboard(room: Room, editor: TagEditor) -> None:
    click(chip(room, editor, "drums"))
    assert not chip(room, editor, "drums").hasFocus()


def test_without_a_song_nothing_can_be_judged(room: Room, editor: TagEditor) -> None:
    room.session.open_song(None)
    judged: list[int] = []
    editor.judged.connect(lambda tag, _state: judged.append(tag))
    click(chip(room, editor, "drums"))
    assert judged == []
    assert not chip(room, editor, "drums").isEnabled()


def test_a_new_tag_appears_at_once(room: Room, editor: TagEditor) -> None:
    category = room.library.codebook.tag(room.tag("folk")).category_id
    room.session.apply_changes(room.library.do(AddTag("techno", category)))
    assert chip(room, editor, "techno").tag.category_id == category


def test_a_note_is_saved_for_the_song_it_was_typed_for(room: Room, editor: TagEditor) -> None:
    notes: list[tuple[tuple[int, ...], str]] = []
    editor.note_edited.connect(lambda songs, words, _added: notes.append((songs, words)))
    field = editor.findChild(NoteField)
    field.setPlainText("the bridge is odd")
    room.open(2)
    assert notes == [((1,), "the bridge is odd")]
    assert field.toPlainText() == ""


def test_a_note_is_saved_at_a_pause(editor: TagEditor, qtbot: QtBot) -> None:
    field = editor.findChild(NoteField)
    with qtbot.waitSignal(editor.note_edited, timeout=3000) as saved:
        field.setPlainText("clap on two")
    assert saved.args == [(1,), "clap on two", False]


def test_the_menu_offers_all_four_states(room: Room, editor: TagEditor) -> None:
    menu = tag_menu(editor, chip(room, editor, "drums").tag, State.NO)
    chosen: list[State | None] = []
    menu.judged.connect(chosen.append)
    states = [action for action in menu.actions() if action.isCheckable()]
    assert [action.isChecked() for action in states] == [False, True, False, False]
    for action in states:
        action.trigger()
    assert chosen == [State.YES, State.NO, State.UNSURE, None]
    menu.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_the_tooltip_is_honest_about_the_score(room: Room, editor: TagEditor) -> None:
    room.predict(np.array([[0.58, 0.1, 0.1, 0.1]]))
    words = editor._explain(chip(room, editor, "female"))
    assert ".58, not a probability" in words
    assert "has not been tested" in words
