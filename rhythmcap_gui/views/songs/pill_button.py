"""A rounded button with a count: “Not tagged 214”, the name quiet, the count strong."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QStyle, QStyleOptionButton

from rhythmcap_gui import theme
from rhythmcap_gui.number_format import number_text
from rhythmcap_gui.plain_text import literal

GAP_PX = 5
FONT_PX = 12
HEIGHT_PX = 26  # twice the style sheet's corner, and a bit


@dataclass(frozen=True, slots=True)
class NamedQuery:
    """A search under a name; own: the user saved it and may change it. tip: what it finds."""

    name: str
    query: str
    own: bool = False
    tip: str = ""


class PillButton(QPushButton):
    """A checkable button; count: None while it is not known; more: dim text behind it."""

    def __init__(self, pill: NamedQuery) -> None:
        super().__init__()
        self.pill = pill
        self.count: int | None = None
        self.more = ""
        self.show_name(pill.name)
        self.setCheckable(True)
        self.setProperty("pill", True)
        self.setFont(theme.font(FONT_PX))
        self.setFixedHeight(theme.scaled(HEIGHT_PX))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setToolTip(pill.tip or pill.query)
        self.setAccessibleName(pill.name)

    def show_name(self, name: str) -> None:
        """Show a name before the count."""
        self._name = name
        self.setText(literal(name))

    def show_count(self, count: int | None) -> None:
        """Show how many songs it finds."""
        if count != self.count:
            self.count = count
            self._show()

    def show_more(self, more: str) -> None:
        """Show dim text behind the count."""
        if more != self.more:
            self.more = more
            self._show()

    def _show(self) -> None:
        parts = (self.pill.name, "" if self.count is None else str(self.count), self.more)
        self.setAccessibleName(", ".join(part for part in parts if part))
        self.updateGeometry()
        self.update()

    def _figures(self) -> list[tuple[str, QFont, str]]:
        """Return what stands behind the name: text, font, colour."""
        figures = []
        if self.count is not None:
            figures.append((number_text(self.count), theme.font(FONT_PX, bold=True), "text"))
        if self.more:
            figures.append((self.more, theme.font(theme.CAPTION_PX, figures=True), "dim"))
        return figures

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        wide = sum(GAP_PX + _px(text, font) for text, font, _ in self._figures())
        return QSize(hint.width() + wide, hint.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        painter = QPainter(self)
        self.style().drawControl(QStyle.ControlElement.CE_PushButton, option, painter, self)
        name = (self._name, self.font(), "text" if self.isChecked() else "dim")
        parts = [name, *self._figures()]
        whole = sum(_px(text, font) for text, font, _ in parts) + GAP_PX * (len(parts) - 1)
        x = (self.width() - whole) / 2
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        for text, font, token in parts:
            painter.setFont(font)
            painter.setPen(theme.colour(token))
            painter.drawText(QRectF(x, 0, _px(text, font) + 2, self.height()), flags, text)
            x += _px(text, font) + GAP_PX


def _px(text: str, font: QFont) -> int:
    return QFontMetrics(font).horizontalAdvance(text)
