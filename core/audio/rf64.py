"""The lengths of RF64 and BW64 (WAV of more than 4 GB), which stand in a chunk before the sound."""

from __future__ import annotations

import os
import struct
from pathlib import Path
from typing import BinaryIO, NamedTuple

from core.audio.file_window import Window

MARKS = (b"RF64", b"BW64")
_SIZES_OFFSET = 20  # behind the names and lengths of the file's and the first chunk
_MAX_BYTES = 1 << 60  # more is a placeholder


class Rf64Sound(NamedTuple):
    """Where the sound begins and how many bytes of it the head promises; 0 if it does not say."""

    begin: int
    n_promised: int


def rf64_sound(file: BinaryIO, size: int) -> Rf64Sound | None:
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
            return Rf64Sound(offset + 8, n_promised if n_promised < _MAX_BYTES else 0)
        offset += 8 + length + length % 2
    return None


def rf64_window(path: Path) -> Window | None:
    """Return a window in which a head without lengths has the true ones; None if it has them."""
    with path.open("rb") as file:
        size = os.fstat(file.fileno()).st_size
        sound = rf64_sound(file, size)
    if sound is None or sound.n_promised:
        return None
    return Window(0, size, _SIZES_OFFSET, struct.pack("<QQ", size - 8, size - sound.begin))
