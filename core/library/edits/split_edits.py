"""The edit that stores a published split of a data set: the side of every song."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass

from core.library.edits.edit_context import EditContext
from core.library.edits.journal import Ledger
from core.messages import message


@dataclass(frozen=True, slots=True, repr=False)
class StoreSplit:
    """Put songs on sides of a named split; others of it stay where they are.

    sides: "train", "valid" or "test" by audio hash.
    """

    name: str
    sides: Mapping[str, str]

    def __repr__(self) -> str:
        """Leave the songs out: they are in the journal's rows."""
        return f"StoreSplit({self.name!r}, {len(self.sides)} songs)"

    def title(self, _library: EditContext) -> str:
        return message("edit.store_split", name=self.name)

    def apply(self, library: EditContext, ledger: Ledger) -> None:
        sql = (
            "SELECT * FROM named_splits WHERE name = ?"
            " AND audio_hash IN (SELECT value FROM json_each(?))"
        )
        values = (self.name, json.dumps(list(self.sides)))
        rows = library.database.rows_as_dicts(sql, values)
        there = {row["audio_hash"] for row in rows}
        former = {row["id"]: row for row in rows}
        changed = {
            row_id: {"side": self.sides[row["audio_hash"]]} for row_id, row in former.items()
        }
        ledger.update_rows("named_splits", changed, former)
        ledger.insert_rows(
            "named_splits",
            [
                {"name": self.name, "audio_hash": sound, "side": side}
                for sound, side in self.sides.items()
                if sound not in there
            ],
        )
