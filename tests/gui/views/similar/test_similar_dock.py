"""The list of similar songs in the window: followed, opened from, by examples, by a loop."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QDropEvent

from core.library.edits.edits import Judge
from core.library.records import State
from core.library.store import Library
from rhythmcap_gui.app import Program
from rhythmcap_gui.operations.songs import navigation
from rhythmcap_gui.similar_data import CompareBy
from rhythmcap_gui.views.similar.similar_dock import SimilarDock, similarity_text
from rhythmcap_gui.views.widgets.song_drag import songs_to_drag
from tests.support.similar_window import N_HEAPS, use_listened_model
from tests.support.small_library import add_songs
from tests.support.window import wait_for_jobs

N_SONGS = 13


@pytest.fixture
def library_file(tmp_path: Path) -> Path:
    path = tmp_path / "small.db"
    with Library.open(path) as library:
        add_songs(library, N_SONGS)
    return path


@pytest.fixture
def dock(program: Program, qtbot: Any) -> SimilarDock:
    use_listened_model(program)
    navigation.open_song(program.context, 3)
    program.window.show_dock("similar")
    wait_for_list(program, qtbot)
    return program.window.similar


def wait_for_list(program: Program, qtbot: Any) -> None:
    indexes, songs = program.window.similarity.indexes, program.window.similarity.songs
    qtbot.waitUntil(
        lambda: indexes.index is not None and not indexes.state.reading and not songs.state.running,
        timeout=30_000,
    )


def heap(song_id: int) -> int:
    return song_id % N_HEAPS


def listed(dock: SimilarDock) -> list[int]:
    return [row.song_id for row in dock.table.rows]


def test_the_songs_most_like_the_open_one_are_listed_with_shared_tags(
    dock: SimilarDock, program: Program, qtbot: Any
) -> None:
    assert [heap(song) for song in listed(dock)[:3]] == [0, 0, 0]
    assert 3 not in listed(dock)
    assert len(listed(dock)) == N_SONGS - 2
    assert dock.table.isVisible()
    first = dock.table.rows[0]
    assert dock.table.model().index(0, 0).data() == similarity_text(first.similarity)
    assert re.match(r"The first is nearer than \d\d of 100 pairs", dock.strip.note.text())
    assert "below 0 they differ" in dock.strip.note.toolTip()
    head = dock.table.model().headerData(0, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole)
    assert "below 0 they differ" in head
    state = program.window.similarity.songs.state
    dock.show_state(replace(state, songs=(replace(first, similarity=0.2),), nearer_than=0.615))
    assert dock.strip.note.text() == (
        "Nothing is really near: the first is nearer than only 61 of 100 pairs."
    )
    dock.show_state(replace(state, running=True, region_s=(1.0, 2.0)))
    assert dock.strip.text.text() == "Listening to the loop…"
    assert not dock.strip.stop.isVisible()
    dock.show_state(state)
    kick = program.context.library.codebook.find("kick").id
    for song_id in (3, first.song_id):
        changes = program.context.library.do(Judge(song_id, kick, State.YES))
        program.context.session.apply_changes(changes)
    qtbot.waitUntil(lambda: dock.table.rows[0].tags == ("kick",))
    assert dock.table.model().index(0, 3).data() == "kick"


def test_the_list_follows_the_open_song_but_stays_where_one_is_opened_from_it_by_click_or_enter(
    dock: SimilarDock, program: Program, qtbot: Any
) -> None:
    before, second = listed(dock), listed(dock)[1]
    at = dock.table.visualRect(dock.table.model().index(1, 1)).center()
    qtbot.mouseClick(dock.table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert program.context.session.song.id == second
    assert listed(dock) == before
    assert dock.follow.isVisible()
    dock.follow.click()
    wait_for_list(program, qtbot)
    assert second not in listed(dock)
    assert not dock.follow.isVisible()
    navigation.open_song(program.context, 4)
    wait_for_list(program, qtbot)
    assert [heap(song) for song in listed(dock)[:3]] == [1, 1, 1]
    third = listed(dock)[2]
    dock.table.setFocus()
    activated = []
    dock.activated.connect(activated.append)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return):
        qtbot.keyClick(dock.table, key)
    assert activated == [third]
    assert program.context.session.song.id == third


def test_more_like_these_and_less_like_those(
    dock: SimilarDock, program: Program, qtbot: Any
) -> None:
    window = program.window
    window.table.list.select_songs((4, 7))
    window.action_set["similar.more"].trigger()
    wait_for_list(program, qtbot)
    assert [heap(song) for song in listed(dock)[:2]] == [1, 1]
    assert not {4, 7} & set(listed(dock))
    assert [pill.text() for pill in dock.more_row.pills] == ["Song 004", "Song 007"]
    window.table.list.select_songs((2, 5))
    window.action_set["similar.less"].trigger()
    wait_for_list(program, qtbot)
    found = dock.table.rows
    assert heap(found[-1].song_id) == 2
    assert found[-1].similarity < found[0].similarity
    navigation.open_song(program.context, 6)  # examples stay
    assert len(dock.more_row.pills) == 2
    dock.less_row.pills[0].click()
    assert len(dock.less_row.pills) == 1
    dock.clear.click()
    wait_for_list(program, qtbot)
    assert not dock.more_row.pills
    assert [heap(song) for song in listed(dock)[:3]] == [0, 0, 0]


def test_songs_are_dragged_in_and_remembered_with_the_library(
    dock: SimilarDock, program: Program, qtbot: Any
) -> None:
    for row, song_ids in ((dock.more_row, (4, 7)), (dock.less_row, (2,))):
        data = songs_to_drag(song_ids)
        event = QDropEvent(
            QPointF(2, 2), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )  # fmt: skip
        row.dropEvent(event)
    wait_for_list(program, qtbot)
    similarity = program.window.similarity
    assert (similarity.songs.more, similarity.songs.less) == ((4, 7), (2,))
    saved = similarity.saved()
    similarity.songs.clear()
    similarity.restore(saved)
    assert (similarity.songs.more, similarity.songs.less) == ((4, 7), (2,))
    for broken in ("", "null", "{}", '{"model": 1, "basis": "smell"}', "[1]"):
        similarity.restore(broken)
    assert similarity.songs.more == (4, 7)
    assert similarity.indexes.by == CompareBy()
    wait_for_list(program, qtbot)


def test_a_click_on_one_of_several_selected_songs_still_chooses_it_alone(
    program: Program, qtbot: Any
) -> None:
    songs = program.window.table.list
    songs.select_songs((4, 5, 6))
    row = songs.visualRect(songs.model().index(int(songs._songs.row_of(5)), 0)).center()
    qtbot.mousePress(songs.viewport(), Qt.MouseButton.LeftButton, pos=row)
    assert songs.selected_ids() == (4, 5, 6)
    qtbot.mouseRelease(songs.viewport(), Qt.MouseButton.LeftButton, pos=row + QPoint(1, 0))
    assert songs.selected_ids() == (5,)
    assert program.context.session.song.id == 5


def test_a_song_never_listened_to_is_told_and_timbre_can_be_compared(
    dock: SimilarDock, program: Program, qtbot: Any
) -> None:
    assert "1 was never listened to" in dock.strip.text.text()
    assert dock.strip.listen.isVisible()
    navigation.open_song(program.context, N_SONGS)
    wait_for_list(program, qtbot)
    assert "has not listened to this yet" in dock.message.text()
    assert dock.message.isVisible()
    dock.strip.listen.click()  # its file is missing
    qtbot.waitUntil(lambda: "cannot be compared" in dock.strip.text.text(), timeout=30_000)
    assert not dock.strip.listen.isVisible()
    wait_for_jobs(program, qtbot)

    navigation.open_song(program.context, 3)
    assert [dock.by.itemText(row) for row in range(2)] == ["What small hears", "Timbre alone"]
    dock.by.setCurrentIndex(1)
    dock.by.activated.emit(1)
    wait_for_list(program, qtbot)
    assert program.window.similarity.indexes.by.basis == "timbre"
    assert program.window.map.choices.by.currentIndex() == 1
    assert len(listed(dock)) == N_SONGS - 2


def test_without_a_model_it_says_what_to_do(program: Program, qtbot: Any) -> None:
    navigation.open_song(program.context, 3)
    program.context.session.set_model(None)
    program.window.show_dock("similar")
    wait_for_jobs(program, qtbot)
    assert "Choose one under Models" in program.window.similar.message.text()


def test_similarities_are_written_as_scores_are() -> None:
    texts = [similarity_text(value) for value in (1.0, 0.344, 0.004, -0.129, -0.001)]
    assert texts == ["1.0", ".34", ".00", "−.13", ".00"]
