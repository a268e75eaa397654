"""What a model's foreign words mean here: each word, the tag it stands for, offers by spelling."""

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

from core.library.model_rows import NO_TAG
from core.library.records import ModelRow
from core.library.text import name_key
from rhythmcap_gui import theme
from rhythmcap_gui.session import Session
from rhythmcap_gui.views.models.word_offers import SURE, Offer, offers

SIZE = (620, 600)
ROW_PX = 34


class WordMapping(QDialog):
    """decided({word: tag id, NO_TAG, or None for the tag of that name}) on OK: the changes only."""

    decided = Signal(object)

    def __init__(self, session: Session, model: ModelRow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("What the words of {} mean").format(model.name))
        library = session.library
        self._tags = library.codebook.tags()
        self._names = {tag.id: tag.name for tag in self._tags}
        self._said = library.models.word_mappings()
        self._taught = library.models.trained_tag_ids(model.id)
        self._words = model.words
        self._spelled = {word: library.models.tag_id_named(word) for word in model.words}
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
        self._remark()
        self.resize(*SIZE)

    def changes(self) -> dict[str, int | None]:
        """The words whose meaning was changed here."""
        found = {}
        for word, choice in self.choices.items():
            chosen = choice.currentData()
            if chosen != self._said.get(name_key(word)):
                found[word] = chosen
        return found

    def take_offers(self) -> None:
        """Set open words to a tag that is spelled alike, unless the model has learned that tag."""
        for word, choice in self.choices.items():
            if choice.currentData() is None and self._spelled[word] is None:
                best = self._best(word)
                if best is not None and best.tag.id not in self._taught:
                    choice.setCurrentIndex(choice.findData(best.tag.id))

    def _best(self, word: str) -> Offer | None:
        """The offer that can be taken unseen."""
        return next((each for each in self._offers[word] if each.likeness >= SURE), None)

    def accept(self) -> None:
        """Hand out the changes, and close."""
        self.decided.emit(self.changes())
        super().accept()

    def _make_table(self) -> QTableWidget:
        made = QTableWidget(len(self._words), 2)
        made.setHorizontalHeaderLabels([self.tr("The model's word"), self.tr("stands for my tag")])
        made.setAccessibleName(self.tr("The model's words and my tags"))
        made.setShowGrid(False)
        made.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        made.setSelectionMode(QTableWidget.SelectionMode.NoSelection)
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        made.verticalHeader().hide()
        made.verticalHeader().setDefaultSectionSize(ROW_PX)
        made.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        made.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        for row, word in enumerate(self._words):
            made.setItem(row, 0, QTableWidgetItem(word))
            learned = self._taught[row]
            if learned is not None:
                same = QTableWidgetItem(self._names.get(learned, ""))
                same.setForeground(theme.colour("good"))
                same.setIcon(theme.icon("check", "good"))
                same.setToolTip(self.tr("The model has learned this tag from your decisions"))
                made.setItem(row, 1, same)
            else:
                made.setCellWidget(row, 1, self._choice(word))
        return made

    def _choice(self, word: str) -> QComboBox:
        made = _Choice()
        made.setAccessibleName(self.tr("What {} means").format(word))
        spelled = self._spelled[word]
        if spelled is not None:
            same = self.tr("{} (the same word)").format(self._names.get(spelled, word))
            made.addItem(theme.icon("check", "good"), same, None)
        made.addItem(self.tr("none of my tags"), None if spelled is None else NO_TAG)
        near = [each for each in self._offers[word] if each.tag.id != spelled]
        for offer in near:
            made.addItem(self.tr("{} (spelled alike)").format(offer.tag.name), offer.tag.id)
        if near:
            made.insertSeparator(made.count())
        known = {spelled, *(offer.tag.id for offer in near)}
        for tag in sorted(self._tags, key=lambda each: each.name.casefold()):
            if tag.id not in known:
                made.addItem(tag.name, tag.id)
        said = self._said.get(name_key(word))
        if said is not None:
            made.setCurrentIndex(max(0, made.findData(said)))
        made.currentIndexChanged.connect(self._remark)
        self.choices[word] = made
        return made

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

    def _standing(self) -> list[int | None]:
        """The tag each word stands for as the dialog is now."""
        return [self._stands_for(row, word) for row, word in enumerate(self._words)]

    def _stands_for(self, row: int, word: str) -> int | None:
        if self._taught[row] is not None:
            return self._taught[row]
        chosen = self.choices[word].currentData()
        meant = self._spelled[word] if chosen is None else chosen or None
        return None if meant in self._taught else meant

    def _remark(self, *_index: object) -> None:
        standing = self._standing()
        counted = sum(tag is not None for tag in standing)
        text = self.tr("{} of {} words stand for a tag.").format(counted, len(standing))
        for row, tag in enumerate(standing):
            first = standing.index(tag)
            if tag is not None and first != row:
                twice = self.tr("“{}” and “{}” both stand for {}: the higher score counts.")
                names = (self._words[first], self._words[row], self._names.get(tag, ""))
                text = f"{text} {twice.format(*names)}"
                break
        self.remark.setText(text)

    def _apply_filter(self, *_change: object) -> None:
        text = self.filter.text().casefold()
        standing = self._standing()
        for row, word in enumerate(self._words):
            done = self.open_only.isChecked() and standing[row] is not None
            self.table.setRowHidden(row, text not in word.casefold() or done)


class _Choice(QComboBox):
    """The wheel scrolls the table, it does not change what a word means."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
