"""Progress and failures of all parts in one place: from their records alone, no song is counted."""

from __future__ import annotations

import time
from collections.abc import Sequence

from core.collection.collection_folder import CollectionFolder
from core.collection.collection_records import CollectionStatus, ShardRecord, by_cause
from core.collection.planning import ensure_unmixed
from core.collection.shard_run import WRITE_EVERY_S

ALIVE_S = 6 * WRITE_EVERY_S  # the clocks of machines differ, and network drives are slow


def collection_status(folder: CollectionFolder, now_s: float | None = None) -> CollectionStatus:
    """Read how far all parts are. now_s: the time, since 1970.

    Raises CollectionError where there is no plan, or parts of different kinds are mixed.
    """
    now_s = time.time() if now_s is None else now_s
    plan = folder.read_plan()
    records = ensure_unmixed(folder, plan, of=0)
    of = records[0].shard.of if records else 0
    begun = {record.shard.number for record in records}
    alive = frozenset(
        record.shard.number
        for record in records
        if not record.is_finished and now_s - record.updated_s < ALIVE_S
    )
    failures = [failed for record in records for failed in record.failures]
    n_left = len(plan.songs) - sum(record.n_done for record in records) - len(failures)
    return CollectionStatus(
        plan=plan,
        records=records,
        missing=tuple(number for number in range(1, of + 1) if number not in begun),
        alive=alive,
        seconds_left=_seconds_left(n_left, [r for r in records if r.shard.number in alive]),
        causes=by_cause(failures),
    )


def _seconds_left(n_left: int, at_work: Sequence[ShardRecord]) -> float | None:
    """Estimate how long the songs that wait will take, at the rate of the parts at work."""
    rate = sum(record.songs_per_minute or 0.0 for record in at_work)
    if n_left <= 0:
        return 0.0
    return 60.0 * n_left / rate if rate else None
