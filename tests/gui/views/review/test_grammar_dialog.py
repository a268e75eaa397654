"""The word grammar on screen: rules by state, what can be done with them, rules by hand."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from core.grammar.grammar_records import Grammar, GrammarRule, RuleFigures
from core.library.edits.edits import AcceptRule, DismissRule
from core.library.word_rule_records import RuleKind, RuleWords
from rhythmcap_gui.views.review.grammar_dialog import ACCEPTED, OPEN, GrammarDialog
from tests.support.small_library import Room, open_room


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    opened = open_room(tmp_path)
    yield opened
    opened.close()


@pytest.fixture
def dialog(room: Room, qtbot: QtBot) -> GrammarDialog:
    dialog = GrammarDialog(room.session)
    qtbot.addWidget(dialog)
    dialog.show()
    house, kick, drums = (room.tag(name) for name in ("house", "kick", "drums"))
    figures = RuleFigures(19, 20, 0.76, 0.99, 0.4, 7, given_id=house)
    implies = GrammarRule(RuleWords(RuleKind.IMPLIES, house, kick), figures, is_found=True)
    together = RuleWords(RuleKind.TOGETHER, kick, drums).in_order()
    rules = (implies, GrammarRule(together, RuleFigures(9, 9, 0.7, 1.0), is_found=True))
    dialog.show_grammar(Grammar(rules, 40, 9, 120))
    return dialog


def row_text(dialog: GrammarDialog, row: int) -> list[str]:
    model = dialog.table.model()
    return [str(model.data(model.index(row, column))) for column in range(model.columnCount())]


def test_a_rule_is_written_with_its_support_and_range(dialog: GrammarDialog) -> None:
    assert row_text(dialog, 0) == [
        "house", "implies", "kick", "19 of 20 songs with house", "95 % (76–99)", "1", "",
    ]  # fmt: skip
    assert "120 rules looked for" in dialog.summary.text()


def test_what_is_decided_leaves_the_list_at_once(room: Room, dialog: GrammarDialog) -> None:
    words = dialog.table.rows[0].words
    room.library.do(AcceptRule(words))
    dialog.restate(room.library.word_rules.all())
    assert [rule.words for rule in dialog.table.rows] != [words]
    dialog.shown.setCurrentIndex(dialog.shown.findData(ACCEPTED))
    assert [rule.words for rule in dialog.table.rows] == [words]
    assert row_text(dialog, 0)[-1] == "accepted"
    room.library.undo()
    dialog.restate(room.library.word_rules.all())
    assert not dialog.table.rows
    assert "No rule is accepted yet" in dialog.empty.text()


def test_buttons_speak_of_what_is_chosen(room: Room, dialog: GrammarDialog, qtbot: QtBot) -> None:
    words = dialog.table.rows[0].words
    with qtbot.waitSignal(dialog.accepted_rule) as accepted:
        dialog.accept_button.click()
    assert accepted.args == [words]
    with qtbot.waitSignal(dialog.listed) as listed:
        qtbot.keyClick(dialog.table, Qt.Key.Key_Return)
    assert listed.args == [words]
    assert not dialog.apply.isEnabled()
    room.library.do(DismissRule(words))
    dialog.restate(room.library.word_rules.all())
    assert dialog.shown.currentData() == OPEN
    assert len(dialog.table.rows) == 1


def test_a_rule_is_written_by_hand(room: Room, dialog: GrammarDialog, qtbot: QtBot) -> None:
    row = dialog.writing
    row.first.setEditText("Folk")
    assert not row.add.isEnabled()
    row.kind.setCurrentIndex(row.kind.findData(RuleKind.EXCLUDES))
    row.other.setEditText("house")
    with qtbot.waitSignal(row.written) as written:
        row.add.click()
    folk, house = room.tag("folk"), room.tag("house")
    assert written.args == [RuleWords(RuleKind.EXCLUDES, folk, house).in_order()]
    assert not row.add.isEnabled()


def test_without_decisions_it_says_what_to_do(room: Room, qtbot: QtBot) -> None:
    dialog = GrammarDialog(room.session)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.show_grammar(Grammar())
    assert "No song is judged yet" in dialog.summary.text()
    assert dialog.empty.isVisible()
