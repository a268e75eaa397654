"""Vorbis comments, as in FLAC, Ogg Vorbis and Opus: keys and values as raw bytes.

https://xiph.org/vorbis/doc/v-comment.html
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from core.exchange.file_tags.tag_codec import COMMENT, JOINER, UnreadableTags, first_comment


@dataclass(frozen=True, slots=True)
class VorbisBlock:
    """The comments as they stand in a file. tail: what is behind them, such as a framing bit."""

    vendor: bytes
    comments: tuple[bytes, ...]
    tail: bytes = b""

    def rendered(self, comments: Sequence[bytes]) -> bytes:
        """Return the block with other comments."""
        count = len(comments).to_bytes(4, "little")
        return b"".join([_counted(self.vendor), count, *map(_counted, comments), self.tail])


def parse_block(data: bytes) -> VorbisBlock:
    """Read a block. Raises UnreadableTags."""
    vendor, at = _taken(data, 0)
    count, at = int.from_bytes(data[at : at + 4], "little"), at + 4
    comments = list[bytes]()
    if at > len(data):
        raise UnreadableTags("exchange.tags_damaged")
    for _ in range(count):
        comment, at = _taken(data, at)
        comments.append(comment)
    return VorbisBlock(vendor, tuple(comments), data[at:])


def _counted(data: bytes) -> bytes:
    return len(data).to_bytes(4, "little") + data


def _taken(data: bytes, at: int) -> tuple[bytes, int]:
    end = at + 4 + int.from_bytes(data[at : at + 4], "little")
    if end > len(data) or at + 4 > len(data):
        raise UnreadableTags("exchange.tags_damaged")
    return data[at + 4 : end], end


class VorbisCodec:
    """Reads and renders single comments."""

    name = "Vorbis"

    def find(self, entries: Sequence[bytes], field: str) -> list[int]:
        key = field.casefold().encode("utf-8") + b"="
        found = [
            index for index, comment in enumerate(entries) if comment[: len(key)].lower() == key
        ]
        return first_comment(entries, found) if field == COMMENT else found

    def texts(self, entry: bytes, field: str) -> list[str]:
        return [entry[len(field) + 1 :].decode("utf-8", "replace")]

    def render(self, field: str, values: Sequence[str], entries: Sequence[bytes]) -> list[bytes]:
        found = self.find(entries, field)
        key = entries[found[0]][: len(field)] if found else field.encode("ascii")
        if field == COMMENT and values:
            values = [JOINER.join(values)]
        return [key + b"=" + value.encode("utf-8") for value in values]
