"""The queues there are: whole songs for many reasons; one word by doubt, by score or by strata."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from core.library.queue_records import Reason
from core.sampling import reasons
from core.sampling.mixing import mix
from core.sampling.sampling_records import Pick, Pool, QueuePlan, Ranking, WordOrder
from core.sampling.strata import draw_strata, strata

JUDGED_SHARE = 0.1  # of a queue, at most, for the songs of each reason that were judged already


def choose_songs(
    pool: Pool,
    plan: QueuePlan,
    contradicted: Sequence[tuple[int, int]] = (),
    judged_before: Sequence[int] = (),
) -> tuple[Pick, ...]:
    """Choose whole songs: unsure, unlike, rare, in dispute, to hear again, and at random.

    contradicted: decisions (song id, tag id) that the model contradicts, the clearest first.
    judged_before: ids of songs judged long enough ago to be heard again.
    """
    rankings = {
        **_rankings(pool, plan, contradicted),
        Reason.AGAIN: reasons.again(pool, judged_before, plan.seed).first(_most_judged(plan)),
    }
    return mix(pool, plan, reasons.drawn(pool, plan.seed), rankings)


def rank_songs(
    pool: Pool, plan: QueuePlan, staying: NDArray[np.int64], contradicted: Sequence[tuple[int, int]]
) -> tuple[Pick, ...]:
    """Rank whole songs anew for a queue under way: nothing is drawn. staying: rows not to choose.

    plan.n_songs: that wait in it.
    """
    among = replace(plan, n_songs=plan.n_songs + len(staying))
    return _mix_ranked(pool, plan, staying, _rankings(pool, among, contradicted))


def rank_for_word(pool: Pool, plan: QueuePlan, staying: NDArray[np.int64]) -> tuple[Pick, ...]:
    """Rank songs anew for the one word of a pool, the least certain first; as of rank_songs."""
    return _mix_ranked(pool, plan, staying, {Reason.UNSURE: reasons.unsure_of(pool, 0)})


def _rankings(
    pool: Pool, plan: QueuePlan, contradicted: Sequence[tuple[int, int]]
) -> dict[Reason, Ranking]:
    """Rank whole songs for every reason that is none of chance."""
    return {
        Reason.UNSURE: reasons.unsure(pool, plan.n_songs, plan.seed),
        Reason.UNLIKE: reasons.unlike(pool, plan.n_songs, plan.seed),
        Reason.RARE: reasons.rare(pool),
        Reason.DISAGREE: reasons.disagree(pool, contradicted[: _most_judged(plan)]),
    }


def _mix_ranked(
    pool: Pool,
    plan: QueuePlan,
    staying: NDArray[np.int64],
    rankings: Mapping[Reason, Ranking],
) -> tuple[Pick, ...]:
    nothing = np.zeros(0, np.int64)
    left = {reason: ranking.without(staying) for reason, ranking in rankings.items()}
    return mix(pool, replace(plan, random_share=0.0), nothing, left)


def _most_judged(plan: QueuePlan) -> int:
    return max(1, round(plan.n_songs * JUDGED_SHARE))


def choose_for_word(
    pool: Pool, plan: QueuePlan, order: WordOrder, judged_before: Sequence[int] = ()
) -> tuple[Pick, ...]:
    """Choose songs for the one word of a pool: the least certain first, and some at random.

    order: SCORE takes the highest score first instead, which finds most songs with the word, and
    lets a recall be certified (stopping.found_sample). judged_before: as of choose_songs.
    """
    by_score = order is WordOrder.SCORE
    rankings = {
        Reason.UNSURE: reasons.likely_of(pool, 0) if by_score else reasons.unsure_of(pool, 0),
        Reason.AGAIN: reasons.again(pool, judged_before, plan.seed).first(_most_judged(plan)),
    }
    return mix(pool, plan, reasons.drawn(pool, plan.seed), rankings)


def choose_by_strata(pool: Pool, n_songs: int, seed: int) -> tuple[Pick, ...]:
    """Choose songs not judged on the one word of a pool from every tenth of its scores."""
    scores = np.where(pool.judged, np.nan, pool.probabilities[:, 0])
    return draw_strata(strata(scores), 0, n_songs, seed)
