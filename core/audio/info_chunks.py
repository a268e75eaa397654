"""Words in the chunks of WAV (also RF64, BW64, RIFX), AIFF, CAF and AU, which mutagen leaves out.

Only the heads of chunks are read, never the sound.
"""

from __future__ import annotations

import io
import struct
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO

Fields = dict[str, list[str]]
"""Field (title, artist, artists, album, album_artist, date, original_date, track) -> values."""

LONGEST_CHUNK = 1 << 20  # a picture in an ID3 chunk may be large; words are not
_UNKNOWN_SIZE = 0xFFFFFFFF  # the true one stands in ds64, or nowhere
_INFO = {
    b"INAM": "title", b"TITL": "title", b"IART": "artist", b"IPRD": "album", b"IALB": "album",
    b"IAAR": "album_artist", b"ICRD": "date", b"YEAR": "date", b"IPRT": "track", b"ITRK": "track",
    b"TRCK": "track",
}  # fmt: skip
_AIFF = {b"NAME": "title", b"AUTH": "artist"}
_NAMED = {
    "title": "title", "artist": "artist", "author": "artist", "album": "album",
    "album artist": "album_artist", "album_artist": "album_artist", "year": "date", "date": "date",
    "recorded date": "date", "track": "track", "track number": "track", "tracknumber": "track",
}  # fmt: skip
_BEXT_DATE = slice(320, 330)


def read_chunks(path: Path) -> tuple[Fields, bytes] | None:
    """Return what the chunks say, and the bytes of an ID3 tag among them (b"" without).

    None for a container of another kind. Raises OSError.
    """
    with path.open("rb") as file:
        head = file.read(12)
        for marks, read in _READERS:
            if head.startswith(marks):
                fields: Fields = {}
                return fields, read(file, head, fields)
    return None


def decoded(raw: bytes) -> str:
    """Read text that has no declared encoding: UTF-8, else as Windows wrote it in the West."""
    raw = raw.split(b"\0", 1)[0]
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("cp1252", "replace")


def _riff(file: BinaryIO, head: bytes, fields: Fields) -> bytes:
    order, id3 = (">" if head.startswith(b"RIFX") else "<"), b""
    for name, size in _chunks(file, order):
        if name == b"LIST" and file.read(4) == b"INFO":
            _read_info(file.read(min(size, LONGEST_CHUNK) - 4), order, fields)
        elif name == b"bext" and size >= _BEXT_DATE.stop:
            _add(fields, "date", decoded(file.read(_BEXT_DATE.stop)[_BEXT_DATE]))
        elif name.lower() == b"id3 ":
            id3 = file.read(min(size, LONGEST_CHUNK))
    return id3


def _read_info(body: bytes, order: str, fields: Fields) -> None:
    own: Fields = {}
    stream = io.BytesIO(body)
    for name, size in _chunks(stream, order, start=0):
        if field := _INFO.get(name):
            _add(own, field, decoded(stream.read(size)))
    for field, values in own.items():  # the date of an INFO list wins over that of bext
        fields[field] = values + fields.get(field, [])


def _aiff(file: BinaryIO, _head: bytes, fields: Fields) -> bytes:
    id3 = b""
    for name, size in _chunks(file, ">"):
        if field := _AIFF.get(name):
            _add(fields, field, decoded(file.read(min(size, LONGEST_CHUNK))))
        elif name == b"ID3 ":
            id3 = file.read(min(size, LONGEST_CHUNK))
    return id3


def _chunks(file: BinaryIO, order: str, start: int = 12) -> Iterator[tuple[bytes, int]]:
    """Yield (name, size) of IFF chunks, the file standing at the chunk's body."""
    position, true_size = start, 0
    while True:
        file.seek(position)
        head = file.read(8)
        if len(head) < 8:
            return
        size = int(struct.unpack(f"{order}I", head[4:])[0])
        if head[:4] == b"ds64":
            true_size = int(struct.unpack("<Q", file.read(16)[8:].ljust(8, b"\0"))[0])
        elif head[:4] == b"data" and size == _UNKNOWN_SIZE:
            if not true_size:
                return
            size = true_size
        file.seek(position + 8)
        yield head[:4], size
        position += 8 + size + size % 2


def _caf(file: BinaryIO, _head: bytes, fields: Fields) -> bytes:
    position = 8
    while True:
        file.seek(position)
        head = file.read(12)
        if len(head) < 12:
            return b""
        size = int(struct.unpack(">q", head[4:])[0])
        if head[:4] == b"info":
            texts = file.read(min(size, LONGEST_CHUNK))[4:].split(b"\0")
            for key, value in zip(texts[::2], texts[1::2], strict=False):
                _add_named(fields, decoded(key), decoded(value))
        if size < 0:  # the sound goes on to the end
            return b""
        position += 12 + size


def _au(file: BinaryIO, head: bytes, fields: Fields) -> bytes:
    data_offset = int(struct.unpack(">I", head[4:8])[0])
    file.seek(24)
    note = decoded(file.read(max(0, min(data_offset - 24, LONGEST_CHUNK))))
    for line in note.splitlines():
        key, _, value = line.partition("=")
        _add_named(fields, key, value)
    return b""


def _add_named(fields: Fields, key: str, value: str) -> None:
    if field := _NAMED.get(key.strip().casefold()):
        _add(fields, field, value)


def _add(fields: Fields, field: str, value: str) -> None:
    if value.strip():
        fields.setdefault(field, []).append(value)


_READERS: tuple[tuple[tuple[bytes, ...], Callable[[BinaryIO, bytes, Fields], bytes]], ...] = (
    ((b"RIFF", b"RF64", b"BW64", b"RIFX"), _riff),
    ((b"FORM",), _aiff),
    ((b"caff",), _caf),
    ((b".snd",), _au),
)
