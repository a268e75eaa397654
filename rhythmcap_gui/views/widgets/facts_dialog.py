"""A dialog that says what is so and what would be done: a heading, a text, rows of facts, work."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from rhythmcap_gui.plain_text import literal
from rhythmcap_gui.views.widgets.work_dialog import WorkDialog


class FactsDialog(WorkDialog):
    """A subclass fills `heading` and `text`, makes its buttons, and calls _lay_out()."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading, self.text = QLabel(wordWrap=True), QLabel(wordWrap=True)
        self.heading.setProperty("heading", True)
        self.facts = QFormLayout()
        self.facts.setHorizontalSpacing(16)

    def _show_facts(self, facts: Iterable[tuple[str, str]]) -> None:
        """Fill the rows: what each is called, and what is so."""
        while self.facts.rowCount():
            self.facts.removeRow(0)
        for name, value in facts:
            label = QLabel(literal(value), wordWrap=True)
            label.setAccessibleName(f"{name}: {value}")
            self.facts.addRow(name, label)

    def _lay_out(self, ends: Iterable[QPushButton], others: Iterable[QPushButton] = ()) -> None:
        """Lay all out; ends: the buttons to the right, others: those to the left."""
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        column.addWidget(self.heading)
        column.addWidget(self.text)
        column.addSpacing(8)
        column.addLayout(self.facts)
        column.addStretch(1)
        column.addWidget(self.work)
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in others:
            row.addWidget(button)
        row.addStretch(1)
        for button in ends:
            row.addWidget(button)
        column.addSpacing(8)
        column.addLayout(row)

    def _make_room(self) -> None:
        """Grow to what the sentences need, before they are painted."""
        needed = self.layout().totalHeightForWidth(self.width())
        if needed > self.height():  # a layout alone would cut the sentences
            self.resize(self.width(), needed)
        self.layout().activate()
