"""Before many songs are changed: how many, and whether that is meant; then the progress."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from rhythmcap_gui.number_format import number_text
from rhythmcap_gui.view_data import BulkRequest, Progress
from rhythmcap_gui.views.widgets.work_row import WorkRow

WIDTH_PX = 420


class BulkDialog(QDialog):
    """Emits go_requested() once the question was answered; cancel_requested() until the end."""

    go_requested = Signal()
    cancel_requested = Signal()

    def __init__(self, request: BulkRequest, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(self.tr("Many songs"))
        self._wanted = request
        count = number_text(request.n_songs)
        self.question = QLabel(request.question.replace("{songs}", count), wordWrap=True)
        self.question.setProperty("heading", True)
        self._hint = QLabel(self.tr("One undo takes all of it back."), wordWrap=True)
        self._hint.setProperty("dim", True)
        self.go = QPushButton(self.tr("All {songs} songs").format(songs=count))
        self.go.setProperty("primary", True)
        self.go.setDefault(True)
        self.go.setToolTip(self.tr("Do it; it can be cancelled on the way"))
        self.go.clicked.connect(self._begin)
        self.no = QPushButton(self.tr("Cancel"), autoDefault=False)
        self.no.setToolTip(self.tr("Change nothing (Esc)"))
        self.no.clicked.connect(self.reject)
        self.work = WorkRow()
        self.work.cancel_requested.connect(self.reject)
        self._lay_out()
        self.go.setFocus()
        if not request.question:
            self._show_work()

    def show_progress(self, progress: Progress) -> None:
        """Show the progress."""
        self.work.show_progress(progress)

    def finish(self) -> None:
        """Close: the work is over, well or not."""
        super().done(QDialog.DialogCode.Accepted)

    def reject(self) -> None:
        """Change nothing, on Esc, the cross, or Cancel."""
        self.cancel_requested.emit()
        super().reject()

    def _begin(self) -> None:
        self._show_work()
        self.go_requested.emit()

    def _show_work(self) -> None:
        for widget in (self.question, self._hint, self.go, self.no):
            widget.hide()
        self.work.begin(self._wanted.doing)
        self.work.show_progress(Progress(0, self._wanted.n_steps))
        self.work.cancel.setFocus()

    def _lay_out(self) -> None:
        ends = QHBoxLayout()
        ends.addStretch(1)
        ends.addWidget(self.no)
        ends.addWidget(self.go)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        for widget in (self.question, self._hint, self.work):
            column.addWidget(widget)
        column.addLayout(ends)
        self.setMinimumWidth(WIDTH_PX)
