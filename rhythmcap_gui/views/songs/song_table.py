"""The library's column: filter pills, the table of songs, and the text where it is empty.

It shows the ids that the library's search finds; opening, tagging and importing are requests.
"""

from __future__ import annotations

from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QStackedLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from core.errors import QueryError
from core.library.records import Changes
from rhythmcap_gui import theme
from rhythmcap_gui.local_paths import paths_of
from rhythmcap_gui.question_queue import QueueKind
from rhythmcap_gui.session import Session
from rhythmcap_gui.views.songs.columns_menu import ColumnsMenu
from rhythmcap_gui.views.songs.empty_result import EmptyResult
from rhythmcap_gui.views.songs.facets import Facets
from rhythmcap_gui.views.songs.saved_searches import SavedSearches
from rhythmcap_gui.views.songs.song_columns import PREDICTED, Column
from rhythmcap_gui.views.songs.song_header import SongHeader
from rhythmcap_gui.views.songs.song_list import SongList
from rhythmcap_gui.views.songs.song_table_model import SongTableModel
from rhythmcap_gui.views.widgets.tag_picker import TagPicker


class SongTable(QWidget):
    """song_chosen(id) to open; song_lost() where the open one has gone and no other is there;
    song_activated(id) on a double click; selection_changed(ids);
    order_changed(order, descending); query_requested(query); files_dropped(paths);
    all_requested(): no questions, but what is searched for.
    """

    song_chosen = Signal(int)
    song_lost = Signal()
    song_activated = Signal(int)
    selection_changed = Signal(tuple)
    order_changed = Signal(str, bool)
    query_requested = Signal(str)
    files_dropped = Signal(list)
    all_requested = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.order, self.descending = "added", False
        self._is_open = session.song is not None
        self.model = SongTableModel(session, self)
        self.list = SongList(session, self.model, self)
        self.header = SongHeader(session, self.model, self.list)
        self.list.setHorizontalHeader(self.header)
        self.header.begin()
        self.searches = SavedSearches(session, self)
        self.facets = Facets(session, self)
        self.empty = EmptyResult(session, self)
        self._queued: tuple[int, ...] = ()
        self._kept_id: int | None = None  # of that queue
        self.setAcceptDrops(True)
        self._lay_out()
        self._connect_parts()
        self._connect_session()
        self.refresh()

    # -- for other parts -------------------------------------------------------------------

    def set_order(self, order: str, descending: bool) -> None:
        """Sort by an order of the library's search: "title", "tags", "predicted:house" …"""
        self._mark_order(order, descending)
        self.refresh(from_top=True)

    def _mark_order(self, order: str, descending: bool) -> None:
        self.order, self.descending = order, descending
        self.header.show_order(order, descending)
        tag = order.removeprefix(PREDICTED) if order.startswith(PREDICTED) else ""
        self.model.set_predicted_tag(tag)

    def neighbour(self, step: int) -> int | None:
        """Return the song `step` rows below (negative: above) the open one, if any."""
        return self.list.neighbour(step)

    def step(self, step: int) -> None:
        """Go `step` rows down or up and open the song there."""
        song_id, opened = self.neighbour(step), self._session.song
        if song_id is not None:
            self.song_chosen.emit(song_id)
            self.list.make_current(song_id)  # as it is already, if it was opened
        elif opened is not None:
            self.list.make_current(opened.id)

    def enter_from_search(self) -> None:
        """Focus the list; open its first song where the open one is not in it.

        Where the search finds nothing the keyboard stays in its line.
        """
        if self._session.query and not self.model.rowCount():
            self._session.notify(self.tr("No song matches. Esc shows all songs."))
            return
        self.list.setFocus()
        opened = self._session.song
        if opened is None or not self.list.shows(opened.id):
            self.step(0)

    def refresh(self, *, from_top: bool = False) -> None:
        """Ask the search again; the selection stays. What is wrong with a query is left out until
        it is right; where nothing else can be understood, nothing changes.
        """
        query = self._session.query
        ids = self._songs_of_queue() if self._queued else self._find(query)
        if ids is None:
            library = self._session.library
            query = library.search.usable(query) if library is not None else ""
            ids = self._find(query) if query else None
        if ids is not None:
            self.list.show_ids(ids, from_top=from_top)
            self.facets.show_result(ids)
            if not len(ids):
                self.empty.explain(query)
            self._pages.setCurrentIndex(int(not len(ids)))
        elif not self.list.isVisibleTo(self):
            self.empty.explain(self._session.query)  # not the search before

    def _songs_of_queue(self) -> NDArray[np.int64]:
        """Return the songs of the queue that the library still has, in its order."""
        library, ids = self._session.library, np.array(self._queued, np.int64)
        return ids[np.isin(ids, library.songs.all_ids())] if library is not None else ids[:0]

    def _find(self, query: str) -> NDArray[np.int64] | None:
        """Return the songs as searched and sorted; None where the query cannot be understood.

        An order that has gone, such as a tag this model does not predict, gives way to "added".
        """
        library = self._session.library
        if library is None:
            return np.empty(0, dtype=np.int64)
        try:
            return library.search.ids(query, self.order, self.descending)
        except QueryError:
            if library.search.check(query) is not None:
                return None
        self._mark_order("added", False)
        return library.search.ids(query)

    # -- making -----------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self.columns = QToolButton()
        self.columns.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.columns.setAccessibleName(self.tr("Columns and order"))
        self.columns.setToolTip(self.tr("Choose the columns of the table and their order"))
        self.facets.row.addWidget(self.columns)
        self._pages = QStackedLayout()
        self._pages.addWidget(self.list)
        self._pages.addWidget(self.empty)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.searches)
        box.addWidget(self.facets)
        box.addLayout(self._pages, stretch=1)
        self._drop = QFrame(self)
        self._drop.setProperty("drop", True)
        inner = QVBoxLayout(self._drop)
        inner.addWidget(
            QLabel(self.tr("Drop to add these songs")), alignment=Qt.AlignmentFlag.AlignCenter
        )
        self._drop.hide()
        self._apply_theme()

    def _apply_theme(self) -> None:
        self.columns.setIcon(theme.icon("columns", "dim"))
        self.list.viewport().update()

    def _connect_parts(self) -> None:
        self.list.song_chosen.connect(self.song_chosen)
        self.list.song_activated.connect(self.song_activated)
        self.list.ids_selected.connect(self.selection_changed)
        self.searches.query_requested.connect(self._on_pill)
        self.facets.query_requested.connect(self.query_requested)
        self.header.order_requested.connect(self._on_order)
        self.header.tag_requested.connect(lambda: self._open_picker(self._order_picker))
        self.header.menu_requested.connect(self.show_columns_menu)
        self.columns.clicked.connect(self._on_columns)
        self.empty.query_requested.connect(self.query_requested)

    def _connect_session(self) -> None:
        session = self._session
        session.changed.connect(self._on_changed)
        session.library_changed.connect(lambda _library: self.refresh(from_top=True))
        session.query_changed.connect(lambda _query: self.refresh(from_top=True))
        session.queue_changed.connect(self._on_queue)
        session.song_opened.connect(self._on_opened)
        session.scores_changed.connect(self._on_scores)
        session.blind_changed.connect(lambda _blind: self.model.forget_scores())
        theme.notifier().theme_changed.connect(self._apply_theme)

    # -- what happens -----------------------------------------------------------------------

    def _on_changed(self, changes: Changes) -> None:
        if changes.library:
            row = self.list.top_row()
            self.refresh()
            if self._session.song is None and self._is_open:
                self._open_near(row)
        elif changes.songs:
            self.model.touch(changes.songs)
        if changes.codebook:
            self.model.forget_scores()
            self.header.follow_codebook()

    def _open_near(self, row: int) -> None:
        """Open what stands in the row of the song that was open and has gone, or above it."""
        if len(self.model.ids):
            song_id = int(self.model.ids[min(max(row, 0), len(self.model.ids) - 1)])
            self.list.make_current(song_id)
            self.song_chosen.emit(song_id)
        else:
            self.song_lost.emit()

    def _on_scores(self) -> None:
        by_scores = self.order.startswith(PREDICTED)
        if by_scores or self._session.query_line().depends_on_scores():
            self.refresh()
        else:
            self.model.forget_scores()

    def _on_opened(self, song: object) -> None:
        """Select the song that was opened; where the list does not show it, nothing is selected."""
        self._is_open = song is not None
        opened = self._session.song
        if opened is not None and not self.list.shows(opened.id):
            self.list.clearSelection()
        elif opened is not None and not self.list.stands_on(opened.id):
            self.list.make_current(opened.id)
        self.selection_changed.emit(self.list.selected_ids())
        self.list.viewport().update()

    def _on_queue(self, _queue: object) -> None:
        """Show the songs of a queue with their scores for its word, or what is searched for."""
        queue = self._session.queue
        song_ids = () if queue is None else queue.song_ids
        if song_ids == self._queued:
            return
        was_kept, self._kept_id = self._kept_id, None if queue is None else queue.kept_id
        is_ranked_again = was_kept is not None and was_kept == self._kept_id
        self._queued = song_ids
        if queue is None or not song_ids:
            self._mark_order(self.order, self.descending)
        else:
            self.model.set_predicted_tag(queue.name if queue.kind is QueueKind.WORD else "")
        self.header.viewport().update()
        self.refresh(from_top=not is_ranked_again)

    def _on_pill(self, query: str) -> None:
        """Search again even if the search line has the query already; a queue is left."""
        self.all_requested.emit()
        if query == self._session.query:
            self.refresh(from_top=True)
        self.query_requested.emit(query)

    def _on_order(self, order: str, descending: bool) -> None:
        self.set_order(order, descending)
        self.order_changed.emit(order, descending)

    @cached_property
    def _order_picker(self) -> TagPicker:
        question = self.tr("Sort by what the model hears: which tag?")
        made = self._picker(question, self.tr("Enter: songs with the highest score first"))
        made.picked.connect(self._on_tag)
        return made

    @cached_property
    def _column_picker(self) -> TagPicker:
        question = self.tr("Show what the model hears: which tag?")
        made = self._picker(question, self.tr("Enter: a column with its scores"))
        made.picked.connect(lambda tag, _keys: self.header.toggle(f"{PREDICTED}{tag}", on=True))
        return made

    def _picker(self, question: str, hint: str) -> TagPicker:
        """Make a popup to choose one of the tags that the model predicts."""
        made = TagPicker(self._session, question, self)
        made.is_offered = lambda tag: tag.id in self._session.model_tags
        made.begins_on_first = True
        made.hint.setText(hint)
        return made

    def _open_picker(self, picker: TagPicker) -> None:
        right = self.header.sectionViewportPosition(Column.HEARS)
        at = self.header.mapToGlobal(self.header.rect().bottomLeft())
        picker.open_at(at.x() + max(0, right - 120), at.y() + theme.SPACE)

    def show_columns_menu(self, at: QPoint) -> None:
        """Show orders and columns to choose from."""
        menu = ColumnsMenu(self._session, self.model, self.header, self)
        menu.another.triggered.connect(lambda: self._open_picker(self._column_picker))
        menu.popup(at)

    def _on_columns(self) -> None:
        self.show_columns_menu(self.columns.mapToGlobal(self.columns.rect().bottomLeft()))

    def _on_tag(self, tag_id: int) -> None:
        library = self._session.library
        if library is not None:
            name = library.codebook.tag(tag_id).name
            order = PREDICTED + name
            descending = not self.descending if order == self.order else True
            self._on_order(order, descending)

    # -- drag and drop ----------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()
            self._drop.setGeometry(self.rect().adjusted(8, 8, -8, -8))
            self._drop.raise_()
            self._drop.show()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._drop.hide()
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        self._drop.hide()
        paths = paths_of(event.mimeData().urls())
        if paths:
            event.acceptProposedAction()
            self.files_dropped.emit(paths)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._drop.setGeometry(self.rect().adjusted(8, 8, -8, -8))
