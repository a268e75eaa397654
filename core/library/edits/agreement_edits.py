"""The edit that settles what annotators disagree about; their own decisions stay as they are."""

from __future__ import annotations

from dataclasses import dataclass

from core.library.colleagues import agreed_name
from core.library.edits.decision_edits import decision_columns, is_repeated, tag_name_and_state
from core.library.edits.edit_context import EditContext
from core.library.edits.journal import Ledger
from core.library.records import BY_EAR, State
from core.library.text import utc_now
from core.messages import message


@dataclass(frozen=True, slots=True)
class Adjudicate:
    """The decision that annotators agree on after all, on one tag of a whole song.

    It stands under a name made of theirs. between: their names. state None: not settled any more.
    """

    song_id: int
    tag_id: int
    state: State | None
    between: tuple[str, ...]

    def title(self, library: EditContext) -> str:
        name, state = tag_name_and_state(library, self.tag_id, self.state)
        return message("edit.adjudicate", name=name, state=state)

    def apply(self, library: EditContext, ledger: Ledger) -> None:
        annotator_id = library.annotators.id_of(agreed_name(self.between))
        slot = {"song_id": self.song_id, "tag_id": self.tag_id, "annotator_id": annotator_id}
        sql = (
            "SELECT * FROM annotations WHERE song_id = ? AND tag_id = ? AND annotator_id = ?"
            " AND start_s IS NULL"
        )
        known = library.database.row_as_dict(sql, tuple(slot.values()))
        columns, time = decision_columns(library, self.state, BY_EAR), utc_now()
        if self.state is None:
            if known is not None:
                ledger.delete("annotations", known["id"])
        elif known is None:
            ledger.insert("annotations", **slot, **columns, created_at=time, updated_at=time)
        elif not is_repeated(known, columns, library.codebook.last_change(self.tag_id)):
            ledger.update("annotations", known["id"], **columns, updated_at=time)
