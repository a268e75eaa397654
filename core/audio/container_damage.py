"""What a container says about its own completeness, where the decoder says nothing.

libsndfile reads a cut-off WAV, RF64, AIFF, AU, W64, CAF or VOC silently as a shorter one, and goes
silently over damaged Ogg pages; so does ffmpeg with AVI and FLV. Only heads, lengths and checksums
are looked at; nothing is decoded.
"""

from __future__ import annotations

import struct
from collections.abc import Callable
from pathlib import Path

from core.audio import ogg
from core.audio.container_head import VOC_MARK, ContainerHead, container_head, voc_blocks
from core.audio.file_bytes import FileBytes, Sliceable
from core.audio.tag_blocks import sound_begin
from core.messages import message


def container_damage(path: Path) -> str:
    """Describe in one sentence what is missing or damaged; "" where nothing is known to be."""
    with path.open("rb") as file:
        begin = sound_begin(FileBytes(file))
        data = FileBytes(file, begin)
        if data[:4] == b"OggS":
            return ogg.damage(file, begin)
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
    end = 0
    for block in voc_blocks(data):
        if block.name[0] not in _VOC_BLOCKS:
            break
        end = block.begin + block.n_bytes
    return end


def _flv_end(data: Sliceable) -> int:
    """Follow the tags to the end of the last that begins within the file."""
    offset = int.from_bytes(data[5:9], "big") + 4
    told = _flv_size(data[: offset + _FLV_HEAD_BYTES])
    while (head := data[offset : offset + 4]) and head[0] in _FLV_TAGS:
        offset += 11 + int.from_bytes(head[1:], "big") + 4
    return max(offset, told)


def _flv_size(head: bytes) -> int:
    """Return how long the file says it is, which most writers note; 0 where it does not."""
    at = head.find(_FLV_SIZE) + len(_FLV_SIZE)
    is_told = len(_FLV_SIZE) <= at <= len(head) - 8
    (size,) = struct.unpack_from(">d", head, at) if is_told else (0.0,)
    return int(size) if 0 < size < _MAX_FLV_BYTES else 0


_VOC_BLOCKS, _FLV_TAGS = range(1, 10), (8, 9, 18)
_FLV_HEAD_BYTES, _FLV_SIZE = 4096, b"\0\x08filesize\0"
_MAX_FLV_BYTES = 1 << 50
_BLOCKS: dict[bytes, Callable[[Sliceable], int]] = {
    VOC_MARK: _voc_end,
    b"FLV": _flv_end,
}
