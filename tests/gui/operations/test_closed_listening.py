"""Closed listening: one key covers picture and guesses, and uncovers them; all else goes on."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt

from core.library.records import State
from rhythmcap_gui.app import Program
from rhythmcap_gui.operations.songs import navigation
from rhythmcap_gui.operations.tags import tagging
from tests.support.learning_library import make_library
from tests.support.window import StartProgram, wait_for_jobs


@pytest.fixture
def program(start_program: StartProgram, qtbot: Any) -> Program:
    make_library()
    program = start_program()
    program.open(None)
    navigation.open_song(program.context, int(program.context.library.songs.all_ids()[0]))
    wait_for_jobs(program, qtbot)
    return program


def press(program: Program, qtbot: Any, key: Qt.Key) -> None:
    program.window.setFocus()
    qtbot.keyClick(program.window, key)


def test_one_key_covers_picture_and_guesses_and_the_same_uncovers_them(
    program: Program, qtbot: Any
) -> None:
    window, session = program.window, program.context.session
    assert window.listening.song_panes.isVisible()
    assert session.guesses_visible
    press(program, qtbot, Qt.Key.Key_F9)
    assert session.closed
    assert not window.listening.song_panes.isVisible()
    assert window.action_set["view.closed"].isChecked()
    assert session.suggestions() == []
    decided = next(iter(session.states()))
    assert not session.guess_visible(decided)  # in blind mode it may be seen
    session.reveal()
    assert not session.guesses_visible
    press(program, qtbot, Qt.Key.Key_F9)
    assert session.guesses_visible
    assert window.listening.song_panes.isVisible()


def test_esc_ends_it_before_anything_else_and_blind_mode_stays_as_it_was(
    program: Program, qtbot: Any
) -> None:
    session = program.context.session
    session.set_blind(True)
    session.set_loop((1.0, 2.0))
    press(program, qtbot, Qt.Key.Key_F9)
    press(program, qtbot, Qt.Key.Key_Escape)
    assert not session.closed
    assert session.blind
    assert session.loop == (1.0, 2.0)
    assert program.context.session.settings.blind is False  # nothing of it is remembered


def test_decisions_go_on_and_are_stored_as_made_without_a_guess(
    program: Program, qtbot: Any
) -> None:
    session, library = program.context.session, program.context.library
    tags = [tag.id for tag in library.codebook.tags() if tag.id in session.model_tags]
    open_tag = next((tag for tag in tags if tag not in session.states()), tags[0])
    tagging.judge(program.context, open_tag, None)
    press(program, qtbot, Qt.Key.Key_F9)
    assert tagging.judge(program.context, open_tag, State.YES)
    decision = library.annotations.of_song(session.song.id)[open_tag]
    assert (decision.guess_visible, decision.model_id) == (False, None)
    navigation.open_song(program.context, int(library.songs.all_ids()[1]))
    assert session.closed  # the next song is covered, too
    assert not program.window.listening.song_panes.isVisible()
    wait_for_jobs(program, qtbot)
