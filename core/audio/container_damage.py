"""What a container says about its own completeness, where the decoder says nothing.

libsndfile reads a cut-off WAV, AIFF, AU, W64 or Ogg silently as a shorter one, and goes silently
over damaged Ogg pages. Only headers and checksums are looked at here; nothing is decoded.
"""

from __future__ import annotations

import os
import struct
from pathlib import Path
from typing import BinaryIO

from core.audio import ogg
from core.messages import message

_AU_UNKNOWN = 0xFFFFFFFF
_W64_DATA = b"data" + bytes.fromhex("f3acd3118cd100c04f8edb8a")


def container_damage(path: Path) -> str:
    """Describe in one sentence what is missing or damaged; "" where nothing is known to be."""
    with path.open("rb") as file:
        head = file.read(16)
        size = os.fstat(file.fileno()).st_size
        if head[:4] == b"OggS":
            return ogg.damage(file)
        if head[:4] in (b"RIFF", b"RIFX") and head[8:12] == b"WAVE":
            promised_size = _chunk_end(file, b"data", "<" if head[:4] == b"RIFF" else ">", size)
        elif head[:4] == b"FORM" and head[8:11] == b"AIF":
            promised_size = _chunk_end(file, b"SSND", ">", size)
        elif head[:4] == b".snd":
            start, length = struct.unpack(">II", head[4:12])
            promised_size = 0 if length == _AU_UNKNOWN else start + length
        elif head[:4] == b"riff":
            promised_size = _w64_end(file, size)
        else:
            return ""
    missing = promised_size - size
    return (
        message("audio.bytes_missing", missing=missing, promised=promised_size)
        if missing > 0
        else ""
    )


def _chunk_end(file: BinaryIO, chunk_name: bytes, order: str, size: int) -> int:
    """Return where the sound's chunk should end, in bytes; 0 if the header does not tell."""
    offset = 12
    while offset + 8 <= size:
        file.seek(offset)
        name, length = struct.unpack(order + "4sI", file.read(8))
        if name == chunk_name:
            return 0 if length in (0, 0xFFFFFFFF, 0x7FFFFFFF) else offset + 8 + length
        offset += 8 + length + length % 2
    return 0


def _w64_end(file: BinaryIO, size: int) -> int:
    offset = 40
    while offset + 24 <= size:
        file.seek(offset)
        name, length = struct.unpack("<16sQ", file.read(24))
        if name == _W64_DATA:
            return offset + int(length)
        if length < 24:
            return 0
        offset += (int(length) + 7) // 8 * 8
    return 0
