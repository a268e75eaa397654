"""A sound between tags is read as without them, whatever its container; odd heads, too."""

from __future__ import annotations

import struct
from pathlib import Path

import numpy as np
import pytest
import soundfile

from core.audio.completeness import Completeness, completeness
from core.audio.container_damage import container_damage
from core.audio.decode import AudioReader
from core.audio.file_window import Window
from core.audio.mended_head import without_tags
from tests.support.encoded_sounds import (
    RATE_HZ,
    Samples,
    decoded_by_ffmpeg,
    encoded,
    melody,
    needs_ffmpeg,
)

ID3V1 = b"TAG".ljust(128, b"x")
LYRICS = b"LYRICSBEGININD0000210" + b"000021LYRICS200" + ID3V1
SILENT_FRAME = struct.pack("<II", 1 << 31, 3) + bytes(8)  # of Monkey's Audio
FRAME_BLOCKS, LAST_BLOCKS = 73_728, 30_000


def id3v2(n_bytes: int) -> bytes:
    size = bytes(n_bytes >> shift & 127 for shift in (21, 14, 7, 0))
    return b"ID3\x03\0\0" + size + b"TIT2".ljust(n_bytes, b"\0")


ONE, TWO = id3v2(2005), id3v2(1500) + id3v2(333)


def read(path: Path) -> tuple[float, Samples, tuple[str, ...]]:
    """(The length told at opening, everything, the warnings)."""
    with AudioReader(path) as reader:
        whole = np.concatenate(list(reader.blocks()))
        return reader.info.duration_s, whole, reader.warnings


@needs_ffmpeg
@pytest.mark.parametrize(
    ("suffix", "options"),
    [
        ("m4a", ("-c:a", "aac")), ("mov", ("-c:a", "pcm_s16le")), ("mka", ("-c:a", "ac3")),
        ("wma", ("-c:a", "wmav2")), ("wv", ("-c:a", "wavpack")), ("flv", ("-c:a", "libmp3lame")),
        ("wav", ("-c:a", "flac")), ("w64", ("-c:a", "pcm_s16le")), ("w64", ("-c:a", "ac3")),
        ("caf", ("-c:a", "pcm_s16be")), ("spx", ("-c:a", "libspeex", "-ar", "16000")),
        ("voc", ("-c:a", "pcm_s16le")), ("nut", ("-c:a", "libvorbis")), ("ac3", ()),
    ],
)  # fmt: skip
def test_tags_before_and_behind_change_nothing(
    tmp_path: Path, suffix: str, options: tuple[str, ...]
) -> None:
    path = encoded(tmp_path / f"song.{suffix}", options, melody(1.5, 1))
    data, (told_s, wanted, _) = path.read_bytes(), read(path)
    for before, behind in ((ONE, ID3V1), (TWO, b""), (b"", LYRICS)):
        path.write_bytes(before + data + behind)
        told_tagged_s, whole, warnings = read(path)
        assert warnings == ()
        assert told_tagged_s == pytest.approx(told_s, abs=0.05)
        np.testing.assert_allclose(whole, wanted, atol=1e-6)
        assert completeness(path) is not Completeness.CUT


@pytest.mark.parametrize("suffix", ["wav", "aiff", "caf"])
def test_what_a_head_between_tags_does_not_count_is_told(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"song.{suffix}"
    soundfile.write(path, melody(4.0, 1, 8000, 1), 8000, subtype="PCM_16")
    data = bytearray(path.read_bytes())
    name, at, layout = {
        "wav": (b"data", 4, "<I"), "aiff": (b"SSND", 4, ">I"), "caf": (b"data", 4, ">Q"),
    }[suffix]  # fmt: skip
    struct.pack_into(layout, data, data.index(name) + at, 32_000)
    if suffix == "aiff":
        struct.pack_into(">I", data, data.index(b"COMM") + 10, 15_996)
    for before in (b"", ONE):
        path.write_bytes(before + data)
        assert "ends after 2.0 s" in read(path)[2][0]


@pytest.mark.parametrize("suffix", ["w64", "au"])
def test_what_w64_and_au_do_not_count_is_read(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"song.{suffix}"
    soundfile.write(path, melody(4.0, 1, 8000, 1), 8000, subtype="PCM_16")
    data = bytearray(path.read_bytes())
    if suffix == "au":
        struct.pack_into(">I", data, 8, 32_000)
    else:
        struct.pack_into("<Q", data, data.index(b"data\xf3\xac\xd3\x11") + 16, 32_024)
    for before in (b"", ONE):
        path.write_bytes(before + data)
        np.testing.assert_allclose(read(path)[1], melody(4.0, 1, 8000, 1), atol=1e-4)


@pytest.mark.parametrize("share", [0.5, 0.9])
def test_an_ogg_behind_a_tag_that_is_cut_is_told_to_be(tmp_path: Path, share: float) -> None:
    path = tmp_path / "song.ogg"
    soundfile.write(path, melody(4.0, 1), RATE_HZ)
    data = path.read_bytes()
    path.write_bytes(ONE + data)
    assert completeness(path) is Completeness.WHOLE
    assert container_damage(path) == ""
    path.write_bytes(ONE + data[: round(len(data) * share)])
    assert completeness(path) is Completeness.CUT
    assert container_damage(path) != ""


def test_no_byte_that_a_head_counts_is_taken_for_a_tag(tmp_path: Path) -> None:
    path = tmp_path / "song.wav"
    soundfile.write(path, melody(0.5, 1), RATE_HZ, subtype="PCM_16")
    data = path.read_bytes()
    path.write_bytes(data[:-128] + ID3V1)
    assert without_tags(path) is None
    path.write_bytes(ONE + data + ID3V1)
    assert without_tags(path) == Window(len(ONE), len(ONE) + len(data))


@needs_ffmpeg
@pytest.mark.parametrize(
    ("suffix", "codec"), [("w64", "pcm_f32le"), ("voc", "pcm_s16le"), ("voc", "pcm_alaw")]
)
def test_numbers_and_blocks_that_libsndfile_takes_for_others_are_read_right(
    tmp_path: Path, suffix: str, codec: str
) -> None:
    path = encoded(tmp_path / f"song.{suffix}", ("-c:a", codec), melody(2.0, 3))
    wanted = decoded_by_ffmpeg(path, RATE_HZ, 2)
    for before in (b"", ONE):
        path.write_bytes(before + path.read_bytes())
        np.testing.assert_allclose(read(path)[1], wanted, atol=1e-4)


@needs_ffmpeg
@pytest.mark.parametrize(
    ("suffix", "options", "rates_hz", "channels"),
    [
        ("mp2", ("-c:a", "mp2"), (44_100, 32_000), 2),
        ("mp2", ("-c:a", "mp2"), (44_100, 44_100), 1),
        ("aac", ("-f", "adts"), (44_100, 22_050), 2), ("aac", ("-f", "adts"), (44_100, 48_000), 2),
        ("ac3", (), (48_000, 32_000), 1),
    ],
)  # fmt: skip
def test_joined_frames_may_change_their_rate_and_channels(
    tmp_path: Path,
    suffix: str,
    options: tuple[str, ...],
    rates_hz: tuple[int, int],
    channels: int,
) -> None:
    contents = [
        encoded(
            tmp_path / f"part.{suffix}", options, melody(1.5, seed, rate_hz, n), rate_hz
        ).read_bytes()
        for seed, (rate_hz, n) in enumerate(zip(rates_hz, (2, channels), strict=True))
    ]
    path = tmp_path / f"song.{suffix}"
    path.write_bytes(b"".join(contents))
    with AudioReader(path) as reader:
        read_s = sum(len(block) for block in reader.blocks()) / reader.info.rate_hz
        assert reader.warnings == ()
        assert read_s == pytest.approx(3.0, abs=0.15)
        assert reader.info.duration_s == pytest.approx(read_s, abs=0.05)


def monkeys_silence(n_frames: int, rate_hz: int) -> bytes:
    """Compose a Monkey's Audio file of version 3.99 whose frames are all marked as silent."""
    begin, n_bytes = 76 + 4 * n_frames, len(SILENT_FRAME)
    sizes = struct.pack("<IIIIIII", 52, 24, 4 * n_frames, 0, n_bytes * n_frames, 0, 0)
    shape = struct.pack("<IIIHHI", FRAME_BLOCKS, LAST_BLOCKS, n_frames, 16, 2, rate_hz)
    seeks = struct.pack(f"<{n_frames}I", *range(begin, begin + n_bytes * n_frames, n_bytes))
    head = b"MAC " + struct.pack("<HH", 3990, 0) + sizes + bytes(16) + struct.pack("<HH", 2000, 0)
    return head + shape + seeks + SILENT_FRAME * n_frames


def direct_stream(seconds: float) -> bytes:
    """Compose a DSF: one bit a sample, two channels in blocks of 4096 bytes by turns."""
    n_samples = round(seconds * 2_822_400)
    sound = np.random.default_rng(1).bytes(-(-n_samples // 8 // 4096) * 4096 * 2)
    sizes = struct.pack("<IIIIIIQII", 1, 0, 2, 2, 2_822_400, 1, n_samples, 4096, 0)
    body = b"fmt " + struct.pack("<Q", 52) + sizes
    body += b"data" + struct.pack("<Q", 12 + len(sound)) + sound
    return b"DSD " + struct.pack("<QQQ", 28, 28 + len(body), 0) + body


@needs_ffmpeg
@pytest.mark.parametrize(("before", "behind"), [(b"", b""), (TWO, ID3V1)])
def test_joined_files_that_no_program_here_writes_are_read_whole(
    tmp_path: Path, before: bytes, behind: bytes
) -> None:
    path = tmp_path / "song.ape"
    path.write_bytes(before + monkeys_silence(2, 44_100) + monkeys_silence(1, 22_050) + behind)
    told_s, whole, warnings = read(path)
    assert warnings == ()
    wanted = FRAME_BLOCKS + LAST_BLOCKS + 2 * LAST_BLOCKS
    assert (len(whole), told_s) == (
        pytest.approx(wanted, abs=128),
        pytest.approx(wanted / 44_100, abs=0.01),
    )
    path = tmp_path / "song.dsf"
    path.write_bytes(before + direct_stream(0.5) + direct_stream(0.25) + behind)
    told_s, whole, warnings = read(path)
    assert warnings == ()
    assert told_s == pytest.approx(0.75, abs=0.02)
    assert len(whole) / 352_800 == pytest.approx(0.75, abs=0.02)


@needs_ffmpeg
def test_an_flv_that_is_cut_between_two_tags_is_told_to_be(tmp_path: Path) -> None:
    path = encoded(tmp_path / "song.flv", ("-c:a", "libmp3lame"), melody(2.0, 1))
    data, offset = path.read_bytes(), 13
    assert container_damage(path) == ""
    while offset < len(data) * 2 // 3:
        offset += 15 + int.from_bytes(data[offset + 1 : offset + 4], "big")
    path.write_bytes(data[:offset])
    assert container_damage(path) != ""


@needs_ffmpeg
def test_a_piped_matroska_with_a_tag_behind_carries_no_remark(tmp_path: Path) -> None:
    options = ("-c:a", "flac", "-f", "matroska")
    path = encoded(tmp_path / "song.mka", options, melody(1.0, 1), piped=True)
    path.write_bytes(path.read_bytes() + ID3V1)
    _, whole, warnings = read(path)
    assert (len(whole), warnings) == (RATE_HZ, ())
