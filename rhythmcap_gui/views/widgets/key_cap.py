"""Key caps: small painted keys that show the shortcut of a control."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyle, QStyleOptionButton, QWidget

from rhythmcap_gui import theme

CAP_PX = 15
RADIUS_PX = 3.5
FONT_PX = 10
ENTER, BACKSPACE = "enter", "backspace"  # drawn: not every font has signs for them
SIGNS = {
    ENTER: [[(4, -3), (4, 1), (-4, 1)], [(-1.5, -1.5), (-4, 1), (-1.5, 3.5)]],
    BACKSPACE: [[(-1, -3), (5, -3), (5, 3), (-1, 3), (-4.5, 0), (-1, -3)],
                [(0.5, -1.2), (2.9, 1.2)], [(0.5, 1.2), (2.9, -1.2)]],
}  # fmt: skip


class CapStyle(Enum):
    """PLAIN: a hint. LIT: this key would do something now."""

    PLAIN = auto()
    LIT = auto()


def cap_font() -> QFont:
    """Return the small semibold font of the caps."""
    font = QFont()
    font.setPixelSize(theme.scaled(FONT_PX))
    font.setWeight(QFont.Weight.DemiBold)
    return font


def cap_width_px(key: str) -> float:
    """Return the width of a cap: square for a letter, wider for a word."""
    if len(key) <= 1:
        return theme.scaled(CAP_PX)
    if key in SIGNS:
        return theme.scaled(CAP_PX) + 5
    return max(theme.scaled(CAP_PX), QFontMetrics(cap_font()).horizontalAdvance(key) + 8)


def paint_cap(
    painter: QPainter, at: QPointF, key: str, style: CapStyle, hue: QColor | None = None
) -> None:
    """Paint a cap with its upper left corner at a point; a lit one takes the hue as ground."""
    box = QRectF(at.x() + 0.5, at.y() + 0.5, cap_width_px(key) - 1, theme.scaled(CAP_PX) - 1)
    lit = style is CapStyle.LIT
    ground = (hue or theme.colour("accent")) if lit else theme.colour("ground")
    painter.setPen(QPen(ground if lit else theme.colour("line"), 1))
    painter.setBrush(ground)
    painter.drawRoundedRect(box, RADIUS_PX, RADIUS_PX)
    ink = theme.colour("panel" if lit else "dim")
    if key in SIGNS:
        _paint_sign(painter, box.center(), key, ink)
        return
    painter.setFont(cap_font())
    painter.setPen(ink)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, key.upper() if len(key) == 1 else key)


def _paint_sign(painter: QPainter, centre: QPointF, key: str, ink: QColor) -> None:
    painter.setPen(QPen(ink, 1.1, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    for stroke in SIGNS[key]:
        painter.drawPolyline([QPointF(centre.x() + x, centre.y() + y) for x, y in stroke])


class KeyButton(QPushButton):
    """A button with the cap of its key beside the label."""

    def __init__(self, text: str, key: str, tip: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._key = key
        self.modifiers = Qt.KeyboardModifier.NoModifier  # of the last click
        self.setToolTip(tip)
        self.setAccessibleName(text)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_key(self, key: str) -> None:
        """Show another key."""
        self._key = key
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        gap = theme.SPACE * 2 if self._key else 0
        return QSize(hint.width() + round(gap + self._cap_px()), hint.height())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.modifiers = event.modifiers()
        super().mouseReleaseEvent(event)
        self.modifiers = Qt.KeyboardModifier.NoModifier

    def _cap_px(self) -> float:
        return cap_width_px(self._key) if self._key else 0

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.style().drawControl(QStyle.ControlElement.CE_PushButton, option, painter, self)
        words = self.fontMetrics().horizontalAdvance(self.text())
        gap = theme.SPACE * 2 if self._key else 0
        left = (self.width() - words - gap - self._cap_px()) / 2
        painter.setFont(self.font())
        ink = "on_primary" if self.property("primary") else "text"
        painter.setPen(theme.colour(ink if self.isEnabled() else "faint"))
        box = QRectF(left, 0, words + 2, self.height())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft,
                         self.text())  # fmt: skip
        if self._key:
            at = QPointF(left + words + gap, (self.height() - theme.scaled(CAP_PX)) / 2)
            paint_cap(painter, at, self._key, CapStyle.PLAIN)
