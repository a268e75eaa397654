"""A tag's learning curve: what was measured, the fit with its range, and where it may lead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QSizePolicy, QWidget

from core.evaluation.forecast_records import TagForecast, Verdict
from rhythmcap_gui.number_format import counted, tick_text
from rhythmcap_gui.views.widgets.chart import Chart
from rhythmcap_gui.views.widgets.chart_data import (
    Axis,
    Band,
    ChartData,
    ReferenceLine,
    Series,
)
from rhythmcap_gui.views.widgets.score_format import pair_count

if TYPE_CHECKING:
    from collections.abc import Iterable

ROOM, LEAST_SPAN = 3.0, 20.0  # pairs of 100
GUESSING = 50.0


class ForecastChart(Chart):
    """Pairs of 100 in order, over the number of songs with the tag that it learned from."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("rhythmcap-more-songs", parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(280, 170)
        self.set_empty_text(self.tr("This tag has too few songs for a learning curve."))

    def sizeHint(self) -> QSize:
        return QSize(420, 260)

    def show_tag(self, found: TagForecast | None) -> None:
        """Draw a tag's curve; None: none."""
        is_known = found is not None and bool(found.curve) and bool(found.line)
        name = found.tag if found is not None else ""
        self.setAccessibleName(self.tr("Learning curve of {}").format(name))
        self.show_data(self._data(found) if is_known and found is not None else None)

    def _data(self, found: TagForecast) -> ChartData:
        xs, ys, lows, highs = zip(*found.line, strict=True)
        measured_xs, measured = zip(*found.curve, strict=True)
        target = 100.0 * found.target
        everything = [*_hundred(lows), *_hundred(highs), *_hundred(measured), target]
        top = min(max(everything) + ROOM, 100.0)
        low = max(min(*everything, top - LEAST_SPAN) - ROOM, 0.0)
        references = [ReferenceLine(self.tr("good enough"), target)]
        if low < GUESSING:
            references.append(ReferenceLine(self.tr("guessing"), GUESSING))
        if found.verdict is Verdict.SONGS and found.more is not None:
            text = counted(self.tr("{n:# more song|# more songs}"), n=found.more)
            at = measured_xs[-1] + found.more
            references.append(ReferenceLine(text, at, "accent", upright=True))
        names = self.tr("pairs of 100"), self.tr("fit, with its 95 % range")
        return ChartData(
            x=Axis(self.tr("songs"), 0.0, xs[-1] * 1.02, "{:.0f}".format, least_step=1.0),
            y=Axis(names[0], low, top, tick_text, least_step=5.0),
            series=(
                Series(names[1], names[1], "accent", xs, _hundred(ys)),
                Series(names[0], names[0], "text", measured_xs, _hundred(measured), 0,
                       line=False, marks=True),
            ),
            readouts=tuple(sorted(
                [(n, self._readout(n, auc)) for n, auc in found.curve]
                + [(n, self._forecast(n, auc, least, most))
                   for n, auc, least, most in found.line if n > measured_xs[-1]]
            )),
            references=tuple(references),
            bands=(Band(xs, _hundred(lows), _hundred(highs), "accent"),),
            table=_table(found),
        )  # fmt: skip

    def _readout(self, n: float, auc: float) -> tuple[str, ...]:
        text = self.tr("{n:# song|# songs} with it")
        pairs = self.tr("measured: {} of 100 pairs")
        return counted(text, n=round(n)), pairs.format(pair_count(auc))

    def _forecast(self, n: float, auc: float, low: float, high: float) -> tuple[str, ...]:
        text = self.tr("{n:# song|# songs} with it")
        pairs = self.tr("forecast: {pairs} ({low}–{high}) of 100 pairs")
        numbers = dict(
            zip(("pairs", "low", "high"), map(pair_count, (auc, low, high)), strict=True)
        )
        return counted(text, n=round(n)), pairs.format(**numbers)


def _hundred(values: Iterable[float]) -> tuple[float, ...]:
    return tuple(100.0 * value for value in values)


def _table(found: TagForecast) -> tuple[tuple[str, ...], ...]:
    rows = [("tag", "songs_yes", "kind", "auc", "low", "high")]
    rows += [(found.tag, f"{n:.1f}", "measured", f"{auc:.4f}", "", "") for n, auc in found.curve]
    rows += [
        (found.tag, f"{n:.1f}", "fit", f"{auc:.4f}", f"{low:.4f}", f"{high:.4f}")
        for n, auc, low, high in found.line
    ]
    return tuple(rows)
