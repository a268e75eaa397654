"""A file opened ahead: the same samples as from the file, one at a time, never an older file's."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import soundfile

from core.audio.decode import AudioReader
from core.audio.player import Player
from core.audio.ready_sound import HEAD_S, OpenedAhead, ReadySound
from core.errors import AudioError
from tests.support.playing import tone

RATE_HZ = 8_000


@pytest.fixture(params=["wav", "flac", "ogg"])
def path(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    file = tmp_path / f"song.{request.param}"
    sound = tone(440.0, 6.0, RATE_HZ) * np.linspace(0.1, 1.0, 6 * RATE_HZ)
    soundfile.write(file, np.stack([sound, -sound], axis=1), RATE_HZ)
    return file


@pytest.mark.parametrize("start_s", [0.0, 2.5, 5.9, 60.0])
def test_it_reads_as_the_file_does_from_everywhere(path: Path, start_s: float) -> None:
    ready = ReadySound(path, start_s)
    with AudioReader(path) as reader:
        assert ready.info == reader.info
        first = round(start_s * RATE_HZ)
        for frame in (first, 0, first + 100, first + round(HEAD_S * RATE_HZ) - 10):
            ready.seek(frame)
            reader.seek(frame)
            sound = [ready.read(1000) for _ in range(20)]
            expected = np.concatenate([reader.read(1000) for _ in range(20)])
            found = np.concatenate(sound)
            assert len(found) >= min(len(expected), 19_000)
            n = min(len(found), len(expected))
            assert np.allclose(found[:n], expected[:n], atol=1e-3)
    ready.close()


def test_one_is_held_and_taken_once(tmp_path: Path) -> None:
    one, other = tmp_path / "1.wav", tmp_path / "2.wav"
    for file in (one, other):
        soundfile.write(file, tone(440.0, 1.0, RATE_HZ), RATE_HZ)
    ahead = OpenedAhead()
    ahead.hold(ReadySound(one))
    assert ahead.take(other) is None
    ahead.hold(ReadySound(other))
    assert ahead.take(one) is None
    taken = ahead.take(other)
    assert taken is not None
    assert ahead.take(other) is None
    taken.close()


def test_a_file_that_was_changed_since_is_opened_anew(tmp_path: Path) -> None:
    path = tmp_path / "1.wav"
    soundfile.write(path, tone(440.0, 1.0, RATE_HZ), RATE_HZ)
    ahead = OpenedAhead()
    ahead.hold(ReadySound(path))
    path.unlink()
    soundfile.write(path, tone(220.0, 2.0, RATE_HZ), RATE_HZ)
    assert ahead.take(path) is None


def test_a_file_that_is_missing_or_broken_is_not_held(tmp_path: Path) -> None:
    player = Player()
    broken = tmp_path / "broken.flac"
    broken.write_bytes(b"fLaC" + bytes(100))
    for path in (broken, tmp_path / "nowhere.wav"):
        with pytest.raises((AudioError, OSError)):
            player.make_ready(path)
        assert player._opened_ahead.take(path) is None
    player.close()


def test_many_channels_take_no_more_memory(tmp_path: Path) -> None:
    path = tmp_path / "wide.wav"
    soundfile.write(path, np.zeros((2 * 192_000, 32), np.float32), 192_000)
    ready = ReadySound(path)
    assert ready._head.nbytes <= 16 << 20
    assert sum(len(ready.read(9_600)) for _ in range(41)) == 2 * 192_000
    ready.close()


def test_a_player_that_is_closed_holds_nothing(tmp_path: Path) -> None:
    path = tmp_path / "1.wav"
    soundfile.write(path, tone(440.0, 1.0, RATE_HZ), RATE_HZ)
    player = Player()
    player.make_ready(path, 0.5)
    player.close()
    assert player._opened_ahead.take(path) is None
    player.make_ready(path)
    assert player._opened_ahead.take(path) is None
