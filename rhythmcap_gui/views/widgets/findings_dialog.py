"""A window that tells what was found: a sentence, what it rests on, and charts or tables below."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, QSize, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from rhythmcap_gui.views.widgets.work_dialog import WorkDialog

MARGIN = QSize(20, 60)  # of the screen that stays free
EDGE_PX, GAP_PX = 16, 8

Part = tuple[QWidget | QLayout, int]  # and how far it stretches


class FindingsDialog(WorkDialog):
    """Stands beside the window. export_ended(text, "good" or "error") of a chart.

    summary: the sentence. caption: what it rests on.
    """

    export_ended = Signal(str, str)

    def __init__(self, size: QSize, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModal(False)
        self.summary, self.caption = QLabel(wordWrap=True), QLabel(wordWrap=True)
        self.summary.setProperty("heading", True)
        self.caption.setProperty("caption", True)
        self.resize(size.boundedTo(self.screen().availableGeometry().size() - MARGIN))

    def lay_out(
        self,
        parts: Sequence[Part],
        *,
        choices: Sequence[QWidget] = (),
        buttons: Sequence[QWidget] = (),
    ) -> None:
        """Set choices above the words, parts below them, and buttons before Close."""
        close = QPushButton(self.tr("Close"), autoDefault=False)
        close.clicked.connect(self.close)
        box = QVBoxLayout(self)
        box.setContentsMargins(EDGE_PX, EDGE_PX, EDGE_PX, EDGE_PX)
        box.setSpacing(GAP_PX)
        if choices:
            box.addLayout(_row(choices))
        for words in (self.summary, self.caption, self.work):
            box.addWidget(words)
        for part, stretch in parts:
            if isinstance(part, QLayout):
                box.addLayout(part, stretch)
            else:
                box.addWidget(part, stretch)
        box.addStretch(0)
        below = _row(buttons)
        below.addWidget(close)
        box.addLayout(below)

    def offer(self, choice: QComboBox, names: Sequence[str]) -> None:
        """Offer other names; the one that was chosen stays chosen where it is among them."""
        chosen = choice.currentText()
        with QSignalBlocker(choice):
            choice.clear()
            choice.addItems(list(names))
            choice.setCurrentText(chosen)

    def _stopped_text(self) -> str:
        return ""


def _row(widgets: Sequence[QWidget]) -> QHBoxLayout:
    row = QHBoxLayout()
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    return row
