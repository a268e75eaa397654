"""The rest is no in the window: by key, by category, over a selection, as a song is left."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from core.library.edits.edits import JudgeRegion, SetCategory
from core.library.records import Annotation, DecisionSource, State
from rhythmcap_gui.app import Program
from rhythmcap_gui.operations import edit_runner
from rhythmcap_gui.operations.context import AppContext
from rhythmcap_gui.operations.tags import copy_tags, rest_is_no, tagging
from rhythmcap_gui.operations.tags.rest_is_no import SongVisit
from rhythmcap_gui.session import Notice
from tests.support.small_library import Room

YES, NO, UNSURE = State.YES, State.NO, State.UNSURE


@pytest.fixture
def visit(context: AppContext) -> SongVisit:
    return SongVisit(context)


@pytest.fixture
def told(room: Room) -> list[str]:
    texts: list[str] = []

    def keep(notice: Notice) -> None:
        texts.append(notice.text)

    room.session.notice.connect(keep)
    return texts


def category(room: Room, name: str) -> int:
    found = room.library.codebook.find_category(name)
    assert found is not None
    return found.id


def open_next(context: AppContext, room: Room, song_id: int) -> None:
    """Leave the open song for another one, as navigation does."""
    context.leave_song(song_id)
    room.open(song_id)


def decisions(room: Room, song_id: int) -> dict[str, Annotation]:
    found = room.library.annotations.of_song(song_id)
    return {room.library.codebook.tag(tag_id).name: made for tag_id, made in found.items()}


def mark_exhaustive(room: Room, name: str) -> None:
    room.session.apply_changes(room.library.do(SetCategory(category(room, name), exhaustive=True)))


def test_the_rest_of_a_category_is_no_and_one_undo_takes_it_back(
    room: Room, context: AppContext, told: list[str]
) -> None:
    room.open(1)
    tagging.judge(context, room.tag("kick"), YES)
    rest_is_no.rest_of_category(context, category(room, "rhythm"))
    found = decisions(room, 1)
    assert {name: made.state for name, made in found.items()} == {
        "kick": YES, "drums": NO, "bass": NO,
    }  # fmt: skip
    assert found["drums"].source is DecisionSource.REST
    assert told[-1].startswith("The rest of rhythm is no: 2.")
    edit_runner.undo(context)
    assert set(decisions(room, 1)) == {"kick"}


def test_the_rest_of_all_categories_is_no_and_again_there_is_nothing_left(
    room: Room, context: AppContext, told: list[str]
) -> None:
    room.open(1)
    tagging.judge(context, room.tag("kick"), UNSURE)
    rest_is_no.rest_of_all(context)
    found = decisions(room, 1)
    assert len(found) == 10
    assert found["kick"].state is UNSURE
    assert told[-1].startswith("The rest is no: 9.")
    rest_is_no.rest_of_all(context)
    assert told[-1] == "Nothing was left to say no to."


def test_it_is_about_all_selected_songs_as_one_undo(room: Room, context: AppContext) -> None:
    room.open(1)
    room.judge(2, "kick", YES)
    room.session.set_selection((1, 2, 3))
    rest_is_no.rest_of_category(context, category(room, "rhythm"))
    states = [decisions(room, song)["kick"].state for song in (1, 2, 3)]
    assert states == [NO, YES, NO]
    assert not decisions(room, 4)
    edit_runner.undo(context)
    assert [len(decisions(room, song)) for song in (1, 2, 3)] == [0, 1, 0]


def test_what_the_model_guessed_counts_as_seen_only_where_it_was_on_screen(
    room: Room, context: AppContext
) -> None:
    room.open(1)
    room.predict(np.full((3, 4), 0.5))  # female, drums, house, folk
    rest_is_no.rest_of_category(context, category(room, "rhythm"))
    found = decisions(room, 1)
    assert (found["drums"].guess_visible, found["kick"].guess_visible) == (True, False)
    room.session.set_blind(True)
    room.open(2)
    rest_is_no.rest_of_category(context, category(room, "rhythm"))
    assert not any(made.guess_visible for made in decisions(room, 2).values())


def test_leaving_an_exhaustive_category_that_was_judged_means_no(
    room: Room, context: AppContext, visit: SongVisit, told: list[str]
) -> None:
    assert visit.category_id is None
    mark_exhaustive(room, "rhythm")
    room.open(1)
    tagging.judge(context, room.tag("drums"), YES)
    tagging.judge(context, room.tag("house"), YES)
    open_next(context, room, 2)
    assert set(decisions(room, 1)) == {"drums", "kick", "bass", "house"}
    assert "the rest of rhythm is no: 2." in told[-1]
    edit_runner.undo(context)
    assert set(decisions(room, 1)) == {"drums", "house"}
    open_next(context, room, 1)
    open_next(context, room, 2)
    assert set(decisions(room, 1)) == {"drums", "house"}  # passed, not judged


@pytest.mark.usefixtures("visit")
def test_a_song_that_is_merely_passed_stays_as_it_is(room: Room, context: AppContext) -> None:
    room.judge(1, "drums", YES)
    mark_exhaustive(room, "rhythm")
    room.open(1)
    tagging.judge(context, room.tag("house"), YES)  # of another category
    tagging.judge(context, room.tag("kick"), YES)
    edit_runner.undo(context)
    open_next(context, room, 2)
    assert set(decisions(room, 1)) == {"drums", "house"}
    context.leave_song(2)  # opened again: not left
    assert not decisions(room, 2)


@pytest.mark.usefixtures("visit")
def test_a_part_counts_as_judged_and_a_selection_as_no_visit(
    room: Room, context: AppContext
) -> None:
    mark_exhaustive(room, "rhythm")
    room.open(1)
    edit_runner.apply(context, JudgeRegion(1, room.tag("kick"), 1.0, 2.0))
    open_next(context, room, 2)
    assert set(decisions(room, 1)) == {"drums", "bass"}
    room.session.set_selection((2, 3))
    tagging.decide(context, room.tag("kick"), YES)
    room.session.set_selection((2,))
    open_next(context, room, 4)
    assert set(decisions(room, 2)) == {"kick"}


def test_another_no_confirms_a_rest_and_a_third_takes_it_back(
    room: Room, context: AppContext
) -> None:
    room.open(1)
    rest_is_no.rest_of_all(context)
    kick = room.tag("kick")
    assert tagging.toggle(context, kick, NO) is NO
    assert decisions(room, 1)["kick"].source is DecisionSource.EAR
    assert tagging.toggle(context, kick, NO) is None


def test_a_copied_rest_stays_a_rest(room: Room, context: AppContext) -> None:
    room.open(1)
    tagging.judge(context, room.tag("kick"), YES)
    rest_is_no.rest_of_category(context, category(room, "rhythm"))
    source = room.session.song
    room.open(2)
    assert copy_tags.copy_tags(context, source) == 3
    sources = {name: made.source for name, made in decisions(room, 2).items()}
    assert sources == {
        "kick": DecisionSource.EAR, "drums": DecisionSource.REST, "bass": DecisionSource.REST,
    }  # fmt: skip


def test_the_rest_of_the_songs_judged_on_a_category(room: Room, context: AppContext) -> None:
    for song_id in (2, 5):
        room.judge(song_id, "kick", YES)
    room.judge(3, "house", YES)
    rest_is_no.rest_of_judged_songs(context, category(room, "rhythm"))
    assert [len(decisions(room, song_id)) for song_id in (1, 2, 3, 5)] == [0, 3, 1, 3]
    edit_runner.undo(context)
    assert [len(decisions(room, song_id)) for song_id in (2, 5)] == [1, 1]


def test_only_songs_with_a_rest_are_counted(
    room: Room, context: AppContext, told: list[str]
) -> None:
    tags = [t for t in room.library.codebook.tags() if t.category_id == category(room, "rhythm")]
    for tag in tags:
        room.judge(1, tag.name, YES)
    for song_id in (2, 5):
        room.judge(song_id, "kick", YES)
    rest_is_no.rest_of_judged_songs(context, category(room, "rhythm"))
    assert told[-1].startswith("The rest of rhythm is no, in 2 songs: 4.")


def test_the_keys_are_about_the_category_begun_else_judged_last(
    program: Program, qtbot: QtBot
) -> None:
    window, session = program.window, program.context.session
    window.table.step(1)
    qtbot.waitUntil(lambda: session.song is not None)
    codebook = program.context.library.codebook
    window.setFocus()

    def press(*keys: str) -> None:
        for key in keys:
            QTest.keyClicks(window, key)

    def judged() -> dict[str, int]:
        counts: dict[str, int] = {}
        for tag_id in session.states():
            name = codebook.category(codebook.tag(tag_id).category_id).name
            counts[name] = counts.get(name, 0) + 1
        return counts

    press(";")
    assert judged() == {}  # there is no such category yet
    press("r", "k", ";")
    assert judged() == {"rhythm": 6}
    press("c", ";")
    assert judged() == {"rhythm": 6, "pace": 6}
    assert session.armed_category is None
    window.action_set["tags.rest_all"].trigger()
    assert sum(judged().values()) == len(codebook.tags())
    assert QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier) is None
    assert judged() == {"rhythm": 6, "pace": 6}
