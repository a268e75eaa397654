"""What the user says of songs that sound alike: that they are different recordings after all.

Joining those that are the same is duplicates.py's business.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from core.library.edits.journal import Ledger, gone
from core.library.scan.duplicates import Duplicate

if TYPE_CHECKING:
    from core.library.store import Library


@dataclass(frozen=True, slots=True)
class TellApart:
    """Two songs are different recordings: they are not offered to be joined again."""

    song_id: int
    other_id: int

    def title(self, _library: Library) -> str:
        return "Different recordings"

    def apply(self, library: Library, ledger: Ledger) -> None:
        one, other = library.songs.get(self.song_id), library.songs.get(self.other_id)
        if one is None or other is None or one.id == other.id:
            raise gone(library.database)
        first, second = sorted((one.audio_hash, other.audio_hash))
        if (first, second) not in told_apart(library):
            ledger.insert("told_apart", one_hash=first, other_hash=second)


def told_apart(library: Library) -> frozenset[tuple[str, str]]:
    """The pairs of audio hashes that are different recordings; each pair is sorted."""
    rows = library.database.rows("SELECT one_hash, other_hash FROM told_apart")
    return frozenset((row[0], row[1]) for row in rows)


def still_open(library: Library, pairs: Sequence[Duplicate]) -> tuple[Duplicate, ...]:
    """The pairs nobody has decided about: both songs are there and were not told apart."""
    apart, found = told_apart(library), []
    for pair in pairs:
        one, other = library.songs.get(pair.song_id), library.songs.get(pair.other_id)
        if one is None or other is None:
            continue
        first, second = sorted((one.audio_hash, other.audio_hash))
        if (first, second) not in apart:
            found.append(pair)
    return tuple(found)
