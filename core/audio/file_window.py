"""A part of a file as a file of its own, with a few bytes written over. The file stays as it is."""

from __future__ import annotations

import io
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Window:
    """The bytes of a file from begin up to end.

    patch: bytes to be read instead of those at patch_offset, counted from begin.
    """

    begin: int
    end: int
    patch_offset: int = 0
    patch: bytes = b""


class WindowFile(io.RawIOBase):
    """An open window; reads as a whole file would."""

    def __init__(self, path: Path, window: Window) -> None:
        self._file = path.open("rb")
        self._window = window
        self._size = window.end - window.begin
        self._position = 0

    def readable(self) -> bool:
        """Return True."""
        return True

    def seekable(self) -> bool:
        """Return True."""
        return True

    def tell(self) -> int:
        """Return the position, counted from the beginning of the window."""
        return self._position

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        """Go to a position in the window."""
        start = {os.SEEK_SET: 0, os.SEEK_CUR: self._position, os.SEEK_END: self._size}[whence]
        self._position = max(0, start + offset)
        return self._position

    def readinto(self, buffer: Any) -> int:
        """Read as much as fits and is there."""
        view = memoryview(buffer).cast("B")
        n = max(0, min(len(view), self._size - self._position))
        self._file.seek(self._window.begin + self._position)
        n = self._file.readinto(view[:n])
        self._write_patch(view[:n])
        self._position += n
        return n

    def close(self) -> None:
        """Close the file."""
        self._file.close()
        super().close()

    def _write_patch(self, view: memoryview) -> None:
        window, position = self._window, self._position
        first = max(position, window.patch_offset)
        last = min(position + len(view), window.patch_offset + len(window.patch))
        if first < last:
            patch = window.patch[first - window.patch_offset : last - window.patch_offset]
            view[first - position : last - position] = patch
