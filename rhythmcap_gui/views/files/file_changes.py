"""What would change in files' own tags, file by file, and which files cannot be written."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import (
    QHeaderView,
    QLabel,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from rhythmcap_gui.core_text import translated
from rhythmcap_gui.local_paths import shown_path
from rhythmcap_gui.number_format import counted
from rhythmcap_gui.plain_text import one_line, tip_text
from rhythmcap_gui.view_data import FileTagsOutcome, FileTagsPreview

MOST_FILES = 1000
NAME_PX = 220


class FileChanges(QWidget):
    """A sentence, and below it a tree: files with their fields before and after."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.summary = QLabel(wordWrap=True)
        self.summary.setProperty("dim", True)
        self.tree = QTreeWidget()
        self.tree.setAccessibleName(self.tr("What changes"))
        self.tree.setHeaderLabels([self.tr("File and field"), self.tr("Now"), self.tr("Then")])
        self.tree.setUniformRowHeights(True)
        header = self.tree.header()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Interactive)
        header.resizeSection(0, NAME_PX)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.summary)
        column.addWidget(self.tree, 1)
        self.clear_all()

    def clear_all(self) -> None:
        """Show that nothing was looked at yet."""
        self.tree.clear()
        self.summary.setText(
            self.tr(
                "Only your yes on whole songs is written. All else in the files stays as it is, and"
                " what was there can be brought back."
            )
        )

    def show_preview(self, preview: FileTagsPreview) -> None:
        """Show what would change."""
        self.tree.clear()
        n_changes, n_skipped = len(preview.changes), len(preview.skipped)
        if not n_changes and not n_skipped:
            nothing = self.tr("The files say all of it already.")
            if preview.is_back:
                nothing = self.tr("Nothing that was written is left to be taken back.")
            self.summary.setText(nothing)
            return
        parts = [counted(self.tr("{n:# file|# files} would change."), n=n_changes)]
        if n_skipped:
            parts.append(counted(self.tr("{n:# cannot|# cannot} be written."), n=n_skipped))
        self.summary.setText(" ".join(parts))
        for change in preview.changes[:MOST_FILES]:
            item = self._add_file(change.path, change.kind)
            for field in change.fields:
                now, then = (
                    " · ".join(map(one_line, side)) for side in (field.before, field.after)
                )
                row = QTreeWidgetItem(item, [field.field, now or "–", then or "–"])
                for at, text in ((1, now), (2, then)):
                    row.setToolTip(at, tip_text([text]))
            item.setExpanded(True)
        self._add_skipped([(one.path, one.reason) for one in preview.skipped])
        if n_changes > MOST_FILES:
            text = self.tr("… and {n:# more file|# more files}")
            QTreeWidgetItem(self.tree, [counted(text, n=n_changes - MOST_FILES)])

    def show_outcome(self, outcome: FileTagsOutcome) -> None:
        """Show which files were left as they are, and why."""
        self.tree.clear()
        self.summary.setText("")
        self._add_skipped([(one.path, one.reason) for one in outcome.skipped])
        changed = self.tr("another program has changed it since")
        for path, field in outcome.left:
            QTreeWidgetItem(self._add_file(path, ""), [field, changed, ""])

    def _add_skipped(self, files: Sequence[tuple[Path, str]]) -> None:
        for path, reason in files[:MOST_FILES]:
            text = translated(reason)
            item = self._add_file(path, text)
            item.setToolTip(1, tip_text([text]))

    def _add_file(self, path: Path, word: str) -> QTreeWidgetItem:
        item = QTreeWidgetItem(self.tree, [shown_path(path.name), word, ""])
        item.setToolTip(0, tip_text([shown_path(path)]))
        return item


def _line(values: Sequence[str]) -> str:
    return " · ".join(one_line(value) for value in values)
