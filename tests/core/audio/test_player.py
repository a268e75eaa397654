"""The player: what comes out of it is recorded from a null sink and measured."""

from __future__ import annotations

import json
import sys
import threading
import time
from pathlib import Path

import numpy as np
import pytest
import soundfile
from numpy.typing import NDArray

from core.audio.playback_records import PlayerState
from core.audio.player import Player
from tests.support.null_sink import RATE_HZ, NullSink
from tests.support.playing import PROGRAM, pitch_of, play, tone

TWO_SOUNDS = """
import json, sys, time
from pathlib import Path
from core.audio.player import Player

folder, keep = Path(sys.argv[1]), bool(sys.argv[2])
player = Player(volume=1.0, keeps_output=keep)
for name in ("low", "high"):
    player.load(folder / f"{name}.wav")
    player.play()
    while player.state.position_s < 1.0:
        time.sleep(0.01)
player.unload()
time.sleep(0.3)
json.dump({"is_open": player._engine.is_open}, sys.stdout)
player.close()
"""


def test_a_song_sounds_in_its_pitch_and_to_its_last_sample(
    null_sink: NullSink, tmp_path: Path
) -> None:
    path = tmp_path / "tone.flac"
    soundfile.write(path, tone(440.0, 2.0), RATE_HZ)
    with null_sink.recording() as recording:
        report = play(null_sink, path)
    sound = recording.sound
    assert not report["playing"]
    assert report["position_s"] == report["duration_s"] == 2.0
    assert pitch_of(sound) == pytest.approx(440.0, abs=0.05)
    assert len(sound) / RATE_HZ == pytest.approx(2.0, abs=0.002)
    assert np.corrcoef(sound[300:, 0], tone(440.0, 2.0)[-len(sound) :][300:])[0, 1] > 0.99999


@pytest.mark.parametrize(("rate_hz", "channels"), [(8_000, 1), (192_000, 2), (48_000, 6)])
def test_any_rate_and_any_number_of_channels_sounds_right(
    null_sink: NullSink, tmp_path: Path, rate_hz: int, channels: int
) -> None:
    path = tmp_path / "tone.wav"
    one = tone(440.0, 1.5, rate_hz)
    soundfile.write(path, np.repeat(one[:, None], channels, axis=1), rate_hz)
    with null_sink.recording() as recording:
        play(null_sink, path)
    sound = recording.sound
    assert pitch_of(sound) == pytest.approx(440.0, abs=0.05)
    assert len(sound) / RATE_HZ == pytest.approx(1.5, abs=0.01)
    assert np.abs(sound).max() == pytest.approx(0.5, abs=0.03)


def test_the_playhead_is_where_the_ear_is(null_sink: NullSink, tmp_path: Path) -> None:
    path = tmp_path / "clicks.wav"
    clicks = np.zeros(4 * RATE_HZ, dtype=np.float32)
    for second in np.arange(0.5, 4.0, 0.5):
        clicks[round(second * RATE_HZ) :][:200] = 0.9
    soundfile.write(path, clicks, RATE_HZ)
    with null_sink.recording() as recording:
        report = play(null_sink, path, [["seek", [2.25], 1.25]])
    loud = np.abs(recording.everything[:, 0]) > 0.3
    begins = np.flatnonzero(loud[1:] & ~loud[:-1]) + 1
    moments, positions = np.array(report["positions"]).T
    shown = np.interp([recording.moment(frame) for frame in begins], moments, positions)
    assert [round(2 * moment_s) / 2 for moment_s in shown] == [0.5, 1.0, 2.5, 3.0, 3.5]
    assert np.abs(shown - np.round(2 * shown) / 2).max() < 0.05


def test_a_deformation_is_audible_while_it_plays_and_gone_with_the_next(
    null_sink: NullSink, tmp_path: Path
) -> None:
    """A semitone higher and 12 dB softer from one second on, as it was from two on; no dropout."""
    path = tmp_path / "tone.flac"
    soundfile.write(path, tone(440.0, 4.0), RATE_HZ)
    script = [["set_deformation", [0.0, 1.0, 0.0, -12.0], 1.0], ["set_deformation", [], 1.0]]
    with null_sink.recording() as recording:
        report = play(null_sink, path, script)
    assert report["underflows"] == 0
    assert len(recording.sound) / RATE_HZ == pytest.approx(4.0, abs=0.01)
    parts = [recording.sound[round(s * RATE_HZ) :][: RATE_HZ // 4] for s in (0.3, 1.6, 3.4)]
    around = np.zeros((2000, 2))
    pitches = [pitch_of(np.concatenate([around, part, around])) for part in parts]
    assert pitches == pytest.approx([440.0, 440.0 * 2 ** (1 / 12), 440.0], abs=1.0)
    loudness = [np.sqrt(np.mean(part**2)) for part in parts]
    assert loudness[1] / loudness[0] == pytest.approx(10 ** (-12 / 20), rel=0.03)
    assert loudness[2] == pytest.approx(loudness[0], rel=0.01)


def test_a_loop_goes_round_without_a_gap_or_a_repeated_sample(
    null_sink: NullSink, tmp_path: Path
) -> None:
    path = tmp_path / "tone.flac"
    soundfile.write(path, tone(440.0, 4.0), RATE_HZ)  # 220 periods in the loop: it closes
    script = [["set_loop", [0.0, 0.5], 0.0], ["clear_loop", [], 1.8]]
    with null_sink.recording() as recording:
        report = play(null_sink, path, script)
    sound = recording.sound[300:-10, 0].astype(np.float64)
    phases = np.unwrap(np.angle(_against(sound, 440.0)))
    assert report["underflows"] == 0
    rounds = (len(recording.sound) / RATE_HZ - 4.0) / 0.5
    assert rounds >= 3
    assert rounds == pytest.approx(round(rounds), abs=0.002)
    assert np.abs(phases - phases[0]).max() < 0.02
    assert np.abs(np.diff(sound)).max() < 0.5 * 2 * np.pi * 440 / RATE_HZ * 1.05


def _against(sound: NDArray[np.float64], pitch_hz: float) -> NDArray[np.complex128]:
    """The tone against a pure one of the same pitch, averaged over ten periods."""
    time_s = np.arange(len(sound)) / RATE_HZ
    product = sound * np.exp(-2j * np.pi * pitch_hz * time_s)
    return np.convolve(product, np.ones(1002) / 1002, mode="valid")


@pytest.mark.parametrize("keeps_output", [True, False])
def test_a_player_of_short_sounds_holds_no_output_between_them(
    null_sink: NullSink, keeps_output: bool, tmp_path: Path
) -> None:
    """What an open output holds ready is heard before the next sound."""
    for name, pitch_hz in (("low", 220.0), ("high", 880.0)):
        soundfile.write(tmp_path / f"{name}.wav", tone(pitch_hz, 2.0), RATE_HZ)
    with null_sink.recording() as recording:
        done = null_sink.play(TWO_SOUNDS, str(tmp_path), "keep" if keeps_output else "")
    moments = json.loads(done.stdout)
    sound = recording.sound
    assert pitch_of(sound[: RATE_HZ // 2]) == pytest.approx(220.0, abs=1.0)
    assert pitch_of(sound[-RATE_HZ // 2 :]) == pytest.approx(880.0, abs=1.0)
    assert moments["is_open"] is keeps_output


def test_pause_goes_on_exactly_where_it_stopped(null_sink: NullSink, tmp_path: Path) -> None:
    path = tmp_path / "rise.wav"
    rise = np.linspace(0.1, 0.9, 2 * RATE_HZ, dtype=np.float32)  # each value occurs once
    soundfile.write(path, rise, RATE_HZ, subtype="FLOAT")
    with null_sink.recording() as recording:
        report = play(null_sink, path, [["pause", [], 0.5], ["rest", [0.4], 0], ["play", [], 0]])
    audible = recording.everything[:, 0]
    audible = audible[audible > 0.11]
    assert report["position_s"] == report["duration_s"]
    assert len(audible) == pytest.approx(2 * RATE_HZ * (0.9 - 0.11) / 0.8, abs=3 * 128)


def test_a_device_that_vanishes_is_reported(null_sink: NullSink, tmp_path: Path) -> None:
    path = tmp_path / "tone.flac"
    soundfile.write(path, tone(440.0, 20.0), RATE_HZ)
    kill = f"player.kill = lambda: __import__('os').kill({null_sink.daemon.pid}, 9)"
    program = PROGRAM.replace("player.play()", f"{kill}\nplayer.play()")
    answer = null_sink.play(program, str(path), json.dumps([["kill", [], 0.7]]), "10")
    report = json.loads(answer.stdout)
    assert not report["playing"]
    assert report["problem"].startswith("The sound output was lost.")
    assert 0.6 < report["position_s"] < 3.0


def test_without_any_device_everything_but_the_sound_works(tmp_path: Path) -> None:
    path = tmp_path / "tone.flac"
    soundfile.write(path, tone(440.0, 3.0), RATE_HZ)
    player = Player(device="a device that nobody has")
    player.load(path)
    player.seek(1.25)
    player.play()
    with player._condition:
        assert player._condition.wait_for(lambda: not player._desired.playing, timeout=20)
    state = player.state
    player.close()
    assert state.problem
    assert not state.playing
    assert (state.loaded, state.position_s, state.duration_s) == (True, 1.25, 3.0)


def opened(player: Player) -> PlayerState:
    """The state once a file is open, or refused."""
    until_s = time.monotonic() + 20
    while (state := player.state).opening and time.monotonic() < until_s:
        with player._condition:
            player._condition.wait(0.005)
    return state


def test_a_file_that_is_not_sound_is_told_with_its_remedy(tmp_path: Path) -> None:
    path = tmp_path / "notes.mp3"
    path.write_text("only words")
    player = Player()
    player.load(path)
    player.play()
    state = opened(player)
    player.close()
    assert "notes.mp3" in str(state.unopened)
    assert not state.loaded
    assert not state.playing


def test_what_is_played_next_forgets_the_refused_file(tmp_path: Path) -> None:
    (tmp_path / "notes.mp3").write_text("only words")
    soundfile.write(tmp_path / "tone.flac", tone(440.0, 3.0), RATE_HZ)
    player = Player(device="a device that nobody has")
    player.load(tmp_path / "notes.mp3")
    opened(player)
    player.load(tmp_path / "tone.flac")
    state = opened(player)
    player.close()
    assert (state.loaded, state.duration_s, state.unopened) == (True, 3.0, None)


def test_of_songs_switched_fast_the_last_one_is_open(tmp_path: Path) -> None:
    (tmp_path / "notes.mp3").write_text("only words")
    for seconds in range(1, 9):
        soundfile.write(tmp_path / f"{seconds}.flac", tone(440.0, seconds, 8_000), 8_000)
    player = Player(device="a device that nobody has")
    for seconds in [*range(1, 9), *range(7, 1, -1)]:
        player.load(tmp_path / f"{seconds}.flac")
        player.seek(0.25)
        player.load(tmp_path / "notes.mp3")
        player.load(tmp_path / f"{seconds}.flac")
        player.seek(seconds / 10)
    state = opened(player)
    player.close()
    assert (state.loaded, state.duration_s, state.position_s) == (True, 2.0, 0.2)
    assert state.unopened is None


def test_nothing_of_a_file_is_read_where_it_is_loaded(tmp_path: Path) -> None:
    path = tmp_path / "tone.wav"
    soundfile.write(path, tone(440.0, 1.0), RATE_HZ)
    threads: list[str] = []

    def note(event: str, arguments: tuple[object, ...]) -> None:
        if event == "open" and arguments[0] == str(path):
            threads.append(threading.current_thread().name)

    sys.addaudithook(note)
    player = Player()
    player.load(path)
    opened(player)
    player.close()
    assert set(threads) == {"player"}
