"""A file that ends where its head says is whole; one that was cut anywhere is not."""

from __future__ import annotations

import shutil
import struct
import subprocess
from pathlib import Path

import numpy as np
import pytest
import soundfile

from core.audio.completeness import Completeness, completeness
from core.audio.container_damage import container_damage
from core.audio.decode import AudioReader
from tests.support.encoded_sounds import encoded

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


TAGS = {
    "ID3v1": b"TAG".ljust(128, b" "),
    "ID3v1 and APE": b"APETAGEX" + struct.pack("<IIII", 2000, 2000, 1, 0) + bytes(8),
    "some zeros": bytes(20),
    "some bytes": b"\x17stray",
}


@pytest.mark.parametrize("tag", TAGS)
def test_a_flac_with_something_behind_it_is_whole_and_its_beginnings_are_not(
    tmp_path: Path, tag: str
) -> None:
    path = tmp_path / "song.flac"
    soundfile.write(path, SOUND, RATE_HZ)
    behind = TAGS[tag]
    if "APE" in tag:
        behind = bytes(2000 - 32) + behind + TAGS["ID3v1"]
    path.write_bytes(path.read_bytes() + behind)
    assert completeness(path) is Completeness.WHOLE
    with AudioReader(path) as reader:
        assert sum(len(block) for block in reader.blocks()) == len(SOUND)
        assert reader.warnings == ()
    whole = path.read_bytes()[: -len(behind)]
    for n_missing in (1, 5, 70, 300, 3000):
        path.write_bytes(whole[:-n_missing] + behind)
        assert completeness(path) is not Completeness.WHOLE


def test_a_flac_behind_an_id3_tag_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "song.flac"
    soundfile.write(path, SOUND, RATE_HZ)
    path.write_bytes(b"ID3\x04\0\0\0\0\x01\x00" + bytes(128) + path.read_bytes())
    assert completeness(path) is Completeness.WHOLE
    assert completeness(cut(path, 0.9)) is Completeness.CUT


@pytest.mark.parametrize("mark", [b"RF64", b"BW64"])
def test_a_bw64_tells_where_it_ends_as_an_rf64_does(tmp_path: Path, mark: bytes) -> None:
    path = tmp_path / "song.rf64"
    soundfile.write(path, SOUND, RATE_HZ, format="RF64")
    path.write_bytes(mark + path.read_bytes()[4:])
    assert completeness(path) is Completeness.WHOLE
    other = cut(path, 0.9)
    assert completeness(other) is Completeness.CUT
    assert "bytes are missing" in container_damage(other)


@pytest.mark.parametrize("suffix", ["wav", "aiff", "au", "caf", "w64", "rf64"])
def test_a_cut_container_is_told_and_a_whole_one_is_not(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"song.{suffix}"
    soundfile.write(path, SOUND, RATE_HZ)
    assert container_damage(path) == ""
    assert "bytes are missing" in container_damage(cut(path, 0.9))


@needs_ffmpeg
@pytest.mark.parametrize(
    ("suffix", "codec"), [("avi", "libmp3lame"), ("flv", "libmp3lame"), ("voc", "pcm_s16le")]
)
def test_what_ffmpeg_reads_of_a_cut_file_is_told_as_cut(
    tmp_path: Path, suffix: str, codec: str
) -> None:
    for piped in (True, False):
        path = tmp_path / f"song.{suffix}"
        encoded(path, ("-c:a", codec, "-f", suffix), SOUND, RATE_HZ, piped=piped)
        assert container_damage(path) == ""
        with AudioReader(path) as reader:
            n_frames = sum(len(block) for block in reader.blocks())
            assert reader.warnings == ()
    for share in (0.6, 0.9):
        with AudioReader(cut(path, share)) as reader:
            n_read = sum(len(block) for block in reader.blocks())
            assert 0.2 * n_frames < n_read <= n_frames
            assert reader.warnings[0].startswith(f"cut.{suffix} is damaged")
