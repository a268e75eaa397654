"""Facets count the result and write the search line; what is left to do is said above them."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from core.library.edits.edits import JudgeRegion
from core.library.records import State
from core.library.search import song_index
from core.library.search.query_line import QueryLine
from core.library.search.query_records import TagFilter
from rhythmcap_gui.views.songs.facets import Facets
from rhythmcap_gui.views.songs.tagged_progress import TaggedProgress
from tests.support.small_library import Room


@pytest.fixture
def facets(room: Room, qtbot: QtBot) -> Facets:
    """Open, over the songs 1 to 4; 1 and 2 have drums, 3 folk, 5 (outside) folk too."""
    for song, name in ((1, "drums"), (2, "drums"), (3, "folk"), (5, "folk")):
        room.judge(song, name, State.YES)
    room.judge(4, "drums", State.NO)
    made = Facets(room.session)
    made.query_requested.connect(room.session.set_query)
    qtbot.addWidget(made)
    made.resize(340, 400)
    made.show()
    qtbot.waitExposed(made)
    made.show_result(np.array([1, 2, 3, 4]))
    made.set_open(True)
    qtbot.waitUntil(lambda: made.button(room.tag("drums")).count == 2)
    return made


def count(room: Room, facets: Facets, name: str) -> int | None:
    return facets.button(room.tag(name)).count


def test_every_tag_shows_how_many_songs_of_the_result_have_it(room: Room, facets: Facets) -> None:
    assert [count(room, facets, name) for name in ("drums", "folk", "kick")] == [2, 1, 0]
    assert facets.button(room.tag("kick")).isHidden()


def test_songs_with_a_tag_in_a_part_only_are_counted_beside(
    room: Room, facets: Facets, qtbot: QtBot
) -> None:
    for song in (1, 3):
        room.session.apply_changes(
            room.library.do(JudgeRegion(song, room.tag("drums"), 1.0, 2.0),
                            JudgeRegion(song, room.tag("kick"), 1.0, 2.0))
        )  # fmt: skip
    kick = facets.button(room.tag("kick"))
    qtbot.waitUntil(lambda: not kick.isHidden())
    assert (kick.count, kick.more) == (0, "+2")
    assert facets.button(room.tag("drums")).more == "+1"  # the first has it as a whole, too
    kick.tag_requested.emit("kick", TagFilter.IN_REGION)
    assert room.session.query == "region:kick"
    assert len(room.library.search.ids(room.session.query)) == 2
    kick.tag_requested.emit("kick", TagFilter.IN_REGION)
    assert room.session.query == ""


def test_another_result_is_counted_anew(room: Room, facets: Facets, qtbot: QtBot) -> None:
    facets.show_result(np.array([3, 5]))
    qtbot.waitUntil(lambda: count(room, facets, "folk") == 2)
    assert count(room, facets, "drums") == 0


def test_after_decisions_on_many_songs_only_their_tag_is_read_again(
    room: Room, facets: Facets, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(song_index, "MOST_TOUCHED", 0)
    tags = [tag.id for tag in room.library.codebook.tags()]
    assert room.library.search.uncached_tags(tags) == []
    room.judge(3, "drums", State.YES)
    assert room.library.search.uncached_tags(tags) == [room.tag("drums")]
    qtbot.waitUntil(lambda: count(room, facets, "drums") == 3)


def test_nothing_is_counted_while_it_is_closed(room: Room, facets: Facets, qtbot: QtBot) -> None:
    facets.set_open(False)
    facets.show_result(np.array([3, 5]))
    qtbot.wait(20)
    assert count(room, facets, "drums") == 2


def test_a_click_adds_the_tag_to_the_search_and_a_second_removes_it(
    room: Room, facets: Facets
) -> None:
    button = facets.button(room.tag("drums"))
    room.session.set_query("year:1990..1995")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert room.session.query == "year:1990..1995 tag:drums"
    assert button.isChecked()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert room.session.query == "year:1990..1995"
    assert not button.isChecked()


def test_alt_click_leaves_the_tag_out(room: Room, facets: Facets) -> None:
    button = facets.button(room.tag("folk"))
    QTest.mouseClick(button, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.AltModifier)
    assert room.session.query == "-tag:folk"
    assert (button.isChecked(), button.text()) == (True, "−folk")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert room.session.query == "tag:folk"


def test_what_is_typed_shows_in_the_facets(room: Room, facets: Facets) -> None:
    room.session.set_query("-drums house")
    assert facets.button(room.tag("drums")).text() == "−drums"
    assert facets.button(room.tag("house")).isChecked()


def test_the_songs_left_to_tag_are_shown(room: Room, qtbot: QtBot) -> None:
    progress = TaggedProgress(room.session)
    qtbot.addWidget(progress)
    assert progress.text() == "0 of 12 songs tagged"
    room.judge(1, "drums", State.YES)
    qtbot.waitUntil(lambda: progress.text() == "1 of 12 songs tagged")
    assert progress.toolTip() == "11 songs have no decision yet"
    for song in range(2, 13):
        room.judge(song, "drums", State.NO)
    qtbot.waitUntil(lambda: progress.text() == "All 12 songs tagged")


def test_the_count_promised_is_the_count_found(room: Room, facets: Facets) -> None:
    every = room.library.songs.all_ids()
    facets.show_result(every)
    for name in ("drums", "folk"):
        for tag_filter, expected in ((TagFilter.WITH, 2), (TagFilter.WITHOUT, len(every) - 2)):
            assert (
                len(room.library.search.ids(QueryLine("").toggle_tag(name, tag_filter))) == expected
            )
