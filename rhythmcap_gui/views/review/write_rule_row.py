"""One row to write a rule by hand: a tag, what it does to the other, the other tag."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QCompleter, QHBoxLayout, QLabel, QPushButton, QWidget

from core.library.records import Tag
from core.library.word_rule_records import RuleKind, RuleWords
from rhythmcap_gui.views.review.rule_texts import kind_text

TAG_LETTERS = 12


class WriteRuleRow(QWidget):
    """Emits written(RuleWords)."""

    written = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._can_write = False
        self.kind = QComboBox()
        self.kind.setAccessibleName(self.tr("What the tag says of the other one"))
        for kind in RuleKind:
            self.kind.addItem(kind_text(kind), kind)
        self.add = QPushButton(self.tr("Add"))
        self.add.setAutoDefault(False)
        self.add.setToolTip(self.tr("Go by this rule from now on"))
        self.add.clicked.connect(self._write)
        self.first, self.other = (
            self._tags(self.tr("The tag")),
            self._tags(self.tr("The other tag")),
        )
        label = QLabel(self.tr("Write a rule:"))
        label.setBuddy(self.first)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for widget in (label, self.first, self.kind, self.other, self.add):
            row.addWidget(widget)
        row.addStretch()
        for combo in (self.first, self.other):
            combo.editTextChanged.connect(self._enable)
        self._enable()

    def show_tags(self, tags: Sequence[Tag], *, can_write: bool) -> None:
        """Offer the tags in use; what was typed stays."""
        self._can_write = can_write
        for combo in (self.first, self.other):
            former = combo.currentText()
            combo.clear()
            for tag in sorted(tags, key=lambda tag: tag.name.casefold()):
                combo.addItem(tag.name, tag.id)
            combo.setCurrentIndex(combo.findText(former))
            combo.setEditText(former)
        self._enable()

    def _tags(self, name: str) -> QComboBox:
        combo = QComboBox()
        combo.setEditable(True)
        combo.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        combo.setMinimumContentsLength(TAG_LETTERS)
        combo.setAccessibleName(name)
        combo.lineEdit().setPlaceholderText(self.tr("a tag"))
        combo.completer().setFilterMode(Qt.MatchFlag.MatchContains)
        combo.completer().setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        combo.lineEdit().returnPressed.connect(self._write)
        return combo

    def _words(self) -> RuleWords | None:
        ids = []
        for combo in (self.first, self.other):
            found = combo.findText(combo.currentText().strip(), Qt.MatchFlag.MatchFixedString)
            ids.append(None if found < 0 else combo.itemData(found))
        first, other = ids
        if first is None or other is None or first == other:
            return None
        return RuleWords(RuleKind(self.kind.currentData()), first, other).in_order()

    def _enable(self, *_text: object) -> None:
        self.add.setEnabled(self._can_write and self._words() is not None)

    def _write(self) -> None:
        words = self._words()
        if self._can_write and words is not None:
            self.written.emit(words)
            for combo in (self.first, self.other):
                combo.setCurrentIndex(-1)
                combo.clearEditText()
            self.first.setFocus()
