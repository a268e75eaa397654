"""Which songs a file of decisions means: how each was found, and likely ones to confirm."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from core.exchange.import_records import ImportPlan, MatchedBy, SongMatch
from core.exchange.label_records import LabelledSong
from rhythmcap_gui.local_paths import shown_path
from rhythmcap_gui.number_format import counted, length_text, number_text
from rhythmcap_gui.session import Session
from rhythmcap_gui.views.widgets.row_table import RowTable

GROUPS = {
    "likely": (MatchedBy.LIKENESS,),
    "lost": (MatchedBy.NONE,),
    "several": (MatchedBy.SEVERAL,),
    "found": (MatchedBy.SOUND, MatchedBy.PATH, MatchedBy.PATH_ENDING, MatchedBy.WORDS),
}
BY_PATH = (MatchedBy.PATH, MatchedBy.PATH_ENDING)


class SongsPage(QWidget):
    """Emits changed() when a likely song was confirmed or not, song_requested(id) to open one."""

    changed = Signal()
    song_requested = Signal(int)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._plan: ImportPlan | None = None
        self._names: dict[int, str] = {}
        self.likely: frozenset[int] = frozenset()
        self.group = QComboBox()
        self.group.setAccessibleName(self.tr("Which songs of the file are shown"))
        self.group.currentIndexChanged.connect(self._fill)
        self.confirm = QPushButton(self.tr("Confirm all"), autoDefault=False)
        self.confirm.setToolTip(self.tr("Take every song that looks alike for the right one"))
        self.confirm.clicked.connect(lambda: self._confirm(self._of(GROUPS["likely"])))
        self.reject = QPushButton(self.tr("Confirm none"), autoDefault=False)
        self.reject.setToolTip(self.tr("Leave out every song that only looks alike"))
        self.reject.clicked.connect(lambda: self._confirm(()))
        heads = (self.tr("In the file"), self.tr("In the library"), self.tr("Found by"))
        self.table = RowTable(
            heads, self._cells, shares=(8, 7, 5), tick_of=self._tick, more_of=self._path
        )
        self.table.setAccessibleName(self.tr("Songs of the file"))
        self.table.ticked.connect(self._ticked)
        self.table.activated_row.connect(self._open)
        self.hint = QLabel(wordWrap=True)
        self.hint.setProperty("caption", True)
        self._lay_out()

    def show_plan(self, plan: ImportPlan) -> None:
        """Show the songs of a plan, first those that need to be looked at."""
        self._plan, self.likely = plan, plan.choices.likely
        self._names.clear()
        counts = Counter(match.by for match in plan.matches)
        self.group.blockSignals(True)
        self.group.clear()
        self.group.addItem(self.tr("All: {n}").format(n=number_text(len(plan.matches))), "")
        for name, ways in GROUPS.items():
            if number := sum(counts[by] for by in ways):
                self.group.addItem(_group_text(name).format(n=number_text(number)), name)
        self.group.setCurrentIndex(min(1, self.group.count() - 1))
        self.group.blockSignals(False)
        has_likely = bool(counts[MatchedBy.LIKENESS])
        for widget in (self.confirm, self.reject):
            widget.setVisible(has_likely)
        self._fill()

    def _fill(self, *_index: int) -> None:
        group = self.group.currentData()
        ways = GROUPS.get(group or "", tuple(MatchedBy))
        self.table.show_rows(self._of(ways))
        self.hint.setText(_hint(group or ""))
        self.hint.setVisible(bool(self.hint.text()))

    def _of(self, ways: tuple[MatchedBy, ...]) -> list[int]:
        matches = self._plan.matches if self._plan is not None else ()
        return [number for number, match in enumerate(matches) if match.by in ways]

    def _cells(self, number: int) -> tuple[str, str, str]:
        match = self._plan.matches[number]
        song = self._plan.file.songs[number]
        words = _artist_and_title(song.artist, song.title)
        in_file = shown_path(song.name) if match.by in BY_PATH or not words else words
        return in_file, self._name(match.song_id), _found_by(match, song)

    def _path(self, number: int) -> str:
        path = shown_path(self._plan.file.songs[number].path)
        return "" if path == self._cells(number)[0] else path

    def _name(self, song_id: int) -> str:
        library = self._session.library
        if song_id and song_id not in self._names and library is not None:
            song = library.songs.get(song_id)
            words = ("", "") if song is None else (song.display_artist, song.display_title)
            self._names[song_id] = _artist_and_title(*words)
        return self._names.get(song_id, "–")

    def _tick(self, number: int) -> bool | None:
        is_likely = self._plan.matches[number].by is MatchedBy.LIKENESS
        return number in self.likely if is_likely else None

    def _ticked(self, numbers: list[int], on: bool) -> None:
        self._confirm(self.likely | set(numbers) if on else self.likely - set(numbers))

    def _confirm(self, numbers: Iterable[int]) -> None:
        if frozenset(numbers) != self.likely:
            self.likely = frozenset(numbers)
            self.table.redraw()
            self.changed.emit()

    def _open(self, number: int) -> None:
        if song_id := self._plan.matches[number].song_id:
            self.song_requested.emit(song_id)

    def _lay_out(self) -> None:
        tools = QHBoxLayout()
        tools.addWidget(self.group)
        tools.addStretch(1)
        tools.addWidget(self.reject)
        tools.addWidget(self.confirm)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(8)
        column.addLayout(tools)
        column.addWidget(self.hint)
        column.addWidget(self.table, 1)


def _artist_and_title(artist: str, title: str) -> str:
    return " – ".join(word for word in (artist, title) if word)


def _group_text(name: str) -> str:
    texts = {
        "likely": _tr("To be confirmed: {n}"),
        "lost": _tr("Not found: {n}"),
        "several": _tr("Several fit: {n}"),
        "found": _tr("Found: {n}"),
    }
    return texts[name]


def _hint(name: str) -> str:
    texts = {
        "likely": _tr("Tick a song (Space) if it is the right one. Only then its decisions come "
                      "in."),
        "lost": _tr("Add these songs to the library, then import the file again: what is here "
                    "already is not taken twice."),
        "several": _tr("Several songs, or several rows, fit equally well; none is guessed."),
    }  # fmt: skip
    return texts.get(name, "")


def _found_by(match: SongMatch, song: LabelledSong) -> str:
    if match.other_length_s is not None and match.by is MatchedBy.NONE:
        here, there = length_text(match.other_length_s), length_text(song.duration_s or 0.0)
        text = _tr("another length: {here} in the library, {there} in the file")
        return text.format(here=here, there=there)
    texts = {
        MatchedBy.SOUND: _tr("its sound"),
        MatchedBy.PATH: _tr("its path"),
        MatchedBy.PATH_ENDING: _tr("{n:its file name|the last # parts of its path}"),
        MatchedBy.WORDS: _tr("artist and title"),
        MatchedBy.LIKENESS: _tr("likeness: {percent} %"),
        MatchedBy.SEVERAL: _tr("several fit"),
        MatchedBy.NONE: _tr("not found"),
    }
    return counted(texts[match.by], n=int(match.closeness), percent=int(match.closeness))


def _tr(text: str) -> str:
    return QCoreApplication.translate("import_songs", text)
