"""Joined sounds are read to the end across any run of tags and zeros that lies between them."""

from __future__ import annotations

import struct
from pathlib import Path

import numpy as np
import pytest
import soundfile

from core.audio.completeness import Completeness, completeness
from core.audio.decode import AudioReader
from tests.support.encoded_sounds import encoded, melody, needs_ffmpeg

RATE_HZ = 44_100
SECONDS = (1.0, 0.8)
ID3V1 = b"TAG".ljust(128, b"x")
ID3V2 = b"ID3\x03\0\0\0\0\x17\x38" + b"TIT2" + bytes(3000 - 4)
ITEM = struct.pack("<II", 4, 0) + b"Title\0abcd"
APE = ITEM + b"APETAGEX" + struct.pack("<IIII", 2000, len(ITEM) + 32, 1, 0) + bytes(8)
BETWEEN = {
    "APE, ID3v1, ID3v2": APE + ID3V1 + ID3V2,
    "zeros": bytes(1000),
    "tags and zeros": ID3V1 + bytes(4096) + ID3V2 + bytes(12),
    "a few stray bytes": b"\x17stray bytes",
}


def assert_length(path: Path, seconds: float) -> None:
    with AudioReader(path) as reader:
        n_frames = sum(len(block) for block in reader.blocks())
        assert n_frames / reader.info.rate_hz == pytest.approx(seconds, abs=0.1)
        assert reader.info.duration_s == pytest.approx(seconds, abs=0.1)
        assert reader.warnings == ()


@pytest.mark.parametrize("suffix", ["wav", "aiff", "au", "caf", "w64", "rf64"])
@pytest.mark.parametrize("between", BETWEEN)
def test_of_sounds_without_compression_not_a_sample_differs(
    tmp_path: Path, suffix: str, between: str
) -> None:
    sounds, contents = [], []
    for seed, seconds in enumerate(SECONDS):
        sounds.append(melody(seconds, seed))
        soundfile.write(tmp_path / f"part.{suffix}", sounds[-1], RATE_HZ, subtype="PCM_16")
        contents.append((tmp_path / f"part.{suffix}").read_bytes())
    path = tmp_path / f"song.{suffix}"
    path.write_bytes(BETWEEN[between].join(contents))
    with AudioReader(path) as reader:
        whole = np.concatenate(list(reader.blocks()))
        assert reader.warnings == ()
    np.testing.assert_allclose(whole, np.concatenate(sounds), atol=1e-4)


@needs_ffmpeg
@pytest.mark.parametrize(
    ("suffix", "codec"),
    [
        ("m4a", "aac"), ("mov", "pcm_s16le"), ("tta", "tta"), ("wv", "wavpack"),
        ("wma", "wmav2"), ("caf", "alac"), ("mka", "flac"), ("webm", "libvorbis"),
    ],
)  # fmt: skip
def test_what_only_ffmpeg_reads_is_read_whole(tmp_path: Path, suffix: str, codec: str) -> None:
    contents = [
        encoded(
            tmp_path / f"part{seed}.{suffix}", ("-c:a", codec), melody(seconds, seed)
        ).read_bytes()
        for seed, seconds in enumerate(SECONDS)
    ]
    for between in ("APE, ID3v1, ID3v2", "tags and zeros"):
        path = tmp_path / f"song.{suffix}"
        path.write_bytes(BETWEEN[between].join(contents))
        assert_length(path, sum(SECONDS))


@needs_ffmpeg
@pytest.mark.parametrize("piped", [False, True])
@pytest.mark.parametrize(
    ("suffix", "muxer", "codec"),
    [("mka", "matroska", "flac"), ("mkv", "matroska", "libvorbis"), ("webm", "webm", "libopus")],
)
def test_joined_matroska_may_change_its_rate_and_channels(
    tmp_path: Path, suffix: str, muxer: str, codec: str, *, piped: bool
) -> None:
    path, options = tmp_path / f"song.{suffix}", ("-c:a", codec, "-f", muxer)
    for between in (ID3V1,) if piped else (b"",):
        contents = [
            encoded(
                tmp_path / f"part.{suffix}",
                options,
                melody(0.8, seed, rate_hz, 1 + seed % 2),
                rate_hz,
                piped=piped,
            ).read_bytes()
            for seed, rate_hz in enumerate((48_000, 48_000, 24_000))
        ]
        path.write_bytes(between.join(contents))
        assert_length(path, 2.4)


@pytest.mark.parametrize("suffix", ["au", "w64"])
@pytest.mark.parametrize("behind", [ID3V1, bytes(50_000), APE + ID3V1 + ID3V2 + bytes(30)])
def test_tags_and_zeros_behind_a_sound_are_not_decoded(
    tmp_path: Path, suffix: str, behind: bytes
) -> None:
    path, sound = tmp_path / f"song.{suffix}", melody(0.5, 1)
    soundfile.write(path, sound, RATE_HZ)
    path.write_bytes(path.read_bytes() + behind)
    with AudioReader(path) as reader:
        assert reader.info.n_frames == len(sound)
        assert sum(len(block) for block in reader.blocks()) == len(sound)
        assert reader.warnings == ()


@needs_ffmpeg
@pytest.mark.parametrize("behind", [ID3V1, bytes(100), APE])
def test_an_mp4_with_tags_behind_is_complete(tmp_path: Path, behind: bytes) -> None:
    path = encoded(tmp_path / "song.m4a", ("-c:a", "aac"), melody(0.5, 1))
    path.write_bytes(path.read_bytes() + behind)
    assert completeness(path) is Completeness.WHOLE
    assert_length(path, 0.5)
