"""The pages of Ogg files (RFC 3533), and the clock of Opus in them (RFC 7845).

Nothing is decoded here.
"""

from __future__ import annotations

import mmap
import struct
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, NamedTuple

from core.audio.mapped_file import STRETCH_BYTES, release
from core.messages import message

_REVERSED = bytes(int(f"{value:08b}"[::-1], 2) for value in range(256))
_HEADER = struct.Struct("<4sBBqIIIB")
_MARK = b"OggS"
_FIRST_PAGE = 2
_LAST_PAGE = 4
_CODECS = {
    b"\x01vorbis": "vorbis", b"OpusHead": "opus", b"\x7fFLAC": "flac", b"Speex   ": "speex",
    b"\x80theora": "theora", b"fishead": "skeleton",
}  # fmt: skip
_LACING_CONTINUES = 255
# Frames of 48 kHz in one Opus frame, by the configuration in a packet's first byte.
_OPUS_FRAMES = (480, 960, 1920, 2880) * 3 + (480, 960) * 2 + (120, 240, 480, 960) * 4


class Page(NamedTuple):
    """One page as it stands in the file."""

    head: bytes
    table: bytes
    body: bytes

    @property
    def serial(self) -> int:
        """Which of the file's streams it belongs to."""
        return int(_HEADER.unpack(self.head)[4])

    @property
    def granule(self) -> int:
        """The stream's clock at the end of the page."""
        return int(_HEADER.unpack(self.head)[3])

    @property
    def is_last(self) -> bool:
        """Whether its stream ends here."""
        return bool(self.head[5] & _LAST_PAGE)

    @property
    def is_complete(self) -> bool:
        """Whether the file goes on to its end."""
        has_table = len(self.head) == _HEADER.size and len(self.table) == self.head[-1]
        return has_table and len(self.body) == sum(self.table)

    @property
    def is_whole(self) -> bool:
        """Whether it is complete and its checksum fits."""
        if not self.is_complete:
            return False
        blank = self.head[:22] + bytes(4) + self.head[26:] + self.table + self.body
        return checksum(blank) == int(_HEADER.unpack(self.head)[6])


def pages(file: BinaryIO, begin: int = 0) -> Iterator[Page]:
    """Yield every page from a place on, up to the end or to bytes that are no page."""
    file.seek(begin)
    while head := file.read(_HEADER.size):
        if not head.startswith(b"OggS"):
            return
        table = file.read(head[-1]) if len(head) == _HEADER.size else b""
        yield Page(head, table, file.read(sum(table)))


class Link(NamedTuple):
    """One of the chained parts of a file: its bytes, and the codecs of the streams side by side.

    duration_s: of the first stream with a known sound, by its clock; 0 where unknown.
    goes_on: pages of that stream follow one that is marked as its last, as old encoders write them.
    """

    begin: int
    end: int
    codecs: tuple[str, ...]
    duration_s: float
    goes_on: bool


def links(path: Path) -> list[Link]:
    """Find the chained parts, across bytes that are no page; none if the file is no Ogg."""
    found: list[_OpenLink] = []
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
        is_among_heads = False
        offset, first = data.find(_MARK), 0
        while 0 <= offset <= len(data) - _HEADER.size:
            _, _, flags, granule, serial, _, _, n_lacings = _HEADER.unpack_from(data, offset)
            body = offset + _HEADER.size + n_lacings
            if flags & _FIRST_PAGE:
                if not is_among_heads:
                    found.append(_OpenLink(offset))
                found[-1].add(serial, data[body : body + 64])
            elif found and serial == found[-1].serial and granule > 0:
                found[-1].follow(granule, flags)
            is_among_heads = bool(flags & _FIRST_PAGE)
            following = body + sum(data[body - n_lacings : body])
            is_page = data[following : following + len(_MARK)] == _MARK
            offset = following if is_page else data.find(_MARK, offset + len(_MARK))
            if offset > first + STRETCH_BYTES:
                release(data, first)
                first += STRETCH_BYTES
        ends = [*(link.begin for link in found[1:]), len(data)]
    return [link.close(end) for link, end in zip(found, ends, strict=True)]


class _OpenLink:
    """A link while its pages are counted."""

    def __init__(self, begin: int) -> None:
        self.begin, self.codecs = begin, list[str]()
        self.serial = -1  # of its first sound, whose clock is followed
        self._granule = self._delay = self._rate_hz = 0
        self._has_ended = self._goes_on = False

    def add(self, serial: int, packet: bytes) -> None:
        """Take in the first packet of one more stream."""
        codec = next((name for mark, name in _CODECS.items() if packet.startswith(mark)), "")
        self.codecs.append(codec)
        rate_hz = _rate_hz(codec, packet)
        if self.serial < 0 and rate_hz:
            self.serial, self._rate_hz = serial, rate_hz
            self._delay = int.from_bytes(packet[10:12], "little") if codec == "opus" else 0

    def follow(self, granule: int, flags: int) -> None:
        """Take in a page of its first sound."""
        self._goes_on |= self._has_ended and granule > self._granule
        self._has_ended |= bool(flags & _LAST_PAGE)
        self._granule = granule

    def close(self, end: int) -> Link:
        """Return the whole link."""
        n_frames = max(0, self._granule - self._delay)
        duration_s = n_frames / self._rate_hz if self._rate_hz else 0.0
        return Link(self.begin, end, tuple(self.codecs), duration_s, self._goes_on)


def _rate_hz(codec: str, packet: bytes) -> int:
    """Return the rate of a stream's clock; 0 if it is no sound that is known."""
    if codec == "vorbis":
        return int.from_bytes(packet[12:16], "little")
    if codec == "speex":
        return int.from_bytes(packet[36:40], "little")
    if codec == "flac":
        return int.from_bytes(packet[27:30], "big") >> 4
    return 48_000 if codec == "opus" else 0


def damage(file: BinaryIO, begin: int = 0) -> str:
    """Describe what is wrong from a place on; "" if every checksum fits and every stream ends."""
    open_streams: set[int] = set()
    for page in pages(file, begin):
        if not page.is_whole:
            at_end = file.tell() == file.seek(0, 2)
            return message("audio.file_cut_off") if at_end else message("audio.middle_damaged")
        (open_streams.discard if page.is_last else open_streams.add)(page.serial)
    if not open_streams:
        return ""
    at_end = file.tell() == file.seek(0, 2)
    return message("audio.last_page_missing") if at_end else message("audio.part_damaged")


def has_wrong_granules(path: Path, begin: int = 0) -> bool:
    """Check whether an Opus file's granule positions contradict its packets, as after some WebMs.

    libsndfile gives such files up half way, though nothing in them is damaged.
    """
    with path.open("rb") as file:
        before: int | None = None
        for number, page in enumerate(pages(file, begin)):
            if number == 0 and not page.body.startswith(b"OpusHead"):
                return False
            if not page.is_complete:
                return False
            if number < 2 or page.granule <= 0:
                continue
            if before is not None and not page.is_last:
                n_frames = sum(_opus_frames(packet) for packet in _packets(page))
                is_plain = page.table[-1:] != b"\xff"  # no packet goes on into the next page
                if is_plain and page.granule - before != n_frames:
                    return True
            before = page.granule if page.table[-1:] != b"\xff" else None
    return False


def _packets(page: Page) -> Iterator[bytes]:
    begin = end = 0
    for length in page.table:
        end += length
        if length < _LACING_CONTINUES:
            yield page.body[begin:end]
            begin = end


def _opus_frames(packet: bytes) -> int:
    if not packet:
        return 0
    kind = packet[0] & 3
    count = (1, 2, 2, packet[1] & 63 if len(packet) > 1 else 0)[kind]
    return count * _OPUS_FRAMES[packet[0] >> 3]


def checksum(page: bytes) -> int:
    """Compute the CRC-32 as Ogg has it: zlib's own, with all bits the other way round.

    page: the whole page, with zeros where its checksum stands.
    """
    mirrored = zlib.crc32(page.translate(_REVERSED), 0xFFFFFFFF) ^ 0xFFFFFFFF
    return int(f"{mirrored:032b}"[::-1], 2)
