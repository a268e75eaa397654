"""What a score is worth: how many of the held-out songs that scored alike have the tag.

Counted, not fitted: where too few songs scored alike nothing is said. No numpy; views ask it.
"""

from __future__ import annotations

from collections.abc import Sequence

ENOUGH_ALIKE = 10  # songs
FARTHEST = 0.1  # scores further apart are not alike


def share_alike(like: Sequence[Sequence[int]], score: float) -> float | None:
    """The share of songs with the tag, 0 to 1, among the held-out ones with a similar score.

    like: (songs with the tag, songs) for each of equally wide slots of the scores, from 0 to 1
    (metrics.score_counts). Slots on both sides are added until ten songs are together; None
    where they are not within a tenth of the score.
    """
    n_slots = len(like)
    if not n_slots:
        return None
    middle = min(max(int(score * n_slots), 0), n_slots - 1)
    for reach in range(int(FARTHEST * n_slots) + 1):
        near = like[max(0, middle - reach) : middle + reach + 1]
        yes, songs = sum(each[0] for each in near), sum(each[1] for each in near)
        if songs >= ENOUGH_ALIKE:
            return yes / songs
    return None
