"""Words in the chunks of WAV (also RF64, BW64, RIFX), AIFF, CAF and AU, which mutagen leaves out.

Only the heads of chunks are read, never the sound.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from core.audio.container_head import Chunk, caf_chunks, iff_chunks
from core.audio.file_bytes import FileBytes, Sliceable

Fields = dict[str, list[str]]
"""Field (title, artist, artists, album, album_artist, date, original_date, track) -> values."""

LONGEST_CHUNK = 1 << 20  # a picture in an ID3 chunk may be large; words are not
_INFO = {
    b"INAM": "title", b"TITL": "title", b"IART": "artist", b"IPRD": "album", b"IALB": "album",
    b"IAAR": "album_artist", b"ICRD": "date", b"YEAR": "date", b"IPRT": "track", b"ITRK": "track",
    b"TRCK": "track", b"ISTR": "performer", b"IMUS": "composer",
}  # fmt: skip
_AIFF = {b"NAME": "title", b"AUTH": "artist"}
_AIFF_NOTES = {b"ANNO": 0, b"COMT": 10}  # where the text begins; of several only the first
_NAMED = {
    "title": "title", "artist": "artist", "author": "artist", "album": "album",
    "album artist": "album_artist", "album_artist": "album_artist", "year": "date", "date": "date",
    "recorded date": "date", "track": "track", "track number": "track", "tracknumber": "track",
}  # fmt: skip
_BEXT_DATE = slice(320, 330)
_CART = {"title": slice(4, 68), "artist": slice(68, 132)}  # AES46: the cartridges of radio stations


def read_chunks(path: Path) -> tuple[Fields, bytes] | None:
    """Return what the chunks say, and the bytes of an ID3 tag among them (b"" without).

    None for a container of another kind. Raises OSError.
    """
    with path.open("rb") as file:
        data, fields = FileBytes(file), dict[str, list[str]]()
        for marks, read in _READERS:
            if data[:4] in marks:
                return fields, read(data, fields)
    return None


def decoded(raw: bytes) -> str:
    """Read text that has no declared encoding: UTF-8, else as Windows wrote it in the West."""
    raw = raw.split(b"\0", 1)[0]
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("cp1252", "replace")


def _riff(data: Sliceable, fields: Fields) -> bytes:
    order, id3 = (">" if data[:4] == b"RIFX" else "<"), b""
    for chunk in iff_chunks(data, order):
        if chunk.name == b"LIST" and (body := _body(data, chunk)).startswith(b"INFO"):
            _read_info(body, order, fields)
        elif chunk.name == b"bext":
            _add(fields, "date", decoded(_body(data, chunk)[_BEXT_DATE]))
        elif chunk.name == b"cart":
            for field, span in _CART.items():
                _add(fields, field, decoded(_body(data, chunk)[span]))
        elif chunk.name.lower() == b"id3 ":
            id3 = _body(data, chunk)
    return id3


def _read_info(body: bytes, order: str, fields: Fields) -> None:
    own: Fields = {}
    for chunk in iff_chunks(body, order, start=4):
        if field := _INFO.get(chunk.name):
            _add(own, field, decoded(_body(body, chunk)))
    for field, values in own.items():  # the date of an INFO list wins over that of bext
        fields[field] = values + fields.get(field, [])


def _aiff(data: Sliceable, fields: Fields) -> bytes:
    id3 = b""
    for chunk in iff_chunks(data, ">"):
        if field := _AIFF.get(chunk.name):
            _add(fields, field, decoded(_body(data, chunk)))
        elif chunk.name in _AIFF_NOTES:
            _read_note(decoded(_body(data, chunk)[_AIFF_NOTES[chunk.name] :]), fields)
        elif chunk.name == b"ID3 ":
            id3 = _body(data, chunk)
    return id3


def _caf(data: Sliceable, fields: Fields) -> bytes:
    for chunk in caf_chunks(data):
        if chunk.name == b"info":
            texts = _body(data, chunk)[4:].split(b"\0")
            for key, value in zip(texts[::2], texts[1::2], strict=False):
                _add_named(fields, decoded(key), decoded(value))
    return b""


def _au(data: Sliceable, fields: Fields) -> bytes:
    sound_begin = int.from_bytes(data[4:8], "big")
    _read_note(decoded(data[24 : min(sound_begin, 24 + LONGEST_CHUNK)]), fields)
    return b""


def _read_note(note: str, fields: Fields) -> None:
    for line in note.splitlines():
        key, _, value = line.partition("=")
        _add_named(fields, key, value)


def _body(data: Sliceable, chunk: Chunk) -> bytes:
    return data[chunk.begin : chunk.begin + min(max(0, chunk.n_bytes), LONGEST_CHUNK)]


def _add_named(fields: Fields, key: str, value: str) -> None:
    if field := _NAMED.get(key.strip().casefold()):
        _add(fields, field, value)


def _add(fields: Fields, field: str, value: str) -> None:
    if value.strip():
        fields.setdefault(field, []).append(value)


_READERS: tuple[tuple[tuple[bytes, ...], Callable[[Sliceable, Fields], bytes]], ...] = (
    ((b"RIFF", b"RF64", b"BW64", b"RIFX"), _riff),
    ((b"FORM",), _aiff),
    ((b"caff",), _caf),
    ((b".snd",), _au),
)
