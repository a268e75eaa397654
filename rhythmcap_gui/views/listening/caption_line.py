"""The caption under the heading: the song's tags as the annotator would list them, to be copied."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from rhythmcap_gui import key_names
from rhythmcap_gui.plain_text import tip_text
from rhythmcap_gui.views.widgets.elided_label import ElidedLabel
from rhythmcap_gui.views.widgets.key_cap import KeyButton

GAP_PX = 4


class CaptionLine(QWidget):
    """Keeps its height without a caption, so that nothing moves. copy_requested()."""

    copy_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.label = ElidedLabel()
        self.label.setProperty("dim", True)
        self.label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.copy = KeyButton(self.tr("Copy"), "", "")
        self.copy.setProperty("quiet", True)
        key_names.tip(self.copy, "song.copy_caption", self.tr("Copy the caption"))
        key_names.cap(self.copy, "", "Ctrl+Alt+C")
        self.copy.clicked.connect(self.copy_requested)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, GAP_PX, 0, 0)
        row.setSizeConstraint(QHBoxLayout.SizeConstraint.SetNoConstraint)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        row.setSpacing(8)
        row.addWidget(self.label, 1)
        row.addWidget(self.copy)
        self.copy.hide()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.copy.sizeHint().height() + GAP_PX)

    def minimumSizeHint(self) -> QSize:
        """In a low window it gives way."""
        return QSize(0, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Show nothing rather than half of it."""
        is_whole = self.height() >= self.copy.sizeHint().height()
        self.label.setVisible(is_whole)
        self.copy.setVisible(is_whole and bool(self.label.text()))

    def show_caption(self, text: str, left_out: str) -> None:
        """Show a caption; left_out: tags that are predicted, but seldom in this company."""
        self.label.setText(text)
        tips = [text, self.tr("The song's tags in the order in which you would list them.")]
        if left_out:
            tips.append(self.tr("Left out, as seldom in this company: {}").format(left_out))
        self.label.setToolTip(tip_text(tips) if text else "")
        self._fit()
