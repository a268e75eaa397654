"""A song's tags as small chips in a cell of the table: two lines, and how many more there are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen

from core.library.records import Category, Tag
from rhythmcap_gui import theme

LINE_PX, BETWEEN_PX = 16, 2
PAD_PX, GAP_PX, RADIUS_PX = 5, 3, 4
SHARE = 0.34  # of the category's colour, as in the chips of the tag panel


@dataclass(frozen=True, slots=True)
class SongTag:
    """A tag of a song that is yes, or unsure. hue: its colour, "#rrggbb"."""

    name: str
    hue: str
    unsure: bool = False

    @property
    def text(self) -> str:
        """What stands on the chip."""
        return f"{self.name}?" if self.unsure else self.name


class Codebook(Protocol):
    """What is needed of a library's codebook."""

    def categories(self) -> Sequence[Category]: ...
    def tags(self) -> Sequence[Tag]: ...


def tag_looks(codebook: Codebook) -> dict[int, tuple[str, str]]:
    """Return name and colour of the tags in use by id: category by category, in their order."""
    tags = codebook.tags()
    return {
        tag.id: (tag.name, tag.colour or category.colour)
        for category in codebook.categories()
        for tag in tags
        if tag.category_id == category.id
    }


class ChipPainter:
    """Paints chips in the small font; widths of names are measured once."""

    def __init__(self) -> None:
        self.apply_theme()

    def apply_theme(self) -> None:
        """Take the font of now; what was measured in the former one goes."""
        self._font = theme.font(theme.CAPTION_PX)
        self._metrics = QFontMetrics(self._font)
        self._text_px: dict[str, int] = {}

    def paint(self, painter: QPainter, box: QRect, tags: Sequence[SongTag]) -> None:
        """Paint as many as fit; behind them the number of those that do not."""
        lines, n_more = self.lines(tags, box.width())
        height = len(lines) * LINE_PX + (len(lines) - 1) * BETWEEN_PX
        top = box.top() + (box.height() - 1 - height) // 2
        painter.setFont(self._font)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        x = box.left()
        for line in lines:
            x = box.left()
            for tag, width in line:
                self._paint_chip(painter, QRect(x, top, width, LINE_PX), tag)
                x += width + GAP_PX
            top += LINE_PX + BETWEEN_PX
        if n_more:
            painter.setPen(theme.colour("dim"))
            rest = QRect(x, top - LINE_PX - BETWEEN_PX, box.right() - x + 1, LINE_PX)
            painter.drawText(rest, _FLAGS, f"+{n_more}")

    def lines(
        self, tags: Sequence[SongTag], room_px: int
    ) -> tuple[list[list[tuple[SongTag, int]]], int]:
        """Return what stands in one or two lines, with widths, and how many tags do not fit."""
        widths = [min(self._width(tag.text), room_px) for tag in tags]
        lines: list[list[tuple[SongTag, int]]] = [[]]
        used = 0
        for index, (tag, width) in enumerate(zip(tags, widths, strict=True)):
            if lines[-1] and used + width > room_px and len(lines) == 1:
                lines.append([])
                used = 0
            n_behind = len(tags) - index - 1
            more_px = self._text_width(f"+{n_behind}") + GAP_PX if n_behind else 0
            is_last_line = len(lines) == 2
            if is_last_line and lines[-1] and used + width > room_px - more_px:
                return lines, n_behind + 1
            if is_last_line and not lines[-1]:
                width = min(width, room_px - more_px)
            lines[-1].append((tag, width))
            used += width + GAP_PX
        return lines, 0

    def _width(self, text: str) -> int:
        return self._text_width(text) + 2 * PAD_PX

    def _text_width(self, text: str) -> int:
        if text not in self._text_px:
            self._text_px[text] = self._metrics.horizontalAdvance(text) + 1
        return self._text_px[text]

    def _paint_chip(self, painter: QPainter, box: QRect, tag: SongTag) -> None:
        hue, panel = theme.category_colour(tag.hue), theme.colour("panel")
        pen = QPen(hue, 1)
        fill = theme.mixed(panel, hue, SHARE)
        if tag.unsure:  # told by its ? and its frame, not by colour alone
            pen = QPen(theme.colour("dim"), 1, Qt.PenStyle.DashLine)
            fill = panel
        painter.setPen(pen)
        painter.setBrush(fill)
        frame = QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(frame, RADIUS_PX, RADIUS_PX)
        painter.setPen(theme.colour("text"))
        room = box.width() - 2 * PAD_PX
        text = tag.text
        if self._text_width(text) > room:
            text = self._metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
        baseline = box.top() + (LINE_PX + self._metrics.ascent() - self._metrics.descent()) / 2
        painter.drawText(QPointF(box.left() + PAD_PX, baseline), text)


_FLAGS = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
