"""Paints the rows of the song table: two lines for the song, figures right-aligned.

It reads the model's records directly; a page of rows costs one query of the library.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QHelpEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QWidget,
)

from core.library.records import SongRow
from rhythmcap_gui import theme
from rhythmcap_gui.local_paths import shown_path
from rhythmcap_gui.number_format import day_text
from rhythmcap_gui.session import Session
from rhythmcap_gui.views.songs.chip_painter import ChipPainter, SongTag
from rhythmcap_gui.views.songs.column_widths import CHIPS_LEAST_PX
from rhythmcap_gui.views.songs.song_columns import FIGURES, PREDICTED, Column
from rhythmcap_gui.views.songs.song_format import NO_TAGS
from rhythmcap_gui.views.songs.song_table_model import SongTableModel
from rhythmcap_gui.views.widgets.score_format import score_text

ROW_PX = 40
UPPER_PX, LOWER_PX = (4, 17), (21, 14)  # the two lines: top and height
PAD_PX = 6
DOT_PX = 7
TEXT_LEFT_PX = 24
SCORE_PX = 26
BAR_PX = 4

_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
_ELIDE = Qt.TextElideMode.ElideRight


class SongRowDelegate(QStyledItemDelegate):
    """One row is one song; the open one is marked at its left edge."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self.hovered_row = -1
        self._chips = ChipPainter()
        self._apply_theme()
        theme.notifier().theme_changed.connect(self._apply_theme)

    def _apply_theme(self) -> None:
        self._body = theme.font()
        self._title = theme.font(bold=True)
        self._figures = theme.font(figures=True)
        self._small = theme.font(theme.CAPTION_PX)
        self._small_figures = theme.font(theme.CAPTION_PX, figures=True)
        self._chips.apply_theme()

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        del option, index
        return QSize(80, theme.scaled(ROW_PX))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        model = index.model()
        assert isinstance(model, SongTableModel)
        painter.save()
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # its parts are laid out so
        self._paint_ground(painter, option, index)
        song_row = model.song_row(index.row())
        if song_row is not None:
            section, extra = index.column(), model.extra_column_at(index.column())
            if section == Column.SONG:
                self._paint_song(painter, option.rect, song_row)
            elif section == Column.TAGS and option.rect.width() >= CHIPS_LEAST_PX:
                self._paint_tags(painter, option.rect, model.song_tags(song_row))
            elif section == Column.FILE:
                self._paint_file(painter, option.rect, song_row.song.path)
            elif section == Column.HEARS:
                self._paint_prediction(painter, option.rect, model, index.row())
            elif extra is not None and extra.prefix == PREDICTED:
                score = model.score(index.row(), extra.id)
                if score is not None:
                    self._paint_score(painter, option.rect, score)
            else:
                text = model.cell_text(index.row(), section, song_row)
                self._paint_text(painter, option.rect, text, figures=section in FIGURES)
        painter.restore()

    def _paint_ground(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        box = option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, theme.colour("selected"))
        elif index.row() == self.hovered_row:
            painter.fillRect(box, theme.colour("raised"))
        painter.fillRect(QRect(box.left(), box.bottom(), box.width(), 1), theme.colour("line", 0.6))
        view = option.widget
        has_focus = isinstance(view, QAbstractItemView) and view.hasFocus()
        if has_focus and view.currentIndex().row() == index.row():
            _paint_focus(painter, box, view.viewport().width())

    def _paint_song(self, painter: QPainter, box: QRect, song_row: SongRow) -> None:
        song = song_row.song
        is_open = self._session.song is not None and self._session.song.id == song.id
        away = song.id in self._session.missing_folders
        missing = away or song.missing_since is not None
        if is_open:
            painter.fillRect(QRect(box.left(), box.top(), 3, box.height() - 1),
                             theme.colour("accent"))  # fmt: skip
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_dot(painter, box, judged=song_row.n_judged > 0, dim=missing)
        width = box.width() - TEXT_LEFT_PX - 4
        ink = theme.colour("dim" if missing else "text")
        has_second_line = missing or bool(song.artist)
        upper = _line_box(box, TEXT_LEFT_PX, width, UPPER_PX)
        if not has_second_line:
            upper.moveTop(box.top() + (box.height() - upper.height()) // 2)
        self._line(painter, upper, song.display_title, self._title if is_open else self._body, ink)
        lower = _line_box(box, TEXT_LEFT_PX, width, LOWER_PX)
        if missing:
            text = self.tr("missing since {day}").format(day=day_text(song.missing_since or ""))
            if away:
                text = self.tr("folder not there")
            elif QFontMetrics(self._small).horizontalAdvance(text) > width:
                text = self.tr("file missing")
            self._line(painter, lower, text, self._small, theme.colour("bad"))
        else:
            self._line(painter, lower, song.display_artist, self._small, theme.colour("dim"))

    def _paint_tags(self, painter: QPainter, box: QRect, tags: Sequence[SongTag]) -> None:
        if tags:
            inner = box.adjusted(PAD_PX, 0, -PAD_PX, 0)
            painter.setClipRect(box)
            self._chips.paint(painter, inner, tags)
        else:
            self._paint_text(painter, box, NO_TAGS, figures=False)

    def _paint_file(self, painter: QPainter, box: QRect, path: Path) -> None:
        """Paint the file's name, and its folder below, whose end says more than its beginning."""
        width = box.width() - 2 * PAD_PX
        upper = _line_box(box, PAD_PX, width, UPPER_PX)
        lower = _line_box(box, PAD_PX, width, LOWER_PX)
        folder = QFontMetrics(self._small).elidedText(
            shown_path(path.parent), Qt.TextElideMode.ElideLeft, width
        )
        self._line(painter, upper, shown_path(path.name), self._body, theme.colour("text"))
        self._line(painter, lower, folder, self._small, theme.colour("dim"))

    def _paint_dot(self, painter: QPainter, box: QRect, *, judged: bool, dim: bool) -> None:
        """Paint a full dot for a song with decisions, a ring for one without."""
        dot = QRectF(box.left() + 10, box.center().y() - DOT_PX / 2, DOT_PX, DOT_PX)
        ink = theme.colour("faint" if dim else "good")
        painter.setPen(QPen(ink if judged else theme.colour("dim"), 1.2))
        painter.setBrush(ink if judged else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(dot)

    def _paint_prediction(
        self, painter: QPainter, box: QRect, model: SongTableModel, row: int
    ) -> None:
        prediction = model.prediction(row)
        if prediction is None:
            return
        if model.predicted_tag:
            self._paint_score(painter, box, prediction.score)
            return
        text_box = self._paint_figure(painter, box, prediction.score)
        self._line(painter, text_box, prediction.word, self._small, theme.colour("dim"))

    def _paint_score(self, painter: QPainter, box: QRect, score: float) -> None:
        """Paint a bar and a figure."""
        text_box = self._paint_figure(painter, box, score)
        track = QRect(text_box.left(), text_box.center().y() - 1, text_box.width() - 4, BAR_PX)
        painter.fillRect(track, theme.colour("control"))
        track.setWidth(round(track.width() * score))
        painter.fillRect(track, theme.colour("accent"))

    def _paint_figure(self, painter: QPainter, box: QRect, score: float) -> QRect:
        """Paint the score at the right; return what is left of the cell."""
        inner = box.adjusted(PAD_PX, 0, -PAD_PX, 0)
        painter.setFont(self._small_figures)
        painter.setPen(theme.colour("text"))
        painter.drawText(inner, _RIGHT, score_text(score))
        return inner.adjusted(0, 0, -theme.scaled(SCORE_PX), 0)

    def _paint_text(self, painter: QPainter, box: QRect, text: str, *, figures: bool) -> None:
        inner = box.adjusted(PAD_PX, 0, -PAD_PX, 0)
        if not figures:
            self._line(painter, inner, text, self._small, theme.colour("dim"))
            return
        painter.setFont(self._figures)
        painter.setPen(theme.colour("dim"))
        painter.drawText(inner, _RIGHT, text)

    def _line(self, painter: QPainter, box: QRect, text: str, font: QFont, ink: QColor) -> None:
        painter.setFont(font)
        painter.setPen(ink)
        painter.drawText(box, _LEFT, QFontMetrics(font).elidedText(text, _ELIDE, box.width()))

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        """Show no tooltip that would only repeat a text which is there uncut."""
        model = index.model()
        if event.type() == QEvent.Type.ToolTip and isinstance(model, SongTableModel):
            text = str(index.data() or "")
            room = option.rect.width() - 2 * PAD_PX
            uncut = QFontMetrics(self._small).horizontalAdvance(text) <= room
            if uncut and model.is_plain_text(index.column()):
                QToolTip.hideText()
                return True
        return super().helpEvent(event, view, option, index)


def _line_box(box: QRect, left_px: int, width: int, line_px: tuple[int, int]) -> QRect:
    """The upper or the lower line of a row, from `left_px` on."""
    top, height = (theme.scaled(size) for size in line_px)
    return QRect(box.left() + left_px, box.top() + top, width, height)


def _paint_focus(painter: QPainter, box: QRect, row_px: int) -> None:
    """Paint a cell's part of the frame around the row that has the focus: rows are chosen whole."""
    ink = theme.colour("accent")
    painter.fillRect(QRect(box.left(), box.top(), box.width(), 1), ink)
    painter.fillRect(QRect(box.left(), box.bottom() - 1, box.width(), 1), ink)
    if box.left() <= 0:
        painter.fillRect(QRect(box.left(), box.top(), 1, box.height() - 1), ink)
    if box.right() >= row_px - 1:
        painter.fillRect(QRect(box.right(), box.top(), 1, box.height() - 1), ink)
