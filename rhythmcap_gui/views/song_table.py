"""The library's column: filter pills, the table of songs, and the words where it is empty.

It asks the library's search for ids and shows them; opening, tagging and importing are intents.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QPushButton,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from core.errors import QueryError
from core.library.records import Changes
from rhythmcap_gui import theme
from rhythmcap_gui.session import Session
from rhythmcap_gui.views.facets import Facets
from rhythmcap_gui.views.saved_searches import SavedSearches
from rhythmcap_gui.views.song_header import PREDICTED, SongHeader
from rhythmcap_gui.views.song_list import SongList
from rhythmcap_gui.views.song_table_model import Column, SongTableModel
from rhythmcap_gui.views.tag_picker import TagPicker


class SongTable(QWidget):
    """song_chosen(id) to open; song_activated(id) on a double click; selection_changed(ids);
    order_changed(order, descending); query_wanted(query); files_dropped(paths);
    search_saved(name, query); search_removed(name); columns_changed(names).
    """

    song_chosen = Signal(int)
    song_activated = Signal(int)
    selection_changed = Signal(tuple)
    order_changed = Signal(str, bool)
    query_wanted = Signal(str)
    files_dropped = Signal(list)
    search_saved = Signal(str, str)
    search_removed = Signal(str)
    columns_changed = Signal(list)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.order, self.descending = "added", False
        self.model = SongTableModel(session, self)
        self.list = SongList(session, self.model, self)
        self.header = SongHeader(self.model, self.list)
        self.list.setHorizontalHeader(self.header)
        self.header.size_columns()
        self.searches = SavedSearches(session, self)
        self.facets = Facets(session, self)
        self._tags = TagPicker(session, self.tr("Sort by what the model hears: which tag?"), self)
        self._tags.is_offered = lambda tag: tag.id in session.model_tags
        self._tags.hint.setText(self.tr("Enter: songs with the highest score first"))
        self.setAcceptDrops(True)
        self._lay_out()
        self._wire()
        self._listen()
        self.refresh()

    # -- what others may ask ----------------------------------------------------------------

    def set_order(self, order: str, descending: bool) -> None:
        """Sort; order as in the library's search: "title", "tags", "predicted:house" …"""
        self._mark_order(order, descending)
        self.refresh(from_top=True)

    def _mark_order(self, order: str, descending: bool) -> None:
        self.order, self.descending = order, descending
        self.header.show_order(order, descending)
        tag = order.removeprefix(PREDICTED) if order.startswith(PREDICTED) else ""
        self.model.set_heard_tag(tag)

    def neighbour(self, step: int) -> int | None:
        """The song `step` rows below (negative: above) the open one, if any."""
        return self.list.neighbour(step)

    def step(self, step: int) -> None:
        """Go some rows down or up and open what is there."""
        song_id = self.neighbour(step)
        if song_id is not None:
            self.list.go_to(song_id)
            self.song_chosen.emit(song_id)

    def go_on_from_search(self) -> None:
        """Go into the list; where the open song is not among those found, open the first."""
        self.list.setFocus()
        opened = self._session.song
        if opened is None or not self.list.shows(opened.id):
            self.step(0)

    def refresh(self, *, from_top: bool = False) -> None:
        """Ask the search again; the selection stays. A query with an error changes nothing."""
        ids = self._find()
        if ids is not None:
            self.list.show_ids(ids, from_top=from_top)
            self.facets.show_result(ids)
            self._show_page()

    def _find(self) -> NDArray[np.int64] | None:
        """The songs as searched and sorted; None where the query cannot be understood.

        An order that has gone, such as a tag this model does not know, gives way to "added".
        """
        library = self._session.library
        if library is None:
            return np.empty(0, dtype=np.int64)
        try:
            return library.search.ids(self._session.query, self.order, self.descending)
        except QueryError:
            if not self.order.startswith(PREDICTED):
                return None
        try:
            ids = library.search.ids(self._session.query, "added", False)
        except QueryError:
            return None
        self._mark_order("added", False)
        return ids

    # -- making -----------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self._empty_title = QLabel()
        self._empty_title.setProperty("heading", True)
        self._empty_text = QLabel()
        self._empty_text.setProperty("dim", True)
        for label in (self._empty_title, self._empty_text):
            label.setWordWrap(True)
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._clear = QPushButton(self.tr("Show all songs"))
        self._clear.clicked.connect(lambda: self.query_wanted.emit(""))
        empty = QWidget()
        words = QVBoxLayout(empty)
        words.setContentsMargins(24, 48, 24, 24)
        words.setSpacing(8)
        words.addWidget(self._empty_title)
        words.addWidget(self._empty_text)
        words.addWidget(self._clear, alignment=Qt.AlignmentFlag.AlignHCenter)
        words.addStretch()
        self._pages = QStackedLayout()
        self._pages.addWidget(self.list)
        self._pages.addWidget(empty)
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

    def _wire(self) -> None:
        self.list.song_chosen.connect(self.song_chosen)
        self.list.song_activated.connect(self.song_activated)
        self.list.ids_selected.connect(self.selection_changed)
        self.searches.query_wanted.connect(self._on_pill)
        self.facets.query_wanted.connect(self.query_wanted)
        self.searches.search_saved.connect(self.search_saved)
        self.searches.search_removed.connect(self.search_removed)
        self.header.order_wanted.connect(self._on_order)
        self.header.columns_changed.connect(self.columns_changed)
        self.header.tag_wanted.connect(self._ask_tag)
        self._tags.picked.connect(self._on_tag)

    def _listen(self) -> None:
        session = self._session
        session.changed.connect(self._on_changed)
        session.library_changed.connect(lambda _library: self.refresh(from_top=True))
        session.query_changed.connect(lambda _query: self.refresh(from_top=True))
        session.song_opened.connect(self._on_opened)
        session.scores_changed.connect(self._on_scores)
        session.blind_changed.connect(lambda _blind: self.model.forget_scores())
        theme.notifier().theme_changed.connect(self.list.viewport().update)

    # -- what happens -----------------------------------------------------------------------

    def _on_changed(self, changes: Changes) -> None:
        if changes.library:
            self.refresh()
        elif changes.songs:
            self.model.touch(changes.songs)
        if changes.codebook:
            self.model.forget_scores()

    def _on_scores(self) -> None:
        if self.order.startswith(PREDICTED) or "predicted" in self._session.query:
            self.refresh()
        else:
            self.model.forget_scores()

    def _on_opened(self, song: object) -> None:
        del song
        opened = self._session.song
        if opened is not None and self.list.current_id() != opened.id:
            self.list.go_to(opened.id)
        self.list.viewport().update()

    def _on_pill(self, query: str) -> None:
        """A pill asks again even if the search line says the same already."""
        if query == self._session.query:
            self.refresh(from_top=True)
        self.query_wanted.emit(query)

    def _on_order(self, order: str, descending: bool) -> None:
        self.set_order(order, descending)
        self.order_changed.emit(order, descending)

    def _ask_tag(self) -> None:
        right = self.header.sectionViewportPosition(Column.HEARS)
        at = self.header.mapToGlobal(self.header.rect().bottomLeft())
        self._tags.open_at(at.x() + right - 120, at.y() + theme.SPACE)

    def _on_tag(self, tag_id: int) -> None:
        library = self._session.library
        if library is not None:
            name = library.codebook.tag(tag_id).name
            order = PREDICTED + name
            descending = not self.descending if order == self.order else True
            self._on_order(order, descending)

    # -- empty ------------------------------------------------------------------------------

    def _show_page(self) -> None:
        is_empty = len(self.model.ids) == 0
        self._pages.setCurrentIndex(int(is_empty))
        if not is_empty:
            return
        query = self._session.query.strip()
        library = self._session.library
        self._clear.setVisible(bool(query))
        if library is None or not query:
            self._empty_title.setText(self.tr("No songs yet"))
            self._empty_text.setText(
                self.tr("Drop files or a folder here, or press Ctrl+O to add songs.")
            )
            return
        done = {
            "untagged": self.tr("Every song has tags"),
            "review": self.tr("Nothing to review"),
            "unsure": self.tr("Nothing is unsure"),
            "missing": self.tr("No file is missing"),
        }
        self._empty_title.setText(
            done.get(query) or self.tr("No song matches “{query}”").format(query=query)
        )
        self._empty_text.setText(
            "" if query in done else self.tr("Try fewer words, or another tag.")
        )

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
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            self.files_dropped.emit(paths)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._drop.setGeometry(self.rect().adjusted(8, 8, -8, -8))
