"""The songs most like the open one, a part of it, or chosen examples; with the tags they share."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCursor, QDragEnterEvent, QDropEvent, QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from rhythmcap_gui import glossary
from rhythmcap_gui.number_format import clock_text, counted
from rhythmcap_gui.session import Session
from rhythmcap_gui.similar_data import CompareBy, IndexState, SimilarSong, SimilarState, SongName
from rhythmcap_gui.views.similar.compare_choice import CompareChoice
from rhythmcap_gui.views.similar.example_row import ExampleRow
from rhythmcap_gui.views.similar.index_strip import IndexStrip
from rhythmcap_gui.views.widgets.elided_label import ElidedLabel
from rhythmcap_gui.views.widgets.flow_layout import FlowLayout
from rhythmcap_gui.views.widgets.glossary_link import GlossaryLink
from rhythmcap_gui.views.widgets.row_table import RowTable
from rhythmcap_gui.views.widgets.score_format import score_text
from rhythmcap_gui.views.widgets.song_drag import dragged_songs

# Really near: so many of all pairs are less alike, or, in a library of few kinds, so high a cosine.
NEAR_SHARE, NEAR_COSINE = 0.95, 0.5
AIMING_MS = 400  # after songs were dragged out of it, the rows to drop them on stay so long


class SimilarDock(QWidget):
    """chosen(song id) on a click, activated(song id) on a double click or Enter: to hear it.

    more_requested(ids), less_requested(ids): of songs that were let go here;
    selection_requested(more): of those that are selected. shown(whether it is on screen).
    """

    chosen = Signal(int)
    activated = Signal(int)
    more_requested = Signal(tuple)
    less_requested = Signal(tuple)
    selection_requested = Signal(bool)
    removed = Signal(int)
    cleared = Signal()
    follow_requested = Signal()
    loop_chosen = Signal(bool)
    by_chosen = Signal(object)
    listen_requested = Signal()
    cancel_requested = Signal()
    shown = Signal(bool)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._state, self._index = SimilarState(), IndexState()
        self.heading = ElidedLabel()
        self.heading.setProperty("heading", True)
        self.by = CompareChoice(session)
        self.by.chosen.connect(self.by_chosen)
        self._make_buttons()
        self.help = GlossaryLink("similarity")
        hint = self.tr("drag songs here")
        self.more_row = ExampleRow(self.tr("More like"), hint)
        self.less_row = ExampleRow(self.tr("Less like"), hint)
        self._make_table()
        self.strip = IndexStrip()
        self.strip.listen_requested.connect(self.listen_requested)
        self.strip.cancel_requested.connect(self.cancel_requested)
        self.message = QLabel(wordWrap=True, alignment=Qt.AlignmentFlag.AlignCenter)
        self.message.setProperty("dim", True)
        self._aiming = QTimer(self, singleShot=True, interval=AIMING_MS)
        self._aiming.timeout.connect(self._follow_drag)
        self.setAcceptDrops(True)
        self._lay_out()
        self._connect()
        self._draw()

    def _make_buttons(self) -> None:
        self.loop = self._button(self.tr("Only the loop"), self.tr(
            "Songs like the part of the song that is looped; like all of it otherwise"
        ))  # fmt: skip
        self.loop.setCheckable(True)
        self.loop.clicked.connect(self.loop_chosen)
        self.follow = self._button(self.tr("Like the open song"), self.tr(
            "The list stays as it is while songs are opened from it; show now what the open song "
            "is like"
        ))  # fmt: skip
        self.follow.clicked.connect(self.follow_requested)
        self.more = self._button(self.tr("More like these"), self.tr(
            "Look for songs like those selected in the list of songs, or like the open one"
        ))  # fmt: skip
        self.more.clicked.connect(lambda: self.selection_requested.emit(True))
        self.less = self._button(self.tr("Less like these"), self.tr(
            "Look for songs unlike those selected in the list of songs, or unlike the open one"
        ))  # fmt: skip
        self.less.clicked.connect(lambda: self.selection_requested.emit(False))
        self.clear = self._button(
            self.tr("Clear"), self.tr("Forget the chosen songs: the list follows the open song")
        )
        self.clear.clicked.connect(self.cleared)

    def _button(self, text: str, tip: str) -> QPushButton:
        button = QPushButton(text)
        button.setToolTip(tip)
        return button

    def _make_table(self) -> None:
        heads = (
            self.tr("Similarity"), self.tr("Title"), self.tr("Artist"), self.tr("Shared tags"),
        )  # fmt: skip
        self.table = RowTable(heads, self._cells, shares=(0, 5, 4, 6))
        self.table.set_head_tip(0, glossary.hint("similarity"))
        self.table.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.table.setAccessibleName(self.tr("Similar songs"))
        self.table.setSelectionMode(RowTable.SelectionMode.SingleSelection)
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.clicked.connect(lambda index: self._choose(self.table.rows[index.row()]))
        self.table.activated_row.connect(lambda row: self.activated.emit(row.song_id))

    def _lay_out(self) -> None:
        controls, buttons = QHBoxLayout(), FlowLayout()
        for widget in (self.by, self.loop, self.follow, self.more, self.less, self.clear):
            buttons.addWidget(widget)
        controls.addLayout(buttons, 1)
        examples = QHBoxLayout()
        examples.setSpacing(16)
        examples.addWidget(self.more_row, 3)
        examples.addWidget(self.less_row, 2)
        self._examples = QWidget()
        self._examples.setLayout(examples)
        examples.setContentsMargins(0, 0, 0, 0)
        top = QHBoxLayout()
        top.addWidget(self.heading, 1)
        top.addWidget(self.help)
        self._pages = QStackedLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(6)
        column.addLayout(top)
        column.addLayout(controls)
        column.addWidget(self._examples)
        column.addLayout(self._pages, 1)
        self._pages.addWidget(self.table)  # shows it: as a window where the layout is nobody's
        self._pages.addWidget(self.message)
        column.addWidget(self.strip)

    def _connect(self) -> None:
        self.more_row.removed.connect(self.removed)
        self.less_row.removed.connect(self.removed)
        self.more_row.dropped.connect(self.more_requested)
        self.less_row.dropped.connect(self.less_requested)
        session = self._session
        for signal in (session.loop_changed, session.song_opened, session.selection_changed):
            signal.connect(lambda *_value: self._draw())

    # -- what is shown ------------------------------------------------------------------------

    def show_state(self, state: SimilarState) -> None:
        """Show the songs that were found, and what they are like."""
        is_same = state.songs == self._state.songs
        self._state = state
        if not is_same:
            self.table.show_rows(state.songs)
            self.table.hide_empty(3)
        self._draw()

    def show_index(self, state: IndexState) -> None:
        """Show how many songs can be compared."""
        self._index = state
        self._draw()

    def show_by(self, by: CompareBy) -> None:
        """Show what songs are compared by."""
        self.by.show_choice(by)

    def _draw(self) -> None:
        state = self._state
        self.heading.setText(self._heading(state))
        self.heading.setToolTip(self.heading.text())
        self.loop.setChecked(state.uses_loop)
        self.loop.setEnabled(self._session.loop is not None or state.uses_loop)
        self.loop.setVisible(not state.more)
        self.follow.setVisible(not state.is_open and not state.more)
        has_songs = self._session.song is not None or bool(self._session.selection)
        self.more.setEnabled(has_songs)
        self.less.setEnabled(has_songs)
        has_examples = bool(state.more or state.less)
        self.clear.setVisible(has_examples)
        self._examples.setVisible(has_examples or self._aiming.isActive())
        self.more_row.show_songs(state.more)
        self.less_row.show_songs(state.less)
        message = self._message(state)
        self.message.setText(message)
        self._pages.setCurrentIndex(int(bool(message)))
        is_loop_new = state.running and state.region_s is not None and not self._index.reading
        work = self.tr("Listening to the loop…") if is_loop_new else ""
        self.strip.show_state(self._index, work)
        self.strip.stop.setHidden(bool(work) or self.strip.stop.isHidden())  # it takes seconds
        note = "" if message or state.running else self._note(state)
        self.strip.show_note(note, glossary.entry("similarity").text)

    def _note(self, state: SimilarState) -> str:
        """Say what the first number is worth among the songs of this library."""
        share = state.nearer_than
        if share is None or not state.songs:
            return ""
        text = self.tr("The first is nearer than {} of 100 pairs of songs; 1 is the same sound.")
        if share < NEAR_SHARE and state.songs[0].similarity < NEAR_COSINE:
            text = self.tr("Nothing is really near: the first is nearer than only {} of 100 pairs.")
        return text.format(int(100 * share))

    def _heading(self, state: SimilarState) -> str:
        if state.more:
            return counted(self.tr("Most like {:# chosen song|# chosen songs}"), len(state.more))
        if state.subject is None:
            return self.tr("Similar songs")
        name = _name(state.subject)
        if state.region_s is not None:
            start, end = (clock_text(round(second)) for second in state.region_s)
            text = self.tr("Most like {start}–{end} of {song}")
            return text.format(start=start, end=end, song=name)
        return self.tr("Most like {song}").format(song=name)

    def _message(self, state: SimilarState) -> str:
        """Return what stands here in place of songs."""
        index = self._index
        if self._session.library is None or not index.model:
            if index.problem[0]:
                return " ".join(index.problem)
            return self.tr("Songs are compared by what a model hears. Choose one under Models.")
        for problem in (state.problem, index.problem):
            if problem[0]:
                return " ".join(problem).strip()
        if state.songs:
            return ""
        if index.reading or index.listening or state.running:
            return self.tr("A moment…")
        if state.unknown:
            return self.tr(
                "The model has not listened to this yet: {songs}. Let it listen below."
            ).format(songs=", ".join(_name(song) for song in state.unknown[:3]))
        if state.subject is None and not state.more:
            return self.tr("Open a song, or drag songs here: what is like them is listed.")
        if not index.n_songs and index.n_new:
            return self.tr("The model has listened to no song yet. Let it listen below.")
        return self.tr("There is no other song to compare with.")

    def _cells(self, song: SimilarSong) -> tuple[str, ...]:
        return similarity_text(song.similarity), song.title, song.artist, ", ".join(song.tags)

    def _choose(self, song: SimilarSong) -> None:
        opened = self._session.song
        if opened is None or opened.id != song.song_id:
            self.chosen.emit(song.song_id)

    # -- songs that are dragged here ----------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dragged_songs(event.mimeData()):
            event.acceptProposedAction()
            self._aiming.start()
            self._draw()

    def _follow_drag(self) -> None:
        """Show where songs can be let go as long as they are dragged over it."""
        is_over = self.rect().contains(self.mapFromGlobal(QCursor.pos()))
        if is_over and QApplication.mouseButtons():
            self._aiming.start()
        self._draw()

    def dropEvent(self, event: QDropEvent) -> None:
        song_ids = dragged_songs(event.mimeData())
        if song_ids:
            event.acceptProposedAction()
            self.more_requested.emit(song_ids)

    # -- Qt's events --------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.shown.emit(True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.shown.emit(False)


def similarity_text(similarity: float) -> str:
    """Write it as scores are written, with its sign: .34, -.12, 1.0 where it is 1."""
    text = score_text(abs(similarity))
    return f"−{text}" if similarity < 0 and text.strip(".0") else text


def _name(song: SongName) -> str:
    return f"{song.title} – {song.artist}" if song.artist else song.title
