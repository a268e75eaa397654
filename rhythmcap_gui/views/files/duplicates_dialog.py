"""Songs that are the same recording, pair by pair: join them, or say that they are different."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from rhythmcap_gui.session import Session
from rhythmcap_gui.views.files.pair_view import PairView
from rhythmcap_gui.views.widgets.work_dialog import WorkDialog

if TYPE_CHECKING:
    from core.library.scan.scan_records import Duplicate

SIZE, SMALL = QSize(1000, 620), QSize(520, 150)
LIST_PX = 260


class DuplicatesDialog(WorkDialog):
    """Emits join_requested(JoinRequest) and apart_requested(Duplicate) about the pair shown."""

    join_requested = Signal(object)
    apart_requested = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("The same recording twice"))
        self._session = session
        self._pairs: tuple[Duplicate, ...] = ()
        self._large = False
        self.message = QLabel(wordWrap=True)
        self.message.setProperty("dim", True)
        self.list = QListWidget()
        self.list.setFixedWidth(LIST_PX)
        self.list.setAccessibleName(self.tr("Pairs of songs that sound alike"))
        self.list.currentRowChanged.connect(self._show)
        self.pair = PairView(session)
        self.work.cancel_requested.connect(self.stopped)
        self.join = QPushButton(self.tr("Join them"), autoDefault=False)
        self.join.setProperty("primary", True)
        self.join.setToolTip(self.tr("One song with the decisions of both; one undo takes it back"))
        self.join.clicked.connect(self._join)
        self.apart = QPushButton(self.tr("These are different"), autoDefault=False)
        self.apart.setToolTip(
            self.tr("Two recordings: never offer them again (undo takes it back)")
        )
        self.apart.clicked.connect(self._tell_apart)
        self._lay_out()
        self.resize(SMALL)
        session.changed.connect(self._refresh)

    def begin(self, title: str) -> None:
        """Show that songs are being compared."""
        super().begin(title)
        self._fill()

    def show_pairs(self, pairs: Sequence[Duplicate]) -> None:
        """Show the pairs found."""
        self._pairs = tuple(pairs)
        self.work.end()
        self._refresh()
        self._fill()

    @property
    def current(self) -> Duplicate | None:
        """The pair that is shown."""
        row = self.list.currentRow()
        return self._pairs[row] if 0 <= row < len(self._pairs) else None

    def _refresh(self, *_changes: object) -> None:
        open_pairs = self._session.undecided_pairs(self._pairs)
        if open_pairs != self._pairs or self.list.count() != len(open_pairs):
            self._pairs = open_pairs
            self._fill()

    def _fill(self) -> None:
        row, library = max(0, self.list.currentRow()), self._session.library
        self.list.clear()
        for pair in self._pairs:
            song = library.songs.get(pair.song_id) if library is not None else None
            title = song.display_title if song is not None else ""
            percent = math.floor(100 * pair.similarity)
            self.list.addItem(self.tr("{} ({} % alike)").format(title, percent))
        self.list.setCurrentRow(min(row, len(self._pairs) - 1))
        self._make_room()
        self._show()

    def _make_room(self) -> None:
        """Be large where there is something to compare, and two lines high where there is not."""
        has_pairs = bool(self._pairs)
        for widget in (self.list, self.join, self.apart):
            widget.setVisible(has_pairs)
        if has_pairs != self._large:
            self._large, middle = has_pairs, self.geometry().center()
            self.resize(SIZE if has_pairs else SMALL)
            self.move(middle - self.rect().center())

    def _show(self, *_row: object) -> None:
        pair, library = self.current, self._session.library
        self.message.setText(self._words(pair))
        may = library is not None and not library.read_only
        for button in (self.join, self.apart):
            button.setEnabled(pair is not None and may)
        self.pair.setVisible(pair is not None)
        if pair is not None and library is not None:
            one, other = library.songs.get(pair.song_id), library.songs.get(pair.other_id)
            if one is not None and other is not None:
                self.pair.show_pair(one, other)

    def _words(self, pair: Duplicate | None) -> str:
        if self.work.running:
            return self.tr("Two files of one song, such as a FLAC and an MP3 of it.")
        if not self._pairs:
            return self.tr("No two songs are the same recording.")
        found = self.tr("Pairs that sound alike: {}").format(len(self._pairs))
        if pair is None or pair.is_same:
            return found
        warning = self.tr("The one shown differs in places, perhaps in a note: listen to both "
                          "before you join them.")  # fmt: skip
        return f"{found}. {warning}"

    def _join(self) -> None:
        if self.current is not None:
            self.join_requested.emit(self.pair.request())

    def _tell_apart(self) -> None:
        if self.current is not None:
            self.apart_requested.emit(self.current)

    def _lay_out(self) -> None:
        close = QPushButton(self.tr("Close"), autoDefault=False)
        close.setToolTip(self.tr("Leave the other pairs as they are (Esc)"))
        close.clicked.connect(self.reject)
        ends = QHBoxLayout()
        ends.addStretch(1)
        for button in (close, self.apart, self.join):
            ends.addWidget(button)
        middle = QHBoxLayout()
        middle.setSpacing(16)
        middle.addWidget(self.list)
        middle.addWidget(self.pair, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(self.message)
        column.addLayout(middle, 1)
        column.addWidget(self.work)
        column.addLayout(ends)
