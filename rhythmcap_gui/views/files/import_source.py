"""Which file or folder of decisions is read, and in which format."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from rhythmcap_gui.local_paths import path_of, path_text
from rhythmcap_gui.view_data import FormatRow


class ImportSource(QWidget):
    """Emits chosen(Path, format's name or "" to find it out). folder: where choosing begins.

    own_tags_requested(): what stands in the songs' own files is to be read instead.
    """

    chosen = Signal(object, str)
    own_tags_requested = Signal()

    def __init__(
        self, formats: Sequence[FormatRow], folder: Path, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._formats, self._folder = tuple(formats), folder
        self._path: Path | None = None
        self.file = QLineEdit(readOnly=True)
        self.file.setPlaceholderText(self.tr("No file is chosen yet"))
        self.file.setAccessibleName(self.tr("File"))
        self.choose = QPushButton(self.tr("Choose a file…"), autoDefault=False)
        self.choose.clicked.connect(self._choose_file)
        self.choose_folder = QPushButton(self.tr("Choose a folder…"), autoDefault=False)
        self.choose_folder.clicked.connect(self._choose_folder)
        self.own_tags = QPushButton(self.tr("Read the songs' files"), autoDefault=False)
        self.own_tags.setToolTip(
            self.tr("Genre, mood, grouping and comment, as other programs wrote them there")
        )
        self.own_tags.clicked.connect(self.own_tags_requested)
        self.format = QComboBox(enabled=False)
        self.format.setAccessibleName(self.tr("Format"))
        self.format.addItem(self.tr("found by what is in it"), "")
        for row in self._formats:
            self.format.addItem(row.title, row.name)
        self.format.activated.connect(self._format_chosen)
        self._lay_out()

    def show_file(self, path: Path, format_name: str) -> None:
        """Show which file is read, in which format."""
        self._path, self._folder = path, path.parent
        self.file.setText(path_text(path))
        self._show_formats(True)
        self.show_format(format_name)

    def show_own_tags(self) -> None:
        """Show that the songs' own files are read."""
        self._path = None
        self.file.setText(self.tr("Tags in the songs' files"))
        self._show_formats(False)

    def _show_formats(self, shown: bool) -> None:
        """Let the format be chosen, where there is one."""
        for widget in (self._format_label, self.format):
            widget.setVisible(shown)
        self.format.setEnabled(shown)

    def show_format(self, name: str) -> None:
        """Show the format that it was read in."""
        self.format.setCurrentIndex(max(0, self.format.findData(name)))

    def _format_chosen(self, *_row: int) -> None:
        if self._path is not None:
            self.chosen.emit(self._path, self.format.currentData())

    def _choose_file(self) -> None:
        suffixes = dict.fromkeys(suffix for row in self._formats for suffix in row.suffixes)
        filters = [f"{self.tr('Decisions')} ({' '.join(f'*{suffix}' for suffix in suffixes)})"]
        filters += [
            f"{row.title} ({' '.join(f'*{suffix}' for suffix in row.suffixes)})"
            for row in self._formats
            if row.suffixes
        ]
        name, _filter = QFileDialog.getOpenFileName(
            self, self.tr("Import decisions"), str(self._folder),
            ";;".join([*filters, f"{self.tr('All files')} (*)"]),
        )  # fmt: skip
        if name:
            self.chosen.emit(path_of(name), "")

    def _choose_folder(self) -> None:
        name = QFileDialog.getExistingDirectory(
            self, self.tr("Import decisions"), str(self._folder)
        )
        if name:
            self.chosen.emit(path_of(name), "")

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.file, 1)
        for widget in (self.choose, self.choose_folder):
            top.addWidget(widget)
        kind = QHBoxLayout()
        kind.setSpacing(8)
        self._format_label = QLabel(self.tr("Format"))
        kind.addWidget(self._format_label)
        kind.addWidget(self.format)
        kind.addStretch(1)
        kind.addWidget(self.own_tags)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(top)
        column.addLayout(kind)
