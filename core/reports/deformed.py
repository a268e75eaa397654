"""What the model makes of deformed sound, as far as it was measured."""

from __future__ import annotations

from collections.abc import Sequence

from core.evaluation.robustness_records import Robustness
from core.messages import message
from core.reports.figures import strip, strip_axis
from core.reports.markup import Node, element
from core.reports.number_texts import estimate_text
from core.reports.report_records import ReportData
from core.reports.tables import Cell, Column, Group, Notes, table

NAMES = {
    "time-stretch": "report.deformed_time_stretch",
    "pitch-shift": "report.deformed_pitch_shift",
    "compression": "report.deformed_compression",
    "noise": "report.deformed_noise",
    "tilt": "report.deformed_tilt",
    "mp3": "report.deformed_mp3",
    "level": "report.deformed_level",
    "mono": "report.deformed_mono",
    "excerpt": "report.deformed_excerpt",
}
DAY = 10  # letters of an ISO 8601 date
STEPS = (0.05, 0.1, 0.2, 0.5, 1.0)  # ends of the scale of changes


def robustness(data: ReportData) -> list[Node]:
    """Return WAUC and scores under every condition, or how to measure them."""
    kept = data.robustness
    if kept is None:
        return [element("p", message("report.no_robustness"))]
    found = kept.found
    basis = message(
        "report.robustness",
        day=kept.measured_at[:DAY],
        n_songs=found.n_songs,
        n_judged=found.n_judged,
        n_artists=found.n_artists,
        wauc=estimate_text(found.wauc),
        seed=found.seed,
        seconds=found.most_s,
    )
    parts: list[Node] = [element("p", basis)]
    if found.n_learned:
        parts.append(element("p", message("report.robustness_learned", n=found.n_learned)))
    return [*parts, *_conditions(found)]


def _conditions(found: Robustness) -> list[Node]:
    notes, reach = Notes(), _reach(found)
    rows: list[Group | Sequence[Cell]] = []
    shown = ""
    for one in found.conditions:
        if one.condition.deformation != shown:
            shown = one.condition.deformation
            rows.append(Group(_name(shown)))
        rows.append(
            (
                one.condition.strength_text,
                str(one.n_songs),
                notes.number(one.deformed),
                strip(one.change, (-reach, reach), 0.0),
                notes.change(one.change),
                notes.change(one.score_change),
                notes.number(one.score_shift),
                notes.number(one.rank),
            )
        )
    columns = (
        Column(message("report.strength"), "name"),
        Column(message("report.songs")),
        Column("WAUC"),
        Column(strip_axis((-reach, reach), (-reach, 0.0, reach)), "plot"),
        Column(message("report.wauc_change")),
        Column(message("report.score_change")),
        Column(message("report.score_shift")),
        Column(message("report.rank")),
    )
    return [table(message("report.cap_robustness"), columns, rows), *notes.below()]


def _name(deformation: str) -> str:
    """Name a kind of deformation; one of a newer version as it names itself."""
    known = NAMES.get(deformation)
    return deformation if known is None else message(known)


def _reach(found: Robustness) -> float:
    ends = [abs(end) for one in found.conditions for end in (one.change.low, one.change.high)
            if end is not None]  # fmt: skip
    return next((step for step in STEPS if step >= max(ends, default=0.0)), STEPS[-1])
