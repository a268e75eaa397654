"""Put the program's icon into the files that Windows and macOS want: build/rhythmcap.ico and .icns.

Both hold pictures of several sizes as PNG, those of packaging/linux/icons.
"""

from __future__ import annotations

import struct
from pathlib import Path

from linux.make_icons import icon_file

BUILD = Path(__file__).resolve().parents[1] / "build"
ICO_SIZES = (16, 24, 32, 48, 64, 128, 256)
# Kinds of entry by size in pixels; the second of a size is for screens with two pixels a point.
ICNS_KINDS = (
    (b"icp4", 16), (b"icp5", 32), (b"ic11", 32), (b"ic12", 64), (b"ic07", 128), (b"ic08", 256),
    (b"ic13", 256), (b"ic09", 512), (b"ic14", 512),
)  # fmt: skip
_HEADER, _ENTRY, _CHUNK = struct.Struct("<HHH"), struct.Struct("<BBBBHHII"), struct.Struct(">4sI")
BITS_A_PIXEL = 32


def ico(pictures: dict[int, bytes]) -> bytes:
    """Make Windows' file of PNGs by their sizes."""
    offset = _HEADER.size + _ENTRY.size * len(pictures)
    head, body = _HEADER.pack(0, 1, len(pictures)), b""
    for size, png in pictures.items():
        side = size % 256  # 0 means 256
        head += _ENTRY.pack(side, side, 0, 0, 1, BITS_A_PIXEL, len(png), offset + len(body))
        body += png
    return head + body


def icns(pictures: dict[int, bytes]) -> bytes:
    """Make macOS' file of PNGs by their sizes."""
    body = b"".join(
        _CHUNK.pack(kind, _CHUNK.size + len(pictures[size])) + pictures[size]
        for kind, size in ICNS_KINDS
    )
    return _CHUNK.pack(b"icns", _CHUNK.size + len(body)) + body


def pictures_of(sizes: set[int]) -> dict[int, bytes]:
    """Read the icon's PNGs, small ones first."""
    return {size: icon_file(size).read_bytes() for size in sorted(sizes)}


if __name__ == "__main__":
    BUILD.mkdir(exist_ok=True)
    (BUILD / "rhythmcap.ico").write_bytes(ico(pictures_of(set(ICO_SIZES))))
    (BUILD / "rhythmcap.icns").write_bytes(icns(pictures_of({size for _, size in ICNS_KINDS})))
