"""Words that are taken for one another: a table, and whether the ear tells two of them apart."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from core.evaluation.word_pair_records import Opinion, WordPair
from core.library.abx_records import AbxTestRow
from core.library.records import Changes
from rhythmcap_gui.number_format import number_text
from rhythmcap_gui.session import Session
from rhythmcap_gui.views.codebook.abx_texts import ear_text, tests_text
from rhythmcap_gui.views.widgets.row_table import RowTable
from rhythmcap_gui.views.widgets.work_dialog import WorkDialog

SIZE, MARGIN = QSize(880, 520), QSize(20, 60)


class PairsDialog(WorkDialog):
    """test_requested(tag id, tag id): by ear."""

    test_requested = Signal(int, int)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._pairs: tuple[WordPair, ...] = ()
        self._names: dict[int, str] = {}
        self._tests: dict[frozenset[int], list[AbxTestRow]] = {}
        self.setWindowTitle(self.tr("Confused words"))
        self.resize(SIZE.boundedTo(self.screen().availableGeometry().size() - MARGIN))
        self._make_table()
        self.text, self.tested = QLabel(wordWrap=True), QLabel(wordWrap=True)
        self.text.setProperty("dim", True)
        self.tested.setTextFormat(Qt.TextFormat.PlainText)
        self.first, self.second = QComboBox(), QComboBox()
        for choice, name in ((self.first, self.tr("Word A")), (self.second, self.tr("Word B"))):
            choice.setAccessibleName(name)
            choice.setMaxVisibleItems(20)
            choice.currentIndexChanged.connect(self._on_word)
        self.test = QPushButton(self.tr("Test the ear"), autoDefault=False)
        self.test.setToolTip(self.tr("Twelve times: is X like A or like B? About two minutes"))
        self.test.clicked.connect(self._test)
        self._lay_out()
        self._read()
        session.changed.connect(self._follow)

    def show_pairs(self, pairs: Sequence[WordPair]) -> None:
        """Show what was found, and other pairs that the ear was tested on."""
        self.work.end()
        self._pairs = tuple(pairs)
        self._show_rows()
        self.text.setText(
            self.tr("Taken for one another more often than other words are, the most so first.")
            if pairs
            else self.tr(
                "No two words are taken for one another so far. It takes a second opinion: songs"
                " heard again, another annotator, or a model. Any two words can be tested below."
            )
        )
        if self.table.rows:
            self.table.setFocus()

    def say(self, text: str) -> None:
        """Say why there is no test."""
        self.tested.setText(text)
        self.tested.setVisible(True)

    def _stopped_text(self) -> str:
        return ""

    # -- making -------------------------------------------------------------------------------

    def _make_table(self) -> None:
        heads = (self.tr("Words"), self.tr("Taken for one another"), self.tr("Your ear"))
        self.table = RowTable(heads, self._cells, shares=(3, 5, 6))
        self.table.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.table.setAccessibleName(self.tr("Confused words"))
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.set_head_tip(1, self.tr(
            "Of songs with one of the words alone: second opinions that say it is the other one"
        ))  # fmt: skip
        self.table.set_head_tip(2, self.tr("What the last listening test of the two has shown"))
        self.table.selection_moved.connect(self._choose)
        self.table.activated_row.connect(self._test)

    def _lay_out(self) -> None:
        row, foot = QHBoxLayout(), QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.first, 1)
        row.addWidget(self.second, 1)
        row.addWidget(self.test)
        close = QPushButton(self.tr("Close"), autoDefault=False)
        close.clicked.connect(self.reject)
        foot.addWidget(self.tested, 1)
        foot.addStretch()
        foot.addWidget(close, 0, Qt.AlignmentFlag.AlignBottom)
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 16, 16, 12)
        box.setSpacing(8)
        box.addWidget(self.text)
        box.addWidget(self.table, 1)
        box.addStretch()
        box.addWidget(self.work)
        box.addLayout(row)
        box.addLayout(foot)

    # -- showing ------------------------------------------------------------------------------

    def _read(self) -> None:
        """Read words and tests of the library; the chosen words stay chosen."""
        library = self._session.library
        self._names = {tag.id: tag.name for tag in library.codebook.tags()}
        self._tests = {}
        for test in library.abx_tests.all():
            if test.pair <= self._names.keys():
                self._tests.setdefault(test.pair, []).append(test)
        for number, choice in enumerate((self.first, self.second)):
            chosen = choice.currentData()
            choice.blockSignals(True)
            choice.clear()
            for tag_id, name in self._names.items():
                choice.addItem(name, tag_id)
            index = choice.findData(chosen) if chosen in self._names else number
            choice.setCurrentIndex(min(index, choice.count() - 1))
            choice.blockSignals(False)
        self._on_word(0)

    def _follow(self, changes: Changes) -> None:
        """Show a new test, and words as they are called now."""
        if self._session.library is None or not (changes.tags or changes.codebook):
            return
        self._read()
        self._show_rows()

    def _show_rows(self) -> None:
        known = [one for one in self._pairs if {one.first_id, one.second_id} <= self._names.keys()]
        listed = {frozenset((one.first_id, one.second_id)) for one in known}
        others = [tests[-1] for pair, tests in self._tests.items() if pair not in listed]
        rows = [*known, *(WordPair(one.tag_id, one.other_tag_id, 0, 0, 0.0) for one in others)]
        chosen = (self.first.currentData(), self.second.currentData())
        self.table.show_rows(rows)
        self.table.setVisible(bool(rows))
        for number, row in enumerate(rows):
            if (row.first_id, row.second_id) == chosen:
                self.table.selectRow(number)

    def _cells(self, pair: WordPair) -> tuple[str, ...]:
        tests = self._tests.get(frozenset((pair.first_id, pair.second_id)))
        names = (self._names[pair.first_id], self._names[pair.second_id])
        ear = ear_text(tests[-1]) if tests else self.tr("not tested")
        return " / ".join(names), self._words(pair), ear

    def _words(self, pair: WordPair) -> str:
        if not pair.n_opinions:
            return "–"
        whole = self.tr("{n} of {of}")
        texts = {
            Opinion.AGAIN: self.tr("{n} your own"),
            Opinion.OTHERS: self.tr("{n} of others"),
            Opinion.MODEL: self.tr("{n} of the model"),
        }
        parts = [texts[opinion].replace("{n}", number_text(n)) for opinion, n in pair.by_opinion]
        for name, n in (("n", pair.n_confused), ("of", pair.n_opinions)):
            whole = whole.replace(f"{{{name}}}", number_text(n))
        return f"{whole} ({', '.join(parts)})"

    def _choose(self) -> None:
        for pair in self.table.selected():
            self.first.setCurrentIndex(self.first.findData(pair.first_id))
            self.second.setCurrentIndex(self.second.findData(pair.second_id))

    def _on_word(self, _index: int) -> None:
        pair = (self.first.currentData(), self.second.currentData())
        self.test.setEnabled(pair[0] != pair[1])
        tests = self._tests.get(frozenset(pair), [])
        text = ""
        if tests:
            codebook = self._session.library.codebook
            text = tests_text(tests, max(codebook.last_redefinition(tag_id) for tag_id in pair))
        self.tested.setText(text)
        self.tested.setVisible(bool(text))

    def _test(self, *_row: object) -> None:
        if self.test.isEnabled():
            self.test_requested.emit(self.first.currentData(), self.second.currentData())
