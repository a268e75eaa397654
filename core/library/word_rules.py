"""Rules between words that the user accepted, dismissed or wrote; finding them is others' business.

They belong to the codebook: every annotator sees all. A rule never decides anything.
"""

from __future__ import annotations

from core.library.db.database import Database, Row
from core.library.word_rule_records import RuleKind, RuleOrigin, RuleState, RuleWords, WordRule

_COLUMNS = "id, kind, tag_id, other_tag_id, origin, state, annotator_id, created_at"
_IN_USE = (
    "tag_id IN (SELECT id FROM tags WHERE retired_at IS NULL)"
    " AND other_tag_id IN (SELECT id FROM tags WHERE retired_at IS NULL)"
)


class WordRules:
    """Reading rules. Every method may raise LibraryError."""

    def __init__(self, database: Database) -> None:
        self._database = database
        # A library of version 16 that is open for reading only has none yet.
        self._are_kept = database.has_column("word_rules", "kind")

    def all(self) -> list[WordRule]:
        """Return all rules, also dismissed ones and those of retired tags, the first one first."""
        return self._where("1")

    def accepted(self) -> list[WordRule]:
        """Return the rules in force: accepted ones of tags in use, the first one first."""
        return self._where(f"state = 'accepted' AND {_IN_USE}")

    def of_tag(self, tag_id: int) -> list[WordRule]:
        """Return all rules that name a tag, the first one first."""
        return self._where("? IN (tag_id, other_tag_id)", tag_id)

    def find(self, words: RuleWords) -> WordRule | None:
        """Return the rule that says this, None if nobody has decided on it."""
        stored = words.in_order()
        values = (stored.kind.value, stored.tag_id, stored.other_tag_id)
        found = self._where("kind = ? AND tag_id = ? AND other_tag_id = ?", *values)
        return next(iter(found), None)

    def _where(self, condition: str, *values: int | str) -> list[WordRule]:
        if not self._are_kept:
            return []
        sql = f"SELECT {_COLUMNS} FROM word_rules WHERE {condition} ORDER BY id"
        return [_rule(row) for row in self._database.rows(sql, values)]


def _rule(row: Row) -> WordRule:
    words = RuleWords(RuleKind(row[1]), row[2], row[3])
    return WordRule(row[0], words, RuleOrigin(row[4]), RuleState(row[5]), row[6], row[7])
