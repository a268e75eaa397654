"""Seconds a decision along the sessions; and what models were worth after how much time."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QSizePolicy, QWidget

from rhythmcap_gui import number_format
from rhythmcap_gui.number_format import counted, decimal_text
from rhythmcap_gui.views.widgets.chart import Chart
from rhythmcap_gui.views.widgets.chart_data import Axis, ChartData, ReferenceLine, Series
from rhythmcap_gui.views.widgets.score_format import pair_count

if TYPE_CHECKING:
    from core.evaluation.time_ledger_records import Milestone, Work

GUESSING, MARGIN = 0.5, 0.03
ROOM = 1.1  # above the highest value


def work_name(work: Work, *, by_day: bool) -> str:
    """Name a session by its begin, or a day."""
    if by_day:
        return number_format.day_text(work.day)
    return number_format.moment_text(work.began_at)


class SpeedChart(Chart):
    """The median seconds a decision of every session or day, with its quartiles."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("rhythmcap-seconds-a-decision", parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(300, 150)
        self.setAccessibleName(self.tr("Seconds a decision, one session after another"))
        self.set_empty_text(self.tr("Two decisions one after another have a time between them."))

    def sizeHint(self) -> QSize:
        return QSize(480, 220)

    def show_work(self, works: Sequence[Work], *, by_day: bool) -> None:
        """Draw sessions or days, the first one left."""
        timed = [(number, work) for number, work in enumerate(works, 1) if work.n_timed]
        self.show_data(self._data(timed, len(works), by_day=by_day) if timed else None)

    def _data(self, timed: list[tuple[int, Work]], n_works: int, *, by_day: bool) -> ChartData:
        medians = tuple(work.median_s for _, work in timed)
        numbers = tuple(float(number) for number, _ in timed)
        quartiles = tuple(
            (float(number), work.lower_s or 0.0, work.upper_s or 0.0) for number, work in timed
        )
        highest = max(high for _, _, high in quartiles)
        what = self.tr("Seconds a decision: median, with its quartiles")
        return ChartData(
            x=Axis(self.tr("days") if by_day else self.tr("sessions"), 0.5, n_works + 0.5,
                   "{:.0f}".format, least_step=1.0),
            y=Axis(self.tr("seconds a decision"), 0.0, max(highest * ROOM, 1.0)),
            series=(Series(what, what, "accent", numbers, medians, marks=True),),
            readouts=tuple(
                (float(number), self._readout(work, by_day=by_day)) for number, work in timed
            ),
            uprights=quartiles,
            table=(
                ("began", "lower_s", "median_s", "upper_s", "decisions"),
                *((work.began_local, f"{work.lower_s:.2f}", f"{work.median_s:.2f}",
                   f"{work.upper_s:.2f}", str(work.n_decisions)) for _, work in timed),
            ),
        )  # fmt: skip

    def _readout(self, work: Work, *, by_day: bool) -> tuple[str, ...]:
        text = self.tr("{median} s a decision, half of them {lower} to {upper} s")
        return (
            work_name(work, by_day=by_day),
            text.format(
                median=decimal_text(work.median_s or 0.0, 1),
                lower=decimal_text(work.lower_s or 0.0, 1),
                upper=decimal_text(work.upper_s or 0.0, 1),
            ),
            counted(self.tr("{:# decision|# decisions}"), work.n_decisions),
        )


class YieldChart(Chart):
    """What every learned model was worth, by the active minutes spent before it was made."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("rhythmcap-what-time-bought", parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(300, 150)
        self.setAccessibleName(self.tr("What learned models were worth, by the time before them"))
        self.set_empty_text(
            self.tr("Learn from your tags: then it shows what your time has bought.")
        )

    def sizeHint(self) -> QSize:
        return QSize(480, 220)

    def show_milestones(self, milestones: Sequence[Milestone]) -> None:
        """Draw the models that could be measured."""
        known = [one for one in milestones if one.wauc.value is not None]
        self.show_data(self._data(known) if known else None)

    def _data(self, known: list[Milestone]) -> ChartData:
        minutes = tuple(one.active_s / 60.0 for one in known)
        values = tuple(one.wauc.value for one in known)
        ranges = tuple(
            (at, one.wauc.low, one.wauc.high)
            for at, one in zip(minutes, known, strict=True)
            if one.wauc.low is not None and one.wauc.high is not None
        )
        what = self.tr("Learned models: pairs of 100 in order")
        low = min([GUESSING, *(v for v in values if v is not None), *(r[1] for r in ranges)])
        return ChartData(
            x=Axis(self.tr("active minutes"), 0.0, max(minutes[-1] * ROOM, 1.0),
                   "{:.0f}".format, least_step=1.0),
            y=Axis(self.tr("pairs of 100"), max(low - MARGIN, 0.0), 1.0,
                   lambda value: str(pair_count(value)), least_step=0.05),
            series=(Series(what, what, "accent",
                           minutes, values, marks=True),),
            readouts=tuple((one.active_s / 60.0, self._readout(one)) for one in known),
            references=(ReferenceLine(self.tr("guessing"), GUESSING),),
            uprights=ranges,
            table=(
                ("model", "wauc", "decisions", "active_minutes"),
                *((one.model, repr(one.wauc.value), str(one.n_decisions),
                   f"{one.active_s / 60.0:.2f}") for one in known),
            ),
        )  # fmt: skip

    def _readout(self, one: Milestone) -> tuple[str, ...]:
        pairs = self.tr("{} of 100 pairs in order").format(pair_count(one.wauc.value or 0.0))
        if one.wauc.low is not None and one.wauc.high is not None:
            pairs += f" ({pair_count(one.wauc.low)}–{pair_count(one.wauc.high)})"
        minutes = self.tr("after {} active minutes").format(decimal_text(one.active_s / 60.0, 0))
        decisions = counted(self.tr("{:# decision|# decisions}"), one.n_decisions)
        return one.model, pairs, f"{minutes}, {decisions}"
