"""MP4 files: the list of tags in moov/udta/meta; where it grows, the sound's offsets follow.

https://developer.apple.com/documentation/quicktime-file-format, ISO/IEC 14496-12
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import BinaryIO

from core.exchange.file_tags.mp4_codec import Mp4Codec, atom, split_atoms
from core.exchange.file_tags.tag_codec import TagCodec, UnreadableTags
from core.exchange.file_tags.tag_pieces import Copied, Piece

_HEAD_BYTES, _LONG_HEAD_BYTES = 8, 16
_MOST_MOOV_BYTES = 1 << 28
_NEW_ROOM = 1024  # where the list grows beyond its room
_PATH_TO_OFFSETS = (b"trak", b"mdia", b"minf", b"stbl")
_OFFSET_BYTES = {b"stco": 4, b"co64": 8}
_HANDLER = atom(b"hdlr", bytes(8) + b"mdirappl" + bytes(9))


@dataclass(frozen=True, slots=True)
class TopAtom:
    """An atom of the file itself: its name, where it is, how long it is with its head."""

    name: bytes
    start: int
    length: int


@dataclass(frozen=True, slots=True)
class Mp4Layout:
    """The atoms of the file, the contents of moov, and the list's entries."""

    top: tuple[TopAtom, ...]
    moov: bytes
    entries: tuple[bytes, ...]
    size_bytes: int

    @property
    def codec(self) -> TagCodec:
        return Mp4Codec()

    def pieces(self, entries: Sequence[bytes]) -> list[Piece]:
        index = next(at for at, found in enumerate(self.top) if found.name == b"moov")
        old = self.top[index]
        spare = self._free_behind(index)
        moov = _with_list(self.moov, entries)
        growth = len(moov) + _HEAD_BYTES - old.length
        end = old.start + old.length
        free = b""
        if growth and spare is not None and _fits(spare.length - growth):
            end += spare.length
            left = spare.length - growth
            free = atom(b"free", bytes(left - _HEAD_BYTES)) if left else b""
        elif growth and any(found.start > old.start for found in self.top if found.name == b"mdat"):
            if any(found.name in (b"moof", b"sidx", b"mfra") for found in self.top):
                raise UnreadableTags("exchange.tags_unwritable")
            moov = _moved_offsets(moov, old.start, growth)
        new = (len(moov) + _HEAD_BYTES).to_bytes(4, "big") + b"moov" + moov + free
        return [Copied(0, old.start), new, Copied(end, self.size_bytes - end)]

    def _free_behind(self, index: int) -> TopAtom | None:
        behind = self.top[index + 1 : index + 2]
        return behind[0] if behind and behind[0].name in (b"free", b"skip") else None


def read_mp4(file: BinaryIO, size_bytes: int) -> Mp4Layout:
    """Read the atoms of an MP4 file. Raises UnreadableTags, OSError."""
    top = _top_atoms(file, size_bytes)
    found = [part for part in top if part.name == b"moov"]
    if len(found) != 1 or found[0].length > _MOST_MOOV_BYTES:
        raise UnreadableTags("exchange.tags_damaged")
    file.seek(found[0].start)
    data = file.read(found[0].length)
    if int.from_bytes(data[:4], "big") != len(data):  # a long head, or up to the end of the file
        raise UnreadableTags("exchange.tags_unwritable")
    moov = data[_HEAD_BYTES:]
    return Mp4Layout(top, moov, tuple(_entries(moov)), size_bytes)


def _top_atoms(file: BinaryIO, size_bytes: int) -> tuple[TopAtom, ...]:
    found, at = list[TopAtom](), 0
    while at + _HEAD_BYTES <= size_bytes:
        file.seek(at)
        head = file.read(_LONG_HEAD_BYTES)
        length = int.from_bytes(head[:4], "big")
        if length == 1:
            length = int.from_bytes(head[8:16], "big")
        elif length == 0:
            length = size_bytes - at
        if length < _HEAD_BYTES or at + length > size_bytes:
            raise UnreadableTags("exchange.tags_damaged")
        found.append(TopAtom(head[4:8], at, length))
        at += length
    return tuple(found)


def _entries(moov: bytes) -> list[bytes]:
    meta = _child(_child(moov, b"udta"), b"meta")
    if not meta:
        return []
    if any(part[4:8] == b"uuid" for part in split_atoms(moov)) and not meta:
        return []
    return split_atoms(_child(meta[_meta_head(meta) :], b"ilst"))


def _child(content: bytes, name: bytes) -> bytes:
    """Return the content of the first child of this name; b"" where there is none."""
    return next((part[_HEAD_BYTES:] for part in split_atoms(content) if part[4:8] == name), b"")


def _meta_head(meta: bytes) -> int:
    """Return how many bytes stand before the children: QuickTime's has no version and flags."""
    return 0 if meta[4:8] == b"hdlr" else 4


def _with_child(content: bytes, name: bytes, change: Callable[[bytes], bytes]) -> bytes:
    """Return a content with one child changed, or added at its end."""
    parts = split_atoms(content)
    names = [part[4:8] for part in parts]
    if name in names:
        at = names.index(name)
        parts[at] = atom(name, change(parts[at][_HEAD_BYTES:]))
    else:
        ended = content[sum(map(len, parts)) :]  # zeros that end a QuickTime udta
        return b"".join(parts) + atom(name, change(b"")) + ended
    return b"".join(parts) + content[sum(map(len, split_atoms(content))) :]


def _with_list(moov: bytes, entries: Sequence[bytes]) -> bytes:
    """Return moov's content with another list of tags."""

    def in_meta(meta: bytes) -> bytes:
        head = meta[: _meta_head(meta)] if meta else bytes(4)
        children = meta[len(head) :] if meta else _HANDLER
        return head + _with_room(children, b"".join(entries))

    def in_udta(udta: bytes) -> bytes:
        return _with_child(udta, b"meta", in_meta)

    return _with_child(moov, b"udta", in_udta)


def _with_room(children: bytes, entries: bytes) -> bytes:
    """Put a list among meta's children; the free atoms beside it give or take the room."""
    parts = split_atoms(children)
    old = sum(len(part) for part in parts if part[4:8] in (b"ilst", b"free"))
    kept = [part for part in parts if part[4:8] != b"free"]
    names = [part[4:8] for part in kept]
    new = atom(b"ilst", entries)
    if b"ilst" in names:
        at = names.index(b"ilst")
        kept[at] = new
    else:
        at = len(kept)
        kept.append(new)
    room = old - len(new)
    if not _fits(room):
        room = _NEW_ROOM
    if room:
        kept.insert(at + 1, atom(b"free", bytes(room - _HEAD_BYTES)))
    return b"".join(kept)


def _fits(room: int) -> bool:
    return room == 0 or room >= _HEAD_BYTES


def _moved_offsets(moov: bytes, behind: int, shift: int) -> bytes:
    """Move what points into the file behind an offset. Raises UnreadableTags."""
    return _moved_in(moov, _PATH_TO_OFFSETS, behind, shift)


def _moved_in(content: bytes, path: Sequence[bytes], behind: int, shift: int) -> bytes:
    parts = []
    for part in split_atoms(content):
        name = part[4:8]
        if path and name == path[0]:
            parts.append(atom(name, _moved_in(part[_HEAD_BYTES:], path[1:], behind, shift)))
        elif not path and name in _OFFSET_BYTES:
            parts.append(_moved_table(part, _OFFSET_BYTES[name], behind, shift))
        else:
            parts.append(part)
    return b"".join(parts) + content[sum(map(len, parts)) :]


def _moved_table(table: bytes, n_bytes: int, behind: int, shift: int) -> bytes:
    moved = bytearray(table)
    for at in range(_LONG_HEAD_BYTES, len(table) - n_bytes + 1, n_bytes):
        offset = int.from_bytes(table[at : at + n_bytes], "big")
        if offset > behind:
            if offset + shift >= 1 << (8 * n_bytes):
                raise UnreadableTags("exchange.tags_too_large")
            moved[at : at + n_bytes] = (offset + shift).to_bytes(n_bytes, "big")
    return bytes(moved)
