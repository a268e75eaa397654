"""The place on a category's head for "the rest is no"; it shows the key while its category is lit.

Not in the order of Tab: the category's letter and the key do the same.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QToolTip, QWidget

from core.library.records import Category
from rhythmcap_gui import key_names, theme
from rhythmcap_gui.plain_text import literal, tip_text
from rhythmcap_gui.views.widgets.key_cap import CAP_PX, CapStyle, cap_width_px, paint_cap

ACTION = "tags.rest"
GAP_PX = 4


class RestButton(QAbstractButton):
    """A few quiet words; lit with the category."""

    def __init__(self, category: Category, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._category = category
        self._armed: bool | None = None
        self.setText(self.tr("✕ rest"))
        template = self.tr("The rest of {category} is no")
        self.setAccessibleName(literal(template.format(category=category.name)))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def show_armed(self, armed: bool | None) -> None:
        """True: the next letter means this category; False: another; None: no chord."""
        self._armed = armed
        self.update()

    def keys(self) -> str:
        """Return the keys that do the same, "" where there are none."""
        key = key_names.key_of(ACTION)
        return f"{self._category.key.upper()} {key}" if key and self._category.key else ""

    def explain(self) -> str:
        """Return the tooltip."""
        text = self.tr("Tags of {category} that are not judged become no")
        keys = self.keys()
        return text.format(category=self._category.name) + (f" ({keys})" if keys else "")

    def sizeHint(self) -> QSize:
        words = QFontMetrics(theme.font(theme.CAPTION_PX)).horizontalAdvance(self.text())
        key = key_names.key_of(ACTION)
        cap_px = GAP_PX + cap_width_px(key) if key else 0
        return QSize(round(words + cap_px) + 2 * GAP_PX, theme.scaled(CAP_PX) + 3)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), tip_text([self.explain()]), self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._armed is False or not self.isEnabled():
            painter.setOpacity(0.5)
        is_lit = self._armed is True or (self.underMouse() and self.isEnabled())
        painter.setFont(theme.font(theme.CAPTION_PX))
        painter.setPen(theme.colour("text" if is_lit else "dim"))
        key = key_names.key_of(ACTION)
        cap_px = cap_width_px(key) if key else 0
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        words = self.rect().adjusted(GAP_PX, 0, -GAP_PX, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.text())
        if key and self._armed is True:
            left = GAP_PX if mirrored else self.width() - GAP_PX - cap_px
            box = QRectF(left, (self.height() - theme.scaled(CAP_PX)) / 2, cap_px, 0)
            hue = theme.category_colour(self._category.colour)
            paint_cap(painter, QPointF(box.topLeft()), key, CapStyle.LIT, hue)
