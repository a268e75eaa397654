"""What is heard deformed is what a model is given deformed, block by block and without delay."""

from __future__ import annotations

import numpy as np
import pytest

from core.audio.deformations import level, pitch_shift, tilt
from core.audio.playback_records import LiveDeformation
from core.audio.sound_filter import Samples, SoundFilter, deformed

RATE_HZ = 22_050


def chord(seconds: float = 2.0) -> Samples:
    times = np.arange(round(seconds * RATE_HZ)) / RATE_HZ
    left, right = (
        sum(0.1 * np.sin(2 * np.pi * hz * times) for hz in tones)
        for tones in ((110, 880, 5000), (220, 660, 7000))
    )
    return np.stack([left, right], axis=1).astype(np.float32)


def streamed(
    sound: Samples, live: LiveDeformation, speed: float = 1.0, block: int = 1102
) -> Samples:
    stream = SoundFilter(RATE_HZ, sound.shape[1], speed, live)
    parts = [stream.push(sound[first : first + block]) for first in range(0, len(sound), block)]
    return np.concatenate([*parts, stream.finish()])


def rms_difference(one: Samples, other: Samples) -> float:
    inner = slice(RATE_HZ // 5, -RATE_HZ // 5)
    return float(np.sqrt(np.mean(np.square(one[inner] - other[inner]))))


@pytest.mark.parametrize("block", [300, 1102, 5000])
def test_treble_and_level_are_those_of_the_whole_sound(block: int) -> None:
    sound = chord()
    for live, wanted in (
        (LiveDeformation(tilt_db=6.0), tilt(sound, RATE_HZ, 6.0)),
        (LiveDeformation(level_db=9.0), level(sound, 9.0)),
        (LiveDeformation(tilt_db=-3.0, level_db=-6.0), level(tilt(sound, RATE_HZ, -3.0), -6.0)),
    ):
        found = streamed(sound, live, block=block)
        assert found.shape == sound.shape
        assert found.dtype == np.float32
        assert np.abs(found - wanted).max() < 1e-5
        assert np.abs(deformed(sound, RATE_HZ, live) - wanted).max() < 1e-5


@pytest.mark.parametrize("semitones", [-1.0, 1.0])
def test_pitch_is_shifted_without_delay(semitones: float) -> None:
    sound = chord()
    found = streamed(sound, LiveDeformation(semitones=semitones))
    assert abs(len(found) - len(sound)) < 8
    wanted = pitch_shift(sound, RATE_HZ, semitones)
    n = min(len(found), len(wanted))
    assert rms_difference(found[:n], wanted[:n]) < 0.01


@pytest.mark.parametrize("speed", [0.5, 0.75, 1.5])
def test_speed_and_pitch_go_together_up_to_their_ends(speed: float) -> None:
    stream = SoundFilter(RATE_HZ, 2, speed, LiveDeformation(semitones=1.0, tilt_db=3.0))
    assert stream.speed == pytest.approx(speed)
    found = streamed(chord(), LiveDeformation(semitones=-1.0, tilt_db=3.0), speed)
    assert len(found) == pytest.approx(2.0 * RATE_HZ / speed, abs=8)


def test_noise_has_its_share_of_the_peak() -> None:
    sound = chord()
    live = LiveDeformation(noise=0.4, peak=0.5)
    noise = streamed(sound, live) - sound
    assert np.abs(noise).max() == pytest.approx(0.2, rel=0.01)
    assert abs(np.corrcoef(noise.T)[0, 1]) < 0.03
    assert np.array_equal(deformed(sound, RATE_HZ, live), deformed(sound, RATE_HZ, live))


def test_without_a_deformation_every_sample_passes_untouched() -> None:
    sound = chord(0.5)
    stream = SoundFilter(RATE_HZ, 2, 1.0, LiveDeformation())
    assert stream.is_plain
    assert stream.push(sound) is sound
    assert len(stream.finish()) == 0
    assert np.array_equal(deformed(sound, RATE_HZ, LiveDeformation()), sound)


def test_a_short_sound_comes_out_whole() -> None:
    for n in (1, 40, 700):
        found = streamed(chord()[:n], LiveDeformation(tilt_db=6.0))
        assert np.abs(found - tilt(chord()[:n], RATE_HZ, 6.0)).max() < 1e-5
