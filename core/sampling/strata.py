"""A few songs from every tenth of the scores: how common a word is and how well it is ranked.

Few decisions tell both ("All thresholds barred", Navine et al. 2024): every stratum stands for its
share of the songs. Estimates from the answers: core.metrics.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from core.library.queue_records import Reason
from core.sampling.sampling_records import Pick

N_STRATA = 10


def strata(scores: NDArray[np.floating], n_strata: int = N_STRATA) -> NDArray[np.int64]:
    """Number the tenth of the scores that each song lies in, from 0; -1 without a score: (n,).

    Tenths of the songs, not of the scale: most songs of a rare word score near 0. Equal scores may
    lie in two of them; there the order of the songs decides.
    """
    numbers = np.full(len(scores), -1, np.int64)
    known = np.flatnonzero(np.isfinite(scores))
    order = known[np.argsort(np.asarray(scores)[known], kind="stable")]
    numbers[order] = np.arange(len(order)) * n_strata // max(len(order), 1)
    return numbers


def draw_strata(
    numbers: NDArray[np.int64], column: int, n_songs: int, seed: int
) -> tuple[Pick, ...]:
    """Draw n_songs songs, or as many as there are, from every stratum in turn.

    numbers: of strata(). In each turn the strata come in a drawn order, so that no score can be
    told from the place of a song.
    """
    random = np.random.default_rng([seed, 5])
    n_strata = int(numbers.max(initial=-1)) + 1
    waiting = [
        random.permutation(np.flatnonzero(numbers == one)).tolist() for one in range(n_strata)
    ]
    picks = list[Pick]()
    while any(waiting):
        for stratum in random.permutation(n_strata).tolist():
            if len(picks) == n_songs:
                return tuple(picks)
            if waiting[stratum]:
                picks.append(Pick(waiting[stratum].pop(), Reason.STRATUM, column, stratum))
    return tuple(picks)
