"""What a review of a few songs from every tenth of the scores tells of its word so far.

It stands for the songs that the tenths were made of: those not judged on the word when the queue
was made, that had a score. Songs left unsure count nowhere.
"""

from __future__ import annotations

import numpy as np

from core.evaluation.prevalence_records import StrataYield
from core.library.queue_records import Queue, Reason
from core.library.records import State
from core.library.store import Library
from core.metrics.prevalence import ScoreBins, stratified_share

N_STRATA = 10  # as queues draw them


def strata_yield(library: Library, queue: Queue) -> StrataYield | None:
    """Estimate the share and the AUC of a queue's word; None where it has no such songs."""
    items = [item for item in library.queues.items(queue.id) if item.reason is Reason.STRATUM]
    if queue.tag_id is None or not items:
        return None
    rows = library.annotations.rows_by_song([item.song_id for item in items], queue.tag_id)
    n, n_yes = np.zeros(N_STRATA, np.int64), np.zeros(N_STRATA, np.int64)
    for item in items:
        state = rows[item.song_id]["state"] if item.song_id in rows else None
        if item.stratum is not None and state in (State.YES, State.NO):
            n[item.stratum] += 1
            n_yes[item.stratum] += state == State.YES
    share, auc = stratified_share(ScoreBins(np.full(N_STRATA, 1.0 / N_STRATA), n_yes, n))
    return StrataYield(int(n.sum()), int(n_yes.sum()), share, auc)
