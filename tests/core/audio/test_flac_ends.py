"""A FLAC is read to its last sample whatever bytes its checksum is of, and whatever follows."""

from __future__ import annotations

import io
from functools import cache
from pathlib import Path

import numpy as np
import pytest
import soundfile
from numpy.typing import NDArray

from core.audio.completeness import Completeness, completeness
from core.audio.decode import AudioReader

Sound = NDArray[np.int16]

RATE_HZ = 8000
N_LAST_FRAMES = 700  # of the last block
BLOCK_FRAMES = 4096  # as the encoder makes them
BEHIND = {
    "nothing": b"", "a zero": bytes(1), "zeros": bytes(40), "many zeros": bytes(9000),
    "a byte": b"\x17", "bytes and zeros": b"\x17stray" + bytes(9), "zeros and a byte": b"\0\0x",
    "a tag": b"TAG".ljust(128, b"x"), "zeros and a tag": bytes(9) + b"TAG".ljust(128, b"x"),
}  # fmt: skip


def flac_bytes(sound: Sound) -> bytes:
    file = io.BytesIO()
    soundfile.write(file, sound, RATE_HZ, format="FLAC")
    return file.getvalue()


def crc16(data: bytes) -> int:
    crc = 0
    for byte in data:
        crc ^= byte << 8
        for _ in range(8):
            crc = (crc << 1 ^ 0x8005 if crc & 0x8000 else crc << 1) & 0xFFFF
    return crc


@cache
def ending_in(checksum_end: bytes, n_blocks: int) -> tuple[Sound, bytes]:
    """Return a sound whose last frame's checksum ends so, and its FLAC.

    Of loud noise the encoder stores the samples as they are, so that the last one is chosen.
    """
    n_frames = (n_blocks - 1) * BLOCK_FRAMES + N_LAST_FRAMES
    draw = np.random.default_rng(len(checksum_end) + n_blocks)
    sound = draw.integers(-(1 << 15), 1 << 15, n_frames).astype(np.int16)
    plain = flac_bytes(sound)
    begin = next(
        at
        for at in range(len(plain) - 2 * N_LAST_FRAMES - 20, len(plain))
        if plain[at : at + 2] == b"\xff\xf8" and crc16(plain[at:]) == 0
    )
    assert plain[-4:-2] == sound[-1:].astype(">i2").tobytes()
    undone = crc16(plain[begin:-4])  # with it as the last sample the checksum is 0000
    first = undone if checksum_end == bytes(2) else 0
    for last in range(first, 1 << 16):
        sound[-1:] = np.array([last], np.uint16).view(np.int16)
        data = flac_bytes(sound)
        if data.endswith(checksum_end):
            return sound, data
    raise AssertionError("no such checksum")


def assert_read(path: Path, sound: Sound) -> None:
    """Check everything that is read, from the beginning and from a late place."""
    with AudioReader(path) as reader:
        read = np.concatenate(list(reader.blocks()))[:, 0]
        assert len(read) == reader.info.n_frames == len(sound)
        assert np.array_equal((read * (1 << 15)).astype(np.int16), sound)
        assert reader.warnings == ()
        reader.seek(len(sound) - 100)
        assert np.array_equal(reader.read(4096)[:, 0], read[-100:])


@pytest.mark.parametrize("behind", BEHIND)
@pytest.mark.parametrize("n_blocks", [1, 3])
@pytest.mark.parametrize("checksum_end", [b"\0", b"\0\0"])
def test_a_flac_whose_checksum_ends_in_zeros_is_read_whole(
    tmp_path: Path, checksum_end: bytes, n_blocks: int, behind: str
) -> None:
    sound, data = ending_in(checksum_end, n_blocks)
    path = tmp_path / "song.flac"
    path.write_bytes(data + BEHIND[behind])
    assert_read(path, sound)
    if "many" not in behind:  # so many may have been written before the sound that is to come
        assert completeness(path) is Completeness.WHOLE


@pytest.mark.parametrize("n_blocks", [1, 3])
@pytest.mark.parametrize("checksum_end", [b"\0", b"\0\0"])
def test_joined_ones_are_read_whole_too(tmp_path: Path, checksum_end: bytes, n_blocks: int) -> None:
    sound, data = ending_in(checksum_end, n_blocks)
    path = tmp_path / "song.flac"
    path.write_bytes(data + data)
    assert_read(path, np.concatenate([sound, sound]))


def test_short_ones_are_as_long_as_libsndfile_says(tmp_path: Path) -> None:
    draw = np.random.default_rng(0)
    path = tmp_path / "song.flac"
    for number in range(600):
        n_frames = int(draw.integers(17, 600))
        sound = draw.integers(-300, 300, n_frames).astype(np.int16)
        path.write_bytes(flac_bytes(sound) + bytes(draw.integers(0, 256, number % 3, np.uint8)))
        assert soundfile.info(path).frames == n_frames
        with AudioReader(path) as reader:
            assert (reader.info.n_frames, len(reader.read(1000))) == (n_frames, n_frames), number
            assert reader.warnings == (), number
