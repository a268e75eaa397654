"""The song table shows what the search finds, a page at a time, and keeps the selection."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QFontMetrics, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.library.records import Changes, State
from rhythmcap_gui import theme
from rhythmcap_gui.views.songs.song_columns import ORDERS, Column
from rhythmcap_gui.views.songs.song_header import ARROW_PX, PAD_PX
from rhythmcap_gui.views.songs.song_table import SongTable
from rhythmcap_gui.views.songs.song_table_model import PAGE_ROWS
from tests.support.small_library import PaintWatcher, Room, add_songs


@pytest.fixture
def table(room: Room, qtbot: QtBot) -> SongTable:
    made = SongTable(room.session)
    qtbot.addWidget(made)
    made.query_requested.connect(room.session.set_query)
    made.resize(340, 600)
    made.show()
    qtbot.waitExposed(made)
    return made


def text(table: SongTable, row: int, column: Column) -> str:
    return str(table.model.index(row, column).data())


def click(table: SongTable, row: int, modifiers: Qt.KeyboardModifier | None = None) -> None:
    box = table.list.visualRect(table.model.index(row, 0))
    QTest.mouseClick(table.list.viewport(), Qt.MouseButton.LeftButton,
                     modifiers or Qt.KeyboardModifier.NoModifier, box.center())  # fmt: skip


def test_rows_say_title_length_and_number_of_tags(room: Room, table: SongTable) -> None:
    room.judge(1, "drums", State.YES)
    room.judge(1, "folk", State.NO)
    assert text(table, 0, Column.SONG) == "Song 001"
    assert text(table, 0, Column.LENGTH) == "1:01"
    assert text(table, 0, Column.TAGS) == "1"
    assert text(table, 1, Column.TAGS) == "–"


def test_the_models_best_word_stands_in_its_column(room: Room, table: SongTable) -> None:
    room.predict(np.array([[0.1, 0.2, 0.9, 0.3]]))
    assert text(table, 0, Column.HEARS) == "house .90"
    assert text(table, 1, Column.HEARS) == ""


def test_blind_mode_hides_what_the_model_hears(room: Room, table: SongTable) -> None:
    room.predict(np.array([[0.1, 0.2, 0.9, 0.3]]))
    room.session.set_blind(True)
    assert text(table, 0, Column.HEARS) == ""


def test_a_click_on_the_header_sorts_and_again_turns_round(table: SongTable, qtbot: QtBot) -> None:
    with qtbot.waitSignal(table.order_changed) as sorted_by:
        table.header.sectionClicked.emit(int(Column.LENGTH))
    assert sorted_by.args == ["length", False]
    table.header.sectionClicked.emit(int(Column.LENGTH))
    assert text(table, 0, Column.SONG) == "Song 012"


def test_enter_in_the_picker_of_an_order_takes_the_first_tag(
    room: Room, table: SongTable, qtbot: QtBot
) -> None:
    room.predict(np.linspace(0, 1, 12, dtype=np.float32).reshape(3, 4))
    table.header.tag_requested.emit()
    picker = table._order_picker
    first = picker.matches("")[0].name.tag.name
    with qtbot.waitSignal(table.order_changed) as sorted_by:
        QTest.keyClick(picker.line, Qt.Key.Key_Return)
    assert sorted_by.args == [f"predicted:{first}", True]


def test_a_list_that_becomes_lower_keeps_its_current_row_in_sight(
    room: Room, table: SongTable
) -> None:
    add_songs(room.library, 30)
    table.refresh()
    table.list.make_current(int(table.model.ids[11]))
    row = table.list.currentIndex()
    table.resize(340, 360)
    QApplication.processEvents()
    assert table.list.viewport().rect().contains(table.list.visualRect(row).center())
    table.list.verticalScrollBar().setValue(table.list.verticalScrollBar().maximum())
    table.resize(340, 340)  # looking elsewhere stays elsewhere
    QApplication.processEvents()
    assert not table.list.viewport().rect().intersects(table.list.visualRect(row))


@pytest.mark.parametrize("column", [Column.LENGTH, Column.TAGS])
def test_the_name_of_a_column_that_sorts_is_whole(table: SongTable, column: Column) -> None:
    table.set_order(ORDERS[column], True)
    metrics = QFontMetrics(theme.font(theme.CAPTION_PX, bold=True))
    name_px = metrics.horizontalAdvance(table.model.column_name(column))
    assert table.header.sectionSize(column) >= name_px + ARROW_PX + 2 * PAD_PX


def test_sorted_by_a_predicted_tag_its_scores_are_shown(room: Room, table: SongTable) -> None:
    room.predict(np.array([[0.0, 0.0, 0.2, 0.0], [0.0, 0.0, 0.7, 1.0]]))
    table.set_order("predicted:house", True)
    assert text(table, 0, Column.SONG) == "Song 002"
    assert text(table, 0, Column.HEARS) == "house .70"
    assert table.header.sorting_column() is Column.HEARS


def test_a_search_by_score_runs_again_with_new_scores(room: Room, table: SongTable) -> None:
    room.predict(np.array([[0.0, 0.0, 0.9, 0.0]]))
    room.session.set_query("house > 0.5")
    assert table.model.ids.tolist() == [1]
    scores = np.array([0.0, 0.0, 0.8, 0.0], np.float32)
    room.library.predictions.put(room.session.model.id, {2: scores})
    room.session.scores_changed.emit()
    assert table.model.ids.tolist() == [1, 2]


def test_an_order_the_new_model_does_not_know_gives_way(table: SongTable) -> None:
    table.set_order("predicted:bass", True)
    assert table.order == "added"
    assert len(table.model.ids) == 12


def test_a_click_opens_a_song_once(table: SongTable) -> None:
    chosen: list[int] = []
    table.song_chosen.connect(chosen.append)
    click(table, 3)
    assert chosen == [4]


def test_shift_and_ctrl_select_without_opening(table: SongTable) -> None:
    click(table, 1)
    chosen: list[int] = []
    table.song_chosen.connect(chosen.append)
    QTest.keyClick(table.list, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    box = table.list.visualRect(table.model.index(3, 0))
    QTest.keyPress(table.list, Qt.Key.Key_Control)
    selected: list[tuple[int, ...]] = []
    table.selection_changed.connect(selected.append)
    QTest.mouseClick(table.list.viewport(), Qt.MouseButton.LeftButton,
                     Qt.KeyboardModifier.ControlModifier, box.center())  # fmt: skip
    assert selected[-1] == (2, 3, 4)
    assert chosen == []


def test_step_opens_the_next_row_and_stops_at_the_end(room: Room, table: SongTable) -> None:
    table.song_chosen.connect(room.open)
    table.step(1)
    table.step(1)
    assert room.session.song is not None
    assert room.session.song.id == 2
    room.open(12)
    table.step(1)
    assert room.session.song.id == 12


def test_letters_do_not_jump_to_a_row(table: SongTable) -> None:
    click(table, 0)
    QTest.keyClicks(table.list, "s")
    assert table.list.currentIndex().row() == 0


def test_the_selection_outlives_a_new_order_and_new_songs(room: Room, table: SongTable) -> None:
    click(table, 2)
    QTest.keyClick(table.list, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    selections: list[tuple[int, ...]] = []
    table.selection_changed.connect(selections.append)
    table.set_order("title", True)
    assert sorted(table.list.selected_ids()) == [3, 4]
    add_songs(room.library, 20)
    room.session.apply_changes(Changes(library=True))
    assert len(table.model.ids) == 20
    assert sorted(table.list.selected_ids()) == [3, 4]


def test_a_decision_repaints_only_its_row(room: Room, table: SongTable, qtbot: QtBot) -> None:
    QApplication.processEvents()
    watcher = PaintWatcher(table.list.viewport())
    room.judge(2, "drums", State.YES)
    qtbot.waitUntil(lambda: bool(watcher.painted))
    assert max(box.height() for _, box in watcher.painted) <= 42


def test_a_page_of_rows_is_read_once(
    room: Room, table: SongTable, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_songs(room.library, 500)
    requested: list[int] = []
    rows = room.library.songs.rows
    monkeypatch.setattr(
        room.library.songs, "rows", lambda ids: requested.append(len(ids)) or rows(ids)
    )
    table.refresh()
    for row in range(PAGE_ROWS):
        text(table, row, Column.SONG)
    assert requested == [PAGE_ROWS]


def test_where_nothing_is_found_it_says_so_and_leads_back(room: Room, table: SongTable) -> None:
    room.session.set_query("nosuchword")
    assert not table.list.isVisible()
    assert table.empty.title.text() == "No song matches “nosuchword”"
    QTest.mouseClick(table.empty.clear, Qt.MouseButton.LeftButton)
    assert room.session.query == ""
    assert table.list.isVisible()


@pytest.mark.parametrize(
    ("query", "guilty", "remaining"),
    [
        ("song nosuch year:1990..", "nosuch", "song year:1990.."),
        ('song AND "no such" artist', '"no such"', "song artist"),
        ("nosuch song", "nosuch", "song"),
    ],
)
def test_it_says_which_part_finds_nothing_and_leaves_it_out(
    room: Room, table: SongTable, query: str, guilty: str, remaining: str
) -> None:
    room.session.set_query(query)
    assert f"“{guilty}”" in table.empty.text.text()
    QTest.mouseClick(table.empty.less, Qt.MouseButton.LeftButton)
    assert room.session.query == remaining
    assert table.list.isVisible()


def test_what_is_wrong_is_left_out_until_it_is_right(room: Room, table: SongTable) -> None:
    for query, found in (
        ("year:1991 nosuch", 0),
        ("year:1991 tag:nosuch", 2),
        ("year:1991 -tag:nosuch", 2),
        ("tag:nosuch", 2),
        ("year:1992 length:x", 2),
        ("year:1992 (", 2),
    ):
        room.session.set_query(query)
        assert len(table.model.ids) == found, query
    assert table.model.ids.tolist() == [2, 12]


def test_an_empty_list_tells_of_the_search_that_is_not_understood(
    room: Room, table: SongTable
) -> None:
    room.session.set_query("nosuch")
    room.session.set_query("length:xx")
    assert table.empty.isVisibleTo(table)
    assert table.empty.title.text() == "“length:xx” is not understood"
    assert "nosuch" not in table.empty.text.text()
    assert table.empty.text.text()
    room.session.set_query("")
    room.session.set_query("length:xx")
    assert table.list.isVisibleTo(table)  # what cannot be understood changes nothing


def test_parts_that_match_no_song_together_are_explained(room: Room, table: SongTable) -> None:
    room.session.set_query("year:1991 year:1992")
    assert "OR" in table.empty.text.text()
    assert not table.empty.less.isVisible()


def test_dropped_files_and_folders_are_emitted(table: SongTable, tmp_path: Path) -> None:
    dropped: list[list[Path]] = []
    table.files_dropped.connect(dropped.append)
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(tmp_path)), QUrl("https://example.org/a.mp3")])
    event = QDropEvent(QPointF(10, 10), Qt.DropAction.CopyAction, mime,
                       Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)  # fmt: skip
    table.dropEvent(event)
    assert dropped == [[tmp_path]]


def test_a_missing_file_says_so(room: Room, table: SongTable) -> None:
    room.library.songs.mark_missing(1)
    room.session.apply_changes(Changes(songs=frozenset({1})))
    index = table.model.index(0, Column.SONG)
    assert "Missing since" in index.data(Qt.ItemDataRole.ToolTipRole)
    assert "file missing" in index.data(Qt.ItemDataRole.AccessibleTextRole)


def test_pills_count_and_filter(table: SongTable, qtbot: QtBot) -> None:
    everything = table.searches._buttons[0]
    qtbot.waitUntil(lambda: everything.count == 12, timeout=3000)
    assert everything.isChecked()
    requested: list[str] = []
    table.query_requested.connect(requested.append)
    QTest.mouseClick(table.searches._buttons[1], Qt.MouseButton.LeftButton)
    assert requested == ["untagged"]


def test_every_row_is_painted_in_both_themes(
    room: Room, table: SongTable, qapp: QApplication
) -> None:
    room.library.songs.mark_missing(3)
    room.predict(np.random.default_rng(1).random((12, 4)))
    for name in ("dark", "light"):
        theme.apply_theme(qapp, name)
        image: QImage = table.grab(table.rect()).toImage()
        at = table.list.viewport().mapTo(table, QPoint(300, 20))
        assert image.pixelColor(QPoint(200, at.y())).isValid()


def test_the_open_song_is_selected_again_when_the_search_lets_it_back(
    room: Room, table: SongTable
) -> None:
    table.song_chosen.connect(room.open)
    click(table, 4)
    room.session.set_query("001")
    assert table.list.selected_ids() == ()
    room.session.set_query("")
    assert table.list.selected_ids() == (5,)
    assert table.list.current_id() == 5


def test_several_selected_songs_survive_a_search_that_keeps_them(
    room: Room, table: SongTable
) -> None:
    click(table, 1)
    click(table, 3, Qt.KeyboardModifier.ControlModifier)
    room.session.set_query("year:..2100")
    table.set_order("title", True)
    assert sorted(table.list.selected_ids()) == [2, 4]


def test_the_list_stays_at_the_current_song_in_every_order(room: Room, table: SongTable) -> None:
    add_songs(room.library, 200)
    table.refresh()
    click(table, 5)
    table.list.verticalScrollBar().setValue(0)
    y = table.list.rowViewportPosition(table.list.currentIndex().row())
    table.set_order("title", True)
    assert table.list.currentIndex().row() == 194
    assert 0 <= table.list.rowViewportPosition(194) <= table.list.viewport().height() - 40
    table.set_order("title", False)
    assert table.list.rowViewportPosition(table.list.currentIndex().row()) == y


def test_a_search_says_how_many_songs_it_finds(room: Room, table: SongTable, qtbot: QtBot) -> None:
    room.judge(1, "drums", State.YES)
    progress = table.facets.progress
    qtbot.waitUntil(lambda: progress.done == 1)
    assert progress.text() == "1 of 12 songs tagged"
    room.session.set_query("00")
    assert progress.text() == "9 of 12 songs"
    qtbot.waitUntil(lambda: progress.found_done is not None)
    assert progress.text() == "9 of 12 songs · 1 tagged"
    room.session.set_query("nosuchword")
    assert progress.text() == "0 of 12 songs"
    room.session.set_query("")
    assert progress.text() == "1 of 12 songs tagged"


def test_a_file_column_shows_and_sorts_by_path(room: Room, table: SongTable) -> None:
    table.header.toggle("file", on=True)
    path = room.library.songs.get(1).path
    assert text(table, 0, Column.FILE) == str(path)
    table.header.sectionClicked.emit(Column.FILE)
    assert table.order == "path"
    table.header.sectionClicked.emit(Column.FILE)
    assert table.model.ids[0] == 12


def test_tags_are_chips_where_there_is_room(room: Room, table: SongTable) -> None:
    room.judge(1, "folk", State.YES)
    room.judge(1, "drums", State.YES)
    room.judge(1, "bass", State.UNSURE)
    room.judge(1, "male", State.NO)
    chips = table.model.song_tags(table.model.song_row(0))
    assert [chip.text for chip in chips] == ["drums", "bass?", "folk"]
    assert chips[0].hue == "#56B4E9"
    assert table.header.sectionSize(Column.TAGS) == 40
    table.resize(900, 600)
    QApplication.processEvents()
    assert table.header.sectionSize(Column.TAGS) >= 104
    table.grab()
    tip = table.model.index(0, Column.TAGS).data(Qt.ItemDataRole.ToolTipRole)
    assert tip.split("\n") == ["drums, folk", "Unsure: bass", "No: male"]


def test_a_tooltip_says_more_than_its_cell(room: Room, table: SongTable) -> None:
    room.predict(np.array([[0.1, 0.2, 0.9, 0.3]]))

    def tip(column: Column) -> str:
        return str(table.model.index(0, column).data(Qt.ItemDataRole.ToolTipRole))

    assert str(room.library.songs.get(1).path) in tip(Column.SONG)
    assert tip(Column.HEARS) == "house .90 · folk .30 · drums .20"
    assert tip(Column.LENGTH) == tip(Column.YEAR) == ""
