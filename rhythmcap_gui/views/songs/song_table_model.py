"""The songs of the table: ids in order, and rows fetched a page at a time when they are seen.

Filtering and sorting happen in the library's search; this model only holds the result.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from core.library.records import SongRow, State
from core.models.prediction_records import is_too_brief
from rhythmcap_gui.local_paths import shown_path
from rhythmcap_gui.number_format import length_text
from rhythmcap_gui.plain_text import as_heading
from rhythmcap_gui.session import Session, Suggestion
from rhythmcap_gui.views.songs.chip_painter import SongTag, tag_looks
from rhythmcap_gui.views.songs.song_columns import CATEGORY, FIGURES, PREDICTED, Column, ExtraColumn
from rhythmcap_gui.views.songs.song_format import NO_TAGS, n_yes, spoken, tip
from rhythmcap_gui.views.songs.song_scores import PageScores
from rhythmcap_gui.views.widgets.score_format import score_text

PAGE_ROWS = 64
PAGES_KEPT = 32
FEW = 4  # songs; looked for one by one
Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()


class SongTableModel(QAbstractTableModel):
    """An int64 array of song ids, and a small cache of pages of rows."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._ids: NDArray[np.int64] = np.empty(0, dtype=np.int64)
        self._pages: OrderedDict[int, list[SongRow | None]] = OrderedDict()
        self._scores = PageScores(session)
        self._predicted_tag = ""
        self.extra_columns: tuple[ExtraColumn, ...] = ()
        self._tags_of: dict[int, dict[int, str]] = {}  # category id: its tags' names by id
        self._looks: dict[int, tuple[str, str]] = {}  # tag id: name and colour, as chips stand

    # -- what is shown ----------------------------------------------------------------------

    @property
    def ids(self) -> NDArray[np.int64]:
        """All song ids in the order of the rows."""
        return self._ids

    def set_ids(self, ids: NDArray[np.int64]) -> None:
        """Show these songs in this order; their rows are read when they are seen."""
        self.beginResetModel()
        self._ids = np.asarray(ids, dtype=np.int64)
        self._pages.clear()
        self._scores.clear()
        self.endResetModel()

    def set_extra_columns(self, columns: Iterable[ExtraColumn]) -> None:
        """Have these columns behind the fixed ones."""
        columns = tuple(columns)
        for index in reversed(range(len(self.extra_columns))):
            if self.extra_columns[index].key not in {column.key for column in columns}:
                self.beginRemoveColumns(ROOT, len(Column) + index, len(Column) + index)
                self.extra_columns = self.extra_columns[:index] + self.extra_columns[index + 1 :]
                self.endRemoveColumns()
        present = {column.key for column in self.extra_columns}
        new = [column for column in columns if column.key not in present]
        if new:
            first = self.columnCount()
            self.beginInsertColumns(ROOT, first, first + len(new) - 1)
            self.extra_columns += tuple(new)
            self.endInsertColumns()
        by_key = {column.key: column for column in columns}
        self.extra_columns = tuple(by_key[column.key] for column in self.extra_columns)  # new names
        self._tags_of.clear()

    def set_predicted_tag(self, name: str) -> None:
        """Show the model's score for this tag; "" for its best word."""
        self._predicted_tag = name

    @property
    def predicted_tag(self) -> str:
        """The tag whose score is shown, "" where it is the best word."""
        return self._predicted_tag

    def row_of(self, song_id: int) -> int:
        """Return the row of a song, -1 if it is not shown."""
        rows = np.flatnonzero(self._ids == song_id)
        return int(rows[0]) if len(rows) else -1

    def rows_of(self, song_ids: Iterable[int]) -> NDArray[np.int64]:
        """Return the rows of some songs, ascending; songs that are not shown are left out."""
        return np.flatnonzero(np.isin(self._ids, np.fromiter(song_ids, dtype=np.int64)))

    def touch(self, song_ids: frozenset[int]) -> None:
        """Read changed songs of the cache again, and repaint only their rows."""
        self._scores.follow_decisions(song_ids)
        few = len(song_ids) <= FEW
        rows = list(map(self.row_of, song_ids)) if few else self.rows_of(song_ids).tolist()
        rows = [row for row in rows if row >= 0]
        if len(rows) > PAGE_ROWS:
            self._pages.clear()
            self._repaint(0, len(self._ids) - 1)
            return
        for row in rows:
            page, offset = divmod(row, PAGE_ROWS)
            if page in self._pages:
                self._pages[page][offset : offset + 1] = self._read([int(self._ids[row])])
            self._repaint(row, row)

    def forget_scores(self) -> None:
        """Drop the scores: they, or whether they may be seen, have changed."""
        self._scores.clear()
        self._tags_of.clear()
        self._looks.clear()
        self._repaint(0, len(self._ids) - 1)

    def _repaint(self, first: int, last: int) -> None:
        if 0 <= first <= last:
            self.dataChanged.emit(self.index(first, 0), self.index(last, self.columnCount() - 1))

    # -- pages ------------------------------------------------------------------------------

    def song_row(self, row: int) -> SongRow | None:
        """Return what the library holds of a row; None if the song has been removed."""
        page, offset = divmod(row, PAGE_ROWS)
        rows = self._pages.get(page)
        if rows is None:
            rows = self._read(self._page_ids(page))
            self._pages[page] = rows
            while len(self._pages) > PAGES_KEPT:
                oldest, _ = self._pages.popitem(last=False)
                self._scores.drop(oldest)
        else:
            self._pages.move_to_end(page)
        return rows[offset] if offset < len(rows) else None

    def _page_ids(self, page: int) -> list[int]:
        return self._ids[page * PAGE_ROWS : (page + 1) * PAGE_ROWS].tolist()

    def _read(self, song_ids: list[int]) -> list[SongRow | None]:
        library = self._session.library
        by_id = {row.song.id: row for row in library.songs.rows(song_ids)} if library else {}
        for song_id in self._session.covered.keys() & by_id.keys():
            row, hidden = by_id[song_id], self._session.covered[song_id]
            states = {tag: state for tag, state in row.states.items() if tag not in hidden}
            by_id[song_id] = replace(row, states=states)
        return [by_id.get(song_id) for song_id in song_ids]

    def prediction(self, row: int) -> Suggestion | None:
        """Return the model's best word for a row, or its score for the tag that is shown."""
        page, song_id = row // PAGE_ROWS, int(self._ids[row])
        if not self._predicted_tag:
            song_row = self.song_row(row)
            if song_row is None or is_too_brief(song_row.song.duration_s):
                return None
            return self._scores.best(page, self._page_ids(page), song_id)
        library = self._session.library
        tag = library.codebook.find(self._predicted_tag) if library is not None else None
        score = None if tag is None else self.score(row, tag.id)
        return None if score is None else Suggestion(tag.id, tag.name, score)

    def score(self, row: int, tag_id: int) -> float | None:
        """Return the model's score for a tag; None without a prediction, or if blind."""
        page, song_id = row // PAGE_ROWS, int(self._ids[row])
        return self._scores.of_tag(page, self._page_ids(page), song_id, tag_id)

    def tags_text(self, song_row: SongRow, category_id: int) -> str:
        """Return a song's tags of one category, in the codebook's order; unsure ones with a ?."""
        names = self._tags_of.get(category_id)
        if names is None:
            library = self._session.library
            tags = library.codebook.tags() if library is not None else []
            names = {tag.id: tag.name for tag in tags if tag.category_id == category_id}
            self._tags_of[category_id] = names
        templates = {State.YES: "{}", State.UNSURE: "{}?"}
        return ", ".join(
            templates[song_row.states[tag_id]].format(name)
            for tag_id, name in names.items()
            if song_row.states.get(tag_id) in templates
        )

    def song_tags(self, song_row: SongRow) -> list[SongTag]:
        """Return the tags of a song that are yes or unsure, in the codebook's order."""
        library, states = self._session.library, song_row.states
        if not self._looks and library is not None:
            self._looks = tag_looks(library.codebook)
        return [
            SongTag(name, hue, states[tag_id] is State.UNSURE)
            for tag_id, (name, hue) in self._looks.items()
            if states.get(tag_id) in (State.YES, State.UNSURE)
        ]

    # -- Qt's interface ---------------------------------------------------------------------

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(Column) + len(self.extra_columns)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < self.columnCount():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.column_name(section)
        if role == Qt.ItemDataRole.TextAlignmentRole and section in FIGURES:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def extra_column_at(self, section: int) -> ExtraColumn | None:
        """Return the added column of a section; None for a fixed one."""
        return self.extra_columns[section - len(Column)] if section >= len(Column) else None

    def column_name(self, section: int) -> str:
        """Return a column's header."""
        extra = self.extra_column_at(section)
        if extra is not None:
            return as_heading(extra.name) if extra.prefix == CATEGORY else extra.name
        names = {
            Column.SONG: self.tr("Song"),
            Column.LENGTH: self.tr("Length"),
            Column.TAGS: self.tr("Tags"),
            Column.HEARS: self._predicted_tag or self.tr("Model hears"),
            Column.ARTIST: self.tr("Artist"),
            Column.ALBUM: self.tr("Album"),
            Column.YEAR: self.tr("Year"),
            Column.FILE: self.tr("File"),
        }
        return names[Column(section)]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or role not in _ROLES:
            return None
        song_row = self.song_row(index.row())
        if song_row is None:
            return None
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(index, song_row)
        if role == Qt.ItemDataRole.AccessibleTextRole and index.column() == Column.SONG:
            return spoken(self._session, song_row)
        return self.cell_text(index.row(), index.column(), song_row)

    def _tip(self, index: Index, song_row: SongRow) -> str:
        if self.extra_column_at(index.column()) is not None:
            return self.cell_text(index.row(), index.column(), song_row)
        return tip(self._session, song_row, Column(index.column()))

    def is_plain_text(self, section: int) -> bool:
        """Tell whether a column's cells are one text, which their tooltip repeats."""
        return section >= len(Column) or section in (Column.ARTIST, Column.ALBUM, Column.FILE)

    def cell_text(self, row: int, section: int, song_row: SongRow) -> str:
        """Return the text of a cell."""
        extra, song = self.extra_column_at(section), song_row.song
        if extra is not None and extra.prefix == PREDICTED:
            score = self.score(row, extra.id)
            return "" if score is None else score_text(score)
        if extra is not None:
            return self.tags_text(song_row, extra.id)
        column = Column(section)
        if column is Column.LENGTH:
            return length_text(song.duration_s)
        if column is Column.TAGS:
            return str(n_yes(song_row) or NO_TAGS)
        if column is Column.HEARS:
            prediction = self.prediction(row)
            return f"{prediction.word} {score_text(prediction.score)}" if prediction else ""
        if column is Column.YEAR:
            return str(song.year or "")
        if column is Column.FILE:
            return shown_path(song.path)
        if column is Column.ARTIST:
            return song.display_artist
        return song.display_album if column is Column.ALBUM else song.display_title


_ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
)
