"""The note on the open song, or on several: saved on leaving it, and before the songs change.

A song's own note is saved at a pause, too; one for several songs only when it is finished.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from rhythmcap_gui import theme

PAUSE_MS = 800
LEAST_PX, HEIGHT_PX = 32, 56  # one line, two lines


class NoteField(QPlainTextEdit):
    """Emits `note_edited(song ids, text, added)`; the ids, so that a note never lands elsewhere.

    added: the songs' notes differ, and this is to be added to each.
    """

    note_edited = Signal(tuple, str, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._song_ids: tuple[int, ...] = ()
        self._saved = ""
        self._differ = False
        self._named = (False, False)  # several songs, different notes
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.save)
        self.textChanged.connect(self._wait)
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setMinimumHeight(theme.scaled(LEAST_PX))
        self.setMaximumHeight(theme.scaled(HEIGHT_PX))
        self._name()

    def show_note(self, song_ids: tuple[int, ...], note: str | None) -> None:
        """Show the note of a song, or the one several share (None where they differ).

        What was typed for the songs before is saved first. While these songs' note is being
        typed, it is left alone.
        """
        if song_ids != self._song_ids:
            self.save()
        elif self._edited():
            return
        self._song_ids, self._saved, self._differ = song_ids, note or "", note is None
        self.setEnabled(bool(song_ids))
        if (len(song_ids) > 1, self._differ) != self._named:
            self._name()
        if self.toPlainText() != self._saved:
            self.setPlainText(self._saved)
        self._pause.stop()

    def save(self) -> None:
        """Emit what was typed, if anything was."""
        self._pause.stop()
        if self._song_ids and self._edited():
            self._saved = self.toPlainText()
            self.note_edited.emit(self._song_ids, self._saved, self._differ)

    def _wait(self) -> None:
        if len(self._song_ids) == 1:
            self._pause.start()

    def _name(self) -> None:
        """Name the songs whose note it is."""
        self._named = (len(self._song_ids) > 1, self._differ)
        name = self.tr("Note on this song")
        hint, tip = name, self.tr("Saved as you pause. Esc returns to tagging.")
        if len(self._song_ids) > 1:
            name = hint = self.tr("Note on the selected songs")
            tip = self.tr("Saved as you leave it, with one undo. Esc returns to tagging.")
        if self._differ:
            hint = self.tr("Different notes; what you write is added to each")
        self.setPlaceholderText(hint)
        self.setAccessibleName(name)
        self.setToolTip(tip)

    def _edited(self) -> bool:
        return self.toPlainText() != self._saved

    def sizeHint(self) -> QSize:
        return QSize(200, HEIGHT_PX)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.save()

    def event(self, event: QEvent) -> bool:
        escape = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        if escape and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.clearFocus()
            return
        super().keyPressEvent(event)
