"""The end of a FLAC file: whether its last frame is the one that its head counts up to (RFC 9639).

Frames before it are not looked at.
"""

from __future__ import annotations

from typing import BinaryIO

_STREAMINFO_BYTES = 34
_TAIL_BYTES = 256 << 10  # no frame is longer
_BLOCK_SIZES = {1: 192, **{code: 576 << code - 2 for code in range(2, 6)}}
_BLOCK_SIZES |= {code: 256 << code - 8 for code in range(8, 16)}


def is_whole(file: BinaryIO, size: int) -> bool | None:
    """Tell whether the last frame is there in whole; None where the head counts no samples."""
    file.seek(8)
    info = file.read(_STREAMINFO_BYTES)
    n_samples = int.from_bytes(info[13:18], "big") & (1 << 36) - 1 if len(info) > 17 else 0
    if not n_samples:
        return None
    fixed_size = int.from_bytes(info[2:4], "big")
    file.seek(max(0, size - _TAIL_BYTES))
    tail = file.read(_TAIL_BYTES)
    at = len(tail)
    while (at := tail.rfind(b"\xff", 0, at)) >= 0:
        end = _frame_end(tail[at : at + 16], fixed_size)
        if end is not None:
            return end >= n_samples and _crc16(tail[at:]) == 0
    return False


def _frame_end(head: bytes, fixed_size: int) -> int | None:
    """Return the sample behind a frame by its first bytes; None if it is none."""
    if len(head) < 16 or head[1] & 0xFE != 0xF8:
        return None
    number, length = _coded_number(head[4:])
    if number is None:
        return None
    at, code = 4 + length, head[2] >> 4
    if code in (6, 7):
        n_bytes = code - 5
        block_size = int.from_bytes(head[at : at + n_bytes], "big") + 1
        at += n_bytes
    else:
        block_size = _BLOCK_SIZES.get(code, 0)
    at += {12: 1, 13: 2, 14: 2}.get(head[2] & 15, 0)
    if not block_size or _crc8(head[:at]) != head[at]:
        return None
    return (number if head[1] & 1 else number * fixed_size) + block_size


def _coded_number(data: bytes) -> tuple[int | None, int]:
    """Read a number that is written as UTF-8 writes a letter, up to 36 bits; and its length."""
    first = data[0]
    if first < 0x80:
        return first, 1
    length = 8 - (first ^ 0xFF).bit_length()
    if not 2 <= length <= 7:
        return None, 0
    value = first & (1 << 7 - length) - 1
    for byte in data[1:length]:
        if byte & 0xC0 != 0x80:
            return None, 0
        value = value << 6 | byte & 0x3F
    return value, length


def _crc8(data: bytes) -> int:
    """Compute the CRC of a frame's head: polynomial x^8 + x^2 + x + 1."""
    crc = 0
    for byte in data:
        crc ^= byte
        for _ in range(8):
            crc = (crc << 1 ^ 0x07 if crc & 0x80 else crc << 1) & 0xFF
    return crc


def _crc16(data: bytes) -> int:
    """Compute the CRC of a whole frame: polynomial x^16 + x^15 + x^2 + 1."""
    crc = 0
    for byte in data:
        crc = crc << 8 & 0xFFFF ^ _CRC16[crc >> 8 ^ byte]
    return crc


def _crc16_of(byte: int) -> int:
    crc = byte << 8
    for _ in range(8):
        crc = (crc << 1 ^ 0x8005 if crc & 0x8000 else crc << 1) & 0xFFFF
    return crc


_CRC16 = tuple(_crc16_of(byte) for byte in range(256))
