"""Leave out of Qt's Unicode data on Linux (ICU, 32 MB) what nothing of RhythmCap asks for.

Qt takes from it how words sort, and in which order letters stand. Numbers, dates, line breaks and
encodings it knows by itself. The data is a table of named items, in a library that has nothing
else: the same library is written with fewer items.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator
from pathlib import Path

_UNUSED = re.compile(
    r"""[^/]+/(
    (brkitr|curr|lang|rbnf|region|translit|unit|zone)/ | .*\.(cnv|spp|cfu)$ | unames\.icu$
    | (?!(de|en|es|it|root|pool)[_.])[a-z]{2,3}(_\w+)?\.res$
    )""",
    re.VERBOSE,
)
_SEGMENT, _ENTRY = struct.Struct("<2I6Q"), "<2I"
_HEADER_BYTES = 64  # of an ELF file, and in it:
_SEGMENTS_AT, _SECTIONS_AT, _SEGMENTS_COUNT_AT, _SECTIONS_COUNT_AT = 32, 40, 54, 60
_LOAD, _PAGE = 1, 4096


def leave_items(library: Path) -> bool:
    """Write libicudata anew with fewer items; False, and it stays, where it is built otherwise."""
    old = library.read_bytes()
    start = old.find(b"CmnD") - 12  # the data's header says its kind there
    segments = list(_segments(old))
    loads = [segment for _at, segment in segments if segment[0] == _LOAD]
    if start < 0 or len(loads) != 2 or not loads[0][2] <= start < loads[0][2] + loads[0][5]:
        return False
    end, tail = loads[0][2] + loads[0][5], loads[1][2]
    data = fewer_items(old[start:end])
    moved_to = start + len(data) + (tail - start - len(data)) % _PAGE
    new = bytearray((old[:start] + data).ljust(moved_to, b"\0"))
    new += old[tail : tail + loads[1][5]]
    for at, (kind, flags, offset, address, physical, in_file, in_memory, align) in segments:
        if offset >= tail:
            offset += moved_to - tail
        elif offset <= start < offset + in_file:
            in_file = in_memory = start + len(data) - offset
        new[at : at + _SEGMENT.size] = _SEGMENT.pack(
            kind, flags, offset, address, physical, in_file, in_memory, align
        )
    new[_SECTIONS_AT : _SECTIONS_AT + 8] = bytes(8)  # the names for a linker are gone
    new[_SECTIONS_COUNT_AT : _SECTIONS_COUNT_AT + 4] = bytes(4)
    library.write_bytes(new)
    return True


def _segments(elf: bytes) -> Iterator[tuple[int, tuple[int, ...]]]:
    """The segments of a 64-bit ELF file: where each is told, and what (see elf(5), Elf64_Phdr)."""
    if elf[:6] != b"\x7fELF\x02\x01" or len(elf) < _HEADER_BYTES:
        return
    (first,) = struct.unpack_from("<Q", elf, _SEGMENTS_AT)
    size, count = struct.unpack_from("<2H", elf, _SEGMENTS_COUNT_AT)
    for at in (first + size * index for index in range(count)):
        yield at, _SEGMENT.unpack_from(elf, at)


def fewer_items(data: bytes) -> bytes:
    """Return ICU's common data (udata.h, "CmnD") without the items that are not used."""
    (base,) = struct.unpack_from("<H", data)
    (count,) = struct.unpack_from("<I", data, base)
    entries = list(struct.iter_unpack(_ENTRY, data[base + 4 : base + 4 + 8 * count]))
    ends = [offset for _name, offset in entries[1:]] + [len(data) - base]
    names, items = [], []
    for (name_at, offset), end in zip(entries, ends, strict=True):
        name = data[base + name_at : data.index(b"\0", base + name_at)]
        if not _UNUSED.match(name.decode()):
            names.append(name + b"\0")
            items.append(data[base + offset : base + end])
    table, name_at = bytearray(struct.pack("<I", len(names))), 4 + 8 * len(names)
    offset = -(-(name_at + sum(map(len, names)) + base) // 16) * 16 - base
    body = b""
    for name, item in zip(names, items, strict=True):
        table += struct.pack(_ENTRY, name_at, offset + len(body))
        name_at += len(name)
        body += item + bytes(-len(item) % 16)
    return data[:base] + bytes(table + b"".join(names)).ljust(offset, b"\0") + body
