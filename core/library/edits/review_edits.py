"""Edits of what was looked at again: whether the model was right to contradict a decision."""

from __future__ import annotations

from dataclasses import dataclass

from core.library.edits.edit_context import EditContext
from core.library.edits.journal import Ledger
from core.library.review_records import Verdict
from core.library.text import utc_now
from core.messages import message


@dataclass(frozen=True, slots=True)
class SettleDisagreement:
    """How a contradiction between a decision and a model was settled by ear.

    score: the model's, as it was shown. One that was settled before is settled anew.
    """

    song_id: int
    tag_id: int
    model_id: int
    score: float
    verdict: Verdict

    def title(self, library: EditContext) -> str:
        return message("edit.looked_again", name=library.codebook.tag(self.tag_id).name)

    def apply(self, library: EditContext, ledger: Ledger) -> None:
        row = {
            "song_id": self.song_id,
            "tag_id": self.tag_id,
            "annotator_id": library.annotators.current.id,
            "model_id": self.model_id,
        }
        condition = " AND ".join(f"{name} = ?" for name in row)
        sql = f"SELECT id FROM disputes WHERE {condition}"
        for row_id in library.database.ids(sql, tuple(row.values())).tolist():
            ledger.delete("disputes", row_id)
        ledger.insert(
            "disputes",
            **row,
            score=self.score,
            verdict=self.verdict.value,
            created_at=utc_now(),
        )
