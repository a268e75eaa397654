"""Where words may come from: a template or a file, with what is in it, as a list and a tree.

It reads no file: what a source holds is given to it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QListWidget,
    QListWidgetItem,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from core.library.codebook.codebook_records import (
    CategoryWords,
    CodebookWords,
    TagWords,
    WordStatus,
)
from rhythmcap_gui import theme

SOURCE = Qt.ItemDataRole.UserRole
LIST_PX, ROW_PX = 190, 28
FROM_FILE = "file"
NO_WORDS = "empty"


class WordsChoice(QWidget):
    """Emits changed(); file_requested(): a file is to be chosen, then given to show_file().

    templates: by name, in order. status: what a word is to the open codebook; None: all are new,
    and nothing can be left out.
    """

    changed = Signal()
    file_requested = Signal()

    def __init__(
        self,
        templates: Mapping[str, CodebookWords],
        status: Callable[[str], WordStatus] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._words = dict(templates)
        self._status = self._status_here = status
        self.sources = QListWidget()
        self.sources.setAccessibleName(self.tr("Where the words come from"))
        self.sources.setFixedWidth(LIST_PX)
        self.sources.setProperty("chooser", True)
        for name in templates:
            self._add_source(name, source_text(name))
        self._add_source(FROM_FILE, self.tr("From a file…"))
        self.tree = QTreeWidget()
        self.tree.setAccessibleName(self.tr("Words"))
        self.tree.setHeaderLabels([self.tr("Word"), "", self.tr("Definition")])
        self.tree.setColumnWidth(0, 210)
        self.tree.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.tree.setColumnHidden(1, status is None)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(12)
        box.addWidget(self.sources)
        box.addWidget(self.tree, 1)
        self.sources.currentItemChanged.connect(lambda *_items: self._show_source())
        self.sources.itemActivated.connect(self._on_activated)
        self.sources.itemClicked.connect(self._on_activated)
        self.tree.itemChanged.connect(lambda *_change: self.changed.emit())
        self.sources.setCurrentRow(0)

    @property
    def source(self) -> str:
        """The name of the chosen source."""
        return str(self.sources.currentItem().data(SOURCE))

    @property
    def words(self) -> CodebookWords | None:
        """All words of the chosen source; None while no file was chosen."""
        return self._words.get(self.source)

    def show_file(self, words: CodebookWords) -> None:
        """Show what a file holds."""
        self._words[FROM_FILE] = words
        row = self.sources.count() - 1
        self.sources.item(row).setText(self.tr("File: {name}").format(name=words.name))
        self.sources.setCurrentRow(row)
        self._show_source()

    def set_all_taken(self, on: bool) -> None:
        """Show all words of a source as taken, whatever the open codebook has; or to be ticked."""
        self._status = None if on else self._status_here
        self.tree.setColumnHidden(1, self._status is None)
        self._show_source()

    def ticked(self) -> tuple[CategoryWords, ...]:
        """Return the new words that are ticked, in their categories."""
        return tuple(self._categories(only_new=True))

    def _categories(self, *, only_new: bool) -> list[CategoryWords]:
        found = []
        for row in range(self.tree.topLevelItemCount()):
            top = self.tree.topLevelItem(row)
            category: CategoryWords = top.data(0, SOURCE)
            tags = [
                item.data(0, SOURCE)
                for item in (top.child(index) for index in range(top.childCount()))
                if not only_new or item.checkState(0) is Qt.CheckState.Checked
            ]
            if tags:
                found.append(CategoryWords(category.name, category.key, category.colour,
                                           tuple(tags), category.exhaustive))  # fmt: skip
        return found

    def _add_source(self, name: str, text: str) -> None:
        item = QListWidgetItem(text)
        item.setData(SOURCE, name)
        item.setSizeHint(QSize(0, ROW_PX))
        self.sources.addItem(item)

    def _on_activated(self, item: QListWidgetItem) -> None:
        if item.data(SOURCE) == FROM_FILE:
            self.file_requested.emit()

    def _show_source(self) -> None:
        self.tree.blockSignals(True)
        self.tree.clear()
        words = self.words
        for category in words.categories if words is not None else ():
            self._show_category(category)
        self.tree.blockSignals(False)
        self.changed.emit()

    def _show_category(self, category: CategoryWords) -> None:
        top = QTreeWidgetItem([category.name])
        top.setData(0, SOURCE, category)
        top.setFont(0, theme.font(bold=True))
        top.setIcon(0, theme.square_icon(theme.category_colour(category.colour)))
        if self._status is not None:
            top.setFlags(top.flags() | Qt.ItemFlag.ItemIsAutoTristate)
        for tag in category.tags:
            top.addChild(self._tag_item(tag))
        self.tree.addTopLevelItem(top)
        top.setExpanded(True)

    def _tag_item(self, tag: TagWords) -> QTreeWidgetItem:
        item = QTreeWidgetItem([tag.name, "", tag.definition])
        item.setData(0, SOURCE, tag)
        item.setToolTip(2, tag.definition)
        if self._status is None:
            return item
        status = self._status(tag.name)
        texts = {
            WordStatus.NEW: self.tr("new"), WordStatus.KNOWN: self.tr("there already"),
            WordStatus.RETIRED: self.tr("retired"),
        }  # fmt: skip
        item.setText(1, texts[status])
        if status is WordStatus.NEW:
            item.setCheckState(0, Qt.CheckState.Checked)
        else:
            for column in range(3):
                item.setForeground(column, theme.colour("faint"))
        return item


def source_text(name: str) -> str:
    """Return a template's name, as musicologists would call it."""
    texts = {
        "thesis": _tr("Sankaran 2017: 63 tags"),
        "neutral": _tr("Neutral: any music"),
        "orchestral": _tr("Orchestral music"),
        "pop": _tr("Pop and rock"),
        "electronic": _tr("Electronic music"),
        NO_WORDS: _tr("No words: I make my own"),
    }
    return texts.get(name, name)


def _tr(text: str) -> str:
    return QCoreApplication.translate("words_choice", text)
