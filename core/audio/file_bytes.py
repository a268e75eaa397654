"""An open file looked at as bytes: what is asked for is read, nothing else."""

from __future__ import annotations

import os
from typing import BinaryIO, Protocol


class Sliceable(Protocol):
    """Bytes, a mapped file or FileBytes. Slices go forward; they end where the data ends."""

    def __getitem__(self, part: slice, /) -> bytes: ...
    def __len__(self) -> int: ...


class FileBytes:
    """A file that stays on disk. begin: the byte that counts as the first."""

    def __init__(self, file: BinaryIO, begin: int = 0) -> None:
        self._file, self._begin = file, begin
        self._size = max(0, os.fstat(file.fileno()).st_size - begin)

    def __len__(self) -> int:
        return self._size

    def __getitem__(self, part: slice, /) -> bytes:
        start, stop, _step = part.indices(self._size)
        self._file.seek(self._begin + start)
        return self._file.read(max(0, stop - start))
