"""Singular values of a network's layers: a table of the layers, and the curves of chosen ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLabel,
    QSplitter,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from core.models.inside_records import LayerKind
from rhythmcap_gui import theme
from rhythmcap_gui.number_format import counted, decimal_text
from rhythmcap_gui.views.widgets.chart import Chart
from rhythmcap_gui.views.widgets.chart_data import Axis, ChartData, Series
from rhythmcap_gui.views.widgets.plain_table import LEFT, RIGHT, make_plain

if TYPE_CHECKING:
    from core.models.inside_records import LayerSpectrum, ModelInside

MOST_CURVES = 8
NUMBERS_FROM = 2  # column
N_READOUTS = 11
TABLE_PX = 420


class SpectraPage(QWidget):
    """export_ended(text, "good" or "error"): of the chart's own menu."""

    export_ended = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._found: ModelInside | None = None
        self.sentence = QLabel(wordWrap=True)
        self.table = self._make_table()
        self.chart = Chart("rhythmcap-singular-values")
        self.chart.setMinimumSize(320, 220)
        self.chart.setAccessibleName(self.tr("Singular values"))
        self.chart.export_ended.connect(self.export_ended)
        self.chart.set_empty_text(self.tr("Choose one or several layers in the table."))
        halves = QSplitter(Qt.Orientation.Horizontal)
        halves.addWidget(self.table)
        halves.addWidget(self.chart)
        halves.setChildrenCollapsible(False)
        halves.setStretchFactor(0, 5)
        halves.setStretchFactor(1, 6)
        halves.setSizes([500, 600])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.sentence)
        column.addWidget(halves, 1)

    def show_inside(self, found: ModelInside) -> None:
        """Show all layers; the curves of those that convolve."""
        self._found = found
        self.sentence.setText(rank_sentence(found))
        heads = [
            self.tr("Layer"), self.tr("Kind"), self.tr("Weights"), self.tr("Directions used"),
            self.tr("by chance"),
        ]  # fmt: skip
        if found.parent:
            heads.append(self.tr("Changed"))
        self.table.setColumnCount(len(heads))
        self.table.setHorizontalHeaderLabels(heads)
        self.table.setRowCount(len(found.layers))
        for row, layer in enumerate(found.layers):
            for column, text in enumerate(self._cells(layer, bool(found.parent))):
                item = QTableWidgetItem(text)
                item.setTextAlignment(RIGHT if column >= NUMBERS_FROM else LEFT)
                if layer.is_low_rank and column in (0, 3):
                    item.setForeground(theme.colour("bad"))
                item.setToolTip(_layer_tip(layer))
                self.table.setItem(row, column, item)
        self.table.resizeColumnsToContents()
        self.table.setMinimumWidth(theme.scaled(TABLE_PX))
        self.table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self._choose_first()

    def _choose_first(self) -> None:
        layers = self._found.layers if self._found is not None else ()
        convolve = [row for row, one in enumerate(layers) if one.kind is LayerKind.CONVOLUTION]
        self.table.clearSelection()
        for row in (convolve or list(range(len(layers))))[:MOST_CURVES]:
            self.table.selectRow(row)

    def _make_table(self) -> QTableWidget:
        table = QTableWidget(0, 5)
        make_plain(table, theme.scaled(24))
        table.setAccessibleName(self.tr("Layers"))
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.MultiSelection)
        table.itemSelectionChanged.connect(self._draw)
        return table

    def _cells(self, layer: LayerSpectrum, has_parent: bool) -> list[str]:
        kinds = {
            LayerKind.CONVOLUTION: self.tr("convolution"),
            LayerKind.DENSE: self.tr("dense"),
            LayerKind.RECURRENT: self.tr("recurrent"),
        }
        n_in = 1
        for size in layer.shape[1:]:
            n_in *= size
        cells = [
            layer.name, kinds[layer.kind], f"{layer.shape[0]} × {n_in}",
            self.tr("{rank} of {n}").format(rank=decimal_text(layer.rank, 1), n=layer.n_values),
            decimal_text(layer.random_rank, 1),
        ]  # fmt: skip
        if has_parent:
            cells.append("–" if layer.change is None else _percent(layer.change))
        return cells

    def _draw(self) -> None:
        rows = sorted({index.row() for index in self.table.selectedIndexes()})
        if self._found is None or not rows:
            self.chart.show_data(None)
            return
        self.chart.show_data(_chart_data(self._found, [self._found.layers[row] for row in rows]))


def _chart_data(found: ModelInside, layers: list[LayerSpectrum]) -> ChartData:
    shown, series = layers[:MOST_CURVES], []
    for number, layer in enumerate(shown):
        hue = theme.CATEGORY_COLOURS[number % len(theme.CATEGORY_COLOURS)]
        xs, ys = layer.points(layer.values)
        series.append(Series(layer.name, layer.name, hue, xs, ys, number))
    if len(shown) == 1:
        [layer] = shown
        xs, ys = layer.points(layer.random_values)
        chance = _tr("weights drawn at random")
        series.append(Series(chance, chance, "faint", xs, ys, 1))
        if layer.parent is not None:
            xs, ys = layer.points(layer.parent)
            series.append(Series(found.parent, found.parent, "accent", xs, ys, 2))
    readouts = []
    for step in range(N_READOUTS):
        percent = 100.0 * step / (N_READOUTS - 1)
        lines = [_tr("{percent} % of the directions").format(percent=round(percent))]
        lines += [f"{one.name}: {decimal_text(_value_at(one, percent), 3)}" for one in series]
        readouts.append((percent, tuple(lines)))
    return ChartData(
        x=Axis(_tr("directions, strongest first (%)"), 0.0, 100.0, "{:.0f}".format),
        y=Axis(_tr("singular value (strongest = 1)"), 0.0, 1.02, _value_text, least_step=0.01),
        series=tuple(series),
        readouts=tuple(readouts),
        table=found.table(),
    )


def _value_at(series: Series, percent: float) -> float:
    nearest = min(range(len(series.xs)), key=lambda index: abs(series.xs[index] - percent))
    return float(series.ys[nearest] or 0.0)


def _value_text(value: float) -> str:
    return decimal_text(value, 2)


def _percent(share: float) -> str:
    """Write a share of change as percent; what is not changed is 0 %."""
    if share == 0:
        return "0 %"
    return f"{decimal_text(100 * share, 1)} %" if share >= 0.0005 else "< 0.1 %"


def _layer_tip(layer: LayerSpectrum) -> str:
    text = _tr("{name}: weights of {shape}; directions used is the effective rank")
    return text.format(name=layer.name, shape=" × ".join(map(str, layer.shape)))


def rank_sentence(found: ModelInside) -> str:
    """Say which layers are nearly of low rank, and what learning changed."""
    if not found.layers:
        return ""
    low = found.low_rank
    if low:
        names = ", ".join(layer.name for layer in low)
        text = counted(
            _tr("{n:# layer uses|# layers use} fewer than half of the directions that random "
                "weights of that size would use, and could be made smaller: {names}."),
            n=len(low), names=names,
        )  # fmt: skip
    else:
        text = _tr(
            "No layer uses fewer than half of the directions that random weights of its size "
            "would use: none is nearly of low rank."
        )
    return f"{text} {_change_sentence(found)}".strip()


def _change_sentence(found: ModelInside) -> str:
    if not found.parent:
        return ""
    shared = [layer for layer in found.layers if layer.change is not None]
    if shared and not found.changed:
        text = _tr(
            "All layers that “{parent}” has are the same here, to the last bit: learning taught "
            "only the words."
        )
        return text.format(parent=found.parent)
    text = _tr("Learning changed {n} of the {shared} layers that “{parent}” has.")
    return text.format(n=len(found.changed), shared=len(shared), parent=found.parent)


def _tr(text: str) -> str:
    return QCoreApplication.translate("spectra_page", text)
