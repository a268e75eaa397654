"""MPEG files: an ID3v2 tag before the sound; what stands behind the sound is left alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import BinaryIO

from core.exchange.file_tags.id3_codec import (
    HEADER_BYTES,
    NO_TAG,
    Id3Tag,
    parse_tag,
    tag_length,
)
from core.exchange.file_tags.tag_codec import TagCodec, UnreadableTags
from core.exchange.file_tags.tag_pieces import Copied, Piece


@dataclass(frozen=True, slots=True)
class Id3Layout:
    """An ID3 tag in a file. size_bytes: of the file."""

    tag: Id3Tag
    size_bytes: int

    @property
    def codec(self) -> TagCodec:
        return self.tag.codec

    @property
    def entries(self) -> tuple[bytes, ...]:
        return self.tag.frames


@dataclass(frozen=True, slots=True)
class MpegLayout(Id3Layout):
    """A tag, and the sound from its end to the end of the file."""

    def pieces(self, entries: Sequence[bytes]) -> list[Piece]:
        start = self.tag.n_bytes
        return [self.tag.rendered(entries), Copied(start, self.size_bytes - start)]


def read_tag(file: BinaryIO, start: int, end: int) -> Id3Tag:
    """Read the ID3 tag that begins at `start`, or none. Raises UnreadableTags, OSError."""
    file.seek(start)
    head = file.read(HEADER_BYTES)
    length = tag_length(head)
    if not length:
        return NO_TAG
    if start + length > end:
        raise UnreadableTags("exchange.tags_damaged")
    return parse_tag(head + file.read(length - HEADER_BYTES))


def read_mpeg(file: BinaryIO, size_bytes: int) -> MpegLayout:
    """Read where an MPEG file's tag is. Raises UnreadableTags, OSError."""
    return MpegLayout(read_tag(file, 0, size_bytes), size_bytes)
