"""The taggram: what the model predicts, word by word, along the time axis of the sound.

Rows are the model's words, the strongest on top. It shows predictions and never stores them.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPixmap, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from core.models.taggram_records import cell_edges, strongest_span
from rhythmcap_gui import theme
from rhythmcap_gui.number_format import as_stored, clock_text
from rhythmcap_gui.views.listening.readout import Readout
from rhythmcap_gui.views.listening.spectrogram_pane import round_corners
from rhythmcap_gui.views.listening.taggram_image import (
    paint_labels,
    paint_legend,
    taggram_image,
)
from rhythmcap_gui.views.listening.taggram_rows import (
    TagRow,
    song_score_words,
)
from rhythmcap_gui.views.listening.time_axis import TimeAxis
from rhythmcap_gui.views.listening.time_pane import NOTCH, TimePane
from rhythmcap_gui.views.widgets.placeholder import Placeholder, paint_placeholder
from rhythmcap_gui.views.widgets.score_format import score_text

if TYPE_CHECKING:
    from core.models.model_records import SongScore
    from core.models.prediction_records import Taggram

ROW_PX = 17
TALLEST_ROW_PX = 24
KEYS = {
    Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -8, Qt.Key.Key_PageDown: 8,
    Qt.Key.Key_Home: -9999, Qt.Key.Key_End: 9999,
}  # fmt: skip
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class TaggramPane(TimePane):
    """Tags by time in viridis, names on the left."""

    def __init__(self, axis: TimeAxis, parent: QWidget | None = None) -> None:
        super().__init__(axis, parent)
        self.rows: list[TagRow] = []
        self.first_row = 0  # the topmost one in view
        self.chosen_row = 0  # where the keyboard is
        self._data: Taggram | None = None
        self._edges = np.zeros(1)
        self._song_score: SongScore | None = None
        self._source = ""
        self._placeholder = Placeholder()
        self._drawn: tuple[object, ...] = ()
        self._pixmap = QPixmap()
        self._labels_px = 0
        self._turned = 0
        self.readout = Readout(self)
        self.setMinimumHeight(3 * theme.scaled(ROW_PX))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Taggram: what the model hears over time"))

    def sizeHint(self) -> QSize:
        return QSize(640, 9 * theme.scaled(ROW_PX))

    @property
    def has_picture(self) -> bool:
        return self._data is not None

    def picture_rect(self) -> QRect:
        """Return where the heat map stands."""
        return QRect(self.axis.left_px, 0, self.axis.right_px - self.axis.left_px, self.height())

    def set_data(
        self,
        data: Taggram | None,
        rows: list[TagRow],
        song_score: SongScore | None = None,
        source: str = "",
    ) -> None:
        """Show a taggram; the placeholder stands there while data or rows are missing.

        song_score: how the rows' scores came about, None while they are not the song's yet.
        source: whose they are, in words.
        """
        if data is None or self._data is None:  # else there is more of the same song
            self.first_row = self.chosen_row = 0
        self._data, self._song_score = data if rows else None, song_score
        self._source = source
        self.rows = rows if data is not None else []
        self._drawn = ()
        if self._data is not None:
            self._edges = cell_edges(self._data, self.axis.duration_s)
        self._refresh_hover()
        self._announce_row()
        self.update()

    def set_placeholder(self, placeholder: Placeholder) -> None:
        """Set the text for while there is nothing to show."""
        if placeholder != self._placeholder:
            self._placeholder = placeholder
            self._announce_row()
            self.update()

    @property
    def placeholder(self) -> Placeholder:
        """The text for while there is nothing to show."""
        return self._placeholder

    # -- rows -------------------------------------------------------------------------------

    @property
    def row_px(self) -> float:
        """Height of a row: whole rows fill the pane, unless they are few."""
        return min(self.height() / self.rows_in_view, theme.scaled(TALLEST_ROW_PX))

    @property
    def rows_in_view(self) -> int:
        """How many rows are in view at once."""
        return min(max(self.height() // theme.scaled(ROW_PX), 1), max(len(self.rows), 1))

    def scroll_rows(self, by: int) -> None:
        """Show rows further down, or up with a negative number."""
        last = max(len(self.rows) - self.rows_in_view, 0)
        first = min(max(self.first_row + by, 0), last)
        if first != self.first_row:
            self.first_row = first
            self.readout.hide()
            self.update()

    def row_at(self, y: float) -> TagRow | None:
        """Return the row at a height."""
        index = self.first_row + int(y // self.row_px)
        below = y >= self.rows_in_view * self.row_px
        return self.rows[index] if 0 <= index < len(self.rows) and not below else None

    def name_at(self, at: QPointF) -> TagRow | None:
        """Return the row whose name stands at a point."""
        left = self.axis.left_px
        return self.row_at(at.y()) if left <= at.x() < left + self._labels_px else None

    def loop_row(self, row: TagRow, *, most: bool = True) -> None:
        """Request a loop of the seconds that score highest, or lowest, for a row's word."""
        if self._data is not None and len(self._edges) > 1:
            scores = self._data.scores[:, row.column]
            self.loop_requested.emit(strongest_span(self._edges, scores, most=most))

    def value_at(self, row: TagRow, second: float) -> float | None:
        """Return the score of a row's word at a second; None where it is not predicted yet."""
        if self._data is None or second > self._edges[-1] or len(self._edges) < 2:
            return None
        cell = int(np.searchsorted(self._edges, second, side="right")) - 1
        score = float(self._data.scores[min(cell, len(self._edges) - 2), row.column])
        return None if math.isnan(score) else score

    def explanation(self, row: TagRow) -> str:
        """Say how the score of a row goes with those of its seconds."""
        if self._data is None or self._song_score is None:
            return row.label
        known = self._data.scores[:, row.column]
        known = as_stored(known[~np.isnan(known)])
        if not len(known):
            return row.label
        low, high = score_text(float(known.min())), score_text(float(known.max()))
        seconds = low if low == high else f"{low}–{high}"
        text = self.tr("{word}: song {score}, seconds {seconds}")
        text = text.format(word=row.word, score=score_text(row.score), seconds=seconds)
        return "\n".join(filter(None, (text, song_score_words(self._song_score), self._source)))

    # -- pointer and keys -------------------------------------------------------------------

    def hover(self, at: QPointF) -> None:
        row = self.row_at(at.y()) if self.picture_rect().contains(at.toPoint()) else None
        if row is None:
            self.readout.hide()
            return
        if self.name_at(at) is not None:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
            click = self.tr("Click: loop where it is heard most · Shift: least")
            self.readout.show_text(f"{self.explanation(row)}\n{click}", at)
            return
        second = self.axis.second_at(at.x())
        value = self.value_at(row, second)
        figure = self.tr("not yet heard") if value is None else score_text(value)
        self.readout.show_text(f"{clock_text(second, tenths=True)} · {row.word} {figure}", at)

    def unhover(self) -> None:
        self.readout.hide()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        row = self.name_at(event.position())
        if row is None or event.button() != Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        self.loop_row(row, most=not event.modifiers() & Qt.KeyboardModifier.ShiftModifier)

    def wheelEvent(self, event: QWheelEvent) -> None:
        held = event.modifiers() & (
            Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier
        )
        sideways = abs(event.angleDelta().x()) > abs(event.angleDelta().y())
        if held or sideways or len(self.rows) <= self.rows_in_view:
            super().wheelEvent(event)
            return
        self._turned += event.angleDelta().y()
        notches, self._turned = int(self._turned / (NOTCH / 3)), self._turned % (NOTCH // 3)
        self.scroll_rows(-notches)
        event.accept()

    def event(self, event: QEvent) -> bool:
        override = event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if override and self.by_keyboard and event.key() in (*KEYS, *ENTER):
            event.accept()  # the rows have the keys while Tab has led here
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if not self.by_keyboard or not self.rows or (key not in KEYS and key not in ENTER):
            super().keyPressEvent(event)
        elif key in ENTER:
            least = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self.loop_row(self.rows[self.chosen_row], most=not least)
        else:
            self.choose_row(self.chosen_row + KEYS[key])

    def choose_row(self, index: int) -> None:
        """Put the keyboard on a row and bring it into view."""
        self.chosen_row = min(max(index, 0), max(len(self.rows) - 1, 0))
        beyond = self.chosen_row - (self.first_row + self.rows_in_view - 1)
        self.scroll_rows(max(beyond, 0) or min(self.chosen_row - self.first_row, 0))
        self._announce_row()
        self.update()

    def _announce_row(self) -> None:
        text = self._placeholder.title
        if self.rows:
            text = self.explanation(self.rows[self.chosen_row])
        self.setAccessibleDescription(text)

    # -- paint ------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._data is None or not self.axis.px_per_s:
            painter.fillRect(event.rect(), theme.colour("ground"))
            paint_placeholder(painter, self.picture_rect(), self._placeholder)
            self.paint_focus(painter, self.picture_rect())
            return
        self._render()
        painter.drawPixmap(0, 0, self._pixmap)
        if self.by_keyboard:
            y = round((self.chosen_row - self.first_row) * self.row_px)
            row = QRect(self.axis.left_px, y, self._labels_px, round(self.row_px))
            self.paint_focus(painter, row)

    def _shown(self) -> list[TagRow]:
        return self.rows[self.first_row : self.first_row + self.rows_in_view]

    def _render(self) -> None:
        ratio = self.devicePixelRatioF()
        box = self.picture_rect()
        key = (
            self.axis.start_s, self.axis.end_s, box, self.first_row,
            theme.tokens()["ground"], ratio,
        )  # fmt: skip
        if key == self._drawn or self._data is None:
            return
        if self._pixmap.size() != self.size() * ratio:
            self._pixmap = QPixmap(self.size() * ratio)
            self._pixmap.setDevicePixelRatio(ratio)
        self._pixmap.fill(theme.colour("ground"))
        shown = self._shown()
        seconds = [
            self.axis.second_at(box.left() + (x + 0.5) / ratio)
            for x in (0, round(box.width() * ratio) - 1)
        ]
        pixel_s = np.linspace(seconds[0], seconds[1], round(box.width() * ratio))
        scores = self._data.scores[:, [row.column for row in shown]]
        image = taggram_image(scores, self._edges, pixel_s)
        map_box = QRect(box.left(), 0, box.width(), round(len(shown) * self.row_px))
        painter = QPainter(self._pixmap)
        painter.drawImage(QRectF(map_box), image)
        self._labels_px = paint_labels(painter, map_box, shown, self.row_px)
        round_corners(painter, QRectF(map_box))
        paint_legend(painter, QRect(0, 0, box.left(), map_box.height()))
        self._paint_scroll_mark(painter, map_box)
        painter.end()
        self._drawn = key

    def _paint_scroll_mark(self, painter: QPainter, box: QRect) -> None:
        """Paint a thin mark that tells where in the rows the view is, if not all are in it."""
        if len(self.rows) <= self.rows_in_view:
            return
        share = self.rows_in_view / len(self.rows)
        top = box.height() * self.first_row / len(self.rows)
        mark = QRectF(box.right() - 4, top + 2, 3, max(box.height() * share - 4, 8))
        painter.setBrush(theme.colour("playhead", 0.6))
        painter.drawRoundedRect(mark, 1.5, 1.5)
