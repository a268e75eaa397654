"""The codebook as a tree: categories, their tags, keys, counts; put in order by drag or Alt+arrows.

It emits what was moved or typed and stores nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDropEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from core.library.records import Category, State, Tag
from rhythmcap_gui import theme
from rhythmcap_gui.number_format import number_text
from rhythmcap_gui.views.tags.word_actions import Word
from rhythmcap_gui.views.widgets.plain_table import LEFT, RIGHT

NAME, KEY, YES, NO, UNSURE, ALIASES, DEFINITION = range(7)
COUNTED = {YES: State.YES, NO: State.NO, UNSURE: State.UNSURE}
WIDTHS = {NAME: 210, KEY: 52, YES: 62, NO: 62, UNSURE: 68, ALIASES: 130}
WORD = Qt.ItemDataRole.UserRole
ABOVE = QAbstractItemView.DropIndicatorPosition.AboveItem
BELOW = QAbstractItemView.DropIndicatorPosition.BelowItem


@dataclass(frozen=True, slots=True)
class ShownCodebook:
    """What the tree shows. counts: songs by tag id and state; aliases: by tag id."""

    categories: Sequence[Category] = ()
    tags: Sequence[Tag] = ()
    aliases: Mapping[int, tuple[str, ...]] = field(default_factory=dict)
    counts: Mapping[int, Mapping[State, int]] = field(default_factory=dict)


class CodebookTree(QTreeWidget):
    """Emits word_chosen(), name_edited(Word, text), key_edited(Word, text), opened(Word).

    tag_moved(tag id, category id, id of the tag it shall stand before, 0 for the end);
    category_moved(category id, id of the category it shall stand before, 0 for the end).
    """

    word_chosen = Signal()
    name_edited = Signal(object, str)
    key_edited = Signal(object, str)
    opened = Signal(object)
    tag_moved = Signal(int, int, int)
    category_moved = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = ShownCodebook()
        self._items: dict[Word, QTreeWidgetItem] = {}
        self._collapsed: set[int] = set()
        self.can_edit = True
        self.setAccessibleName(self.tr("Categories and tags"))
        self.setHeaderLabels([
            self.tr("Word"), self.tr("Key"), self.tr("Yes"), self.tr("No"), self.tr("Unsure"),
            self.tr("Other names"), self.tr("Definition"),
        ])  # fmt: skip
        self._make_head()
        self.setUniformRowHeights(True)
        self.setIndentation(16)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.currentItemChanged.connect(lambda *_items: self.word_chosen.emit())
        self.itemChanged.connect(self._on_edited)
        self.itemCollapsed.connect(lambda item: self._collapsed.add(item.data(NAME, WORD).id))
        self.itemExpanded.connect(lambda item: self._collapsed.discard(item.data(NAME, WORD).id))
        self.itemDoubleClicked.connect(self._on_double_click)

    def show_codebook(self, shown: ShownCodebook) -> None:
        """Fill the tree; what was chosen, folded and scrolled stays so.

        What is gone leaves the choice to the row that took its position.
        """
        chosen, bar = self.chosen, self.verticalScrollBar().value()
        former = list(self._items)
        self._shown = shown
        self.blockSignals(True)
        self.clear()
        self._items = {}
        for category in shown.categories:
            self._add_category(category)
        self.blockSignals(False)
        if chosen is not None and chosen not in self._items and self._items:
            chosen = list(self._items)[min(former.index(chosen), len(self._items) - 1)]
        if chosen is not None:
            self.choose(chosen)
        self.verticalScrollBar().setValue(bar)
        self.word_chosen.emit()

    @property
    def chosen(self) -> Word | None:
        """The current row's word."""
        item = self.currentItem()
        return None if item is None else item.data(NAME, WORD)

    def choose(self, word: Word) -> None:
        """Make a word's row the current one, if it is shown."""
        item = self._items.get(word)
        if item is not None:
            self.setCurrentItem(item)
            self.scrollToItem(item)

    def edit_name(self) -> None:
        """Type another name into the current row."""
        if self.currentItem() is not None and self.can_edit:
            self.editItem(self.currentItem(), NAME)

    def edit_key(self) -> None:
        """Type another key into the current row."""
        if self.currentItem() is not None and self.can_edit:
            self.editItem(self.currentItem(), KEY)

    def move(self, by: int) -> None:
        """Move the current word by one row, a tag also into the next category."""
        word = self.chosen
        if word is None or not self.can_edit:
            return
        if word.is_category:
            ids = [category.id for category in self._shown.categories]
            index = ids.index(word.id) + by
            if 0 <= index < len(ids):
                self._emit_category_move(word.id, [i for i in ids if i != word.id], index)
        else:
            self._move_tag(word.id, by)

    def drop_word(self, moved: Word, target: Word | None, where: object) -> None:
        """Emit where a word shall stand that was dropped above, on or below another one."""
        if moved.is_category:
            self._drop_category(moved, target, where)
        elif target is not None and target != moved:
            self._drop_tag(moved, target, where)

    # -- Qt's events --------------------------------------------------------------------------

    def dropEvent(self, event: QDropEvent) -> None:
        """Emit the move; the tree is filled anew once it is stored."""
        item = self.itemAt(event.position().toPoint())
        moved, target = self.chosen, None if item is None else item.data(NAME, WORD)
        where = self.dropIndicatorPosition()
        event.setDropAction(Qt.DropAction.IgnoreAction)  # else Qt takes the row out itself
        event.accept()
        if moved is not None and self.can_edit:
            self.drop_word(moved, target, where)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.state() == QAbstractItemView.State.EditingState:
            super().keyPressEvent(event)  # Enter ends the typing, and Qt hands it on
            return
        alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
        if alt and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.move(1 if event.key() == Qt.Key.Key_Down else -1)
        elif event.key() == Qt.Key.Key_F2:
            self.edit_name()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.chosen is not None:
            self.opened.emit(self.chosen)
        else:
            super().keyPressEvent(event)

    # -- rows ---------------------------------------------------------------------------------

    def _make_head(self) -> None:
        head = self.header()
        head.setStretchLastSection(True)
        head.setSectionsMovable(False)
        head.setDefaultAlignment(LEFT)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        for column, width in WIDTHS.items():
            self.setColumnWidth(column, width)
        for column in COUNTED:
            self.headerItem().setTextAlignment(column, RIGHT)

    def _add_category(self, category: Category) -> None:
        tags = [tag for tag in self._shown.tags if tag.category_id == category.id]
        item = self._row(Word(category.id, is_category=True), category.name, category.key)
        item.setIcon(NAME, theme.square_icon(theme.category_colour(category.colour)))
        font = theme.font(bold=True)
        item.setFont(NAME, font)
        self.addTopLevelItem(item)
        for tag in tags:
            item.addChild(self._tag_row(tag, category))
        item.setExpanded(category.id not in self._collapsed)

    def _tag_row(self, tag: Tag, category: Category) -> QTreeWidgetItem:
        item = self._row(Word(tag.id, is_category=False), tag.name, tag.key)
        item.setIcon(NAME, theme.square_icon(theme.category_colour(tag.colour or category.colour)))
        counts = self._shown.counts.get(tag.id, {})
        for column, state in COUNTED.items():
            item.setText(column, number_text(counts.get(state, 0)))
            if not counts.get(state):
                item.setForeground(column, theme.colour("faint"))
            item.setTextAlignment(column, RIGHT)
        item.setText(ALIASES, ", ".join(self._shown.aliases.get(tag.id, ())))
        item.setText(DEFINITION, " ".join(tag.definition.split()))
        item.setToolTip(DEFINITION, tag.definition)
        if tag.retired_at is not None:
            self._grey(item)
        return item

    def _row(self, word: Word, name: str, key: str) -> QTreeWidgetItem:
        item = QTreeWidgetItem([name, key.upper()])
        item.setData(NAME, WORD, word)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
        self._items[word] = item
        return item

    def _grey(self, item: QTreeWidgetItem) -> None:
        font = theme.font()
        font.setItalic(True)
        for column in range(self.columnCount()):
            item.setForeground(column, theme.colour("faint"))
        item.setFont(NAME, font)
        item.setText(KEY, "")
        item.setText(ALIASES, self.tr("retired"))

    def _on_edited(self, item: QTreeWidgetItem, column: int) -> None:
        word = item.data(NAME, WORD)
        if column == NAME:
            self.name_edited.emit(word, item.text(NAME))
        elif column == KEY:
            self.key_edited.emit(word, item.text(KEY))

    def _on_double_click(self, item: QTreeWidgetItem, column: int) -> None:
        if column in (NAME, KEY) and self.can_edit:
            self.editItem(item, column)
        else:
            self.opened.emit(item.data(NAME, WORD))

    # -- order --------------------------------------------------------------------------------

    def _tag_ids(self, category_id: int) -> list[int]:
        return [tag.id for tag in self._shown.tags if tag.category_id == category_id]

    def _category_of(self, tag_id: int) -> int:
        return next(tag.category_id for tag in self._shown.tags if tag.id == tag_id)

    def _move_tag(self, tag_id: int, by: int) -> None:
        category_id = self._category_of(tag_id)
        ids = self._tag_ids(category_id)
        index = ids.index(tag_id) + by
        if 0 <= index < len(ids):
            rest = [other for other in ids if other != tag_id]
            before = rest[index] if index < len(rest) else 0
            self.tag_moved.emit(tag_id, category_id, before)
            return
        order = [category.id for category in self._shown.categories]
        beside = order.index(category_id) + by
        if 0 <= beside < len(order):
            others = self._tag_ids(order[beside])
            before = others[0] if by > 0 and others else 0
            self.tag_moved.emit(tag_id, order[beside], before)

    def _drop_tag(self, moved: Word, target: Word, where: object) -> None:
        if target.is_category:
            ids = [other for other in self._tag_ids(target.id) if other != moved.id]
            is_first = where == BELOW and bool(ids)
            self.tag_moved.emit(moved.id, target.id, ids[0] if is_first else 0)
            return
        category_id = self._category_of(target.id)
        ids = [other for other in self._tag_ids(category_id) if other != moved.id]
        index = ids.index(target.id) + (where == BELOW)
        self.tag_moved.emit(moved.id, category_id, ids[index] if index < len(ids) else 0)

    def _drop_category(self, moved: Word, target: Word | None, where: object) -> None:
        ids = [category.id for category in self._shown.categories if category.id != moved.id]
        if target is None:
            self._emit_category_move(moved.id, ids, len(ids))
            return
        over = target.id if target.is_category else self._category_of(target.id)
        if over != moved.id:
            is_before = target.is_category and where == ABOVE
            self._emit_category_move(moved.id, ids, ids.index(over) + (not is_before))

    def _emit_category_move(self, category_id: int, others: Sequence[int], index: int) -> None:
        self.category_moved.emit(category_id, others[index] if index < len(others) else 0)
