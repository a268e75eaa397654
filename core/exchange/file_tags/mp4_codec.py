"""The atoms of an MP4's list of tags (ilst), as iTunes writes them, as raw bytes.

https://developer.apple.com/documentation/quicktime-file-format/user_data_atoms
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from core.exchange.file_tags.tag_codec import COMMENT, GENRE, GROUPING, JOINER, UnreadableTags

_NAMES = {GENRE: b"\xa9gen", GROUPING: b"\xa9grp", COMMENT: b"\xa9cmt"}
_GENRE_NUMBER, _OWN = b"gnre", b"----"
_MEAN = "com.apple.iTunes"
_UTF_8 = 1


def atom(name: bytes, content: bytes) -> bytes:
    """Return an atom."""
    return (len(content) + 8).to_bytes(4, "big") + name + content


def split_atoms(data: bytes) -> list[bytes]:
    """Cut a content into its atoms; four zeros may end it. Raises UnreadableTags."""
    atoms, at = list[bytes](), 0
    while at < len(data):
        n_bytes = int.from_bytes(data[at : at + 4], "big")
        if n_bytes == 0 and not data[at:].strip(b"\0"):
            break
        if n_bytes < 8 or at + n_bytes > len(data):
            raise UnreadableTags("exchange.tags_damaged")
        atoms.append(data[at : at + n_bytes])
        at += n_bytes
    return atoms


class Mp4Codec:
    """Reads and renders single atoms of the list."""

    name = "MP4"

    def find(self, entries: Sequence[bytes], field: str) -> list[int]:
        return [index for index, entry in enumerate(entries) if _is_of(entry, field)]

    def texts(self, entry: bytes, field: str) -> list[str]:
        del field
        if entry[4:8] == _GENRE_NUMBER:
            return [_genre_of_number(next(_contents(entry), b""))]
        return [content.decode("utf-8", "replace") for content in _contents(entry)]

    def render(self, field: str, values: Sequence[str], entries: Sequence[bytes]) -> list[bytes]:
        if not values:
            return []
        if field == COMMENT:
            values = [JOINER.join(values)]
        data = b"".join(
            atom(b"data", _UTF_8.to_bytes(4, "big") + bytes(4) + value.encode("utf-8"))
            for value in values
        )
        if field in _NAMES:
            return [atom(_NAMES[field], data)]
        found = self.find(entries, field)
        name = _own_name(entries[found[0]]) if found else field
        mean = atom(b"mean", bytes(4) + _MEAN.encode("ascii"))
        return [atom(_OWN, mean + atom(b"name", bytes(4) + name.encode("utf-8")) + data)]


def _is_of(entry: bytes, field: str) -> bool:
    name = entry[4:8]
    if field in _NAMES:
        return name == _NAMES[field] or (field == GENRE and name == _GENRE_NUMBER)
    return name == _OWN and _own_name(entry).casefold() == field.casefold()


def _own_name(entry: bytes) -> str:
    """Return the name of an atom of one's own; "" where another program's namespace is meant."""
    parts = {part[4:8]: part[12:] for part in _parts(entry) if part[4:8] != b"data"}
    if parts.get(b"mean", b"").decode("utf-8", "replace") != _MEAN:
        return ""
    return parts.get(b"name", b"").decode("utf-8", "replace")


def _parts(entry: bytes) -> list[bytes]:
    try:
        return split_atoms(entry[8:])
    except UnreadableTags:
        return []


def _contents(entry: bytes) -> Iterator[bytes]:
    return (part[16:] for part in _parts(entry) if part[4:8] == b"data")


def _genre_of_number(content: bytes) -> str:
    from mutagen.id3 import TCON

    number = int.from_bytes(content[:2], "big") - 1
    return TCON.GENRES[number] if 0 <= number < len(TCON.GENRES) else ""
