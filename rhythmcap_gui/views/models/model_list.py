"""The Models dock: every model of the library, the one in use, what can be done with each."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QMenu,
    QMessageBox,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from core.library.records import ModelRow
from rhythmcap_gui import glossary, key_names, theme
from rhythmcap_gui.number_format import bytes_text, moment_text
from rhythmcap_gui.session import Session
from rhythmcap_gui.views.models.model_format import data_text, title_of
from rhythmcap_gui.views.models.model_offer import ModelOfferBar
from rhythmcap_gui.views.widgets.flow_layout import FlowLayout
from rhythmcap_gui.views.widgets.measured_text import basis_text, pairs_text
from rhythmcap_gui.views.widgets.plain_table import RIGHT

ID = Qt.ItemDataRole.UserRole
WIDTHS = {0: 190, 1: 104, 2: 150, 3: 64, 4: 80, 5: 124, 6: 140}  # px
PAIRS = 5  # column
FITTED = (4, PAIRS, 6)  # figures and dates, never cut


class ModelList(QWidget):
    """Versions as a tree: each model under the one it learned from. A name is edited in place."""

    use_requested = Signal(int)
    rename_requested = Signal(int, str)
    remove_requested = Signal(int)
    card_requested = Signal(int)
    result_requested = Signal(int)
    inside_requested = Signal(int)
    compare_requested = Signal(tuple)  # model ids, two or more
    export_requested = Signal(int)
    words_requested = Signal(int)
    get_requested = Signal()
    import_requested = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._filling = False
        self.tree = self._make_tree()
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(8)
        self._make_buttons()
        self.offer_bar = ModelOfferBar(can_dismiss=False)
        column.addWidget(self.offer_bar)
        column.addLayout(self._button_row())
        column.addWidget(self.tree, 1)
        session.model_changed.connect(self._show_active)
        session.library_changed.connect(self._fill)
        session.changed.connect(lambda changes: changes.models and self._fill())
        theme.notifier().theme_changed.connect(self._fill)
        self._fill()

    def chosen(self) -> tuple[int, ...]:
        """Return the ids of the selected models, in the order of the tree."""
        return tuple(int(item.data(0, ID)) for item in self._items() if item.isSelected())

    def _make_buttons(self) -> None:
        def button(text: str, tip: str, call: object) -> QPushButton:
            button = QPushButton(text)
            button.setToolTip(tip)
            button.clicked.connect(call)
            return button

        self.use = button(self.tr("Use"), self.tr("Predict with this model from now on"),
                          lambda: self.use_requested.emit(self._current()))  # fmt: skip
        self.result = button(self.tr("Result…"),
                             self.tr("How well it does, tag by tag, and on which songs"),
                             lambda: self.result_requested.emit(self._current()))  # fmt: skip
        self.card = button(self.tr("Card…"), self.tr("All that is known of this model"),
                           lambda: self.card_requested.emit(self._current()))  # fmt: skip
        self.inside = button(self.tr("Look inside…"),
                             self.tr("Its filters as pictures, and how many of them it needs"),
                             lambda: self.inside_requested.emit(self._current()))  # fmt: skip
        self.compare = button(
            self.tr("Compare…"),
            self.tr("The marked models (Ctrl+click) on the same songs; one alone is compared with "
                    "the model in use"),
            lambda: self.compare_requested.emit(self._to_compare()),
        )  # fmt: skip
        self.words = button(self.tr("Words…"), self.tr("What this model's words mean in mine"),
                            lambda: self.words_requested.emit(self._current()))  # fmt: skip
        self.rename = button(self.tr("Rename"), "",
                             lambda: self.tree.editItem(self.tree.currentItem(), 0))  # fmt: skip
        key_names.tip(self.rename, "edit.rename", self.tr("Give this model another name"))
        self.export = button(self.tr("Export…"), self.tr("As a zip for a colleague, or as ONNX"),
                             lambda: self.export_requested.emit(self._current()))  # fmt: skip
        self.remove = button(self.tr("Remove…"), self.tr("Remove the model with its file"),
                             self._confirm_remove)  # fmt: skip
        self.import_file = button(
            self.tr("Import…"),
            self.tr("A model from a file or a colleague's zip"),
            self.import_requested,
        )
        self.get = button(self.tr("Get a model…"),
                          self.tr("Download one that was trained on real music"),
                          self.get_requested)  # fmt: skip

    def _button_row(self) -> FlowLayout:
        row = FlowLayout()
        for button in (self.use, self.result, self.card, self.inside, self.compare, self.words,
                       self.rename, self.export, self.remove):  # fmt: skip
            row.addWidget(button)
        row.addWidget(self.import_file)
        row.addWidget(self.get)
        return row

    def _make_tree(self) -> QTreeWidget:
        tree = QTreeWidget(columnCount=7)
        tree.setHeaderLabels([
            self.tr("Model"), self.tr("Network"), self.tr("Learned from"), self.tr("Words"),
            self.tr("Size"), self.tr("Pairs right"), self.tr("Made"),
        ])  # fmt: skip
        tip = self.tr("On songs kept aside for testing; a dash where it was not tested: see its "
                      "result")  # fmt: skip
        tree.headerItem().setToolTip(PAIRS, f"{tip}\n{glossary.hint('pairs')}")
        for column in (3, 4):
            tree.headerItem().setTextAlignment(column, RIGHT)
        tree.setAccessibleName(self.tr("Models"))
        tree.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        tree.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)  # renaming is an action
        tree.header().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        for column, width in WIDTHS.items():
            tree.header().resizeSection(column, width)
        tree.header().setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        tree.header().setTextElideMode(Qt.TextElideMode.ElideRight)
        tree.header().setStretchLastSection(False)
        tree.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        tree.customContextMenuRequested.connect(self._show_menu)
        tree.itemSelectionChanged.connect(self._show_buttons)
        tree.itemChanged.connect(self._renamed)
        tree.itemDoubleClicked.connect(lambda item: self.card_requested.emit(item.data(0, ID)))
        return tree

    def _fill(self, *_change: object) -> None:
        library = self._session.library
        self._filling = True
        kept = self.chosen()
        self.tree.clear()
        items: dict[int, QTreeWidgetItem] = {}
        for row in sorted(library.models.list() if library else [], key=lambda row: row.id):
            item = QTreeWidgetItem(items.get(row.parent_id or 0) or self.tree, self._texts(row))
            self._format(item, row)
            items[row.id] = item
        self.tree.expandAll()
        for column in FITTED:
            self.tree.resizeColumnToContents(column)
            width = max(WIDTHS[column], self.tree.columnWidth(column))
            self.tree.header().resizeSection(column, width)
        active = self._session.model.id if self._session.model else 0
        for model_id in [model_id for model_id in kept if model_id in items] or [active]:
            if model_id in items:
                self.tree.setCurrentItem(items[model_id])
                items[model_id].setSelected(True)
        self._filling = False
        self._show_buttons()

    def _texts(self, row: ModelRow) -> list[str]:
        n_bytes, learned_from = self._session.model_file_bytes(row), data_text(row)
        if self._session.is_recommended(row):
            learned_from = self.tr("{} · recommended to learn from").format(learned_from)
        return [
            row.name, title_of(row.architecture, self._session.architectures), learned_from,
            str(len(row.words)),
            self.tr("file missing") if n_bytes is None else bytes_text(n_bytes),
            pairs_text(row), moment_text(row.created_at),
        ]  # fmt: skip

    def _format(self, item: QTreeWidgetItem, row: ModelRow) -> None:
        item.setData(0, ID, row.id)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
        item.setFont(0, theme.font(bold=row.active))
        icon, token = ("check", "good") if row.active else ("learn", "dim")
        item.setIcon(0, theme.icon(icon, token))
        item.setToolTip(0, self.tr("In use") if row.active else "")
        for column in range(1, 7):
            item.setForeground(column, theme.colour("dim"))
            item.setFont(column, theme.font(figures=True))
            item.setToolTip(column, basis_text(row) if column == PAIRS else item.text(column))
        for column in (3, 4):
            item.setTextAlignment(column, RIGHT)

    def _show_active(self, *_model: object) -> None:
        self.tree.clearSelection()
        self._fill()

    def _items(self) -> list[QTreeWidgetItem]:
        items: list[QTreeWidgetItem] = []
        waiting = [self.tree.topLevelItem(row) for row in range(self.tree.topLevelItemCount())]
        while waiting:
            item = waiting.pop(0)
            items.append(item)
            waiting[:0] = [item.child(row) for row in range(item.childCount())]
        return items

    def _current(self) -> int:
        chosen = self.chosen()
        return chosen[0] if len(chosen) == 1 else 0

    def _to_compare(self) -> tuple[int, ...]:
        chosen, active = self.chosen(), self._session.model
        if len(chosen) == 1 and active is not None and active.id not in chosen:
            return (active.id, *chosen)
        return chosen

    def _show_buttons(self) -> None:
        one = bool(self._current())
        active = self._session.model is not None and self._session.model.id == self._current()
        knows_words = one and self._knows_words(self._current())
        self.use.setEnabled(knows_words and not active)
        self.use.setToolTip(
            self.tr("Predict with this model from now on")
            if knows_words or not one
            else self.tr("It knows no words yet: start from it under Learn")
        )
        self.words.setEnabled(knows_words)
        self.result.setEnabled(knows_words)
        for button in (self.card, self.inside, self.rename, self.export):
            button.setEnabled(one)
        self.remove.setEnabled(one and not active)
        to_compare = self._to_compare()
        self.compare.setEnabled(len(to_compare) > 1 and all(map(self._knows_words, to_compare)))
        for button in (self.import_file, self.get):
            button.setEnabled(self._session.library is not None)

    def _knows_words(self, model_id: int) -> bool:
        library = self._session.library
        row = library.models.get(model_id) if library is not None else None
        return row is not None and bool(row.words)

    def _show_menu(self, at: QPoint) -> None:
        menu = QMenu(self)
        for button in (self.use, self.result, self.card, self.inside, self.compare, self.words,
                       self.rename, self.export, self.remove):  # fmt: skip
            action = menu.addAction(button.text())
            action.setEnabled(button.isEnabled())
            action.triggered.connect(button.click)
        menu.popup(self.tree.viewport().mapToGlobal(at))

    def _renamed(self, item: QTreeWidgetItem, column: int) -> None:
        if not self._filling and column == 0:
            self.rename_requested.emit(item.data(0, ID), item.text(0))

    def _confirm_remove(self) -> None:
        name, model_id = self.tree.currentItem().text(0), self._current()
        box = QMessageBox(
            QMessageBox.Icon.Question,
            self.tr("Remove a model"),
            self.tr("Remove {}? Its file and its predictions go, too; your tags stay.").format(
                name
            ),
            QMessageBox.StandardButton.Cancel,
            self,
        )
        yes = box.addButton(self.tr("Remove"), QMessageBox.ButtonRole.DestructiveRole)
        yes.clicked.connect(lambda: self.remove_requested.emit(model_id))
        box.finished.connect(box.deleteLater)
        box.open()
