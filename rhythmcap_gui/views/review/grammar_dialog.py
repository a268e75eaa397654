"""The word grammar: which words go together in the decisions, and what is made of that.

It shows rules and emits what is wanted with them; finding and storing them is operations' business.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from core.grammar.grammar_records import Grammar, GrammarRule
from core.library.word_rule_records import RuleState, WordRule
from rhythmcap_gui.number_format import number_text
from rhythmcap_gui.session import Session
from rhythmcap_gui.views.review.rule_texts import (
    kind_text,
    rule_tip,
    share_text,
    state_text,
    summary_text,
    support_text,
)
from rhythmcap_gui.views.review.write_rule_row import WriteRuleRow
from rhythmcap_gui.views.widgets.flow_layout import FlowLayout
from rhythmcap_gui.views.widgets.row_table import RowTable
from rhythmcap_gui.views.widgets.work_dialog import WorkDialog

SIZE, MARGIN = QSize(1080, 620), QSize(20, 60)
STATE = 6  # the column of what was decided on a rule
OPEN, ACCEPTED, DISMISSED, ALL = "open", "accepted", "dismissed", "all"


class GrammarDialog(WorkDialog):
    """Stands beside the window. All signals but the last carry a RuleWords.

    listed: its exceptions are to be listed; apply_requested(): accepted rules, to many songs.
    """

    accepted_rule = Signal(object)
    dismissed_rule = Signal(object)
    written = Signal(object)
    taken_back = Signal(object)
    listed = Signal(object)
    apply_requested = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._grammar = session, Grammar()
        self._names: dict[int, str] = {}
        self.setWindowTitle(self.tr("Word grammar"))
        self.setModal(False)
        self.summary = QLabel(wordWrap=True)
        self.summary.setProperty("heading", True)
        self.caption = QLabel(
            self.tr("Accepted rules warn you and offer tags as you judge. They decide nothing."),
            wordWrap=True,
        )  # fmt: skip
        self.caption.setProperty("caption", True)
        self.empty = QLabel(wordWrap=True, alignment=Qt.AlignmentFlag.AlignCenter)
        self.empty.setProperty("dim", True)
        self.shown = QComboBox()
        self.shown.setAccessibleName(self.tr("Which rules are listed"))
        self.shown.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.shown.currentIndexChanged.connect(self._list)
        self._make_table()
        self.writing = WriteRuleRow()
        self.writing.written.connect(self.written)
        self._lay_out()
        self._fill_choice()
        room = self.screen().availableGeometry().size() - MARGIN
        self.resize(SIZE.boundedTo(room))
        self._refresh()

    def show_grammar(self, grammar: Grammar) -> None:
        """Show what was found; the chosen rule stays chosen."""
        self.work.end()
        self._grammar = grammar
        library = self._session.library
        tags = library.codebook.tags() if library is not None else []
        self._names = {tag.id: tag.name for tag in tags}
        can_write = library is not None and not library.read_only
        self.writing.show_tags(tags, can_write=can_write)
        self.summary.setText(summary_text(grammar))
        self._fill_choice()
        self._list()

    def restate(self, stored: Sequence[WordRule]) -> None:
        """Show at once what was decided on rules; their figures stay."""
        decided = {rule.words.in_order(): rule for rule in stored}
        known = [replace(rule, stored=decided.get(rule.words)) for rule in self._grammar.rules]
        kept = [rule for rule in known if rule.is_found or rule.stored is not None]
        words = {rule.words for rule in kept}
        new = [GrammarRule(one, stored=rule) for one, rule in decided.items() if one not in words]
        self._grammar = replace(self._grammar, rules=(*kept, *new))
        self._fill_choice()
        self._list()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _stopped_text(self) -> str:
        return ""

    def _make_table(self) -> None:
        heads = (
            self.tr("Tag"), self.tr("Rule"), self.tr("Other tag"), self.tr("Support"),
            self.tr("Share (95 %)"), self.tr("Exceptions"), self.tr("State"),
        )  # fmt: skip
        self.table = RowTable(
            heads, self._cells, shares=(4, 3, 4, 7, 0, 0, 5),
            more_of=lambda rule: rule_tip(rule, self._names),
        )  # fmt: skip
        self.table.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.table.setAccessibleName(self.tr("Rules between tags"))
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.table.set_head_tip(3, self.tr("Songs that follow it, of those that it speaks of"))
        self.table.set_head_tip(4, self.tr("How many follow it, with the 95 % range (Wilson)"))
        self.table.set_head_tip(5, self.tr("Songs that break it: Enter lists them"))
        self.table.activated_row.connect(self._list_exceptions)
        self.table.selection_moved.connect(self._refresh)

    def _cells(self, rule: GrammarRule) -> tuple[str, ...]:
        names = self._names
        return (
            names.get(rule.words.tag_id, ""), kind_text(rule.kind),
            names.get(rule.words.other_tag_id, ""), support_text(rule, names), share_text(rule),
            number_text(rule.figures.n_exceptions) if rule.figures.n_exceptions else "–",
            state_text(rule),
        )  # fmt: skip

    def _lay_out(self) -> None:
        self.accept_button = self._button(self.tr("Accept"), lambda: self._emit(self.accepted_rule))
        self.dismiss = self._button(self.tr("Dismiss"), lambda: self._emit(self.dismissed_rule))
        self.back = self._button(self.tr("Take back"), lambda: self._emit(self.taken_back))
        self.back.setToolTip(self.tr("Forget what was decided on it, or that it was written"))
        self.exceptions = self._button(self.tr("List the exceptions"), self._list_chosen)
        self.exceptions.setToolTip(self.tr("The songs that break it, in the song list, to hear"))
        self.apply = self._button(self.tr("Apply to songs…"), self.apply_requested.emit)
        self.apply.setToolTip(
            self.tr("What accepted rules imply for the selected songs, or all of the list; you see"
                    " it first")
        )  # fmt: skip
        self.close_button = self._button(self.tr("Close"), self.close)
        head = QHBoxLayout()
        head.addWidget(self.summary, 1)
        head.addWidget(self.shown, 0, Qt.AlignmentFlag.AlignTop)
        chosen = FlowLayout()
        for button in (self.accept_button, self.dismiss, self.back, self.exceptions, self.apply):
            chosen.addWidget(button)
        buttons = QHBoxLayout()
        buttons.addLayout(chosen, 1)
        buttons.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignBottom)
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 16, 16, 16)
        box.setSpacing(8)
        box.addLayout(head)
        for widget in (self.caption, self.work):
            box.addWidget(widget)
        box.addWidget(self.table, 1)
        box.addWidget(self.empty, 1)
        box.addWidget(self.writing)
        box.addLayout(buttons)

    def _button(self, text: str, call: object) -> QPushButton:
        button = QPushButton(text)
        button.setAutoDefault(False)
        button.clicked.connect(call)
        return button

    def _fill_choice(self) -> None:
        """Write how many rules there are of every state; the choice stays."""
        chosen = self.shown.currentData() or OPEN
        texts = {
            OPEN: self.tr("To decide on ({})"), ACCEPTED: self.tr("Accepted ({})"),
            DISMISSED: self.tr("Dismissed ({})"), ALL: self.tr("All ({})"),
        }  # fmt: skip
        self.shown.blockSignals(True)
        self.shown.clear()
        for key, text in texts.items():
            self.shown.addItem(text.format(number_text(len(self._rules_of(key)))), key)
        self.shown.setCurrentIndex(self.shown.findData(chosen))
        self.shown.blockSignals(False)

    def _rules_of(self, key: str) -> list[GrammarRule]:
        states = {OPEN: None, ACCEPTED: RuleState.ACCEPTED, DISMISSED: RuleState.DISMISSED}
        rules = self._grammar.rules
        return [rule for rule in rules if key == ALL or rule.state is states[key]]

    def _list(self, *_change: object) -> None:
        """List the rules of the chosen state; the row that was current stays about where it was."""
        row = self.table.currentIndex().row()
        rules = self._rules_of(self.shown.currentData() or OPEN)
        self.table.show_rows(rules)
        self.table.hide_empty(STATE)
        if rules:
            self.table.selectRow(min(max(row, 0), len(rules) - 1))
        self.table.setVisible(bool(rules))
        self.empty.setVisible(not rules and not self.work.running)
        self.empty.setText(self._empty_text())
        self._refresh()

    def _empty_text(self) -> str:
        chosen, rules = self.shown.currentData(), self._grammar.rules
        if not rules or (chosen == OPEN and not any(rule.is_found for rule in rules)):
            return self.tr("Judge more songs, with yes and with no, or write a rule yourself.")
        texts = {
            OPEN: self.tr("All rules that were found are decided on."),
            ACCEPTED: self.tr("No rule is accepted yet. Accept one that was found, or write one."),
            DISMISSED: self.tr("No rule is dismissed."),
        }  # fmt: skip
        return texts.get(chosen, "")

    def _refresh(self, *_change: object) -> None:
        library, chosen = self._session.library, self.table.selected()
        writable = library is not None and not library.read_only
        states = {rule.state for rule in chosen}
        self.accept_button.setEnabled(writable and bool(states - {RuleState.ACCEPTED}))
        self.dismiss.setEnabled(writable and bool(states - {RuleState.DISMISSED}))
        self.back.setEnabled(writable and bool(states - {None}))
        one = chosen[0] if len(chosen) == 1 else None
        self.exceptions.setEnabled(one is not None and one.figures.n_exceptions > 0)
        self.apply.setEnabled(writable and bool(self._rules_of(ACCEPTED)))

    def _emit(self, signal: object) -> None:
        for rule in self.table.selected():
            signal.emit(rule.words)  # type: ignore[attr-defined]

    def _list_chosen(self) -> None:
        for rule in self.table.selected()[:1]:
            self._list_exceptions(rule)

    def _list_exceptions(self, rule: GrammarRule) -> None:
        if rule.figures.n_exceptions:
            self.listed.emit(rule.words)
