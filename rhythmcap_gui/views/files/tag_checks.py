"""Tags to be ticked, under their categories; a category's tick is that of all its tags."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from core.folding import fold
from core.library.records import Category, Tag
from rhythmcap_gui import theme
from rhythmcap_gui.plain_text import as_heading

TAG_ID = Qt.ItemDataRole.UserRole
CHECKED, UNCHECKED = Qt.CheckState.Checked, Qt.CheckState.Unchecked


class TagChecks(QWidget):
    """Emits changed() once after ticks have changed, several together or one."""

    changed = Signal()

    def __init__(
        self,
        categories: Sequence[Category],
        tags: Iterable[Tag],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.filter = _FilterLine()
        self.filter.setPlaceholderText(self.tr("Filter"))
        self.filter.setClearButtonEnabled(True)
        self.filter.setAccessibleName(self.tr("Filter"))
        self.filter.textChanged.connect(self._filter)
        self.filter.left.connect(self._go_to_first)
        self.tree = QTreeWidget(headerHidden=True)
        self.tree.ensurePolished()  # rows are as high as the style wants them from the beginning
        self.tree.setAccessibleName(self.tr("Tags to be judged"))
        self._fill(categories, tags)
        self._together = QTimer(self, singleShot=True, interval=0)
        self._together.timeout.connect(self.changed)
        self.tree.itemChanged.connect(lambda *_change: self._together.start())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.filter)
        column.addWidget(self.tree, 1)

    def ticked(self) -> list[int]:
        """Return the ids of the ticked tags, in the codebook's order."""
        return [item.data(0, TAG_ID) for item in self._tags() if item.checkState(0) is CHECKED]

    def tick(self, tag_ids: Iterable[int]) -> None:
        """Tick these tags and no others."""
        chosen = set(tag_ids)
        for item in self._tags():
            item.setCheckState(0, CHECKED if item.data(0, TAG_ID) in chosen else UNCHECKED)

    def _fill(self, categories: Sequence[Category], tags: Iterable[Tag]) -> None:
        tops = {
            category.id: QTreeWidgetItem([as_heading(category.name)]) for category in categories
        }
        for tag in tags:
            item = QTreeWidgetItem(tops[tag.category_id], [tag.name])
            item.setData(0, TAG_ID, tag.id)
            item.setToolTip(0, tag.definition)
            item.setCheckState(0, UNCHECKED)
        for category in categories:
            top = tops[category.id]
            if not top.childCount():
                continue
            top.setFlags(top.flags() | Qt.ItemFlag.ItemIsAutoTristate)
            top.setCheckState(0, UNCHECKED)
            top.setFont(0, theme.font(bold=True))
            self.tree.addTopLevelItem(top)
            top.setExpanded(True)

    def _tags(self) -> Iterator[QTreeWidgetItem]:
        for row in range(self.tree.topLevelItemCount()):
            top = self.tree.topLevelItem(row)
            yield from (top.child(index) for index in range(top.childCount()))

    def _go_to_first(self) -> None:
        """Give the keyboard to the first tag that is shown; Space ticks it."""
        first = next((item for item in self._tags() if not item.isHidden()), None)
        if first is not None:
            self.tree.setCurrentItem(first)
            self.tree.setFocus(Qt.FocusReason.TabFocusReason)

    def _filter(self, typed: str) -> None:
        """Show the tags in whose name, or whose category's, the text is."""
        wanted = fold(typed)
        for row in range(self.tree.topLevelItemCount()):
            top = self.tree.topLevelItem(row)
            whole = wanted in fold(top.text(0))
            shown = [
                whole or wanted in fold(top.child(index).text(0))
                for index in range(top.childCount())
            ]
            for index, is_shown in enumerate(shown):
                top.child(index).setHidden(not is_shown)
            top.setHidden(not any(shown))


class _FilterLine(QLineEdit):
    """Emits left() on Enter, which is not for the dialog's default button, and on Down."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            self.left.emit()
        else:
            super().keyPressEvent(event)
