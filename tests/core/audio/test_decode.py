"""Files to samples: every format, exact seeks, and every damage noticed."""

from __future__ import annotations

import os
import shutil
import struct
import subprocess
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import soundfile
from numpy.typing import NDArray

from core.audio import ogg
from core.audio.decode import AudioInfo, AudioReader
from core.audio.hashing import AudioHasher
from core.errors import AudioError
from core.messages import Message, message

Samples = NDArray[np.float32]

RATE_HZ = 44100
SECONDS = 3
needs_ffmpeg = pytest.mark.skipif(shutil.which("ffmpeg") is None, reason="ffmpeg is not installed")


def music(rate_hz: int = RATE_HZ, channels: int = 2, seconds: float = SECONDS) -> Samples:
    """Tones that rise, with noise: no two moments are alike."""
    time_s = np.arange(round(seconds * rate_hz)) / rate_hz
    noise = np.random.default_rng(7).normal(0, 0.02, len(time_s))
    voices = [
        0.3 * np.sin(2 * np.pi * (220 + 40 * k + 60 * time_s) * time_s) for k in range(channels)
    ]
    return (np.stack(voices, axis=1) + noise[:, None]).astype(np.float32)


def written(path: Path, samples: Samples, rate_hz: int = RATE_HZ, subtype: str = "") -> Path:
    """In blocks, because libsndfile crashes on long arrays in Ogg."""
    kind = {".ogg": "VORBIS", ".opus": "OPUS"}.get(path.suffix, subtype) or None
    container = "OGG" if path.suffix == ".opus" else None
    with soundfile.SoundFile(
        path, "w", rate_hz, samples.shape[1], subtype=kind, format=container
    ) as file:
        for begin in range(0, len(samples), 4096):
            file.write(samples[begin : begin + 4096])
    return path


def converted(source: Path, target: Path, *options: str) -> Path:
    command = ["ffmpeg", "-v", "error", "-y", "-i", str(source), "-vn", *options, str(target)]
    subprocess.run(command, check=True)
    return target


def info_of(path: Path) -> AudioInfo:
    with AudioReader(path) as reader:
        return reader.info


def everything(path: Path) -> Samples:
    with AudioReader(path) as reader:
        return np.concatenate(list(reader.blocks()))


def warnings_of(path: Path) -> tuple[str, ...]:
    with AudioReader(path) as reader:
        for _ in reader.blocks():
            pass
        return reader.warnings


def hash_of(path: Path, block_frames: int = 65_536) -> str:
    with AudioReader(path) as reader:
        hasher = AudioHasher(reader.info.rate_hz, reader.info.channels)
        for block in reader.blocks(block_frames):
            hasher.update(block)
    return hasher.hexdigest()


def cut(path: Path, share: float = 0.5) -> Path:
    data = path.read_bytes()
    path.write_bytes(data[: int(len(data) * share)])
    return path


def scratched(path: Path) -> Path:
    data = bytearray(path.read_bytes())
    middle = len(data) // 2
    data[middle : middle + 2000] = np.random.default_rng(1).bytes(2000)
    path.write_bytes(bytes(data))
    return path


@pytest.mark.parametrize("rate_hz", [8_000, 22_050, 44_100, 96_000, 192_000])
@pytest.mark.parametrize("channels", [1, 2, 8])
def test_wav_and_flac_of_any_rate_and_channels_come_back_exactly(
    tmp_path: Path, rate_hz: int, channels: int
) -> None:
    sound = (np.round(music(rate_hz, channels, 0.5) * 32768) / 32768).astype(np.float32)
    for name in ("song.wav", "song.flac"):
        path = written(tmp_path / name, sound, rate_hz)
        info = info_of(path)
        assert (info.rate_hz, info.channels, info.n_frames) == (rate_hz, channels, len(sound))
        assert np.array_equal(everything(path), sound)
        assert warnings_of(path) == ()


@pytest.mark.parametrize(
    ("suffix", "format_name"),
    [
        (".wav", "WAV"), (".flac", "FLAC"), (".ogg", "Ogg Vorbis"), (".mp3", "MP3"),
        (".aiff", "AIFF"), (".au", "AU"), (".caf", "CAF"), (".w64", "W64"),
    ],
)  # fmt: skip
def test_what_libsndfile_reads_is_read_to_the_last_frame(
    tmp_path: Path, suffix: str, format_name: str
) -> None:
    sound = music()
    path = written(tmp_path / f"song{suffix}", sound)
    read = everything(path)
    assert info_of(path).format_name == format_name
    assert len(read) == len(sound)
    assert np.corrcoef(read[:, 0], sound[:, 0])[0, 1] > 0.99
    assert warnings_of(path) == ()


def test_opus_comes_at_48_khz(tmp_path: Path) -> None:
    path = written(tmp_path / "song.opus", music(48_000), 48_000)
    assert info_of(path).rate_hz == 48_000
    assert len(everything(path)) == SECONDS * 48_000


@needs_ffmpeg
@pytest.mark.parametrize(
    ("name", "options", "format_name"),
    [
        ("song.m4a", ("-c:a", "aac"), "AAC"), ("song.m4a", ("-c:a", "alac"), "ALAC"),
        ("song.aac", ("-c:a", "aac"), "AAC"), ("song.wma", ("-c:a", "wmav2"), "WMA"),
        ("song.wv", (), "WavPack"), ("song.mka", ("-c:a", "libvorbis"), "Vorbis"),
    ],
)  # fmt: skip
def test_what_only_ffmpeg_reads_is_read_by_ffmpeg(
    tmp_path: Path, name: str, options: tuple[str, ...], format_name: str
) -> None:
    sound = music()
    path = converted(written(tmp_path / "song.wav", sound), tmp_path / name, *options)
    info, read = info_of(path), everything(path)
    assert (info.format_name, info.rate_hz, info.channels) == (format_name, RATE_HZ, 2)
    assert len(read) == pytest.approx(len(sound), abs=3000)
    assert warnings_of(path) == ()


@needs_ffmpeg
def test_an_m4a_that_calls_itself_mp3_is_read_as_what_it_is(tmp_path: Path) -> None:
    m4a = converted(written(tmp_path / "song.wav", music()), tmp_path / "song.m4a")
    assert hash_of(m4a.rename(tmp_path / "song.mp3")) == hash_of(converted(
        tmp_path / "song.wav", tmp_path / "again.m4a"
    ))  # fmt: skip


def test_without_ffmpeg_the_error_names_file_format_and_remedy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "Harbour.m4a"
    path.write_bytes(b"\0\0\0\x20ftypM4A \0\0\0\0" + bytes(100))
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(AudioError) as caught:
        AudioReader(path)
    assert str(caught.value) == (
        "Harbour.m4a is AAC / ALAC (MPEG-4) audio, which needs the ffmpeg program. "
        "Install ffmpeg, or convert the file to FLAC."
    )
    assert caught.value.path == path


SEEK_FRAMES = (0, 1, 30_000, 64_000, 100_001, 20_000, 21_000, 131_000, 90_000)


def assert_seeks_are_exact(path: Path) -> None:
    whole = everything(path)
    with AudioReader(path) as reader:
        for frame in (*SEEK_FRAMES, len(whole) - 3000):
            reader.seek(frame)
            assert np.allclose(reader.read(5000), whole[frame : frame + 5000], atol=1e-5), frame


@pytest.mark.parametrize("suffix", [".wav", ".flac", ".mp3", ".ogg", ".opus", ".aiff"])
def test_seeking_lands_on_the_very_frame(tmp_path: Path, suffix: str) -> None:
    rate_hz = 48_000 if suffix == ".opus" else RATE_HZ
    assert_seeks_are_exact(written(tmp_path / f"song{suffix}", music(rate_hz), rate_hz))


@needs_ffmpeg
@pytest.mark.parametrize(
    ("name", "options"),
    [
        ("song.m4a", ("-c:a", "aac")), ("song.wma", ()), ("song.mka", ("-c:a", "libvorbis")),
        ("song.ogg", ("-c:a", "libvorbis")), ("song.mp3", ("-q:a", "4")),
        ("song.mp3", ("-q:a", "4", "-write_xing", "0")),
    ],
)  # fmt: skip
def test_seeking_is_exact_also_in_what_other_programs_made(
    tmp_path: Path, name: str, options: tuple[str, ...]
) -> None:
    wav = written(tmp_path / "song.wav", music())
    assert_seeks_are_exact(converted(wav, tmp_path / name, *options))


def test_an_mp3_of_few_bits_is_the_same_in_blocks_of_any_length(tmp_path: Path) -> None:
    path, rate_hz = tmp_path / "lecture.mp3", 32_000  # its frames take bits of many before them
    soundfile.write(
        path, music(rate_hz, 1, 8), rate_hz, compression_level=0.99, bitrate_mode="CONSTANT"
    )
    assert path.stat().st_size < 8 * 33_000 / 8
    read = {}
    for block_frames in (1000, 16_384, 1 << 18):
        with AudioReader(path) as reader:
            read[block_frames] = np.concatenate([b.copy() for b in reader.blocks(block_frames)])
    assert np.array_equal(read[1000], read[16_384])
    assert np.array_equal(read[1000], read[1 << 18])
    with AudioReader(path) as reader:
        for frame in range(700, 200_000, 19_001):
            reader.seek(frame)
            np.testing.assert_allclose(reader.read(500), read[1000][frame : frame + 500], atol=1e-6)


@needs_ffmpeg
def test_an_mp3_of_varying_bitrate_without_a_header_is_not_cut_short(tmp_path: Path) -> None:
    sound = music()
    sound[: len(sound) // 2] = 0  # begins with little to say, so that a guess by it is wrong
    wav = written(tmp_path / "song.wav", sound)
    path = converted(wav, tmp_path / "song.mp3", "-q:a", "2", "-write_xing", "0")
    assert not 0.9 < soundfile.info(path).frames / len(sound) < 1.1
    assert len(everything(path)) == pytest.approx(len(sound), abs=3 * 1152)
    assert warnings_of(path) == ()


def with_a_stumbling_clock(path: Path) -> Path:
    """As ffmpeg writes Opus taken out of WebM: a page's clock lags behind what it holds."""
    with path.open("rb") as file:
        found = list(ogg.pages(file))
    written_anew = bytearray()
    for number, page in enumerate(found):
        lag = 488 if number == len(found) // 2 else 0
        head = page.head[:6] + struct.pack("<q", page.granule - lag) + page.head[14:22]
        tail = page.head[26:] + page.table + page.body
        written_anew += head + struct.pack("<I", ogg.checksum(head + bytes(4) + tail)) + tail
    path.write_bytes(bytes(written_anew))
    return path


@needs_ffmpeg
def test_an_opus_file_with_wrong_granules_is_read_to_its_end(tmp_path: Path) -> None:
    path = written(tmp_path / "song.opus", music(48_000, seconds=10), 48_000)
    plain = everything(path)
    with_a_stumbling_clock(path)
    with soundfile.SoundFile(path) as file, pytest.raises(soundfile.LibsndfileError):
        file.read()
    assert len(everything(path)) == pytest.approx(len(plain), abs=2000)
    assert warnings_of(path) == ()


@pytest.mark.parametrize(
    "suffix", [".wav", ".flac", ".mp3", ".ogg", ".opus", ".aiff", ".au", ".w64"]
)
def test_a_file_cut_off_keeps_its_good_part_and_says_so(tmp_path: Path, suffix: str) -> None:
    rate_hz = 48_000 if suffix == ".opus" else RATE_HZ
    path = written(tmp_path / f"song{suffix}", music(rate_hz), rate_hz)
    whole = everything(path)
    tail = everything(cut(path))
    assert 0.3 * len(whole) < len(tail) < 0.7 * len(whole)
    assert np.allclose(tail[: len(tail) // 2], whole[: len(tail) // 2], atol=1e-4)
    [warning] = warnings_of(path)
    assert warning.startswith(f"song{suffix} is damaged")


@pytest.mark.parametrize("suffix", [".flac", ".mp3", ".ogg", ".opus"])
def test_a_scratch_in_the_middle_is_noticed(tmp_path: Path, suffix: str) -> None:
    rate_hz = 48_000 if suffix == ".opus" else RATE_HZ
    path = scratched(written(tmp_path / f"song{suffix}", music(rate_hz), rate_hz))
    [warning] = warnings_of(path)
    assert warning.startswith(f"song{suffix} is damaged")


def broken(name: str, contents: bytes) -> Callable[[Path], Path]:
    def make(folder: Path) -> Path:
        path = folder / name
        path.write_bytes(contents)
        return path

    return make


@pytest.mark.parametrize(
    "make",
    [
        broken("empty.wav", b""),
        broken("empty.mp3", b""),
        broken("words.mp3", b"only words, many of them. " * 100),
        broken("noise.mp3", np.random.default_rng(3).bytes(20_000)),
        broken("noise.flac", np.random.default_rng(4).bytes(20_000)),
        broken("noise.m4a", np.random.default_rng(5).bytes(20_000)),
        broken("box.m4a", b"\0\0\0\x20ftypM4A \0\0\0\0" + bytes(500)),
        broken("box.mp3", b"\0\0\0\x20ftypM4A \0\0\0\0" + bytes(9000)),
        broken("samples.raw", bytes(1000)),
        broken("tag.mp3", b"ID3\x04\0\0\0\0\x0f\x7f" + bytes(2047)),
        lambda folder: cut(written(folder / "head.flac", music()), 0.001),
        lambda folder: cut(written(folder / "head.ogg", music()), 0.001),
        lambda folder: cut(written(folder / "head.wav", music()), 0.00006),
        lambda folder: written(folder / "nothing.wav", np.zeros((0, 2), dtype=np.float32)),
    ],
)
def test_what_holds_no_sound_is_an_error_that_names_the_file(
    tmp_path: Path, make: Callable[[Path], Path]
) -> None:
    path = make(tmp_path)
    with pytest.raises(AudioError, match=path.name) as caught:
        everything(path)
    assert caught.value.remedy
    assert caught.value.path == path


def test_an_empty_file_is_called_empty(tmp_path: Path) -> None:
    path = broken("song.mp3", b"")(tmp_path)
    with pytest.raises(AudioError, match=r"song\.mp3 is empty: the file has 0 bytes\."):
        everything(path)


def test_a_remark_holds_no_words_of_a_decoder(tmp_path: Path) -> None:
    path = written(tmp_path / "song.flac", music())
    sound = bytearray(path.read_bytes())
    sound[len(sound) // 2 : len(sound) // 2 + 3000] = bytes(3000)
    path.write_bytes(sound)
    [warning] = warnings_of(path)
    assert isinstance(warning, Message)
    assert warning.params.get("why") in (None, message("audio.decoder_lost"))


def test_what_is_no_file_is_an_error_too(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.wav")
    for path in (tmp_path, tmp_path / "absent.wav", tmp_path / "pipe.wav"):
        with pytest.raises(AudioError, match="is not there or is not a file"):
            AudioReader(path)


@pytest.mark.parametrize("value", [np.nan, np.inf])
def test_samples_that_are_not_numbers_are_an_error(tmp_path: Path, value: float) -> None:
    sound = music()
    sound[70_000, 1] = value
    path = written(tmp_path / "song.wav", sound, subtype="FLOAT")
    with pytest.raises(AudioError, match=r"song\.wav holds samples that are not numbers"):
        everything(path)


def test_the_hash_is_of_the_sound_not_of_the_file(tmp_path: Path) -> None:
    sound = (np.round(music() * 32768) / 32768).astype(np.float32)
    sound[100:200] = -0.0
    wav = written(tmp_path / "song.wav", sound, subtype="FLOAT")
    sound[100:200] = 0.0
    flac = written(tmp_path / "Gesang ö 歌.flac", sound)
    sound[0, 0] += 1 / 32768
    other = written(tmp_path / "other.flac", sound)
    assert hash_of(wav) == hash_of(flac) == hash_of(wav, block_frames=1000)
    assert len({hash_of(wav), hash_of(other)}) == 2
    assert len(hash_of(wav)) == 32
