"""What all kinds of tags have in common: entries as raw bytes, found and rendered by field.

A field is GENRE, MOOD, GROUPING, COMMENT or a name of one's own; each kind has its own frame or
key for it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol

GENRE, MOOD, GROUPING, COMMENT = "GENRE", "MOOD", "GROUPING", "COMMENT"
KNOWN_FIELDS = (GENRE, MOOD, GROUPING, COMMENT)
JOINER = "; "  # where a kind of tag has one value only


class UnreadableTags(Exception):
    """The tags of a file are damaged, or of a kind that is not written. args: id of the reason."""


class TagCodec(Protocol):
    """One kind of tag. name: as it is shown and stored, such as ID3v2.3."""

    @property
    def name(self) -> str: ...

    def find(self, entries: Sequence[bytes], field: str) -> list[int]:
        """Return the indices of a field's entries."""

    def texts(self, entry: bytes, field: str) -> list[str]:
        """Return the values that one of a field's entries holds."""

    def render(self, field: str, values: Sequence[str], entries: Sequence[bytes]) -> list[bytes]:
        """Return a field's new entries. entries: all that are there now."""


def values_of(codec: TagCodec, entries: Sequence[bytes], field: str) -> tuple[str, ...]:
    """Return all values of a field."""
    return tuple(
        text
        for index in codec.find(entries, field)
        for text in codec.texts(entries[index], field)
        if text
    )


def entries_of(codec: TagCodec, entries: Sequence[bytes], field: str) -> tuple[bytes, ...]:
    """Return a field's entries."""
    return tuple(entries[index] for index in codec.find(entries, field))


def with_field(
    codec: TagCodec, entries: Sequence[bytes], field: str, new: Iterable[bytes]
) -> list[bytes]:
    """Return all entries, a field's replaced by others where the first of them stood."""
    found = codec.find(entries, field)
    at = found[0] if found else len(entries)
    behind = [entry for index, entry in enumerate(entries) if index > at and index not in found]
    return [*entries[:at], *new, *behind]


def without_fields(codec: TagCodec, entries: Sequence[bytes], fields: Iterable[str]) -> list[bytes]:
    """Return the entries that belong to none of these fields."""
    found = {index for field in fields for index in codec.find(entries, field)}
    return [entry for index, entry in enumerate(entries) if index not in found]


def first_comment(entries: Sequence[bytes], found: Sequence[int]) -> list[int]:
    """Of several comments choose the one with words in it, else the first: only that is written."""
    worded = [index for index in found if b"/*" in entries[index].replace(b"\0", b"")]
    return [*worded, *found][:1]
