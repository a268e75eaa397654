"""What a container says about its own completeness, where the decoder says nothing.

libsndfile reads a cut-off WAV, RF64, AIFF, AU, W64, CAF or VOC silently as a shorter one, and goes
silently over damaged Ogg pages; so does ffmpeg with AVI and FLV. Only heads, lengths and checksums
are looked at; nothing is decoded.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from core.audio import ogg
from core.audio.container_head import ContainerHead, container_head
from core.audio.file_bytes import FileBytes, Sliceable
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
        for mark, last_block_end in _BLOCKS.items():
            if data[: len(mark)] == mark and last_block_end(data) > len(data):
                return message("audio.file_cut_off")
        promised = (head.sound_end or _avi_end(data, head)) if head else 0
        missing = promised - len(data)
    return message("audio.bytes_missing", missing=missing, promised=promised) if missing > 0 else ""


def _avi_end(data: Sliceable, head: ContainerHead) -> int:
    return head.end if data[8:12] == b"AVI " else 0


def _voc_end(data: Sliceable) -> int:
    """Follow the blocks to the end of the last that begins within the file."""
    offset = int.from_bytes(data[20:22], "little")
    while (head := data[offset : offset + 4]) and head[0] in _VOC_BLOCKS:
        offset += 4 + int.from_bytes(head[1:], "little")
    return offset


def _flv_end(data: Sliceable) -> int:
    """Follow the tags to the end of the last that begins within the file."""
    offset = int.from_bytes(data[5:9], "big") + 4
    while (head := data[offset : offset + 4]) and head[0] in _FLV_TAGS:
        offset += 11 + int.from_bytes(head[1:], "big") + 4
    return offset


_VOC_BLOCKS, _FLV_TAGS = range(1, 10), (8, 9, 18)
_BLOCKS: dict[bytes, Callable[[Sliceable], int]] = {
    b"Creative Voice File": _voc_end,
    b"FLV": _flv_end,
}
