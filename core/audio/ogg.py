"""The pages of Ogg files (RFC 3533), and the clock of Opus in them (RFC 7845).

Nothing is decoded here.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, NamedTuple

from core.messages import message

_REVERSED = bytes(int(f"{value:08b}"[::-1], 2) for value in range(256))
_HEADER = struct.Struct("<4sBBqIIIB")
_LAST_PAGE = 4
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


def pages(file: BinaryIO) -> Iterator[Page]:
    """Yield every page from the beginning, up to the end or to bytes that are no page."""
    file.seek(0)
    while head := file.read(_HEADER.size):
        if not head.startswith(b"OggS"):
            return
        table = file.read(head[-1]) if len(head) == _HEADER.size else b""
        yield Page(head, table, file.read(sum(table)))


def damage(file: BinaryIO) -> str:
    """Describe what is wrong; "" if every checksum fits and every stream ends."""
    open_streams: set[int] = set()
    for page in pages(file):
        if not page.is_whole:
            at_end = file.tell() == file.seek(0, 2)
            return message("audio.file_cut_off") if at_end else message("audio.middle_damaged")
        (open_streams.discard if page.is_last else open_streams.add)(page.serial)
    if not open_streams:
        return ""
    at_end = file.tell() == file.seek(0, 2)
    return message("audio.last_page_missing") if at_end else message("audio.part_damaged")


def has_wrong_granules(path: Path) -> bool:
    """Check whether an Opus file's granule positions contradict its packets, as after some WebMs.

    libsndfile gives such files up half way, though nothing in them is damaged.
    """
    with path.open("rb") as file:
        before: int | None = None
        for number, page in enumerate(pages(file)):
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
