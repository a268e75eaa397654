"""Whether a file ends where its own head says: one that is still being copied does not.

Only heads, ends and counts are looked at; nothing is decoded. Damage inside is not looked for.
"""

from __future__ import annotations

import os
import struct
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import BinaryIO

from core.audio import flac, mpeg, ogg
from core.audio.container_head import container_head
from core.audio.file_bytes import FileBytes, Sliceable
from core.audio.matroska import MATROSKA, segment_end
from core.audio.tag_blocks import behind_tags, sound_begin


class Completeness(StrEnum):
    """UNKNOWN: the file does not say where it ends, or ends in nothing but zeros."""

    WHOLE = "whole"
    CUT = "cut"
    UNKNOWN = "unknown"


# By their first bytes: where a file's own head says that it ends, 0 where it does not say.
_Promised = Callable[[Sliceable], int]
_ZEROS_BYTES = 4096
_ASF = bytes.fromhex("3026b2758e66cf11a6d900aa0062ce6c")
_ASF_PROPERTIES = bytes.fromhex("a1dcab8c47a9cf118ee400c00c205365")
_ASF_LIVE = 1
_HEAD_BYTES = 64 << 10
_BEYOND = 1 << 62  # more is missing than the head can say


def completeness(path: Path) -> Completeness:
    """Tell whether a sound file is there to the end; UNKNOWN where it cannot be read, too."""
    try:
        with path.open("rb") as file:
            size = os.fstat(file.fileno()).st_size
            promised = _promised_end(file, path)
            file.seek(max(0, size - _ZEROS_BYTES))
            ends_in_zeros = not any(file.read(_ZEROS_BYTES))
    except (OSError, ValueError, struct.error):
        return Completeness.UNKNOWN
    if promised > size:
        return Completeness.CUT
    # Some programs give a file its length at once and fill it later.
    is_known = promised > 0 and not ends_in_zeros
    return Completeness.WHOLE if is_known else Completeness.UNKNOWN


def _promised_end(file: BinaryIO, path: Path) -> int:
    """Return where the file says that it ends, in bytes; 0 where it does not say."""
    whole = FileBytes(file)
    begin = sound_begin(whole)
    data = FileBytes(file, begin)
    head = data[:16]
    if head[:4] == b"OggS":
        return _BEYOND if ogg.damage(file, begin) else len(whole)
    if head[:4] == flac.MARK:
        return _flag(flac.ends_whole(data), len(whole))
    told = container_head(data)
    if told is not None:
        end = max(told.end, told.sound_end)
        return begin + end if end else 0
    promised: _Promised | None = _mp4_end if head[4:8] == b"ftyp" else None
    for first_bytes, of_kind in _BY_FIRST_BYTES:
        promised = of_kind if head.startswith(first_bytes) else promised
    if promised is None:
        return mpeg.promised_end(path)
    end = promised(data)
    return begin + end if end else 0


def _flag(is_whole: bool | None, size: int) -> int:
    return 0 if is_whole is None else size if is_whole else _BEYOND


def _mp4_end(data: Sliceable) -> int:
    """Follow the boxes; without a moov the end is to come, of fragments nobody knows it."""
    offset, names = 0, set[bytes]()
    while offset + 8 <= len(data):
        if b"moov" in names and behind_tags(data, offset) > offset:
            return offset
        length, name = struct.unpack(">I4s", data[offset : offset + 8])
        if length == 1:
            (length,) = struct.unpack(">Q", data[offset + 8 : offset + 16])
        if length == 0 or (name == b"moof" and b"mfra" not in names):
            return 0
        names.add(name)
        offset += max(int(length), 8)
    if offset > len(data) or b"moov" not in names:
        return _BEYOND
    return offset


def _asf_end(data: Sliceable) -> int:
    head = data[:_HEAD_BYTES]
    at = head.find(_ASF_PROPERTIES)
    if at < 0 or at + 92 > len(head):
        return 0
    (n_bytes,) = struct.unpack_from("<Q", head, at + 40)
    (flags,) = struct.unpack_from("<I", head, at + 88)
    return 0 if flags & _ASF_LIVE else int(n_bytes)


def _matroska_end(data: Sliceable) -> int:
    return segment_end(data[:_HEAD_BYTES])


_BY_FIRST_BYTES: tuple[tuple[bytes, _Promised], ...] = (
    (_ASF, _asf_end),
    (MATROSKA, _matroska_end),
)
