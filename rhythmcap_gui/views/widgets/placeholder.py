"""The text that stands where a picture is missing: what is going on, and what to do."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from rhythmcap_gui import theme

GAP_PX = 6
MOST_PX = 560  # of a line: longer ones are hard to read
BAR_PX = (180, 4)  # width, height of the progress bar
RADIUS_PX = 4


@dataclass(frozen=True, slots=True)
class Placeholder:
    """title: one short sentence; detail: what to do; share: progress 0 to 1, or None."""

    title: str = ""
    detail: str = ""
    share: float | None = None


def paint_placeholder(painter: QPainter, box: QRect, placeholder: Placeholder) -> None:
    """Fill a picture's box with calm ground and the text in its middle."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("panel"))
    painter.drawRoundedRect(QRectF(box), RADIUS_PX, RADIUS_PX)
    flags = Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap
    side = max(24, (box.width() - theme.scaled(MOST_PX)) // 2)
    inner = box.adjusted(side, 0, -side, 0)
    parts = [(placeholder.title, theme.font(theme.HEADING_PX, bold=True), "text")]
    if placeholder.detail:
        parts.append((placeholder.detail, theme.font(theme.BODY_PX), "dim"))
    boxes = []
    painter.setPen(theme.colour("text"))  # without a pen Qt measures nothing
    for text, font, _token in parts:
        painter.setFont(font)
        boxes.append(painter.boundingRect(inner, int(flags), text))
    bar = 0 if placeholder.share is None else BAR_PX[1] + 2 * GAP_PX
    y = box.center().y() - (sum(line_box.height() for line_box in boxes) + bar) // 2
    for (text, font, token), measured in zip(parts, boxes, strict=True):
        painter.setFont(font)
        painter.setPen(theme.colour(token))
        painter.drawText(QRect(inner.left(), y, inner.width(), measured.height()), flags, text)
        y += measured.height() + GAP_PX
    if placeholder.share is not None:
        _paint_bar(
            painter, QRectF(box.center().x() - BAR_PX[0] / 2, y + GAP_PX, *BAR_PX), placeholder
        )


def _paint_bar(painter: QPainter, track: QRectF, placeholder: Placeholder) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("control"))
    painter.drawRoundedRect(track, 2, 2)
    share = min(max(placeholder.share or 0.0, 0.0), 1.0)
    painter.setBrush(theme.colour("accent"))
    track.setWidth(track.width() * share)
    painter.drawRoundedRect(track, 2, 2)


class PlaceholderPage(QWidget):
    """A text in the middle of an empty page; ground: the colour behind it."""

    def __init__(
        self, placeholder: Placeholder, ground: str = "ground", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._placeholder, self._ground = placeholder, ground
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName(f"{placeholder.title}, {placeholder.detail}")

    def set_words(self, placeholder: Placeholder) -> None:
        """Show another text."""
        self._placeholder = placeholder
        self.setAccessibleName(f"{placeholder.title}, {placeholder.detail}")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), theme.colour(self._ground))
        paint_placeholder(painter, self.rect(), self._placeholder)
