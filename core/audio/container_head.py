"""The heads of WAV, RF64, BW64, AIFF, W64, CAF, AU and VOC: where their sound lies and they end.

RF64 and BW64 are WAV of more than 4 GB; their lengths stand in a chunk before the sound. Nothing is
decoded, and no length that a program wrote because it could not know it is believed.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from core.audio.file_bytes import Sliceable

UNKNOWN = -1
RF64_MARKS = (b"RF64", b"BW64")
AU_MARK = b".snd"
VOC_MARK = b"Creative Voice File"
_VOC_SOUNDS = (b"\1", b"\2", b"\3", b"\t")  # sound, more of it, a rest, sound of later versions
SIZES_OFFSET = 20  # of an RF64's lengths, behind the names and lengths of the file and the chunk
_PLACEHOLDERS = (0xFFFFF000, 0x7FFFF000)  # and the 4 096 numbers from there on
_PLACEHOLDER_64 = 1 << 60  # and all from there on
_W64_TAIL = bytes.fromhex("f3acd3118cd100c04f8edb8a")
W64_MARK = b"riff" + bytes.fromhex("2e91cf11a5d628db04c10000")
_SOUNDS = (b"data", b"SSND")
_BEHIND_CAF = (b"caff", b"TAG", b"APETAGEX", b"ID3", b"LYRICSBEGIN")  # no chunks: joined to it
_N_CHUNKS = 10_000  # more has no file


class Chunk(NamedTuple):
    """A chunk: where its body begins, and its length, UNKNOWN where the head does not tell."""

    name: bytes
    begin: int
    n_bytes: int


class ContainerHead(NamedTuple):
    """What a head tells, in bytes from its own begin on; 0 for what it does not.

    sound_begin, n_sound: of the samples. end: of the whole file.
    """

    sound_begin: int
    n_sound: int
    end: int

    @property
    def sound_end(self) -> int:
        """Where the samples end; 0 if it does not say."""
        return self.sound_begin + self.n_sound if self.n_sound else 0


def container_head(data: Sliceable) -> ContainerHead | None:
    """Read the head that data begins with; None for a file of another kind."""
    head = data[:16]
    if head[:4] in (b"RIFF", b"RIFX", b"FORM"):
        order = "<" if head[:4] == b"RIFF" else ">"
        return _head(iff_chunks(data, order), 8, _length(head[4:8], order))
    if head[:4] in RF64_MARKS:
        sizes = data[12 : SIZES_OFFSET + 8]
        file_bytes = _told(int.from_bytes(sizes[8:16], "little"), _PLACEHOLDER_64)
        return _head(iff_chunks(data, "<"), 8, file_bytes if sizes[:4] == b"ds64" else 0)
    if head == W64_MARK:
        return _head(w64_chunks(data), 0, _told(_uint64(data[16:24]), _PLACEHOLDER_64))
    if head[:4] == b"caff":
        chunks = list(caf_chunks(data))
        is_told = bool(chunks) and chunks[-1].n_bytes != UNKNOWN
        return _head(chunks, 0, chunks[-1].begin + chunks[-1].n_bytes if is_told else 0)
    if head[:4] == AU_MARK and len(head) >= 12:
        begin, n_bytes = int.from_bytes(head[4:8], "big"), _length(head[8:12], ">")
        return ContainerHead(begin, n_bytes, begin + n_bytes if n_bytes else 0)
    return None


def iff_chunks(data: Sliceable, order: str, start: int = 12) -> Iterator[Chunk]:
    """Yield the chunks of RIFF and AIFF; none behind one whose length is not known.

    order: "<" or ">", of the bytes of a length.
    """
    position, true_size = start, 0
    for _ in range(_N_CHUNKS):
        head = data[position : position + 8]
        if len(head) < 8:
            return
        name, n_bytes = struct.unpack(f"{order}4sI", head)
        begin = position + 8
        if name == b"ds64":
            true_size = _told(_uint64(data[begin + 8 : begin + 16]), _PLACEHOLDER_64)
        elif name == b"data" and n_bytes in (0, 0xFFFFFFFF) and true_size:
            n_bytes = true_size
        elif name in _SOUNDS and not _length(head[4:], order) and n_bytes:
            yield Chunk(name, begin, UNKNOWN)
            return
        yield Chunk(name, begin, n_bytes)
        position = begin + n_bytes + n_bytes % 2


def w64_chunks(data: Sliceable) -> Iterator[Chunk]:
    """Yield the chunks of a W64; none behind one whose length is not known."""
    position = 40
    for _ in range(_N_CHUNKS):
        head = data[position : position + 24]
        if len(head) < 24:
            return
        name, n_bytes = head[:4], _uint64(head[16:])
        if n_bytes < 24 or n_bytes >= _PLACEHOLDER_64:
            yield Chunk(name, position + 24, UNKNOWN)
            return
        yield Chunk(name if head[4:16] == _W64_TAIL else b"", position + 24, n_bytes - 24)
        position += (n_bytes + 7) // 8 * 8


def caf_chunks(data: Sliceable) -> Iterator[Chunk]:
    """Yield the chunks of a CAF; none behind one whose length is not known."""
    position = 8
    for _ in range(_N_CHUNKS):
        head = data[position : position + 12]
        is_name = all(0x20 <= byte < 0x7F for byte in head[:4])
        if len(head) < 12 or not is_name or head.startswith(_BEHIND_CAF):
            return
        name, n_bytes = struct.unpack(">4sq", head)
        yield Chunk(name, position + 12, max(n_bytes, UNKNOWN))
        if n_bytes < 0:
            return
        position += 12 + n_bytes


def voc_blocks(data: Sliceable) -> Iterator[Chunk]:
    """Yield the blocks of a VOC, named by their kinds, up to the one that ends it."""
    offset = int.from_bytes(data[20:22], "little")
    while head := data[offset : offset + 4]:
        n_bytes = int.from_bytes(head[1:], "little")
        yield Chunk(head[:1], offset + 4, n_bytes)
        if head[0] == 0:
            return
        offset += 4 + n_bytes


def has_further_blocks(data: Sliceable) -> bool:
    """Tell whether a VOC's sound lies in several blocks; libsndfile hears their heads as sound."""
    if data[: len(VOC_MARK)] != VOC_MARK:
        return False
    n_sounds = 0
    for block in voc_blocks(data):
        n_sounds += block.name in _VOC_SOUNDS
        if n_sounds > 1:
            return True
    return False


def _head(chunks: Iterable[Chunk], before: int, n_bytes: int) -> ContainerHead:
    """Put a head together. before: what a file's length leaves out of it."""
    sound = next((chunk for chunk in chunks if chunk.name in _SOUNDS), Chunk(b"", 0, 0))
    return ContainerHead(sound.begin, max(0, sound.n_bytes), before + n_bytes if n_bytes else 0)


def _length(field: bytes, order: str) -> int:
    """Read 32 bits; 0 for what programs write that cannot know the length."""
    number = int.from_bytes(field, "little" if order == "<" else "big")
    return 0 if any(first <= number < first + 4096 for first in _PLACEHOLDERS) else number


def _uint64(field: bytes) -> int:
    return int.from_bytes(field, "little")


def _told(number: int, placeholder: int) -> int:
    return number if number < placeholder else 0
