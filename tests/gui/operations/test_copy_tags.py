"""Tags copied from the song before: only where nothing was judged, and one undo."""

from __future__ import annotations

import pytest

from core.library.records import State
from rhythmcap_gui.operations import edit_runner
from rhythmcap_gui.operations.context import AppContext
from rhythmcap_gui.operations.tags.copy_tags import PreviousSong
from tests.support.small_library import Room


@pytest.fixture
def before(room: Room) -> PreviousSong:
    """Song 3 was judged, then song 1 was opened."""
    made = PreviousSong(room.session)
    room.open(3)
    for name, state in (("kick", State.YES), ("folk", State.NO), ("choir", State.UNSURE)):
        room.judge(3, name, state)
    room.open(1)
    return made


def test_yes_no_and_unsure_come_over(room: Room, context: AppContext, before: PreviousSong) -> None:
    assert before.copy(context) == 3
    states = {tag: decision.state for tag, decision in room.session.states().items()}
    assert states == {
        room.tag("kick"): State.YES, room.tag("folk"): State.NO, room.tag("choir"): State.UNSURE,
    }  # fmt: skip


def test_what_was_judged_already_stays(
    room: Room, context: AppContext, before: PreviousSong
) -> None:
    room.judge(1, "kick", State.NO)
    assert before.copy(context) == 2
    assert room.session.states()[room.tag("kick")].state is State.NO


def test_one_undo_takes_all_copies_back(
    room: Room, context: AppContext, before: PreviousSong
) -> None:
    room.judge(1, "kick", State.NO)
    before.copy(context)
    assert edit_runner.undo(context) == "Copy tags from “Song 003”"
    assert set(room.session.states()) == {room.tag("kick")}


def test_reading_the_same_song_again_does_not_make_it_the_one_before(
    room: Room, before: PreviousSong
) -> None:
    room.open(1)
    assert before.song_id == 3


def test_without_a_song_before_it_says_so(room: Room, context: AppContext) -> None:
    room.open(1)
    texts: list[str] = []
    room.session.notice.connect(lambda notice: texts.append(notice.text))
    assert PreviousSong(room.session).copy(context) == 0
    assert texts == ["There was no song before this one."]
