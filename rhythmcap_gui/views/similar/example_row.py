"""Chosen examples as a row of pills: what the songs found shall be like, and unlike."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from rhythmcap_gui import theme
from rhythmcap_gui.similar_data import SongName
from rhythmcap_gui.views.widgets.flow_layout import FlowLayout
from rhythmcap_gui.views.widgets.song_drag import dragged_songs

MAX_PILLS = 12
TITLE_CHARACTERS = 28
LABEL_DROP_PX = 4


class ExampleRow(QWidget):
    """removed(song id) on a click on a pill; dropped(song ids) where songs are let go on it."""

    removed = Signal(int)
    dropped = Signal(tuple)

    def __init__(self, title: str, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptDrops(True)
        self.setAccessibleName(title)
        self._title, self._hint = QLabel(title), QLabel(hint)
        self._title.setProperty("dim", True)
        self._hint.setProperty("faint", True)
        for label in (self._title, self._hint):
            label.setContentsMargins(0, LABEL_DROP_PX, 0, 0)  # on a line with what stands in pills
        self._flow = FlowLayout(self)
        self._flow.addWidget(self._title)
        self._flow.addWidget(self._hint)
        self.pills: list[QPushButton] = []
        self._more = QLabel()
        self._more.setProperty("dim", True)
        self._flow.addWidget(self._more)
        self._more.hide()
        self._songs: tuple[SongName, ...] = ()
        theme.notifier().theme_changed.connect(self._draw_icons)

    def show_songs(self, songs: Sequence[SongName]) -> None:
        """Show these, the first few as pills."""
        songs = tuple(songs)
        if songs == self._songs:
            return
        self._songs = songs
        self._hint.setVisible(not songs)
        for pill in self.pills:
            self._flow.removeWidget(pill)
            pill.deleteLater()
        self._flow.removeWidget(self._more)
        self.pills = [self._pill(song) for song in songs[:MAX_PILLS]]
        self._flow.addWidget(self._more)
        n_more = len(songs) - len(self.pills)
        self._more.setText(f"+ {n_more}")
        self._more.setVisible(n_more > 0)
        self._draw_icons()
        self.updateGeometry()

    def _pill(self, song: SongName) -> QPushButton:
        title = song.title
        if len(title) > TITLE_CHARACTERS:
            title = f"{title[: TITLE_CHARACTERS - 1]}…"
        pill = QPushButton(title.replace("&", "&&"), self)
        pill.setProperty("pill", True)
        pill.setToolTip(self.tr("{title} – click to take it off the list").format(title=song.title))
        pill.setAccessibleName(self.tr("Take {title} off the list").format(title=song.title))
        pill.clicked.connect(lambda: self.removed.emit(song.song_id))
        self._flow.addWidget(pill)
        pill.show()
        return pill

    def _draw_icons(self) -> None:
        for pill in self.pills:
            pill.setIcon(theme.icon("close", "dim"))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dragged_songs(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        song_ids = dragged_songs(event.mimeData())
        if song_ids:
            event.acceptProposedAction()
            self.dropped.emit(song_ids)
