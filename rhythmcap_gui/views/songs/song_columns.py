"""The columns of the song table: the fixed ones, and those that the user adds.

A category's column holds its tags of each song, a predicted tag's column the model's score. Each
column has a key that outlives renaming ("category:3"), and an order that the search understands.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

from rhythmcap_gui.session import Session


class Column(IntEnum):
    """The fixed columns in their first order; their names in lower case are stored keys."""

    SONG = 0
    LENGTH = 1
    TAGS = 2
    HEARS = 3
    ARTIST = 4
    ALBUM = 5
    YEAR = 6
    FILE = 7


ORDERS = {
    Column.SONG: "title",
    Column.LENGTH: "length",
    Column.TAGS: "tags",
    Column.ARTIST: "artist",
    Column.ALBUM: "album",
    Column.YEAR: "year",
    Column.FILE: "path",
}  # what a click on a header sorts by; HEARS asks for a tag first
FIRST_SHOWN = (Column.SONG, Column.LENGTH, Column.TAGS, Column.HEARS)
FIGURES = (Column.LENGTH, Column.TAGS, Column.YEAR)
CATEGORY, PREDICTED = "category:", "predicted:"


@dataclass(frozen=True, slots=True)
class ExtraColumn:
    """An added column; prefix: CATEGORY or PREDICTED; id: the category's or tag's."""

    prefix: str
    id: int
    name: str

    @property
    def key(self) -> str:
        """The key under which it is stored."""
        return f"{self.prefix}{self.id}"

    @property
    def order(self) -> str:
        """The order to search by."""
        return f"{self.prefix}{self.name}"


def key_of(section: int, extra_columns: Sequence[ExtraColumn]) -> str:
    """Return the key under which a column is stored."""
    if section < len(Column):
        return Column(section).name.lower()
    return extra_columns[section - len(Column)].key


def section_of(key: str, extra_columns: Sequence[ExtraColumn]) -> int:
    """Return the index of a column in the model; -1 where there is none of that key."""
    keys = [column.name.lower() for column in Column] + [column.key for column in extra_columns]
    return keys.index(key) if key in keys else -1


def extra_column_of(key: str, session: Session) -> ExtraColumn | None:
    """Return the column of a key; None for a fixed one, or where its tag or category is gone."""
    if session.library is None:
        return None
    codebook = session.library.codebook
    prefix, _, number = key.partition(":")
    if not number.isdigit():
        return None
    if f"{prefix}:" == PREDICTED:
        known = codebook.has_tag(int(number))
        return (
            ExtraColumn(PREDICTED, int(number), codebook.tag(int(number)).name) if known else None
        )
    names = {category.id: category.name for category in codebook.categories()}
    name = names.get(int(number)) if f"{prefix}:" == CATEGORY else None
    return None if name is None else ExtraColumn(CATEGORY, int(number), name)
