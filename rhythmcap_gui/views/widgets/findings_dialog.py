"""A window that tells what was found: a sentence, what it rests on, and charts or tables below."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from rhythmcap_gui import theme
from rhythmcap_gui.views.widgets.work_dialog import WorkDialog

MARGIN = QSize(20, 60)  # of the screen that stays free
EDGE_PX, GAP_PX, APART_PX = 16, 8, 16
EMPTY_PX = 560  # the words in the middle of an empty window: longer lines are hard to read

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
WIDEST = 16_777_215  # Qt's own for a widget without a limit
MOST = 100  # the words stretch before what is beside them does

Part = tuple[QWidget | QLayout, int]  # and how far it stretches
Rows = Sequence[tuple[str, ...]]  # of a table, heads first


class FindingsDialog(WorkDialog):
    """Stands beside the window. export_ended(text, "good" or "error") of a chart.

    summary: the sentence. caption: what it rests on. Where nothing was found, they and what can be
    done about it stand in the middle.
    """

    export_ended = Signal(str, str)

    def __init__(self, size: QSize, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModal(False)
        self.summary, self.caption = QLabel(wordWrap=True), QLabel(wordWrap=True)
        self.summary.setProperty("heading", True)
        self.caption.setProperty("caption", True)
        self._words = QWidget()
        self._remedy: QPushButton | None = None
        self._around = QHBoxLayout()
        self._box = QVBoxLayout(self)
        self.resize(size.boundedTo(self.screen().availableGeometry().size() - MARGIN))

    def lay_out(
        self,
        parts: Sequence[Part],
        *,
        choices: Sequence[QWidget] = (),
        buttons: Sequence[QWidget | None] = (),
        remedy: QPushButton | None = None,
    ) -> None:
        """Set choices above the words, parts below them, and buttons before Close; None: a gap.

        remedy: does what has something found; shown where nothing is.
        """
        self._close = QPushButton(self.tr("Close"), autoDefault=False)
        self._close.clicked.connect(self.close)
        self._remedy, self._choices = remedy, choices
        self._box.setContentsMargins(EDGE_PX, EDGE_PX, EDGE_PX, EDGE_PX)
        self._box.setSpacing(GAP_PX)
        if choices:
            self._box.addLayout(_row(choices))
        self._lay_out_words()
        self._n_above = self._box.count()
        self._box.addStretch(0)
        self._box.addLayout(self._around)
        for part, stretch in parts:
            if isinstance(part, QLayout):
                self._box.addLayout(part, stretch)
            else:
                self._box.addWidget(part, stretch)
        self._box.addStretch(0)
        below = _row(buttons)
        below.addWidget(self._close)
        self._box.addLayout(below)

    def _lay_out_words(self) -> None:
        column = QVBoxLayout(self._words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP_PX)
        for words in (self.summary, self.caption, self.work):
            column.addWidget(words)
        if self._remedy is not None:
            column.addSpacing(GAP_PX)
            column.addWidget(self._remedy, 0, Qt.AlignmentFlag.AlignHCenter)
        self._around.addStretch(0)
        self._around.addWidget(self._words, MOST)
        self._around.addStretch(0)

    def tell(self, summary: str, caption: str = "", *, empty: bool = False) -> None:
        """Say what was found; empty: nothing was, and no part below the words is shown."""
        for label, text in ((self.summary, summary), (self.caption, caption)):
            label.setText(text)
            label.setVisible(bool(text))
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter if empty else LEFT)
        if self._remedy is not None:
            self._remedy.setVisible(empty and bool(summary))
        self._give_focus()
        self._words.setMaximumWidth(theme.scaled(EMPTY_PX) if empty else WIDEST)
        for layout, at in (
            (self._around, 0), (self._around, 2), (self._box, self._n_above),
            (self._box, self._box.count() - 2),
        ):  # fmt: skip
            layout.setStretch(at, int(empty))
        self._box.activate()  # longer words need more lines at once

    def _give_focus(self) -> None:
        """Give what can be done the keyboard that went to Close, as it was all there was."""
        if self.focusWidget() not in (None, self._close):
            return
        offered = [one for one in (self._remedy, *self._choices) if one is not None]
        first = next((one for one in offered if one.isVisible()), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def offer(self, choice: QComboBox, names: Sequence[str]) -> None:
        """Offer other names; the one that was chosen stays chosen where it is among them."""
        chosen = choice.currentText()
        with QSignalBlocker(choice):
            choice.clear()
            choice.addItems(list(names))
            choice.setCurrentText(chosen)

    # -- tables ---------------------------------------------------------------------------------

    def save_button(self, tip: str, proposed: str, rows: Callable[[], Rows]) -> QPushButton:
        """Make a button that saves a table. proposed: the file's name. rows: what it saves."""
        button = QPushButton(self.tr("Save the table…"), autoDefault=False)
        button.setToolTip(tip)
        button.clicked.connect(lambda: self._save(proposed, rows))
        return button

    def choose_table(self, proposed: str) -> Path | None:
        """Ask where a table is to be written; None where nowhere."""
        name, _filter = QFileDialog.getSaveFileName(
            self, self.tr("Save the table"), str(Path.home() / proposed),
            f"{self.tr('Table')} (*.csv)",
        )  # fmt: skip
        if not name:
            return None
        return Path(name) if Path(name).suffix else Path(f"{name}.csv")

    def write(self, path: Path, table: bytes) -> None:
        """Write a table, and say how that went."""
        from rhythmcap_gui.views.widgets.chart_export import write  # charts load late

        problem = write(path, table)
        self.work.end(problem or self.tr("Saved as {}").format(path), good=not problem)

    def _save(self, proposed: str, rows: Callable[[], Rows]) -> None:
        from core.exchange.tables.cell_records import csv_text

        if (path := self.choose_table(proposed)) is not None:
            self.write(path, csv_text(rows()).encode("utf-8"))

    def _stopped_text(self) -> str:
        return ""


def _row(widgets: Sequence[QWidget | None]) -> QHBoxLayout:
    row = QHBoxLayout()
    for widget in widgets:
        if widget is None:
            row.addSpacing(APART_PX)
        else:
            row.addWidget(widget)
    row.addStretch(1)
    return row
