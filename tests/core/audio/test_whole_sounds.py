"""All of a sound is read, whatever its head says, and through whatever it takes."""

from __future__ import annotations

import struct
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import soundfile
from numpy.typing import NDArray

from core.audio import ogg
from core.audio.decode import AudioReader
from core.errors import AudioError
from tests.support.encoded_sounds import RATE_HZ, Samples, encoded, melody, needs_ffmpeg

TOLERANCE_S = 0.1


def read(path: Path) -> tuple[float, Samples, tuple[str, ...]]:
    """(The length told at opening, everything, the warnings)."""
    with AudioReader(path) as reader:
        whole = np.concatenate(list(reader.blocks()))
        return reader.info.duration_s, whole, reader.warnings


def rate_of(path: Path) -> int:
    with AudioReader(path) as reader:
        return reader.info.rate_hz


def assert_whole(path: Path, seconds: float) -> None:
    """Check length, told length, silence about damage, and exact seeks."""
    rate_hz = rate_of(path)
    told_s, whole, warnings = read(path)
    assert len(whole) / rate_hz == pytest.approx(seconds, abs=TOLERANCE_S)
    assert told_s == pytest.approx(seconds, abs=TOLERANCE_S)
    assert warnings == ()
    with AudioReader(path) as reader:
        for share in (0.75, 0.1, 0.5, 0.9):
            frame = round(share * len(whole))
            reader.seek(frame)
            assert np.allclose(reader.read(4000), whole[frame : frame + 4000], atol=1e-5), share


@needs_ffmpeg
@pytest.mark.parametrize(
    ("suffix", "options"),
    [
        ("flac", ("-f", "flac")), ("w64", ("-f", "w64")), ("wav", ("-f", "wav")),
        ("rf64.wav", ("-f", "wav", "-rf64", "always")), ("aac", ("-f", "adts")),
        ("mp3", ("-f", "mp3")), ("mka", ("-f", "matroska", "-c:a", "flac")),
        ("tta", ("-f", "tta")), ("wv", ("-f", "wv")), ("caf", ("-f", "caf", "-c:a", "pcm_s16be")),
        ("au", ("-f", "au")), ("ogg", ("-f", "ogg", "-c:a", "libvorbis")),
    ],
)  # fmt: skip
def test_what_was_written_into_a_pipe_is_read_whole(
    tmp_path: Path, suffix: str, options: tuple[str, ...]
) -> None:
    path = encoded(tmp_path / f"piped.{suffix}", options, melody(6, 1), piped=True)
    assert_whole(path, 6.0)


@needs_ffmpeg
def test_a_flac_file_whose_head_counts_too_few_samples_is_read_whole(tmp_path: Path) -> None:
    path = encoded(tmp_path / "low.flac", (), melody(5, 2))
    data = bytearray(path.read_bytes())
    data[22:26] = struct.pack(">I", 40_000)
    path.write_bytes(bytes(data))
    assert_whole(path, 5.0)


@needs_ffmpeg
@pytest.mark.parametrize("n_frames", [1, 60, 0])
def test_an_mp3_whose_head_counts_too_few_frames_is_read_whole(
    tmp_path: Path, n_frames: int
) -> None:
    path = encoded(tmp_path / "low.mp3", ("-b:a", "128k"), melody(5, 3))
    data = bytearray(path.read_bytes())
    mark = max(data.find(b"Xing"), data.find(b"Info"))
    data[mark + 8 : mark + 12] = struct.pack(">I", n_frames)
    path.write_bytes(bytes(data))
    assert_whole(path, 5.0)


def test_a_flac_file_that_is_cut_off_is_sought_exactly(tmp_path: Path) -> None:
    path = tmp_path / "cut.flac"
    soundfile.write(path, melody(4, 17, 96_000, 1), 96_000)
    path.write_bytes(path.read_bytes()[: path.stat().st_size * 3 // 5])
    whole = read(path)[1]
    with AudioReader(path) as reader:
        for frame in (len(whole) * 9 // 10, 1000, len(whole) - 500):
            reader.seek(frame)
            assert np.array_equal(reader.read(400), whole[frame : frame + 400]), frame


def test_a_tag_behind_a_flac_file_is_no_damage(tmp_path: Path) -> None:
    path = tmp_path / "tagged.flac"
    soundfile.write(path, melody(2, 18), RATE_HZ)
    path.write_bytes(path.read_bytes() + TAGS["ID3v1"])
    assert_whole(path, 2.0)


def id3_tag() -> bytes:
    return (
        b"ID3\x04\0\0\0\0\x01\x00"
        + b"TIT2"
        + struct.pack(">I", 6)
        + b"\0\0\x03Title"[:8]
        + bytes(112)
    )


TAGS = {
    "nothing": b"",
    "ID3v1": b"TAG" + bytes(125),
    "APE": b"APETAGEX" + struct.pack("<IIII", 2000, 32, 0, 0) + bytes(8),
    "ID3v2": id3_tag(),
}


@needs_ffmpeg
@pytest.mark.parametrize("between", TAGS)
@pytest.mark.parametrize("options", [("-b:a", "128k"), ("-q:a", "4", "-write_xing", "0")])
def test_joined_mp3_files_are_read_to_the_end(
    tmp_path: Path, between: str, options: tuple[str, ...]
) -> None:
    parts = [encoded(tmp_path / f"{seed}.mp3", options, melody(4, seed)) for seed in (4, 5)]
    joined = tmp_path / "joined.mp3"
    joined.write_bytes(TAGS[between].join(part.read_bytes() for part in parts))
    told_s, whole, warnings = read(joined)
    assert told_s == pytest.approx(8.0, abs=TOLERANCE_S)
    assert len(whole) / RATE_HZ == pytest.approx(8.0, abs=TOLERANCE_S)
    assert not any("of" in warning for warning in warnings)


def chained(path: Path, sounds: list[tuple[str, str, Samples, int]]) -> Path:
    """Write Ogg files, (suffix, codec, sound, rate), one after another into one."""
    links = []
    for number, (suffix, codec, sound, rate_hz) in enumerate(sounds):
        link = encoded(
            path.with_name(f"{number}.{suffix}"),
            ("-c:a", codec, "-serial_offset", str(10 * number)), sound, rate_hz,
        )  # fmt: skip
        links.append(link.read_bytes())
    path.write_bytes(b"".join(links))
    return path


@needs_ffmpeg
@pytest.mark.parametrize(
    "links",
    [
        [("ogg", "libvorbis", 44_100, 2)] * 2,
        [("ogg", "libvorbis", 44_100, 2)] * 3,
        [("ogg", "libvorbis", 44_100, 2), ("ogg", "libvorbis", 48_000, 2)],
        [("ogg", "libvorbis", 48_000, 1), ("ogg", "libvorbis", 22_050, 2)],
        [("opus", "libopus", 48_000, 2), ("opus", "libopus", 48_000, 1)],
        [("ogg", "libvorbis", 44_100, 2), ("opus", "libopus", 48_000, 2)],
        [("oga", "flac", 44_100, 2), ("oga", "flac", 44_100, 2)],
    ],
)
def test_every_link_of_a_chained_ogg_file_is_read(
    tmp_path: Path, links: list[tuple[str, str, int, int]]
) -> None:
    sounds = [
        (suffix, codec, melody(3, seed, rate_hz, channels), rate_hz)
        for seed, (suffix, codec, rate_hz, channels) in enumerate(links)
    ]
    assert_whole(chained(tmp_path / "chained.ogg", sounds), 3.0 * len(links))


def with_an_early_end(path: Path) -> Path:
    """Mark every page of the second half as the last one of its stream, as old encoders did."""
    with path.open("rb") as file:
        found = list(ogg.pages(file))
    marked = bytearray()
    for number, page in enumerate(found):
        is_late = number > len(found) // 2
        flags = bytes([page.head[5] | (4 if is_late else 0)])
        head, tail = (
            page.head[:5] + flags + page.head[6:22],
            page.head[26:] + page.table + page.body,
        )
        marked += head + struct.pack("<I", ogg.checksum(head + bytes(4) + tail)) + tail
    path.write_bytes(bytes(marked))
    return path


@needs_ffmpeg
@pytest.mark.parametrize(("suffix", "codec"), [("ogg", "libvorbis"), ("opus", "libopus")])
def test_pages_behind_one_that_is_marked_as_the_last_are_read(
    tmp_path: Path, suffix: str, codec: str
) -> None:
    path = encoded(tmp_path / f"song.{suffix}", ("-c:a", codec), melody(20, 8, 48_000), 48_000)
    assert_whole(with_an_early_end(path), 20.0)


@needs_ffmpeg
def test_the_links_are_read_in_their_order_at_the_first_ones_rate(tmp_path: Path) -> None:
    sounds = [melody(2, 6), melody(2, 7, 48_000)]
    path = chained(
        tmp_path / "chained.ogg",
        [("ogg", "libvorbis", sounds[0], RATE_HZ), ("ogg", "libvorbis", sounds[1], 48_000)],
    )
    _, whole, _ = read(path)
    second = whole[2 * RATE_HZ : 4 * RATE_HZ, 0]
    again = np.interp(np.arange(len(second)) / RATE_HZ, np.arange(96_000) / 48_000, sounds[1][:, 0])
    assert np.corrcoef(whole[: 2 * RATE_HZ, 0], sounds[0][:, 0])[0, 1] > 0.95
    assert np.corrcoef(second, again)[0, 1] > 0.95


@pytest.mark.parametrize("rates", [(44_100, 44_100), (44_100, 48_000), (48_000, 22_050)])
def test_joined_flac_files_are_read_to_the_last_sample(
    tmp_path: Path, rates: tuple[int, int]
) -> None:
    joined = b""
    for seed, rate_hz in enumerate(rates):  # of equal length, so that the last frame tells nothing
        part = tmp_path / f"{seed}.flac"
        soundfile.write(part, melody(2, seed, rate_hz), rate_hz)
        joined += part.read_bytes()
    path = tmp_path / "joined.flac"
    path.write_bytes(joined)
    assert_whole(path, 4.0)


@needs_ffmpeg
@pytest.mark.parametrize(
    ("name", "options", "rate_hz", "channels"),
    [
        ("mp2.wav", ("-c:a", "mp2"), 44_100, 2), ("ac3.wav", ("-c:a", "ac3"), 48_000, 2),
        ("wma.wav", ("-c:a", "wmav2"), 44_100, 2), ("swf.wav", ("-c:a", "adpcm_swf"), 44_100, 2),
        ("yamaha.wav", ("-c:a", "adpcm_yamaha"), 44_100, 2),
        ("gsm.wav", ("-c:a", "libgsm_ms"), 8_000, 1), ("mp3.wav", ("-c:a", "mp3"), 44_100, 2),
        ("flac.ogg", ("-c:a", "flac"), 44_100, 2), ("speex.ogg", ("-c:a", "libspeex"), 16_000, 1),
        ("alac.caf", ("-c:a", "alac"), 44_100, 2), ("opus.caf", ("-c:a", "libopus"), 48_000, 2),
        ("g726.au", ("-c:a", "g726le", "-f", "au"), 8_000, 1), ("song.ac3", (), 48_000, 2),
        ("song.wma", (), 44_100, 2), ("low.wma", (), 8_000, 1), ("song.eac3", (), 48_000, 2),
        ("song.dts", ("-c:a", "dca", "-strict", "-2"), 48_000, 2),
        ("song.mlp", ("-strict", "-2"), 48_000, 2),
    ],
)  # fmt: skip
def test_insides_that_libsndfile_does_not_know_are_read(
    tmp_path: Path, name: str, options: tuple[str, ...], rate_hz: int, channels: int
) -> None:
    assert_whole(encoded(tmp_path / name, options, melody(5, 8, rate_hz, channels), rate_hz), 5.0)


@needs_ffmpeg
def test_the_sound_of_a_film_is_read(tmp_path: Path) -> None:
    picture = ("-f", "lavfi", "-i", "testsrc=size=64x48:rate=10:duration=4")
    options = (*picture, "-map", "1:v", "-map", "0:a", "-c:v", "libtheora", "-c:a", "libvorbis")
    assert_whole(encoded(tmp_path / "film.ogg", options, melody(4, 9)), 4.0)


@pytest.mark.parametrize(
    ("name", "subtype"),
    [
        ("a.wav", "GSM610"), ("a.wav", "G721_32"), ("a.wav", "NMS_ADPCM_16"),
        ("a.wav", "NMS_ADPCM_24"), ("a.wav", "NMS_ADPCM_32"), ("a.au", "G723_24"),
        ("a.au", "G723_40"), ("a.xi", "DPCM_8"), ("a.xi", "DPCM_16"), ("a.aiff", "DWVW_16"),
        ("a.w64", "GSM610"),
    ],
)  # fmt: skip
def test_what_libsndfile_cannot_seek_in_is_read_forward(
    tmp_path: Path, name: str, subtype: str
) -> None:
    path = tmp_path / name
    soundfile.write(path, melody(3, 10, 8_000, 1), 8_000, subtype=subtype)
    assert_whole(path, 3.0 * 8_000 / rate_of(path))


def written_by_libsndfile(folder: Path) -> list[Path]:
    """One file for every format and subtype that libsndfile can write here."""
    sound = melody(0.5, 11, 8_000, 1)
    paths = []
    for kind in soundfile.available_formats():
        for subtype in soundfile.available_subtypes(kind):
            path = folder / f"{kind}-{subtype}.{kind.lower()}"
            rate_hz = 48_000 if subtype == "OPUS" else 8_000
            try:
                soundfile.write(path, sound, rate_hz, format=kind, subtype=subtype)
            except (soundfile.LibsndfileError, ValueError):
                continue
            paths.append(path)
    return paths


def damaged_whole(data: bytes) -> bytes:
    return data


def damaged_cut(data: bytes) -> bytes:
    return data[: len(data) * 2 // 3]


def damaged_scratch(data: bytes) -> bytes:
    middle = len(data) // 2
    return data[:middle] + np.random.default_rng(12).bytes(300) + data[middle + 300 :]


def damaged_head(data: bytes) -> bytes:
    return data[:12] + np.random.default_rng(13).bytes(24) + data[36:]


@pytest.mark.parametrize("damage", [damaged_whole, damaged_cut, damaged_scratch, damaged_head])
def test_only_audio_errors_leave_the_room_whatever_libsndfile_writes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, damage: Callable[[bytes], bytes]
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))  # what ffmpeg makes of them takes a minute more
    paths = written_by_libsndfile(tmp_path)
    assert len(paths) > 80
    for path in paths:
        path.write_bytes(damage(path.read_bytes()))
        try:
            with AudioReader(path) as reader:
                whole: NDArray[np.float32] = np.concatenate([*reader.blocks(), reader.read(1)])
                reader.seek(len(whole) // 2)
                reader.read(100)
                reader.read_near(len(whole) // 3, 100)
        except AudioError:
            assert damage is not damaged_whole or path.name.startswith("RAW"), path.name


@needs_ffmpeg
def test_without_ffmpeg_the_error_names_what_is_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    parts = [encoded(tmp_path / f"{seed}.mp3", (), melody(3, seed)) for seed in (14, 15)]
    joined = tmp_path / "joined.mp3"
    joined.write_bytes(b"".join(part.read_bytes() for part in parts))
    mp2 = encoded(tmp_path / "mp2.wav", ("-c:a", "mp2"), melody(1, 16))
    monkeypatch.setenv("PATH", str(tmp_path))
    assert any("Install ffmpeg" in warning for warning in read(joined)[2])
    with pytest.raises(AudioError, match="ffmpeg"):
        AudioReader(mp2)


@needs_ffmpeg
def test_opus_with_packets_over_two_pages_is_read_whole(tmp_path: Path) -> None:
    loud = np.random.default_rng(17).normal(0, 0.2, (2 * 48_000, 2)).astype(np.float32)
    options = ("-c:a", "libopus", "-b:a", "510k", "-vbr", "off")
    path = encoded(tmp_path / "packets.opus", options, loud, 48_000)
    with path.open("rb") as file:
        assert any(page.table.endswith(b"\xff") for page in ogg.pages(file))
    with pytest.raises(soundfile.LibsndfileError):
        soundfile.read(path)
    assert_whole(path, 2)


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("songs.zip", b"PK\x03\x04\x14" + bytes(100), "Unpack it"),
        ("song.mp3", b"PK\x03\x04\x14" + bytes(100), "Unpack it"),
        ("list.m3u8", b"#EXTM3U\nsong.mp3\n", "names some"),
        ("album.CUE", b'FILE "album.wav" WAVE\n', "names some"),
        ("tags.csv", b"file,rock\na.wav,1\n", "may hold decisions"),
        ("page.mp3", b"<html>not found</html>" * 20, "not a sound file"),
    ],
)
def test_what_only_holds_or_names_sounds_is_told_as_what_it_is(
    tmp_path: Path, name: str, data: bytes, words: str
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(AudioError, match=words):
        AudioReader(path)


def test_a_file_of_too_many_channels_is_not_called_damaged(tmp_path: Path) -> None:
    soundfile.write(tmp_path / "sphere.wav", np.zeros((100, 64)), 8000)
    with pytest.raises(AudioError, match="has 64 channels; up to 32"):
        AudioReader(tmp_path / "sphere.wav")
