"""How fast the song plays, its pitch kept: "1.0 ×", and a menu of other speeds."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from rhythmcap_gui.number_format import decimal_text

CHOICES = (0.5, 0.6, 0.7, 0.8, 0.9, 1.0, 1.1, 1.25, 1.5)


class SpeedButton(QToolButton):
    """Shows the speed; any but the song's own is marked."""

    chosen = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setToolTip(self.tr("Slower or faster, in the same pitch"))
        menu = QMenu(self)
        self._group = QActionGroup(menu)
        for speed in CHOICES:
            action = menu.addAction(speed_text(speed))
            action.setCheckable(True)
            action.setData(speed)
            self._group.addAction(action)
        self._group.triggered.connect(lambda action: self.chosen.emit(action.data()))
        self.setMenu(menu)
        self.show_speed(1.0)

    def show_speed(self, speed: float) -> None:
        """The player plays this fast now."""
        self.setText(speed_text(speed))
        self.setAccessibleName(self.tr("Speed, {}").format(speed_text(speed)))
        self.setProperty("changed", abs(speed - 1) > 1e-6)
        self.style().unpolish(self)
        self.style().polish(self)
        for action in self._group.actions():
            action.setChecked(abs(action.data() - speed) < 1e-6)


def speed_text(speed: float) -> str:
    """ "0.75 ×", "1.0 ×"."""
    whole = decimal_text(speed, 2)
    return f"{whole[:-1] if whole.endswith('0') else whole} ×"
