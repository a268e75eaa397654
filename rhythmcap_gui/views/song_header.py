"""The song table's header: a click sorts, a right click chooses columns and orders."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRect, Qt, Signal
from PySide6.QtGui import QActionGroup, QContextMenuEvent, QPainter, QPolygonF
from PySide6.QtWidgets import QHeaderView, QMenu, QWidget

from rhythmcap_gui import theme
from rhythmcap_gui.views.song_table_model import ORDERS, Column, SongTableModel

HEADER_PX = 28
PAD_PX = 6
ARROW_PX = 7
WIDTHS = {
    Column.LENGTH: 50,
    Column.TAGS: 40,
    Column.HEARS: 92,
    Column.ARTIST: 120,
    Column.ALBUM: 120,
    Column.YEAR: 50,
}
OPTIONAL = (Column.ARTIST, Column.ALBUM, Column.YEAR)
PREDICTED = "predicted:"


class SongHeader(QHeaderView):
    """order_wanted(order, descending); tag_wanted(): sort by a tag that is still to be chosen."""

    order_wanted = Signal(str, bool)
    tag_wanted = Signal()
    columns_changed = Signal(list)

    def __init__(self, model: SongTableModel, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._songs = model
        self._order, self._descending = "added", False
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setSectionsMovable(False)
        self.setMinimumSectionSize(32)
        self.setFixedHeight(HEADER_PX)
        self.setAccessibleName(self.tr("Columns"))
        self.sectionClicked.connect(self._on_clicked)

    def size_columns(self) -> None:
        """Give the columns their first widths; the song takes what is left."""
        self.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.setSectionResizeMode(Column.SONG, QHeaderView.ResizeMode.Stretch)
        for column, width in WIDTHS.items():
            self.resizeSection(column, width)
        self.show_columns([])

    def show_columns(self, names: list[str]) -> None:
        """Show these of the optional columns ("artist", "album", "year"), hide the others."""
        for column in OPTIONAL:
            self.setSectionHidden(column, column.name.lower() not in names)

    def shown_columns(self) -> list[str]:
        """The optional columns that are shown."""
        return [column.name.lower() for column in OPTIONAL if not self.isSectionHidden(column)]

    def show_order(self, order: str, descending: bool) -> None:
        """Mark the column that sorts."""
        self._order, self._descending = order, descending
        self.viewport().update()

    def sorting_column(self) -> Column | None:
        """The column that sorts, if it is one of the table's."""
        if self._order.startswith(PREDICTED):
            return Column.HEARS
        return next((column for column, order in ORDERS.items() if order == self._order), None)

    def _on_clicked(self, section: int) -> None:
        column = Column(section)
        if column is Column.HEARS:
            self.tag_wanted.emit()
            return
        order = ORDERS[column]
        first = column in (Column.TAGS, Column.YEAR)  # many and new first
        descending = not self._descending if order == self._order else first
        self.order_wanted.emit(order, descending)

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
        room = inner.width() - (ARROW_PX + 3 if sorting else 0)
        words = painter.fontMetrics().elidedText(
            self._songs.column_name(Column(section)), Qt.TextElideMode.ElideRight, room
        )
        if sorting:
            used = painter.fontMetrics().horizontalAdvance(words)
            rightwards = bool(flags & Qt.AlignmentFlag.AlignRight)
            x = inner.right() - ARROW_PX if rightwards else inner.left() + used + 4
            self._paint_arrow(painter, QPointF(x, rect.center().y()))
            if rightwards:
                inner.adjust(0, 0, -ARROW_PX - 3, 0)
        painter.drawText(inner, flags, words)
        painter.restore()

    def _paint_arrow(self, painter: QPainter, at: QPointF) -> None:
        """Up: the smallest on top. Down: the largest on top."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("accent"))
        tip, base = (3.0, -2.0) if self._descending else (-2.0, 3.0)
        x, y = at.x(), at.y()
        triangle = [QPointF(x, y + base), QPointF(x + ARROW_PX, y + base),
                    QPointF(x + ARROW_PX / 2, y + tip)]  # fmt: skip
        painter.drawPolygon(QPolygonF(triangle))
        painter.restore()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.show_menu(event.globalPos())

    def show_menu(self, at: QPoint) -> None:
        """Orders and columns to choose from."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        group = QActionGroup(menu)
        for order, text in self._orders().items():
            action = menu.addAction(text)
            action.setCheckable(True)
            action.setActionGroup(group)
            action.setChecked(order == self._order)
            action.triggered.connect(lambda _on, chosen=order: self._choose(chosen))
        predicted = menu.addAction(self.tr("Sort by a predicted tag…"), self.tag_wanted.emit)
        predicted.setCheckable(True)
        predicted.setChecked(self._order.startswith(PREDICTED))
        turned = menu.addAction(self.tr("Largest first"))
        turned.setCheckable(True)
        turned.setChecked(self._descending)
        turned.triggered.connect(lambda on: self.order_wanted.emit(self._order, on))
        menu.addSeparator()
        for column in OPTIONAL:
            action = menu.addAction(
                self.tr("Column {name}").format(name=self._songs.column_name(column))
            )
            action.setCheckable(True)
            action.setChecked(not self.isSectionHidden(column))
            action.triggered.connect(lambda on, chosen=column: self._toggle(chosen, on))
        menu.popup(at)

    def _orders(self) -> dict[str, str]:
        return {
            "title": self.tr("Sort by title"),
            "artist": self.tr("Sort by artist"),
            "album": self.tr("Sort by album"),
            "year": self.tr("Sort by year"),
            "length": self.tr("Sort by length"),
            "added": self.tr("Sort by when it was added"),
            "tags": self.tr("Sort by number of tags"),
        }

    def _choose(self, order: str) -> None:
        self.order_wanted.emit(order, self._descending if order == self._order else False)

    def _toggle(self, column: Column, on: bool) -> None:
        self.setSectionHidden(column, not on)
        self.columns_changed.emit(self.shown_columns())
