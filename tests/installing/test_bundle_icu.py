"""Qt's Unicode data in the bundle: fewer items, and still a library that is loaded."""

from __future__ import annotations

import ctypes
import shutil
import struct
import subprocess
import sys
from pathlib import Path

import pytest
from bundle_icu import fewer_items, leave_items

ITEMS = {
    "icudt73l/brkitr/thaidict.dict": b"t" * 50,
    "icudt73l/coll/sv.res": b"s" * 33,
    "icudt73l/coll/ucadata.icu": b"u" * 20,
    "icudt73l/de.res": b"d" * 17,
    "icudt73l/fr_CA.res": b"f" * 5,
    "icudt73l/gb18030.cnv": b"g" * 9,
    "icudt73l/likelySubtags.res": b"l" * 16,
    "icudt73l/root.res": b"r" * 40,
    "icudt73l/zone/de.res": b"z",
}
KEPT = ("coll/sv.res", "coll/ucadata.icu", "de.res", "likelySubtags.res", "root.res")


def common_data(items: dict[str, bytes]) -> bytes:
    """Write a table of items as ICU does, behind a header of 32 bytes."""
    names = [name.encode() + b"\0" for name in items]
    at = 4 + 8 * len(items)
    offset = at + sum(map(len, names))
    table, body = struct.pack("<I", len(items)), b""
    for name, item in zip(names, items.values(), strict=True):
        table += struct.pack("<2I", at, offset + len(body))
        at, body = at + len(name), body + item
    header = struct.pack("<H2B", 32, 0xDA, 0x27) + struct.pack("<8x4s", b"CmnD")
    return header.ljust(32, b"\0") + table + b"".join(names) + body


def read_items(data: bytes) -> dict[str, bytes]:
    (count,) = struct.unpack_from("<I", data, 32)
    entries = [struct.unpack_from("<2I", data, 36 + 8 * index) for index in range(count)]
    ends = [offset for _at, offset in entries[1:]] + [len(data) - 32]
    return {
        data[32 + at : data.index(b"\0", 32 + at)].decode(): data[32 + offset : 32 + end]
        for (at, offset), end in zip(entries, ends, strict=True)
    }


def test_only_items_that_are_used_stay_and_stay_what_they_are() -> None:
    kept = read_items(fewer_items(common_data(ITEMS)))
    assert list(kept) == [f"icudt73l/{name}" for name in KEPT]
    for name, item in kept.items():
        assert item[: len(ITEMS[name])] == ITEMS[name]


@pytest.mark.skipif(sys.platform != "linux", reason="Qt brings this library on Linux only")
def test_the_library_is_loaded_and_has_the_fewer_items(tmp_path: Path) -> None:
    if (compiler := shutil.which("gcc")) is None:
        pytest.skip("no compiler on this machine")
    many = {f"icudt73l/brkitr/{number:05}.dict": bytes(100) for number in range(500)}
    (tmp_path / "data.bin").write_bytes(common_data({**many, **ITEMS}))
    source, library = tmp_path / "data.s", tmp_path / "libicudata.so.73"
    source.write_text(
        '.section .note.GNU-stack,"",@progbits\n.section .rodata\n.balign 16\n'
        ".globl icudt73_dat\n.type icudt73_dat, @object\n"
        f'icudt73_dat: .incbin "{tmp_path / "data.bin"}"\n.size icudt73_dat, .-icudt73_dat\n'
    )
    line = f"{compiler} -shared -nostdlib -Wl,-z,noseparate-code -o {library} {source}"
    subprocess.run(line.split(), check=True)
    before = library.stat().st_size
    assert leave_items(library)
    assert library.stat().st_size < before - 40_000
    at = ctypes.addressof(ctypes.c_char.in_dll(ctypes.CDLL(str(library)), "icudt73_dat"))
    assert list(read_items(ctypes.string_at(at, 600))) == [f"icudt73l/{name}" for name in KEPT]


def test_a_library_that_is_built_otherwise_stays_as_it_is(tmp_path: Path) -> None:
    for content in (b"", b"\x7fELF\x02\x01" + bytes(100), bytes(200) + common_data(ITEMS)):
        library = tmp_path / "libicudata.so.73"
        library.write_bytes(content)
        assert not leave_items(library)
        assert library.read_bytes() == content
