"""What the words need, as a table: a sentence a word, songs that would help, the two ways to no."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from core.library.records import State
from core.training.readiness import readiness
from core.training.readiness_records import Need, WordReadiness
from rhythmcap_gui.views.models.readiness_view import (
    N_NO,
    N_YES,
    NEEDS,
    SONGS,
    WEAK_NO,
    WORD,
    ReadinessView,
    songs_text,
)
from tests.support.small_library import Room


@pytest.fixture
def view(room: Room, qtbot: QtBot) -> ReadinessView:
    """“drums” has 3 yes and no no, “house” one of each; the rest of rhythm is open."""
    for song in (1, 2, 3):
        room.judge(song, "drums", State.YES)
    room.judge(1, "house", State.YES)
    room.judge(2, "house", State.NO)
    made = ReadinessView(room.session)
    qtbot.addWidget(made)
    made.resize(900, 200)
    made.show()
    made.show_readiness(readiness(room.library.annotations.labels()))
    return made


def texts(view: ReadinessView, row: int) -> list[str]:
    return [view.table.item(row, column).text() for column in (WORD, N_YES, N_NO, NEEDS, SONGS)]


def word(*needs: Need, n_open: int = 9) -> WordReadiness:
    return WordReadiness(1, "melody", 1, 91, 3, 0, n_open, 4, False, needs)


def test_words_that_cannot_be_learned_come_first_with_what_would_help(view: ReadinessView) -> None:
    assert texts(view, 0) == ["drums", "3", "0", "3 yes, no song judged no", "songs likely no"]
    assert texts(view, 1) == [
        "house", "1", "1", "ready; too few to test: 1 yes, 1 no", "songs likely no",
    ]  # fmt: skip
    assert view.table.rowCount() == 2


def test_songs_are_offered_where_they_would_help() -> None:
    assert songs_text(word()) == songs_text(word(Need.NO, n_open=0)) == ""
    for need in (Need.NO, Need.MORE_NO_ARTISTS):
        assert songs_text(word(need)) == "songs likely no"
    assert songs_text(word(Need.YES)) == songs_text(word(Need.MORE_YES)) == "songs likely yes"
    assert songs_text(word(Need.MORE_ARTISTS)) == "other artists"


def test_a_click_or_enter_asks_for_the_songs_and_a_tick_for_the_weak_no(
    room: Room, view: ReadinessView
) -> None:
    songs: list[int] = []
    marks: list[tuple[int, bool]] = []
    view.songs_requested.connect(songs.append)
    view.weak_no_requested.connect(lambda tag, on: marks.append((tag, on)))
    view.table.cellClicked.emit(0, WORD)
    view.table.cellClicked.emit(0, SONGS)
    view.table.itemActivated.emit(view.table.item(1, WORD))
    view.table.itemActivated.emit(view.table.item(1, WEAK_NO))
    assert songs == [room.tag("drums"), room.tag("house")]
    view.table.item(1, WEAK_NO).setCheckState(Qt.CheckState.Checked)
    assert marks == [(room.tag("house"), True)]
    assert "twentieth" in view.table.item(1, WEAK_NO).toolTip()


def test_each_category_judged_in_part_offers_its_rest(room: Room, view: ReadinessView) -> None:
    requested: list[int] = []
    view.rest_requested.connect(requested.append)
    assert [link.text() for link in view.rest_links] == [
        "Rhythm: 3 songs", "Genre: 2 songs",
    ]  # fmt: skip
    view.rest_links[0].click()
    rhythm = room.library.codebook.find_category("rhythm")
    assert rhythm is not None
    assert requested == [rhythm.id]
    assert view.rest_links[0].toolTip() == "6 decisions; one undo takes them back"


def test_where_the_table_needs_the_width_the_rest_is_in_a_menu(
    room: Room, view: ReadinessView
) -> None:
    requested: list[int] = []
    view.rest_requested.connect(requested.append)
    view.show()
    assert (view.rest_links[0].isVisible(), view.rest_menu.isVisible()) == (True, False)
    view.resize(560, 200)
    assert (view.rest_links[0].isVisible(), view.rest_menu.isVisible()) == (False, True)
    view.rest_menu.menu().actions()[0].trigger()
    rhythm = room.library.codebook.find_category("rhythm")
    assert rhythm is not None
    assert requested == [rhythm.id]


def test_the_chosen_word_stays_chosen_when_the_order_changes(
    room: Room, view: ReadinessView
) -> None:
    view.table.setCurrentCell(0, WORD)  # drums
    room.judge(4, "drums", State.NO)
    room.judge(3, "folk", State.YES)
    view.show_readiness(readiness(room.library.annotations.labels()))
    assert texts(view, 0)[0] == "folk"
    assert view.table.item(view.table.currentRow(), WORD).text() == "drums"
