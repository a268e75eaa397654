"""Heads that libsndfile believes although they tell no length, or too small a one: RF64 and AU."""

from __future__ import annotations

import struct
from pathlib import Path

from core.audio.container_head import AU_MARK, RF64_MARKS, SIZES_OFFSET, container_head
from core.audio.file_bytes import FileBytes
from core.audio.file_window import Window

_MAX_AU_BYTES = 0xFFFFFFFF
_MAX_TRAILING_BYTES = 4096  # fewer behind an AU file's sound need not be sound


def mended_window(path: Path) -> Window | None:
    """Return a window in which the head has the true length; None if nothing is to be mended."""
    with path.open("rb") as file:
        data = FileBytes(file)
        head, mark, size = container_head(data), data[:4], len(data)
    if head is None or not head.sound_begin:
        return None
    if mark in RF64_MARKS and not head.n_sound:
        sizes = struct.pack("<QQ", size - 8, size - head.sound_begin)
        return Window(0, size, SIZES_OFFSET, sizes)
    if mark == AU_MARK and head.n_sound:
        has_more = head.end + _MAX_TRAILING_BYTES < size < _MAX_AU_BYTES
        return Window(0, size, 8, struct.pack(">I", size - head.sound_begin)) if has_more else None
    return None
