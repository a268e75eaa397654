"""Accepted rules warn, and offer tags, in one line; a key says yes; nothing is decided alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt

from core.library.edits.edits import WriteRule
from core.library.records import State
from core.library.word_rule_records import RuleKind, RuleWords
from rhythmcap_gui.app import Program
from rhythmcap_gui.operations import edit_runner
from rhythmcap_gui.operations.review import word_grammar
from rhythmcap_gui.operations.songs import navigation
from rhythmcap_gui.operations.tags import tagging
from tests.support.review_window import state_of, tag

YES, NO = State.YES, State.NO


@pytest.fixture
def ruled(program: Program) -> Program:
    """house implies kick, folk excludes house; the second song is open."""
    house, kick, folk = (tag(program, name) for name in ("house", "kick", "folk"))
    edit_runner.apply(
        program.context,
        WriteRule(RuleWords(RuleKind.IMPLIES, house, kick)),
        WriteRule(RuleWords(RuleKind.EXCLUDES, folk, house)),
    )
    navigation.open_song(program.context, 2)
    program.window.table.list.select_songs((2,))
    for name in ("house", "kick", "folk"):
        tagging.judge(program.context, tag(program, name), None)
    return program


def line(program: Program) -> str:
    shown = program.window.editor.rule_line
    return shown.text.text() if shown.isVisibleTo(program.window) else ""


def test_an_implied_tag_is_offered_and_a_key_says_yes(
    ruled: Program, press: Callable[..., None]
) -> None:
    assert line(ruled) == ""
    tagging.judge(ruled.context, tag(ruled, "house"), YES)
    assert line(ruled) == "By your rules “house” implies:"
    assert state_of(ruled, 2, "kick") is None
    press((Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier))
    assert state_of(ruled, 2, "kick") is YES
    assert line(ruled) == ""


def test_a_broken_rule_is_told_until_undo_or_until_it_is_closed(ruled: Program) -> None:
    tagging.judge(ruled.context, tag(ruled, "house"), YES)
    tagging.judge(ruled.context, tag(ruled, "kick"), NO)
    assert line(ruled) == "Your rule says that “house” implies “kick”."
    edit_runner.undo(ruled.context)
    assert "Your rule says" not in line(ruled)
    tagging.judge(ruled.context, tag(ruled, "folk"), YES)
    assert "excludes" in line(ruled)
    ruled.window.rule_watch.hide()
    assert line(ruled) == ""


def test_a_rule_that_is_taken_back_says_nothing(ruled: Program) -> None:
    tagging.judge(ruled.context, tag(ruled, "house"), YES)
    words = RuleWords(RuleKind.IMPLIES, tag(ruled, "house"), tag(ruled, "kick"))
    word_grammar.take_back(ruled.context, words)
    assert line(ruled) == ""


def test_exceptions_are_listed_by_a_search(ruled: Program) -> None:
    tagging.judge(ruled.context, tag(ruled, "house"), YES)
    tagging.judge(ruled.context, tag(ruled, "kick"), NO)
    words = RuleWords(RuleKind.IMPLIES, tag(ruled, "house"), tag(ruled, "kick"))
    word_grammar.list_exceptions(ruled.context, words)
    session = ruled.context.session
    assert session.query == "tag:house no:kick"
    assert 2 in ruled.context.library.search.ids(session.query).tolist()


def test_the_view_finds_rules_and_one_undo_takes_back_what_was_applied(
    ruled: Program, qtbot: object
) -> None:
    tagging.judge(ruled.context, tag(ruled, "house"), YES)
    controller = ruled.window.grammar_controller
    controller.show()
    dialog = controller.dialog
    qtbot.waitUntil(lambda: not dialog.work.running, timeout=20_000)  # type: ignore[attr-defined]
    assert len([rule for rule in dialog._grammar.rules if rule.is_written]) == 2
    dialog.apply.click()
    applying = controller.applying
    qtbot.waitUntil(lambda: not applying.work.running, timeout=20_000)  # type: ignore[attr-defined]
    assert applying.table.rows
    applying.go.click()
    assert state_of(ruled, 2, "kick") is YES
    edit_runner.undo(ruled.context)
    assert state_of(ruled, 2, "kick") is None
    dialog.close()
