"""The empty library: three doors, and that files can be dropped anywhere.

While the demo is composed, what there is of it can be heard.
"""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from rhythmcap_gui import theme
from rhythmcap_gui.number_format import counted
from rhythmcap_gui.session import Session
from rhythmcap_gui.view_data import ImportState, OfferState, PreviewState
from rhythmcap_gui.views.widgets.elided_label import ElidedLabel

STEPS = 1000


class FirstRunPage(QFrame):
    """Shown while the library has no song."""

    folder_requested = Signal(bool)  # with the model that knows recordings
    demo_requested = Signal()
    library_requested = Signal()
    words_requested = Signal()
    cancel_requested = Signal()
    play_requested = Signal()
    skip_requested = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.setProperty("ground", True)
        self._make_choices()
        self._busy = self._make_busy()
        column = QVBoxLayout(self)
        column.addStretch(3)
        self._or_drop = self._hint()
        for widget in (self._title(), self._choices, self._busy, self._or_drop):
            column.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(4)
        session.library_changed.connect(self._say_why)
        session.changed.connect(lambda changes: changes.codebook and self._show_words())
        self.show_offer(OfferState())
        self.show_preview(None)
        self.show_state(ImportState(False))

    def _make_choices(self) -> None:
        self._folder = _choice(
            "folder",
            self.tr("My songs"),
            self.tr("Choose a folder: songs stay where they are and are never changed."),
        )
        self._with_model = QCheckBox(checked=True)
        self._folder.clicked.connect(
            lambda: self.folder_requested.emit(
                self._with_model.isChecked() and not self._with_model.isHidden()
            )
        )
        self._demo = _choice(
            "note",
            self.tr("The demo"),
            self.tr("Short songs composed for you, some of them tagged; heard at once."),
        )
        self._demo.clicked.connect(self.demo_requested)
        self._library = _choice(
            "library",
            self.tr("A library that I have"),
            self.tr("Open its file, with all songs, tags and models in it."),
        )
        self._library.clicked.connect(self.library_requested)
        self._words = QPushButton()
        self._words.setProperty("link", True)
        self._words.clicked.connect(self.words_requested)
        self._words.hide()
        self._choices = QWidget()
        column = QVBoxLayout(self._choices)
        column.setSpacing(12)
        for widget in (self._folder, self._with_model, self._demo, self._library):
            column.addWidget(widget)
        column.addWidget(self._words, 0, Qt.AlignmentFlag.AlignHCenter)

    def _show_words(self) -> None:
        """Tell how many words the library begins with; others can be had while none is used."""
        library = self._session.library
        free = library is not None and not library.read_only
        self._words.setVisible(free and not library.tag_uses.used_tags())
        if free:
            text = self.tr("Begins with {:# word|# words}; choose others…")
            self._words.setText(counted(text, len(library.codebook.tags())))

    def show_offer(self, state: OfferState) -> None:
        """Offer to fetch the recommended model with the first songs, where it is not here."""
        self._with_model.setVisible(state.model is not None)
        if state.model is not None:
            megabytes = round((state.model.size_bytes or 0) / 1e6)
            text = self.tr("with a model that knows recordings: {model}, {size} MB, {data}")
            self._with_model.setText(
                text.format(model=state.network, size=megabytes, data=state.model.data_set)
            )

    def show_preview(self, state: PreviewState | None) -> None:
        """Offer what is composed already to be heard."""
        self._preview.setVisible(state is not None)
        if state is None:
            return
        song = self.tr("{title} by {artist}").format(title=state.title, artist=state.artist)
        self._play.setText(self.tr("Pause") if state.playing else self.tr("Listen"))
        self._play.setAccessibleDescription(song)
        self._skip.setEnabled(state.n_songs > 1)
        self._song.setText(song)

    def show_state(self, state: ImportState) -> None:
        """While songs come in, show the progress instead of the choices."""
        for others in (self._choices, self._or_drop):
            others.setVisible(not state.running)
        self._busy.setVisible(state.running)
        self._what.setText(state.title or self.tr("Adding songs"))
        progress = state.progress
        known = progress is not None and progress.total > 0
        self._bar.setMaximum(STEPS if known else 0)
        self._bar.setValue(round(STEPS * progress.fraction) if progress and known else 0)
        left = progress.time_left if progress else ""
        parts = [progress.what if progress else "", self.tr("{} left").format(left) if left else ""]
        self._how_long.setText(" · ".join(part for part in parts if part))

    def _title(self) -> QWidget:
        made = QWidget()
        column = QVBoxLayout(made)
        column.setSpacing(8)
        title = QLabel(self.tr("Listen, tag by ear, and let the machine learn your words"))
        title.setProperty("title", True)
        self._why = QLabel()
        self._why.setProperty("dim", True)
        for label in (title, self._why):
            column.addWidget(label, 0, Qt.AlignmentFlag.AlignHCenter)
        return made

    def _say_why(self, library: object) -> None:
        """Explain why there is nothing to see."""
        empty, none = self.tr("This library has no songs yet."), self.tr("No library is open.")
        self._why.setText(none if library is None else empty)
        self._show_words()

    def _hint(self) -> QLabel:
        hint = QLabel(self.tr("Or drop files and folders anywhere on this window."))
        hint.setProperty("dim", True)
        return hint

    def _make_preview(self) -> QWidget:
        self._preview = QWidget()
        self._song = ElidedLabel()
        self._play = QPushButton()
        self._play.setProperty("primary", True)
        self._play.clicked.connect(self.play_requested)
        self._skip = QPushButton(self.tr("Next song"))
        self._skip.clicked.connect(self.skip_requested)
        row = QHBoxLayout(self._preview)
        row.setContentsMargins(0, 8, 0, 8)
        row.addWidget(self._play)
        row.addWidget(self._skip)
        row.addWidget(self._song, 1)
        return self._preview

    def _make_busy(self) -> QWidget:
        made = QWidget()
        made.setFixedWidth(460)
        column = QVBoxLayout(made)
        column.setSpacing(8)
        self._what = QLabel()
        self._what.setProperty("heading", True)
        self._bar = QProgressBar(textVisible=False)
        self._bar.setAccessibleName(self.tr("Progress"))
        self._how_long = QLabel()
        self._how_long.setProperty("dim", True)
        cancel = QPushButton(self.tr("Cancel"))
        cancel.clicked.connect(self.cancel_requested)
        for widget in (self._what, self._bar, self._how_long, self._make_preview()):
            column.addWidget(widget)
        column.addWidget(cancel, 0, Qt.AlignmentFlag.AlignLeft)
        return made


def _choice(icon: str, heading: str, words: str) -> QPushButton:
    """Make a large button: a picture, what it does, and a dimmer line."""
    button = QPushButton()
    button.setProperty("choice", True)
    button.setMinimumSize(460, 88)
    button.setAccessibleName(heading)
    button.setAccessibleDescription(words)
    picture = QLabel()
    picture.setPixmap(theme.icon(icon, "accent").pixmap(QSize(32, 32)))
    title = QLabel(heading)
    title.setProperty("heading", True)
    dim = QLabel(words)
    dim.setProperty("dim", True)
    lines = QVBoxLayout()
    lines.setSpacing(4)
    row = QHBoxLayout(button)
    row.setContentsMargins(24, 16, 24, 16)
    row.setSpacing(20)
    row.addWidget(picture)
    lines.addStretch(1)
    for label in (title, dim):
        lines.addWidget(label)
    lines.addStretch(1)
    row.addLayout(lines, 1)
    for label in (picture, title, dim):
        label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    button.setMinimumWidth(row.sizeHint().width())
    return button
