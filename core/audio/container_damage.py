"""What a container says about its own completeness, where the decoder says nothing.

libsndfile reads a cut-off WAV, RF64, AIFF, AU, W64 or CAF silently as a shorter one, and goes
silently over damaged Ogg pages. Only headers and checksums are looked at; nothing is decoded.
"""

from __future__ import annotations

from pathlib import Path

from core.audio import ogg
from core.audio.container_head import container_head
from core.audio.file_bytes import FileBytes
from core.audio.tag_blocks import sound_begin
from core.messages import message


def container_damage(path: Path) -> str:
    """Describe in one sentence what is missing or damaged; "" where nothing is known to be."""
    with path.open("rb") as file:
        if file.read(4) == b"OggS":
            file.seek(0)
            return ogg.damage(file)
        data = FileBytes(file, sound_begin(FileBytes(file)))
        head = container_head(data)
        promised, missing = (head.sound_end, head.sound_end - len(data)) if head else (0, 0)
    return message("audio.bytes_missing", missing=missing, promised=promised) if missing > 0 else ""
