"""The columns of the song table: the fixed ones, and those of the user's choice.

A category's column holds its tags of each song, a predicted tag's column the model's score. Each
column has a key that outlives renaming ("category:3"), and an order that the search understands.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

from rhythmcap_gui.session import Session


class Column(IntEnum):
    """The fixed columns in their first order."""

    SONG = 0
    LENGTH = 1
    TAGS = 2
    HEARS = 3
    ARTIST = 4
    ALBUM = 5
    YEAR = 6


ORDERS = {
    Column.SONG: "title",
    Column.LENGTH: "length",
    Column.TAGS: "tags",
    Column.ARTIST: "artist",
    Column.ALBUM: "album",
    Column.YEAR: "year",
}  # what a click on a header sorts by; HEARS asks for a tag first
FIRST_SHOWN = (Column.SONG, Column.LENGTH, Column.TAGS, Column.HEARS)
FIGURES = (Column.LENGTH, Column.TAGS, Column.YEAR)
CATEGORY, PREDICTED = "category:", "predicted:"


@dataclass(frozen=True, slots=True)
class Chosen:
    """A column of the user's choice. kind: CATEGORY or PREDICTED; id: the category's or tag's."""

    kind: str
    id: int
    name: str

    @property
    def key(self) -> str:
        """What it is remembered by."""
        return f"{self.kind}{self.id}"

    @property
    def order(self) -> str:
        """What the search sorts by."""
        return f"{self.kind}{self.name}"


def key_of(section: int, chosen: Sequence[Chosen]) -> str:
    """What a column is remembered by."""
    if section < len(Column):
        return Column(section).name.lower()
    return chosen[section - len(Column)].key


def section_of(key: str, chosen: Sequence[Chosen]) -> int:
    """Where a column stands in the model; -1 where there is none of that key."""
    keys = [column.name.lower() for column in Column] + [column.key for column in chosen]
    return keys.index(key) if key in keys else -1


def chosen_of(key: str, session: Session) -> Chosen | None:
    """The column of a key; None for a fixed one, and where the category or tag has gone."""
    if session.library is None:
        return None
    codebook = session.library.codebook
    kind, _, number = key.partition(":")
    if not number.isdigit():
        return None
    if f"{kind}:" == PREDICTED:
        known = codebook.has_tag(int(number))
        return Chosen(PREDICTED, int(number), codebook.tag(int(number)).name) if known else None
    names = {category.id: category.name for category in codebook.categories()}
    name = names.get(int(number)) if f"{kind}:" == CATEGORY else None
    return None if name is None else Chosen(CATEGORY, int(number), name)
