"""The open song deformed through the whole window: heard, scored, and gone without a trace."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt

from core.audio.playback_records import LiveDeformation
from rhythmcap_gui.app import Program
from rhythmcap_gui.operations.listening.deformed_playback import OFF
from rhythmcap_gui.operations.songs import navigation
from tests.support.robustness_library import fill_library
from tests.support.window import StartProgram, wait_for_jobs

TREBLE = LiveDeformation(tilt_db=6.0, level_db=-12.0)


@pytest.fixture
def program(start_program: StartProgram, tmp_path: Path, qtbot: Any) -> Program:
    """The window on three tones, the first of them open, and the strip shown."""
    fill_library(tmp_path)
    program = start_program()
    program.open(None)
    navigation.open_song(program.context, 1)
    wait_for_jobs(program, qtbot)
    program.window.action_set["playback.deform"].trigger()
    qtbot.waitUntil(lambda: program.window.deformed_playback.state.scores is not None)
    return program


def test_what_is_set_is_heard_and_scored_and_nothing_is_stored(
    program: Program, qtbot: Any
) -> None:
    context, deformed = program.context, program.window.deformed_playback
    stored = context.library.predictions.get(1, context.session.model.id).copy()
    shown = context.session.predictions
    assert deformed.state.scores.undeformed == pytest.approx(stored, abs=0.01)
    program.window.deform_strip.sliders["level_db"].slider.setValue(-120)
    played = context.player.state.deformation
    assert played.level_db == -12.0
    assert 0.0 < played.peak < 1.0, "the song's own, of its picture"
    qtbot.waitUntil(lambda: deformed.state.scores.deformation.level_db == -12.0)
    scores = deformed.state.scores
    assert (scores.deformed != scores.undeformed).any()
    assert context.session.predictions is shown
    assert (context.library.predictions.get(1, context.session.model.id) == stored).all()


def test_comparing_hears_the_song_as_it_is_and_one_key_takes_all_back(
    program: Program, qtbot: Any
) -> None:
    context, deformed = program.context, program.window.deformed_playback
    deformed.set_deformation(TREBLE)
    program.window.deform_strip.bypass.click()
    assert context.player.state.deformation == OFF
    assert deformed.state.deformation.tilt_db == 6.0
    program.window.deform_strip.bypass.click()
    assert context.player.state.deformation.tilt_db == 6.0
    program.window.action_set["playback.undeformed"].trigger()
    assert context.player.state.deformation == OFF
    assert deformed.state.deformation == OFF
    assert program.window.deform_strip.sliders["tilt_db"].value == 0.0
    qtbot.waitUntil(lambda: deformed.state.scores.deformation.is_off)


def test_another_song_and_a_closed_strip_sound_as_they_are(program: Program, qtbot: Any) -> None:
    context, deformed = program.context, program.window.deformed_playback
    deformed.set_deformation(TREBLE)
    navigation.open_song(context, 2)
    assert context.player.state.deformation == OFF
    assert deformed.state.deformation == OFF
    qtbot.waitUntil(lambda: deformed.state.scores is not None)
    deformed.set_deformation(TREBLE)
    program.window.docks["deform"].close()
    assert context.player.state.deformation == OFF
    wait_for_jobs(program, qtbot)
    assert deformed.state.scores is None, "nothing listens while it is not shown"


def test_a_file_that_is_gone_is_told_in_the_strip(program: Program, qtbot: Any) -> None:
    context, deformed = program.context, program.window.deformed_playback
    Path(context.session.song.path).unlink()
    deformed.set_deformation(TREBLE)
    qtbot.waitUntil(lambda: bool(deformed.state.problem))
    assert "not there" in program.window.deform_strip.bars.accessibleName()


def test_the_arrow_keys_move_a_slider_that_tab_has_led_to(program: Program, qtbot: Any) -> None:
    context, strip = program.context, program.window.deform_strip
    program.window.activateWindow()
    slider = strip.sliders["tilt_db"].slider
    slider.setFocus(Qt.FocusReason.TabFocusReason)
    before_s = context.session.position_s
    for _ in range(3):
        qtbot.keyClick(slider, Qt.Key.Key_Right)
    assert strip.sliders["tilt_db"].value == pytest.approx(0.3)
    assert context.session.position_s == before_s
    qtbot.keyClick(slider, Qt.Key.Key_Home)
    assert context.player.state.deformation.tilt_db == -6.0
