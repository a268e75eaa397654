"""Edits of what was looked at or heard again: who was right, and the same ear's second judgment."""

from __future__ import annotations

from dataclasses import dataclass

from core.errors import LibraryError
from core.library.edits.decision_edits import tag_name_and_state
from core.library.edits.decision_facts import write_listened
from core.library.edits.edit_context import EditContext
from core.library.edits.journal import Ledger, stale_edit_error
from core.library.records import BY_EAR, DecisionContext, State
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


@dataclass(frozen=True, slots=True)
class SettleDispute:
    """The word of a dispute is clear now: its decision is learned from again."""

    dispute_id: int

    def title(self, library: EditContext) -> str:
        sql = "SELECT tag_id FROM disputes WHERE id = ?"
        tag_id = library.database.value(sql, (self.dispute_id,))
        name = "" if tag_id is None else library.codebook.tag(tag_id).name
        return message("edit.settle_dispute", name=name)

    def apply(self, library: EditContext, ledger: Ledger) -> None:
        known = ledger.row("disputes", self.dispute_id)
        if known is None:
            raise stale_edit_error(library.database)
        if known["settled_at"] is None:
            ledger.update("disputes", self.dispute_id, settled_at=utc_now())


@dataclass(frozen=True, slots=True)
class JudgeAgain:
    """The same ear's second judgment on one tag of a whole song; the first one stays as it is.

    Raises LibraryError where there is no first one. Of the context's facts, what was heard is kept.
    """

    song_id: int
    tag_id: int
    state: State
    context: DecisionContext = BY_EAR

    def title(self, library: EditContext) -> str:
        name, state = tag_name_and_state(library, self.tag_id, self.state)
        return message("edit.judge_again", name=name, state=state)

    def apply(self, library: EditContext, ledger: Ledger) -> None:
        first = library.annotations.of_song_and_tag(self.song_id, self.tag_id)
        if first is None:
            raise LibraryError("repeat.no_first")
        slot = {
            "song_id": self.song_id,
            "tag_id": self.tag_id,
            "annotator_id": library.annotators.current.id,
            "created_at": utc_now(),
        }
        ledger.insert(
            "repeats",
            **slot,
            state=self.state.value,
            first_state=first.state.value,
            first_at=first.updated_at,
            guess_visible=int(self.context.guess_visible),
            model_id=self.context.model_id,
            codebook_version=library.codebook.version(),
        )
        facts = self.context.facts
        if facts is not None and facts.listened is not None:
            write_listened(ledger, slot, facts.listened)
