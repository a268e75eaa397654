"""Parts of songs to compare by ear: as long as asked for, equally loud, without clicks."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import soundfile

from core.audio.loudness import weighted_power
from core.audio.memory_sound import MemorySound
from core.audio.player import Player
from core.audio.sound_clips import CLIP_S, LONGEST_S, SoundClip, clip_span, read_clips
from core.errors import AudioError

RATE_HZ = 22_050


def tone(folder: Path, name: str, level: float, seconds: float = 12.0, channels: int = 1) -> Path:
    times = np.arange(round(seconds * RATE_HZ)) / RATE_HZ
    samples = level * np.sin(2 * np.pi * 440 * times)
    soundfile.write(folder / name, np.stack([samples] * channels, axis=1), RATE_HZ)
    return folder / name


def power(sound: MemorySound) -> float:
    return weighted_power(sound.samples.astype(np.float32) / 32_767, sound.rate_hz)


def test_clips_are_as_loud_as_the_first(tmp_path: Path) -> None:
    files = [
        tone(tmp_path, "a.wav", 0.2),
        tone(tmp_path, "b.wav", 0.02),
        tone(tmp_path, "c.wav", 0.9),
    ]
    made = read_clips([SoundClip(file, 1.0, 3.0) for file in files])
    assert [power(one) for one in made] == pytest.approx([power(made[0])] * 3, rel=0.02)
    assert {len(one.samples) for one in made} == {2 * RATE_HZ}


def test_a_clip_begins_and_ends_in_silence(tmp_path: Path) -> None:
    (made,) = read_clips([SoundClip(tone(tmp_path, "a.wav", 0.5, channels=2), 1.0003, 2.0)])
    assert not made.samples[0].any()
    assert not made.samples[-1].any()
    assert np.abs(made.samples).max() > 10_000


def test_of_a_song_without_a_marked_part_its_middle_is_heard() -> None:
    clip = SoundClip(Path("song.wav"))
    assert clip_span(clip, 60.0) == (26.0, 26.0 + CLIP_S)
    assert clip_span(clip, 5.0) == (0.0, 5.0)


def test_a_marked_part_ends_with_the_song_and_is_never_very_long() -> None:
    path = Path("song.wav")
    assert clip_span(SoundClip(path, 50.0, 90.0), 60.0) == (50.0, 60.0)
    assert clip_span(SoundClip(path, 0.0, 400.0), 500.0) == (0.0, LONGEST_S)


def test_silence_keeps_the_levels(tmp_path: Path) -> None:
    loud, silent = tone(tmp_path, "a.wav", 0.5, 2.0), tone(tmp_path, "b.wav", 0.0, 2.0)
    first, second = read_clips([SoundClip(loud), SoundClip(silent)])
    assert np.abs(first.samples).max() == pytest.approx(0.5 * 32_767, rel=0.01)
    assert not second.samples.any()


def test_a_file_that_is_gone_or_has_no_sound_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(AudioError):
        read_clips([SoundClip(tmp_path / "gone.wav")])
    with pytest.raises(AudioError):
        read_clips([SoundClip(tone(tmp_path, "a.wav", 0.5, 2.0), 5.0, 6.0)])


def test_the_player_takes_a_clip_as_it_takes_a_file(tmp_path: Path) -> None:
    (made,) = read_clips([SoundClip(tone(tmp_path, "a.wav", 0.5, 4.0), 1.0, 3.0)])
    player = Player()
    try:
        player.load(made)
        while (state := player.state).opening:
            pass
        assert state.duration_s == pytest.approx(2.0)
    finally:
        player.close()
