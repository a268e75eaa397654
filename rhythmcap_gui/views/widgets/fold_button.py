"""A button that unfolds what is beneath it, folded away until it is wanted."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget


class FoldButton(QPushButton):
    """Shows ▸ or ▾ before its text. unfolded(bool): it was clicked, not set by the program."""

    unfolded = Signal(bool)

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = text
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setProperty("link", True)
        self.setAccessibleName(text)
        self.toggled.connect(lambda _on: self._show())
        self.clicked.connect(self.unfolded)
        self._show()

    def _show(self) -> None:
        self.setText(f"{'▾' if self.isChecked() else '▸'} {self._text}")
