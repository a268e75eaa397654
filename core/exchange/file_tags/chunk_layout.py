"""WAV and AIFF files: an ID3 tag in a chunk of its own; other chunks are left alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import BinaryIO, Literal

from core.exchange.file_tags.id3_codec import NO_TAG
from core.exchange.file_tags.mpeg_layout import Id3Layout, read_tag
from core.exchange.file_tags.tag_codec import UnreadableTags
from core.exchange.file_tags.tag_pieces import Copied, Piece

HEAD_BYTES, CHUNK_BYTES = 12, 8
LARGEST = 0xFFFF_FFFF


@dataclass(frozen=True, slots=True)
class ChunkLayout(Id3Layout):
    """Where the tag's chunk is (with its head and pad byte), or would be: start = end.

    container_end: of the chunk that holds all others.
    """

    order: Literal["little", "big"]
    name: bytes
    start: int
    end: int
    container_end: int

    def pieces(self, entries: Sequence[bytes]) -> list[Piece]:
        tag = self.tag.rendered(entries)
        # A chunk that ends the file may lack its pad byte; the next one begins at an even place.
        lacking = b"\0" * (self.start % 2)
        head = self.name + len(tag).to_bytes(4, self.order)
        chunk = lacking + head + tag + b"\0" * (len(tag) % 2)
        length = self.container_end - CHUNK_BYTES + len(chunk) - (self.end - self.start)
        if length > LARGEST:
            raise UnreadableTags("exchange.tags_too_large")
        return [
            Copied(0, 4),
            length.to_bytes(4, self.order),
            Copied(8, self.start - 8),
            chunk,
            Copied(self.end, self.size_bytes - self.end),
        ]


def read_chunks(file: BinaryIO, size_bytes: int) -> ChunkLayout:
    """Find the tag's chunk of a WAV or AIFF file. Raises UnreadableTags, OSError."""
    file.seek(0)
    head = file.read(HEAD_BYTES)
    order: Literal["little", "big"] = "little" if head[:4] == b"RIFF" else "big"
    container_end = CHUNK_BYTES + int.from_bytes(head[4:8], order)
    if container_end > size_bytes + 1:
        raise UnreadableTags("exchange.tags_damaged")
    container_end = min(container_end, size_bytes)
    at, name = HEAD_BYTES, b"id3 " if order == "little" else b"ID3 "
    while at + CHUNK_BYTES <= container_end:
        file.seek(at)
        chunk = file.read(CHUNK_BYTES)
        n_bytes = int.from_bytes(chunk[4:], order)
        end = at + CHUNK_BYTES + n_bytes
        if end > container_end:
            raise UnreadableTags("exchange.tags_damaged")
        if chunk[:4].upper() == b"ID3 ":
            tag = read_tag(file, at + CHUNK_BYTES, end)
            padded = min(end + n_bytes % 2, size_bytes)
            return ChunkLayout(
                tag, size_bytes, order, chunk[:4], at, padded, max(container_end, padded)
            )
        at = end + n_bytes % 2
    at = min(max(at, HEAD_BYTES), container_end)
    return ChunkLayout(NO_TAG, size_bytes, order, name, container_end, container_end, container_end)
