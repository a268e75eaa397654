"""TensorFlow bundles: the tensors that its Saver wrote, read without TensorFlow. No code is run.

PREFIX.index is a LevelDB table of BundleEntry protocol buffers, PREFIX.data-00000-of-00001 holds
the raw numbers; PREFIX may be empty. Every size, offset and checksum is checked before anything is
made of it. What the tensors mean is tensorflow_weights.py's business.
"""

from __future__ import annotations

import math
import re
import struct
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.errors import ModelError
from core.messages import Message, message

INDEX_SUFFIX, META_SUFFIX, CHECKPOINT = ".index", ".meta", "checkpoint"
DATA_NAME = re.compile(r"(.*)\.data-\d{5}-of-\d{5}", re.DOTALL)
MAGIC = 0xDB4775248B80FB57  # of LevelDB's tables
FOOTER_BYTES, TRAILER_BYTES, MAX_VARINT_BYTES = 48, 5, 10
PLAIN, SNAPPY = 0, 1
DTYPES = {1: "<f4", 2: "<f8", 19: "<f2"}  # DT_FLOAT, DT_DOUBLE, DT_HALF
CASTAGNOLI = 0x82F63B78  # the polynomial of CRC32C, bits in reverse

# No published tagger needs a tenth of these.
MAX_INDEX_BYTES, MAX_TENSOR_BYTES = 4 << 20, 64 << 20
MAX_ENTRIES, MAX_KEY_BYTES, MAX_DIMENSIONS = 20_000, 1024, 8

Tensors = dict[str, NDArray[np.float32]]


class _UnreadableError(Exception):
    """The bundle is damaged, hostile, or of a kind that is not read; args: (Message,)."""


def bundle_index(path: Path) -> Path | None:
    """Return the .index of the bundle that a file or a folder belongs to; None where there is none.

    Raises ModelError for a folder with several bundles.
    """
    if path.is_dir() or path.name == CHECKPOINT:
        folder = path if path.is_dir() else path.parent
        try:
            found = sorted(file for file in folder.iterdir() if file.name.endswith(INDEX_SUFFIX))
        except OSError:
            return None
        if len(found) > 1:
            names = ", ".join(file.name for file in found)
            raise ModelError("weights.several_bundles", name=folder.name, names=names, path=folder)
        return found[0] if found else None
    if path.name.endswith(INDEX_SUFFIX):
        return path
    data = DATA_NAME.fullmatch(path.name)
    prefix = data[1] if data else path.name.removesuffix(META_SUFFIX)
    return path.with_name(prefix + INDEX_SUFFIX) if prefix != path.name else None


def read_bundle(index: Path, select: Callable[[str], bool]) -> Tensors:
    """Read the tensors of a bundle whose name is selected, as float32.

    Raises ModelError where a file is missing, damaged, compressed, or too large for a tagger.
    """
    if not index.is_file():  # a pipe would be waited for
        raise ModelError("weights.bundle_part_missing", name=index.name, path=index)
    try:
        return _read_tensors(index, select)
    except _UnreadableError as error:
        raise ModelError(
            "weights.no_bundle", name=index.name, why=error.args[0], path=index
        ) from error
    except OSError as error:
        raise ModelError(
            "weights.no_bundle",
            name=index.name,
            why=message("weights.bundle_unreadable"),
            detail=str(error),
            path=index,
        ) from error


@dataclass(frozen=True, slots=True)
class _Entry:
    """Where a tensor lies: size_bytes from offset in the data file of its shard."""

    dtype: str
    shape: tuple[int, ...]
    shard: int
    offset: int
    size_bytes: int
    checksum: int


def _read_tensors(index: Path, select: Callable[[str], bool]) -> Tensors:
    if index.stat().st_size > MAX_INDEX_BYTES:
        raise _UnreadableError(message("weights.bundle_too_large"))
    table = iter(_table(index.read_bytes()))
    first_key, header = next(table, (None, b""))
    if first_key != b"":
        raise _damaged()
    n_shards = _shards(header)
    entries = {name: _entry(value) for key, value in table if select(name := _text(key))}
    if sum(entry.size_bytes for entry in entries.values()) > MAX_TENSOR_BYTES:
        raise _UnreadableError(message("weights.bundle_too_large"))
    prefix = index.name.removesuffix(INDEX_SUFFIX)
    return {
        name: _tensor(index.with_name(f"{prefix}.data-{entry.shard:05d}-of-{n_shards:05d}"), entry)
        for name, entry in entries.items()
    }


def _tensor(data: Path, entry: _Entry) -> NDArray[np.float32]:
    if not data.is_file():
        raise ModelError("weights.bundle_part_missing", name=data.name, path=data)
    with data.open("rb") as file:
        file.seek(entry.offset)
        raw = file.read(entry.size_bytes)
    if len(raw) != entry.size_bytes:
        raise _UnreadableError(message("weights.bundle_cut_off"))
    if masked_crc32c(raw) != entry.checksum:
        raise _UnreadableError(message("weights.bundle_checksum"))
    numbers = np.frombuffer(raw, dtype=entry.dtype).reshape(entry.shape)
    with np.errstate(over="ignore"):  # what is too large becomes infinite, and is refused later
        return numbers.astype(np.float32)


def _shards(header: bytes) -> int:
    """Return into how many data files a BundleHeader says the tensors went."""
    numbers, _ = _fields(header)
    if numbers.get(2, 0) != 0:
        raise _UnreadableError(message("weights.bundle_big_endian"))
    n_shards = numbers.get(1, 0)
    if not 0 < n_shards < 100_000:
        raise _damaged()
    return n_shards


def _entry(value: bytes) -> _Entry:
    """Read a BundleEntry: dtype, shape, shard, offset, size, checksum, slices."""
    numbers, parts = _fields(value)
    dtype = DTYPES.get(numbers.get(1, 0))
    if dtype is None or 7 in parts:
        raise _UnreadableError(message("weights.bundle_other_kind"))
    _, shape_parts = _fields(parts[2][-1] if 2 in parts else b"")
    sizes = [_fields(dimension)[0].get(1, 0) for dimension in shape_parts.get(2, ())]
    if math.prod(max(size, 1) for size in sizes) > MAX_TENSOR_BYTES:
        raise _UnreadableError(message("weights.bundle_too_large"))
    offset, size_bytes = numbers.get(4, 0), numbers.get(5, 0)
    fits = (
        len(sizes) <= MAX_DIMENSIONS
        and math.prod(sizes) * np.dtype(dtype).itemsize == size_bytes
        and offset < 1 << 62
        and numbers.get(3, 0) < 100_000
    )
    if not fits:
        raise _damaged()
    return _Entry(dtype, tuple(sizes), numbers.get(3, 0), offset, size_bytes, numbers.get(6, 0))


def _table(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Yield keys and values of a LevelDB table in order, from its blocks one after the other."""
    if len(content) < FOOTER_BYTES:
        raise _UnreadableError(message("weights.bundle_cut_off"))
    body, footer = content[:-FOOTER_BYTES], _Cursor(content[-FOOTER_BYTES:])
    if struct.unpack("<Q", content[-8:])[0] != MAGIC:
        raise _UnreadableError(message("weights.bundle_not_a_table"))
    footer.varint(), footer.varint()  # of the metaindex, which is empty
    n_entries, end, last_key = 0, 0, None
    for _, handle in _block(body, footer.varint(), footer.varint()):
        cursor = _Cursor(handle)
        offset, size = cursor.varint(), cursor.varint()
        if offset < end:  # no block is read twice
            raise _damaged()
        end = offset + size
        for key, value in _block(body, offset, size):
            n_entries += 1
            if n_entries > MAX_ENTRIES or (last_key is not None and key <= last_key):
                raise _damaged()
            last_key = key
            yield key, value


def _block(body: bytes, offset: int, size: int) -> Iterator[tuple[bytes, bytes]]:
    """Yield keys and values of one block. A key repeats the beginning of the one before it."""
    end = offset + size + TRAILER_BYTES
    if end > len(body) or size < 4:
        raise _UnreadableError(message("weights.bundle_cut_off"))
    if masked_crc32c(body[offset : end - 4]) != struct.unpack("<I", body[end - 4 : end])[0]:
        raise _UnreadableError(message("weights.bundle_checksum"))
    if body[offset + size] != PLAIN:
        compressed = body[offset + size] == SNAPPY
        raise _UnreadableError(message("weights.bundle_compressed")) if compressed else _damaged()
    n_restarts = struct.unpack("<I", body[offset + size - 4 : offset + size])[0]
    n_bytes = size - 4 * (n_restarts + 1)  # restart points serve only those who search
    if n_bytes < 0:
        raise _damaged()
    cursor, key = _Cursor(body[offset : offset + n_bytes]), b""
    for _ in range(MAX_ENTRIES + 1):
        if not cursor:
            return
        n_shared, n_own, n_value = cursor.varint(), cursor.varint(), cursor.varint()
        if n_shared > len(key) or n_shared + n_own > MAX_KEY_BYTES:
            raise _damaged()
        key = key[:n_shared] + cursor.take(n_own)
        yield key, cursor.take(n_value)
    raise _damaged()


class _Cursor:
    """A position in some bytes, never beyond their end. False where nothing is left."""

    def __init__(self, content: bytes) -> None:
        self._content, self._position = content, 0

    def __bool__(self) -> bool:
        return self._position < len(self._content)

    def take(self, n: int) -> bytes:
        """Return the next n bytes."""
        end = self._position + n
        if end > len(self._content):
            raise _UnreadableError(message("weights.bundle_cut_off"))
        taken, self._position = self._content[self._position : end], end
        return taken

    def varint(self) -> int:
        """Return the next number: seven bits a byte, the lowest first."""
        value = 0
        for index in range(MAX_VARINT_BYTES):
            byte = self.take(1)[0]
            value |= (byte & 0x7F) << (7 * index)
            if byte < 0x80:
                return value
        raise _damaged()


def _fields(content: bytes) -> tuple[dict[int, int], dict[int, list[bytes]]]:
    """Return the numbers and the parts (texts, nested records) of a protocol buffer by field."""
    cursor = _Cursor(content)
    numbers: dict[int, int] = {}
    parts: dict[int, list[bytes]] = {}
    while cursor:
        tag = cursor.varint()
        field, wire_type = tag >> 3, tag & 7
        if wire_type == 0:
            numbers[field] = cursor.varint()
        elif wire_type == 2:
            parts.setdefault(field, []).append(cursor.take(cursor.varint()))
        elif wire_type in (1, 5):
            numbers[field] = int.from_bytes(cursor.take(8 if wire_type == 1 else 4), "little")
        else:
            raise _damaged()
    return numbers, parts


def _text(key: bytes) -> str:
    try:
        return key.decode("utf-8")
    except UnicodeDecodeError as error:
        raise _damaged() from error


def _damaged() -> _UnreadableError:
    why: Message = message("weights.bundle_damaged")
    return _UnreadableError(why)


def _crc_table() -> tuple[int, ...]:
    table = []
    for value in range(256):
        for _ in range(8):
            value = (value >> 1) ^ (CASTAGNOLI if value & 1 else 0)
        table.append(value)
    return tuple(table)


_CRC_TABLE = _crc_table()


def masked_crc32c(content: bytes) -> int:
    """Return the CRC32C of some bytes, rotated and offset as LevelDB stores it."""
    table, crc = _CRC_TABLE, 0xFFFFFFFF
    for byte in content:
        crc = table[(crc ^ byte) & 0xFF] ^ (crc >> 8)
    crc ^= 0xFFFFFFFF
    return (((crc >> 15) | (crc << 17)) + 0xA282EAD8) & 0xFFFFFFFF
