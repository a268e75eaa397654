"""How predictions made before decisions became: pairs in order, or surprise, with ranges."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QSizePolicy, QWidget

from rhythmcap_gui.number_format import counted, decimal_text, tick_text
from rhythmcap_gui.views.widgets.chart import Chart
from rhythmcap_gui.views.widgets.chart_data import Axis, ChartData, ReferenceLine, Series

if TYPE_CHECKING:
    from core.evaluation.prequential_records import PrequentialCurve, PrequentialPoint
    from core.metrics.metric_records import Estimate

GUESSING_AUC, GUESSING_LOSS = 0.5, 0.693  # a coin's: half the pairs; log 2
ROOM = 0.05


class ProgressChart(Chart):
    """One line over the number of decisions."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("rhythmcap-getting-better", parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(300, 150)
        self.set_empty_text(self.tr("The curve begins with ten decisions that count."))

    def sizeHint(self) -> QSize:
        return QSize(560, 300)

    def show_curve(self, curve: PrequentialCurve, *, loss: bool) -> None:
        """Draw a curve. loss: of surprise, not of pairs in order."""
        title = self.tr("surprise (log loss)") if loss else self.tr("pairs of 100 in order")
        self.setAccessibleName(f"{curve.tag} {title}".strip())
        self.show_data(self._data(curve, title, loss) if curve.points else None)

    def _data(self, curve: PrequentialCurve, title: str, loss: bool) -> ChartData:
        scale, guessing = (1.0, GUESSING_LOSS) if loss else (100.0, 100.0 * GUESSING_AUC)
        found = [(point, point.loss if loss else point.auc) for point in curve.points]
        xs = tuple(float(point.n) for point, _ in found)
        ys = tuple(None if one.value is None else scale * one.value for _, one in found)
        uprights = tuple(
            (float(point.n), scale * one.low, scale * one.high)
            for point, one in found
            if one.low is not None and one.high is not None
        )
        heights = [y for y in ys if y is not None] + [y for _, *ends in uprights for y in ends]
        heights.append(guessing)
        low, high = (0.0, max(heights)) if loss else (min(heights), 100.0)
        room = ROOM * (high - low)
        x_room = max(ROOM * (xs[-1] - xs[0]), 1.0)
        return ChartData(
            x=Axis(self.tr("decisions"), xs[0] - x_room, xs[-1] + x_room, "{:.0f}".format,
                   least_step=1.0),
            y=Axis(title, max(low - room, 0.0), high + room, tick_text),
            series=(Series(title, title, "accent", xs, ys, 0, marks=True),),
            readouts=tuple((float(point.n), self._readout(curve, point)) for point, _ in found),
            references=(ReferenceLine(self.tr("guessing"), guessing),),
            uprights=uprights,
            table=_table(curve),
            show_legend=False,
        )  # fmt: skip

    def _readout(self, curve: PrequentialCurve, point: PrequentialPoint) -> tuple[str, ...]:
        last = self.tr("after {n:# decision|# decisions}, the last {window} of them")
        return (
            counted(last, n=point.n, window=min(curve.window, point.n)),
            self.tr("pairs of 100 in order: {}").format(pairs_with_range(point.auc)),
            self.tr("log loss: {}").format(_with_range(point.loss, 2, 1.0)),
        )


def pairs_with_range(auc: Estimate) -> str:
    """Write "78 (70–85)", or a dash."""
    return _with_range(auc, 0, 100.0)


def _with_range(one: Estimate, digits: int, scale: float) -> str:
    if one.value is None:
        return "–"
    text = decimal_text(scale * one.value, digits)
    if one.low is None or one.high is None:
        return text
    low, high = decimal_text(scale * one.low, digits), decimal_text(scale * one.high, digits)
    return f"{text} ({low}–{high})"


def _table(curve: PrequentialCurve) -> tuple[tuple[str, ...], ...]:
    rows = [("tag", "n_decisions", "log_loss", "low", "high", "auc", "auc_low", "auc_high")]
    for point in curve.points:
        numbers = (
            point.loss.value, point.loss.low, point.loss.high,
            point.auc.value, point.auc.low, point.auc.high,
        )  # fmt: skip
        texts = ["" if number is None else f"{number:.4f}" for number in numbers]
        rows.append((curve.tag, str(point.n), *texts))
    return tuple(rows)
