"""The row of tags used last: it fills, stays calm, and its chips decide."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.library.edits.edits import RetireTag
from core.library.records import State
from rhythmcap_gui.views.tags.recent_tags import MOST
from rhythmcap_gui.views.tags.tag_editor import TagEditor
from tests.support.small_library import Room


@pytest.fixture
def editor(room: Room, qtbot: QtBot) -> TagEditor:
    made = TagEditor(room.session)
    names = {tag.id: tag.name for tag in room.library.codebook.tags()}
    made.judged.connect(lambda tag, state: room.judge(1, names[tag], state))
    qtbot.addWidget(made)
    made.resize(400, 700)
    made.show()
    qtbot.waitExposed(made)
    room.open(1)
    return made


def shown(editor: TagEditor) -> list[str]:
    return [chip.tag.name for chip in editor._recent.chips]


def test_a_tag_that_is_used_comes_first_and_shows_its_state(room: Room, editor: TagEditor) -> None:
    room.judge(1, "drums", State.YES)
    room.judge(1, "folk", State.NO)
    assert shown(editor) == ["folk", "drums"]
    assert [chip.shown.state for chip in editor._recent.chips] == [State.NO, State.YES]
    room.open(2)
    assert [chip.shown.state for chip in editor._recent.chips] == [None, None]


def test_a_tag_used_again_keeps_its_position(room: Room, editor: TagEditor) -> None:
    for name in ("drums", "folk", "drums"):
        room.judge(1, name, State.YES if name == "folk" else State.UNSURE)
    assert shown(editor) == ["folk", "drums"]


def test_the_one_not_used_for_longest_goes(room: Room, editor: TagEditor) -> None:
    for name in ("female", "male", "choir", "kick", "drums", "bass"):
        room.judge(1, name, State.YES)
    room.judge(1, "female", State.NO)
    room.judge(1, "folk", State.YES)
    assert len(shown(editor)) == MOST
    assert "male" not in shown(editor)
    assert "female" in shown(editor)


def test_they_stand_again_as_they_were_left(room: Room, editor: TagEditor) -> None:
    room.judge(1, "folk", State.YES)
    folk, kick, drums = (room.tag(name) for name in ("folk", "kick", "drums"))
    editor.restore_recent([kick, folk, kick, 999])
    assert shown(editor) == ["kick", "folk"]
    assert [chip.shown.state for chip in editor._recent.chips] == [None, State.YES]
    room.judge(1, "drums", State.YES)
    assert editor.recent_tags() == [drums, kick, folk]


def test_a_click_on_a_recent_tag_judges(room: Room, editor: TagEditor) -> None:
    room.judge(1, "drums", State.YES)
    room.open(2)
    room.open(1)
    QTest.mouseClick(editor._recent.chips[0], Qt.MouseButton.LeftButton)
    assert room.tag("drums") not in room.session.states()


def test_nothing_moves_when_the_row_fills(room: Room, editor: TagEditor) -> None:
    before = editor.sections.mapTo(editor, QPoint(0, 0))
    room.judge(1, "drums", State.YES)
    QApplication.processEvents()
    assert editor.sections.mapTo(editor, QPoint(0, 0)) == before


def test_a_retired_tag_leaves_the_row(room: Room, editor: TagEditor) -> None:
    room.judge(1, "drums", State.YES)
    room.session.apply_changes(room.library.do(RetireTag(room.tag("drums"))))
    assert shown(editor) == []
