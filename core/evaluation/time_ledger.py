"""Where an annotator's time went, from the journal: for oneself; nothing of it is sent anywhere.

The time of a decision is the gap since the act before it by the same annotator. Gaps above PAUSE_S
are breaks and count nowhere; so do gaps during which someone else worked here, and those that a
clock that was set back makes negative.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

import numpy as np

from core.evaluation.guess_effect import guess_effect
from core.evaluation.time_ledger_records import (
    PAUSE_S,
    SESSION_GAP_S,
    Milestone,
    TimeLedger,
    Work,
)
from core.jobs import SILENT, JobContext
from core.library.decision_log import Act, Decision
from core.library.records import State
from core.library.store import Library
from core.metrics.metric_records import Estimate

CHECK_EVERY = 5000  # acts


@dataclass(frozen=True, slots=True)
class TimedAct:
    """An act, and the seconds since the one before it; None where that is not known.

    at: the local time. is_break, is_clock_back: why the seconds are not known.
    """

    act: Act
    at: datetime
    seconds: float | None
    is_break: bool = False
    is_clock_back: bool = False
    begins_session: bool = False


def time_ledger(library: Library, job: JobContext = SILENT) -> TimeLedger:
    """Add up the time of the current annotator. Raises LibraryError, Cancelled."""
    acts = timed_acts(library, job)
    listened = listened_by_group(library, acts)
    sessions: list[list[TimedAct]] = []
    days: dict[str, list[TimedAct]] = {}
    for act in acts:
        if act.begins_session or not sessions:
            sessions.append([])
        sessions[-1].append(act)
        days.setdefault(act.at.date().isoformat(), []).append(act)
    job.check()
    return TimeLedger(
        library.annotators.current.name,
        add_up(acts, listened),
        _with_decisions(add_up(some, listened) for some in sessions),
        _with_decisions(add_up(some, listened) for _, some in sorted(days.items())),
        milestones(library, acts, listened),
        guess_effect(library, _medians_by_guess(acts), job),
    )


def _with_decisions(works: Iterable[Work]) -> tuple[Work, ...]:
    """Leave out sessions and days in which nothing was decided one by one."""
    return tuple(work for work in works if work.n_decisions or work.n_taken_back)


def timed_acts(library: Library, job: JobContext = SILENT) -> list[TimedAct]:
    """Return the acts of the current annotator, oldest first, with the time before each."""
    mine = library.annotators.current.id
    found: list[TimedAct] = []
    is_next = False  # whether the act before was this annotator's, too
    for n_read, act in enumerate(library.decision_log.acts()):
        if n_read % CHECK_EVERY == 0:
            job.check()
        if act.annotator_id == mine:
            found.append(_timed(act, found[-1].at if found else None, is_next))
        is_next = act.annotator_id == mine
    return found


def _timed(act: Act, before: datetime | None, is_next: bool) -> TimedAct:
    at = datetime.fromisoformat(act.created_at).astimezone()
    if before is None:
        return TimedAct(act, at, None, begins_session=True)
    gap_s = (at - before).total_seconds()
    if gap_s < 0:
        return TimedAct(act, at, None, is_clock_back=True)
    if gap_s > PAUSE_S or not is_next:
        return TimedAct(act, at, None, is_break=True, begins_session=gap_s > SESSION_GAP_S)
    return TimedAct(act, at, gap_s)


@dataclass(slots=True)
class _Sums:
    decisions: list[Decision] = field(default_factory=list)
    seconds: list[float] = field(default_factory=list)
    n_taken_back: int = 0
    n_at_once: int = 0
    active_s: float = 0.0


def add_up(acts: Sequence[TimedAct], listened: dict[int, float]) -> Work:
    """Add up acts. listened: seconds heard before the decision of an act, by its group."""
    sums = _Sums()
    for timed in acts:
        sums.active_s += timed.seconds or 0.0
        decision = timed.act.decision
        if decision is None or decision.state is None:
            sums.n_at_once += decision is None and timed.act.stands
        elif not timed.act.stands:
            sums.n_taken_back += 1
        else:
            sums.decisions.append(decision)
            if timed.seconds is not None:
                sums.seconds.append(timed.seconds)
    lower_s, median_s, upper_s = (_percentile(sums.seconds, share) for share in (25, 50, 75))
    known = [listened[one.act.group_id] for one in acts if one.act.group_id in listened]
    return Work(
        acts[0].act.created_at if acts else "",
        acts[0].at.isoformat(" ", "minutes")[:16] if acts else "",
        len(sums.decisions),
        sum(one.state is State.YES for one in sums.decisions),
        len({one.song_id for one in sums.decisions}),
        sums.n_taken_back,
        sums.n_at_once,
        sums.active_s,
        len(sums.seconds),
        lower_s,
        median_s,
        upper_s,
        listened_s=sum(known) if known else None,
        n_breaks=sum(one.is_break for one in acts),
        n_clock_back=sum(one.is_clock_back for one in acts),
    )


def listened_by_group(library: Library, acts: Sequence[TimedAct]) -> dict[int, float]:
    """Return the seconds of songs that were first heard before each decision, by its group.

    What is recorded has sounded since the song was opened; what an earlier decision of that time
    has counted already is taken off.
    """
    groups = {
        (one.act.decision.song_id, one.act.decision.tag_id): one.act.group_id
        for one in acts
        if one.act.decision is not None and one.act.stands
    }
    found: dict[int, float] = {}
    before: dict[int, float] = {}
    for row in library.listened_parts.all():
        so_far = before.get(row.song_id, 0.0)
        is_again = row.listened_s < so_far  # the song was left and opened again
        before[row.song_id] = row.listened_s
        group = groups.get((row.song_id, row.tag_id))
        if group is not None:
            found[group] = row.listened_s - (0.0 if is_again else so_far)
    return found


def milestones(
    library: Library, acts: Sequence[TimedAct], listened: dict[int, float]
) -> tuple[Milestone, ...]:
    """Return what had been spent as each model was learned here, the first one first."""
    learned = [row for row in library.models.list() if row.learned_here]
    found = []
    for row in sorted(learned, key=lambda row: row.created_at):
        until = [one for one in acts if one.act.created_at <= row.created_at]
        spent = add_up(until, listened)
        mean = (row.metrics.get("means") or {}).get("wauc")
        wauc = Estimate.from_json(mean) if mean else Estimate(row.wauc)
        found.append(
            Milestone(
                row.name, row.created_at, wauc, spent.n_decisions, spent.active_s, spent.listened_s
            )
        )
    return tuple(found)


def _medians_by_guess(acts: Sequence[TimedAct]) -> tuple[float | None, float | None]:
    """Return the median seconds of decisions with a guess on screen, and of those without."""
    medians: list[float | None] = []
    for visible in (True, False):
        seconds = [
            one.seconds
            for one in acts
            if one.seconds is not None
            and one.act.decision is not None
            and one.act.decision.guess_visible is visible
        ]
        medians.append(_percentile(seconds, 50))
    return medians[0], medians[1]


def _percentile(seconds: Sequence[float], share: float) -> float | None:
    return float(np.percentile(seconds, share)) if seconds else None
