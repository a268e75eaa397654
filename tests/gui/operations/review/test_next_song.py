"""The next question's song is opened before its key, where it will begin; only that one is held."""

from __future__ import annotations

from pathlib import Path

import pytest
import soundfile
from pytestqt.qtbot import QtBot

from rhythmcap_gui.app import Program
from rhythmcap_gui.operations.shell import preferences
from rhythmcap_gui.question_queue import Answer, Question, QueueKind, SongQueue
from rhythmcap_gui.session import Notice
from tests.support.playing import tone
from tests.support.review_window import tag
from tests.support.window import wait_for_jobs

RATE_HZ, SONG_S = 8_000, 8.0


@pytest.fixture
def sounding(program: Program) -> Program:
    """Five songs with sound that the library knows; what speaks for a word is not known."""
    library = program.context.library
    for location in library.songs.locations_of(range(1, 6)):
        soundfile.write(location.path, tone(200.0, SONG_S, RATE_HZ), RATE_HZ)
        found = location.path.stat()
        library.database.write(
            "UPDATE songs SET size_bytes = ?, mtime_s = ?, duration_s = ? WHERE id = ?",
            (found.st_size, found.st_mtime, SONG_S, location.song_id),
        )
    return program


def begin(program: Program, qtbot: QtBot, tag_id: int) -> SongQueue:
    kind = QueueKind.WORD if tag_id else QueueKind.SONGS
    questions = tuple(Question(song, tag_id, position=song) for song in (1, 2, 3, 4))
    program.window.review.begin(SongQueue(kind, questions, "word"))
    program.context.session.set_predictions(None)  # as the model has listened to the open song
    wait_for_jobs(program, qtbot)
    return program.context.session.queue


def held(program: Program) -> tuple[Path | None, float]:
    ready = program.context.player._opened_ahead._ready
    return (None, 0.0) if ready is None else (ready.path, ready.position / RATE_HZ)


def path_of(program: Program, song_id: int) -> Path:
    return program.context.library.songs.get(song_id).path


def test_in_its_middle_where_nothing_may_tell_what_speaks_for_the_word(
    sounding: Program, qtbot: QtBot
) -> None:
    preferences.change(sounding.context, blind=True)
    sounding.context.session.set_blind(True)
    begin(sounding, qtbot, tag(sounding, "drums"))
    assert held(sounding) == (path_of(sounding, 2), SONG_S / 2)
    sounding.window.review.answer(Answer.FIRST)
    assert sounding.context.session.song.id == 2
    assert sounding.context.player.state.position_s >= SONG_S / 2
    sounding.context.session.set_predictions(None)
    wait_for_jobs(sounding, qtbot)
    assert held(sounding)[0] == path_of(sounding, 3)


def test_a_whole_song_from_its_beginning(sounding: Program, qtbot: QtBot) -> None:
    begin(sounding, qtbot, 0)
    assert held(sounding) == (path_of(sounding, 2), 0.0)
    sounding.window.review.step(1)
    assert sounding.context.session.position_s == 0.0


@pytest.mark.parametrize("breakage", ["missing", "broken"])
def test_a_next_song_that_cannot_be_opened_is_told_when_it_is_asked_about(
    sounding: Program, qtbot: QtBot, breakage: str
) -> None:
    notices: list[Notice] = []
    sounding.context.session.notice.connect(notices.append)
    path = path_of(sounding, 2)
    if breakage == "missing":
        path.unlink()
    else:
        path.write_bytes(b"no sound")
        found = path.stat()
        sounding.context.library.database.write(
            "UPDATE songs SET size_bytes = ?, mtime_s = ? WHERE id = 2",
            (found.st_size, found.st_mtime),
        )
    begin(sounding, qtbot, 0)
    assert held(sounding) == (None, 0.0)
    assert notices == []
    sounding.window.review.step(1)
    qtbot.waitUntil(lambda: bool(notices), timeout=5_000)
    sounding.window.review.step(1)
    assert sounding.context.session.song.id == 3


def test_nothing_is_held_of_a_library_that_is_closed(sounding: Program, qtbot: QtBot) -> None:
    from rhythmcap_gui.operations.songs import navigation

    begin(sounding, qtbot, 0)
    assert held(sounding)[0] is not None
    navigation.close_library(sounding.context)
    assert held(sounding) == (None, 0.0)
