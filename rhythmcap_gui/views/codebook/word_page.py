"""One word of the codebook as a whole: what it means, how it sounds, what became of it.

It reads the session's library and emits what was asked for.
"""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from core.library.records import State, Tag
from rhythmcap_gui import theme
from rhythmcap_gui.number_format import clock_text, counted
from rhythmcap_gui.plain_text import tip_text
from rhythmcap_gui.session import Session
from rhythmcap_gui.views.codebook.example_list import ExampleList
from rhythmcap_gui.views.codebook.word_history import history_html
from rhythmcap_gui.views.widgets.flow_layout import FlowLayout
from rhythmcap_gui.views.widgets.key_cap import KeyButton

TEXT_MARGINS = (8, 6, 8, 6)


class WordPage(QFrame):
    """What a tag is. examples: the list of sounding ones, which emits for itself.

    example_marked(tag id, State): the looped part of the open song, or all of it;
    again_requested(tag id): hear what was decided before its meaning was changed;
    unclear_requested(tag id): hear where it was called unclear; settled(tag id): it is clear now.
    """

    example_marked = Signal(int, object)
    again_requested = Signal(int)
    unclear_requested = Signal(int)
    settled = Signal(int)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._tag: Tag | None = None
        self._make_remarks()
        self.meaning, self.history, self.empty = _Text(), _Text(), _Text()
        self.meaning.setAccessibleName(self.tr("Meaning"))
        self.history.setAccessibleName(self.tr("History"))
        self.empty.setAccessibleName(self.tr("Examples"))
        self.examples = ExampleList()
        self._make_example_buttons()
        self._lay_out()
        self.examples.chosen.connect(self._on_chosen)
        session.song_opened.connect(self._on_chosen)
        session.loop_changed.connect(self._on_chosen)
        self.show_tag(None)

    def show_tag(self, tag: Tag | None) -> None:
        """Show a tag; None while a category or nothing is chosen."""
        self._tag = tag
        library = self._session.library
        shown = tag is not None and library is not None
        self.setEnabled(shown)
        if tag is None or library is None:
            self.meaning.show_html(escape(self._empty_text()))
            self.history.show_html("")
            self.examples.clear()
            self._show_remarks(0, 0)
            self._show_empty()
            return
        self.meaning.show_html(self._meaning_html(tag))
        names = {one.id: one.name for one in library.annotators.list()}
        history = history_html(library.codebook.history(tag.id), names)
        self.history.show_html(history or _dim(self.tr("Never changed.")))
        anchors = library.anchors.of_tag(tag.id)
        found = {anchor.song_id: library.songs.get(anchor.song_id) for anchor in anchors}
        songs = {song_id: song for song_id, song in found.items() if song is not None}
        self.examples.show_examples(anchors, songs)
        n_unclear = sum(dispute.tag_id == tag.id for dispute in library.disputes.unclear())
        self._show_remarks(len(library.annotations.decided_under_older(tag.id)), n_unclear)
        self._show_empty()

    def _empty_text(self) -> str:
        library = self._session.library
        if library is not None and not library.codebook.tags(include_retired=True):
            return self.tr("There is no tag yet: New tag… makes one, Add words… takes a list.")
        return self.tr("Choose a tag above: its meaning, examples and history stand here.")

    # -- making -------------------------------------------------------------------------------

    def _make_remarks(self) -> None:
        self.old_text, self.unclear_text = QLabel(wordWrap=True), QLabel(wordWrap=True)
        self.again = QPushButton(self.tr("Hear them again"), autoDefault=False)
        self.again.clicked.connect(lambda: self._emit(self.again_requested))
        self.hear_unclear = QPushButton(self.tr("Hear them"), autoDefault=False)
        self.hear_unclear.clicked.connect(lambda: self._emit(self.unclear_requested))
        self.settle = QPushButton(self.tr("It is clear now"), autoDefault=False)
        self.settle.setToolTip(self.tr("These decisions are learned from again"))
        self.settle.clicked.connect(lambda: self._emit(self.settled))
        self._old = _row(self.old_text, self.again)
        self._unclear = _row(self.unclear_text, self.hear_unclear, self.settle)

    def _make_example_buttons(self) -> None:
        tip = tip_text([self.tr("As long as the button is held, as loud as the open song")])
        self.hear = KeyButton(self.tr("Example"), self.tr("Space"), tip)
        self.hear_song = KeyButton(self.tr("Open song"), "A", tip)
        held = ((self.hear, self.examples.example_held), (self.hear_song, self.examples.song_held))
        for button, signal in held:
            button.setAutoDefault(False)
            button.pressed.connect(lambda held=signal: held.emit(self.examples.anchor))
            button.released.connect(self.examples.released)
        self.mark = QPushButton(self.tr("Mark…"), autoDefault=False)
        self.mark.setToolTip(self.tr("Make the loop, or the open song, an example of this tag"))
        menu = QMenu(self.mark)
        menu.aboutToShow.connect(self._fill_menu)
        self.mark.setMenu(menu)

    def _lay_out(self) -> None:
        buttons = QWidget()
        flow = FlowLayout(buttons)
        for button in (self.hear, self.hear_song, self.mark):
            flow.addWidget(button)
        columns = QHBoxLayout()
        columns.setSpacing(12)
        shown = (
            (self.tr("Meaning"), (self.meaning,)),
            (self.tr("Examples"), (self.examples, self.empty, buttons)),
            (self.tr("History"), (self.history,)),
        )
        for title, widgets in shown:
            column, head = QVBoxLayout(), QLabel(title)
            head.setProperty("caption", True)
            column.setSpacing(4)
            for widget in (head, *widgets):
                column.addWidget(widget, int(widget in (widgets[0], self.empty)))
            columns.addLayout(column, 5 if self.examples in widgets else 4)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 4, 0, 0)
        box.setSpacing(6)
        box.addWidget(self._unclear)
        box.addWidget(self._old)
        box.addLayout(columns, 1)

    # -- showing ------------------------------------------------------------------------------

    def _meaning_html(self, tag: Tag) -> str:
        labelled = ((self.tr("Use when"), tag.use_when), (self.tr("Not when"), tag.not_when))
        missing = self.tr("No definition yet: Edit… writes one")
        definition = escape(tag.definition) or _dim(missing)
        parts = [f"<p><b>{escape(tag.name)}</b></p><p>{definition}</p>"]
        for label, text in labelled:
            if text:
                parts.append(f"<p>{_dim(label)}<br>{escape(text)}</p>")
        return "".join(parts)

    def _show_remarks(self, n_old: int, n_unclear: int) -> None:
        old = self.tr("{n:# song was|# songs were} decided before this meaning was changed.")
        unclear = self.tr(
            "Called unclear in {n:# song|# songs}: left out of learning until it is settled."
        )
        self.old_text.setText(counted(old, n=n_old))
        self.unclear_text.setText(counted(unclear, n=n_unclear))
        self._old.setVisible(n_old > 0)
        self._unclear.setVisible(n_unclear > 0)
        library = self._session.library
        for button in (self.again, self.hear_unclear, self.settle):
            button.setEnabled(library is not None and not library.read_only)

    def _show_empty(self) -> None:
        has_examples = self.examples.count() > 0
        self.examples.setVisible(has_examples)
        self.empty.setVisible(not has_examples)
        text = self.tr("No example yet. Loop a part of a song that is one, or is not, and mark it.")
        self.empty.show_html(_dim(text) if self._tag is not None else "")
        self._enable()

    def _on_chosen(self, _of: object) -> None:
        self._enable()

    def _enable(self) -> None:
        session, chosen = self._session, self.examples.anchor is not None
        library = session.library
        self.hear.setEnabled(chosen)
        self.hear_song.setEnabled(chosen and session.song is not None)
        can_write = library is not None and not library.read_only
        self.mark.setEnabled(can_write and session.song is not None and self._tag is not None)

    def _fill_menu(self) -> None:
        menu, session = self.mark.menu(), self._session
        menu.clear()
        song = session.song
        if song is None:
            return
        name = song.display_title
        if session.loop is not None:
            start, end = (clock_text(second) for second in session.loop)
            name = f"{name} {start}–{end}"
        texts = {State.YES: self.tr("It is one: {song}"), State.NO: self.tr("It is not: {song}")}
        for state, text in texts.items():
            entry = menu.addAction(text.replace("{song}", name.replace("&", "&&")))
            entry.triggered.connect(lambda _on, chosen=state: self._mark(chosen))

    def _mark(self, state: State) -> None:
        if self._tag is not None:
            self.example_marked.emit(self._tag.id, state)

    def _emit(self, signal: object) -> None:
        if self._tag is not None:
            signal.emit(self._tag.id)


class _Text(QScrollArea):
    """Text with marks; who calls it has escaped what comes from outside."""

    def __init__(self) -> None:
        super().__init__()
        self.label = QLabel(wordWrap=True)
        self.label.setTextFormat(Qt.TextFormat.RichText)
        self.label.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.label.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the area around it has it
        self.label.setContentsMargins(*TEXT_MARGINS)
        self.setWidget(self.label)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_html(self, html: str) -> None:
        """Show it from its beginning."""
        self.label.setText(html)
        self.verticalScrollBar().setValue(0)


def _dim(text: str) -> str:
    """Return a text as HTML in the quiet colour."""
    return f'<span style="color:{theme.tokens()["dim"]}">{escape(text)}</span>'


def _row(text: QLabel, *buttons: QPushButton) -> QFrame:
    """One remark with what can be done about it."""
    frame = QFrame()
    frame.setProperty("offer", True)
    row = QHBoxLayout(frame)
    row.setContentsMargins(12, 4, 4, 4)
    row.setSpacing(8)
    row.addWidget(text, 1)
    for button in buttons:
        row.addWidget(button)
    return frame
