"""An unexpected error: what it was, that the decisions are safe, and a report to save."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from rhythmcap_gui import theme

SIGN_PX = 32


class CrashDialog(QDialog):
    """Opens on a report; the program goes on."""

    def __init__(
        self, what: str, report: str, log_file: Path, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.report = report
        self.setWindowTitle(self.tr("Something went wrong"))
        words = QLabel(what, wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        words.setProperty("heading", True)
        safe = QLabel(
            self.tr(
                "Your decisions are stored: each was saved as you made it. You can go on; if "
                "something looks odd, close RhythmCap and open it again. A report helps to find "
                "the fault; it stays on this computer until you send it to someone."
            ),
            wordWrap=True,
        )
        where = QLabel(self.tr("Log file: {}").format(log_file), wordWrap=True)
        where.setProperty("caption", True)
        where.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.text = QPlainTextEdit(report, readOnly=True)
        self.text.setAccessibleName(self.tr("Report"))
        self.text.setTabChangesFocus(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addLayout(self._head(words, safe))
        column.addWidget(self.text, 1)
        column.addWidget(where)
        column.addWidget(self._buttons())
        self.resize(720, 480)

    def save(self, path: Path) -> None:
        """Write the report; show in the dialog what cannot be written."""
        try:
            path.write_text(self.report, encoding="utf-8")
        except OSError as error:
            self.message.setText(self.tr("The report cannot be saved: {}").format(error))
        else:
            self.message.setText(self.tr("Saved as {}").format(path))

    def _head(self, words: QLabel, safe: QLabel) -> QHBoxLayout:
        sign = QLabel()
        sign.setPixmap(theme.icon("warning", "bad").pixmap(SIGN_PX, SIGN_PX))
        self.message = QLabel(wordWrap=True)
        self.message.setProperty("dim", True)
        lines = QVBoxLayout()
        lines.setSpacing(8)
        for label in (words, safe, self.message):
            lines.addWidget(label)
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(lines, 1)
        return head

    def _buttons(self) -> QDialogButtonBox:
        box = QDialogButtonBox()
        role = QDialogButtonBox.ButtonRole
        copy = box.addButton(self.tr("Copy details"), role.ActionRole)
        copy.clicked.connect(lambda: QApplication.clipboard().setText(self.report))
        save = box.addButton(self.tr("Save report…"), role.ActionRole)
        save.clicked.connect(self._choose)
        go_on = box.addButton(self.tr("Continue"), role.AcceptRole)
        go_on.setDefault(True)
        box.accepted.connect(self.accept)
        for button in (copy, save, go_on):
            button.setAutoDefault(button is go_on)
        return box

    def _choose(self) -> None:
        start = str(Path.home() / "rhythmcap-report.txt")
        name, _filter = QFileDialog.getSaveFileName(
            self, self.tr("Save report"), start, self.tr("Text (*.txt)")
        )
        if name:
            self.save(Path(name))
