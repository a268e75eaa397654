"""The settings' list of keys: each action with the key in force, changed by pressing another."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QKeySequenceEdit,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from rhythmcap_gui.view_data import KeyRow


class KeyTable(QWidget):
    """A key that another action or a category has already is refused, with its owner's name.

    categories: key -> name.
    """

    def __init__(
        self,
        rows: Sequence[KeyRow],
        categories: Mapping[str, str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._categories = categories
        self._rows = {row.action_id: row for row in rows if row.action_id}
        self._own = {row.action_id: row.keys[0] for row in rows if row.own}
        self._list = QTreeWidget(columnCount=2, rootIsDecorated=False)
        self._list.setHeaderLabels([self.tr("Action"), self.tr("Key")])
        self._list.setAccessibleName(self.tr("Actions and their keys"))
        self._list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self._list.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self._list.header().setStretchLastSection(False)
        self._list.header().resizeSection(1, 200)
        self._items = {}
        for row in self._rows.values():
            item = QTreeWidgetItem([row.text, self._live(row.keys)])
            self._items[row.action_id] = item
            self._list.addTopLevelItem(item)
        self._list.currentItemChanged.connect(self._show_current)
        self._edit = QKeySequenceEdit(maximumSequenceLength=1)
        self._edit.setAccessibleName(self.tr("New key"))
        self._edit.keySequenceChanged.connect(self._changed)
        self._default = QPushButton(self.tr("Default"))
        self._default.clicked.connect(self._back_to_default)
        self._message = QLabel(self.tr("Choose an action, then press its new key."), wordWrap=True)
        self._message.setProperty("dim", True)
        self._lay_out()

    def _live(self, keys: Sequence[str]) -> str:
        """Return the keys that reach their action, else which category has taken them."""
        live = [key for key in keys if key.upper() not in self._categories]
        if live or not keys:
            return _words(live)
        names = (f"“{self._categories[key.upper()]}”" for key in keys)
        return self.tr("none: taken by {categories}").format(categories=", ".join(names))

    def own_keys(self) -> dict[str, str]:
        """Return action id -> key, only where it is not the default."""
        return dict(self._own)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.addWidget(QLabel(self.tr("Key")))
        row.addWidget(self._edit, 1)
        row.addWidget(self._default)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 8)
        column.addWidget(self._list, 1)
        column.addLayout(row)
        column.addWidget(self._message)
        self._show_current()

    def _current(self) -> str | None:
        item = self._list.currentItem()
        return next((key for key, item_of_row in self._items.items() if item_of_row is item), None)

    def _show_current(self, *_items: object) -> None:
        action_id = self._current()
        self._edit.setEnabled(action_id is not None)
        self._default.setEnabled(action_id is not None)
        self._edit.blockSignals(True)
        self._edit.clear()
        self._edit.blockSignals(False)

    def _changed(self, sequence: QKeySequence) -> None:
        action_id = self._current()
        key = sequence.toString(QKeySequence.SequenceFormat.PortableText)
        if action_id is None or not key:
            return
        if category := self._categories.get(key.upper()):
            text = self.tr("{} begins the tags of the category “{}”").format(key, category)
            self._message.setText(text)
            return
        taken = self._taken_by(action_id, key)
        if taken:
            self._message.setText(self.tr("{} is the key of: {}").format(key, taken))
            return
        self._own[action_id] = key
        self._items[action_id].setText(1, _words((key,)))
        self._message.setText(self.tr("{} from now on.").format(key))

    def _back_to_default(self) -> None:
        action_id = self._current()
        if action_id is not None:
            self._own.pop(action_id, None)
            self._items[action_id].setText(1, self.tr("the default"))
            self._message.setText(self.tr("The default key from now on."))

    def _taken_by(self, action_id: str, key: str) -> str:
        for other, row in self._rows.items():
            keys = (self._own[other],) if other in self._own else row.keys
            if other != action_id and key.casefold() in {own_key.casefold() for own_key in keys}:
                return row.text
        return ""


def _words(keys: Sequence[str]) -> str:
    native = QKeySequence.SequenceFormat.NativeText
    return ", ".join(QKeySequence(key).toString(native) or key for key in keys)
