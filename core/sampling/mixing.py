"""One queue out of several reasons: a fixed share at random, the rest in turns, artists apart.

Equal pools, plans and seeds give equal queues.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from core.library.queue_records import Reason
from core.sampling.sampling_records import Pick, Pool, QueuePlan, Ranking

ARTIST_GAP = 5  # songs before an artist comes again
LOOK_AHEAD = 50  # songs of a ranking among which another artist is looked for


def mix(
    pool: Pool, plan: QueuePlan, drawn: NDArray[np.int64], rankings: Mapping[Reason, Ranking]
) -> tuple[Pick, ...]:
    """Mix a queue of plan.n_songs songs, or of as many as there are.

    drawn: an order of the songs not judged, as of reasons.drawn. The random part is its beginning,
    and is taken out of the rankings first: so it stays a random sample, whatever else is chosen.
    Where no reason chooses a song that is not judged, the whole queue goes on through drawn.
    """
    known = [drawn, *(ranking.rows for ranking in rankings.values())]
    n_songs = min(plan.n_songs, len(np.unique(np.concatenate(known))))
    slots = random_slots(n_songs, plan.random_share, plan.seed)
    n_random = int(slots.sum())
    sample = iter(drawn.tolist())
    chooser = _Chooser(pool, plan, rankings, set(drawn[:n_random].tolist()))
    picks = list[Pick]()
    for is_random in slots.tolist():
        pick = None if is_random else chooser.next()
        if pick is None and (is_random or not chooser.chose_open):
            row = next(sample, None)
            if row is not None:
                chooser.claim(row)
                pick = Pick(row, Reason.RANDOM)
        if pick is not None:
            picks.append(pick)
    return tuple(picks)


def random_slots(n_songs: int, share: float, seed: int) -> NDArray[np.bool_]:
    """Choose which songs of a queue are drawn at random: (n_songs,), share of them, rounded.

    One in each stretch of equal length, so that every beginning has about its share; where in it,
    the seed decides, so that nobody knows which song is next.
    """
    slots = np.zeros(n_songs, np.bool_)
    n_random = min(n_songs, round(n_songs * share))
    if n_random:
        edges = np.linspace(0, n_songs, n_random + 1).astype(np.int64)
        random = np.random.default_rng([seed, 4])
        slots[random.integers(edges[:-1], edges[1:])] = True
    return slots


class _Chooser:
    """Takes songs from rankings in turns, by weight; none twice, artists apart."""

    def __init__(
        self, pool: Pool, plan: QueuePlan, rankings: Mapping[Reason, Ranking], claimed: set[int]
    ) -> None:
        self._pool, self._claimed = pool, claimed
        self._recent: deque[int] = deque(maxlen=ARTIST_GAP)
        self._left = {
            reason: deque(zip(ranking.rows.tolist(), ranking.columns.tolist(), strict=True))
            for reason, ranking in rankings.items()
            if plan.weights.get(reason, 0.0) > 0.0
        }
        self._weights = plan.weights
        self._given = dict.fromkeys(self._left, 0.0)
        self._judged = pool.judged
        self.chose_open = False  # a song that is not judged

    def claim(self, row: int) -> None:
        """Choose a song never again; its artist was just heard."""
        self._claimed.add(row)
        self._recent.append(int(self._pool.artists[row]))

    def next(self) -> Pick | None:
        """Return the next song of the reason that is most behind its weight; None without any."""
        while self._left:
            reason = min(self._left, key=lambda one: (self._given[one] + 0.5) / self._weights[one])
            found = self._next_of(self._left[reason])
            if found is None:
                del self._left[reason]
                continue
            self._given[reason] += 1.0
            row, column = found
            self.claim(row)
            self.chose_open |= not self._judged[row]
            return Pick(row, reason, column)
        return None

    def _next_of(self, ranked: deque[tuple[int, int]]) -> tuple[int, int] | None:
        """Take the first song by an artist not heard lately, else the first."""
        ahead = list[tuple[int, int]]()
        while ranked and len(ahead) < LOOK_AHEAD:
            row, column = ranked.popleft()
            if row in self._claimed:
                continue
            artist = int(self._pool.artists[row])
            if artist < 0 or artist not in self._recent:
                ranked.extendleft(reversed(ahead))
                return row, column
            ahead.append((row, column))
        if not ahead:
            return None
        ranked.extendleft(reversed(ahead[1:]))
        return ahead[0]
