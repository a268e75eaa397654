"""The table view: which songs are selected, which is open, and where the pointer is.

Letters are left to tagging; a click or an arrow opens a song, with Shift or Ctrl it only selects.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QDrag, QFocusEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QHeaderView, QTableView, QWidget

from rhythmcap_gui import theme
from rhythmcap_gui.session import Session
from rhythmcap_gui.views.songs.song_columns import Column
from rhythmcap_gui.views.songs.song_row_delegate import ROW_PX, SongRowDelegate
from rhythmcap_gui.views.songs.song_table_model import SongTableModel
from rhythmcap_gui.views.widgets.song_drag import songs_to_drag

SELECTING = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier
_ROWS = QItemSelectionModel.SelectionFlag.Rows
_SELECT = QItemSelectionModel.SelectionFlag.ClearAndSelect | _ROWS


class SongList(QTableView):
    """Rows of 40 px over a SongTableModel."""

    resized = Signal()
    song_chosen = Signal(int)
    song_activated = Signal(int)
    ids_selected = Signal(tuple)
    menu_requested = Signal(object)  # a point of the screen

    def __init__(self, session: Session, model: SongTableModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._songs = model
        self._quiet = False
        self._just_chosen: int | None = None
        self._pressed_at: QPointF | None = None
        self._selected: tuple[int, ...] = ()
        self._rows = SongRowDelegate(session, self)
        self.setModel(model)
        self.setItemDelegate(self._rows)
        self._configure()
        self.selectionModel().currentRowChanged.connect(self._on_current)
        self.selectionModel().selectionChanged.connect(lambda _new, _old: self._emit_selection())
        self.clicked.connect(self._on_clicked)
        self.doubleClicked.connect(lambda index: self.song_activated.emit(self._id(index)))

    def _configure(self) -> None:
        self.setAccessibleName(self.tr("Songs"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setMouseTracking(True)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(theme.scaled(ROW_PX))
        self.verticalHeader().setMinimumSectionSize(theme.scaled(ROW_PX))
        self.verticalScrollBar().setSingleStep(theme.scaled(ROW_PX))

    # -- songs, not rows --------------------------------------------------------------------

    def _id(self, index: QModelIndex | QPersistentModelIndex) -> int:
        return int(self._songs.ids[index.row()])

    def current_id(self) -> int | None:
        """Return the song under the keyboard."""
        index = self.currentIndex()
        return self._id(index) if index.isValid() else None

    def selected_ids(self) -> tuple[int, ...]:
        """Return the selected songs, in the order of the rows."""
        ranges = sorted((r.top(), r.bottom()) for r in self.selectionModel().selection())
        parts = [self._songs.ids[top : bottom + 1] for top, bottom in ranges]
        return tuple(np.concatenate(parts).tolist()) if parts else ()

    def top_row(self) -> int:
        """Return the first selected row; the current one where none is selected."""
        rows = self._songs.rows_of(self._selected)
        return int(rows[0]) if len(rows) else self.currentIndex().row()

    def neighbour(self, step: int) -> int | None:
        """Return the song `step` rows below the open one; the first if none is open."""
        opened = self._session.song
        row = self._songs.row_of(opened.id) if opened is not None else -1
        target = row + step if row >= 0 else 0
        return int(self._songs.ids[target]) if 0 <= target < len(self._songs.ids) else None

    def shows(self, song_id: int) -> bool:
        """Tell whether a song is among the rows."""
        return self._songs.row_of(song_id) >= 0

    def stands_on(self, song_id: int) -> bool:
        """Tell whether a song is the current one, and selected alone or with others."""
        return self.current_id() == song_id and song_id in self._selected

    def make_current(self, song_id: int) -> None:
        """Make a song the current and only selected one, without opening it."""
        row = self._songs.row_of(song_id)
        if row < 0 or (row == self.currentIndex().row() and self._selected == (song_id,)):
            return
        self._quiet = True
        index = self._songs.index(row, Column.SONG)
        self.selectionModel().setCurrentIndex(index, _SELECT)
        self._quiet = False
        self.scrollTo(index)
        self._emit_selection()

    def shows_all(self, song_ids: Sequence[int]) -> bool:
        """Tell whether all of these songs are among the rows."""
        return bool(np.isin(np.array(song_ids, np.int64), self._songs.ids).all())

    def select_songs(self, song_ids: Sequence[int]) -> None:
        """Select songs among the rows, without opening one, and bring the first into sight."""
        self._quiet = True
        self._restore(None, song_ids)
        self._quiet = False
        rows = self._songs.rows_of(song_ids)
        if len(rows):
            middle = QAbstractItemView.ScrollHint.PositionAtCenter
            self.scrollTo(self._songs.index(int(rows[0]), 0), middle)
        self._emit_selection()

    def show_ids(self, ids: NDArray[np.int64], *, from_top: bool) -> None:
        """Show other songs or another order; the selection and the current song are kept.

        The open song is selected as it comes back into the list, if nothing else is. The current
        song stays where it stood in sight. from_top: start at the top where it is not in the list.
        """
        current, selected = self.current_id(), self._selected
        height, former_y = self.verticalScrollBar().value(), self._y_in_sight()
        opened = self._session.song.id if self._session.song is not None else None
        was_out = opened is not None and not self.shows(opened)
        self._quiet = True
        self._songs.set_ids(ids)
        self._restore(current, selected)
        if was_out and opened is not None and not self.selectionModel().hasSelection():
            current = opened
            self._restore(opened, (opened,))
        self._quiet = False
        row = self._songs.row_of(current) if current is not None else -1
        if row >= 0 and former_y is not None:
            self.verticalScrollBar().setValue(row * theme.scaled(ROW_PX) - former_y)
        elif not from_top:
            self.verticalScrollBar().setValue(height)
        elif row < 0:
            self.scrollToTop()
        else:
            self.scrollTo(self._songs.index(row, 0), QAbstractItemView.ScrollHint.PositionAtCenter)
        self._emit_selection()

    def _y_in_sight(self, height_px: int | None = None) -> int | None:
        """Return how far below the top the current row stands; None where it is out of sight.

        height_px: of the viewport, if not what it is now.
        """
        row = self.currentIndex().row()
        y = self.rowViewportPosition(row) if row >= 0 else -1
        height_px = self.viewport().height() if height_px is None else height_px
        return y if 0 <= y <= height_px - theme.scaled(ROW_PX) else None

    def _restore(self, current: int | None, selected: Iterable[int]) -> None:
        selection = QItemSelection()
        last = self._songs.columnCount() - 1
        for first, final in _runs(self._songs.rows_of(selected)):
            selection.select(self._songs.index(first, 0), self._songs.index(final, last))
        chosen = self.selectionModel()
        row = self._songs.row_of(current) if current is not None else -1
        if row >= 0:
            index = self._songs.index(row, Column.SONG)
            chosen.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
        chosen.select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def _emit_selection(self) -> None:
        if self._quiet:
            return
        selected = self.selected_ids()
        if selected != self._selected:
            self._selected = selected
            self.ids_selected.emit(selected)

    def _on_current(self, index: QModelIndex, _before: QModelIndex) -> None:
        if self._quiet or not index.isValid():
            return
        if not QApplication.keyboardModifiers() & SELECTING:
            self._just_chosen = self._id(index)
            self.song_chosen.emit(self._just_chosen)

    def _on_clicked(self, index: QModelIndex) -> None:
        """Open the current row on a click, if it is not open."""
        chosen, self._just_chosen = self._just_chosen, None
        opened = self._session.song.id if self._session.song else None
        plain = not QApplication.keyboardModifiers() & SELECTING
        if plain and self._id(index) not in (opened, chosen):
            self.song_chosen.emit(self._id(index))

    # -- pointer and keys -------------------------------------------------------------------

    def keyboardSearch(self, search: str) -> None:
        """Ignore letters: they are for tagging, not for finding a row."""
        del search

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Open no song on Tab, although Qt makes the first row current."""
        self._quiet = True
        super().focusInEvent(event)
        self._quiet = False

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for a menu of the selected songs: at the pointer, or below the current row."""
        if not self._selected:
            return
        at = event.globalPos()
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            row = self.visualRect(self.currentIndex().siblingAtColumn(Column.SONG))
            at = self.viewport().mapToGlobal(row.bottomLeft())
        self.menu_requested.emit(at)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A list that becomes lower, by a dock or a bar, keeps the current row in sight."""
        was_in_sight = self._y_in_sight(event.oldSize().height()) is not None
        super().resizeEvent(event)
        self.resized.emit()
        if was_in_sight and self._y_in_sight() is None:
            self.scrollTo(self.currentIndex())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Keep the selection where one of several selected songs is pressed: it may be a drag."""
        index = self.indexAt(event.position().toPoint())
        is_plain = not event.modifiers() and event.button() == Qt.MouseButton.LeftButton
        is_selected = index.isValid() and self._id(index) in self._selected
        self._pressed_at = event.position() if is_plain and is_selected else None
        if self._pressed_at is None or len(self._selected) == 1:
            super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed_at, self._pressed_at = self._pressed_at, None
        if pressed_at is not None and len(self._selected) > 1:  # it was a click after all
            super().mousePressEvent(event)
        super().mouseReleaseEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed_at is not None and event.buttons() & Qt.MouseButton.LeftButton:
            way = (event.position() - self._pressed_at).manhattanLength()
            if way >= QApplication.startDragDistance():
                self._drag_songs()
            return
        super().mouseMoveEvent(event)
        self._hover(self.indexAt(event.position().toPoint()).row())

    def _drag_songs(self) -> None:
        """Drag the selected songs to where songs are taken."""
        self._pressed_at = None
        drag = QDrag(self)
        drag.setMimeData(songs_to_drag(self._selected))
        drag.exec(Qt.DropAction.CopyAction)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(-1)

    def _hover(self, row: int) -> None:
        if row == self._rows.hovered_row:
            return
        for changed_row in (self._rows.hovered_row, row):
            if changed_row >= 0:
                top = self.rowViewportPosition(changed_row)
                width = self.viewport().width()
                self.viewport().update(QRect(0, top, width, theme.scaled(ROW_PX)))
        self._rows.hovered_row = row


def _runs(rows: NDArray[np.int64]) -> list[tuple[int, int]]:
    """Return ascending rows as runs (first, last)."""
    if not len(rows):
        return []
    breaks = np.flatnonzero(np.diff(rows) != 1)
    firsts = rows[np.concatenate(([0], breaks + 1))]
    lasts = rows[np.concatenate((breaks, [len(rows) - 1]))]
    return list(zip(firsts.tolist(), lasts.tolist(), strict=True))
