"""Enter presses the button that has the focus, in every window and dialog."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QPushButton, QToolButton, QWidget
from shiboken6 import isValid

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


class EnterKey(QObject):
    """Follows the focus and watches only the button that has it.

    Qt hands Enter on to the default button where the focused one is no default of its own: on
    "Cancel" it would do what the dialog asks about. In the window it would do nothing.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._watched: QWidget | None = None
        QApplication.instance().focusChanged.connect(self._follow)
        self._follow(None, QApplication.focusWidget())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Press the focused button; a key that is held down presses it once."""
        if event.type() != QEvent.Type.KeyPress or event.key() not in ENTER:
            return False
        if event.modifiers() not in PLAIN:
            return False
        if not event.isAutoRepeat():
            watched.click()
        return True

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        if self._watched is not None and isValid(self._watched):
            self._watched.removeEventFilter(self)
        self._watched = new if isinstance(new, QPushButton | QToolButton) else None
        if self._watched is not None:
            self._watched.installEventFilter(self)
