"""Whether a guess on screen leads the ear: decisions with it beside decisions without it.

Only tags that the model would suggest are compared, by scores from before the decision; decisions
for many songs at once are left out, as nobody looked at each of their guesses. Nobody has
drawn which guesses are hidden, so equal tags at like scores are set beside each other (Mantel and
Haenszel 1959), and artists are resampled; what is left may still be chance of another kind.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from core.evaluation.time_ledger_records import GuessEffect
from core.jobs import SILENT, JobContext
from core.library.decision_log import StandingDecision
from core.library.records import ModelRow
from core.library.store import Library
from core.messages import message
from core.metrics.bootstrap import resample_groups
from core.metrics.intervals import (
    MIN_ARTISTS,
    MIN_SONGS,
    difference_interval,
    estimate,
    no_interval_reason,
    share_interval,
)
from core.metrics.metric_records import Estimate
from core.metrics.thresholds import DEFAULT, NEVER, suggestion_threshold
from core.training.artist_groups import artist_groups

BANDS = (0.5, 0.6, 0.7, 0.8, 0.9)  # between which scores are alike

Floats = NDArray[np.float64]


def guess_effect(
    library: Library,
    seconds: tuple[float | None, float | None] = (None, None),
    job: JobContext = SILENT,
) -> GuessEffect:
    """Compare yes rates of suggested tags with guesses shown and hidden.

    seconds: median seconds a decision with guesses shown and hidden. Raises LibraryError,
    Cancelled.
    """
    at_once = library.bulk_decisions.standing(job)
    decisions = [
        one for one in library.decision_log.standing() if (one.song_id, one.tag_id) not in at_once
    ]
    scores, thresholds = scores_before(library, decisions, job)
    suggested = np.flatnonzero(scores >= thresholds)
    chosen = [decisions[index] for index in suggested.tolist()]
    strata = np.array([one.tag_id for one in chosen], np.int64) * (len(BANDS) + 1)
    strata += np.digitize(scores[suggested], BANDS)
    found = compare_rates(
        np.array([one.is_yes for one in chosen], np.bool_),
        np.array([one.guess_visible for one in chosen], np.bool_),
        strata,
        _artists(library, [one.song_id for one in chosen]),
    )
    return replace(found, shown_s=seconds[0], hidden_s=seconds[1])


def scores_before(
    library: Library, decisions: Sequence[StandingDecision], job: JobContext = SILENT
) -> tuple[Floats, Floats]:
    """Return the score of each decision's tag by a model from before it, and its threshold.

    The one kept with it, as it was predicted just before; else by the model whose guess was on
    screen; else by the newest one that was there, knows the tag and has heard the song. NaN where
    there is none. Both (n_decisions,).
    """
    scores = np.full(len(decisions), np.nan)
    thresholds = np.full(len(decisions), np.nan)
    _take_kept(library, decisions, scores, thresholds)
    for row in sorted(library.models.list(), key=lambda row: row.created_at, reverse=True):
        job.check()
        wanted = [
            index
            for index, one in enumerate(decisions)
            if np.isnan(scores[index])
            and one.created_at >= row.created_at
            and one.model_id in (None, row.id)
        ]
        if wanted:
            _take_scores(library, row, decisions, wanted, scores, thresholds)
    return scores, thresholds


def _take_kept(
    library: Library, decisions: Sequence[StandingDecision], scores: Floats, thresholds: Floats
) -> None:
    """Fill in what was predicted of decisions just before them, by the live heads, too."""
    kept = {(one.song_id, one.tag_id): one for one in library.prequential.all()}
    least: dict[int | None, dict[int, float]] = {None: {}}
    for index, decision in enumerate(decisions):
        prior = kept.get((decision.song_id, decision.tag_id))
        if prior is None or prior.created_at != decision.created_at:
            continue
        if prior.model_id not in least:
            row = library.models.get(prior.model_id or 0)
            least[prior.model_id] = {} if row is None else _thresholds(library, row)
        threshold = least[prior.model_id].get(decision.tag_id, DEFAULT)
        if threshold < NEVER:
            scores[index], thresholds[index] = prior.score, threshold


def _thresholds(library: Library, row: ModelRow) -> dict[int, float]:
    """Map tags to the score from which on a model suggests them, NEVER for those it cannot."""
    whole = library.models.get(row.id) or row
    own = library.evaluation.thresholds(row.id)
    return {
        tag.id: suggestion_threshold(whole.metrics, tag.name, own.get(tag.id))
        for tag in library.codebook.tags(include_retired=True)
    }


def _take_scores(
    library: Library,
    row: ModelRow,
    decisions: Sequence[StandingDecision],
    wanted: Sequence[int],
    scores: Floats,
    thresholds: Floats,
) -> None:
    least = _thresholds(library, row)
    words: dict[int, list[int]] = {}
    for column, tag_id in enumerate(library.models.tag_ids(row.id)):
        if tag_id is not None and least.get(tag_id, NEVER) < NEVER:
            words.setdefault(tag_id, []).append(column)
    ids, matrix = library.predictions.matrix(row.id)
    rows = {int(song_id): at for at, song_id in enumerate(ids.tolist())}
    for index in wanted:
        one = decisions[index]
        if one.song_id in rows and one.tag_id in words:
            scores[index] = matrix[rows[one.song_id], words[one.tag_id]].max()
            thresholds[index] = least[one.tag_id]


def _artists(library: Library, song_ids: Sequence[int]) -> NDArray[np.int64]:
    """Number the artist of each song; one without an artist is one of its own."""
    labels = library.annotations.labels()
    names = dict(zip(labels.song_ids.tolist(), artist_groups(labels), strict=True))
    keys = [names[song_id] or f"\0{song_id}" for song_id in song_ids]
    numbers = {key: number for number, key in enumerate(dict.fromkeys(keys))}
    return np.array([numbers[key] for key in keys], np.int64)


def compare_rates(
    is_yes: NDArray[np.bool_],
    shown: NDArray[np.bool_],
    strata: NDArray[np.int64],
    artists: NDArray[np.int64],
) -> GuessEffect:
    """Compare the share of yes where shown with the share where not, within strata.

    All (n,). The difference is the Mantel-Haenszel risk difference; intervals by artists.
    """
    groups = resample_groups(artists, 1)
    counts = groups.counts
    rates = [_rate(is_yes, side, groups.groups, counts) for side in (shown, ~shown)]
    _, stratum = np.unique(strata, return_inverse=True)
    n_strata = int(stratum.max()) + 1 if len(stratum) else 0
    both = np.zeros(n_strata, np.bool_)
    for number in range(n_strata):
        sides = shown[stratum == number]
        both[number] = sides.any() and not sides.all()
    compared = both[stratum] if n_strata else np.zeros(0, np.bool_)
    return GuessEffect(
        int(shown.sum()),
        int((~shown).sum()),
        rates[0],
        rates[1],
        _difference(is_yes[compared], shown[compared], stratum[compared],
                    groups.groups[compared], counts),
        int(compared.sum()),
        len(np.unique(groups.groups[compared])),
    )  # fmt: skip


def _rate(
    is_yes: NDArray[np.bool_],
    side: NDArray[np.bool_],
    groups: NDArray[np.int64],
    counts: NDArray[np.float32],
) -> Estimate:
    n, n_artists = int(side.sum()), len(np.unique(groups[side]))
    if not n:
        return Estimate(None, reason=message("ledger.no_decisions"))
    value = float(is_yes[side].mean())
    if n_artists < MIN_ARTISTS:
        return Estimate(value, reason=_few_artists(n_artists))
    all_of, yes_of = (
        np.bincount(groups[chosen], minlength=len(counts)) @ counts
        for chosen in (side, side & is_yes)
    )
    with np.errstate(invalid="ignore", divide="ignore"):
        replicates = yes_of / all_of
    interval = share_interval(value, replicates, n_artists)
    return estimate(value, interval, no_interval_reason(replicates))


def _difference(
    is_yes: NDArray[np.bool_],
    shown: NDArray[np.bool_],
    stratum: NDArray[np.int64],
    groups: NDArray[np.int64],
    counts: NDArray[np.float32],
) -> Estimate:
    n_least = int(min(shown.sum(), (~shown).sum()))
    if n_least < MIN_SONGS:
        return Estimate(None, reason=message("ledger.few_compared", n=n_least, needed=MIN_SONGS))
    n_artists = len(np.unique(groups))
    tables = [
        _per_stratum(chosen, stratum, groups, counts)
        for chosen in (shown & is_yes, shown, ~shown & is_yes, ~shown)
    ]
    ones = np.ones((len(counts), 1), np.float32)
    value = float(_risk_difference(*(
        _per_stratum(chosen, stratum, groups, ones)
        for chosen in (shown & is_yes, shown, ~shown & is_yes, ~shown)
    ))[0])  # fmt: skip
    if n_artists < MIN_ARTISTS:
        return Estimate(value, reason=_few_artists(n_artists))
    interval = difference_interval(value, _risk_difference(*tables), n_artists)
    return estimate(value, interval, message("metrics.too_uneven"))


def _few_artists(n_artists: int) -> str:
    return message("metrics.few_artists", n=n_artists, needed=MIN_ARTISTS)


def _per_stratum(
    chosen: NDArray[np.bool_],
    stratum: NDArray[np.int64],
    groups: NDArray[np.int64],
    counts: NDArray[np.float32],
) -> Floats:
    """Count chosen decisions by stratum on every resample: (n_strata, n_resamples)."""
    from scipy.sparse import csr_array

    n_strata = int(stratum.max()) + 1
    ones = np.ones(int(chosen.sum()), np.float32)
    table = csr_array((ones, (stratum[chosen], groups[chosen])), shape=(n_strata, len(counts)))
    counted: Floats = np.asarray(table @ counts, np.float64)
    return counted


def _risk_difference(
    shown_yes: Floats, shown: Floats, hidden_yes: Floats, hidden: Floats
) -> Floats:
    """Return the Mantel-Haenszel risk difference of every resample, (n_resamples,)."""
    with np.errstate(invalid="ignore", divide="ignore"):
        n = np.maximum(shown + hidden, 1.0)
        weight = (shown * hidden / n).sum(axis=0)
        found: Floats = ((shown_yes * hidden - hidden_yes * shown) / n).sum(axis=0) / weight
    return found
