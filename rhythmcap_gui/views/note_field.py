"""The note on the open song: saved at a pause, on leaving it, and before the song changes."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

PAUSE_MS = 800
HEIGHT_PX = 56


class NoteField(QPlainTextEdit):
    """Says `note_edited(song id, text)`; the id, so that a note never lands on the next song."""

    note_edited = Signal(int, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._song_id: int | None = None
        self._saved = ""
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.save)
        self.textChanged.connect(self._pause.start)
        self.setTabChangesFocus(True)
        self.setPlaceholderText(self.tr("Note on this song"))
        self.setAccessibleName(self.tr("Note on this song"))
        self.setToolTip(self.tr("Saved as you pause. Esc returns to tagging."))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(HEIGHT_PX)

    def show_note(self, song_id: int | None, note: str) -> None:
        """Show a song's note; what was typed for the song before is saved first.

        While the same song's note is being typed, it is left alone.
        """
        if song_id != self._song_id:
            self.save()
        elif self._edited():
            return
        self._song_id, self._saved = song_id, note
        self.setEnabled(song_id is not None)
        if self.toPlainText() != note:
            self.setPlainText(note)
        self._pause.stop()

    def save(self) -> None:
        """Say what was typed, if anything was."""
        self._pause.stop()
        if self._song_id is not None and self._edited():
            self._saved = self.toPlainText()
            self.note_edited.emit(self._song_id, self._saved)

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
