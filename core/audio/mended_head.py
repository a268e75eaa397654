"""Heads that libsndfile believes although they tell no length, or too small a one.

RF64 without one, AU, and WAV of more than 4 GB, whose 32 bits hold what was left of the length. And
BW64, which is RF64 under another name that libsndfile does not know.
"""

from __future__ import annotations

import struct
from pathlib import Path
from typing import Literal

from core.audio.container_head import (
    AU_MARK,
    RF64_MARKS,
    SIZES_OFFSET,
    W64_MARK,
    ContainerHead,
    container_head,
)
from core.audio.file_bytes import FileBytes, Sliceable
from core.audio.file_window import Window
from core.audio.tag_blocks import behind_tag, behind_tags, sound_end

_MAX_AU_BYTES = 0xFFFFFFFF
_MAX_TRAILING_BYTES = 4096  # fewer behind a sound need not be sound
_LOOKED_AT_BYTES = 64 << 10
_WRAPPED_BYTES = 1 << 32
_WAV_MARKS = (b"RIFF", b"RIFX")
_COUNTED_MARKS = (*_WAV_MARKS, *RF64_MARKS, b"FORM")
_OPEN_ENDED = (AU_MARK, W64_MARK[:4])  # of these libsndfile reads on behind the end
_ZEROS_BYTES = 1 << 20


def mended_window(path: Path) -> Window | None:
    """Return a window in which the head has the true length; None if nothing is to be mended."""
    with path.open("rb") as file:
        data = FileBytes(file)
        head, mark, size = container_head(data), data[:4], len(data)
        before = data[: min(head.sound_begin, _LOOKED_AT_BYTES)] if head else b""
        n_wraps = _n_wraps(data, head) if head else 0
        is_open_ended = head is not None and head.n_sound > 0 and mark in _OPEN_ENDED
        n_behind = _n_odd_behind(data, head.end) if head and is_open_ended else 0
    if head is None or not head.sound_begin:
        return None
    if mark in RF64_MARKS:
        return _mended_rf64(before, head, size)
    if is_open_ended and n_behind == 0 < head.end < size:
        return Window(0, head.end)  # tags and zeros would be heard
    if mark == AU_MARK and head.n_sound:
        has_more = n_behind > _MAX_TRAILING_BYTES and size < _MAX_AU_BYTES
        return Window(0, size, 8, struct.pack(">I", size - head.sound_begin)) if has_more else None
    if n_wraps:
        end = head.sound_end + n_wraps * _WRAPPED_BYTES
        return Window(0, end, 4, _unclosed(before))
    return None


def _n_odd_behind(data: Sliceable, end: int) -> int:
    """Return how many bytes behind an end are neither tags nor zeros."""
    return max(0, sound_end(data, len(data)) - behind_tags(data, end))


def _mended_rf64(before: bytes, head: ContainerHead, size: int) -> Window | None:
    """Return a window with a mark that libsndfile knows and with lengths; None if it has both."""
    if before[12:16] != b"ds64" or (before.startswith(b"RF64") and head.n_sound):
        return None
    sizes = before[SIZES_OFFSET : SIZES_OFFSET + 16]
    if not head.n_sound:
        sizes = struct.pack("<QQ", size - 8, size - head.sound_begin)
    return Window(0, size, 0, b"RF64" + before[4:SIZES_OFFSET] + sizes)


def _n_wraps(data: Sliceable, head: ContainerHead) -> int:
    """Return how often 32 bits were full before what they hold was counted."""
    is_wav = data[:4] in _WAV_MARKS and head.n_sound and head.sound_begin <= _LOOKED_AT_BYTES
    return max(0, (len(data) - head.sound_end) // _WRAPPED_BYTES) if is_wav else 0


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
        is_counted = head is not None and data[:4] in _COUNTED_MARKS and head.n_sound > 0
        if head is None or not is_counted or _n_wraps(data, head):
            return 0.0
        begin = head.sound_end
        n_bytes = sound_end(data, len(data)) - begin
        if n_bytes <= _MAX_TRAILING_BYTES or any(
            _is_chunk(data, start) or behind_tag(data, start) for start in (begin, begin + 1)
        ):
            return 0.0
        return 0.0 if _is_zeros(data, begin) else n_bytes / head.n_sound


def _is_zeros(data: Sliceable, begin: int) -> bool:
    """Tell whether nothing but zeros follows, which a long rest in the music is not."""
    while piece := data[begin : begin + _ZEROS_BYTES]:
        if piece.strip(b"\0"):
            return False
        begin += len(piece)
    return True


def _is_chunk(data: Sliceable, begin: int) -> bool:
    """Tell whether a chunk begins here: a name and a length that fits the file."""
    head = data[begin : begin + 8]
    order = ">" if data[:4] in (b"RIFX", b"FORM") else "<"
    (n_bytes,) = struct.unpack(f"{order}I", head[4:])
    return all(0x20 <= byte < 0x7F for byte in head[:4]) and begin + n_bytes <= len(data)
