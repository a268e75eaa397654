"""The line at the bottom: all is saved, the device of computation, what is going on."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QLabel, QMenu, QPushButton, QSizePolicy, QStatusBar, QWidget

from rhythmcap_gui import key_names
from rhythmcap_gui.core_text import translated
from rhythmcap_gui.number_format import counted
from rhythmcap_gui.plain_text import literal
from rhythmcap_gui.session import Notice, Session
from rhythmcap_gui.view_data import ImportState, Progress
from rhythmcap_gui.views.widgets.elided_label import ElidedLabel, ElidedLink

NOTICE_MS = 6000
NAME_LETTERS = 24  # of the annotator; the whole name is in the tooltip


class StatusLine(QStatusBar):
    """Short texts; what needs reading opens a dock. annotator_chosen(name): who decides now."""

    import_requested = Signal()
    notices_requested = Signal()
    keys_requested = Signal()
    annotator_chosen = Signal(str)
    annotator_settings_requested = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.setSizeGripEnabled(False)
        self.setContentsMargins(8, 0, 8, 0)
        self._saved = QLabel()
        self._device, self._work = ElidedLabel(), ElidedLabel()
        for label in (self._device, self._work):
            label.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._import = _link(self.tr("Show the import"))
        self._import.clicked.connect(self.import_requested)
        self._notice = _link(self.tr("Show the messages"))
        self._notice.setProperty("dimtext", True)
        self._notice.clicked.connect(self.notices_requested)
        keys = _link(self.tr("Show all keys"))
        keys.setText(self.tr("Keys"))
        keys.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        key_names.tip(keys, "help.keys", self.tr("Show all keys"))
        keys.clicked.connect(self.keys_requested)
        self.annotator = _link("")
        self.annotator.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._annotators = QMenu(self.annotator)
        self._annotators.aboutToShow.connect(self._list_annotators)
        self.annotator.setMenu(self._annotators)
        for widget in (self._saved, self._device, self._work, self._import):
            self.addWidget(widget)
        self.addWidget(self._notice, 1)
        self.addPermanentWidget(self.annotator)
        self.addPermanentWidget(keys)
        self._clock = QTimer(self, singleShot=True, interval=NOTICE_MS)
        self._clock.timeout.connect(lambda: self._notice.setText(""))
        session.library_changed.connect(self._show_saved)
        session.changed.connect(lambda changes: changes.library and self._show_annotator())
        session.settings_changed.connect(self._show_annotator)
        session.notice.connect(self._show_notice)
        self._show_saved()
        self._import.hide()

    def show_device(self, sentence: str) -> None:
        """Show on what the machine computes: GPU or CPU, in words."""
        self._device.setText(translated(sentence))

    def show_work(self, title: str, progress: Progress | None) -> None:
        """Show background work that needs no panel of its own; None when it is over."""
        if progress is None:
            self._work.setText("")
            return
        left = progress.time_left
        share = f"{round(100 * progress.fraction)} %"
        left = self.tr("{} left").format(left) if left else ""
        self._work.setText(" · ".join(part for part in (title, share, left) if part))

    def show_import(self, state: ImportState) -> None:
        """Show the progress of adding songs, and how many failed."""
        text = ""
        if state.running and state.progress is not None:
            share = round(100 * state.progress.fraction)
            text = f"{state.title or self.tr('Adding songs')} · {share} %"
        elif state.running:
            text = state.title or self.tr("Adding songs")
        elif state.failed:
            text = self.tr("Import: {:# file|# files} could not be read")
            text = counted(text, len(state.failed))
        self._import.setText(literal(text))
        self._import.setVisible(bool(text))

    def _show_saved(self, *_library: object) -> None:
        is_open = self._session.library is not None
        self._saved.setText(self.tr("✓ all decisions saved") if is_open else "")
        self._show_annotator()

    def _show_annotator(self, *_change: object) -> None:
        """Show whose decisions are shown and made."""
        library = self._session.library
        self.annotator.setVisible(library is not None)
        if library is not None:
            name = library.annotators.current.name or self.tr("no name")
            short = name if len(name) <= NAME_LETTERS else f"{name[: NAME_LETTERS - 1]}…"
            text = self.tr("Annotator: {name}")
            self.annotator.setText(literal(text.format(name=short)))
            self.annotator.setAccessibleName(text.format(name=name))
            tip = self.tr("Whose decisions are shown and made")
            self.annotator.setToolTip(tip if short == name else f"{name}\n{tip}")

    def _list_annotators(self) -> None:
        """List who has decided here, the one who decides now with a tick."""
        self._annotators.clear()
        library = self._session.library
        for annotator in library.annotators.list() if library is not None else ():
            if not annotator.name:
                continue  # becomes the first one who gives a name
            entry = self._annotators.addAction(literal(annotator.name))
            entry.setCheckable(True)
            entry.setChecked(annotator.id == library.annotators.current.id)
            entry.setEnabled(not library.read_only)
            entry.triggered.connect(
                lambda _on, name=annotator.name: self.annotator_chosen.emit(name)
            )
        self._annotators.addSeparator()
        self._annotators.addAction(
            self.tr("Another annotator…"), self.annotator_settings_requested.emit
        )

    def _show_notice(self, notice: Notice) -> None:
        """Show what is not said above it already."""
        if notice.stays:
            return
        self._notice.setText(literal(notice.text))
        self._clock.start()


def _link(name: str) -> QPushButton:
    """Make a text that can be pressed."""
    made = ElidedLink()
    made.setProperty("link", True)
    made.setProperty("small", True)
    made.setAccessibleName(name)
    made.setToolTip(name)
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return made
