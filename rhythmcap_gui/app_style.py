"""The style under the style sheet: what it cannot say of labels, spin boxes and dialogs.

A style polishes every widget before it is measured or shown, also those inside Qt's own message
boxes and dialogs, and the label that all tooltips are shown in.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QDialog,
    QInputDialog,
    QLabel,
    QLineEdit,
    QProxyStyle,
)

SPIN_PAD_PX = 6  # between figures, the frame and the arrows
QUESTION_PX = 380  # of a dialog with one question and one field
FRAME = QSize(16, 48)  # px, the widest that desktops draw around a window


class AppStyle(QProxyStyle):
    """Fusion; no label guesses whether its text is rich, no dialog is larger than the screen."""

    def __init__(self) -> None:
        super().__init__("Fusion")

    def polish(self, target: Any) -> Any:
        """Polish a widget, palette or application."""
        if isinstance(target, QLabel) and target.textFormat() == Qt.TextFormat.AutoText:
            target.setTextFormat(Qt.TextFormat.PlainText)
        if isinstance(target, QLineEdit) and isinstance(target.parent(), QAbstractSpinBox):
            target.setTextMargins(SPIN_PAD_PX, 0, SPIN_PAD_PX, 0)  # Qt ignores a style sheet's
        if isinstance(target, QInputDialog):
            target.setMinimumWidth(QUESTION_PX)  # its title is a part of the question
        if isinstance(target, QDialog):
            room = target.screen().availableSize() - FRAME
            target.resize(target.size().boundedTo(room))
        return super().polish(target)
