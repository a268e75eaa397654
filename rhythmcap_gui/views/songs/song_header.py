"""The song table's header: a click sorts, a drag moves a column, a right click offers others.

Which columns are shown, how wide and in which order is one plain list that the window keeps.
"""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QPointF, QRect, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFontMetricsF, QPainter, QPolygonF
from PySide6.QtWidgets import QHeaderView

from rhythmcap_gui import theme
from rhythmcap_gui.session import Session
from rhythmcap_gui.views.songs.column_widths import (
    CHIPS_LEAST_PX,
    EXTRA_PX,
    LEAST_PX,
    MOST_PX,
    SONG_LEAST_PX,
    WIDTHS,
    shared_widths,
)
from rhythmcap_gui.views.songs.song_columns import (
    FIRST_SHOWN,
    ORDERS,
    PREDICTED,
    Column,
    ExtraColumn,
    extra_column_of,
    key_of,
    section_of,
)
from rhythmcap_gui.views.songs.song_list import SongList
from rhythmcap_gui.views.songs.song_table_model import SongTableModel

HEADER_PX = 28
PAD_PX = 6
ARROW_PX = 7
Shown = list[tuple[str, int]]  # (key, width), from left to right; 0: as the room allows


class SongHeader(QHeaderView):
    """order_requested(order, descending); tag_requested(): sort by a tag still to be chosen;
    menu_requested(global point): other columns and orders.
    """

    order_requested = Signal(str, bool)
    tag_requested = Signal()
    menu_requested = Signal(object)

    def __init__(self, session: Session, model: SongTableModel, view: SongList) -> None:
        super().__init__(Qt.Orientation.Horizontal, view)
        self._session, self._songs, self._view = session, model, view
        self.order, self.descending = "added", False
        self._own_px: dict[int, int] = {}  # by section: widths that the user gave
        self._fitting = False
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setSectionsMovable(True)
        self.setFirstSectionMovable(False)
        self.setStretchLastSection(False)
        self.setMinimumSectionSize(LEAST_PX)
        self.setMaximumSectionSize(MOST_PX)
        self.setFixedHeight(theme.scaled(HEADER_PX))
        self.setAccessibleName(self.tr("Columns"))
        self.sectionClicked.connect(self._on_clicked)
        self.sectionResized.connect(self._on_resized)
        self.sectionMoved.connect(self._on_moved)
        view.resized.connect(self.fit)

    def begin(self) -> None:
        """Give the columns their first widths; call when the header stands in its view."""
        self.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.setSectionResizeMode(Column.SONG, QHeaderView.ResizeMode.Fixed)
        self.show_columns([(column.name.lower(), 0) for column in FIRST_SHOWN])

    # -- which columns ----------------------------------------------------------------------

    def shown(self) -> Shown:
        """Return the columns from left to right, with the widths that the user gave them."""
        visible = [self.logicalIndex(index) for index in range(self.count())]
        return [
            (key_of(section, self._songs.extra_columns), self._own_px.get(section, 0))
            for section in visible
            if not self.isSectionHidden(section)
        ]

    def show_columns(self, columns: Shown) -> None:
        """Show these columns in this order; width 0: as the room allows. Those that have gone are
        left out; the song comes first, whatever is wanted.
        """
        extra_columns = [extra_column_of(key, self._session) for key, _ in columns]
        self._songs.set_extra_columns([column for column in extra_columns if column is not None])
        sections = {section_of(key, self._songs.extra_columns): width for key, width in columns}
        self._fitting = True
        for section in range(self.count()):
            self.setSectionHidden(section, section not in sections and section != Column.SONG)
        self.moveSection(self.visualIndex(Column.SONG), 0)
        self._own_px = {
            section: width
            for section, width in sections.items()
            if section not in (-1, Column.SONG) and width not in (0, self._usual_px(section))
        }
        movable = [section for section in sections if section not in (-1, Column.SONG)]
        for index, section in enumerate(movable, start=1):
            self.moveSection(self.visualIndex(section), index)
        self.fit()

    def toggle(self, key: str, on: bool) -> None:
        """Show a column at the right, or hide it."""
        kept = [(kept_key, width) for kept_key, width in self.shown() if kept_key != key]
        self.show_columns([*kept, (key, 0)] if on else kept)

    def follow_codebook(self) -> None:
        """Drop columns of removed categories and tags, and follow their new names."""
        sorting = next((c.key for c in self._songs.extra_columns if c.order == self.order), "")
        self.show_columns(self.shown())
        self.viewport().update()
        order = next((c.order for c in self._songs.extra_columns if c.key == sorting), self.order)
        if order != self.order:
            self.order_requested.emit(order, self.descending)

    def _usual_px(self, section: int) -> int:
        extra = self._songs.extra_column_at(section)
        if extra is not None:
            return EXTRA_PX[extra.prefix]
        sorting = self.sorting_column() == section
        font = theme.font(theme.CAPTION_PX, bold=sorting)
        # Whole pixels, rounded down, would cut a name that fits but for a part of one.
        name_px = ceil(QFontMetricsF(font).horizontalAdvance(self._songs.column_name(section))) + 1
        arrow_px = ARROW_PX + 3 if sorting else 0
        return max(WIDTHS[Column(section)], name_px + arrow_px + 2 * PAD_PX)

    def fit(self) -> None:
        """Share the width of the view among the columns whose width the user has not set.

        The song has what the others leave, but never less than it can be read in.
        """
        shown = [section for section in range(self.count()) if not self.isSectionHidden(section)]
        least = {section: self._usual_px(section) for section in shown if section != Column.SONG}
        free = {section: px for section, px in least.items() if section not in self._own_px}
        taken = sum(px for section, px in self._own_px.items() if section in least)
        room = self._view.viewport().width() - taken
        widths = shared_widths(room, {Column.SONG: SONG_LEAST_PX, **free}) | self._own_px
        self._fitting = True
        for section in shown:
            if self.sectionSize(section) != widths[section]:
                self.resizeSection(section, widths[section])
        self._fitting = False

    def _on_resized(self, section: int, _old: int, new: int) -> None:
        if not self._fitting and section != Column.SONG and not self.isSectionHidden(section):
            self._own_px[section] = new
            self.fit()

    def _on_moved(self, _section: int, _old: int, _new: int) -> None:
        """Keep the song first."""
        if self.visualIndex(Column.SONG):
            self.moveSection(self.visualIndex(Column.SONG), 0)

    # -- sorting ----------------------------------------------------------------------------

    def show_order(self, order: str, descending: bool) -> None:
        """Mark the column that sorts."""
        self.order, self.descending = order, descending
        self.fit()
        self.viewport().update()

    def sorting_column(self) -> int | None:
        """Return the column that sorts, if it is in the table."""
        for index, extra in enumerate(self._songs.extra_columns):
            if extra.order == self.order:
                return len(Column) + index
        if self.order.startswith(PREDICTED):
            return Column.HEARS
        return next((column for column, order in ORDERS.items() if order == self.order), None)

    def _on_clicked(self, section: int) -> None:
        extra = self._songs.extra_column_at(section)
        if section == Column.HEARS:
            self.tag_requested.emit()
            return
        order = extra.order if extra is not None else ORDERS[Column(section)]
        first = section in (Column.TAGS, Column.YEAR) or _is_score(extra)  # many, new, sure first
        self.order_requested.emit(order, not self.descending if order == self.order else first)

    # -- painting ---------------------------------------------------------------------------

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        if not rect.isValid():
            return
        painter.save()
        sorting = self.sorting_column() == section
        painter.fillRect(rect, theme.colour("panel"))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), theme.colour("line"))
        painter.setFont(theme.font(theme.CAPTION_PX, bold=sorting))
        painter.setPen(theme.colour("text" if sorting else "dim"))
        left = 24 if section == Column.SONG else PAD_PX
        inner = rect.adjusted(left, 0, -PAD_PX, 0)
        flags = self._songs.headerData(
            section, Qt.Orientation.Horizontal, Qt.ItemDataRole.TextAlignmentRole
        )
        if section == Column.TAGS and rect.width() >= CHIPS_LEAST_PX:
            flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        room = inner.width() - (ARROW_PX + 3 if sorting else 0)
        text = painter.fontMetrics().elidedText(
            self._songs.column_name(section), Qt.TextElideMode.ElideRight, room
        )
        if sorting:
            used = painter.fontMetrics().horizontalAdvance(text)
            rightwards = bool(flags & Qt.AlignmentFlag.AlignRight)
            x = inner.right() - ARROW_PX if rightwards else inner.left() + used + 4
            self._paint_arrow(painter, QPointF(x, rect.center().y()))
            if rightwards:
                inner.adjust(0, 0, -ARROW_PX - 3, 0)
        painter.drawText(inner, flags, text)
        painter.restore()

    def _paint_arrow(self, painter: QPainter, at: QPointF) -> None:
        """Paint an arrow: up for the smallest on top, down for the largest."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("accent"))
        tip, base = (3.0, -2.0) if self.descending else (-2.0, 3.0)
        x, y = at.x(), at.y()
        triangle = [QPointF(x, y + base), QPointF(x + ARROW_PX, y + base),
                    QPointF(x + ARROW_PX / 2, y + tip)]  # fmt: skip
        painter.drawPolygon(QPolygonF(triangle))
        painter.restore()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_requested.emit(event.globalPos())


def _is_score(extra: ExtraColumn | None) -> bool:
    return extra is not None and extra.prefix == PREDICTED
