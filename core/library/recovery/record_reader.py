"""The records on b-tree pages, each by itself: a spoiled cell costs its record and no other.

Values are those of SQLite; text that is no UTF-8 is told from whole text. Which table a page
belongs to is page_owner.py's business.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass

from core.library.db.page_file import PageFile

Value = None | int | float | str | bytes

TABLE_LEAF, TABLE_INTERIOR, INDEX_LEAF, INDEX_INTERIOR = 0x0D, 0x05, 0x0A, 0x02
_HEADER_BYTES = {TABLE_LEAF: 8, INDEX_LEAF: 8, TABLE_INTERIOR: 12, INDEX_INTERIOR: 12}
_INT_BYTES = (0, 1, 2, 3, 4, 6, 8)
FIRST_PAGE_HEADER = 100


class SpoiledRecordError(ValueError):
    """A cell that does not hold a record."""


class SpoiledText(str):
    """What can be read of a text that is no UTF-8 any more."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Record:
    """One record. row_id: None in an index, where the last value is the row's id."""

    row_id: int | None
    values: tuple[Value, ...]


def page_type(page: bytes | None, number: int) -> int:
    """Return the type of a b-tree page, 0 for anything else."""
    start = FIRST_PAGE_HEADER if number == 1 else 0
    if page is None or page[start] not in _HEADER_BYTES:
        return 0
    return page[start]


def children(page: bytes, number: int) -> list[int]:
    """Return the pages below an interior page, in the order of their keys."""
    start = FIRST_PAGE_HEADER if number == 1 else 0
    below = [
        int.from_bytes(page[cell : cell + 4], "big") for cell in _cell_offsets(page, start, 12)
    ]
    return [*below, int.from_bytes(page[start + 8 : start + 12], "big")]


def records(file: PageFile, number: int) -> Iterator[Record]:
    """Yield the records of a page that can be read; none on an interior page of a table."""
    page = file.page(number)
    kind = page_type(page, number)
    if page is None or kind in (0, TABLE_INTERIOR):
        return
    start = FIRST_PAGE_HEADER if number == 1 else 0
    for cell in _cell_offsets(page, start, _HEADER_BYTES[kind]):
        try:
            yield _record(file, page, cell, kind)
        except (SpoiledRecordError, IndexError, struct.error):
            continue


def n_cells(page: bytes, number: int) -> int:
    """Return how many cells a page says it has."""
    start = FIRST_PAGE_HEADER if number == 1 else 0
    return int.from_bytes(page[start + 3 : start + 5], "big")


def _cell_offsets(page: bytes, start: int, header_bytes: int) -> list[int]:
    first = start + header_bytes
    n = min(int.from_bytes(page[start + 3 : start + 5], "big"), (len(page) - first) // 2)
    offsets = struct.unpack_from(f">{n}H", page, first)
    return [offset for offset in offsets if first <= offset < len(page) - 3]


def _record(file: PageFile, page: bytes, at: int, kind: int) -> Record:
    if kind == INDEX_INTERIOR:
        at += 4  # the page below
    n_bytes, at = _varint(page, at)
    row_id: int | None = None
    if kind == TABLE_LEAF:
        row_id, at = _varint(page, at)
        row_id = row_id - (1 << 64) if row_id >> 63 else row_id
    return Record(row_id, decode(_payload(file, page, at, n_bytes, kind)))


def _payload(file: PageFile, page: bytes, at: int, n_bytes: int, kind: int) -> bytes:
    """Gather a record, part of which may be on overflow pages (file format, 1.6)."""
    usable = file.usable_bytes
    most = usable - 35 if kind == TABLE_LEAF else (usable - 12) * 64 // 255 - 23
    if n_bytes <= most:
        return page[at : at + n_bytes]
    least = (usable - 12) * 32 // 255 - 23
    local = least + (n_bytes - least) % (usable - 4)
    local = local if local <= most else least
    if n_bytes > file.n_pages * file.page_bytes:
        raise SpoiledRecordError("longer than the file")
    parts, left = [page[at : at + local]], n_bytes - local
    following = int.from_bytes(page[at + local : at + local + 4], "big")
    while left > 0:
        overflow = file.page(following)
        if overflow is None:
            raise SpoiledRecordError("its overflow page is gone")
        parts.append(overflow[4 : 4 + min(left, usable - 4)])
        left -= usable - 4
        following = int.from_bytes(overflow[:4], "big")
    return b"".join(parts)


def decode(payload: bytes) -> tuple[Value, ...]:
    """Decode a record (file format, 2.1). Raises SpoiledRecordError where it does not add up.

    One loop without calls for what is usual: a large library has millions of records.
    """
    header_bytes, at = _varint(payload, 0)
    if header_bytes > len(payload):
        raise SpoiledRecordError("longer than its page")
    values: list[Value] = []
    body = header_bytes
    while at < header_bytes:
        code = payload[at]
        at += 1
        if code >= 0x80:
            code, at = _varint(payload, at - 1)
        if code >= 12:
            end = body + (code - 12) // 2
            part = payload[body:end]
            values.append(_text(part) if code & 1 else part)
        elif code <= 6:
            end = body + _INT_BYTES[code]
            number = int.from_bytes(payload[body:end], "big", signed=True)
            values.append(number if code else None)
        else:
            value, end = _constant_or_float(payload, body, code)
            values.append(value)
        body = end
    if body != len(payload):
        raise SpoiledRecordError("its values are not as long as it says")
    return tuple(values)


def _constant_or_float(payload: bytes, at: int, code: int) -> tuple[Value, int]:
    if code == 7:
        return struct.unpack_from(">d", payload, at)[0], at + 8
    if code <= 9:
        return code - 8, at
    raise SpoiledRecordError("a type that does not exist")


def _text(part: bytes) -> str:
    try:
        return part.decode("utf-8")
    except UnicodeDecodeError:
        return SpoiledText(part.decode("utf-8", "replace"))


def _varint(data: bytes, at: int) -> tuple[int, int]:
    value = 0
    for i in range(8):
        byte = data[at + i]
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, at + i + 1
    return value << 8 | data[at + 8], at + 9
