"""What would change in files' own tags, file by file, and which files cannot be written."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import (
    QHeaderView,
    QLabel,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from rhythmcap_gui import theme
from rhythmcap_gui.core_text import translated
from rhythmcap_gui.local_paths import shown_path
from rhythmcap_gui.number_format import counted
from rhythmcap_gui.plain_text import one_line, tip_text
from rhythmcap_gui.view_data import FileTagsOutcome, FileTagsPreview

if TYPE_CHECKING:
    from core.exchange.file_tags.tag_records import Skipped

MOST_FILES = 1000
FIELD_PX, MOST_FIELD_PX, FIELD_GAP_PX = 150, 270, 24


class FileChanges(QWidget):
    """A sentence, and below it a tree: files with their fields before and after.

    The tree is there only where there is something to show.
    """

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
        header.resizeSection(0, FIELD_PX)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.summary)
        column.addWidget(self.tree, 1)
        column.addStretch()
        self.clear_all()

    def clear_all(self) -> None:
        """Show that nothing was looked at yet."""
        text = self.tr(
            "Choose into which field of the files the tags of a category go. Then you see every "
            "change before it is made.\n\nOnly your yes on whole songs is written. All else in "
            "the files stays as it is, and what was there can be brought back."
        )
        self._begin(text)

    def show_looking(self) -> None:
        """Show nothing while files are looked at."""
        self._begin("")

    def show_preview(self, preview: FileTagsPreview) -> None:
        """Show what would change."""
        n_changes, n_skipped = len(preview.changes), len(preview.skipped)
        if not n_changes and not n_skipped:
            nothing = self.tr("The files say all of it already.")
            if preview.is_back:
                nothing = self.tr("Nothing that was written is left to be taken back.")
            self._begin(nothing)
            return
        would = self.tr("{n:# file|# files} would change.")
        if preview.is_back:
            would = self.tr("{n:# file|# files} would have former tags again.")
        parts = [counted(would, n=n_changes)]
        if n_skipped:
            parts.append(counted(self.tr("{n:# cannot|# cannot} be written."), n=n_skipped))
        self._begin(" ".join(parts))
        self.tree.setHeaderHidden(not n_changes)
        for change in sorted(preview.changes, key=lambda change: change.path)[:MOST_FILES]:
            item = self._add_line(shown_path(change.path.name))
            item.setToolTip(0, tip_text([shown_path(change.path), change.kind]))
            for field in change.fields:
                now, then = _line(field.before), _line(field.after)
                row = QTreeWidgetItem(item, [field.field, now or "–", then or "–"])
                for at, text in ((0, field.field), (1, now), (2, then)):
                    row.setToolTip(at, tip_text([text]))
            item.setExpanded(True)
        self._fit({field.field for change in preview.changes for field in change.fields})
        self._add_skipped(preview.skipped)
        if n_changes > MOST_FILES:
            text = self.tr("… and {n:# more file|# more files}")
            self._add_line(counted(text, n=n_changes - MOST_FILES))

    def show_outcome(self, outcome: FileTagsOutcome, *, is_back: bool) -> None:
        """Show which files were left as they are, and why."""
        text = self.tr("“Take back…” shows what was written, and brings the former tags back.")
        self._begin("" if is_back or not outcome.n_done else text)
        self.tree.setHeaderHidden(True)
        self._add_skipped(outcome.skipped)
        changed = self.tr("another program has changed it since")
        self._add_left_alone(changed, outcome.left)

    def _begin(self, summary: str) -> None:
        self.tree.clear()
        self.tree.hide()
        self.summary.setText(summary)
        self.summary.setVisible(bool(summary))

    def _add_skipped(self, files: Sequence[Skipped]) -> None:
        by_reason: dict[str, list[tuple[Path, str]]] = {}
        for skipped in files:
            by_reason.setdefault(translated(skipped.reason), []).append((skipped.path, ""))
        for reason, paths in by_reason.items():
            self._add_left_alone(reason, paths)

    def _add_left_alone(self, reason: str, files: Sequence[tuple[Path, str]]) -> None:
        """Add files that stay as they are below the reason they share. files: path, field or ""."""
        if not files:
            return
        head = self._add_line(self.tr("Left alone: {reason}").format(reason=reason))
        head.setToolTip(0, tip_text([reason]))
        for path, field in sorted(files)[:MOST_FILES]:
            name = shown_path(path.name)
            line = QTreeWidgetItem(head, [f"{name}: {field}" if field else name])
            line.setFirstColumnSpanned(True)
            line.setToolTip(0, tip_text([shown_path(path)]))
        head.setExpanded(True)

    def _fit(self, fields: Iterable[str]) -> None:
        """Give the names of fields the room that they need, up to a width."""
        longest_px = max(map(self.tree.fontMetrics().horizontalAdvance, fields), default=0)
        wanted = longest_px + 2 * self.tree.indentation() + FIELD_GAP_PX
        most_px = theme.scaled(MOST_FIELD_PX)
        self.tree.header().resizeSection(0, min(max(FIELD_PX, wanted), most_px))

    def _add_line(self, text: str) -> QTreeWidgetItem:
        item = QTreeWidgetItem(self.tree, [text])
        item.setFirstColumnSpanned(True)
        self.tree.show()
        return item


def _line(values: Sequence[str]) -> str:
    return " · ".join(one_line(value) for value in values)
