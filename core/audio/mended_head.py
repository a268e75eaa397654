"""Windows for libsndfile: the sound without tags, and heads that it would believe or misread.

RF64 without a length, AU, and WAV of more than 4 GB, whose 32 bits hold what was left of it. BW64,
which is RF64 under another name that libsndfile does not know. And W64 whose numbers are of a kind
that stands where libsndfile does not look: it takes them for whole ones.
"""

from __future__ import annotations

import struct
from dataclasses import replace
from pathlib import Path
from typing import Literal

from core.audio.container_head import (
    AU_MARK,
    RF64_MARKS,
    SIZES_OFFSET,
    VOC_MARK,
    W64_MARK,
    ContainerHead,
    container_head,
    w64_chunks,
)
from core.audio.file_bytes import FileBytes, Sliceable
from core.audio.file_window import Window
from core.audio.tag_blocks import behind_tag, behind_tags, sound_begin, sound_end

_MAX_AU_BYTES = 0xFFFFFFFF
_MAX_TRAILING_BYTES = 4096  # fewer behind a sound need not be sound
_LOOKED_AT_BYTES = 64 << 10
_WRAPPED_BYTES = 1 << 32
_WAV_MARKS = (b"RIFF", b"RIFX")
_COUNTED_MARKS = (*_WAV_MARKS, *RF64_MARKS, b"FORM", b"caff")
_OPEN_ENDED = (AU_MARK, W64_MARK[:4])  # of these libsndfile reads on behind the end
_ZEROS_BYTES = 1 << 20
_EXTENSIBLE, _PCM = b"\xfe\xff", b"\x01\0"
_KIND_OFFSET = 24  # in a chunk of an extensible format: what its numbers are


def without_tags(path: Path) -> Window | None:
    """Return the window of the sound between any tags before and behind it; None without any."""
    with path.open("rb") as file:
        whole = FileBytes(file)
        begin = sound_begin(whole)
        head = container_head(FileBytes(file, begin))
        end = max(sound_end(whole, len(whole)), begin + head.end if head else 0)
        end = min(end, len(whole))
        return Window(begin, end) if begin or begin < end < len(whole) else None


def mended_window(path: Path) -> Window | None:
    """Return a window without tags, with a head that libsndfile reads right; None for all of it.

    An MPEG file is left as it is: its decoder knows all tags but one.
    """
    bare = without_tags(path)
    begin = bare.begin if bare else 0
    with path.open("rb") as file:
        data = FileBytes(file, begin)
        window = _mended(data)
        behind = FileBytes(file, bare.end)[:_LOOKED_AT_BYTES] if bare else b""
        is_sound = container_head(data) is not None or data[: len(VOC_MARK)] == VOC_MARK
    if window is not None:
        return replace(window, begin=begin + window.begin, end=begin + window.end)
    return bare if is_sound or b"LYRICSBEGIN" in behind else None


def _mended(data: Sliceable) -> Window | None:
    head, mark, size = container_head(data), data[:4], len(data)
    if head is None or not head.sound_begin:
        return None
    before = data[: min(head.sound_begin, _LOOKED_AT_BYTES)]
    n_wraps = _n_wraps(data, head)
    is_open_ended = head.n_sound > 0 and mark in _OPEN_ENDED
    n_behind = _n_odd_behind(data, head.end) if is_open_ended else 0
    if mark in RF64_MARKS:
        return _mended_rf64(before, head, size)
    is_followed = is_open_ended and n_behind == 0 < head.end < size
    if mark == W64_MARK[:4] and (kind := _hidden_kind(data)):
        return replace(kind, end=head.end if is_followed else size)
    if is_followed:
        return Window(0, head.end)  # tags and zeros would be heard
    if mark == AU_MARK and head.n_sound:
        has_more = n_behind > _MAX_TRAILING_BYTES and size < _MAX_AU_BYTES
        return Window(0, size, 8, struct.pack(">I", size - head.sound_begin)) if has_more else None
    if n_wraps:
        end = head.sound_end + n_wraps * _WRAPPED_BYTES
        return Window(0, end, 4, _unclosed(before))
    return None


def _hidden_kind(data: Sliceable) -> Window | None:
    """Return a W64's window with the kind of its numbers where libsndfile looks; None for PCM."""
    begin = next((chunk.begin for chunk in w64_chunks(data) if chunk.name == b"fmt "), 0)
    kind = data[begin + _KIND_OFFSET : begin + _KIND_OFFSET + len(_PCM)]
    is_hidden = begin > 0 and data[begin : begin + 2] == _EXTENSIBLE and kind != _PCM
    return Window(0, len(data), begin, kind) if is_hidden else None


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
        data = FileBytes(file, sound_begin(FileBytes(file)))
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
