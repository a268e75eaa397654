"""Words that are taken for one another: a list, and whether the ear tells two of them apart."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from core.evaluation.word_pair_records import Opinion, WordPair
from rhythmcap_gui.number_format import counted
from rhythmcap_gui.session import Session
from rhythmcap_gui.views.widgets.work_dialog import WorkDialog

SIZE = (640, 440)
PAIR = Qt.ItemDataRole.UserRole


class PairsDialog(WorkDialog):
    """test_requested(tag id, tag id): by ear."""

    test_requested = Signal(int, int)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.setWindowTitle(self.tr("Confused words"))
        self.resize(*SIZE)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Confused words"))
        self.list.itemSelectionChanged.connect(self._choose)
        self.list.itemActivated.connect(lambda _item: self._test())
        self.text = QLabel(wordWrap=True)
        self.text.setProperty("dim", True)
        self.first, self.second = QComboBox(), QComboBox()
        for choice, name in ((self.first, self.tr("Word A")), (self.second, self.tr("Word B"))):
            choice.setAccessibleName(name)
            choice.setMaxVisibleItems(20)
            choice.currentIndexChanged.connect(self._on_word)
        self.test = QPushButton(self.tr("Test the ear"), autoDefault=False)
        self.test.clicked.connect(lambda _on: self._test())
        self._lay_out()
        self._fill_words()

    def show_pairs(self, pairs: Sequence[WordPair]) -> None:
        """Show what was found."""
        self.work.end()
        codebook = self._session.library.codebook
        self.list.clear()
        for pair in pairs:
            names = [codebook.tag(one).name for one in (pair.first_id, pair.second_id)]
            item = QListWidgetItem(f"{names[0]} / {names[1]}  –  {self._words(pair)}")
            item.setData(PAIR, pair)
            self.list.addItem(item)
        self.list.setVisible(bool(pairs))
        self.text.setText(
            self.tr("Taken for one another more often than other words are, the most so first.")
            if pairs
            else self.tr(
                "No two words are taken for one another so far. It takes a second opinion: songs"
                " heard again, another annotator, or a model. Any two words can be tested below."
            )
        )
        if pairs:
            self.list.setCurrentRow(0)
            self.list.setFocus()

    def say(self, text: str) -> None:
        """Say why there is no test."""
        self.text.setText(text)

    def _stopped_text(self) -> str:
        return ""

    def _words(self, pair: WordPair) -> str:
        whole = self.tr("{n} of {of:# second opinion|# second opinions}")
        texts = {
            Opinion.AGAIN: self.tr("{n} your own"),
            Opinion.OTHERS: self.tr("{n} of others"),
            Opinion.MODEL: self.tr("{n} of the model"),
        }
        parts = [texts[opinion].replace("{n}", str(n)) for opinion, n in pair.by_opinion]
        return f"{counted(whole, n=pair.n_confused, of=pair.n_opinions)} ({', '.join(parts)})"

    def _fill_words(self) -> None:
        for choice in (self.first, self.second):
            for tag in self._session.library.codebook.tags():
                choice.addItem(tag.name, tag.id)
        self.second.setCurrentIndex(min(1, self.second.count() - 1))
        self._on_word(0)

    def _choose(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            pair = item.data(PAIR)
            self.first.setCurrentIndex(self.first.findData(pair.first_id))
            self.second.setCurrentIndex(self.second.findData(pair.second_id))

    def _on_word(self, _index: int) -> None:
        self.test.setEnabled(self.first.currentData() != self.second.currentData())

    def _test(self) -> None:
        if self.test.isEnabled():
            self.test_requested.emit(self.first.currentData(), self.second.currentData())

    def _lay_out(self) -> None:
        row, foot = QHBoxLayout(), QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.first, 1)
        row.addWidget(self.second, 1)
        row.addWidget(self.test)
        close = QPushButton(self.tr("Close"), autoDefault=False)
        close.clicked.connect(self.reject)
        foot.addStretch()
        foot.addWidget(close)
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 16, 16, 12)
        box.setSpacing(8)
        box.addWidget(self.text)
        box.addWidget(self.list, 1)
        box.addWidget(self.work)
        box.addLayout(row)
        box.addLayout(foot)
