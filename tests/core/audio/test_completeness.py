"""A file that ends where its head says is whole; one that was cut anywhere is not."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import numpy as np
import pytest
import soundfile

from core.audio.completeness import Completeness, completeness

needs_ffmpeg = pytest.mark.skipif(shutil.which("ffmpeg") is None, reason="ffmpeg is not installed")
RATE_HZ = 22_050
SOUND = (0.3 * np.random.default_rng(1).normal(size=2 * RATE_HZ)).clip(-1, 1).astype(np.float32)
SHARES = (0.02, 0.3, 0.5, 0.9, 0.999)


def cut(path: Path, share: float) -> Path:
    data = path.read_bytes()
    other = path.with_name(f"cut{path.suffix}")
    other.write_bytes(data[: round(len(data) * share)])
    return other


@pytest.mark.parametrize(
    "suffix", ["wav", "aiff", "au", "caf", "w64", "rf64", "flac", "ogg", "mp3"]
)
def test_what_libsndfile_writes_is_whole_and_its_beginnings_are_not(
    tmp_path: Path, suffix: str
) -> None:
    path = tmp_path / f"song.{suffix}"
    soundfile.write(path, SOUND, RATE_HZ)
    assert completeness(path) is Completeness.WHOLE
    assert all(completeness(cut(path, share)) is not Completeness.WHOLE for share in SHARES)


CODECS = {
    "m4a": ("aac",), "mp4": ("aac", "-movflags", "+faststart"), "wma": ("wmav2",),
    "mka": ("flac",), "opus": ("libopus",), "webm": ("libopus",),
    "flac": ("flac",), "mp3": ("libmp3lame", "-q:a", "4"),
}  # fmt: skip


@needs_ffmpeg
@pytest.mark.parametrize("suffix", CODECS)
def test_what_ffmpeg_writes_is_whole_and_its_beginnings_are_not(
    tmp_path: Path, suffix: str
) -> None:
    source, path = tmp_path / "source.wav", tmp_path / f"song.{suffix}"
    soundfile.write(source, SOUND, RATE_HZ)
    command = ["ffmpeg", "-v", "error", "-i", source, "-c:a", *CODECS[suffix], path]
    done = subprocess.run(command, capture_output=True, check=False)
    if done.returncode:
        pytest.skip(f"this ffmpeg writes no {suffix}")
    assert completeness(path) is Completeness.WHOLE
    assert all(completeness(cut(path, share)) is not Completeness.WHOLE for share in SHARES)


def test_an_mp3_without_a_count_says_nothing_unless_a_tag_closes_it(tmp_path: Path) -> None:
    path = tmp_path / "song.mp3"
    soundfile.write(path, SOUND, RATE_HZ)
    data = path.read_bytes().replace(b"Xing", b"\0\0\0\0").replace(b"Info", b"\0\0\0\0")
    path.write_bytes(data)
    assert completeness(path) is Completeness.UNKNOWN
    path.write_bytes(data + b"TAG".ljust(128, b" "))
    assert completeness(path) is Completeness.WHOLE


@pytest.mark.parametrize("content", [b"", b"x", b"RIFF", b"OggS", b"fLaC", bytes(5000), b"ID3"])
def test_what_is_no_song_is_never_whole(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "odd.wav").write_bytes(content)
    assert completeness(tmp_path / "odd.wav") is not Completeness.WHOLE
    assert completeness(tmp_path / "absent.wav") is Completeness.UNKNOWN
