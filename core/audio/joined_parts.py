"""Where in a file one sound ends and another begins, by what its containers say of themselves.

For formats whose decoders stop silently at the end of the first. MPEG, FLAC and Ogg have modules of
their own.
"""

from __future__ import annotations

import struct
from collections.abc import Callable
from pathlib import Path

from core.audio.container_head import RF64_MARKS, VOC_MARK, container_head, voc_blocks
from core.audio.file_bytes import FileBytes, Sliceable
from core.audio.file_window import Window
from core.audio.matroska import MATROSKA, segment_end
from core.audio.tag_blocks import behind_tags, sound_begin, sound_end

MAX_PARTS = 1000
_ASF_HEAD = bytes.fromhex("3026b2758e66cf11a6d900aa0062ce6c")
_ASF_PROPERTIES = bytes.fromhex("a1dcab8c47a9cf118ee400c00c205365")
_WTV_HEAD = bytes.fromhex("b7d800203749da11a64e0007e95ead8d")
_WTV_SECTORS, _WTV_SECTOR_BYTES = 0x5C, 4096
_HEAD_BYTES = 64 << 10
_STRAY_BYTES = 64 << 10  # so far behind a sound and its tags the next is looked for
_TAKEN_ZEROS = 8  # that may be the next one's own
_PIECE_BYTES = 1 << 20
_SEARCHED_BYTES = 256 << 20  # of a sound without a length; of more, reading alone takes seconds
_MAX_MUSEPACK_FRAMES = 1 << 20  # of 26 ms
_MUSEPACK_7 = (b"MP+\x07", b"MP+\x17")
_TTA_HEAD_BYTES, _WAVPACK_HEAD_BYTES, _MONKEYS_HEAD_BYTES = 22, 32, 36
_WAVPACK_INITIAL = 0x800
_SOUND_FORMS = (b"WAVE", b"AIFF", b"AIFC")

_End = Callable[[Sliceable], int]
"""Where the sound that data begins with ends, 0 where it does not say."""


def joined_windows(path: Path) -> list[Window]:
    """Find the sounds of a file, one after another; none where only one is known of."""
    with path.open("rb") as file:
        whole = FileBytes(file)
        first = sound_begin(whole)
        find_end = _end_finder(whole[first : first + 32])
        windows, begin = list[Window](), first
        while find_end is not None and len(windows) < MAX_PARTS:
            end = begin + find_end(FileBytes(file, begin))
            following = _begin_behind(whole, begin, end) if end > begin else 0
            if not following:
                break
            windows.append(Window(begin, end))
            begin = following
        end = sound_end(whole, len(whole))
    return [*windows, Window(begin, max(end, begin))] if windows else []


def _begin_behind(whole: Sliceable, begin: int, end: int) -> int:
    """Return where a sound of the same kind begins behind one, its padding and tags; 0 if none."""
    at = 4 if whole[begin + 4 : begin + 8] == b"ftyp" else 0
    head = whole[begin : begin + 12]
    form = head[8:] if head[8:] in _SOUND_FORMS else b""
    start = max(end, behind_tags(whole, end) - _TAKEN_ZEROS)
    piece, following = whole[start : start + _STRAY_BYTES], -1
    while (following := piece.find(head[at : at + 4], following + 1)) >= 0:
        is_same = piece[following + 8 : following + 12] == form or not form
        if following >= at and is_same:
            return start + following - at
    return 0


def _end_finder(head: bytes) -> _End | None:
    if head[4:8] == b"ftyp":
        return _mp4_end
    if head.startswith(MATROSKA):
        return _matroska_end
    if head[:4] in (b"RIFF", b"RIFX", b"FORM", b"RF64", b"BW64") and head[8:12] not in _SOUND_FORMS:
        return None
    for mark, end in _ENDS.items():
        if head.startswith(mark):
            return end
    return None


def _container_end(data: Sliceable) -> int:
    head = container_head(data)
    if head is None:
        return 0
    is_open_wav = data[8:12] == b"WAVE" and not head.n_sound
    return _next_wav(data) if is_open_wav else head.end or head.sound_end


def _next_wav(data: Sliceable) -> int:
    """Look for the next head behind a sound that was written into a pipe; 0 if there is none."""
    offset, mark = 12, b"WAVEfmt "
    while len(piece := data[offset : offset + _PIECE_BYTES]) > len(mark):
        at = piece.find(mark, 8)
        if at >= 0 and piece[at - 8 : at - 4] in (b"RIFF", b"RIFX", *RF64_MARKS):
            return offset + at - 8
        offset += len(piece) - 8 - len(mark) + 1
        if len(piece) < _PIECE_BYTES or offset > _SEARCHED_BYTES:
            return 0
    return 0


def _mp4_end(data: Sliceable) -> int:
    """Follow the boxes up to the next file's first, or to what is no box."""
    offset = 0
    while len(head := data[offset : offset + 16]) >= 8:
        (n_bytes, name) = struct.unpack(">I4s", head[:8])
        if name == b"ftyp" and offset:
            return offset
        if n_bytes == 1 and len(head) == 16:
            n_bytes = int.from_bytes(head[8:], "big")
        if n_bytes == 0 and any(name):
            return 0  # to the end of the file
        if n_bytes < 8 or offset + n_bytes > len(data):
            return offset
        offset += n_bytes
    return 0


def _matroska_end(data: Sliceable) -> int:
    """Take the segment's length; without one, look for the next file's head."""
    end = segment_end(data[:_HEAD_BYTES])
    offset = 4
    while not end and len(piece := data[offset : offset + _PIECE_BYTES]) > 64:
        at = -1
        while (at := piece.find(MATROSKA, at + 1)) >= 0:
            kind = data[offset + at : offset + at + 64]
            if b"matroska" in kind or b"webm" in kind:
                return sound_end(data, offset + at)
        offset += len(piece) - len(MATROSKA) + 1
        if offset > _SEARCHED_BYTES:
            return 0
    return end


def _tta_end(data: Sliceable) -> int:
    """Add up the frames in the table behind the head."""
    head = data[:_TTA_HEAD_BYTES]
    rate_hz, n_samples = struct.unpack_from("<II", head, 10)
    n_frame = 256 * rate_hz // 245
    if not n_frame:
        return 0
    n_frames = -(-n_samples // n_frame)
    table = data[_TTA_HEAD_BYTES : _TTA_HEAD_BYTES + 4 * n_frames]
    sizes = struct.unpack(f"<{len(table) // 4}I", table[: len(table) // 4 * 4])
    return int(_TTA_HEAD_BYTES + 4 * n_frames + 4 + sum(sizes))


def _wavpack_end(data: Sliceable) -> int:
    """Follow the blocks up to one that does not begin later than the one before."""
    offset, last_index = 0, -1
    while len(head := data[offset : offset + _WAVPACK_HEAD_BYTES]) == _WAVPACK_HEAD_BYTES:
        is_block = head[:4] == b"wvpk"
        index = int.from_bytes(head[16:20], "little") + (head[10] << 32)
        is_first = int.from_bytes(head[24:28], "little") & _WAVPACK_INITIAL  # of its channels
        if not is_block or (is_first and index <= last_index):
            return offset
        last_index = index if is_first else last_index
        offset += 8 + int.from_bytes(head[4:8], "little")
    return 0


def _monkeys_end(data: Sliceable) -> int:
    """Add up the parts that the head tells, since version 3.98."""
    head = data[:_MONKEYS_HEAD_BYTES]
    if len(head) < _MONKEYS_HEAD_BYTES or int.from_bytes(head[4:6], "little") < 3980:
        return 0
    *parts, n_high, n_last = struct.unpack_from("<IIIIIII", head, 8)
    return int(sum(parts) + (n_high << 32) + n_last)


def _musepack8_end(data: Sliceable) -> int:
    """Follow the packets up to the one that ends the stream."""
    offset = 4
    while len(head := data[offset : offset + 12]) > 2:
        n_bytes = 0
        for byte in head[2:]:
            n_bytes = n_bytes << 7 | byte & 0x7F
            if byte < 0x80:
                break
        if n_bytes < 3:
            return 0
        offset += n_bytes
        if head[:2] == b"SE":
            return offset
    return 0


def _musepack7_end(data: Sliceable) -> int:
    """Look for the next head; the lengths of version 7 are not counted in whole bytes."""
    offset = 4
    while piece := data[offset : offset + _PIECE_BYTES]:
        for mark in _MUSEPACK_7:
            at = piece.find(mark)
            n_frames = int.from_bytes(piece[at + 4 : at + 8], "little")
            if at >= 0 and 0 < n_frames < _MAX_MUSEPACK_FRAMES:
                return sound_end(data, offset + at)
        offset += max(1, len(piece) - 7)
    return 0


def _voc_end(data: Sliceable) -> int:
    """Follow the blocks up to the one that ends the file."""
    ends = (block.begin - 3 for block in voc_blocks(data) if block.name == b"\0")
    return next(ends, 0)  # of the last block only its kind is written


def _flv_end(data: Sliceable) -> int:
    """Follow the tags up to the next file's head."""
    offset = int.from_bytes(data[5:9], "big") + 4
    while len(head := data[offset : offset + 4]) == 4:
        if head[:3] == b"FLV":
            return offset
        offset += 11 + int.from_bytes(head[1:], "big") + 4
    return 0


def _mmf_end(data: Sliceable) -> int:
    return 8 + int.from_bytes(data[4:8], "big")


def _dsf_end(data: Sliceable) -> int:
    return int.from_bytes(data[12:20], "little")


def _wtv_end(data: Sliceable) -> int:
    return _WTV_SECTOR_BYTES * int.from_bytes(data[_WTV_SECTORS : _WTV_SECTORS + 4], "little")


def _asf_end(data: Sliceable) -> int:
    head = data[:_HEAD_BYTES]
    at = head.find(_ASF_PROPERTIES)
    return 0 if at < 0 else int.from_bytes(head[at + 40 : at + 48], "little")


_ENDS: dict[bytes, _End] = {
    b"RIFF": _container_end,
    b"RIFX": _container_end,
    b"RF64": _container_end,
    b"BW64": _container_end,
    b"FORM": _container_end,
    b"riff": _container_end,
    b"caff": _container_end,
    b".snd": _container_end,
    b"TTA1": _tta_end,
    b"wvpk": _wavpack_end,
    b"MAC ": _monkeys_end,
    b"MPCK": _musepack8_end,
    b"MP+": _musepack7_end,
    VOC_MARK: _voc_end,
    b"FLV": _flv_end,
    b"DSD ": _dsf_end,
    b"MMMD": _mmf_end,
    _ASF_HEAD: _asf_end,
    _WTV_HEAD: _wtv_end,
}
