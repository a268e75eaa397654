"""What a musicologist does to the library, one small record each; library.do() applies them.

An edit only says what shall be; the Ledger it writes through notes what was, so that undo is
exact. All edits can be had from here.
"""

from __future__ import annotations

from typing import Protocol

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
from core.library.edits.edit_context import EditContext
from core.library.edits.journal import Ledger
from core.library.edits.meanings import (
    AddAlias,
    MergeTags,
    RemoveAlias,
    RenameTag,
    SetDefinition,
    SplitTag,
)
from core.library.edits.song_edits import (
    JoinSongs,
    MoveFiles,
    RemoveSongs,
    SetNote,
    TellApart,
)

__all__ = [
    "AddAlias",
    "AddCategory",
    "AddTag",
    "Edit",
    "JoinSongs",
    "Judge",
    "JudgeMany",
    "JudgeRegion",
    "MergeTags",
    "MoveFiles",
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
    "TellApart",
    "WriteNotes",
]


class Edit(Protocol):
    """A frozen record that library.do() can apply."""

    def title(self, library: EditContext, /) -> str:
        """What undo calls it, if the caller gives no label."""

    def apply(self, library: EditContext, ledger: Ledger, /) -> None:
        """Write what shall be. Raises LibraryError; then nothing is changed."""
