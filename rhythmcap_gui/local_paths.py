"""Paths between Qt and Python: a QString cannot hold a file name whose bytes are no UTF-8.

Qt writes U+FFFD for such bytes, or leaves them out; an address still has them. Texts that are
read back into paths are written by path_text, labels and tooltips by shown_path.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QUrl

from core.printable import path_from_text, path_text, printable

__all__ = ["path_of", "path_text", "paths_of", "shown_path"]

LOST = "\ufffd"  # what Qt writes for bytes that it cannot read


def shown_path(path: Path | str) -> str:
    """Write a path to be looked at; its control signs are escaped."""
    return printable(str(path))


def paths_of(urls: Iterable[QUrl]) -> list[Path]:
    """Return the local files and folders among addresses, such as were dropped, to the byte."""
    return [_path_of_url(url) for url in urls if url.isLocalFile()]


def _path_of_url(url: QUrl) -> Path:
    address = url.toEncoded().data().decode("ascii")
    is_here = address.startswith("file:///")
    return path_from_text(address) if is_here else Path(url.toLocalFile())


def path_of(name: str) -> Path:
    """Return the path that a file dialog or a field gives; find what Qt could not write."""
    path = path_from_text(name)
    if LOST not in name or os.path.exists(path):
        return path
    found = path.parent if LOST not in str(path.parent) else path_of(str(path.parent))
    try:
        alike = [entry for entry in os.listdir(found) if _as_qt_reads(entry) == path.name]
    except OSError:
        return path
    return found / alike[0] if len(alike) == 1 else path


def _as_qt_reads(name: str) -> str:
    return os.fsencode(name).decode("utf-8", "replace")
