"""The songs that a change of a word would touch, as a list that stays short."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QWidget

from rhythmcap_gui.number_format import counted
from rhythmcap_gui.session import Session

MAX_ROWS = 200
ROWS_PX = 150


class SongPreview(QListWidget):
    """Shows titles; of very many songs the first ones, and how many more there are."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.setMinimumHeight(ROWS_PX)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Songs it touches"))

    def show_songs(self, song_ids: Sequence[int], remarks: dict[int, str] | None = None) -> None:
        """Show songs; remarks: what stands behind a title, by song id (these come first)."""
        remarks = remarks or {}
        ordered = [*remarks, *(song_id for song_id in song_ids if song_id not in remarks)]
        self.clear()
        for song_id in ordered[:MAX_ROWS]:
            title = self._title(song_id)
            remark = remarks.get(song_id)
            self.addItem(f"{title}: {remark}" if remark else title)
        if len(ordered) > MAX_ROWS:
            text = self.tr("and {n:# more|# more}")
            self.addItem(counted(text, n=len(ordered) - MAX_ROWS))
        if not ordered:
            self.addItem(self.tr("No song was judged on it."))

    def _title(self, song_id: int) -> str:
        library = self._session.library
        song = library.songs.get(song_id) if library is not None else None
        parts = () if song is None else (song.display_artist, song.display_title)
        return " – ".join(part for part in parts if part)
