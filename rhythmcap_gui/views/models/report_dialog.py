"""A report on a model: what it is called, who answers for it, whether its tables name songs."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from rhythmcap_gui.local_paths import path_of
from rhythmcap_gui.view_data import ReportRequest
from rhythmcap_gui.views.widgets.work_dialog import WorkDialog

SIZE = QSize(560, 320)
LONGEST = 300
SUFFIX = ".html"


class ReportDialog(WorkDialog):
    """Emits save_requested(ReportRequest) once a file was chosen; closes when it is written."""

    save_requested = Signal(object)

    def __init__(
        self, model: str, author: str, folder: Path, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Save a report"))
        self._model, self._folder = model, folder
        self._what = QLabel(
            self.tr(
                "One page on how well “{}” knows your tags: for reading, for printing on A4, for "
                "an appendix. It needs no network, and tables with the same numbers lie beside it. "
                "Judged songs that the model has not learned from are scored first."
            ).format(model),
            wordWrap=True,
        )
        self.title = _line(self.tr("Title"))
        self.title.setPlaceholderText(self.tr("How well “{}” knows these tags").format(model))
        self.author = _line(self.tr("Author"))
        self.author.setText(author)
        self.scores = QCheckBox(self.tr("Also a table of every song's scores"))
        self.scores.setToolTip(
            self.tr("With title and artist; leave it out where the songs shall not be named")
        )
        self.ok = QPushButton(self.tr("Save…"))
        self.ok.setProperty("primary", True)
        self.ok.setDefault(True)
        self.ok.clicked.connect(self.accept)
        self._lay_out()
        self.resize(SIZE)

    def request(self, path: Path) -> ReportRequest:
        """Return what the fields describe, written to this path."""
        texts = (" ".join(field.text().split()) for field in (self.title, self.author))
        return ReportRequest(path, *texts, self.scores.isChecked())

    def accept(self) -> None:
        """Ask for the path, and request the report."""
        if self.work.running:
            return
        start = self._folder / f"{self._model.replace('/', '-')}{SUFFIX}"
        name, _filter = QFileDialog.getSaveFileName(
            self, self.tr("Save a report"), str(start), self.tr("Pages (*.html)")
        )
        if name:
            path = path_of(name)
            path = path if path.suffix else path.with_suffix(SUFFIX)
            self.begin(self.tr("Writing {name}").format(name=path.name))
            self.save_requested.emit(self.request(path))

    def _stopped_text(self) -> str:
        return self.tr("Stopped; nothing was written.")

    def _refresh(self, *_change: object) -> None:
        running = self.work.running
        for widget in (self.title, self.author, self.scores, self.ok):
            widget.setEnabled(not running)
        needed = self.layout().totalHeightForWidth(self.width())
        if needed > self.height():  # a layout alone would cut the sentences
            self.resize(self.width(), needed)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(4)
        column.addWidget(self._what)
        for name, field in ((self.tr("Title"), self.title), (self.tr("Author"), self.author)):
            label = QLabel(name)
            label.setBuddy(field)
            column.addSpacing(10)
            column.addWidget(label)
            column.addWidget(field)
        column.addSpacing(12)
        column.addWidget(self.scores)
        column.addStretch(1)
        column.addWidget(self.work)
        cancel = QPushButton(self.tr("Cancel"), autoDefault=False)
        cancel.setToolTip(self.tr("Write nothing (Esc)"))
        cancel.clicked.connect(self.reject)
        ends = QHBoxLayout()
        ends.setSpacing(8)
        ends.addStretch(1)
        ends.addWidget(cancel)
        ends.addWidget(self.ok)
        column.addSpacing(8)
        column.addLayout(ends)


def _line(name: str) -> QLineEdit:
    made = QLineEdit()
    made.setAccessibleName(name)
    made.setMaxLength(LONGEST)
    return made
