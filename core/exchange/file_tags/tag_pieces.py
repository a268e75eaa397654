"""A file to be written as pieces: bytes that are new, and stretches of the file that is there.

The other way round the same pieces tell how the former file is made from the new one.
"""

from __future__ import annotations

import base64
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, BinaryIO, Protocol

BLOCK_BYTES = 1 << 20
MOST_KEPT_BYTES = 1 << 20  # of a former file's own bytes that are kept for its return


@dataclass(frozen=True, slots=True)
class Copied:
    """A stretch of the file that is there."""

    start: int
    length: int

    def read(self, file: BinaryIO) -> Iterator[bytes]:
        """Yield its bytes. Raises OSError, EOFError where the file is shorter."""
        file.seek(self.start)
        left = self.length
        while left:
            block = file.read(min(left, BLOCK_BYTES))
            if not block:
                raise EOFError
            left -= len(block)
            yield block


class Changed(Protocol):
    """A stretch of the file that is changed while it is copied; it keeps its length."""

    @property
    def length(self) -> int: ...

    def read(self, file: BinaryIO) -> Iterator[bytes]: ...


Piece = bytes | Copied | Changed


def write_pieces(pieces: Iterable[Piece], source: BinaryIO, target: BinaryIO) -> None:
    """Write a file from its pieces. Raises OSError, EOFError."""
    for piece in pieces:
        for block in (piece,) if isinstance(piece, bytes) else piece.read(source):
            target.write(block)


def length_of(piece: Piece) -> int:
    """Return how many bytes a piece has."""
    return len(piece) if isinstance(piece, bytes) else piece.length


def way_back(pieces: Sequence[Piece], source: BinaryIO, size_bytes: int) -> list[Any] | None:
    """Return how the former file (source) is made from the new one, as JSON.

    None where too many of its bytes are not in the new one. Raises OSError.
    """
    back, at, there = list[Any](), 0, 0
    n_kept = 0
    for piece in (*pieces, Copied(size_bytes, 0)):
        if isinstance(piece, Copied):
            if piece.start < there:
                return None
            if piece.start > there:
                n_kept += piece.start - there
                if n_kept > MOST_KEPT_BYTES:
                    return None
                source.seek(there)
                kept = source.read(piece.start - there)
                back.append(base64.b85encode(zlib.compress(kept)).decode("ascii"))
            back.append([at, piece.length])
            there = piece.start + piece.length
        at += length_of(piece)
    return back


def pieces_back(stored: Sequence[Any]) -> list[Piece]:
    """Return the pieces that way_back() stored. Raises ValueError."""
    pieces = list[Piece]()
    for part in stored:
        if isinstance(part, str):
            try:
                pieces.append(zlib.decompress(base64.b85decode(part)))
            except zlib.error as error:
                raise ValueError(part) from error
        else:
            start, length = part
            pieces.append(Copied(int(start), int(length)))
    return pieces
