"""How far live heads start from the network's own opinion, where no full round has chosen it."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from core.jobs import SILENT, JobContext
from core.library.records import Labels
from core.training.labels import judged_songs, outputs_by_column, select_songs
from core.training.live_heads import LiveHeads
from core.training.live_round import USUAL_SHARE, carried_share
from core.training.live_space import LiveSpace
from core.training.teach_words import PRIOR_SHARES, log_loss

MAX_WORDS, MAX_SONGS = 12, 200  # looked at, so that a start takes no longer for it
MIN_DECISIONS = 40  # fewer choose nothing


def choose_share(
    space: LiveSpace,
    labels: Labels,
    parent_tags: tuple[int | None, ...] = (),
    job: JobContext = SILENT,
) -> float:
    """Return the last round's share, else that of PRIOR_SHARES with the lowest held-out loss.

    Of words that the model knows, those with the most decisions. Raises Cancelled.
    """
    carried = carried_share(space.parent.card)
    if carried is not None:
        return carried
    known = sorted(outputs_by_column(labels, space.parent.words, parent_tags))
    judged = judged_songs(labels)
    some = select_songs(judged, np.arange(min(len(judged.song_ids), MAX_SONGS)))
    counts = (some.states[:, known] >= 0).sum(axis=0)
    chosen = np.array(known, dtype=np.int64)[np.argsort(-counts, kind="stable")[:MAX_WORDS]]
    if counts.sum() < MIN_DECISIONS:
        return USUAL_SHARE
    few = replace(
        some,
        tag_ids=some.tag_ids[chosen],
        tag_names=tuple(some.tag_names[column] for column in chosen),
        states=some.states[:, chosen],
        weak_no=frozenset(),
    )
    losses = [_loss(LiveHeads(space, few, parent_tags, share), few, job) for share in PRIOR_SHARES]
    return PRIOR_SHARES[int(np.argmin(losses))]


def _loss(heads: LiveHeads, labels: Labels, job: JobContext) -> float:
    """Average the loss of what words say of songs without their artists."""
    heads.refit(job)
    states, logits = [], []
    for tag_id in heads.words:
        song_ids, held_out = heads.held_out(tag_id)
        rows = np.searchsorted(labels.song_ids, song_ids, sorter=np.argsort(labels.song_ids))
        rows = np.argsort(labels.song_ids)[rows]
        states.append(labels.states[rows, heads.tag_ids.index(tag_id)])
        logits.append(held_out)
    return log_loss(np.concatenate(states), np.concatenate(logits)) if states else 0.0
