"""The menu of the song table: the order of the songs, and the columns."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from rhythmcap_gui.plain_text import literal
from rhythmcap_gui.session import Session
from rhythmcap_gui.views.songs.song_columns import CATEGORY, PREDICTED, Column
from rhythmcap_gui.views.songs.song_header import SongHeader
from rhythmcap_gui.views.songs.song_table_model import SongTableModel


class ColumnsMenu(QMenu):
    """Made anew each time it opens; another: the action that adds the column of a predicted tag."""

    def __init__(
        self, session: Session, model: SongTableModel, header: SongHeader, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._session, self._songs, self._header = session, model, header
        self._shown = {key for key, _ in header.shown()}
        self._add_orders()
        self.addSeparator()
        self._add_columns()

    def _add_orders(self) -> None:
        header = self._header
        group = QActionGroup(self)
        for order, text in _orders().items():
            action = self._add(self, text, order == header.order)
            action.setActionGroup(group)
            action.triggered.connect(lambda _on, order=order: self._sort(order))
        predicted = self._add(self, _tr("Sort by a predicted tag…"), "predicted:" in header.order)
        predicted.triggered.connect(header.tag_requested)
        turned = self._add(self, _tr("Largest first"), header.descending)
        turned.triggered.connect(lambda on: header.order_requested.emit(header.order, on))

    def _add_columns(self) -> None:
        for column in Column:
            if column is not Column.SONG:
                self._add_column(self, self._songs.column_name(column), column.name.lower())
        library = self._session.library
        by_category = self.addMenu(_tr("Tags of one category"))
        for category in library.codebook.categories() if library else []:
            self._add_column(by_category, category.name, f"{CATEGORY}{category.id}")
        predicted = self.addMenu(_tr("What the model hears"))
        for extra in self._songs.extra_columns:
            if extra.prefix == PREDICTED:
                self._add_column(predicted, extra.name, extra.key)
        self.another = predicted.addAction(_tr("Another tag…"))
        self.another.setEnabled(any(tag is not None for tag in self._session.model_tags))

    def _add_column(self, menu: QMenu, name: str, key: str) -> None:
        action = self._add(menu, _tr("Column {name}").format(name=name), key in self._shown)
        action.triggered.connect(lambda on: self._header.toggle(key, on))

    def _add(self, menu: QMenu, text: str, on: bool) -> QAction:
        action = menu.addAction(literal(text))
        action.setCheckable(True)
        action.setChecked(on)
        return action

    def _sort(self, order: str) -> None:
        same = order == self._header.order
        self._header.order_requested.emit(order, self._header.descending if same else False)


def _orders() -> dict[str, str]:
    return {
        "title": _tr("Sort by title"),
        "artist": _tr("Sort by artist"),
        "album": _tr("Sort by album"),
        "year": _tr("Sort by year"),
        "length": _tr("Sort by length"),
        "added": _tr("Sort by when it was added"),
        "tags": _tr("Sort by number of tags"),
        "path": _tr("Sort by folder and file"),
    }


def _tr(text: str) -> str:
    return QCoreApplication.translate("SongHeader", text)
