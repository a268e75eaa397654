"""A row of colours that colour-blind eyes can tell apart, and any other colour on demand."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QColorDialog,
    QHBoxLayout,
    QPushButton,
    QWidget,
)

from rhythmcap_gui import theme

SWATCH_PX = 22
N_HUES, SATURATION, VALUE = 72, 0.55, 0.88  # of a colour beside those of the row


def unused_colour(used: Iterable[str]) -> str:
    """Return a colour of the row that is not used yet; else one whose hue is far from the used."""
    taken = {code.lower() for code in used}
    fresh = [code for code in theme.CATEGORY_COLOURS if code.lower() not in taken]
    if fresh:
        return fresh[0]
    hues = [QColor(code).hueF() for code in taken if QColor(code).hueF() >= 0]
    tried = [step / N_HUES for step in range(N_HUES)]
    away = {hue: min(abs((hue - other + 0.5) % 1 - 0.5) for other in hues) for hue in tried}
    return QColor.fromHsvF(max(tried, key=lambda hue: away[hue]), SATURATION, VALUE).name()


class Swatch(QAbstractButton):
    """One colour; "" is “as the category”, painted as an empty ring."""

    def __init__(self, code: str, name: str) -> None:
        super().__init__()
        self.code = code
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setFixedSize(SWATCH_PX, SWATCH_PX)

    def sizeHint(self) -> QSize:
        return QSize(SWATCH_PX, SWATCH_PX)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        if self.isChecked() or self.hasFocus():
            ring = theme.colour("accent" if self.hasFocus() else "text")
            painter.setPen(QPen(ring, 2))
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 6, 6)
        inner = box.adjusted(4, 4, -4, -4)
        if self.code:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.category_colour(self.code))
        else:
            painter.setPen(QPen(theme.colour("dim"), 1.2, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(inner, 3, 3)


class ColourChoice(QWidget):
    """Emits chosen("#rrggbb", or "" for as the category)."""

    chosen = Signal(str)

    def __init__(self, *, inherits: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._swatches = QButtonGroup(self)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(2)
        if inherits:
            self._add("", self.tr("The category's colour"))
        for code in theme.CATEGORY_COLOURS:
            self._add(code, code)
        other = QPushButton(self.tr("Other…"))
        other.setProperty("link", True)
        other.setAutoDefault(False)
        other.clicked.connect(self._pick_other)
        self._row.addWidget(other)
        self._row.addStretch()
        self._swatches.buttonClicked.connect(lambda swatch: self.chosen.emit(swatch.code))

    def _add(self, code: str, name: str) -> Swatch:
        swatch = Swatch(code, name)
        self._swatches.addButton(swatch)
        self._row.insertWidget(len(self._swatches.buttons()) - 1, swatch)
        return swatch

    def colour(self) -> str:
        """Return the colour chosen, "" for as the category."""
        swatch = self._swatches.checkedButton()
        return swatch.code if isinstance(swatch, Swatch) else ""

    def set_colour(self, code: str) -> None:
        """Choose a colour; add it to the row where it is not in it."""
        for swatch in self._swatches.buttons():
            if isinstance(swatch, Swatch) and swatch.code.lower() == code.lower():
                swatch.setChecked(True)
                return
        if QColor(code).isValid():
            self._add(code, code).setChecked(True)

    def _pick_other(self) -> None:
        first = QColor(self.colour() or theme.CATEGORY_COLOURS[0])
        picked = QColorDialog.getColor(first, self, self.tr("Colour"))
        if picked.isValid():
            self.set_colour(picked.name())
            self.chosen.emit(picked.name())
