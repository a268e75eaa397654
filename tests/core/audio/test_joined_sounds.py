"""Several sounds in one file are read one after another, whatever their containers and codecs."""

from __future__ import annotations

import struct
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
    "television": ("wtv", "-c:a", "mp2"),
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


def without_length(wav: Path) -> Path:
    """Write over both lengths of a WAV what programs write that write into a pipe."""
    data = bytearray(wav.read_bytes())
    sound = data.index(b"data")
    data[4:8] = data[sound + 4 : sound + 8] = b"\xff\xff\xff\xff"
    wav.write_bytes(data)
    return wav


@pytest.mark.parametrize("rates_hz", [(44_100, 44_100, 44_100), (44_100, 22_050, 8_000)])
def test_joined_wav_files_that_were_written_into_pipes_are_read_one_after_another(
    tmp_path: Path, rates_hz: tuple[int, ...]
) -> None:
    parts = []
    for seed, (seconds, rate_hz) in enumerate(zip(SECONDS, rates_hz, strict=True)):
        parts.append(tmp_path / f"part{seed}.wav")
        soundfile.write(parts[-1], melody(seconds, seed, rate_hz), rate_hz)
        without_length(parts[-1])
    with AudioReader(joined(tmp_path / "song.wav", parts)) as reader:
        whole = np.concatenate(list(reader.blocks()))
        assert len(whole) / RATE_HZ == pytest.approx(sum(SECONDS), abs=0.01)
        assert reader.info.duration_s == pytest.approx(sum(SECONDS), abs=0.01)
        assert reader.warnings == ()
    if len(set(rates_hz)) == 1:
        wanted = np.concatenate([melody(seconds, seed) for seed, seconds in enumerate(SECONDS)])
        np.testing.assert_allclose(whole, wanted, atol=1e-4)


def with_count(path: Path, n_bytes: int, behind: bytes = b"") -> Path:
    """Write 4 s of 8 kHz whose head counts so many bytes."""
    soundfile.write(path, melody(4.0, 1, 8000, 1), 8000, subtype="PCM_16")
    data = bytearray(path.read_bytes())
    sound = data.index(b"data")
    data[sound + 4 : sound + 8] = n_bytes.to_bytes(4, "little")
    data[4:8] = (sound + n_bytes).to_bytes(4, "little")
    path.write_bytes(data + behind)
    return path


def test_what_a_crashed_recorder_has_not_counted_is_told(tmp_path: Path) -> None:
    with AudioReader(with_count(tmp_path / "half.wav", 32_000)) as reader:
        assert len(np.concatenate(list(reader.blocks()))) == 16_000
        [remark] = reader.warnings
    assert "ends after 2.0 s" in remark
    assert "2.0 s more" in remark


def test_what_is_not_counted_may_begin_with_a_long_rest(tmp_path: Path) -> None:
    path = with_count(tmp_path / "rest.wav", 64_000, bytes(100_000) + b"\1\2" * 3000)
    with AudioReader(path) as reader:
        reader.read(100_000)
        assert "ends after 4.0 s" in reader.warnings[0]


def rf64(path: Path, mark: bytes, n_sound: int, n_file: int) -> Path:
    """Write 4 s of 8 kHz in an RF64 of such a mark, whose chunk of lengths tells these."""
    sound = melody(4.0, 1, 8000, 1)
    soundfile.write(path, sound, 8000, subtype="PCM_16", format="RF64")
    data = bytearray(path.read_bytes())
    data[:4] = mark
    data[20:36] = struct.pack("<QQ", n_file, n_sound)
    path.write_bytes(data)
    return path


@pytest.mark.parametrize("mark", [b"RF64", b"BW64"])
@pytest.mark.parametrize("n_told", [0, (1 << 64) - 1, 64_000])
def test_rf64_is_read_whole_whatever_it_is_called_and_tells(
    tmp_path: Path, mark: bytes, n_told: int
) -> None:
    path = rf64(tmp_path / "song.wav", mark, n_told, n_told)
    with AudioReader(path) as reader:
        assert reader.info.n_frames == 32_000
        whole = np.concatenate(list(reader.blocks()))
        np.testing.assert_allclose(whole, melody(4.0, 1, 8000, 1), atol=1e-4)
        reader.seek(20_000)
        assert np.array_equal(reader.read(500), whole[20_000:20_500])
        assert reader.warnings == ()


@pytest.mark.parametrize("mark", [b"RF64", b"BW64"])
def test_what_an_rf64_has_not_counted_or_does_not_have_is_told(tmp_path: Path, mark: bytes) -> None:
    for n_sound, told in ((32_000, "ends after 2.0 s"), (128_000, "cut off")):
        path = rf64(tmp_path / "song.wav", mark, n_sound, n_sound + 100)
        with AudioReader(path) as reader:
            assert len(np.concatenate(list(reader.blocks()))) == min(n_sound, 64_000) // 2
            assert told in reader.warnings[0]


@pytest.mark.parametrize(
    "behind",
    [
        b"",
        ID3V1,
        b"LIST" + (10_000).to_bytes(4, "little") + b"x" * 10_000,
        bytes(20_000),
        b"x" * 99,
    ],
)
def test_what_is_no_sound_behind_one_is_not_told(tmp_path: Path, behind: bytes) -> None:
    with AudioReader(with_count(tmp_path / "song.wav", 64_000, behind)) as reader:
        assert len(np.concatenate(list(reader.blocks()))) == 32_000
        assert reader.warnings == ()


def test_of_a_wav_of_more_than_4_gb_all_is_read(tmp_path: Path) -> None:
    path, n_bytes = with_count(tmp_path / "long.wav", 64_000), (1 << 32) + 64_000
    end = melody(0.1, 2, 8000, 1)[:, 0]
    samples = (end * 32767).astype("<i2")
    with path.open("r+b") as file:  # the rest of it takes no room on the disk
        file.seek(44 + n_bytes - len(samples) * 2)
        file.write(samples.tobytes() + b"LIST" + (4).to_bytes(4, "little") + b"more")
    with AudioReader(path) as reader:
        assert reader.info.n_frames == n_bytes // 2
        reader.seek(n_bytes // 2 - len(end))
        np.testing.assert_allclose(reader.read(len(end))[:, 0], end, atol=1e-4)
        assert len(reader.read(10)) == 0
        assert reader.warnings == ()
