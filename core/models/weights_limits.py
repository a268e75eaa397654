"""What a foreign weights file may hold. More is no tagger, and is refused before it is read.

A file that promises terabytes, or unpacks to them, is told by its directory alone.
"""

from __future__ import annotations

from pathlib import Path

from core.errors import ModelError
from core.messages import message

# No published tagger needs a tenth of these.
MAX_FILE_BYTES = 4_000_000_000
MAX_TENSOR_BYTES = 1 << 30
MAX_TENSORS = 20_000
MAX_RATIO = 50  # of unpacked to packed bytes; weights hardly shrink at all
MAX_NAME_CHARS = 200


def check_file(path: Path) -> None:
    """Raise ModelError where a path is no file, is empty, or too large to be read."""
    if not path.is_file():  # a pipe would be waited for
        raise ModelError("weights.no_file", name=path.name, path=path)
    try:
        n_bytes = path.stat().st_size
    except OSError as error:
        raise ModelError(
            "weights.unreadable", name=path.name, detail=str(error), path=path
        ) from error
    if not n_bytes:
        raise damaged_error(path, message("weights.is_empty"))
    if n_bytes > MAX_FILE_BYTES:
        raise too_large_error(path, n_bytes)


def check_tensors(path: Path, n_tensors: int, n_bytes: int) -> None:
    """Raise ModelError where a file holds more tensors, or more numbers, than any tagger."""
    if n_tensors > MAX_TENSORS:
        why = message("weights.n_tensors", limit=MAX_TENSORS)
        raise ModelError("weights.refused", name=path.name, why=why, path=path)
    if n_bytes > MAX_TENSOR_BYTES:
        raise too_large_error(path, n_bytes)


def check_name(path: Path, key: str) -> None:
    """Raise ModelError where a tensor has no name that can be shown."""
    if not key.isprintable() or not 0 < len(key) <= MAX_NAME_CHARS:
        why = message("weights.odd_name")
        raise ModelError("weights.refused", name=path.name, why=why, detail=repr(key), path=path)


def too_large_error(path: Path, n_bytes: int) -> ModelError:
    """Say how large a file would be in memory."""
    why = message("weights.unpacked_bytes", gigabytes=n_bytes / 1e9)
    return ModelError("weights.refused", name=path.name, why=why, path=path)


def damaged_error(path: Path, why: str, detail: str = "") -> ModelError:
    """Say that a file is damaged, and how that shows."""
    return ModelError("weights.damaged", name=path.name, why=why, detail=detail, path=path)
