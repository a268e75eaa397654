"""Writing what is kept beside a decision: the prediction before it, and what was heard.

Part of the edit that decides, so that one undo takes back both.
"""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from typing import Any

from core.library.edits.edit_context import EditContext
from core.library.edits.journal import Ledger
from core.library.fact_records import ListenedBefore, PriorScore
from core.library.records import DecisionContext, State

FACT_TABLES = ("prequential", "listened_parts")


def write_prior(
    ledger: Ledger, slot: dict[str, Any], prior: PriorScore, state: State, context: DecisionContext
) -> None:
    """Keep the prediction before a decision. slot: song, tag, annotator and time of it.

    A score that is none is not kept: no fact keeps a decision from being made.
    """
    if not math.isfinite(prior.score):
        return
    ledger.insert(
        "prequential",
        **slot,
        model_id=prior.model_id,
        n_decisions=prior.n_decisions,
        score=min(max(float(prior.score), 0.0), 1.0),  # of float32 it may be a hair beyond
        state=state.value,
        guess_visible=int(context.guess_visible),
        is_random=int(prior.is_random),
    )


def write_listened(ledger: Ledger, slot: dict[str, Any], listened: ListenedBefore) -> None:
    """Keep what was heard before a decision. slot: song, tag, annotator and time of it."""
    if not math.isfinite(listened.listened_s):
        return
    parts = [[round(start_s, 3), round(end_s, 3)] for start_s, end_s in listened.parts]
    listened_s = max(0.0, round(listened.listened_s, 3))
    ledger.insert("listened_parts", **slot, parts=json.dumps(parts), listened_s=listened_s)


def forget_facts(
    library: EditContext, ledger: Ledger, song_ids: Sequence[int], tag_id: int
) -> None:
    """Take away what stands beside decisions on a tag that are taken back."""
    songs = ",".join(str(int(song_id)) for song_id in song_ids)
    values = (f"[{songs}]", tag_id, library.annotators.current.id)
    for table in FACT_TABLES:
        sql = (
            f"SELECT {table}.id FROM json_each(?) AS given CROSS JOIN {table}"
            " ON song_id = given.value WHERE tag_id = ? AND annotator_id = ?"
        )
        row_ids = library.database.ids(sql, values).tolist()
        if row_ids:
            ledger.delete_rows(table, ledger.rows(table, row_ids))
