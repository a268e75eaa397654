"""The preview of missing songs: each song, where it was, where it is; nothing is changed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from rhythmcap_gui import theme
from rhythmcap_gui.core_text import translated
from rhythmcap_gui.local_paths import shown_path
from rhythmcap_gui.session import Session
from rhythmcap_gui.view_data import MissingSongs
from rhythmcap_gui.views.widgets.plain_table import LEFT, make_plain

if TYPE_CHECKING:
    from core.library.scan.scan_records import MovePlan

ROW_PX = 28
MOST_ROWS = 1000
TITLE_PX = 160

Row = tuple[int, str, str, str]  # song id, where it was, where it is or why not, token


class FoundTable(QTableWidget):
    """Three columns; the first thousand songs, found ones on top."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(0, 3, parent)
        self._session = session
        self.setHorizontalHeaderLabels([self.tr("Song"), self.tr("It was"), self.tr("Found at")])
        self.setAccessibleName(self.tr("Missing songs and where they were found"))
        make_plain(self, ROW_PX)
        self.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setWordWrap(False)
        header = self.horizontalHeader()
        header.setDefaultAlignment(LEFT)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Interactive)
        self.setColumnWidth(0, TITLE_PX)

    def show_missing(self, missing: MissingSongs) -> None:
        """Show what is missing, before any search."""
        away, not_tried = missing.missing_folders, self.tr("not looked for yet")
        absent = self.tr("folder or drive not there")
        self._show(
            (
                song.song_id,
                shown_path(song.path),
                absent if song.song_id in away else not_tried,
                "dim",
            )
            for song in missing.locations[:MOST_ROWS]
        )

    def show_plan(self, plan: MovePlan) -> None:
        """Show what was found, then what was not, each with its reason."""
        rows: list[Row] = [
            (move.song_id, shown_path(move.old), shown_path(move.new.path), "good")
            for move in plan.moves
        ]
        for song, path, why in plan.different:
            rows.append(
                (
                    song.song_id,
                    shown_path(song.path),
                    f"{shown_path(path)}: {translated(why)}",
                    "bad",
                )
            )
        not_found = self.tr("not found there")
        rows += [(song.song_id, shown_path(song.path), not_found, "dim") for song in plan.absent]
        self._show(rows[:MOST_ROWS])

    def _show(self, rows: Iterable[Row]) -> None:
        found = list(rows)
        library = self._session.library
        known = library.songs.rows([row[0] for row in found]) if library is not None else []
        names = {row.song.id: row.song.display_title for row in known}
        self.setRowCount(len(found))
        for number, (song_id, old, new, token) in enumerate(found):
            for column, text in enumerate((names.get(song_id, ""), old, new)):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                if column == 1 or (column == 2 and token == "dim"):
                    item.setForeground(theme.colour("dim"))
                self.setItem(number, column, item)
            if token in ("good", "bad"):
                icon = "check" if token == "good" else "warning"
                self.item(number, 2).setIcon(theme.icon(icon, token))
