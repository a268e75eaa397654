"""The caption under the heading: the song's tags as the annotator would list them, to be copied."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from rhythmcap_gui import key_names
from rhythmcap_gui.plain_text import tip_text
from rhythmcap_gui.views.widgets.elided_label import ElidedLabel
from rhythmcap_gui.views.widgets.key_cap import KeyButton


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
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.label, 1)
        row.addWidget(self.copy)
        row.addStrut(self.copy.sizeHint().height())
        self.copy.hide()

    def show_caption(self, text: str, left_out: str) -> None:
        """Show a caption; left_out: tags that are predicted, but seldom in this company."""
        self.label.setText(text)
        tips = [text, self.tr("The song's tags in the order in which you would list them.")]
        if left_out:
            tips.append(self.tr("Left out, as seldom in this company: {}").format(left_out))
        self.label.setToolTip(tip_text(tips) if text else "")
        self.copy.setVisible(bool(text))
