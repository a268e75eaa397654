"""What of a file of decisions contradicts the library, was not read, or was read as something."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QApplication,
    QButtonGroup,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from core.exchange.import_records import ImportConflict, OnConflict
from core.exchange.label_records import RowFault
from core.exchange.tables.cell_records import tab_text
from rhythmcap_gui.core_text import translated
from rhythmcap_gui.local_paths import path_of, shown_path
from rhythmcap_gui.number_format import counted, length_text
from rhythmcap_gui.session import Session
from rhythmcap_gui.view_data import ImportPreview
from rhythmcap_gui.views.widgets.row_table import RowTable
from rhythmcap_gui.views.widgets.score_format import state_word


class ConflictsPage(QWidget):
    """Emits changed() when another side shall win, song_requested(id) on a row."""

    changed = Signal()
    song_requested = Signal(int)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._tags: dict[int, str] = {}
        self._titles: dict[int, str] = {}
        self.sides = {
            OnConflict.MINE: QRadioButton(self.tr("keep what is here")),
            OnConflict.THEIRS: QRadioButton(self.tr("take the file's decision")),
            OnConflict.BOTH: QRadioButton(self.tr("keep both, the file's under a name of its own")),
        }
        self._group = QButtonGroup(self)
        for button in self.sides.values():
            self._group.addButton(button)
        self._group.buttonToggled.connect(lambda _button, on: on and self.changed.emit())
        heads = (
            self.tr("Song"), self.tr("Tag"), self.tr("Here"), self.tr("In the file"),
            self.tr("Whose"), self.tr("From"), self.tr("Line"),
        )  # fmt: skip
        self.table = RowTable(heads, self._cells, shares=(5, 3, 2, 2, 4, 0, 0))
        self.table.setAccessibleName(self.tr("Decisions that contradict"))
        self.table.activated_row.connect(lambda row: self.song_requested.emit(row.song_id))
        self.note = QLabel(wordWrap=True)
        self.note.setProperty("caption", True)
        self._lay_out()

    @property
    def side(self) -> OnConflict:
        """Which decision wins."""
        return next(side for side, button in self.sides.items() if button.isChecked())

    def show_preview(self, preview: ImportPreview) -> None:
        """Show the conflicts of a plan."""
        plan = preview.plan
        blocked = self._group.blockSignals(True)
        self.sides[plan.choices.on_conflict].setChecked(True)
        self._group.blockSignals(blocked)
        library = self._session.library
        tags = library.codebook.tags(include_retired=True) if library is not None else []
        self._tags = {tag.id: tag.name for tag in tags}
        self._titles.clear()
        self.table.show_rows(plan.conflicts)
        self.table.hide_empty(4, 5, 6)
        n_conflicts = plan.counts.n_conflicts
        if not n_conflicts:
            text = self.tr("No decision of the file contradicts one that is here.")
        elif n_conflicts > len(plan.conflicts):
            text = self.tr("The first {shown} of {n} are listed. Enter opens a song.")
        else:
            text = self.tr("Enter, or a double click, opens a song.")
        self.note.setText(text.format(shown=len(plan.conflicts), n=n_conflicts))
        for widget in (*self.sides.values(), self._head, self.table):
            widget.setVisible(n_conflicts > 0)

    def _cells(self, row: ImportConflict) -> tuple[str, ...]:
        return (
            self._title(row.song_id),
            self._tags.get(row.tag_id, ""),
            state_word(row.state_here),
            state_word(row.state_there),
            row.annotator,
            "" if row.start_s is None else length_text(row.start_s),
            str(row.line or ""),
        )

    def _title(self, song_id: int) -> str:
        library = self._session.library
        if song_id not in self._titles and library is not None:
            song = library.songs.get(song_id)
            self._titles[song_id] = song.display_title if song is not None else ""
        return self._titles.get(song_id, "")

    def _lay_out(self) -> None:
        self._head = QLabel(self.tr("Where the two differ"))
        self._head.setProperty("heading", True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._head)
        for button in self.sides.values():
            column.addWidget(button)
        column.addSpacing(6)
        column.addWidget(self.note)
        column.addWidget(self.table, 1)
        column.addStretch(0)


class FaultsPage(QWidget):
    """Rows that do not come in. Emits save_requested(Path, rows with their heads)."""

    save_requested = Signal(object, list)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heads = (self.tr("Line"), self.tr("Reason"), self.tr("Text"), self.tr("File"))
        self._folder = Path.home()
        self.table = RowTable(self._heads, _fault_cells, shares=(0, 5, 4, 2))
        self.table.setAccessibleName(self.tr("Rows that are not read"))
        self.note = QLabel(wordWrap=True)
        self.note.setProperty("caption", True)
        self.copy = QPushButton(self.tr("Copy"), autoDefault=False)
        self.copy.setToolTip(self.tr("Copy all of these rows, for a spreadsheet"))
        self.copy.clicked.connect(self._copy)
        self.save = QPushButton(self.tr("Save as CSV…"), autoDefault=False)
        self.save.clicked.connect(self._save)
        tools = QHBoxLayout()  # above, where they are not taken for buttons of the dialog
        tools.addWidget(self.note, 1)
        tools.addWidget(self.copy)
        tools.addWidget(self.save)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(8)
        column.addLayout(tools)
        column.addWidget(self.table, 1)
        column.addStretch(0)

    def show_preview(self, preview: ImportPreview) -> None:
        """Show the rows of a plan that do not come in."""
        faults = preview.plan.faults
        self._folder = preview.path.parent
        self.table.setColumnHidden(3, not any(fault.file for fault in faults))
        self.table.show_rows(faults)
        n_rows = preview.plan.n_faults
        if not faults:
            text = self.tr("Every row of the file was read.")
        elif n_rows > len(faults):
            text = self.tr(
                "{n:#|#} rows do not come in, or not as they stand; the first {shown:#|#} are "
                "listed."
            )
        else:
            text = self.tr(
                "{n:This row does|These # rows do} not come in, or not as {n:it stands|they stand};"
                " the rest does."
            )
        self.note.setText(counted(text, n=n_rows, shown=len(faults)))
        for widget in (self.table, self.copy, self.save):
            widget.setVisible(bool(faults))

    def as_rows(self) -> list[tuple[str, ...]]:
        """Return all rows with their heads."""
        return [self._heads, *(_fault_cells(fault) for fault in self.table.rows)]

    def _copy(self) -> None:
        QApplication.clipboard().setText(tab_text(self.as_rows()))

    def _save(self) -> None:
        start = self._folder / self.tr("rows not read.csv")
        name, _filter = QFileDialog.getSaveFileName(
            self, self.tr("Save as CSV"), str(start), self.tr("Tables (*.csv)")
        )
        if name:
            path = path_of(name)
            path = path if path.suffix else path.with_suffix(".csv")
            self.save_requested.emit(path, self.as_rows())


class RemarksPage(QWidget):
    """What was read as what, in sentences that can be copied."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = QPlainTextEdit(readOnly=True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(self.tr("What was read as what"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.addWidget(self.text)

    def show_preview(self, preview: ImportPreview) -> None:
        """Show the remarks of a file."""
        remarks = [shown_path(translated(remark)) for remark in preview.plan.file.remarks]
        nothing = self.tr("All of it was read as it stands.")
        self.text.setPlainText("\n".join(remarks) or nothing)


def _fault_cells(fault: RowFault) -> tuple[str, ...]:
    line = str(fault.line) if fault.line else "–"
    texts = (translated(fault.reason), fault.text, fault.file)
    return (line, *(shown_path(text) for text in texts))
