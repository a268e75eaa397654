"""What a container says about its own completeness, where the decoder says nothing.

libsndfile reads a cut-off WAV, RF64, AIFF, AU, W64 or Ogg silently as a shorter one, and goes
silently over damaged Ogg pages. Only headers and checksums are looked at; nothing is decoded.
"""

from __future__ import annotations

import os
import struct
from pathlib import Path
from typing import BinaryIO

from core.audio import ogg
from core.audio.mended_head import AU_MARK, RF64_MARKS, au_sound, rf64_sound
from core.messages import message

_UNKNOWN = (0xFFFFF000, 0x7FFFF000)  # from here on: what programs write that cannot know the length
_W64_UNKNOWN = 1 << 60
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
        elif head[:4] in RF64_MARKS:
            sound = rf64_sound(file, size)
            promised_size = sound.begin + sound.n_promised if sound and sound.n_promised else 0
        elif head[:4] == b"FORM" and head[8:11] == b"AIF":
            promised_size = _chunk_end(file, b"SSND", ">", size)
        elif head[:4] == AU_MARK:
            promised_size = sum(au_sound(head))
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
            is_told = length and not any(unknown <= length < unknown + 4096 for unknown in _UNKNOWN)
            return offset + 8 + length if is_told else 0
        offset += 8 + length + length % 2
    return 0


def _w64_end(file: BinaryIO, size: int) -> int:
    offset = 40
    while offset + 24 <= size:
        file.seek(offset)
        name, length = struct.unpack("<16sQ", file.read(24))
        if name == _W64_DATA:
            return 0 if length >= _W64_UNKNOWN else offset + int(length)
        if length < 24:
            return 0
        offset += (int(length) + 7) // 8 * 8
    return 0
