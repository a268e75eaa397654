"""Tags on parts of a song: bars where they sound, moved by their edges, taken back by undo."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.library.records import Annotation, State
from rhythmcap_gui.operations import edit_runner
from rhythmcap_gui.operations.context import AppContext
from rhythmcap_gui.operations.listening import regions
from rhythmcap_gui.views.listening.listening import Listening
from rhythmcap_gui.views.listening.region_bar import RegionBar
from rhythmcap_gui.views.listening.region_bars import LANES, lanes_of
from rhythmcap_gui.views.tags.tag_editor import TagEditor
from rhythmcap_gui.views.tags.tag_finder import RegionPicker
from rhythmcap_gui.views.tags.tag_menu import tag_menu
from tests.support.small_library import Room
from tests.support.small_picture import click, move, tone_picture


@pytest.fixture
def view(room: Room, context: AppContext, qtbot: QtBot) -> Listening:
    """The centre column wired as in the window; song 1, of 61 s, is open."""
    made = Listening(room.session, devices=lambda: ())
    made.regions.moved.connect(lambda *moved: regions.move(context, *moved))
    made.regions.removed.connect(lambda number: regions.remove(context, number))
    made.loop_requested.connect(room.session.set_loop)
    qtbot.addWidget(made)
    made.resize(800, 600)
    made.show()
    qtbot.waitExposed(made)
    room.open(1)
    room.session.set_picture(tone_picture(61.0))
    QApplication.processEvents()
    return made


def tag_part(room: Room, context: AppContext, name: str, start_s: float, end_s: float) -> None:
    room.session.set_loop((start_s, end_s))
    assert regions.tag_loop(context, room.tag(name))


def stored(room: Room) -> list[Annotation]:
    return room.library.annotations.regions_of_song(1)


def only(view: Listening) -> RegionBar:
    assert len(view.regions.bars) == 1
    return view.regions.bars[0]


def drag_edge(view: Listening, from_s: float, to_s: float) -> None:
    """Take the only bar by the edge at a second and let it go at another."""
    bar, axis = only(view), view.axis
    inwards = 1 if from_s == bar.span[0] else -2
    x = axis.x_of(from_s) + inwards
    QTest.mousePress(bar, Qt.MouseButton.LeftButton, pos=QPoint(round(x - bar.x()), 8))
    for share in (0.3, 0.7, 1.0):
        move(bar, x + share * (to_s - from_s) * axis.px_per_s - bar.x(), 8, pressed=True)
    QTest.mouseRelease(bar, Qt.MouseButton.LeftButton, pos=QPoint(3, 8))


def test_a_bar_stands_where_the_part_is(room: Room, context: AppContext, view: Listening) -> None:
    tag_part(room, context, "female", 20.0, 30.0)
    found = stored(room)[0]
    assert (found.start_s, found.end_s, found.state) == (20.0, 30.0, State.YES)
    bar = only(view)
    assert bar.isVisible()
    assert bar.x() == round(view.axis.x_of(20.0))
    assert bar.width() == pytest.approx(10.0 * view.axis.px_per_s, abs=1)
    view.axis.show(25.0, 28.0)
    assert (bar.x(), bar.geometry().right() + 1) == (view.axis.left_px, view.axis.right_px)
    view.axis.show(40.0, 50.0)
    assert bar.isHidden()


def test_the_whole_song_stays_not_judged(room: Room, context: AppContext) -> None:
    room.open(1)
    tag_part(room, context, "female", 20.0, 30.0)
    assert room.session.states() == {}
    assert room.library.annotations.counts_by_tag() == {}


def test_dragging_an_edge_moves_it_and_undo_brings_it_back(
    room: Room, context: AppContext, view: Listening
) -> None:
    tag_part(room, context, "female", 20.0, 30.0)
    drag_edge(view, 30.0, 35.0)
    assert stored(room)[0].start_s == 20.0
    assert stored(room)[0].end_s == pytest.approx(35.0, abs=0.3)
    drag_edge(view, 20.0, -100.0)
    assert stored(room)[0].start_s == 0.0
    edit_runner.undo(context)
    edit_runner.undo(context)
    assert (stored(room)[0].start_s, stored(room)[0].end_s) == (20.0, 30.0)
    assert only(view).span == (20.0, 30.0)


def test_dragging_the_bar_moves_all_of_it_and_keeps_it_in_the_song(
    room: Room, context: AppContext, view: Listening
) -> None:
    tag_part(room, context, "female", 20.0, 30.0)
    for far_s, span in ((5.0, (25.0, 35.0)), (100.0, (51.0, 61.0))):
        bar, way = only(view), far_s * view.axis.px_per_s
        QTest.mousePress(bar, Qt.MouseButton.LeftButton, pos=QPoint(40, 8))
        for share in (0.3, 0.7, 1.0):
            begun = round(view.axis.x_of(bar.region.span[0]))
            move(bar, begun + 40 + share * way - bar.x(), 8, pressed=True)
        QTest.mouseRelease(bar, Qt.MouseButton.LeftButton, pos=QPoint(3, 8))
        assert (stored(room)[0].start_s, stored(room)[0].end_s) == pytest.approx(span, abs=0.1)
    edit_runner.undo(context)
    edit_runner.undo(context)
    assert only(view).span == (20.0, 30.0)


def test_a_part_never_turns_inside_out(room: Room, context: AppContext, view: Listening) -> None:
    tag_part(room, context, "female", 20.0, 30.0)
    drag_edge(view, 20.0, 45.0)
    found = stored(room)[0]
    assert 0 < found.end_s - found.start_s < 0.1


def test_a_click_loops_it(room: Room, context: AppContext, view: Listening) -> None:
    tag_part(room, context, "female", 20.0, 30.0)
    room.session.set_loop(None)
    click(only(view), only(view).width() / 2, 8)
    assert room.session.loop == (20.0, 30.0)


def test_delete_removes_it_and_undo_brings_it_back(
    room: Room, context: AppContext, view: Listening
) -> None:
    tag_part(room, context, "female", 20.0, 30.0)
    before = stored(room)
    QTest.keyClick(only(view), Qt.Key.Key_Delete)
    assert stored(room) == []
    assert view.regions.bars == []
    assert edit_runner.undo(context) == "female: part removed"
    assert stored(room) == before
    assert len(view.regions.bars) == 1


def test_regions_that_overlap_get_rows_of_their_own(
    room: Room, context: AppContext, view: Listening
) -> None:
    tag_part(room, context, "female", 10.0, 30.0)
    tag_part(room, context, "drums", 20.0, 40.0)
    tag_part(room, context, "folk", 31.0, 33.0)
    assert [bar.lane for bar in view.regions.bars] == [0, 1, 0]
    assert view.regions.bars[1].y() > view.regions.bars[0].geometry().bottom()


def test_lanes_are_limited() -> None:
    assert lanes_of([(0.0, 9.0)] * (LANES + 3)) == [*range(LANES), *[LANES - 1] * 3]
    assert lanes_of([]) == []


def test_the_bars_belong_to_the_open_song(room: Room, context: AppContext, view: Listening) -> None:
    tag_part(room, context, "female", 20.0, 30.0)
    room.open(2)
    assert view.regions.bars == []
    room.open(1)
    assert len(view.regions.bars) == 1


def test_without_a_loop_nothing_is_tagged(room: Room, context: AppContext) -> None:
    room.open(1)
    assert not regions.tag_loop(context, room.tag("female"))
    assert stored(room) == []


def test_moving_onto_the_same_tag_and_part_is_refused_in_words(
    room: Room, context: AppContext, view: Listening
) -> None:
    tag_part(room, context, "female", 10.0, 20.0)
    tag_part(room, context, "female", 20.0, 30.0)
    texts: list[str] = []
    room.session.notice.connect(lambda notice: texts.append(notice.text))
    assert not regions.move(context, stored(room)[0].id, 20.0, 30.0)
    assert texts == ["“female” is on just this part already."]
    assert [bar.span for bar in view.regions.bars] == [(10.0, 20.0), (20.0, 30.0)]


def test_a_chips_menu_offers_the_looped_part(room: Room, qtbot: QtBot) -> None:
    editor = TagEditor(room.session)
    qtbot.addWidget(editor)
    chip = editor.chip(room.tag("drums"))
    menu = tag_menu(editor, chip.tag, None, (30.0, 35.4))
    requests: list[bool] = []
    menu.region_requested.connect(lambda: requests.append(True))
    next(action for action in menu.actions() if action.text() == "Yes, from 0:30 to 0:35").trigger()
    assert requests == [True]
    plain = tag_menu(editor, chip.tag, None)
    assert not any("from" in action.text() for action in plain.actions())


def test_typing_a_name_tags_the_part_and_shift_says_no(room: Room, qtbot: QtBot) -> None:
    room.session.set_loop((1.0, 2.0))
    picker = RegionPicker(room.session)
    qtbot.addWidget(picker)
    judged: list[tuple[int, State]] = []
    picker.judged.connect(lambda tag, state: judged.append((tag, state)))
    picker.open_at(0, 0)
    assert picker.line.placeholderText() == "Which tag, from 0:01.0 to 0:02.0?"
    QTest.keyClicks(picker.line, "drums")
    QTest.keyClick(picker.line, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert judged == [(room.tag("drums"), State.NO)]
