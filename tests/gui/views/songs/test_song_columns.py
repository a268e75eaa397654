"""Columns of choice: categories and predicted tags, sorted by, moved, and kept as they were."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtGui import QFontMetricsF
from pytestqt.qtbot import QtBot

from core.library.edits.edits import RetireTag, SetCategory
from core.library.records import Changes, State
from rhythmcap_gui import theme
from rhythmcap_gui.views.songs.columns_menu import ColumnsMenu
from rhythmcap_gui.views.songs.song_columns import ORDERS, Column
from rhythmcap_gui.views.songs.song_header import ARROW_PX, PAD_PX, SONG_LEAST_PX
from rhythmcap_gui.views.songs.song_table import SongTable
from tests.support.small_library import Room

FIRST = ["song", "length", "tags", "hears"]


@pytest.fixture
def table(room: Room, qtbot: QtBot) -> SongTable:
    made = SongTable(room.session)
    qtbot.addWidget(made)
    made.query_requested.connect(room.session.set_query)
    made.resize(360, 600)
    made.show()
    qtbot.waitExposed(made)
    return made


def keys(table: SongTable) -> list[str]:
    return [key for key, _ in table.header.shown()]


def rhythm(room: Room) -> int:
    return room.library.codebook.find_category("rhythm").id


def text(table: SongTable, row: int, section: int) -> str:
    return str(table.model.index(row, section).data())


def test_a_category_has_a_column_that_sorts(room: Room, table: SongTable) -> None:
    for song, name, state in ((2, "bass", State.YES), (3, "kick", State.YES),
                              (3, "drums", State.UNSURE), (4, "kick", State.NO)):  # fmt: skip
        room.judge(song, name, state)
    table.header.toggle(f"category:{rhythm(room)}", on=True)
    assert keys(table)[-1] == f"category:{rhythm(room)}"
    section = len(Column)
    assert table.model.column_name(section) == "Rhythm"
    assert [text(table, row, section) for row in range(4)] == ["", "bass", "kick, drums?", ""]
    table.header.sectionClicked.emit(section)
    assert table.order == "category:rhythm"
    assert table.model.ids[:3].tolist() == [3, 2, 1]
    table.header.sectionClicked.emit(section)
    assert table.model.ids[:2].tolist() == [2, 3]
    assert table.header.sorting_column() == section


def test_a_predicted_tag_has_a_column_that_sorts(room: Room, table: SongTable) -> None:
    room.predict(np.array([[0.0, 0.0, 0.2, 0.9], [0.0, 0.0, 0.7, 0.1]]))
    for name in ("house", "folk"):
        table.header.toggle(f"predicted:{room.tag(name)}", on=True)
    assert [text(table, 0, len(Column) + n) for n in range(2)] == [".20", ".90"]
    assert text(table, 5, len(Column)) == ""
    table.header.sectionClicked.emit(len(Column))
    assert (table.order, table.descending) == ("predicted:house", True)
    assert table.model.ids[0] == 2
    assert table.header.sorting_column() == len(Column)
    room.session.set_blind(True)
    assert text(table, 0, len(Column)) == ""


def test_order_and_widths_survive_a_new_result_and_a_restart(
    room: Room, table: SongTable, qtbot: QtBot
) -> None:
    columns = [("song", 0), (f"category:{rhythm(room)}", 133), ("year", 60), ("length", 51)]
    table.header.show_columns(columns)
    room.session.set_query("song")
    room.session.set_query("nosuch")
    room.session.set_query("")
    assert keys(table) == [key for key, _ in columns]
    assert table.header.shown()[1:] == columns[1:]
    again = SongTable(room.session)
    qtbot.addWidget(again)
    again.header.show_columns(table.header.shown())
    assert again.header.shown()[1:] == columns[1:]


def test_the_title_is_never_squeezed_out(room: Room, table: SongTable, qtbot: QtBot) -> None:
    everything = [*FIRST, "artist", "album", "year", f"category:{rhythm(room)}"]
    table.header.show_columns([(key, 0) for key in everything])
    assert table.header.sectionSize(Column.SONG) == SONG_LEAST_PX
    assert table.list.horizontalScrollBar().maximum() > 0
    table.header.show_columns([("song", 0), ("length", 0)])
    qtbot.waitUntil(lambda: table.list.horizontalScrollBar().maximum() == 0)
    assert table.header.length() == table.list.viewport().width()


@pytest.mark.parametrize("column", [Column.LENGTH, Column.TAGS, Column.YEAR])
def test_the_name_of_the_column_that_sorts_is_not_cut(table: SongTable, column: Column) -> None:
    header = table.header
    header.show_columns([("song", 0), ("length", 0), ("tags", 0), ("year", 0), ("hears", 0)])
    header.show_order(ORDERS[column], False)
    room_px = header.sectionSize(column) - 2 * PAD_PX - ARROW_PX - 3
    advance_px = QFontMetricsF(theme.font(theme.CAPTION_PX, bold=True)).horizontalAdvance(
        table.model.column_name(column)
    )
    assert room_px >= advance_px + 1, "a whole pixel more, for who rounds"


def test_a_column_is_moved_but_never_before_the_song(table: SongTable) -> None:
    table.header.moveSection(table.header.visualIndex(Column.HEARS), 1)
    assert keys(table) == ["song", "hears", "length", "tags"]
    table.header.moveSection(table.header.visualIndex(Column.TAGS), 0)
    assert keys(table) == ["song", "tags", "hears", "length"]


def test_a_column_and_the_order_follow_a_renamed_category(room: Room, table: SongTable) -> None:
    beat = rhythm(room)
    table.header.toggle(f"category:{beat}", on=True)
    table.set_order("category:rhythm", False)
    room.judge(7, "bass", State.YES)
    room.session.apply_changes(room.library.do(SetCategory(beat, name="Beat")))
    assert table.model.column_name(len(Column)) == "Beat"
    assert table.order == "category:Beat"
    assert table.model.ids[0] == 7
    assert keys(table) == [*FIRST, f"category:{beat}"]


def test_the_menu_shows_and_hides_every_column(room: Room, table: SongTable) -> None:
    room.predict(np.array([[0.0, 0.0, 0.2, 0.9]]))
    menu = ColumnsMenu(room.session, table.model, table.header, table)
    texts = {action.text(): action for action in menu.actions()}
    texts["Column Tags"].trigger()
    texts["Column Album"].trigger()
    assert keys(table) == ["song", "length", "hears", "album"]
    by_category = texts["Tags of one category"].menu().actions()
    assert [action.text() for action in by_category] == [
        "Column voice",
        "Column rhythm",
        "Column genre",
    ]
    by_category[0].trigger()
    assert keys(table)[-1].startswith("category:")
    assert menu.another.isEnabled()
    menu.close()


def test_selected_rows_stay_selected_when_a_column_comes(room: Room, table: SongTable) -> None:
    table.list.make_current(3)
    table.header.toggle("year", on=True)
    table.header.toggle(f"category:{rhythm(room)}", on=True)
    assert table.list.selected_ids() == (3,)


def test_a_retired_tag_keeps_its_decisions(room: Room, table: SongTable) -> None:
    room.judge(1, "kick", State.YES)
    table.header.toggle(f"category:{rhythm(room)}", on=True)
    changes: Changes = room.library.do(RetireTag(room.tag("kick")))
    room.session.apply_changes(changes)
    assert text(table, 0, len(Column)) == ""
    assert text(table, 0, Column.TAGS) == "1"
