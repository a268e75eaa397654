"""Many arrays in one safetensors member of a zip: written one after the other, read where they lie.

Neither all arrays nor the whole file are ever in memory, and nothing is unpacked.
"""

from __future__ import annotations

import json
import struct
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from math import prod
from typing import IO, Any

import numpy as np
from numpy.typing import NDArray

from core.jobs import SILENT, JobContext

TYPES = {"F16": "<f2", "F32": "<f4", "F64": "<f8", "I8": "|i1", "I64": "<i8"}
_NAMES = {np.dtype(code): name for name, code in TYPES.items()}
MAX_HEADER_BYTES = 100_000_000
MAX_DIMENSIONS = 4
ALIGNMENT = 8


@dataclass(frozen=True, slots=True)
class ArrayEntry:
    """An array to come. name: of its tensor."""

    name: str
    dtype: np.dtype[Any]
    shape: tuple[int, ...]

    @property
    def n_bytes(self) -> int:
        """Return how many bytes its numbers take."""
        return prod(self.shape) * self.dtype.itemsize


def is_storable(array: NDArray[Any]) -> bool:
    """Return whether an array is of a type and shape that is written here."""
    return array.dtype in _NAMES and array.ndim <= MAX_DIMENSIONS


def header_bytes(entries: Iterable[ArrayEntry]) -> bytes:
    """Return what stands before the numbers; the entries' order is theirs."""
    table, first = {}, 0
    for entry in entries:
        offsets = [first, first := first + entry.n_bytes]
        table[entry.name] = {
            "dtype": _NAMES[entry.dtype], "shape": list(entry.shape), "data_offsets": offsets,
        }  # fmt: skip
    text = json.dumps(table, separators=(",", ":")).encode()
    text += b" " * (-len(text) % ALIGNMENT)
    return struct.pack("<Q", len(text)) + text


def write_arrays(
    stream: IO[bytes],
    entries: list[ArrayEntry],
    read: Callable[[ArrayEntry], NDArray[Any]],
    job: JobContext = SILENT,
) -> None:
    """Write all entries, each as it is read. Raises OSError, Cancelled."""
    stream.write(header_bytes(entries))
    total, done = sum(entry.n_bytes for entry in entries), 0
    for entry in entries:
        job.check()
        job.report(done, total, entry.name)
        array = np.ascontiguousarray(read(entry))
        stream.write(array.reshape(-1).view(np.uint8).data)
        done += entry.n_bytes


class StoredArrays:
    """The arrays of a member, by name, as views of the mapped file; read-only.

    content: the whole member. Raises ValueError where it is none.
    """

    def __init__(self, content: NDArray[np.uint8]) -> None:
        if len(content) < ALIGNMENT:
            raise ValueError("no header")
        (length,) = struct.unpack("<Q", content[:ALIGNMENT].tobytes())
        if length > min(MAX_HEADER_BYTES, len(content) - ALIGNMENT):
            raise ValueError(f"a header of {length} bytes")
        table = json.loads(content[ALIGNMENT : ALIGNMENT + length].tobytes())
        self._numbers = content[ALIGNMENT + length :]
        self._entries = {name: self._checked(row) for name, row in table.items()}

    def __contains__(self, name: str) -> bool:
        return name in self._entries

    def __getitem__(self, name: str) -> NDArray[Any]:
        dtype, shape, first, last = self._entries[name]
        return self._numbers[first:last].view(dtype).reshape(shape)

    def _checked(self, row: dict[str, Any]) -> tuple[np.dtype[Any], tuple[int, ...], int, int]:
        dtype, shape = np.dtype(TYPES[row["dtype"]]), tuple(row["shape"])
        first, last = row["data_offsets"]
        are_sizes = all(type(size) is int and size >= 0 for size in (*shape, first, last))
        if not are_sizes or len(shape) > MAX_DIMENSIONS or last > len(self._numbers):
            raise ValueError(f"an array of {shape} at {first} to {last}")
        if last - first != prod(shape) * dtype.itemsize:
            raise ValueError(f"{last - first} bytes for an array of {shape}")
        return dtype, shape, first, last
