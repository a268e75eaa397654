"""Deformed songs as a picture: all conditions in rows, or one deformation against its strength."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QSizePolicy, QWidget

from rhythmcap_gui.number_format import counted
from rhythmcap_gui.views.models.comparison_plot import model_colour
from rhythmcap_gui.views.models.deformation_words import (
    AS_IT_IS,
    axis_text,
    condition_name,
    deformation_name,
)
from rhythmcap_gui.views.models.learning_curve import exact_score_text
from rhythmcap_gui.views.models.metric_texts import DASH, value_text
from rhythmcap_gui.views.widgets.chart import Chart
from rhythmcap_gui.views.widgets.chart_data import Axis, ChartData, ReferenceLine, Series

if TYPE_CHECKING:
    from core.evaluation.robustness_records import ConditionResult, Robustness
    from core.metrics.metric_records import Estimate

WAUC, MOVED, ORDER = "wauc", "moved", "order"
ROW_PX, HEAD_PX = 22, 48
PAD = 0.01
IDENTITY = {MOVED: 0.0, ORDER: 1.0}  # of the songs as they are
LEAST_SPAN = 0.05


def measured(result: ConditionResult, measure: str) -> Estimate:
    """Return a number of a condition."""
    return {WAUC: result.deformed, MOVED: result.score_shift, ORDER: result.rank}[measure]


class RobustnessPlot(Chart):
    """show_rows(): all conditions of a model; show_curve(): one deformation, model by model."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("rhythmcap-robustness", parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(320, 200)
        self._n_rows = 0

    def sizeHint(self) -> QSize:
        return QSize(460, max(220, HEAD_PX + ROW_PX * self._n_rows))

    def show_rows(self, found: Robustness, measure: str, title: str) -> None:
        """Draw a row for every condition, with its 95 % range, and the undeformed songs as a line.

        A WAUC without a range is not drawn.
        """
        known = [result for result in found.conditions
                 if _is_drawn(measured(result, measure), measure)]  # fmt: skip
        self._n_rows = len(known) + 1
        self.setMinimumHeight(HEAD_PX + ROW_PX * self._n_rows)
        self.setAccessibleName(title)
        self.show_data(self._rows_data(found, known, measure, title) if known else None)

    def show_curve(
        self, results: Mapping[str, Robustness], deformation: str, measure: str, title: str
    ) -> None:
        """Draw a measure against the strength of a deformation. results: by the model's name."""
        self._n_rows = 0
        self.setMinimumHeight(200)
        self.setAccessibleName(title)
        curves = {name: _points(found, deformation, measure) for name, found in results.items()}
        curves = {name: points for name, points in curves.items() if len(points) > 1}
        self.show_data(self._curve_data(curves, deformation, measure, title) if curves else None)

    def _rows_data(
        self, found: Robustness, known: Sequence[ConditionResult], measure: str, title: str
    ) -> ChartData:
        undeformed = found.wauc if measure == WAUC else _exactly(IDENTITY[measure])
        numbers = [undeformed, *(measured(result, measure) for result in known)]
        names = (self.tr("as they are"), *(condition_name(*_condition(result)) for result in known))
        counts = (found.n_songs, *(result.n_songs for result in known))
        low, high = _around([end for number in numbers
                             for end in (number.value, number.low, number.high)])  # fmt: skip
        drawn = [(row, number) for row, number in enumerate(numbers) if number.value is not None]
        series = Series(
            name=found.model, legend=found.model, colour="accent",
            xs=tuple(number.value for _row, number in drawn),
            ys=tuple(float(row) for row, _number in drawn), line=False,
        )  # fmt: skip
        lines = [ReferenceLine("", undeformed.value, "good", upright=True)]
        return ChartData(
            x=Axis(title, low, high, value_text, least_step=PAD, least_span=LEAST_SPAN),
            y=Axis("", 0.0, len(numbers) - 1.0, names=names),
            series=(series,),
            readouts=tuple((float(row), self._readout(name, number, n)) for row, (name, number, n)
                           in enumerate(zip(names, numbers, counts, strict=True))),
            by_row=True,
            x_on_top=True,
            references=tuple(lines) if undeformed.value is not None else (),
            spans=tuple((number.low, number.high, float(row))
                        for row, number in drawn if number.interval is not None),
            table=_table(known, measure),
            show_legend=False,
        )  # fmt: skip

    def _curve_data(
        self, curves: Mapping[str, _Points], deformation: str, measure: str, title: str
    ) -> ChartData:
        strengths = sorted({strength for points in curves.values() for strength, *_ in points})
        values = [end for points in curves.values() for _x, number, _n in points
                  for end in (number.value, number.low, number.high)]  # fmt: skip
        low, high = _around(values)
        first = next(iter(curves.values()))
        series = tuple(
            Series(name, name, model_colour(index), tuple(x for x, *_ in points),
                   tuple(number.value for _x, number, _n in points), index, marks=True)
            for index, (name, points) in enumerate(curves.items())
        )  # fmt: skip
        readouts = []
        for strength in strengths:
            lines = [axis_text(deformation, strength)]
            for name, points in curves.items():
                lines += [f"{name}: {self._readout('', number, n)[1]}"
                          for x, number, n in points if x == strength]  # fmt: skip
            readouts.append((strength, tuple(lines)))
        return ChartData(
            x=Axis(deformation_name(deformation), strengths[0], strengths[-1],
                   lambda value: axis_text(deformation, value)),
            y=Axis(title, low, high, value_text, least_step=PAD),
            series=series,
            readouts=tuple(readouts),
            uprights=tuple((x, number.low, number.high) for x, number, _n in first
                           if number.interval is not None),
            table=(("model", "strength", measure, "low", "high", "songs"),
                   *((name, repr(x), *map(_cell, (number.value, number.low, number.high)), str(n))
                     for name, points in curves.items() for x, number, n in points)),
        )  # fmt: skip

    def _readout(self, name: str, number: Estimate, n_songs: int) -> tuple[str, ...]:
        value = DASH if number.value is None else exact_score_text(number.value)
        if number.interval is not None:
            low, high = (exact_score_text(end) for end in number.interval)
            value = f"{value} ({low} … {high})"
        return name, counted(self.tr("{}, {:# song|# songs}"), value, n_songs)


_Points = list[tuple[float, "Estimate", int]]


def _points(found: Robustness, deformation: str, measure: str) -> _Points:
    """Return (strength, number, songs) in order of strength, the songs as they are among them."""
    points = [
        (result.condition.strength, measured(result, measure), result.n_songs)
        for result in found.conditions
        if result.condition.deformation == deformation
    ]
    points = [point for point in points if _is_drawn(point[1], measure)]
    if points and deformation in AS_IT_IS:
        number = found.wauc if measure == WAUC else _exactly(IDENTITY[measure])
        points.append((AS_IT_IS[deformation], number, found.n_songs))
    return sorted(points, key=lambda point: point[0])


def _condition(result: ConditionResult) -> tuple[str, float]:
    return result.condition.deformation, result.condition.strength


def _exactly(value: float) -> Estimate:
    from core.metrics.metric_records import Estimate

    return Estimate(value)


def _is_drawn(number: Estimate, measure: str) -> bool:
    """A WAUC without a range says nothing; how far these songs' scores move is a fact of them."""
    return number.value is not None and (measure != WAUC or number.interval is not None)


def _around(values: Sequence[float | None]) -> tuple[float, float]:
    known = [value for value in values if value is not None]
    low, high = min(known), max(known)
    missing = max(0.0, LEAST_SPAN - (high - low)) / 2
    return low - missing - PAD, high + missing + PAD


def _table(known: Sequence[ConditionResult], measure: str) -> tuple[tuple[str, ...], ...]:
    rows = []
    for result in known:
        number, condition = measured(result, measure), result.condition
        ends = map(_cell, (number.value, number.low, number.high))
        rows.append((condition.deformation, repr(condition.strength), *ends, str(result.n_songs)))
    return (("deformation", "strength", measure, "low", "high", "songs"), *rows)


def _cell(value: float | None) -> str:
    return "" if value is None else repr(value)
