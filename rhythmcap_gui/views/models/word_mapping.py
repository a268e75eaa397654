"""The dialog that maps a model's words to my tags, with offers by spelling."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from core.folding import fold, sort_key
from core.library.records import NO_TAG, ModelRow
from rhythmcap_gui import theme
from rhythmcap_gui.number_format import counted
from rhythmcap_gui.session import Session
from rhythmcap_gui.views.models.word_offers import SURE, Offer, offers
from rhythmcap_gui.views.widgets.plain_table import LEFT, make_plain

SIZE = (620, 600)
ROW_PX = 34


class WordMappingDialog(QDialog):
    """decided({word: tag id, NO_TAG, or None for the tag of that name}) on OK: the changes only."""

    decided = Signal(object)

    def __init__(self, session: Session, model: ModelRow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("What the words of {} mean").format(model.name))
        library = session.library
        self._tags = library.codebook.tags()
        self._names = {tag.id: tag.name for tag in self._tags}
        self._mapped = library.models.mapped_tag_ids(model.words)
        self._trained = library.models.trained_tag_ids(model.id)
        self._words = model.words
        self._same_name = {word: library.models.tag_id_named(word) for word in model.words}
        self._offers = {word: offers(word, session.known_words().names) for word in model.words}
        self.choices: dict[str, QComboBox] = {}
        hint = QLabel(
            self.tr("A word that stands for one of your tags counts as its suggestion, and for "
                    "predicted:TAG in the search line. This holds for every model that did not "
                    "learn the word from you."),
            wordWrap=True,
        )  # fmt: skip
        hint.setProperty("dim", True)
        self.filter = QLineEdit(placeholderText=self.tr("Filter"), clearButtonEnabled=True)
        self.filter.setAccessibleName(self.tr("Filter the words"))
        self.filter.textChanged.connect(self._apply_filter)
        self.open_only = QCheckBox(self.tr("Only words without a meaning"))
        self.open_only.toggled.connect(self._apply_filter)
        self.take = QPushButton(self.tr("Take the clear ones"), autoDefault=False)
        self.take.setToolTip(self.tr("Set each open word to the tag that is spelled like it"))
        self.take.clicked.connect(self.take_offers)
        self.table = self._make_table()
        self.remark = QLabel(wordWrap=True)
        self.remark.setProperty("caption", True)
        self._lay_out(hint)
        self._show_remark()
        self.resize(*SIZE)

    def changes(self) -> dict[str, int | None]:
        """Return the words whose meaning was changed in the dialog, with the new one."""
        chosen = {word: choice.currentData() for word, choice in self.choices.items()}
        return {word: tag for word, tag in chosen.items() if tag != self._mapped.get(word)}

    def take_offers(self) -> None:
        """Set open words to a tag that is spelled alike, unless the model has learned that tag."""
        for word, choice in self.choices.items():
            if choice.currentData() is None and self._same_name[word] is None:
                best = self._best(word)
                if best is not None and best.tag.id not in self._trained:
                    choice.setCurrentIndex(choice.findData(best.tag.id))

    def _best(self, word: str) -> Offer | None:
        """The offer that needs no second look; None where there is none."""
        return next((offer for offer in self._offers[word] if offer.likeness >= SURE), None)

    def accept(self) -> None:
        """Emit the changes, and close."""
        self.decided.emit(self.changes())
        super().accept()

    def _make_table(self) -> QTableWidget:
        table = QTableWidget(len(self._words), 2)
        table.setHorizontalHeaderLabels([self.tr("The model's word"), self.tr("stands for my tag")])
        table.setAccessibleName(self.tr("The model's words and my tags"))
        make_plain(table, ROW_PX)
        table.setSelectionMode(QTableWidget.SelectionMode.NoSelection)
        table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        table.horizontalHeader().setDefaultAlignment(LEFT)
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        for row, word in enumerate(self._words):
            table.setItem(row, 0, QTableWidgetItem(word))
            tag_id = self._trained[row]
            if tag_id is not None:
                item = QTableWidgetItem(self._names.get(tag_id, ""))
                item.setForeground(theme.colour("good"))
                item.setIcon(theme.icon("check", "good"))
                item.setToolTip(self.tr("The model has learned this tag from your decisions"))
                table.setItem(row, 1, item)
            else:
                table.setCellWidget(row, 1, self._choice(word))
        return table

    def _choice(self, word: str) -> QComboBox:
        box = _TagBox()
        box.setAccessibleName(self.tr("What {} means").format(word))
        same_name = self._same_name[word]
        if same_name is not None:
            text = self.tr("{} (the same word)").format(self._names.get(same_name, word))
            box.addItem(theme.icon("check", "good"), text, None)
        box.addItem(self.tr("none of my tags"), None if same_name is None else NO_TAG)
        near = [offer for offer in self._offers[word] if offer.tag.id != same_name]
        for offer in near:
            box.addItem(self.tr("{} (spelled alike)").format(offer.tag.name), offer.tag.id)
        if near:
            box.insertSeparator(box.count())
        known = {same_name, *(offer.tag.id for offer in near)}
        for tag in sorted(self._tags, key=lambda tag: sort_key(tag.name)):
            if tag.id not in known:
                box.addItem(tag.name, tag.id)
        mapped = self._mapped.get(word)
        if mapped is not None:
            box.setCurrentIndex(max(0, box.findData(mapped)))
        box.currentIndexChanged.connect(self._show_remark)
        self.choices[word] = box
        return box

    def _lay_out(self, hint: QLabel) -> None:
        tools = QHBoxLayout()
        tools.addWidget(self.filter, 1)
        tools.addWidget(self.open_only)
        tools.addWidget(self.take)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(hint)
        column.addLayout(tools)
        column.addWidget(self.table, 1)
        column.addWidget(self.remark)
        column.addWidget(buttons)

    def _meanings(self) -> list[int | None]:
        """The tag id that each word means as the dialog is now."""
        return [self._meaning_of(row, word) for row, word in enumerate(self._words)]

    def _meaning_of(self, row: int, word: str) -> int | None:
        if self._trained[row] is not None:
            return self._trained[row]
        chosen = self.choices[word].currentData()
        meant = self._same_name[word] if chosen is None else chosen or None
        return None if meant in self._trained else meant

    def _show_remark(self, *_index: object) -> None:
        meanings = self._meanings()
        n_mapped = sum(tag is not None for tag in meanings)
        text = self.tr("{} of {:# word stands|# words stand} for a tag.")
        text = counted(text, n_mapped, len(meanings))
        for row, tag in enumerate(meanings):
            first = meanings.index(tag)
            if tag is not None and first != row:
                twice = self.tr("“{}” and “{}” both stand for {}: the higher score counts.")
                names = (self._words[first], self._words[row], self._names.get(tag, ""))
                text = f"{text} {twice.format(*names)}"
                break
        self.remark.setText(text)

    def _apply_filter(self, *_change: object) -> None:
        text = fold(self.filter.text())
        meanings = self._meanings()
        for row, word in enumerate(self._words):
            done = self.open_only.isChecked() and meanings[row] is not None
            self.table.setRowHidden(row, text not in fold(word) or done)


class _TagBox(QComboBox):
    """A combo box that leaves the wheel to the table: scrolling changes no meaning."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
