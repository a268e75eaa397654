"""Several sounds in one file are read one after another, whatever their containers and codecs."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
import soundfile

from core.audio.decode import AudioReader
from tests.support.encoded_sounds import (
    Samples,
    decoded_by_ffmpeg,
    encoded,
    melody,
    needs_ffmpeg,
)

SECONDS = (1.25, 0.8, 1.0)
ID3V1 = b"TAG".ljust(128, b" ")
RATE_HZ = 44_100


def joined(path: Path, parts: Sequence[Path], between: bytes = b"") -> Path:
    path.write_bytes(between.join(part.read_bytes() for part in parts))
    return path


def assert_all_is_read(path: Path, parts: Sequence[Path]) -> None:
    """Compare with ffmpeg's decode of each part, also after a seek into each of them."""
    with AudioReader(path) as reader:
        told_s, rate_hz, channels = (
            reader.info.duration_s,
            reader.info.rate_hz,
            reader.info.channels,
        )
        middles = seek_points(parts, rate_hz, channels)
        reader.seek(middles[-1])
        first_found = reader.read(2000)
        reader.seek(0)
        whole = np.concatenate(list(reader.blocks()))
        assert reader.warnings == ()
        wanted = np.concatenate([decoded_by_ffmpeg(part, rate_hz, channels) for part in parts])
        assert len(whole) / rate_hz == pytest.approx(len(wanted) / rate_hz, abs=0.05)
        assert told_s == pytest.approx(len(whole) / rate_hz, abs=0.05 * len(parts))
        for frame in (*middles, *reversed(middles)):
            reader.seek(frame)
            np.testing.assert_array_equal(reader.read(2000), whole[frame : frame + 2000])
        np.testing.assert_array_equal(first_found, whole[middles[-1] :][:2000])
    n = min(len(whole), len(wanted))
    assert np.corrcoef(whole[:n, 0], wanted[:n, 0])[0, 1] > 0.98


def seek_points(parts: Sequence[Path], rate_hz: int, channels: int) -> list[int]:
    lengths = [len(decoded_by_ffmpeg(part, rate_hz, channels)) for part in parts]
    return [sum(lengths[:index]) + length // 3 for index, length in enumerate(lengths)]


@pytest.mark.parametrize("suffix", ["wav", "aiff", "au", "caf", "w64", "rf64"])
@pytest.mark.parametrize("between", [b"", ID3V1], ids=["", "with a tag between"])
def test_joined_files_without_compression_are_read_whole(
    tmp_path: Path, suffix: str, between: bytes
) -> None:
    parts, sounds = [], []
    for seed, seconds in enumerate(SECONDS):
        parts.append(tmp_path / f"part{seed}.{suffix}")
        sounds.append(melody(seconds, seed))
        soundfile.write(parts[-1], sounds[-1], RATE_HZ, subtype="PCM_16")
    path, wanted = joined(tmp_path / f"song.{suffix}", parts, between), np.concatenate(sounds)
    with AudioReader(path) as reader:
        assert reader.info.n_frames == len(wanted)
        whole = np.concatenate(list(reader.blocks()))
        assert reader.warnings == ()
        for frame in (100, 60_000, 95_000, 40_000, 5):
            reader.seek(frame)
            np.testing.assert_array_equal(reader.read(500), whole[frame : frame + 500])
    np.testing.assert_allclose(whole, wanted, atol=1e-4)


ENCODINGS = {
    "m4a aac": ("m4a", "-c:a", "aac"),
    "m4a alac": ("m4a", "-c:a", "alac"),
    "mov": ("mov", "-c:a", "pcm_s16le"),
    "3gp": ("3gp", "-c:a", "aac"),
    "wavpack": ("wv", "-c:a", "wavpack"),
    "true audio": ("tta", "-c:a", "tta"),
    "wma": ("wma", "-c:a", "wmav2"),
    "voc": ("voc", "-c:a", "pcm_u8"),
    "flv": ("flv", "-c:a", "libmp3lame"),
    "adpcm in wav": ("wav", "-c:a", "adpcm_ms"),
    "alac in caf": ("caf", "-c:a", "alac"),
}


@needs_ffmpeg
@pytest.mark.parametrize("name", ENCODINGS)
def test_joined_files_that_ffmpeg_stops_in_are_read_whole(tmp_path: Path, name: str) -> None:
    suffix, *options = ENCODINGS[name]
    parts = [
        encoded(tmp_path / f"part{seed}.{suffix}", options, melody(seconds, seed))
        for seed, seconds in enumerate(SECONDS)
    ]
    assert_all_is_read(joined(tmp_path / f"song.{suffix}", parts), parts)


@needs_ffmpeg
@pytest.mark.parametrize("codecs", ["flac libvorbis", "libopus flac libvorbis", "libspeex flac"])
def test_chained_ogg_of_several_codecs_is_read_whole(tmp_path: Path, codecs: str) -> None:
    parts = []
    for seed, codec in enumerate(codecs.split()):
        rate_hz = 16_000 if codec == "libspeex" else 48_000
        options = ("-c:a", codec, "-f", "ogg")
        sound = melody(SECONDS[seed], seed, rate_hz, 1)
        parts.append(encoded(tmp_path / f"part{seed}.ogg", options, sound, rate_hz))
    assert_all_is_read(joined(tmp_path / "song.ogg", parts), parts)


@needs_ffmpeg
def test_of_joined_sounds_with_an_unreadable_one_the_first_is_read_and_it_is_told(
    tmp_path: Path,
) -> None:
    part = encoded(tmp_path / "part.m4a", ("-c:a", "aac"), melody(1.0, 1))
    path = tmp_path / "song.m4a"
    path.write_bytes(part.read_bytes() + b"\0\0\0\x1cftypM4A " + bytes(3000))
    with AudioReader(path) as reader:
        whole = np.concatenate(list(reader.blocks()))
        assert "only the first" in reader.warnings[0]
    assert len(whole) / RATE_HZ == pytest.approx(1.0, abs=0.06)


def test_a_whole_sound_is_not_taken_for_two(tmp_path: Path) -> None:
    path = tmp_path / "song.wav"
    sound: Samples = melody(1.0, 1)
    soundfile.write(path, sound, RATE_HZ)
    path.write_bytes(path.read_bytes() + b"LIST" + (4).to_bytes(4, "little") + b"RIFF")
    with AudioReader(path) as reader:
        assert reader.info.n_frames == len(sound)
        assert len(np.concatenate(list(reader.blocks()))) == len(sound)
