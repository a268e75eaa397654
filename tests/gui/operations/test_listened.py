"""What sounded before a decision is kept beside it, where the setting is on, and undone with it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from core.audio.playback_records import PlayerState
from core.library.records import State
from rhythmcap_gui.app import Program
from rhythmcap_gui.operations import edit_runner
from rhythmcap_gui.operations.shell import preferences
from rhythmcap_gui.operations.songs import navigation
from rhythmcap_gui.operations.tags import tagging
from tests.support.learning_library import make_library
from tests.support.window import StartProgram, wait_for_jobs

STATE = PlayerState(True, True, 0.0, 60.0, None, "")


@pytest.fixture
def program(start_program: StartProgram, qtbot: Any) -> Program:
    make_library()
    program = start_program()
    program.open(None)
    wait_for_jobs(program, qtbot)
    program.clock.stop()
    navigation.open_song(program.context, int(program.context.library.songs.all_ids()[0]))
    preferences.change(program.context, record_listening=True)
    return program


def play(program: Program, *seconds: float) -> None:
    """Let the sound pass these seconds as it plays."""
    program.context.session.set_playback(STATE)
    for second in seconds:
        program.context.session.set_position(second)
    program.context.session.set_playback(replace(STATE, playing=False))


def free_tag(program: Program) -> int:
    states = program.context.session.states()
    return next(tag.id for tag in program.context.library.codebook.tags() if tag.id not in states)


def test_a_loop_counts_once_and_a_jump_is_left_out(program: Program, qtbot: Any) -> None:
    play(program, 1.0, 1.2, 1.4, 1.0, 1.2, 1.4, 9.0, 9.2)
    assert tagging.judge(program.context, free_tag(program), State.YES)
    (row,) = program.context.library.listened_parts.all()
    assert row.parts == ((1.0, 1.4), (9.0, 9.2))
    assert row.listened_s == pytest.approx(0.6)
    edit_runner.undo(program.context)
    assert program.context.library.listened_parts.all() == []
    edit_runner.redo(program.context)
    assert program.context.library.listened_parts.all() == [row]
    wait_for_jobs(program, qtbot)


def test_another_song_begins_anew_and_silence_counts_nothing(program: Program, qtbot: Any) -> None:
    play(program, 1.0, 1.2)
    navigation.open_song(program.context, int(program.context.library.songs.all_ids()[1]))
    preferences.change(program.context, volume=0.0)
    play(program, 3.0, 3.2)
    listened = program.context.listened()
    assert listened is not None
    assert listened.listened_s == 0.0
    wait_for_jobs(program, qtbot)


def test_nothing_is_recorded_while_the_setting_is_off(program: Program, qtbot: Any) -> None:
    play(program, 1.0, 1.2)
    preferences.change(program.context, record_listening=False)
    assert program.context.listened() is None
    assert tagging.judge(program.context, free_tag(program), State.YES)
    assert program.context.library.listened_parts.all() == []
    preferences.change(program.context, record_listening=True)
    assert program.context.listened().listened_s == 0.0  # what sounded before is not known
    wait_for_jobs(program, qtbot)
