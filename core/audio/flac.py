"""How long a FLAC file really is, whether it is cut or several are joined. Nothing is decoded.

The head of a file that was written into a pipe promises nothing, and that of joined ones only the
first. The last frame says itself at which sample it begins (RFC 9639).
"""

from __future__ import annotations

import mmap
from pathlib import Path
from typing import NamedTuple

from core.audio.file_bytes import Sliceable
from core.audio.mapped_file import STRETCH_BYTES, find_all
from core.audio.tag_blocks import sound_end

MARK = b"fLaC"
_INFO_BYTES = 34
_MAX_STRAY_BYTES = 64  # so many behind the last frame do not make a file look cut
_MAX_TRAILING_BYTES = 4096  # so many are left out of what is decoded
_TAIL_BYTES = 1 << 21  # more than the largest frame
_LAST_FRAME_BYTES = 256 << 10  # longer ones are not met with
_SYNCS = (b"\xff\xf8", b"\xff\xf9")
_N_PROBES = 8
_POLYNOMIAL = 0x07
_RATES = {0x4: 8000, 0x5: 16000, 0x6: 22050, 0x7: 24000, 0x8: 32000, 0x9: 44100, 0xA: 48000,
          0xB: 96000, 0x1: 88200, 0x2: 176400, 0x3: 192000}  # fmt: skip


class FlacPart(NamedTuple):
    """One FLAC stream in a file: its bytes, and its samples a channel, 0 where unknown.

    n_promised: by its head. n_frames: by its last frame.
    """

    begin: int
    end: int
    n_promised: int
    n_frames: int


class _StreamInfo(NamedTuple):
    max_block: int
    rate_hz: int
    channels: int
    n_frames: int


def flac_parts(path: Path) -> list[FlacPart]:
    """Find the streams of a file, one after another; none if it does not hold FLAC."""
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
        begin = data.find(MARK, 0, STRETCH_BYTES)
        if begin < 0 or not _is_head(data, begin):
            return []
        whole = _part(data, begin, sound_end(data, len(data)))
        if _is_single(data, whole):
            return [whole]
        begins = [begin for begin in find_all(data, MARK) if _is_head(data, begin)]
        return [
            _part(data, begin, sound_end(data, end))
            for begin, end in zip(begins, [*begins[1:], len(data)], strict=True)
        ]


def ends_whole(data: Sliceable) -> bool | None:
    """Tell whether the last frame that the head counts is there; None where it counts no samples.

    Of its bytes the checksum is computed; frames before it are not looked at. Tags and a few bytes
    may follow.
    """
    block = data[len(MARK) + 4 : len(MARK) + 4 + _INFO_BYTES]
    info = _info(block)
    if len(block) < _INFO_BYTES or not info.n_frames:
        return None
    end = sound_end(data, len(data))
    tail = data[max(0, end - _LAST_FRAME_BYTES) : end]
    offset = len(tail)
    while (offset := max(tail.rfind(sync, 0, offset) for sync in _SYNCS)) >= 0:
        _, after = _frame_span(tail[offset : offset + 16], info)
        if after:
            return after >= info.n_frames and _frame_end(tail[offset:], _MAX_STRAY_BYTES) > 0
    return False


def _frame_end(data: bytes, max_stray: int) -> int:
    """Return where a frame ends at last, so many bytes before the end of data; 0 if it does not.

    There the checksum of all before it and of itself is 0. Zeros behind leave it so, and so may its
    own last bytes: which zeros are its own nobody can tell; up to the end of all it is whole.
    """
    first = max(0, len(data) - max_stray)
    crc, end = _crc16(data[:first]), 0
    for index in range(first, len(data) + 1):
        end = index if crc == 0 else end
        crc = _crc16(data[index : index + 1], crc)
    return end


def _is_single(data: mmap.mmap, part: FlacPart) -> bool:
    """Check that the last frame is the promised one, and that on the way samples only increase.

    To search the whole file for a second head would take seconds in a long one.
    """
    if part.n_frames != part.n_promised or not part.n_frames:
        return False
    info = _info(data[part.begin + 8 : part.begin + 8 + _INFO_BYTES])
    size = part.end - part.begin
    before = 0
    for probe in range(1, _N_PROBES):
        sample = _sample_near(data, part.begin + size * probe // _N_PROBES, info)
        if sample < before:
            return False
        before = sample
    return True


def _sample_near(data: mmap.mmap, offset: int, info: _StreamInfo) -> int:
    """Return the first sample of the next frame; -1 where none is near."""
    end = offset + _TAIL_BYTES
    while (offset := data.find(b"\xff", offset, end)) >= 0:
        first, after = _frame_span(data[offset : offset + 16], info)
        if 0 < after <= info.n_frames and data[offset : offset + 2] in _SYNCS:
            return first
        offset += 1
    return -1


def _is_head(data: mmap.mmap, begin: int) -> bool:
    """Check that a STREAMINFO block of the right size and a possible rate follows the mark."""
    block = data[begin + 4 : begin + 8 + _INFO_BYTES]
    is_info = len(block) == 4 + _INFO_BYTES and block[0] & 0x7F == 0
    return is_info and block[1:4] == bytes((0, 0, _INFO_BYTES)) and _info(block[4:]).rate_hz > 0


def _info(block: bytes) -> _StreamInfo:
    packed = int.from_bytes(block[10:18], "big")  # 20 bits rate, 3 channels, 5 depth, 36 samples
    return _StreamInfo(
        max_block=int.from_bytes(block[2:4], "big"),
        rate_hz=packed >> 44,
        channels=(packed >> 41 & 7) + 1,
        n_frames=packed & ((1 << 36) - 1),
    )


def _part(data: mmap.mmap, begin: int, end: int) -> FlacPart:
    """Measure a stream; stray bytes behind its last frame, a decoder's damage, are left out."""
    info = _info(data[begin + 8 : begin + 8 + _INFO_BYTES])
    floor = max(begin + 8 + _INFO_BYTES, end - _TAIL_BYTES)
    offset, n_frames = _last_frame(data, floor, end, info)
    if 0 < end - offset < _LAST_FRAME_BYTES:
        n_bytes = _frame_end(data[offset:end], _MAX_TRAILING_BYTES)
        end = offset + n_bytes if n_bytes else end
    return FlacPart(begin, end, info.n_frames, n_frames)


def _last_frame(data: mmap.mmap, floor: int, end: int, info: _StreamInfo) -> tuple[int, int]:
    """(Where the last frame begins, its last sample's number): one that another comes before.

    Or the only one. (end, 0) if there is none.
    """
    ends_by_start: dict[int, tuple[int, int]] = {}
    offset = end
    while (offset := max(data.rfind(sync, floor, offset) for sync in _SYNCS)) >= 0:
        first, after = _frame_span(data[offset : min(end, offset + 16)], info)
        if after in ends_by_start:
            return ends_by_start[after]
        if after and first == 0:
            return offset, after
        if after:
            ends_by_start[first] = offset, after
    return end, 0


def _frame_span(head: bytes, info: _StreamInfo) -> tuple[int, int]:
    """(First sample of a frame, the one after its last); (0, 0) if this is no frame's head."""
    if len(head) < 6 or head[3] & 1 or head[3] >> 4 > 10:
        return 0, 0
    block_code, rate_code = head[2] >> 4, head[2] & 15
    number, offset = _number(head)
    n_block_bytes = {6: 1, 7: 2}.get(block_code, 0)
    n_rate_bytes = {12: 1, 13: 2, 14: 2}.get(rate_code, 0)
    end = offset + n_block_bytes + n_rate_bytes
    is_other = rate_code in _RATES and _RATES[rate_code] != info.rate_hz
    channels = head[3] >> 4
    is_other |= (2 if channels > 7 else channels + 1) != info.channels
    if not offset or not block_code or is_other or end >= len(head):
        return 0, 0
    if _crc8(head[:end]) != head[end]:
        return 0, 0
    if n_block_bytes:
        n_block = int.from_bytes(head[offset : offset + n_block_bytes], "big") + 1
    else:
        n_block = _block_size(block_code)
    start = number if head[1] & 1 else number * (info.max_block or n_block)
    return start, start + n_block


def _block_size(code: int) -> int:
    if code == 1:
        return 192
    return 576 << code - 2 if code < 6 else 256 << code - 8


def _number(head: bytes) -> tuple[int, int]:
    """(The number written as in UTF-8 from the fifth byte on, where it ends; 0, 0 if none)."""
    first = head[4]
    n_ones = 8 - (first ^ 0xFF).bit_length()
    if n_ones == 0:
        return first, 5
    if n_ones in (1, 8):
        return 0, 0
    value = first & (0x7F >> n_ones)
    for byte in head[5 : 4 + n_ones]:
        if byte >> 6 != 2:
            return 0, 0
        value = value << 6 | byte & 0x3F
    return value, 4 + n_ones


def _crc8(data: bytes) -> int:
    """Compute the CRC of a frame's head: polynomial x^8 + x^2 + x + 1."""
    crc = 0
    for byte in data:
        crc ^= byte
        for _ in range(8):
            crc = (crc << 1 ^ (_POLYNOMIAL if crc & 0x80 else 0)) & 0xFF
    return crc


def _crc16(data: bytes, crc: int = 0) -> int:
    """Compute the CRC of a whole frame: polynomial x^16 + x^15 + x^2 + 1. crc: of data before."""
    for byte in data:
        crc = crc << 8 & 0xFFFF ^ _CRC16[crc >> 8 ^ byte]
    return crc


def _crc16_of(byte: int) -> int:
    crc = byte << 8
    for _ in range(8):
        crc = (crc << 1 ^ 0x8005 if crc & 0x8000 else crc << 1) & 0xFFFF
    return crc


_CRC16 = tuple(_crc16_of(byte) for byte in range(256))


def with_length(path: Path, part: FlacPart) -> tuple[int, bytes]:
    """(Offset in the part, bytes that say there how long it is): a head without it, mended."""
    offset = len(MARK) + 4 + 10
    with path.open("rb") as file:
        file.seek(part.begin + offset)
        packed = int.from_bytes(file.read(8), "big")
    return offset, (packed >> 36 << 36 | part.n_frames).to_bytes(8, "big")
