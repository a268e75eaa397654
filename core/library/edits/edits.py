"""What a musicologist does to the library, one small record each; library.do() applies them.

An edit only says what shall be; the Ledger it writes through notes what was, so that undo is
exact. All edits can be had from here.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from core.library.edits.bulk_edits import JudgeMany, SetIntensityMany, WriteNotes
from core.library.edits.codebook_changes import (
    AddCategory,
    AddTag,
    MoveTag,
    RemoveCategory,
    RestoreTag,
    RetireTag,
    SetCategory,
    SetTagLook,
)
from core.library.edits.decisions import (
    Judge,
    JudgeRegion,
    MoveRegion,
    RemoveRegion,
    SetDecisionNote,
    SetIntensity,
)
from core.library.edits.journal import Ledger
from core.library.edits.meanings import (
    AddAlias,
    MergeTags,
    RemoveAlias,
    RenameTag,
    SetDefinition,
    SplitTag,
)
from core.library.records import Context
from core.library.scan.duplicates import JoinSongs

if TYPE_CHECKING:
    from core.library.store import Library

__all__ = [
    "AddAlias",
    "AddCategory",
    "AddTag",
    "Context",
    "Edit",
    "JoinSongs",
    "Judge",
    "JudgeMany",
    "JudgeRegion",
    "MergeTags",
    "MoveRegion",
    "MoveTag",
    "RemoveAlias",
    "RemoveCategory",
    "RemoveRegion",
    "RemoveSongs",
    "RenameTag",
    "RestoreTag",
    "RetireTag",
    "SetCategory",
    "SetDecisionNote",
    "SetDefinition",
    "SetIntensity",
    "SetIntensityMany",
    "SetNote",
    "SetTagLook",
    "SplitTag",
    "WriteNotes",
]


class Edit(Protocol):
    """A frozen record that library.do() can apply."""

    def title(self, library: Library, /) -> str:
        """What undo calls it, if the caller gives no label."""

    def apply(self, library: Library, ledger: Ledger, /) -> None:
        """Write what shall be. Raises LibraryError; then nothing is changed."""


@dataclass(frozen=True, slots=True)
class SetNote:
    """The note on a song."""

    song_id: int
    note: str

    def title(self, _library: Library) -> str:
        return "Note"

    def apply(self, _library: Library, ledger: Ledger) -> None:
        ledger.update("songs", self.song_id, note=self.note)


@dataclass(frozen=True, slots=True)
class RemoveSongs:
    """Take songs out of the library with all their decisions. Their files are not touched."""

    song_ids: tuple[int, ...]

    def title(self, _library: Library) -> str:
        n_songs = len(self.song_ids)
        return f"Remove {n_songs} songs" if n_songs != 1 else "Remove 1 song"

    def apply(self, library: Library, ledger: Ledger) -> None:
        for song_id in self.song_ids:
            for table in ("annotations", "anchors", "disputes", "joined_files"):
                sql = f"SELECT id FROM {table} WHERE song_id = ?"
                for row_id in library.database.ids(sql, (song_id,)).tolist():
                    ledger.delete(table, row_id)
            ledger.delete("songs", song_id)
