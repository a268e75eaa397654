"""Learning curves of systems: how many pairs are in order, by the number of labelled songs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QSizePolicy, QWidget

from rhythmcap_gui import theme
from rhythmcap_gui.core_text import translated
from rhythmcap_gui.number_format import counted
from rhythmcap_gui.views.models.metric_texts import pairs_text
from rhythmcap_gui.views.widgets.chart import Chart
from rhythmcap_gui.views.widgets.chart_data import Axis, ChartData, ReferenceLine, Series
from rhythmcap_gui.views.widgets.score_format import pair_count

if TYPE_CHECKING:
    from core.experiments.recommendation_records import Recommendation, SystemEvidence

GUESSING = 0.5
MARGIN = 0.03
LEAST_STEP = 0.05


def system_colour(index: int) -> str:
    """Return a colour that colour-blind eyes tell from the others, "#rrggbb"."""
    return theme.CATEGORY_COLOURS[index % len(theme.CATEGORY_COLOURS)]


class SystemCurves(Chart):
    """A line a system, in the colours and marks of the table beside it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("rhythmcap-learning-curves", parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(320, 180)
        self.set_empty_text(self.tr("The curves come with the result."))

    def sizeHint(self) -> QSize:
        return QSize(480, 260)

    def show_result(self, found: Recommendation | None) -> None:
        """Draw the curves of a result; None: none."""
        drawn = [system for system in found.systems if system.curve] if found is not None else []
        spoken = "; ".join(
            f"{translated(system.name)} {pairs_text(system.wauc)}" for system in drawn
        )
        self.setAccessibleName(self.tr("Learning curves: {}").format(spoken))
        self.show_data(self._chart_data(found) if drawn and found is not None else None)

    def _chart_data(self, found: Recommendation) -> ChartData:
        points = [point for system in found.systems for point in system.curve]
        counts = sorted({point.n_labelled for point in points})
        values = [point.wauc.value for point in points if point.wauc.value is not None]
        low = max(min([GUESSING, *values]) - MARGIN, 0.0)
        return ChartData(
            x=Axis(self.tr("songs"), 0.0, float(counts[-1]), "{:.0f}".format,
                   least_step=1.0),
            y=Axis(self.tr("pairs of 100"), low, 1.0, _pairs_tick, least_step=LEAST_STEP),
            series=tuple(_series(index, system) for index, system in enumerate(found.systems)),
            readouts=tuple((float(count), self._readout(found, count)) for count in counts),
            references=(ReferenceLine(self.tr("guessing"), GUESSING),),
            table=_table(found, counts),
            show_legend=False,  # the table has the marks
        )  # fmt: skip

    def _readout(self, found: Recommendation, count: int) -> tuple[str, ...]:
        known = [
            (point.wauc.value or 0.0, f"{translated(system.name)}: {pairs_text(point.wauc)}")
            for system in found.systems
            for point in system.curve
            if point.n_labelled == count
        ]
        lines = [text for _, text in sorted(known, key=lambda pair: -pair[0])]
        return (counted(self.tr("{:# judged song|# judged songs}"), count), *lines)


def _series(index: int, system: SystemEvidence) -> Series:
    name = translated(system.name)
    return Series(
        name,
        f"{name} {pairs_text(system.wauc)}",
        system_colour(index),
        tuple(float(point.n_labelled) for point in system.curve),
        tuple(point.wauc.value for point in system.curve),
        symbol=index,
    )


def _pairs_tick(value: float) -> str:
    return str(pair_count(value))


def _table(found: Recommendation, counts: list[int]) -> tuple[tuple[str, ...], ...]:
    rows = [("system", *(f"wauc_{count}_songs" for count in counts))]
    for system in found.systems:
        value_of = {point.n_labelled: point.wauc.value for point in system.curve}
        cells = ["" if (value := value_of.get(count)) is None else repr(value) for count in counts]
        rows.append((system.label, *cells))
    return tuple(rows)
