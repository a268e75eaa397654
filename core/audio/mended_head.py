"""Heads that libsndfile believes although they tell no length, or too small a one.

RF64 without one, AU, and WAV of more than 4 GB, whose 32 bits hold what was left of the length.
"""

from __future__ import annotations

import struct
from pathlib import Path
from typing import Literal

from core.audio.container_head import AU_MARK, RF64_MARKS, SIZES_OFFSET, container_head
from core.audio.file_bytes import FileBytes, Sliceable
from core.audio.file_window import Window
from core.audio.tag_blocks import behind_tag, sound_end

_MAX_AU_BYTES = 0xFFFFFFFF
_MAX_TRAILING_BYTES = 4096  # fewer behind a sound need not be sound
_LOOKED_AT_BYTES = 64 << 10
_WRAPPED_BYTES = 1 << 32
_WAV_MARKS = (b"RIFF", b"RIFX")


def mended_window(path: Path) -> Window | None:
    """Return a window in which the head has the true length; None if nothing is to be mended."""
    with path.open("rb") as file:
        data = FileBytes(file)
        head, mark, size = container_head(data), data[:4], len(data)
        before = data[: min(head.sound_begin, _LOOKED_AT_BYTES)] if head else b""
    if head is None or not head.sound_begin:
        return None
    if mark in RF64_MARKS and not head.n_sound:
        sizes = struct.pack("<QQ", size - 8, size - head.sound_begin)
        return Window(0, size, SIZES_OFFSET, sizes)
    if mark == AU_MARK and head.n_sound:
        has_more = head.end + _MAX_TRAILING_BYTES < size < _MAX_AU_BYTES
        return Window(0, size, 8, struct.pack(">I", size - head.sound_begin)) if has_more else None
    n_wraps = (size - head.sound_end) // _WRAPPED_BYTES if head.n_sound else 0
    if mark in _WAV_MARKS and n_wraps > 0 and len(before) == head.sound_begin:
        end = head.sound_end + n_wraps * _WRAPPED_BYTES
        return Window(0, end, 4, _unclosed(before))
    return None


def _unclosed(head: bytes) -> bytes:
    """Return a WAV's head, without its mark, as of a file that was never closed.

    Of that libsndfile takes all that is there, whatever 32 bits can hold.
    """
    order: Literal["little", "big"] = "little" if head.startswith(b"RIFF") else "big"
    return (8).to_bytes(4, order) + head[8:-4] + bytes(4)


def uncounted_share(path: Path) -> float:
    """Return how much of what may be sound lies behind the end that a head tells.

    As a share of the sound before; neither a chunk nor a tag: a program that crashed had not
    counted it. 0 for zeros, which may be there to fill a disk's blocks.
    """
    with path.open("rb") as file:
        data = FileBytes(file)
        head = container_head(data)
        if head is None or data[:4] not in (*_WAV_MARKS, b"FORM") or not head.n_sound:
            return 0.0
        begin = head.sound_end
        n_bytes = sound_end(data, len(data)) - begin
        if n_bytes <= _MAX_TRAILING_BYTES or any(
            _is_chunk(data, start) or behind_tag(data, start) for start in (begin, begin + 1)
        ):
            return 0.0
        return n_bytes / head.n_sound if any(data[begin : begin + _LOOKED_AT_BYTES]) else 0.0


def _is_chunk(data: Sliceable, begin: int) -> bool:
    """Tell whether a chunk begins here: a name and a length that fits the file."""
    head = data[begin : begin + 8]
    order = ">" if data[:4] in (b"RIFX", b"FORM") else "<"
    (n_bytes,) = struct.unpack(f"{order}I", head[4:])
    return all(0x20 <= byte < 0x7F for byte in head[:4]) and begin + n_bytes <= len(data)
