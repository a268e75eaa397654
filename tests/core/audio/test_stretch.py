"""Slower and faster: the pitch stays, the length is right, the playhead too, and nothing clicks."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import soundfile
from numpy.typing import NDArray

from core.audio.stretch import Stretcher
from tests.support.null_sink import RATE_HZ, NullSink
from tests.support.playing import pitch_of, play, tone

STEEPEST = 0.5 * 2 * np.pi * 440 / RATE_HZ  # of the tone of 440 Hz


def stretched(sound: NDArray[np.float32], speed: float, piece: int = 2205) -> NDArray[np.float32]:
    stretcher = Stretcher(RATE_HZ, sound.shape[1], speed)
    made = [stretcher.push(sound[at : at + piece]) for at in range(0, len(sound), piece)]
    return np.concatenate([*made, stretcher.finish()])


@pytest.mark.parametrize("speed", [0.5, 0.75, 1.5])
def test_a_tone_keeps_its_pitch_its_strength_and_its_smoothness(speed: float) -> None:
    made = stretched(tone(440.0, 3.0)[:, None], speed)
    assert len(made) == round(3 * RATE_HZ / speed)
    assert pitch_of(made) == pytest.approx(440.0, abs=0.5)
    assert np.abs(np.diff(made[2000:-2000, 0])).max() < 1.05 * STEEPEST
    assert made[2000:-2000].std() == pytest.approx(0.5 / np.sqrt(2), rel=0.01)


def test_pieces_of_any_size_make_the_same_sound() -> None:
    sound = np.random.default_rng(1).standard_normal((30_000, 2)).astype(np.float32)
    assert np.array_equal(stretched(sound, 0.8, 333), stretched(sound, 0.8, 30_000))


@pytest.mark.parametrize("speed", [0.5, 0.75, 1.5])
def test_an_onset_stays_one_onset_at_its_time(speed: float) -> None:
    rng, sound = np.random.default_rng(2), np.zeros((3 * RATE_HZ, 1), dtype=np.float32)
    for second in (0.5, 1.0, 1.5, 2.0, 2.5):
        decay = np.exp(-np.arange(2000) / 300)
        sound[round(second * RATE_HZ) :][:2000, 0] += 0.8 * rng.standard_normal(2000) * decay
    power = stretched(sound, speed)[:, 0] ** 2
    for second in (1.0, 1.5, 2.0):
        at = round(second / speed * RATE_HZ)
        near = power[at - round(0.02 * RATE_HZ) : at + round(0.06 * RATE_HZ)].sum()
        wide = power[at - round(0.15 * RATE_HZ) : at + round(0.15 * RATE_HZ)].sum()
        assert near > 0.9 * wide


def test_both_ears_stay_together() -> None:
    left = np.random.default_rng(3).standard_normal(40_000).astype(np.float32)
    made = stretched(np.stack([left, 0.5 * left], axis=1), 0.7)
    assert np.allclose(made[:, 1], 0.5 * made[:, 0], atol=1e-4)


def test_at_its_own_speed_not_one_sample_is_touched() -> None:
    sound = tone(440.0, 0.5)[:, None]
    assert np.array_equal(stretched(sound, 1.0), sound)


@pytest.mark.parametrize("speed", [0.5, 0.75, 1.5])
def test_it_plays_in_its_pitch_and_for_its_new_duration(
    null_sink: NullSink, tmp_path: Path, speed: float
) -> None:
    path = tmp_path / "tone.flac"
    soundfile.write(path, tone(440.0, 1.5), RATE_HZ)
    with null_sink.recording() as recording:
        report = play(null_sink, path, [["set_speed", [speed], 0.0], ["seek", [0.0], 0.0]])
    sound = recording.sound
    assert report["position_s"] == report["duration_s"] == 1.5
    assert report["underflows"] == 0
    assert pitch_of(sound[-round(1.2 / speed * RATE_HZ) :]) == pytest.approx(440.0, abs=1.0)
    assert len(sound) / RATE_HZ == pytest.approx(1.5 / speed, abs=0.25)


def test_the_playhead_is_where_the_ear_is_at_half_speed(
    null_sink: NullSink, tmp_path: Path
) -> None:
    path = tmp_path / "clicks.wav"
    clicks = np.zeros(2 * RATE_HZ, dtype=np.float32)
    for second in (0.5, 1.0, 1.5):
        clicks[round(second * RATE_HZ) :][:400] = 0.9
    soundfile.write(path, clicks, RATE_HZ)
    with null_sink.recording() as recording:
        report = play(null_sink, path, [["set_speed", [0.5], 0.2]])
    loud = np.flatnonzero(np.abs(recording.everything[:, 0]) > 0.3)
    begins = loud[np.diff(loud, prepend=-RATE_HZ) > RATE_HZ // 10]
    moments, positions = np.array(report["positions"]).T
    shown = np.interp([recording.moment(frame) for frame in begins], moments, positions)
    assert shown == pytest.approx([0.5, 1.0, 1.5], abs=0.05)


def test_a_slow_loop_goes_round_without_a_gap(null_sink: NullSink, tmp_path: Path) -> None:
    path = tmp_path / "tone.flac"
    soundfile.write(path, tone(440.0, 2.0), RATE_HZ)
    script = [["set_speed", [0.75], 0.0], ["set_loop", [0.0, 0.5], 0.0], ["clear_loop", [], 1.6]]
    with null_sink.recording() as recording:
        report = play(null_sink, path, script)
    sound = recording.sound[300:-300, 0]
    loudness = np.sqrt(np.convolve(sound**2, np.ones(441) / 441, mode="valid"))
    assert report["underflows"] == 0
    assert len(sound) / RATE_HZ > (1.5 + 1.0) / 0.75
    assert loudness.min() > 0.25  # of .357: a stretched seam may dip by 3 dB, a gap is silence
    assert np.abs(np.diff(sound)).max() < 1.3 * STEEPEST
