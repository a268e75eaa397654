"""A queue that is under way, ranked again by what was learned since it was drawn.

What was drawn stays in its place with its mark: songs at random, to hear again, of every stratum.
So does what was shown, skipped or answered. Only the other songs give way to better ones, and the
songs at random beyond their share, of a queue that began before there was a score to rank by.
"""

from __future__ import annotations

import itertools
from collections.abc import Collection, Mapping, Sequence

from core.library.queue_records import NewItem, Queue, QueueItem, Reason
from core.sampling.mixing import random_slots
from core.sampling.sampling_records import WordOrder

DRAWN = frozenset({Reason.RANDOM, Reason.AGAIN, Reason.STRATUM})
UNRANKED = frozenset({Reason.RANDOM, Reason.AGAIN})  # all that a queue has without scores


def spare_positions(queue: Queue, items: Sequence[QueueItem]) -> frozenset[int]:
    """Return where songs at random stand only because nothing could be ranked as a queue began.

    The others stand where random songs of a ranked queue would. Which song stands where is chance,
    so these are as random a sample as all were.
    """
    if not items or any(item.reason not in UNRANKED for item in items):
        return frozenset()
    slots = random_slots(items[-1].position + 1, queue.random_share, queue.seed)
    return frozenset(
        item.position for item in items if item.reason is Reason.RANDOM and not slots[item.position]
    )


def waiting_items(
    items: Sequence[QueueItem], after: int, spare: Collection[int] = ()
) -> list[QueueItem]:
    """Return the items that may give way, in order. after: the last position that may not.

    spare: of spare_positions().
    """
    return [
        item
        for item in items
        if item.position > after
        and (item.reason not in DRAWN or item.position in spare)
        and not (item.answered or item.shown_at or item.skipped_at)
    ]


def fill_again(
    items: Sequence[QueueItem],
    chosen: Sequence[NewItem],
    after: int,
    spare: Collection[int] = (),
) -> Mapping[int, NewItem]:
    """Put chosen songs, the best first, where items wait; return what changes, by position.

    chosen: may hold songs that stay elsewhere in the queue, which are left out: it may have gone on
    since they were chosen. Where they are too few, songs that waited before go on waiting; but of
    spare ones all give way or none: those that scores leave over would be no random sample.
    """
    waiting = waiting_items(items, after, spare)
    taken = {item.song_id for item in items} - {item.song_id for item in waiting}
    songs = {one.song_id: one for one in reversed(chosen) if one.song_id not in taken}
    best = [one for one in dict.fromkeys(chosen) if songs.get(one.song_id) is one]
    rest = [_as_it_is(item) for item in waiting if item.song_id not in songs]
    if spare and len(best) < len(waiting):
        return {}
    return {
        item.position: new
        for item, new in zip(waiting, [*best, *rest], strict=False)
        if new != _as_it_is(item)
    }


def drawn_order(items: Sequence[QueueItem], preferred: WordOrder) -> WordOrder:
    """Tell in which order a kept queue of one word asks. preferred: where both fit as well."""
    if any(item.reason is Reason.STRATUM for item in items):
        return WordOrder.STRATA
    scores = [item.score for item in items if item.reason not in DRAWN and item.score is not None]
    by_score = _n_descents([-score for score in scores])
    by_doubt = _n_descents([abs(score - 0.5) for score in scores])
    if by_score == by_doubt:
        return preferred if preferred is WordOrder.SCORE else WordOrder.UNCERTAIN
    return WordOrder.SCORE if by_score < by_doubt else WordOrder.UNCERTAIN


def _as_it_is(item: QueueItem) -> NewItem:
    return NewItem(item.song_id, item.reason, item.score, item.stratum)


def _n_descents(keys: Sequence[float]) -> int:
    """Count neighbours that do not ascend: artists are held apart, so some never do."""
    return sum(later < earlier for earlier, later in itertools.pairwise(keys))
