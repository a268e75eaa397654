"""A colleague's request, before it is begun: what is asked, your name, where your songs lie."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from core.exchange.colleague.records import ColleagueRequest
from rhythmcap_gui.number_format import counted
from rhythmcap_gui.views.widgets.elided_label import ElidedLabel

WIDTH_PX = 600
MAX_TAGS = 12  # named; the rest is counted


class RequestDialog(QDialog):
    """Emits folder_requested(), and begun(name, folder or None) on Open."""

    folder_requested = Signal()
    begun = Signal(str, object)

    def __init__(
        self, request: ColleagueRequest, name: str, *, is_known: bool, parent: QWidget | None = None
    ) -> None:
        """Show a request. is_known: its library is there already."""
        super().__init__(parent)
        self._folder: Path | None = None
        self._is_known = is_known
        self._request = request
        self.setWindowTitle(self.tr("A colleague's request"))
        self.setMinimumWidth(WIDTH_PX)
        self.question = QLabel(self._question(request), wordWrap=True)
        self.question.setProperty("heading", True)
        self.text = QLabel("\n".join(self._lines(request)), wordWrap=True)
        self.text.setProperty("dim", True)
        self.note = QLabel(request.note, wordWrap=True)
        self.note.setTextFormat(Qt.TextFormat.PlainText)
        self.note.setHidden(not request.note)
        own = "" if request.is_asker(name) else name  # opened by who wrote it
        self.name = QLineEdit(own, maxLength=200)
        self.name.textChanged.connect(self._enable)
        self.problem = QLabel(wordWrap=True)
        self.problem.setProperty("bad", True)
        none = self.tr("found before") if is_known else self.tr("none is chosen yet")
        self.folder = ElidedLabel(none, Qt.TextElideMode.ElideMiddle)
        self.choose = QPushButton(self.tr("Choose…"), autoDefault=False)
        self.choose.setAccessibleName(self.tr("Choose the folder with your songs"))
        self.choose.clicked.connect(self.folder_requested)
        self.open_button = QPushButton(self.tr("Open"))
        self.open_button.setProperty("primary", True)
        self.open_button.setDefault(True)
        self.open_button.clicked.connect(self._begin)
        self._lay_out()
        self._enable()
        self._make_room()

    def show_folder(self, folder: Path, text: str) -> None:
        """Show the folder in which songs will be looked for, written as `text`."""
        self._folder = folder
        self.folder.setText(text)
        self.folder.setToolTip(text)
        self._enable()

    def _question(self, request: ColleagueRequest) -> str:
        text = self.tr("{name} asks you to judge {n:# song|# songs}.")
        name = request.annotator or self.tr("A colleague")
        return counted(text, name=name, n=len(request.songs))

    def _lines(self, request: ColleagueRequest) -> list[str]:
        named, n_more = request.tags[:MAX_TAGS], len(request.tags) - MAX_TAGS
        tags = ", ".join(named) + (f" · +{n_more}" if n_more > 0 else "")
        lines = [self.tr("Tags: {}").format(tags)]
        if request.blind:
            lines.append(self.tr("Blind: nobody's decisions and no guesses are shown."))
        elif request.decisions:
            text = self.tr("{name}'s decisions are shown beside yours, once you have made them.")
            lines.append(text.format(name=request.annotator or self.tr("A colleague")))
        lines.append(
            self.tr("A library of its own is made for it beside the file; your own stays as it is.")
        )
        return lines

    def _enable(self) -> None:
        name = self.name.text().strip()
        is_askers = self._request.is_asker(name)
        text = self.tr("{name} is who asks. Write your own name.").format(name=name)
        self.problem.setText(text if is_askers else "")
        self._form.setRowVisible(self.problem, is_askers)
        self._make_room()
        ready = self._folder is not None or self._is_known
        self.open_button.setEnabled(bool(name) and not is_askers and ready)

    def _make_room(self) -> None:
        """Be as high as the sentences need."""
        width = max(self.width(), WIDTH_PX) if self.isVisible() else WIDTH_PX
        self.resize(width, self.layout().totalHeightForWidth(width))

    def _begin(self) -> None:
        self.accept()
        self.begun.emit(self.name.text().strip(), self._folder)

    def _lay_out(self) -> None:
        folder = QHBoxLayout()
        folder.addWidget(self.folder, 1)
        folder.addWidget(self.choose)
        self._form = form = QFormLayout()
        form.setHorizontalSpacing(12)
        form.addRow(self.tr("Your name"), self.name)
        form.addRow("", self.problem)
        form.addRow(self.tr("Folder with your songs"), folder)
        cancel = QPushButton(self.tr("Cancel"), autoDefault=False)
        cancel.clicked.connect(self.reject)
        ends = QHBoxLayout()
        ends.addStretch(1)
        ends.addWidget(cancel)
        ends.addWidget(self.open_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        for widget in (self.question, self.note, self.text):
            column.addWidget(widget)
        column.addLayout(form)
        column.addLayout(ends)
