"""Decisions for another program: in which format, of which songs, whose, and what is lost."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from rhythmcap_gui import theme
from rhythmcap_gui.local_paths import path_of
from rhythmcap_gui.view_data import ExportRequest, FormatRow, SongScope
from rhythmcap_gui.views.files.song_choice import SongChoice
from rhythmcap_gui.views.widgets.work_dialog import WorkDialog

SIZE = (760, 520)
LIST_PX, ROW_PX, PAD_PX = 230, 30, 44


@dataclass(frozen=True, slots=True)
class ExportScope:
    """What there is to export. several: decisions of several annotators are here.

    stem: what a new file is called.
    """

    songs: SongScope
    several: bool
    folder: Path
    stem: str


class ExportDialog(WorkDialog):
    """Emits export_requested(ExportRequest) once a file or folder was chosen."""

    export_requested = Signal(object)

    def __init__(
        self,
        formats: Sequence[FormatRow],
        scope: ExportScope,
        format_name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Export decisions"))
        self._formats, self._scope = tuple(formats), scope
        self.list = self._make_list()
        self.title, self.purpose, self.lost = QLabel(), QLabel(), QLabel()
        for label in (self.title, self.purpose, self.lost):
            label.setWordWrap(True)
        self.title.setProperty("heading", True)
        self.lost.setProperty("dim", True)
        self.songs = SongChoice(scope.songs)
        self.songs.changed.connect(self._refresh)
        self.mine = QRadioButton(self.tr("Mine"))
        self.everyones = QRadioButton(self.tr("All annotators'"))
        self.relative = QCheckBox(self.tr("Paths as seen from the file"))
        self.relative.setToolTip(
            self.tr("For a file that moves together with the songs, such as on a drive")
        )
        self.captions = QCheckBox(self.tr("A column with the song's caption"))
        self.captions.setToolTip(
            self.tr("The song's tags, also those that the model predicts, as you would list them")
        )
        self.ok = QPushButton(self.tr("Export…"))
        self.ok.setProperty("primary", True)
        self.ok.setDefault(True)
        self.ok.clicked.connect(self.accept)
        self._make_whose(scope)
        self._lay_out()
        self.list.currentRowChanged.connect(self._show_format)
        names = [row.name for row in self._formats]
        self.list.setCurrentRow(names.index(format_name) if format_name in names else 0)
        self.resize(*SIZE)
        self._show_format()

    @property
    def format(self) -> FormatRow | None:
        """The chosen format."""
        row = self.list.currentRow()
        return self._formats[row] if 0 <= row < len(self._formats) else None

    def request(self, path: Path) -> ExportRequest | None:
        """Return what the controls describe, written to this path."""
        if self.format is None:
            return None
        return ExportRequest(
            self.format.name,
            path,
            self.songs.query,
            self.songs.song_ids,
            self.everyones.isChecked(),
            self.relative.isChecked(),
            self.format.has_captions and self.captions.isChecked(),
        )

    def accept(self) -> None:
        """Ask for the path, and request the export; the dialog closes when it has succeeded."""
        if not self._is_ready():
            return
        path = self._choose_path(self.format)
        if path is not None:
            self.begin(self.tr("Writing {name}").format(name=path.name))
            self.export_requested.emit(self.request(path))

    def _stopped_text(self) -> str:
        return self.tr("Stopped; nothing was written.")

    def _make_list(self) -> QListWidget:
        made = QListWidget()
        made.setProperty("chooser", True)
        made.setAccessibleName(self.tr("Formats"))
        for row in self._formats:
            item = QListWidgetItem(row.title)
            item.setSizeHint(QSize(0, theme.scaled(ROW_PX)))
            item.setToolTip(row.title)
            made.addItem(item)
        made.ensurePolished()
        longest_px = max((made.fontMetrics().horizontalAdvance(row.title) for row in self._formats),
                         default=0)  # fmt: skip
        made.setFixedWidth(max(LIST_PX, longest_px + PAD_PX))
        made.itemActivated.connect(lambda _item: self.accept())
        return made

    def _choose_path(self, row: FormatRow) -> Path | None:
        suffix = row.suffixes[0] if row.suffixes else ""
        if row.is_folder:
            name = QFileDialog.getExistingDirectory(
                self, self.tr("Choose the folder to write to"), str(self._scope.folder)
            )
            return path_of(name) if name else None
        start = self._scope.folder / f"{self._scope.stem}{suffix}"
        name, _filter = QFileDialog.getSaveFileName(
            self, self.tr("Export decisions"), str(start),
            f"{row.title} ({' '.join(f'*{known}' for known in row.suffixes)})",
        )  # fmt: skip
        if not name:
            return None
        path = path_of(name)
        return path if path.suffix else path.with_suffix(suffix)

    def _make_whose(self, scope: ExportScope) -> None:
        whose = QButtonGroup(self)
        for button in (self.mine, self.everyones):
            whose.addButton(button)
            button.setEnabled(scope.several)
        self.mine.setChecked(True)

    def _show_format(self, *_row: int) -> None:
        row = self.format
        self.title.setText(row.title if row is not None else self.tr("No format is known."))
        self.purpose.setText(row.purpose if row is not None else "")
        self.purpose.setVisible(bool(self.purpose.text()))
        self.captions.setVisible(row is not None and row.has_captions)
        lost = row.lost if row is not None else ()
        head = self.tr("Not kept by this format:")
        lines = "\n".join((head, *(f"· {sentence}" for sentence in lost)))
        self.lost.setText(lines if lost else self.tr("All that was decided is kept."))
        self._refresh()

    def _is_ready(self) -> bool:
        return self.format is not None and self.songs.has_songs and not self.work.running

    def _refresh(self, *_change: object) -> None:
        for widget in (self.list, self._options):
            widget.setEnabled(not self.work.running)
        self.ok.setEnabled(self._is_ready())
        needed = self.layout().totalHeightForWidth(self.width())
        if needed > self.height():  # in large letters; a layout alone would cut the sentences
            self.resize(self.width(), needed)

    def _lay_out(self) -> None:
        self._options = QWidget()
        right = QVBoxLayout(self._options)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(6)
        for label in (self.title, self.purpose, self.lost):
            right.addWidget(label)
        for head, buttons in (
            (self.tr("Songs"), (self.songs,)),
            (self.tr("Decisions"), (self.mine, self.everyones)),
        ):
            right.addSpacing(10)
            label = QLabel(head)
            label.setProperty("heading", True)
            right.addWidget(label)
            for button in buttons:
                right.addWidget(button)
        right.addSpacing(10)
        right.addWidget(self.relative)
        right.addWidget(self.captions)
        right.addStretch(1)
        cancel = QPushButton(self.tr("Cancel"), autoDefault=False)
        cancel.setToolTip(self.tr("Write nothing (Esc)"))
        cancel.clicked.connect(self.reject)
        ends = QHBoxLayout()
        ends.addStretch(1)
        ends.addWidget(cancel)
        ends.addWidget(self.ok)
        middle = QHBoxLayout()
        middle.setSpacing(16)
        middle.addWidget(self.list)
        middle.addWidget(self._options, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addLayout(middle, 1)
        column.addWidget(self.work)
        column.addLayout(ends)
