"""Before songs are removed from the library: which, what goes with them, and what stays."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from rhythmcap_gui import key_names
from rhythmcap_gui.number_format import counted
from rhythmcap_gui.view_data import RemovalPreview

WIDTH_PX = 440


class RemoveDialog(QDialog):
    """Emits decided() on Remove."""

    decided = Signal()

    def __init__(self, found: RemovalPreview, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Remove from the library"))
        self.setMinimumWidth(WIDTH_PX)
        self.question = QLabel(self._question(found), wordWrap=True)
        self.question.setProperty("heading", True)
        self.text = QLabel("\n".join(self._lines(found)), wordWrap=True)
        self.text.setProperty("dim", True)
        self.remove = QPushButton(self.tr("Remove"))
        self.remove.setProperty("primary", True)
        self.remove.setDefault(True)
        self.remove.clicked.connect(self._decide)
        self.cancel = QPushButton(self.tr("Cancel"), autoDefault=False)
        self.cancel.clicked.connect(self.reject)
        ends = QHBoxLayout()
        ends.addStretch(1)
        ends.addWidget(self.cancel)
        ends.addWidget(self.remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(self.question)
        column.addWidget(self.text)
        column.addLayout(ends)
        self.remove.setFocus()

    def _question(self, found: RemovalPreview) -> str:
        if found.n_songs == 1:
            return self.tr("Remove “{title}” from the library?").format(title=found.titles[0])
        text = self.tr("Remove {songs:1 song|# songs} from the library?")
        return counted(text, songs=found.n_songs)

    def _lines(self, found: RemovalPreview) -> list[str]:
        going = [
            counted(self.tr("{n:# decision|# decisions}"), n=found.n_decisions)
            if found.n_decisions
            else "",
            counted(self.tr("{n:# note|# notes}"), n=found.n_notes) if found.n_notes else "",
        ]
        goes = " · ".join(part for part in going if part)
        titles = " · ".join(f"“{title}”" for title in found.titles)
        n_more = found.n_songs - len(found.titles)
        what = self.tr("{songs:With it goes|With them go}: {what}.")
        lines = [
            *([f"{titles} · +{n_more}" if n_more else titles] if found.n_songs > 1 else []),
            counted(what, songs=found.n_songs, what=goes)
            if goes
            else self.tr("No decision and no note is lost."),
            self.tr("No file on the disk is touched."),
            self._undo_line(),
        ]
        if found.n_watched:
            text = self.tr(
                "{songs:1 file lies|# files lie} in a watched folder and will not be added again "
                "unless you add it yourself."
            )
            lines.append(counted(text, songs=found.n_watched))
        return lines

    def _undo_line(self) -> str:
        key = key_names.key_of("edit.undo")
        if not key:
            return self.tr("One undo brings all of it back.")
        return self.tr("One undo ({key}) brings all of it back.").format(key=key)

    def _decide(self) -> None:
        self.accept()
        self.decided.emit()
