"""A queue that is under way, ranked again by what was learned since it was drawn.

What was drawn stays in its place with its mark: songs at random, to hear again, of every stratum.
So does what was shown, skipped or answered. Only the other songs give way to better ones.
"""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence

from core.library.queue_records import NewItem, QueueItem, Reason
from core.sampling.sampling_records import WordOrder

DRAWN = frozenset({Reason.RANDOM, Reason.AGAIN, Reason.STRATUM})


def waiting_items(items: Sequence[QueueItem], after: int) -> list[QueueItem]:
    """Return the items that may give way, in order. after: the last position that may not."""
    return [
        item
        for item in items
        if item.position > after
        and item.reason not in DRAWN
        and not (item.answered or item.shown_at or item.skipped_at)
    ]


def fill_again(
    items: Sequence[QueueItem], chosen: Sequence[NewItem], after: int
) -> Mapping[int, NewItem]:
    """Put chosen songs, the best first, where items wait; return what changes, by position.

    chosen: may hold songs that stay elsewhere in the queue, which are left out: it may have gone on
    since they were chosen. Where they are too few, songs that waited before go on waiting.
    """
    waiting = waiting_items(items, after)
    taken = {item.song_id for item in items} - {item.song_id for item in waiting}
    songs = {one.song_id: one for one in reversed(chosen) if one.song_id not in taken}
    best = [one for one in dict.fromkeys(chosen) if songs.get(one.song_id) is one]
    rest = [_as_it_is(item) for item in waiting if item.song_id not in songs]
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
