"""Deformations do what their names say, by the dB, the Hz and the second, and nothing else."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import numpy as np
import pytest
import soundfile
from numpy.typing import NDArray

from core.audio.compressor import MUSIC_STANDARD, SPEECH, Compander, compress
from core.audio.deformations import (
    DEFORMATIONS,
    Condition,
    Samples,
    add_noise,
    clipped_share,
    conditions_of,
    deform,
    excerpt,
    level,
    mono,
    pitch_shift,
    tilt,
    time_stretch,
)
from core.audio.mp3_coding import mp3_coded
from core.errors import AudioError
from core.jobs import Cancelled
from tests.support.encoded_sounds import needs_ffmpeg

RATE_HZ = 22_050


def tone(
    hz: float, seconds: float = 1.0, amplitude: float = 0.3, rate_hz: int = RATE_HZ
) -> Samples:
    times = np.arange(round(seconds * rate_hz)) / rate_hz
    return (amplitude * np.sin(2 * np.pi * hz * times)).astype(np.float32)


def loudest_hz(samples: Samples) -> float:
    """The frequency of a tone, between bins by a parabola through the peak."""
    spectrum = np.log(np.abs(np.fft.rfft(samples * np.hanning(len(samples)))) + 1e-12)
    at = int(spectrum.argmax())
    low, high, above = spectrum[at - 1 : at + 2]
    shift = 0.5 * (low - above) / (low - 2 * high + above)
    return float((at + shift) * RATE_HZ / len(samples))


def rms_db(samples: Samples) -> float:
    return float(10 * np.log10(np.mean(np.square(samples, dtype=np.float64))))


def usable(condition: Condition) -> bool:
    return condition.deformation != "mp3" or shutil.which("ffmpeg") is not None


ONE_OF_ALL = [Condition(kind.name, kind.strengths[0]) for kind in DEFORMATIONS.values()]


@pytest.mark.parametrize("condition", ONE_OF_ALL, ids=lambda item: item.deformation)
def test_shapes_and_dtype_are_kept_and_the_sound_is_left_alone(condition: Condition) -> None:
    if not usable(condition):
        pytest.skip("there is no ffmpeg")
    stereo = np.stack([tone(330, 0.4), tone(550, 0.4)], axis=1)
    before = stereo.copy()
    one, two = (deform(sound, RATE_HZ, condition) for sound in (stereo[:, 0].copy(), stereo))
    assert one.dtype == two.dtype == np.float32
    assert one.ndim == 1
    assert two.shape == (len(one), 2)
    assert np.array_equal(stereo, before)
    assert not np.shares_memory(two, stereo)
    wanted = round(len(stereo) / condition.strength)
    assert len(one) == (wanted if condition.deformation == "time-stretch" else len(stereo))


@pytest.mark.parametrize("condition", ONE_OF_ALL, ids=lambda item: item.deformation)
def test_the_same_sound_and_seed_give_the_same_samples(condition: Condition) -> None:
    if not usable(condition):
        pytest.skip("there is no ffmpeg")
    sound = np.stack([tone(330, 0.3), tone(550, 0.3)], axis=1)
    once, again = (deform(sound, RATE_HZ, condition, seed=3) for _ in range(2))
    assert np.array_equal(once, again)


@pytest.mark.parametrize("condition", ONE_OF_ALL, ids=lambda item: item.deformation)
def test_silence_stays_silent_and_no_sound_none(condition: Condition) -> None:
    if not usable(condition):
        pytest.skip("there is no ffmpeg")
    silent = deform(np.zeros((3000, 2), np.float32), RATE_HZ, condition)
    assert not silent.any()
    assert deform(np.zeros(0, np.float32), RATE_HZ, condition).shape == (0,)
    assert deform(np.zeros((0, 2), np.float32), RATE_HZ, condition).shape == (0, 2)
    for n in (1, 2, 50):
        short = deform(np.full(n, 0.1, np.float32), RATE_HZ, condition)
        assert np.isfinite(short).all()


@pytest.mark.parametrize("speed", DEFORMATIONS["time-stretch"].strengths)
def test_time_stretch_keeps_the_pitch_and_moves_the_clicks(speed: float) -> None:
    sound = tone(440.0)
    sound[RATE_HZ // 2 :] *= 0.01
    stretched = time_stretch(sound, RATE_HZ, speed)
    assert len(stretched) == round(len(sound) / speed)
    end_of_tone = round(len(sound) / 2 / speed)
    assert loudest_hz(stretched[: end_of_tone - 1000]) == pytest.approx(440.0, abs=2.0)
    around = rms_db(stretched[: end_of_tone - 1500]) - rms_db(stretched[end_of_tone + 1500 :])
    assert around > 30


def test_a_speed_that_cannot_be_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="speed"):
        time_stretch(tone(440.0, 0.1), RATE_HZ, 3.0)


@pytest.mark.parametrize("semitones", DEFORMATIONS["pitch-shift"].strengths)
def test_pitch_shift_moves_the_pitch_and_keeps_the_length(semitones: float) -> None:
    sound = tone(440.0)
    shifted = pitch_shift(sound, RATE_HZ, semitones)
    assert len(shifted) == len(sound)
    wanted_hz = 440.0 * 2 ** (semitones / 12)
    assert loudest_hz(shifted[2000:-2000]) == pytest.approx(wanted_hz, abs=1.0)
    assert rms_db(shifted[2000:-2000]) == pytest.approx(rms_db(sound), abs=0.5)


def test_a_stretch_can_be_cancelled() -> None:
    class Stopped:
        def report(self, done: float, total: float, what: str = "") -> None: ...

        def check(self) -> None:
            raise Cancelled

    with pytest.raises(Cancelled):
        time_stretch(tone(440.0, 0.2), RATE_HZ, 0.8, Stopped())


def test_stretch_and_shift_keep_every_note_as_loud() -> None:
    """Not as librosa has them: its vocoder does not lock phases, and notes lose up to 12 dB."""
    notes_hz = np.array([220.0, 330.0, 495.0, 742.5])
    sound = np.concatenate([tone(hz, 0.5, 0.2 + 0.1 * k) for k, hz in enumerate(notes_hz)])
    wanted = note_levels_db(sound, notes_hz)
    longer = note_levels_db(time_stretch(sound, RATE_HZ, 0.8), notes_hz)
    higher = note_levels_db(pitch_shift(sound, RATE_HZ, 1.0), notes_hz * 2 ** (1 / 12))
    assert longer == pytest.approx(wanted + 10 * np.log10(1 / 0.8), abs=0.7)
    assert higher == pytest.approx(wanted, abs=0.7)


def note_levels_db(sound: Samples, notes_hz: NDArray[np.float64]) -> NDArray[np.float64]:
    """The energy within a semitone to both sides of each note."""
    power = np.abs(np.fft.rfft(sound)) ** 2
    frequencies_hz = np.fft.rfftfreq(len(sound), 1 / RATE_HZ)
    near = [np.abs(np.log2(np.maximum(frequencies_hz, 1) / hz)) < 1 / 12 for hz in notes_hz]
    return np.array([10 * np.log10(power[band].sum() / len(sound)) for band in near])


def square(hz: float, seconds: float, amplitude: float = 1.0) -> Samples:
    """A tone whose samples all have the same size: its level is its amplitude."""
    return np.where(tone(hz, seconds) < 0, -amplitude, amplitude).astype(np.float32)


@pytest.mark.parametrize("compander", [MUSIC_STANDARD, SPEECH])
def test_a_steady_tone_gets_the_level_of_the_curve(compander: Compander) -> None:
    for level_db in (-75.0, -62.0, -45.0, -26.0, -10.0, -1.0):
        sound = square(1000.0, 1.5, 10 ** (level_db / 20))
        compressed = compress(sound, RATE_HZ, compander)
        wanted_db = np.interp(level_db, *np.array(compander.points).T)
        gained_db = rms_db(compressed[RATE_HZ:]) - rms_db(sound[RATE_HZ:])
        assert gained_db == pytest.approx(wanted_db - level_db, abs=0.05)


@pytest.mark.skipif(shutil.which("sox") is None, reason="there is no sox")
@pytest.mark.parametrize("compander", [MUSIC_STANDARD, SPEECH])
def test_the_gain_is_that_of_the_sox_compander(compander: Compander, tmp_path: Path) -> None:
    """Within 0.2 dB in every tenth of a second, but the first, which SoX begins at full scale."""
    generator = np.random.default_rng(7)
    loudness = np.repeat(10 ** (generator.uniform(-50, -3, 12) / 20), RATE_HZ // 4)
    sound = (loudness[:, None] * generator.normal(0, 0.3, (len(loudness), 2))).astype(np.float32)
    before, after = tmp_path / "before.wav", tmp_path / "after.wav"
    soundfile.write(before, sound, RATE_HZ, subtype="FLOAT")
    points = ",".join(f"{end:g}" for point in compander.points for end in point)
    words = ["sox", before, "-e", "float", "-b", "32", after]
    subprocess.run([*words, "compand", "0.1,0.3", points, "0", "0", "0.1"], check=True)
    theirs, _ = soundfile.read(after, dtype="float32", always_2d=True)
    own = compress(sound, RATE_HZ, compander)
    tenth = RATE_HZ // 10
    for first in range(15 * tenth, len(theirs) - 2 * tenth, tenth):
        part = slice(first, first + tenth)
        assert rms_db(own[part]) == pytest.approx(rms_db(theirs[part]), abs=0.2)


def test_presets_have_the_ratios_that_they_are_known_for() -> None:
    music, speech = (item.gain_db(np.array([-60.0, -43.0, -25.0, -10.5])) for item in (
        MUSIC_STANDARD, SPEECH,
    ))  # fmt: skip
    assert music == pytest.approx([12.0, 6.0, 0.0, -10.0])
    assert speech == pytest.approx([15.0, 9.47, 0.0, -10.0], abs=0.01)
    assert MUSIC_STANDARD.gain_db(np.array([-120.0, 6.0])) == pytest.approx([0.0, -20.0])


def test_the_gain_falls_in_the_attack_and_comes_back_in_the_release() -> None:
    """A loud second in a quiet tone: 63 % of the way after one time constant of the level."""
    amplitude = np.full(4 * RATE_HZ, 0.05)
    amplitude[RATE_HZ : 2 * RATE_HZ] = 1.0
    sound = (amplitude * square(1000.0, 4.0)).astype(np.float32)
    direct = Compander("test", ((-60.0, -60.0), (-26.0, -26.0), (0.0, -20.0)), lookahead_s=0.0)
    gain = np.abs(compress(sound, RATE_HZ, direct)) / np.maximum(np.abs(sound), 1e-9)

    def gain_db(seconds: float) -> float:
        at = round(seconds * RATE_HZ)
        audible = np.abs(sound[at - 50 : at + 50]) > 0.02
        return float(20 * np.log10(np.median(gain[at - 50 : at + 50][audible])))

    def wanted_db(level: float) -> float:
        return float(direct.gain_db(np.array(20 * np.log10(level))))

    assert gain_db(1.1) == pytest.approx(wanted_db(1 - 0.95 * np.exp(-1)), abs=0.6)
    assert gain_db(1.9) == pytest.approx(-20.0, abs=0.1)
    assert gain_db(2.3) == pytest.approx(wanted_db(0.05 + 0.95 * np.exp(-1)), abs=0.6)
    assert gain_db(3.9) == pytest.approx(wanted_db(0.05), abs=0.3)


def test_channels_are_compressed_together() -> None:
    loud, quiet = tone(1000.0, 0.5, 0.9), tone(1000.0, 0.5, 0.09)
    compressed = compress(np.stack([loud, quiet], axis=1), RATE_HZ, MUSIC_STANDARD)
    assert compressed[:, 1] == pytest.approx(compressed[:, 0] / 10, abs=1e-6)


def test_noise_is_white_seeded_and_has_the_given_peak() -> None:
    sound = np.stack([tone(440.0), tone(660.0)], axis=1)
    noise = add_noise(sound, 0.2, seed=5) - sound
    assert np.abs(noise).max() == pytest.approx(0.2 * 0.3, rel=0.001)
    assert noise.std() == pytest.approx(0.2 * 0.3 / np.sqrt(3), rel=0.02)
    assert abs(np.corrcoef(noise.T)[0, 1]) < 0.03, "of its own in every channel"
    low, high = np.array_split(np.abs(np.fft.rfft(noise[:, 0])) ** 2, 2)
    assert low.mean() == pytest.approx(high.mean(), rel=0.1)
    assert np.array_equal(add_noise(sound, 0.2, seed=5), add_noise(sound, 0.2, seed=5))
    assert not np.array_equal(add_noise(sound, 0.2, seed=5), add_noise(sound, 0.2, seed=6))


@pytest.mark.parametrize("rate_hz", [22_050, 48_000])
def test_tilt_is_straight_in_octaves(rate_hz: int) -> None:
    wanted = {100: -1.5 * np.log2(10), 250: -3.0, 1000: 0.0, 4000: 3.0, 10_000: 1.5 * np.log2(10)}
    for hz, gain_db in wanted.items():
        sound = tone(hz, 0.5, rate_hz=rate_hz)
        inner = slice(rate_hz // 10, -rate_hz // 10)
        changed_db = rms_db(tilt(sound, rate_hz, 6.0)[inner]) - rms_db(sound[inner])
        assert changed_db == pytest.approx(gain_db, abs=0.15), hz
        back_db = rms_db(tilt(sound, rate_hz, -6.0)[inner]) - rms_db(sound[inner])
        assert back_db == pytest.approx(-gain_db, abs=0.15), hz


def test_tilt_delays_nothing() -> None:
    click = np.zeros(4000, np.float32)
    click[2000] = 1.0
    assert int(np.abs(tilt(click, RATE_HZ, 6.0)).argmax()) == 2000


def test_level_cuts_off_at_full_scale_and_tells_how_much() -> None:
    sound = tone(440.0, amplitude=0.8)
    assert level(sound, -20.0) == pytest.approx(sound / 10, abs=1e-7)
    assert clipped_share(sound, -20.0) == 0.0
    louder = level(sound, 6.0)
    assert louder.max() == 1.0
    assert louder.min() == -1.0
    assert clipped_share(sound, 6.0) == pytest.approx(float((np.abs(louder) == 1.0).mean()))
    assert 0.3 < clipped_share(sound, 6.0) < 0.7


def test_mono_is_the_mean_in_both_channels() -> None:
    stereo = np.stack([tone(300.0), -tone(300.0)], axis=1)
    assert np.abs(mono(stereo)).max() < 1e-7
    one_sided = np.stack([tone(300.0), np.zeros(RATE_HZ, np.float32)], axis=1)
    assert np.array_equal(mono(one_sided), np.repeat(one_sided[:, :1] / 2, 2, axis=1))


def test_an_excerpt_is_the_middle() -> None:
    count = np.arange(1000, dtype=np.float32)
    assert np.array_equal(excerpt(count, 10, 30.0), count[350:650])
    assert np.array_equal(excerpt(count[:200], 10, 30.0), count[:200])


@needs_ffmpeg
@pytest.mark.parametrize("rate_hz", [22_050, 96_000])
def test_mp3_stays_in_time_and_loses_the_highest(rate_hz: int) -> None:
    generator = np.random.default_rng(1)
    sound = generator.normal(0, 0.1, (rate_hz // 2, 2)).astype(np.float32)
    coded = mp3_coded(sound, rate_hz, 64.0)
    assert coded.shape == sound.shape
    spectra = np.fft.rfft(sound[:, 0]), np.fft.rfft(coded[:, 0])
    lag = int(np.fft.irfft(spectra[1] * spectra[0].conj()).argmax())
    assert lag == 0
    assert not np.allclose(coded, sound, atol=1e-3)


def test_without_ffmpeg_mp3_says_so(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(AudioError, match="ffmpeg") as caught:
        mp3_coded(tone(440.0, 0.1), RATE_HZ)
    assert caught.value.remedy
    problem = DEFORMATIONS["mp3"].problem()
    assert problem is not None
    assert problem.id == caught.value.id


def test_conditions_are_named_in_their_units() -> None:
    texts = {(item.deformation, item.strength_text) for item in conditions_of()}
    assert {
        ("time-stretch", "0.707 × speed"),
        ("pitch-shift", "−1 semitones"),
        ("compression", "music standard"),
        ("noise", "0.1 of peak"),
        ("tilt", "−6 dB"),
        ("mp3", "64 kbit/s"),
        ("excerpt", "30 s"),
    } <= texts
    assert len(texts) == len(conditions_of())
    assert [item.strength for item in conditions_of(("compression",))] == [1.0, 2.0]
