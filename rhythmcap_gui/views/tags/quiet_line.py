"""One quiet line under the chips: a text, what can be done about it, and a cross to close it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from rhythmcap_gui import theme
from rhythmcap_gui.session import Session
from rhythmcap_gui.views.widgets.flow_layout import FlowLayout


class QuietLine(QFrame):
    """Hidden while it has nothing to say. closed(): by its cross, which a subclass names."""

    closed = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.text = QLabel(wordWrap=True)
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.text.setProperty("caption", True)
        self.close_button = QToolButton(autoRaise=True)
        self.close_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.close_button.clicked.connect(self.closed)
        self._offers = QWidget()
        self._flow = FlowLayout(self._offers)
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(self.text, 1)
        head.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 6, 12, 2)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self._offers)
        theme.notifier().theme_changed.connect(self._apply_theme)
        self._apply_theme()
        self.hide()

    def name_cross(self, name: str) -> None:
        """Say what closing it means."""
        self.close_button.setToolTip(name)
        self.close_button.setAccessibleName(name)

    def say(self, text: str) -> None:
        """Show a text."""
        self.text.setText(text)
        self.setAccessibleName(text)
        self.show()

    def _apply_theme(self) -> None:
        self.close_button.setIcon(theme.icon("close", "dim"))
