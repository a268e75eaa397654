"""Long work inside a dialog: what, progress, time left, cancel; and what went wrong."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from core.errors import RhythmCapError
from rhythmcap_gui import theme
from rhythmcap_gui.core_text import error_texts
from rhythmcap_gui.view_data import Progress
from rhythmcap_gui.views.widgets.elided_label import ElidedLabel

STEPS = 1000


class WorkRow(QWidget):
    """Hidden while there is nothing to show; emits cancel_requested() while something runs."""

    cancel_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._detail = ""
        self.message = QLabel(wordWrap=True)
        self._what = ElidedLabel()
        self._what.setProperty("caption", True)
        self._bar = QProgressBar(maximum=STEPS, textVisible=False)
        self._bar.setAccessibleName(self.tr("Progress"))
        self.cancel = QPushButton(self.tr("Stop"))
        self.cancel.setToolTip(self.tr("Stop; nothing is kept of it"))
        self.cancel.clicked.connect(self.cancel_requested)
        self._copy = QPushButton(theme.icon("copy"), self.tr("Copy details"))
        theme.notifier().theme_changed.connect(self._draw_icon)
        self._copy.setToolTip(self.tr("Copy the message with its details"))
        self._copy.clicked.connect(lambda: QApplication.clipboard().setText(self._detail))
        for button in (self.cancel, self._copy):
            button.setAccessibleName(button.text())
        words = QVBoxLayout()
        words.setSpacing(4)
        for widget in (self.message, self._bar, self._what):
            words.addWidget(widget)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addLayout(words, 1)
        row.addWidget(self.cancel)
        row.addWidget(self._copy)
        self.hide()

    @property
    def running(self) -> bool:
        """Whether work is running."""
        return not self._bar.isHidden() and not self.isHidden()

    @property
    def failed(self) -> bool:
        """Whether a failure is shown."""
        return bool(self.message.property("bad")) and not self.isHidden()

    def begin(self, title: str) -> None:
        """Show that work runs."""
        self._show_message(title, "")
        self._bar.setMaximum(0)
        self._bar.setValue(0)
        self._what.setText(" ")
        self._set_running(True)

    def show_progress(self, progress: Progress) -> None:
        """Show the progress."""
        known = progress.total > 0
        self._bar.setMaximum(STEPS if known else 0)
        self._bar.setValue(round(STEPS * progress.fraction) if known else 0)
        left = progress.time_left
        parts = [progress.what, self.tr("{} left").format(left) if left else ""]
        self._what.setText(" · ".join(part for part in parts if part))

    def end(self, words: str = "", *, good: bool = True) -> None:
        """Show how the work ended; "" to hide."""
        self._show_message(words, "good" if good else "")
        self._set_running(False)
        self.setVisible(bool(words))

    def fail(self, error: Exception) -> None:
        """Show a failure's cause and remedy; the details can be copied."""
        parts = error_texts(error)
        detail = error.detail if isinstance(error, RhythmCapError) else repr(error)
        self._detail = "\n".join([*parts, detail])
        self._show_message(" ".join(part for part in parts if part), "bad")
        self._set_running(False)
        self._copy.show()

    def _draw_icon(self) -> None:
        self._copy.setIcon(theme.icon("copy"))

    def _show_message(self, words: str, mood: str) -> None:
        self.message.setText(words)
        for name in ("good", "bad"):
            self.message.setProperty(name, name == mood)
        self.message.style().unpolish(self.message)
        self.message.style().polish(self.message)

    def _set_running(self, on: bool) -> None:
        for widget in (self._bar, self._what, self.cancel):
            widget.setVisible(on)
        self._copy.hide()
        self.show()
