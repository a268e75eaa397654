"""The pages of an SQLite file and of its write-ahead log, whatever is wrong with either.

Whole commits of the log replace the file's pages, as SQLite would have it. A frame is checked by
itself, so that one spoiled frame does not hide the commits after it. What stands on a page is
record_reader.py's business; the format is described at sqlite.org/fileformat2.html.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from core.library.db.library_files import log_path

MAGIC = b"SQLite format 3\0"
DEFAULT_PAGE_BYTES = 4096
WAL_HEADER_BYTES, FRAME_HEADER_BYTES = 32, 24
WAL_MAGIC = 0x377F0682  # the last bit set: checksums of big-endian words


@dataclass(frozen=True, slots=True)
class LogState:
    """What a write-ahead log holds: commits SQLite would see, and those behind a spoiled frame."""

    n_commits: int = 0
    n_hidden_commits: int = 0


class PageFile:
    """All pages of a library by number, from 1; None where there is none.

    library: None, where only logs are left. logs: the older ones first, instead of the one beside
    the library. Raises OSError.
    """

    def __init__(self, library: Path | None, logs: Sequence[Path] | None = None) -> None:
        self._data = library.read_bytes() if library is not None else b""
        if logs is None:
            logs = [log_path(library)] if library is not None else []
        frames = [log.read_bytes() for log in logs if log.exists()]
        self.page_bytes = _page_bytes(self._data, frames[-1] if frames else b"")
        self.usable_bytes = self.page_bytes - self._reserved_bytes()
        self._newer: dict[int, bytes] = {}
        for log in frames:
            self._newer |= _committed_pages(log, self.page_bytes)[0]
        self.n_pages = max([len(self._data) // self.page_bytes, *self._newer])

    def page(self, number: int) -> bytes | None:
        """Return one page, page_bytes long."""
        if number in self._newer:
            return self._newer[number]
        first = (number - 1) * self.page_bytes
        page = self._data[first : first + self.page_bytes] if number > 0 else b""
        return page if len(page) == self.page_bytes else None

    def version(self) -> int:
        """Return the user version of the header; 0 where that cannot be read."""
        header = self.page(1) or b""
        return int.from_bytes(header[60:64], "big") if header.startswith(MAGIC) else 0

    def free_pages(self) -> set[int]:
        """Return the pages that hold nothing any more, as far as their list can be read."""
        header = self.page(1) or b""
        trunk = int.from_bytes(header[32:36], "big") if header.startswith(MAGIC) else 0
        free = set[int]()
        while trunk and trunk not in free and (page := self.page(trunk)):
            free.add(trunk)
            trunk, n_leaves = struct.unpack_from(">II", page)
            n_leaves = min(n_leaves, self.usable_bytes // 4 - 2)
            free.update(struct.unpack_from(f">{n_leaves}I", page, 8))
        return free

    def _reserved_bytes(self) -> int:
        reserved = self._data[20] if self._data.startswith(MAGIC) and len(self._data) > 20 else 0
        return reserved if reserved <= self.page_bytes - 480 else 0


def read_log_state(library: Path) -> LogState:
    """Look only at the log of a library. Raises OSError."""
    log = log_path(library)
    if not log.exists():
        return LogState()
    with library.open("rb") as file:
        page_bytes = _page_bytes(file.read(100))
    return _committed_pages(log.read_bytes(), page_bytes)[1]


def _page_bytes(data: bytes, log: bytes = b"") -> int:
    if data.startswith(MAGIC):
        size = int.from_bytes(data[16:18], "big")
        size = 65536 if size == 1 else size
    else:
        size = int.from_bytes(log[8:12], "big")
    return size if size >= 512 and size & (size - 1) == 0 else DEFAULT_PAGE_BYTES


def _committed_pages(log: bytes, page_bytes: int) -> tuple[dict[int, bytes], LogState]:
    """Return the newest committed page of every number, and what the log holds."""
    pages: dict[int, bytes] = {}
    open_pages: dict[int, bytes] = {}
    n_commits = n_hidden = 0
    broken = False
    for number, n_pages_then, page, whole in _frames(log, page_bytes):
        if not whole:
            broken = True
            continue
        open_pages[number] = page
        if n_pages_then:  # the last frame of a commit
            pages |= open_pages
            open_pages.clear()
            n_hidden, n_commits = n_hidden + broken, n_commits + (not broken)
    return pages, LogState(n_commits, n_hidden)


def _frames(log: bytes, page_bytes: int) -> Iterator[tuple[int, int, bytes, bool]]:
    """Yield (page number, size of the file if it ends a commit, page, whether it is whole)."""
    if len(log) < WAL_HEADER_BYTES + FRAME_HEADER_BYTES:
        return
    magic = int.from_bytes(log[:4], "big")
    salts, seed = log[16:24], struct.unpack_from(">II", log, 24)
    order = ">" if magic & 1 else "<"
    if magic & ~1 != WAL_MAGIC:  # a spoiled header: the first frame knows the salts
        salts = log[WAL_HEADER_BYTES + 8 : WAL_HEADER_BYTES + 16]
        order = "<"
    frame_bytes = FRAME_HEADER_BYTES + page_bytes
    for at in range(WAL_HEADER_BYTES, len(log) - frame_bytes + 1, frame_bytes):
        header, page = log[at : at + FRAME_HEADER_BYTES], log[at + 24 : at + frame_bytes]
        number, n_pages_then = struct.unpack_from(">II", header)
        if header[8:16] != salts and not _is_nearly_salted(header, salts):
            return  # frames of before the last checkpoint
        stored = struct.unpack_from(">II", header, 16)
        whole = header[8:16] == salts and _checksum(header[:8] + page, seed, order) == stored
        yield number, n_pages_then, page, whole
        seed = stored


def _is_nearly_salted(header: bytes, salts: bytes) -> bool:
    """Return whether a frame's salts are the log's but for a spoiled byte or two, or zeroed."""
    equal = sum(one == other for one, other in zip(header[8:16], salts, strict=True))
    return equal >= 6 or not any(header)


def _checksum(data: bytes, seed: tuple[int, ...], order: str) -> tuple[int, int]:
    """Compute the checksum of the file format, 4.2, seeded by the frame before."""
    one, other = seed
    words = struct.unpack(f"{order}{len(data) // 4}I", data)
    for even, odd in zip(words[::2], words[1::2], strict=True):
        one = (one + even + other) & 0xFFFFFFFF
        other = (other + odd + one) & 0xFFFFFFFF
    return one, other
