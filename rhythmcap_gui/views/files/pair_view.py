"""Two songs that may be one recording, side by side: their facts, decisions, and which stay."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QGridLayout,
    QLabel,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from rhythmcap_gui.local_paths import shown_path
from rhythmcap_gui.number_format import bytes_text, length_text
from rhythmcap_gui.session import Session
from rhythmcap_gui.view_data import JoinRequest
from rhythmcap_gui.views.files.decision_pairs import DecisionPairs
from rhythmcap_gui.views.widgets.elided_label import ElidedLabel

if TYPE_CHECKING:
    from core.library.records import Song

WHOLE = frozenset({".flac", ".wav", ".aiff", ".aif", ".wv"})  # nothing of the sound left out


class PairView(QFrame):
    """The left and the right song; which file is kept is chosen by the buttons on top."""

    kept_changed = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._songs: tuple[Song, ...] = ()
        self.keep = (QRadioButton(self.tr("Keep this file")),
                     QRadioButton(self.tr("Keep this file")))  # fmt: skip
        self._choice = QButtonGroup(self)
        for side, button in enumerate(self.keep):
            button.setToolTip(self.tr("The other file stays on the disk and is remembered"))
            self._choice.addButton(button, side)
        self._choice.idToggled.connect(self._kept)
        self.decisions = DecisionPairs(session)
        self._facts = [[ElidedLabel() for _fact in range(5)] for _side in (0, 1)]
        self._lay_out()

    @property
    def side(self) -> int:
        """Whose file is kept: 0 the left one, 1 the right one."""
        return max(0, self._choice.checkedId())

    def show_pair(self, one: Song, other: Song) -> None:
        """Show two songs; choose to keep the file that holds more of the sound."""
        self._songs = (one, other)
        for labels, button, song in zip(self._facts, self.keep, self._songs, strict=True):
            for label, text in zip(labels, self._words(song), strict=True):
                label.setText(text)
                label.setToolTip(text)
            button.setAccessibleName(self.tr("Keep {}").format(shown_path(song.path.name)))
        best = 0 if self._worth(one) >= self._worth(other) else 1
        self.decisions.show_pair(one.id, other.id, best)
        self.keep[best].setChecked(True)

    def request(self) -> JoinRequest:
        """Return how they would be joined."""
        keep, drop = self._songs[self.side], self._songs[1 - self.side]
        return JoinRequest(keep.id, drop.id, self.decisions.taken(self.side))

    def _worth(self, song: Song) -> tuple[bool, bool, int]:
        available = not self._session.is_missing(song)
        return available, song.path.suffix.lower() in WHOLE, song.size_bytes

    def _words(self, song: Song) -> tuple[str, ...]:
        file_format = song.path.suffix.lstrip(".").upper()
        sound = self.tr("{} · {} · {:g} kHz · {} ch").format(
            length_text(song.duration_s), file_format, song.rate_hz / 1000, song.channels
        )
        missing = self._session.is_missing(song)
        file = self.tr("{} (not there now) in {}") if missing else self.tr("{} in {}")
        about = " · ".join(
            text for text in (song.display_artist, song.display_album, str(song.year or "")) if text
        )  # fmt: skip
        size = bytes_text(song.size_bytes)
        return (
            song.display_title,
            about,
            f"{sound} · {size}",
            file.format(shown_path(song.path.name), shown_path(song.path.parent)),
            song.note,
        )

    def _kept(self, side: int, on: bool) -> None:
        if on:
            self.decisions.keep(side)
            self.kept_changed.emit()

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(4)
        for side in (0, 1):
            grid.setColumnStretch(side, 1)
            grid.addWidget(self.keep[side], 0, side)
            for row, label in enumerate(self._facts[side]):
                label.setTextFormat(Qt.TextFormat.PlainText)
                label.setProperty("heading" if row == 0 else "dim", True)
                grid.addWidget(label, row + 1, side)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(grid)
        caption = QLabel(self.tr("Decisions of both; where they differ, choose which one stays:"))
        caption.setProperty("dim", True)
        column.addWidget(caption)
        column.addWidget(self.decisions, 1)
