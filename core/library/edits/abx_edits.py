"""Edits of listening tests of two words."""

from __future__ import annotations

from dataclasses import dataclass

from core.library.abx_records import AnsweredTrial
from core.library.abx_tests import trials_to_json
from core.library.edits.edit_context import EditContext
from core.library.edits.journal import Ledger
from core.library.text import utc_now
from core.messages import message


@dataclass(frozen=True, slots=True, repr=False)
class KeepAbxTest:
    """A listening test of two tags was done to its end. seed: drew its trials."""

    tag_id: int
    other_tag_id: int
    seed: int
    trials: tuple[AnsweredTrial, ...]

    def __repr__(self) -> str:
        """Leave the trials out: they are in the journal's rows."""
        tags = f"tag_id={self.tag_id}, other_tag_id={self.other_tag_id}"
        return f"KeepAbxTest({tags}, {len(self.trials)} trials)"

    def title(self, library: EditContext) -> str:
        ids = (self.tag_id, self.other_tag_id)
        name, other = (library.codebook.tag(tag_id).name for tag_id in ids)
        return message("edit.keep_abx", name=name, other=other)

    def apply(self, library: EditContext, ledger: Ledger) -> None:
        for tag_id in (self.tag_id, self.other_tag_id):
            library.codebook.tag(tag_id)
        ledger.insert(
            "abx_tests",
            tag_id=self.tag_id,
            other_tag_id=self.other_tag_id,
            annotator_id=library.annotators.current.id,
            n_trials=len(self.trials),
            n_correct=sum(trial.is_right for trial in self.trials),
            seed=self.seed,
            trials=trials_to_json(self.trials),
            codebook_version=library.codebook.version(),
            created_at=utc_now(),
        )


def merge_tests(library: EditContext, ledger: Ledger, tag_id: int, into_id: int) -> None:
    """Let tests of a tag that goes be of the one that takes its decisions; none is of one word."""
    sql = "SELECT id FROM abx_tests WHERE ? IN (tag_id, other_tag_id)"
    rows = ledger.rows("abx_tests", library.database.ids(sql, (tag_id,)).tolist())
    for row_id, row in rows.items():
        if into_id in (row["tag_id"], row["other_tag_id"]):
            ledger.delete("abx_tests", row_id)
            continue
        column = "tag_id" if row["tag_id"] == tag_id else "other_tag_id"
        ledger.update("abx_tests", row_id, **{column: into_id})
