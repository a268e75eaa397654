"""Sliders that deform the open song: what they emit, and what is shown of the scores."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from core.audio.playback_records import LiveDeformation, PlayerState
from core.evaluation.live_records import LiveScores, LiveState
from rhythmcap_gui.session import Session
from rhythmcap_gui.views.listening.deform_strip import DeformStrip
from tests.gui.conftest import FOREIGN_WORDS

TREBLE = LiveDeformation(tilt_db=3.0)


def scores(deformation: LiveDeformation = TREBLE) -> LiveScores:
    before = np.array([0.7, 0.2, 0.9, 0.4], np.float32)
    after = np.array([0.39, 0.21, 0.9, 0.6], np.float32)
    return LiveScores(1, 30.0, 60.0, deformation, FOREIGN_WORDS, before, after)


@pytest.fixture
def strip(foreign_session: Session, qtbot: Any) -> DeformStrip:
    made = DeformStrip(foreign_session)
    qtbot.addWidget(made)
    made.resize(900, 200)
    made.show_state(LiveState())
    return made


def test_a_slider_says_what_is_set_in_its_unit(strip: DeformStrip, qtbot: Any) -> None:
    with qtbot.waitSignal(strip.deformation_changed) as signal:
        strip.sliders["tilt_db"].slider.setValue(30)
    assert signal.args == [TREBLE]
    assert strip.sliders["tilt_db"].value_label.text() == "+3.0 dB"
    with qtbot.waitSignal(strip.deformation_changed) as signal:
        strip.sliders["semitones"].slider.setValue(-50)
    assert signal.args == [LiveDeformation(tilt_db=3.0, semitones=-0.5)]
    ends = {kind: (slider.slider.minimum(), slider.slider.maximum())
            for kind, slider in strip.sliders.items()}  # fmt: skip
    assert ends == {"tilt_db": (-60, 60), "semitones": (-100, 100), "noise": (0, 40),
                    "level_db": (-120, 120)}  # fmt: skip


def test_the_words_that_move_most_are_named_with_what_moves_them(strip: DeformStrip) -> None:
    strip.show_state(LiveState(TREBLE, scores=scores()))
    assert strip.sentence.text() == (
        "“female vocalists” falls by .31, “sitar” rises by .20 with +3.0 dB treble."
    )
    assert "0:30–1:00 by “mtat”" in strip.basis.text()
    assert [bar.name for bar in strip.bars.bars] == ["kick", "female vocalists", "sitar",
                                                    "no vocals"]  # fmt: skip
    assert [round(bar.change, 2) for bar in strip.bars.bars] == [0.0, -0.31, 0.2, 0.01]
    drawn = strip.bars.grab().toImage()
    strip.show_state(LiveState(TREBLE, scores=None))
    assert strip.bars.grab().toImage() != drawn


def test_without_a_deformation_it_says_what_to_do(strip: DeformStrip) -> None:
    assert "Move a slider" in strip.sentence.text()
    assert not strip.reset.isEnabled()
    strip.show_state(LiveState(TREBLE, problem="The file is gone."))
    assert "The file is gone." in strip.bars.accessibleName()
    assert strip.reset.isEnabled()


def test_without_a_sound_output_it_promises_no_sound(
    strip: DeformStrip, foreign_session: Session
) -> None:
    state = PlayerState(True, False, 0.0, 60.0, None, "There is no sound output.")
    assert "you hear it at once" in strip.sentence.text()
    foreign_session.set_playback(state)
    assert "hear it at once" not in strip.sentence.text()
    assert "Nothing can be heard" in strip.sentence.text()
    foreign_session.set_blind(True)
    strip.show_state(LiveState(TREBLE))
    assert "Nothing can be heard" in strip.bars.accessibleName()
    foreign_session.set_playback(replace(state, problem=""))
    assert "hear the deformation all the same" in strip.bars.accessibleName()


def test_blind_mode_covers_the_scores_but_not_the_sound(
    strip: DeformStrip, foreign_session: Session
) -> None:
    strip.show_state(LiveState(TREBLE, scores=scores()))
    foreign_session.set_blind(True)
    assert strip.bars.bars == ()
    assert strip.sentence.text() == ""
    assert strip.basis.text() == ""
    assert strip.sliders["tilt_db"].slider.isEnabled()
    foreign_session.set_blind(False)
    assert strip.bars.bars


def test_reset_and_comparing_are_asked_for(strip: DeformStrip, qtbot: Any) -> None:
    strip.show_state(LiveState(TREBLE, scores=scores()))
    with qtbot.waitSignal(strip.bypass_toggled) as signal:
        strip.bypass.click()
    assert signal.args == [True]
    with qtbot.waitSignal(strip.reset_requested):
        strip.reset.click()


def test_words_that_move_have_bars_where_others_score_higher(strip: DeformStrip) -> None:
    strip.bars.setFixedSize(300, 60)  # three rows
    before = np.array([0.99, 0.98, 0.97, 0.1], np.float32)
    after = np.array([0.99, 0.98, 0.97, 0.4], np.float32)
    moved = LiveScores(1, 0.0, 30.0, TREBLE, FOREIGN_WORDS, before, after)
    strip.show_state(LiveState(TREBLE, scores=moved))
    shown = [bar.name for bar in strip.bars.bars]
    assert len(shown) == strip.bars.n_rows < len(FOREIGN_WORDS)
    assert round(strip.bars.bars[-1].change, 2) == 0.3
