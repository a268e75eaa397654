"""Edits of what a model's words mean for decisions: from which score on one counts as yes."""

from __future__ import annotations

from dataclasses import dataclass

from core.library.edits.edit_context import EditContext
from core.library.edits.journal import Ledger
from core.library.text import utc_now
from core.messages import message


@dataclass(frozen=True, slots=True)
class SetThreshold:
    """From which score on a model's word counts as yes; None: from the estimated one."""

    model_id: int
    tag_id: int
    score: float | None

    def title(self, library: EditContext) -> str:
        name = library.codebook.tag(self.tag_id).name
        if self.score is None:
            return message("edit.threshold_estimated", name=name)
        return message("edit.threshold", name=name, score=self.score)

    def apply(self, library: EditContext, ledger: Ledger) -> None:
        sql = "SELECT id, score FROM thresholds WHERE model_id = ? AND tag_id = ?"
        row_id, score = library.database.row(sql, (self.model_id, self.tag_id)) or (None, None)
        if score == self.score:
            return
        if self.score is None:
            ledger.delete("thresholds", row_id)
        elif row_id is None:
            ledger.insert(
                "thresholds", model_id=self.model_id, tag_id=self.tag_id, score=self.score,
                set_at=utc_now(),
            )  # fmt: skip
        else:
            ledger.update("thresholds", row_id, score=self.score, set_at=utc_now())
