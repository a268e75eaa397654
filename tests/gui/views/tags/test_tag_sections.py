"""Categories fold, and stand in two columns where there is room."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.library.records import State
from rhythmcap_gui import key_names
from rhythmcap_gui.app import Program
from rhythmcap_gui.views.tags.tag_chip import TagChip
from rhythmcap_gui.views.tags.tag_editor import TagEditor
from rhythmcap_gui.views.tags.tag_section import SectionHead, TagSection
from tests.support.small_library import Room
from tests.support.window import StartProgram, wait_for_jobs


@pytest.fixture
def editor(room: Room, qtbot: QtBot) -> Iterator[TagEditor]:
    made = TagEditor(room.session)
    qtbot.addWidget(made)
    made.resize(300, 600)
    room.open(1)
    made.show()
    yield made
    made.close()


def section(editor: TagEditor, name: str) -> TagSection:
    return next(s for s in editor.sections.sections if s.category.name == name)


def test_a_click_on_the_head_folds_the_chips_away(room: Room, editor: TagEditor) -> None:
    rhythm, drums = section(editor, "rhythm"), editor.chip(room.tag("drums"))
    room.judge(1, "drums", State.YES)
    room.judge(1, "kick", State.NO)
    open_height = rhythm.sizeHint().height()
    QTest.mouseClick(rhythm.head, Qt.MouseButton.LeftButton)
    assert not drums.isVisible()
    assert rhythm.sizeHint().height() < open_height
    assert rhythm.head.accessibleName() == "rhythm, 1 yes · 1 no, folded"
    room.judge(1, "bass", State.YES)
    assert rhythm.head.accessibleName() == "rhythm, 2 yes · 1 no, folded"
    QTest.mouseClick(rhythm.head, Qt.MouseButton.LeftButton)
    assert drums.isVisible()
    assert rhythm.head.accessibleName() == "rhythm, 2 of 3"


def test_its_key_opens_a_folded_category_until_the_next_song(room: Room, editor: TagEditor) -> None:
    rhythm = section(editor, "rhythm")
    editor.sections.fold(rhythm.category.id, True)
    room.session.arm_category(rhythm.category.id)
    assert not rhythm.folded
    room.session.arm_category(None)
    assert not rhythm.folded
    room.open(2)
    assert rhythm.folded
    assert editor.sections.folded() == [rhythm.category.id]


def test_arrows_reach_the_head_and_fold_there(editor: TagEditor) -> None:
    editor.focus_chips()
    QTest.keyClick(editor.focusWidget(), Qt.Key.Key_Up)
    head = editor.focusWidget()
    assert isinstance(head, SectionHead)
    QTest.keyClick(head, Qt.Key.Key_Left)
    assert section(editor, "voice").folded
    QTest.keyClick(head, Qt.Key.Key_Down)
    assert editor.focusWidget() is section(editor, "rhythm").head
    QTest.keyClick(editor.focusWidget(), Qt.Key.Key_Up)
    QTest.keyClick(head, Qt.Key.Key_Return)
    assert not section(editor, "voice").folded
    QTest.keyClick(head, Qt.Key.Key_Down)
    assert isinstance(editor.focusWidget(), TagChip)


def test_one_item_stays_in_the_tab_order_whatever_is_folded(editor: TagEditor) -> None:
    def stops() -> list[object]:
        items = [*editor.sections.chips.values(), *(s.head for s in editor.sections.sections)]
        return [item for item in items if item.focusPolicy() == Qt.FocusPolicy.TabFocus]

    for folded in editor.sections.sections:
        editor.sections.fold(folded.category.id, True)
        assert len(stops()) == 1
        assert stops()[0].isVisible()
    editor.sections.restore_folded([])
    assert len(stops()) == 1


def test_a_folded_category_stays_folded_when_the_codebook_changes(
    editor: TagEditor,
) -> None:
    editor.sections.fold(section(editor, "genre").category.id, True)
    editor._rebuild()
    assert section(editor, "genre").folded
    assert not section(editor, "voice").folded


def test_wide_editors_have_two_columns(editor: TagEditor) -> None:
    def lefts() -> set[int]:
        QApplication.processEvents()
        page = editor.sections.widget()
        return {s.mapTo(page, QPoint(0, 0)).x() for s in editor.sections.sections}

    assert len(lefts()) == 1
    editor.resize(580, 600)
    assert len(lefts()) == 2
    widths = {s.width() for s in editor.sections.sections}
    assert max(widths) - min(widths) <= 1
    editor.resize(300, 600)
    assert len(lefts()) == 1
    assert min(s.width() for s in editor.sections.sections) > 240


def test_down_stays_in_its_column(editor: TagEditor) -> None:
    editor.resize(580, 600)
    QApplication.processEvents()
    editor.focus_chips()
    page, lefts = editor.sections.widget(), set()
    for _ in range(8):
        lefts.add(editor.focusWidget().mapTo(page, QPoint(0, 0)).x() > page.width() / 2)
        QTest.keyClick(editor.focusWidget(), Qt.Key.Key_Down)
    assert lefts == {False}


def test_what_was_folded_is_so_again_for_this_library(
    program: Program, start_program: StartProgram, qtbot: QtBot
) -> None:
    sections, path = program.window.editor.sections, program.context.library.path
    folded = sections.sections[1].category.id
    sections.fold(folded, True)
    program.close()
    again = start_program()
    again.window.files_controller.open_library(path)
    wait_for_jobs(again, qtbot)
    assert again.window.editor.sections.folded() == [folded]
    assert again.window.editor.sections.sections[1].folded


def test_the_rest_of_a_category_is_no_by_its_head(
    room: Room, editor: TagEditor, qtbot: QtBot
) -> None:
    rhythm = section(editor, "rhythm")
    rest = rhythm.head.rest
    with qtbot.waitSignal(editor.rest_requested, timeout=500) as signal:
        qtbot.mouseClick(rest, Qt.MouseButton.LeftButton)
    assert signal.args == [rhythm.category.id]
    assert not rhythm.folded
    room.session.set_selection(())
    assert not rest.isEnabled()


def test_the_head_names_the_keys_for_the_rest(editor: TagEditor) -> None:
    key_names.bind({"tags.rest": ";"})
    rest = section(editor, "rhythm").head.rest
    assert rest.explain() == "Tags of rhythm that are not judged become no (R ;)"
    key_names.bind({"tags.rest": ""})
    assert rest.explain() == "Tags of rhythm that are not judged become no"
