"""FLAC files: comments in a block of their own; the other blocks and the sound are left alone.

https://www.rfc-editor.org/rfc/rfc9639
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import BinaryIO

from core.exchange.file_tags.id3_codec import HEADER_BYTES, tag_length
from core.exchange.file_tags.tag_codec import TagCodec, UnreadableTags
from core.exchange.file_tags.tag_pieces import Copied, Piece
from core.exchange.file_tags.vorbis_codec import VorbisBlock, VorbisCodec, parse_block

SIGNATURE = b"fLaC"
_PADDING, _COMMENTS, _LAST = 1, 4, 0x80
_HEAD_BYTES, _LARGEST = 4, (1 << 24) - 1
_NEW_PADDING = 4096
_NO_COMMENTS = VorbisBlock(b"RhythmCap", ())


@dataclass(frozen=True, slots=True)
class FlacBlock:
    """A metadata block: what kind, where its content begins, and how long that is."""

    kind: int
    start: int
    length: int


@dataclass(frozen=True, slots=True)
class FlacLayout:
    """The blocks in their order; behind the last one the sound begins."""

    blocks: tuple[FlacBlock, ...]
    comments: VorbisBlock
    size_bytes: int

    @property
    def codec(self) -> TagCodec:
        return VorbisCodec()

    @property
    def entries(self) -> tuple[bytes, ...]:
        return self.comments.comments

    def pieces(self, entries: Sequence[bytes]) -> list[Piece]:
        new = self.comments.rendered(entries)
        if len(new) > _LARGEST:
            raise UnreadableTags("exchange.tags_too_large")
        contents: list[tuple[int, Piece, int]] = []
        is_there = any(block.kind == _COMMENTS for block in self.blocks)
        for number, block in enumerate(self.blocks):
            if block.kind == _COMMENTS:
                contents.append((_COMMENTS, new, len(new)))
            elif block.kind != _PADDING:
                contents.append((block.kind, Copied(block.start, block.length), block.length))
            if number == 0 and not is_there:
                contents.append((_COMMENTS, new, len(new)))
        n_padding = self._room(sum(length + _HEAD_BYTES for _, _, length in contents))
        if n_padding is not None:
            contents.append((_PADDING, bytes(n_padding), n_padding))
        sound = self._end
        first = self.blocks[0].start - _HEAD_BYTES
        pieces: list[Piece] = [Copied(0, first)]
        for number, (kind, content, length) in enumerate(contents, start=1):
            sign = kind | (_LAST if number == len(contents) else 0)
            pieces += [bytes([sign]) + length.to_bytes(3, "big"), content]
        return [*pieces, Copied(sound, self.size_bytes - sound)]

    @property
    def _end(self) -> int:
        """Where the sound begins."""
        return self.blocks[-1].start + self.blocks[-1].length

    def _room(self, n_bytes: int) -> int | None:
        """Return how long the padding is: as it fits to the former end; None for no padding."""
        room = self._end - (self.blocks[0].start - _HEAD_BYTES) - n_bytes
        if room == 0:
            return None
        if room < _HEAD_BYTES:
            return _NEW_PADDING
        return min(room - _HEAD_BYTES, _LARGEST)


def read_flac(file: BinaryIO, size_bytes: int) -> FlacLayout:
    """Read the blocks of a FLAC file, behind an ID3 tag if there is one.

    Raises UnreadableTags, OSError.
    """
    file.seek(0)
    at = tag_length(file.read(HEADER_BYTES))
    file.seek(at)
    if file.read(len(SIGNATURE)) != SIGNATURE:
        raise UnreadableTags("exchange.tags_damaged")
    at += len(SIGNATURE)
    blocks, comments = list[FlacBlock](), _NO_COMMENTS
    is_last = False
    while not is_last:
        file.seek(at)
        head = file.read(_HEAD_BYTES)
        length = int.from_bytes(head[1:], "big")
        at += _HEAD_BYTES
        if len(head) < _HEAD_BYTES or at + length > size_bytes:
            raise UnreadableTags("exchange.tags_damaged")
        is_last, kind = bool(head[0] & _LAST), head[0] & ~_LAST
        if kind == _COMMENTS:
            if comments is not _NO_COMMENTS:
                raise UnreadableTags("exchange.tags_damaged")
            comments = parse_block(file.read(length))
        blocks.append(FlacBlock(kind, at, length))
        at += length
    return FlacLayout(tuple(blocks), comments, size_bytes)
