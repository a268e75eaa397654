"""ID3v2 tags of the versions 2, 3 and 4 as raw frames, so that what is not changed stays as it is.

https://id3.org/id3v2.4.0-structure, https://id3.org/id3v2.3.0, https://id3.org/id3v2-00
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from core.exchange.file_tags.tag_codec import (
    COMMENT,
    GENRE,
    GROUPING,
    JOINER,
    MOOD,
    UnreadableTags,
    first_comment,
)

HEADER_BYTES = 10
PADDING_BYTES = 1024  # behind a tag that grows
NEWEST = 4
_UNSYNCHRONISED, _EXTENDED, _FOOTER = 0x80, 0x40, 0x10
_ENCODINGS = ("latin-1", "utf-16", "utf-16-be", "utf-8")
_LATIN_1, _UTF_16, _UTF_8 = 0, 1, 3
_NAMES = {  # by field: in version 2, in 3, in 4; "" where there is none
    GENRE: ("TCO", "TCON", "TCON"),
    MOOD: ("", "", "TMOO"),
    GROUPING: ("TT1", "TIT1", "TIT1"),
    COMMENT: ("COM", "COMM", "COMM"),
}
_ITUNES_GROUPING = (b"GRP1", b"GP1")
_LANGUAGE = b"eng"


@dataclass(frozen=True, slots=True)
class Id3Tag:
    """A tag as it stands in a file. version: 2, 3, 4. n_bytes: all of it, with head and padding.

    synchsafe: how the sizes of its frames are written; some programs write those of version 4 as
    those of version 3.
    """

    version: int
    frames: tuple[bytes, ...]
    n_bytes: int
    unsynchronised: bool = False
    synchsafe: bool = True

    @property
    def codec(self) -> Id3Codec:
        """Return what reads and renders its frames."""
        return Id3Codec(self.version, self.synchsafe)

    def rendered(self, frames: Sequence[bytes]) -> bytes:
        """Return the tag with other frames: as long as before, if they have room.

        Raises UnreadableTags where they are more than a tag can hold.
        """
        body = b"".join(frames)
        if self.unsynchronised and self.version < NEWEST:
            body = _unsynchronise(body)
        room = self.n_bytes - HEADER_BYTES
        n_padding = room - len(body) if room >= len(body) else PADDING_BYTES
        if len(body) + n_padding >= 1 << 28:
            raise UnreadableTags("exchange.tags_too_large")
        flags = _UNSYNCHRONISED if self.unsynchronised else 0
        head = b"ID3" + bytes((self.version, 0, flags)) + synchsafe(len(body) + n_padding)
        return head + body + bytes(n_padding)


NO_TAG = Id3Tag(NEWEST, (), 0)


def tag_length(head: bytes) -> int:
    """Return how long the tag is that these 10 bytes begin; 0 where they begin none."""
    if len(head) < HEADER_BYTES or head[:3] != b"ID3" or any(byte & 0x80 for byte in head[6:10]):
        return 0
    return HEADER_BYTES + from_synchsafe(head[6:10]) + HEADER_BYTES * bool(head[5] & _FOOTER)


def parse_tag(data: bytes) -> Id3Tag:
    """Read a whole tag. Raises UnreadableTags where it is damaged or of another version."""
    version, flags = data[3], data[5]
    if version not in (2, 3, NEWEST) or (version == 2 and flags & _EXTENDED):
        raise UnreadableTags("exchange.tags_damaged")
    body = data[HEADER_BYTES : len(data) - HEADER_BYTES * bool(flags & _FOOTER)]
    unsynchronised = bool(flags & _UNSYNCHRONISED)
    if unsynchronised and version < NEWEST:
        body = body.replace(b"\xff\x00", b"\xff")
    if flags & _EXTENDED:
        body = _without_extended_header(body, version)
    ways: tuple[Callable[[bytes], int], ...] = (
        (from_synchsafe, _plain_size) if version == NEWEST else (_plain_size,)
    )
    for size_of in ways:
        frames = _split(body, version, size_of)
        if frames is not None:
            safe = version == NEWEST and size_of is from_synchsafe
            return Id3Tag(version, frames, len(data), unsynchronised, safe)
    raise UnreadableTags("exchange.tags_damaged")


def _split(body: bytes, version: int, size_of: Callable[[bytes], int]) -> tuple[bytes, ...] | None:
    """Cut frames; None where they do not end in padding."""
    n_name, n_head = (3, 6) if version == 2 else (4, 10)
    name, frames, at = re.compile(rb"[A-Z][A-Z0-9 ]{%d}" % (n_name - 1)), list[bytes](), 0
    while at < len(body) and body[at]:
        size_bytes = body[at + n_name : at + n_name * 2]
        end = at + n_head + size_of(size_bytes)
        if end > len(body) or not name.match(body, at) or len(size_bytes) < n_name:
            return None
        frames.append(body[at:end])
        at = end
    return None if body[at:].strip(b"\0") else tuple(frames)


def _without_extended_header(body: bytes, version: int) -> bytes:
    """Leave out what tells of the tag itself; it would no longer be true."""
    if version == NEWEST:
        return body[max(from_synchsafe(body[:4]), 4) :]
    return body[4 + _plain_size(body[:4]) :]


@dataclass(frozen=True, slots=True)
class Id3Codec:
    """Reads and renders single frames of one version."""

    version: int = NEWEST
    synchsafe: bool = True

    @property
    def name(self) -> str:
        return f"ID3v2.{self.version}"

    def find(self, entries: Sequence[bytes], field: str) -> list[int]:
        if field == GROUPING:
            itunes = [i for i, frame in enumerate(entries) if frame.startswith(_ITUNES_GROUPING)]
            if itunes:
                return itunes
        found = [index for index, frame in enumerate(entries) if self._is_of(frame, field)]
        return first_comment(entries, found) if field == COMMENT else found

    def texts(self, entry: bytes, field: str) -> list[str]:
        payload = self._payload(entry)
        if not payload:
            return []
        if field == COMMENT or self._is_user_text(entry):
            at = 4 if field == COMMENT else 1
            return _split_texts(payload[0], _behind_description(payload, at))
        return _split_texts(payload[0], payload[1:])

    def render(self, field: str, values: Sequence[str], entries: Sequence[bytes]) -> list[bytes]:
        if not values:
            return []
        joined = "\0" if self.version == NEWEST and field != COMMENT else JOINER
        text = joined.join(values)
        name = self._name(field)
        found = [entries[index] for index in self.find(entries, field)]
        if field == GROUPING and found and found[0].startswith(_ITUNES_GROUPING):
            name = found[0][: len(name)].decode("ascii")
        description = "" if name else field
        encoding = self._encoding(text + description)
        payload = bytes([encoding])
        if field == COMMENT:
            payload += self._language(found) + _ended("", encoding)
        elif not name:
            payload += _ended(field, encoding)
        payload += _encoded(text, encoding)
        return [self._frame(name or self._user_text, payload)]

    @property
    def _user_text(self) -> str:
        return "TXX" if self.version == 2 else "TXXX"

    def _name(self, field: str) -> str:
        return _NAMES[field][self.version - 2] if field in _NAMES else ""

    def _is_user_text(self, frame: bytes) -> bool:
        return frame.startswith(self._user_text.encode("ascii"))

    def _is_of(self, frame: bytes, field: str) -> bool:
        name = self._name(field)
        if name and frame.startswith(name.encode("ascii")):
            return field != COMMENT or self._description(frame, 4) == ""
        if field in _NAMES and field != MOOD:
            return False
        if not self._is_user_text(frame):
            return False
        return self._description(frame, 1).casefold() == field.casefold()

    def _description(self, frame: bytes, at: int) -> str:
        """Return the text that tells comments or a user's texts apart."""
        payload = self._payload(frame)
        if len(payload) <= at:
            return ""
        behind = _behind_description(payload, at)
        head = payload[at : len(payload) - len(behind)]
        return "".join(_split_texts(payload[0], head)[:1])

    def _language(self, found: Sequence[bytes]) -> bytes:
        payload = self._payload(found[0]) if found else b""
        return payload[1:4] if len(payload) >= 4 else _LANGUAGE

    def _encoding(self, text: str) -> int:
        if self.version == NEWEST:
            return _UTF_8
        return _LATIN_1 if text.isascii() else _UTF_16

    def _frame(self, name: str, payload: bytes) -> bytes:
        n_size = len(name)
        size = len(payload).to_bytes(n_size, "big")
        if self.version == NEWEST and self.synchsafe:
            size = synchsafe(len(payload))
        flags = b"" if self.version == 2 else b"\0\0"
        return name.encode("ascii") + size + flags + payload

    def _payload(self, frame: bytes) -> bytes:
        """Return a frame's content as its flags tell; b"" where it is encrypted or spoiled."""
        if self.version == 2:
            return frame[6:]
        flags, data = frame[9], frame[10:]
        newest = self.version == NEWEST
        encrypted, packed, grouped = (0x04, 0x08, 0x40) if newest else (0x40, 0x80, 0x20)
        if flags & encrypted:
            return b""
        if newest:
            data = data[bool(flags & grouped) + 4 * bool(flags & 0x01) :]
            data = data.replace(b"\xff\x00", b"\xff") if flags & 0x02 else data
        else:
            data = data[4 * bool(flags & packed) + bool(flags & grouped) :]
        if not flags & packed:
            return data
        try:
            return zlib.decompress(data)
        except zlib.error:
            return b""


def synchsafe(number: int) -> bytes:
    """Write a number in four times seven bits."""
    return bytes((number >> shift) & 0x7F for shift in (21, 14, 7, 0))


def from_synchsafe(data: bytes) -> int:
    """Read a number of four times seven bits; one too large for a tag where it is none."""
    if any(byte & 0x80 for byte in data):
        return 1 << 28
    return sum(byte << shift for byte, shift in zip(data, (21, 14, 7, 0), strict=False))


def _plain_size(data: bytes) -> int:
    return int.from_bytes(data, "big")


def _unsynchronise(body: bytes) -> bytes:
    escaped = re.sub(rb"\xff(?=[\xe0-\xff\x00])", b"\xff\x00", body)
    return escaped + b"\0" if escaped.endswith(b"\xff") else escaped


def _codec_of(encoding: int) -> str:
    return _ENCODINGS[encoding] if encoding < len(_ENCODINGS) else "latin-1"


def _encoded(text: str, encoding: int) -> bytes:
    return text.encode(_codec_of(encoding), "replace")


def _ended(text: str, encoding: int) -> bytes:
    return _encoded(text, encoding) + (b"\0\0" if encoding == _UTF_16 else b"\0")


def _split_texts(encoding: int, data: bytes) -> list[str]:
    codec = _codec_of(encoding)
    if codec == "utf-16" and data[:2] not in (b"\xff\xfe", b"\xfe\xff"):
        codec = "utf-16-le"
    text = data.decode(codec, "replace")
    return [value.lstrip("\ufeff") for value in text.rstrip("\0").split("\0")]


def _behind_description(payload: bytes, at: int) -> bytes:
    """Return what stands behind the description that begins at `at`."""
    wide = payload[0] in (1, 2)
    end = at
    while end < len(payload):
        if wide and payload[end : end + 2] == b"\0\0":
            return payload[end + 2 :]
        if not wide and payload[end] == 0:
            return payload[end + 1 :]
        end += 2 if wide else 1
    return b""
