"""A chart in the look of the house: hover and keys tell values, zoom, legend, export.

Whoever has figures builds a ChartData and calls `show_data`; pyqtgraph draws it (chart_plot.py,
imported with the first data, so that no start waits for it).
"""

from __future__ import annotations

import sys
import threading
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QContextMenuEvent,
    QFocusEvent,
    QHideEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QMenu, QVBoxLayout, QWidget

from core.exchange.tables.cell_records import tab_text
from rhythmcap_gui import theme
from rhythmcap_gui.views.widgets.chart_data import ChartData
from rhythmcap_gui.views.widgets.placeholder import Placeholder, paint_placeholder

if TYPE_CHECKING:
    from rhythmcap_gui.views.widgets.chart_plot import PlotView

ZOOM_STEP = 1.5
AWAY_PX = 14
BY_KEYBOARD = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)
STEPS = {
    Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1,
    Qt.Key.Key_Home: -1_000_000, Qt.Key.Key_End: 1_000_000,
}  # fmt: skip
ZOOM_KEYS = {
    Qt.Key.Key_Plus: "in", Qt.Key.Key_Equal: "in", Qt.Key.Key_Minus: "out", Qt.Key.Key_0: "fit",
}  # fmt: skip


class Chart(QWidget):
    """Ctrl+wheel or a drag zooms, a double click fits again; a wheel alone scrolls what is around.

    export_ended(text, "good" or "error"). file_stem: the proposed name of a saved file.
    """

    export_ended = Signal(str, str)

    def __init__(self, file_stem: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._file_stem, self._empty_text = file_stem, ""
        self._plot: PlotView | None = None
        self._chosen: int | None = None
        self._by_keyboard = False
        self.data: ChartData | None = None
        self.readout = QLabel(self)
        self.readout.setTextFormat(Qt.TextFormat.RichText)
        self.readout.setProperty("readout", True)
        self.readout.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.readout.hide()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(2, 2, 2, 2)
        self._actions = self._make_actions()
        self.setAccessibleDescription(self._hint())
        theme.notifier().theme_changed.connect(self._redraw)

    # -- what is shown ----------------------------------------------------------------------

    def show_data(self, data: ChartData | None) -> None:
        """Draw it; None: nothing but a word."""
        former, self.data = self.data, data
        if data is not None and self._plot is None:
            self._plot = self._make_plot()
        if self._plot is not None:
            self._plot.setVisible(data is not None)
            if data is not None:
                kept = former is not None and former.x.title == data.x.title
                self._plot.show_data(data, keep_zoom=kept)
        if data is None:
            self._chosen = None
        self._move_readout()
        for action in self._actions.values():
            action.setEnabled(data is not None)
        self._allow_fit()
        self.update()

    def build_plot(self, data: ChartData) -> None:
        """Make the plot in the form that this data has, and do not show it yet."""
        self._plot = self._make_plot()
        self._plot.setVisible(False)
        self._plot.show_data(data)

    def set_empty_text(self, text: str) -> None:
        """What stands here while there is no data."""
        self._empty_text = text
        self.update()

    def zoom(self, step: str) -> None:
        """ "in", "out", or "fit": all of it."""
        if self._plot is None:
            return
        if step == "fit":
            self._plot.fit()
        else:
            self._plot.zoom(ZOOM_STEP if step == "in" else 1 / ZOOM_STEP)

    @property
    def plot(self) -> PlotView | None:
        """What draws; None before the first data."""
        return self._plot

    def _make_plot(self) -> PlotView:
        plot = load_plotting()(self)
        plot.hovered.connect(self._choose)
        plot.zoomed.connect(self._zoomed)
        self._layout.addWidget(plot)
        return plot

    def _redraw(self) -> None:
        if self._plot is not None and self.data is not None:
            self._plot.show_data(self.data, keep_zoom=True)
        self._move_readout()
        self.update()

    def _zoomed(self) -> None:
        self._allow_fit()
        self._move_readout()

    def _allow_fit(self) -> None:
        self._actions["fit"].setEnabled(self._plot is not None and self._plot.is_zoomed)

    # -- the readout ------------------------------------------------------------------------

    def _choose(self, index: int | None) -> None:
        """Tell the values of one readout; None: of none."""
        if index != self._chosen:
            self._chosen = index
            self._move_readout()

    def _move_readout(self) -> None:
        readouts = self.data.readouts if self.data is not None else ()
        if self._plot is None or self._chosen is None or self._chosen >= len(readouts):
            self.readout.hide()
            self.setAccessibleDescription(self._hint())
            if self._plot is not None:
                self._plot.point_at(None)
            return
        at, lines = readouts[self._chosen]
        point = self._plot.point_at(at)
        self.setAccessibleDescription(", ".join(lines))
        if self.readout.parentWidget() is not self.window():
            self.readout.setParent(self.window())  # it may reach beyond the chart
        self.readout.setVisible(point is not None)
        if point is None:
            return
        heading, *values = (escape(line) for line in lines)
        self.readout.setFont(theme.font(theme.CAPTION_PX + 1, figures=True))
        self.readout.setText("<br>".join([f"<b>{heading}</b>", *values]))
        self.readout.adjustSize()
        self.readout.move(self._beside(self._plot.mapTo(self.window(), point)))
        self.readout.raise_()

    def _beside(self, spot: QPoint) -> QPoint:
        """Where the readout stands, in the window: beside a column, below or above a row."""
        size, window = self.readout.size(), self.window()
        x = spot.x() + AWAY_PX
        if x + size.width() > window.width() - AWAY_PX:
            x = spot.x() - AWAY_PX - size.width()
        y = spot.y() - size.height() // 2
        if self.data.by_row:
            below, above = spot.y() + AWAY_PX, spot.y() - AWAY_PX - size.height()
            y = below if below + size.height() < window.height() else above
        return QPoint(max(x, 0), max(y, 0))

    def hideEvent(self, event: QHideEvent) -> None:
        self._choose(None)
        super().hideEvent(event)

    # -- keys -------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        override = event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if override and self._takes(event):
            event.accept()  # the chart has the keys while Tab has led here
            return True
        return super().event(event)

    def _takes(self, event: QKeyEvent) -> bool:
        if not self._by_keyboard or self.data is None:
            return False
        key, plain = event.key(), not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        copies = event.matches(QKeySequence.StandardKey.Copy)
        return copies or (plain and (key in STEPS or key in ZOOM_KEYS))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if not self._takes(event):
            super().keyPressEvent(event)
        elif key in STEPS:
            last = len(self.data.readouts) - 1 if self.data is not None else 0
            begin = last + 1 if STEPS[key] < 0 else -1
            now = begin if self._chosen is None else self._chosen
            self._choose(min(max(now + STEPS[key], 0), last))
        elif key in ZOOM_KEYS:
            self.zoom(ZOOM_KEYS[key])
        else:
            self.copy_values()

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._by_keyboard = event.reason() in BY_KEYBOARD
        self.update()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._by_keyboard = False
            self._choose(None)
        self.update()
        super().focusOutEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        if self.data is None and self._empty_text:
            placeholder = Placeholder("", self._empty_text)
            paint_placeholder(painter, self.rect().adjusted(2, 2, -2, -2), placeholder)
        if self._by_keyboard and self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.colour("accent"), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 4, 4)
        painter.end()

    # -- menu and export --------------------------------------------------------------------

    def _hint(self) -> str:
        return self.tr("The arrow keys tell the values, + and − zoom; the menu key saves them.")

    def _make_actions(self) -> dict[str, QAction]:
        calls = {
            "in": (self.tr("Zoom in"), lambda: self.zoom("in")),
            "out": (self.tr("Zoom out"), lambda: self.zoom("out")),
            "fit": (self.tr("Show all"), lambda: self.zoom("fit")),
            "copy": (self.tr("Copy the values"), self.copy_values),
            "values": (self.tr("Save the values (CSV)…"), self._choose_values),
            "picture": (self.tr("Save as a picture…"), self._choose_picture),
        }
        actions = {}
        for name, (text, call) in calls.items():
            actions[name] = QAction(text, self, enabled=False)
            actions[name].triggered.connect(lambda _checked=False, call=call: call())
        return actions

    def menu(self) -> QMenu:
        """All that can be done with the chart."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for name, action in self._actions.items():
            if name == "copy":
                menu.addSeparator()
            menu.addAction(action)
        return menu

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        middle = self.mapToGlobal(self.rect().center())
        self.menu().popup(middle if by_key else event.globalPos())

    def copy_values(self) -> None:
        """The values with tabs between the columns, for a paper or a spreadsheet."""
        if self.data is not None:
            QApplication.clipboard().setText(tab_text(self.data.table))

    def save(self, path: Path) -> None:
        """Write the whole chart as .png, .svg or .csv; export_ended() says how it went."""
        from rhythmcap_gui.views.widgets.chart_export import exported, write

        if self.data is None or self._plot is None:
            return
        problem = write(path, exported(self.data, self._plot.size(), path.suffix.lower()))
        if problem:
            text = self.tr("{} could not be written: {}").format(path.name, problem)
            self.export_ended.emit(text, "error")
        else:
            self.export_ended.emit(self.tr("Saved as {}").format(path), "good")

    def _choose_picture(self) -> None:
        kinds = f"{self.tr('Picture')} (*.png);;{self.tr('Drawing, sharp at any size')} (*.svg)"
        self._choose_file(self.tr("Save as a picture"), kinds, ".png")

    def _choose_values(self) -> None:
        self._choose_file(self.tr("Save the values"), f"{self.tr('Table')} (*.csv)", ".csv")

    def _choose_file(self, title: str, kinds: str, suffix: str) -> None:
        proposed = str(Path.home() / f"{self._file_stem}{suffix}")
        name, kind = QFileDialog.getSaveFileName(self, title, proposed, kinds)
        if name:
            path = Path(name)
            chosen = ".svg" if "svg" in kind else suffix
            known = path.suffix.lower() in (".png", ".svg", ".csv")
            self.save(path if known else path.with_name(f"{path.name}{chosen}"))


def load_plotting() -> type[PlotView]:
    """Import pyqtgraph, which takes a quarter of a second; may be called in any thread."""
    hooks = sys.excepthook, threading.excepthook
    from rhythmcap_gui.views.widgets.chart_plot import PlotView

    sys.excepthook, threading.excepthook = hooks  # pyqtgraph puts its own before ours
    return PlotView
