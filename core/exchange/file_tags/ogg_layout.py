"""Ogg files with Vorbis or Opus: the packet of comments is put on pages anew, no sound is.

https://www.rfc-editor.org/rfc/rfc3533, https://xiph.org/vorbis/doc/Vorbis_I_spec.html,
https://www.rfc-editor.org/rfc/rfc7845
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import BinaryIO

from core.exchange.file_tags.tag_codec import TagCodec, UnreadableTags
from core.exchange.file_tags.tag_pieces import Copied, Piece
from core.exchange.file_tags.vorbis_codec import VorbisBlock, VorbisCodec, parse_block

SIGNATURE = b"OggS"
_HEAD_BYTES, _MOST_SEGMENTS, _FULL = 27, 255, 255
_CONTINUED, _FIRST, _LAST_PAGE = 1, 2, 4
_NO_PACKET_ENDS = b"\xff" * 8
_HEADERS = {b"\x01vorbis": (b"\x03vorbis", 3), b"OpusHead": (b"OpusTags", 2)}
_REVERSED = bytes(int(f"{byte:08b}"[::-1], 2) for byte in range(256))


@dataclass(frozen=True, slots=True)
class OggPage:
    """A page: where it is, its head with the lacing, and its content."""

    start: int
    head: bytes
    content: bytes

    @property
    def granule(self) -> bytes:
        return self.head[6:14]

    @property
    def serial(self) -> bytes:
        return self.head[14:18]

    @property
    def number(self) -> int:
        return int.from_bytes(self.head[18:22], "little")

    @property
    def lacing(self) -> bytes:
        return self.head[_HEAD_BYTES:]

    @property
    def length(self) -> int:
        return len(self.head) + len(self.content)


@dataclass(frozen=True, slots=True)
class RenumberedPages:
    """The rest of a file, whose pages of one stream get other numbers while it is copied."""

    start: int
    length: int
    serial: bytes
    shift: int

    def read(self, file: BinaryIO) -> Iterator[bytes]:
        at, end = self.start, self.start + self.length
        while at < end:
            page = read_page(file, at)
            if page is None:  # what is no page any more, such as a tag behind the sound
                yield from Copied(at, end - at).read(file)
                return
            at += page.length
            number = page.number + self.shift
            ours = page.serial == self.serial and not page.head[5] & _FIRST
            yield page_bytes(page.head, number, page.content) if ours else page.head + page.content


@dataclass(frozen=True, slots=True)
class OggLayout:
    """The pages with the stream's headers behind the first one. packets: those on them.

    Behind the headers these may have packets that are no sound, as some programs leave there; they
    stay. others: pages of other streams that lie between.
    """

    magic: bytes
    comments: VorbisBlock
    pages: tuple[OggPage, ...]
    packets: tuple[bytes, ...]
    others: tuple[OggPage, ...]
    size_bytes: int

    @property
    def codec(self) -> TagCodec:
        return VorbisCodec()

    @property
    def entries(self) -> tuple[bytes, ...]:
        return self.comments.comments

    def pieces(self, entries: Sequence[bytes]) -> list[Piece]:
        packets = (self.magic + self.comments.rendered(entries), *self.packets[1:])
        first, last = self.pages[0], max((*self.pages, *self.others), key=lambda page: page.start)
        sizes = [len(page.lacing) for page in self.pages]
        contents = list(_paged(packets, sizes))
        new = b"".join(
            page_bytes(
                first.head[:5] + bytes([_CONTINUED if continued else 0]) + granule
                + first.serial + bytes(8) + bytes([len(lacing)]) + lacing,
                first.number + number,
                content,
            )
            for number, (lacing, content, continued, granule) in enumerate(contents)
        )  # fmt: skip
        end = last.start + last.length
        rest = self.size_bytes - end
        shift = len(contents) - len(self.pages)
        behind: Piece = Copied(end, rest)
        if shift:
            behind = RenumberedPages(end, rest, first.serial, shift)
        between: list[Piece] = [Copied(page.start, page.length) for page in self.others]
        return [Copied(0, first.start), new, *between, behind]


def read_page(file: BinaryIO, at: int) -> OggPage | None:
    """Read a page; None where there is none in whole. Raises OSError."""
    file.seek(at)
    head = file.read(_HEAD_BYTES)
    if len(head) < _HEAD_BYTES or head[:4] != SIGNATURE:
        return None
    lacing = file.read(head[26])
    content = file.read(sum(lacing))
    if len(lacing) < head[26] or len(content) < sum(lacing):
        return None
    return OggPage(at, head + lacing, content)


def page_bytes(head: bytes, number: int, content: bytes) -> bytes:
    """Return a page of this head and content with another number, its checksum set."""
    page = bytearray(head + content)
    page[18:22] = (number & 0xFFFF_FFFF).to_bytes(4, "little")
    page[22:26] = bytes(4)
    page[22:26] = checksum(bytes(page)).to_bytes(4, "little")
    return bytes(page)


def checksum(page: bytes) -> int:
    """Return Ogg's CRC: zlib's polynomial, without its inversions, bits the other way round."""
    state = zlib.crc32(page.translate(_REVERSED), 0xFFFF_FFFF) ^ 0xFFFF_FFFF
    return int(f"{state:032b}"[::-1], 2)


def read_ogg(file: BinaryIO, size_bytes: int) -> OggLayout:
    """Read the headers of the first Vorbis or Opus stream. Raises UnreadableTags, OSError."""
    at, first = 0, None
    while first is None:
        page = read_page(file, at)
        if page is None or not page.head[5] & _FIRST:
            raise UnreadableTags("exchange.tags_unwritable")
        at += page.length
        if page.content.startswith(tuple(_HEADERS)):
            first = page
    magic, n_headers = next(
        header for sign, header in _HEADERS.items() if first.content.startswith(sign)
    )
    pages, others = list[OggPage](), list[OggPage]()
    packets: list[bytes] = []
    while len(packets) < n_headers - 1:
        page = read_page(file, at)
        if page is None:
            raise UnreadableTags("exchange.tags_damaged")
        at += page.length
        if page.serial == first.serial:
            pages.append(page)
            packets = _packets(pages)
        elif pages:
            others.append(page)
    ends_with_sound = len(packets) > n_headers - 1 and pages[-1].granule != bytes(8)
    if ends_with_sound or pages[-1].lacing[-1:] == bytes([_FULL]):
        raise UnreadableTags("exchange.tags_damaged")
    if not packets[0].startswith(magic):
        raise UnreadableTags("exchange.tags_damaged")
    before_last = tuple(page for page in others if page.start < pages[-1].start)
    block = parse_block(packets[0][len(magic) :])
    return OggLayout(magic, block, tuple(pages), tuple(packets), before_last, size_bytes)


def _packets(pages: Sequence[OggPage]) -> list[bytes]:
    """Join the packets that end on these pages."""
    packets, parts = list[bytes](), list[bytes]()
    for page in pages:
        at = 0
        for n_bytes in page.lacing:
            parts.append(page.content[at : at + n_bytes])
            at += n_bytes
            if n_bytes < _FULL:
                packets.append(b"".join(parts))
                parts.clear()
    return packets


def _paged(
    packets: Sequence[bytes], sizes: Sequence[int]
) -> Iterator[tuple[bytes, bytes, bool, bytes]]:
    """Put packets on pages: (lacing, content, begins within a packet, granule position).

    sizes: how many segments the former pages had; as many pages are made, if they have room, so
    that the pages behind keep their numbers.
    """
    lacing = b"".join(
        bytes([_FULL]) * (len(packet) // _FULL) + bytes([len(packet) % _FULL]) for packet in packets
    )
    data = b"".join(packets)
    at = byte = 0
    continued = False
    for n_segments in _page_sizes(len(lacing), sizes):
        part = lacing[at : at + n_segments]
        content = data[byte : byte + sum(part)]
        granule = bytes(8) if min(part) < _FULL else _NO_PACKET_ENDS
        yield part, content, continued, granule
        at, byte, continued = at + n_segments, byte + len(content), part[-1] == _FULL


def _page_sizes(n_segments: int, sizes: Sequence[int]) -> list[int]:
    first = n_segments - sum(sizes[1:])
    if 1 <= first <= _MOST_SEGMENTS:
        return [first, *sizes[1:]]
    if len(sizes) <= n_segments <= len(sizes) * _MOST_SEGMENTS:
        left, found = n_segments, list[int]()
        for n_behind in range(len(sizes) - 1, -1, -1):
            found.append(min(_MOST_SEGMENTS, left - n_behind))
            left -= found[-1]
        return found
    full, rest = divmod(n_segments, _MOST_SEGMENTS)
    return [_MOST_SEGMENTS] * full + [rest] * bool(rest)
