"""The right column: what the model suggests, its own words, and the tags of the open song."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from rhythmcap_gui import theme

TAGS_PX = 60  # more than the least of the tags, before the model's own words are shown
LEAST_PX = 264  # the width in which a suggestion's buttons are whole


class TagColumn(QFrame):
    """Two panels over the editor; the second one gives way where the window is very low."""

    def __init__(self, suggestions: QWidget, words: QWidget, editor: QWidget) -> None:
        super().__init__()
        self.setProperty("column", True)
        self.setMinimumWidth(theme.scaled(LEAST_PX))
        self._suggestions, self._editor = suggestions, editor
        self._words = QFrame()
        inside = QVBoxLayout(self._words)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(words)
        self._frame = QVBoxLayout()
        self._frame.setContentsMargins(12, 12, 12, 4)
        self._frame.setSpacing(8)
        self._frame.addWidget(suggestions)
        self._frame.addWidget(self._words)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._frame)
        column.addWidget(editor, 1)

    def minimumSizeHint(self) -> QSize:
        """What the suggestions and the tags need."""
        whole = super().minimumSizeHint()
        return QSize(whole.width(), self._least_px())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:  # a panel was folded, or shows more
            self._fit()
        return super().event(event)

    def _fit(self) -> None:
        words_px = self._words.minimumSizeHint().height() + self._frame.spacing()
        needed = self._least_px() + words_px + theme.scaled(TAGS_PX)
        self._words.setVisible(self.height() >= needed)

    def _least_px(self) -> int:
        parts = (self._suggestions, self._editor)
        heights = [part.minimumSizeHint().height() for part in parts if part.isVisibleTo(self)]
        margins = self._frame.contentsMargins()
        return sum(heights) + margins.top() + margins.bottom()
