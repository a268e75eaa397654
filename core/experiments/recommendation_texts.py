"""A recommendation in plain sentences, for people who know music and not statistics.

Numbers are told as pairs of 100, as everywhere in the window: how often a song with the tag is put
above a song without it.
"""

from __future__ import annotations

from core.experiments.recommendation_records import Recommendation, SystemEvidence, Verdict
from core.experiments.small_plan import TRIED_BY_LABEL
from core.messages import message
from core.metrics.metric_records import Estimate

CLOSE = 0.05  # a difference within it, range and all, makes no difference to who tags
NO_MATTER = 0.02  # so little more from a test with artists apart: who plays is no matter
FEW_S, MANY_S = 0.095, 9.5  # a time has tenths between them


def headline(found: Recommendation) -> str:
    """Say the recommendation in one sentence."""
    if found.verdict is Verdict.UNKNOWN:
        return message("recommendation.unknown")
    if found.verdict is Verdict.NOTHING:
        return message("recommendation.nothing")
    n_others = len(_others(found))
    if found.verdict is Verdict.BEST:
        return message("recommendation.best", n=n_others)
    if found.verdict is Verdict.OTHER:
        return message("recommendation.other", name=found.evidence(found.chosen).name)
    highs = [one.difference.high for one in _others(found) if one.difference.high is not None]
    if highs and max(highs) <= CLOSE:
        return message("recommendation.as_well", n=n_others)
    return message("recommendation.none_better", n=n_others)


def sentences(found: Recommendation) -> tuple[str, ...]:
    """Say what it rests on, what it means, what it costs, and what can be done with it."""
    own = found.evidence(found.own)
    if found.verdict is Verdict.UNKNOWN:
        reason = own.wauc.reason or own.reason or message("experiments.not_finished")
        return (reason, message("recommendation.answer_more"))
    lines = [_evidence(found)]
    if found.verdict is Verdict.NOTHING:
        return (*lines, message("recommendation.answer_more"))
    if found.verdict is Verdict.OTHER:
        lines.append(_advantage(found))
    else:
        lines += _runner_up(found)
    lines += _timbre(found)
    lines += _songs(found)
    lines += _by_song(found)
    if not found.by_artist:
        lines.append(message("experiments.artists_apart"))
    lines += _costs(found.evidence(found.chosen))
    lines.append(_next(found))
    return tuple(lines)


def pairs_text(number: Estimate) -> str:
    """Write a WAUC as pairs of 100 with its range: "84 (80–87)"; a dash for none."""
    if number.value is None:
        return "–"
    if number.low is None or number.high is None:
        return str(_pairs(number.value))
    return f"{_pairs(number.value)} ({_pairs(number.low)}–{_pairs(number.high)})"


def seconds_text(seconds: float) -> str:
    """Write a time as "12 s", "0.4 s" or "3 ms"."""
    if seconds < FEW_S:
        return message("recommendation.time_ms", ms=max(round(seconds * 1000), 1))
    if seconds < MANY_S:
        return message("recommendation.time_tenths", seconds=seconds)
    return message("recommendation.time_s", seconds=round(seconds))


def _others(found: Recommendation) -> list[SystemEvidence]:
    """Return the other systems that have a number."""
    own = found.own
    return [one for one in found.systems if one.label != own and one.wauc.value is not None]


def _evidence(found: Recommendation) -> str:
    return message(
        "recommendation.evidence",
        pairs=pairs_text(found.corrected),
        n_songs=found.n_songs,
        n_artists=found.n_artists,
        n_tags=found.n_tags,
    )


def _advantage(found: Recommendation) -> str:
    """Say by how much the chosen one is better, and what its choice added to its number."""
    chosen = found.evidence(found.chosen)
    low, high = chosen.difference.interval or (0.0, 0.0)
    return message(
        "recommendation.advantage",
        difference=_pairs(chosen.difference.value or 0.0),
        low=_pairs(low),
        high=_pairs(high),
        own=pairs_text(found.evidence(found.own).wauc),
        optimism=100.0 * found.optimism,
        n=len(_others(found)) + 1,
    )


def _runner_up(found: Recommendation) -> list[str]:
    """Name a system with a higher number, and say why it is not recommended."""
    best = max(found.systems, key=lambda one: one.wauc.value or 0.0)
    if best.label == found.own or best.difference.interval is None:
        return []
    return [
        message(
            "recommendation.not_clearly",
            name=best.name,
            pairs=_pairs(best.wauc.value or 0.0),
            optimism=100.0 * found.optimism,
            n=len(_others(found)) + 1,
        )
    ]


def _timbre(found: Recommendation) -> list[str]:
    """Say whether the tags are about timbre, where the numbers can tell."""
    if TRIED_BY_LABEL[found.chosen].about_timbre:
        return [message("recommendation.about_timbre")]
    known = [
        one
        for one in found.systems
        if TRIED_BY_LABEL[one.label].about_timbre and one.difference.interval is not None
    ]
    if not known:
        return []
    best = max(known, key=lambda one: one.wauc.value or 0.0)
    low, high = best.difference.interval or (-1.0, 1.0)
    pairs = _pairs(best.wauc.value or 0.0)
    if low >= -CLOSE and high <= CLOSE:
        return [message("recommendation.mostly_timbre", pairs=pairs)]
    if high < 0.0:
        return [message("recommendation.more_than_timbre", pairs=pairs)]
    return []


def _songs(found: Recommendation) -> list[str]:
    """Say whether more labelled songs have helped."""
    curve = found.evidence(found.own).curve
    few = [point for point in curve if not point.is_all]
    most = [point for point in curve if point.is_all]
    if not few or not most or found.gain.interval is None:
        return []
    low, high = found.gain.interval
    fewer, more = few[-1].n_labelled, most[-1].n_labelled
    if low > 0.0:
        return [
            message(
                "recommendation.songs_helped",
                gain=f"{100 * (found.gain.value or 0.0):.0f}",
                low=f"{100 * low:.0f}",
                high=f"{100 * high:.0f}",
                fewer=fewer,
                more=more,
            )
        ]
    return [message("recommendation.songs_unclear", fewer=fewer, more=more)]


def _by_song(found: Recommendation) -> list[str]:
    """Say what a test that takes artists apart would add, and whether it is more than chance."""
    chosen = found.evidence(found.chosen)
    if chosen.by_song is None or chosen.wauc.value is None or not found.by_artist:
        return []
    by_song, by_artist = _pairs(chosen.by_song), _pairs(chosen.wauc.value)
    low, high = chosen.by_song_gain.interval or (-1.0, 1.0)
    if high <= NO_MATTER:
        return [message("recommendation.as_good", by_song=by_song)]
    if low > 0.0:
        return [message("recommendation.too_good", by_song=by_song, by_artist=by_artist)]
    return [message("recommendation.as_good_unclear", by_song=by_song, by_artist=by_artist)]


def _costs(chosen: SystemEvidence) -> list[str]:
    if chosen.fit_s is None or chosen.score_s is None:
        return []
    fit_s, score_s = seconds_text(chosen.fit_s), seconds_text(chosen.score_s)
    return [message("recommendation.costs", fit_s=fit_s, score_s=score_s)]


def _next(found: Recommendation) -> str:
    """Say what can be done with it."""
    if found.verdict is not Verdict.OTHER:
        return message("recommendation.next_own")
    if found.depth:
        return message("recommendation.next_depth")
    return message("recommendation.next_comparison")


def _pairs(share: float) -> int:
    return 100 if share >= 1.0 else min(round(100 * max(share, 0.0)), 99)
