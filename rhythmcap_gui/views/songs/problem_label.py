"""What is wrong with a line of text, floating under it so that nothing moves."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QLineEdit

from rhythmcap_gui import theme


class ProblemLabel(QLabel):
    """Plain words; shown again it only changes them, so that it never flickers."""

    def __init__(self, line: QLineEdit) -> None:
        super().__init__(line)
        self.setWordWrap(True)
        self.setProperty("bad", True)
        self.setAccessibleName(self.tr("What is wrong with the search"))
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.hide()

    def show_under(self, line: QLineEdit, text: str) -> None:
        """Show under the line, as wide as it, over whatever is there."""
        window = line.window()
        if self.parentWidget() is not window:
            self.setParent(window)
        self.setStyleSheet(
            f"background: {theme.tokens()['raised']}; border: 1px solid {theme.tokens()['bad']};"
            "border-radius: 6px; padding: 6px 8px;"
        )
        self.setText(text)
        self.setFixedWidth(line.width())
        self.adjustSize()
        self.move(line.mapTo(window, QPoint(0, line.height() + theme.SPACE)))
        self.raise_()
        self.show()
