"""What the chosen words of a file become: a tag that is here, a new one, or nothing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QWidget

from core.exchange.import_records import WordChoice, WordUse
from core.folding import sort_key
from rhythmcap_gui.session import Session

LONGEST_NAME = 200
FIELD_PX, LETTERS = 120, 10


class WordTarget(QWidget):
    """Emits changed() when something was chosen; choice_for() says what a word becomes then."""

    changed = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._n_words = 0
        self._new_alike: tuple[WordChoice, ...] = ()
        self.use = QComboBox()
        self.use.setAccessibleName(self.tr("What the selected words become"))
        for use, text in (
            (WordUse.TAG, self.tr("this tag")),
            (WordUse.ALIAS, self.tr("another name of this tag")),
            (WordUse.NEW, self.tr("a new tag")),
            (WordUse.IGNORE, self.tr("nothing: leave them out")),
        ):
            self.use.addItem(text, use)
        self.tag = QComboBox()
        self.tag.setAccessibleName(self.tr("The tag"))
        self.name = QLineEdit(maxLength=LONGEST_NAME)
        self.name.setAccessibleName(self.tr("The new tag's name"))
        self.category = QComboBox(editable=True)
        self.category.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.category.lineEdit().setMaxLength(LONGEST_NAME)
        self.category.setAccessibleName(self.tr("The new tag's category"))
        self._within = QLabel(self.tr("in"))
        self.use.activated.connect(self._use_chosen)
        self.tag.activated.connect(lambda _row: self.changed.emit())
        self.name.editingFinished.connect(self._name_typed)
        self.category.activated.connect(lambda _row: self.changed.emit())
        self.category.lineEdit().editingFinished.connect(self._category_typed)
        self._former = ("", "")
        self._lay_out()

    def show_words(
        self,
        choices: Sequence[WordChoice],
        look_alikes: Sequence[int],
        categories: Sequence[str],
        new_alike: Sequence[WordChoice] = (),
    ) -> None:
        """Show what the selected words become, by the first of them.

        look_alikes: ids of tags that are offered first; new_alike: and new ones of other words of
        the file. categories: that the file names.
        """
        self._n_words = len(choices)
        self._new_alike = tuple(new_alike)
        self.setEnabled(bool(choices))
        blocked = [QSignalBlocker(box) for box in (self.use, self.tag, self.category)]
        self._fill_tags(look_alikes)
        self._fill_categories(categories)
        first = choices[0] if choices else WordChoice(WordUse.IGNORE)
        self.use.setCurrentIndex(self.use.findData(first.use))
        self.tag.setCurrentIndex(max(0, self.tag.findData(first.tag_id)))
        self.name.setText(first.name)
        self.category.setEditText(first.category or self.category.itemText(0))
        self._former = (self.name.text(), self.category.currentText())
        del blocked
        self._show_fields()

    def choice_for(self, word: str) -> WordChoice:
        """Return what a word becomes; of several new ones all keep their names."""
        use = WordUse(self.use.currentData())
        if use is WordUse.NEW:
            name = self.name.text().strip() if self._n_words == 1 else ""
            category = self.category.currentText().strip()
            return WordChoice(use, name=name or word, category=category)
        if use is WordUse.IGNORE:
            return WordChoice(use)
        tag_id = self.tag.currentData() or 0
        return WordChoice(use, tag_id) if tag_id >= 0 else self._new_alike[-1 - tag_id]

    def _fill_tags(self, look_alikes: Sequence[int]) -> None:
        self.tag.clear()
        tags = {tag.id: tag for tag in self._session.known_words().tags}
        for tag_id in look_alikes:
            if tag_id in tags:
                text = self.tr("{tag} (spelled alike)").format(tag=tags[tag_id].name)
                self.tag.addItem(text, tag_id)
        for number, choice in enumerate(self._new_alike):
            text = self.tr("{tag} (new, spelled alike)").format(tag=choice.name)
            self.tag.addItem(text, -1 - number)
        if self.tag.count():
            self.tag.insertSeparator(self.tag.count())
        for tag in sorted(tags.values(), key=lambda tag: sort_key(tag.name)):
            if tag.id not in look_alikes:
                self.tag.addItem(tag.name, tag.id)

    def _fill_categories(self, categories: Sequence[str]) -> None:
        self.category.clear()
        known = [category.name for category in self._session.known_words().categories]
        self.category.addItems(list(dict.fromkeys((*categories, *known))))

    def _use_chosen(self, *_row: int) -> None:
        self._show_fields()
        self.changed.emit()

    def _name_typed(self) -> None:
        if self.name.text() != self._former[0]:
            self._former = (self.name.text(), self._former[1])
            self.changed.emit()

    def _category_typed(self) -> None:
        if self.category.currentText() != self._former[1]:
            self._former = (self._former[0], self.category.currentText())
            self.changed.emit()

    def _show_fields(self) -> None:
        use = self.use.currentData()
        is_new = use == WordUse.NEW
        self.tag.setVisible(use in (WordUse.TAG, WordUse.ALIAS))
        self.name.setVisible(is_new and self._n_words == 1)
        for widget in (self._within, self.category):
            widget.setVisible(is_new)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for box in (self.tag, self.category):
            box.setMinimumWidth(FIELD_PX)
            box.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            box.setMinimumContentsLength(LETTERS)
        row.addWidget(self.use)
        row.addWidget(self.tag, 1)
        row.addWidget(self.name, 1)
        row.addWidget(self._within)
        row.addWidget(self.category, 1)
        row.addStretch(0)
