"""The decisions on two songs in one table, and which one stays where they differ."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from rhythmcap_gui import theme
from rhythmcap_gui.number_format import clock_text
from rhythmcap_gui.session import Session
from rhythmcap_gui.views.widgets.plain_table import LEFT, make_plain

if TYPE_CHECKING:
    from core.library.records import Conflict, State

ROW_PX = 30


class DecisionPairs(QTableWidget):
    """Word, decision on the left song, on the right one, and what stays; conflicts on top."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(0, 4, parent)
        self._session = session
        self._conflicts: tuple[Conflict, ...] = ()
        self.choices: list[QComboBox] = []
        names = (self.tr("Tag"), self.tr("Left"), self.tr("Right"), self.tr("Stays"))
        self.setHorizontalHeaderLabels(list(names))
        self.setAccessibleName(self.tr("Decisions on both songs"))
        make_plain(self, ROW_PX)
        self.setSelectionMode(QTableWidget.SelectionMode.NoSelection)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        header = self.horizontalHeader()
        header.setDefaultAlignment(LEFT)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)

    def show_pair(self, left: int, right: int, side: int) -> None:
        """Show the decisions on both songs; side: whose decisions stay until chosen otherwise."""
        library = self._session.library
        self.choices = []
        self.setRowCount(0)
        if library is None:
            return
        self._conflicts = library.annotations.conflicts(left, right)
        names = {tag.id: tag.name for tag in library.codebook.tags(include_retired=True)}
        for conflict in self._conflicts:
            self._add_conflict(conflict, names.get(conflict.tag_id, ""), side)
        mine = library.annotators.current.id
        shown = {c.tag_id for c in self._conflicts if c.start_s is None and c.annotator_id == mine}
        both = library.annotations.of_song(left), library.annotations.of_song(right)
        for tag_id in sorted((both[0].keys() | both[1].keys()) - shown):
            states = [
                decisions[tag_id].state if tag_id in decisions else None for decisions in both
            ]
            self._add(names.get(tag_id, ""), states, states[0] or states[1])

    def keep(self, side: int) -> None:
        """Let the decisions on the song whose file is kept stay, until chosen otherwise."""
        for choice in self.choices:
            choice.setCurrentIndex(side)

    def taken(self, side: int) -> tuple[Conflict, ...]:
        """Return the conflicts in which the decision on the song that is not kept stays."""
        pairs = zip(self._conflicts, self.choices, strict=True)
        return tuple(conflict for conflict, choice in pairs if choice.currentIndex() != side)

    def _add_conflict(self, conflict: Conflict, name: str, side: int) -> None:
        library = self._session.library
        if conflict.start_s is not None and conflict.end_s is not None:
            span = f"{clock_text(round(conflict.start_s))}–{clock_text(round(conflict.end_s))}"
            name = f"{name} ({span})"
        if library is not None and conflict.annotator_id != library.annotators.current.id:
            name = self.tr("{} (another ear)").format(name)
        row = self._add(name, [conflict.kept, conflict.dropped], None)
        for column in range(3):
            self.item(row, column).setForeground(theme.colour("bad"))
        self.item(row, 0).setIcon(theme.icon("warning", "bad"))
        choice = QComboBox()
        choice.setAccessibleName(self.tr("Which decision on {} stays").format(name))
        for text, state in ((self.tr("left: {}"), conflict.kept),
                            (self.tr("right: {}"), conflict.dropped)):  # fmt: skip
            choice.addItem(text.format(self._word(state)))
        choice.setCurrentIndex(side)
        self.choices.append(choice)
        self.setCellWidget(row, 3, choice)

    def _add(self, name: str, states: list[State | None], stays: State | None) -> int:
        row = self.rowCount()
        self.insertRow(row)
        for column, text in enumerate((name, *(self._word(state) for state in (*states, stays)))):
            item = QTableWidgetItem(text)
            if column in (1, 2):
                item.setForeground(theme.colour("dim"))
            self.setItem(row, column, item)
        return row

    def _word(self, state: State | None) -> str:
        words = {"yes": self.tr("✓ yes"), "no": self.tr("✕ no"), "unsure": self.tr("? unsure")}
        return words[state.value] if state is not None else ""
