"""The Models dock: the shelf of models, which one is in use, and the way back to an older one."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QMessageBox,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from core.library.records import ModelRow
from rhythmcap_gui import theme
from rhythmcap_gui.session import Session
from rhythmcap_gui.views.score_words import score_text

ID = Qt.ItemDataRole.UserRole


class ModelsView(QWidget):
    """Versions as a tree: each model under the one it learned from. A name is edited in place."""

    use_wanted = Signal(int)
    rename_wanted = Signal(int, str)
    remove_wanted = Signal(int)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._filling = False
        self.tree = self._make_tree()
        self.use = QPushButton(self.tr("Use"))
        self.use.setToolTip(self.tr("Predict with this model from now on"))
        self.rename = QPushButton(self.tr("Rename"))
        self.remove = QPushButton(self.tr("Remove…"))
        self.use.clicked.connect(lambda: self.use_wanted.emit(self._current()))
        self.rename.clicked.connect(lambda: self.tree.editItem(self.tree.currentItem(), 0))
        self.remove.clicked.connect(self._ask_remove)
        buttons = QVBoxLayout()
        for button in (self.use, self.rename, self.remove):
            buttons.addWidget(button)
        buttons.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(12)
        row.addWidget(self.tree, 1)
        row.addLayout(buttons)
        session.model_changed.connect(self._show_active)
        session.library_changed.connect(self._fill)
        session.changed.connect(lambda changes: changes.models and self._fill())
        theme.notifier().theme_changed.connect(self._fill)
        self._fill()

    def _make_tree(self) -> QTreeWidget:
        tree = QTreeWidget(columnCount=6)
        tree.setHeaderLabels([
            self.tr("Model"), self.tr("Architecture"), self.tr("Tags"), self.tr("WAUC"),
            self.tr("Held-out songs"), self.tr("Made"),
        ])  # fmt: skip
        tree.setAccessibleName(self.tr("Models"))
        tree.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        tree.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        tree.header().setStretchLastSection(False)
        tree.currentItemChanged.connect(self._show_buttons)
        tree.itemChanged.connect(self._renamed)
        tree.itemDoubleClicked.connect(lambda item: self.use_wanted.emit(item.data(0, ID)))
        return tree

    def _fill(self, *_change: object) -> None:
        library = self._session.library
        self._filling = True
        kept = self._current()
        self.tree.clear()
        items: dict[int, QTreeWidgetItem] = {}
        for row in sorted(library.models.list() if library else [], key=lambda each: each.id):
            above = items.get(row.parent_id or 0)
            item = QTreeWidgetItem(above or self.tree, _cells(row))
            item.setData(0, ID, row.id)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
            item.setFont(0, theme.font(bold=row.active))
            item.setIcon(0, theme.icon("check" if row.active else "learn",
                                       "good" if row.active else "dim"))  # fmt: skip
            for column in range(1, 6):
                item.setForeground(column, theme.colour("dim"))
            items[row.id] = item
        self.tree.expandAll()
        active = self._session.model.id if self._session.model else 0
        if (chosen := items.get(kept) or items.get(active)) is not None:
            self.tree.setCurrentItem(chosen)
        self._filling = False
        self._show_buttons()

    def _show_active(self, *_model: object) -> None:
        self.tree.setCurrentItem(None)
        self._fill()

    def _current(self) -> int:
        item = self.tree.currentItem()
        return int(item.data(0, ID) or 0) if item is not None else 0

    def _show_buttons(self, *_items: object) -> None:
        current = self._current()
        active = self._session.model is not None and self._session.model.id == current
        self.use.setEnabled(bool(current) and not active)
        self.rename.setEnabled(bool(current))
        self.remove.setEnabled(bool(current) and not active)

    def _renamed(self, item: QTreeWidgetItem, column: int) -> None:
        if not self._filling and column == 0:
            self.rename_wanted.emit(item.data(0, ID), item.text(0))

    def _ask_remove(self) -> None:
        name, model_id = self.tree.currentItem().text(0), self._current()
        box = QMessageBox(
            QMessageBox.Icon.Question,
            self.tr("Remove a model"),
            self.tr("Remove {}? Its predictions go, too; your tags stay.").format(name),
            QMessageBox.StandardButton.Cancel,
            self,
        )
        yes = box.addButton(self.tr("Remove"), QMessageBox.ButtonRole.DestructiveRole)
        yes.clicked.connect(lambda: self.remove_wanted.emit(model_id))
        box.open()


def _cells(row: ModelRow) -> list[str]:
    wauc, held_out = row.metrics.get("wauc"), row.metrics.get("n_held_out")
    return [
        row.name,
        row.architecture,
        str(len(row.words)),
        "–" if wauc is None else score_text(wauc),
        str(held_out or "–"),
        row.created_at[:16].replace("T", " "),
    ]
