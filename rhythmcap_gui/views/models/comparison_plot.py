"""Models side by side as a plot: a row a tag, a mark a model, on one scale.

Told apart by shape and letter as well as by colour.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSize
from PySide6.QtWidgets import QSizePolicy, QWidget

from rhythmcap_gui import theme
from rhythmcap_gui.number_format import counted
from rhythmcap_gui.views.models.learning_curve import exact_score_text
from rhythmcap_gui.views.widgets.chart import Chart
from rhythmcap_gui.views.widgets.chart_data import Axis, ChartData, Series
from rhythmcap_gui.views.widgets.score_format import pair_count, score_text

if TYPE_CHECKING:
    from core.evaluation.comparison_records import Comparison, Scorecard

# Not imported from core.evaluation.compare: that would not be asked of a view before its time.
PAIRS = "pairs"  # ROC-AUC, told as pairs of 100
MEASURES = {"roc_auc": "ROC-AUC", "pr_auc": "PR-AUC", "ap": "AP", "mcc": "MCC", "f1": "F1"}
ENTRIES = {"roc_auc": "auc"}  # of the glossary, where it has another id
ROW_PX, HEAD_PX, NAME_PX = 24, 26, 130
ASIDE_PX = 4.0
LOWEST = {"mcc": -1.0}  # other measures begin at 0
LEAST_SPAN = 0.05


def measure_title(measure: str) -> str:
    """Return a measure as it is written over a column or an axis."""
    if measure == PAIRS:
        return QCoreApplication.translate("metric_texts", "Pairs of 100")
    return MEASURES[measure]


def shown_value(card: Scorecard, measure: str) -> float | None:
    """Return a number, 0 to 1, by its measure; None where it says nothing."""
    return card.shown("roc_auc" if measure == PAIRS else measure)


def letter(index: int) -> str:
    """Return a model's short name in table and plot: A, B, C …"""
    return chr(ord("A") + index % 26)


def model_colour(index: int) -> str:
    """Return a colour that colour-blind eyes tell from the others, "#rrggbb"."""
    return theme.CATEGORY_COLOURS[index % len(theme.CATEGORY_COLOURS)]


class ComparisonPlot(Chart):
    """One measure of every compared tag; it grows with the number of tags."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("rhythmcap-comparison", parent=parent)
        self._n_rows = 1
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(NAME_PX + 200)

    def sizeHint(self) -> QSize:
        return QSize(420, HEAD_PX + ROW_PX * self._n_rows + 8)

    def show_comparison(self, comparison: Comparison | None, measure: str) -> None:
        """Draw one measure of a comparison."""
        if comparison is not None:
            means = [shown_value(card, measure) for card in comparison.means]
            texts = [f"{name} {'–' if mean is None else score_text(max(mean, 0.0))}"
                     for name, mean in zip(comparison.models, means, strict=True)]  # fmt: skip
            self.setAccessibleName(self.tr("Plot, means: {}").format(", ".join(texts)))
            self._n_rows = len(comparison.tags) + 1
        self.setFixedHeight(self.sizeHint().height())
        self.show_data(self._chart_data(comparison, measure) if comparison is not None else None)

    def _chart_data(self, comparison: Comparison, measure: str) -> ChartData:
        rows = [comparison.means, *(tag.models for tag in comparison.tags)]
        values = [[shown_value(card, measure) for card in cards] for cards in rows]
        names = (self.tr("mean"), *(tag.name for tag in comparison.tags))
        heads = ["tag", "songs_with_it", "songs_judged",
                 *(f"{measure} {model}" for model in comparison.models)]  # fmt: skip
        return ChartData(
            x=Axis(measure_title(measure), LOWEST.get(measure, 0.0), 1.0,
                   _pairs_tick if measure == PAIRS else _tick_text, least_span=LEAST_SPAN),
            y=Axis("", 0.0, len(rows) - 1.0, names=names),
            series=tuple(_series(index, model, values)
                         for index, model in enumerate(comparison.models)),
            readouts=tuple((float(row), self._readout(comparison, row, cards, measure))
                           for row, cards in enumerate(values)),
            by_row=True,
            x_on_top=True,
            spans=_spans(values),
            table=(tuple(heads), *(_table_row(comparison, row, cards)
                                   for row, cards in enumerate(values))),
            show_legend=False,  # the dialog has it, for the table too
        )  # fmt: skip

    def _readout(
        self, comparison: Comparison, row: int, values: list[float | None], measure: str
    ) -> tuple[str, ...]:
        """The tag, what its figures rest on, and the figure of each model."""
        if row:
            tag = comparison.tags[row - 1]
            head = counted(self.tr("{}: {} of {:# song|# songs}"), tag.name, tag.support, tag.n)
        else:
            text = self.tr("Mean of {:# tag|# tags}, {:# song|# songs}")
            head = counted(text, len(comparison.tags), comparison.n_songs)
        write = _pairs_tick if measure == PAIRS else exact_score_text
        models = [
            f"{letter(index)} {model}: {'–' if value is None else write(value)}"
            for index, (model, value) in enumerate(zip(comparison.models, values, strict=True))
        ]
        return (head, *models)


def _series(index: int, model: str, values: list[list[float | None]]) -> Series:
    known = [(row, row_values[index]) for row, row_values in enumerate(values)
             if row_values[index] is not None]  # fmt: skip
    return Series(
        name=model, legend=f"{letter(index)} {model}", colour=model_colour(index),
        xs=tuple(value for _row, value in known), ys=tuple(float(row) for row, _value in known),
        symbol=index, line=False, aside_px=(index - (len(values[0]) - 1) / 2) * ASIDE_PX,
    )  # fmt: skip


def _spans(values: list[list[float | None]]) -> tuple[tuple[float, float, float], ...]:
    """From the lowest to the highest value of a row."""
    spans = []
    for row, row_values in enumerate(values):
        known = [value for value in row_values if value is not None]
        if len(known) > 1:
            spans.append((min(known), max(known), float(row)))
    return tuple(spans)


def _table_row(comparison: Comparison, row: int, values: list[float | None]) -> tuple[str, ...]:
    texts = ["" if value is None else repr(value) for value in values]
    if not row:
        return ("mean", "", str(comparison.n_songs), *texts)
    tag = comparison.tags[row - 1]
    return (tag.name, str(tag.support), str(tag.n), *texts)


def _pairs_tick(value: float) -> str:
    return str(pair_count(value))


def _tick_text(value: float) -> str:
    return f"{value:g}".replace("0.", ".", 1).replace("-", "−")
