"""Heads that libsndfile believes although they tell no length, or too small a one: RF64 and AU.

RF64 and BW64 are WAV of more than 4 GB; their lengths stand in a chunk before the sound.
"""

from __future__ import annotations

import os
import struct
from pathlib import Path
from typing import BinaryIO, NamedTuple

from core.audio.file_window import Window

RF64_MARKS = (b"RF64", b"BW64")
AU_MARK = b".snd"
AU_UNKNOWN = 0xFFFFFFFF
_SIZES_OFFSET = 20  # behind the names and lengths of the file's and the first chunk
_MAX_BYTES = 1 << 60  # more is a placeholder
_MAX_TRAILING_BYTES = 4096  # fewer behind an AU file's sound need not be sound


class SoundBytes(NamedTuple):
    """Where the sound begins and how many bytes of it the head promises; 0 if it does not say."""

    begin: int
    n_promised: int


def rf64_sound(file: BinaryIO, size: int) -> SoundBytes | None:
    """Find the sound of an open file; None if there is none."""
    file.seek(_SIZES_OFFSET)
    sizes = file.read(16)
    if len(sizes) < 16:
        return None
    n_promised = int(struct.unpack("<QQ", sizes)[1])
    offset = 12
    while offset + 8 <= size:
        file.seek(offset)
        name, length = struct.unpack("<4sI", file.read(8))
        if name == b"data":
            return SoundBytes(offset + 8, n_promised if n_promised < _MAX_BYTES else 0)
        offset += 8 + length + length % 2
    return None


def au_sound(head: bytes) -> SoundBytes:
    """Read the head of an AU file, twelve bytes or more."""
    begin, n_promised = struct.unpack(">II", head[4:12])
    return SoundBytes(begin, 0 if n_promised == AU_UNKNOWN else n_promised)


def mended_window(path: Path) -> Window | None:
    """Return a window in which the head has the true length; None if nothing is to be mended."""
    with path.open("rb") as file:
        size = os.fstat(file.fileno()).st_size
        head = file.read(12)
        if head[:4] in RF64_MARKS:
            sound = rf64_sound(file, size)
            if sound is None or sound.n_promised:
                return None
            sizes = struct.pack("<QQ", size - 8, size - sound.begin)
            return Window(0, size, _SIZES_OFFSET, sizes)
        if head[:4] == AU_MARK and len(head) == 12:
            begin, n_promised = au_sound(head)
            has_more = 0 < begin + n_promised + _MAX_TRAILING_BYTES < size < AU_UNKNOWN
            if n_promised and has_more:
                return Window(0, size, 8, struct.pack(">I", size - begin))
    return None
