"""The prequential record: what was predicted of a decision before it was made (Dawid 1984).

Rows are written with the decision they belong to, by its edit (DecisionContext.facts), and go and
return with it. One whose decision no longer stands counts nowhere.
"""

from __future__ import annotations

from core.library.annotators import Annotators
from core.library.db.database import Database, Row
from core.library.queue_records import PredictedDecision
from core.library.records import State

_COLUMNS = (
    "p.id, p.song_id, p.tag_id, p.model_id, p.n_decisions, p.score, p.state, p.guess_visible,"
    " p.is_random, p.created_at"
)
# The decision it belongs to has its time of creation; one made anew has another.
_STANDING = (
    " FROM prequential p JOIN annotations a ON a.song_id = p.song_id AND a.tag_id = p.tag_id"
    " AND a.annotator_id = p.annotator_id AND a.start_s IS NULL AND a.created_at = p.created_at"
    " WHERE p.annotator_id = ?"
)


class Prequential:
    """Reading predictions made before decisions. Every method may raise LibraryError."""

    def __init__(self, database: Database, annotators: Annotators) -> None:
        self._database = database
        self._annotators = annotators
        # A library of version 16 that is open for reading only has none yet.
        self._is_kept = database.has_column("prequential", "score")

    def all(self) -> list[PredictedDecision]:
        """Return the current annotator's predicted decisions, in the order they were made."""
        return self._read("", ())

    def of_tag(self, tag_id: int) -> list[PredictedDecision]:
        """Return those on one tag, in the order they were made."""
        return self._read(" AND p.tag_id = ?", (tag_id,))

    def counts_by_tag(self) -> dict[int, int]:
        """Count them by tag id."""
        if not self._is_kept:
            return {}
        sql = f"SELECT p.tag_id, count(*){_STANDING} GROUP BY p.tag_id"
        return dict(self._database.rows(sql, (self._annotators.current.id,)))

    def _read(self, condition: str, values: tuple[int, ...]) -> list[PredictedDecision]:
        if not self._is_kept:
            return []
        sql = f"SELECT {_COLUMNS}{_STANDING}{condition} ORDER BY p.id"
        rows = self._database.rows(sql, (self._annotators.current.id, *values))
        return [_predicted(row) for row in rows]


def _predicted(row: Row) -> PredictedDecision:
    values = list(row)
    values[6], values[7], values[8] = State(row[6]), bool(row[7]), bool(row[8])
    return PredictedDecision(*values)
