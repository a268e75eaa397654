"""Three ways to disagree, offered in one line by keys; never in blind mode, never in the way."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt

from core.library.edits.edits import RemoveSongs
from core.library.records import State
from rhythmcap_gui.app import Program
from rhythmcap_gui.operations import edit_runner
from rhythmcap_gui.operations.songs import navigation
from rhythmcap_gui.operations.tags import tagging
from tests.support.review_window import SCORES, judge, state_of, tag, use_model

YES, NO = State.YES, State.NO
Key = Qt.Key


@pytest.fixture
def learned(program: Program) -> Program:
    """A model that learned here, and the second song open: it hears drums at .95."""
    first = program.context.library.models.active()
    assert first is not None
    use_model(program, "learned", SCORES, parent=first.id)
    navigation.open_song(program.context, 2)
    program.window.table.list.select_songs((2,))
    return program


def line(program: Program) -> str:
    """What the line asks; empty while it is hidden."""
    shown = program.window.editor.dispute_line
    return shown.text.text() if shown.isVisibleTo(program.window) else ""


def verdicts(program: Program) -> list[tuple[object, ...]]:
    return program.context.library.database.rows(
        "SELECT song_id, tag_id, verdict FROM disputes ORDER BY id"
    )


def decide(program: Program, name: str, state: State | None) -> None:
    tagging.decide(program.context, tag(program, name), state)


def test_i_was_right_keeps_the_decision_and_is_stored(
    learned: Program, press: Callable[..., None]
) -> None:
    assert line(learned) == ""
    decide(learned, "drums", NO)
    assert line(learned) == "drums: you said no, the model hears .95."
    press(Key.Key_J)
    assert line(learned) == ""
    assert state_of(learned, 2, "drums") is NO
    assert verdicts(learned) == [(2, tag(learned, "drums"), "wrong")]
    assert tag(learned, "drums") not in {
        one.tag_id for one in learned.context.library.search.disagreements()
    }


def test_i_was_wrong_changes_the_decision_and_one_undo_takes_that_back(
    learned: Program, press: Callable[..., None]
) -> None:
    decide(learned, "drums", NO)
    press(Key.Key_X)
    assert state_of(learned, 2, "drums") is YES
    assert verdicts(learned) == [(2, tag(learned, "drums"), "right")]
    assert line(learned) == ""
    edit_runner.undo(learned.context)
    assert state_of(learned, 2, "drums") is NO
    assert verdicts(learned) == []


def test_an_unclear_word_leaves_the_decision_and_is_told(
    learned: Program, press: Callable[..., None]
) -> None:
    told = []
    learned.context.session.notice.connect(lambda notice: told.append(notice.text))
    decide(learned, "drums", NO)
    press(Key.Key_Question)
    assert state_of(learned, 2, "drums") is NO
    assert verdicts(learned) == [(2, tag(learned, "drums"), "unclear")]
    assert told == [
        "“drums” of this song is left out of learning until you settle it in the codebook."
    ]


def test_a_likely_decision_and_several_at_once_ask_nothing(learned: Program) -> None:
    decide(learned, "drums", YES)
    decide(learned, "female", NO)  # .60: not sure
    assert line(learned) == ""
    learned.window.table.list.select_songs((2, 3))
    decide(learned, "drums", NO)
    assert line(learned) == ""


def test_a_model_of_others_that_was_not_tested_here_asks_nothing(program: Program) -> None:
    navigation.open_song(program.context, 2)
    program.window.table.list.select_songs((2,))
    decide(program, "drums", NO)
    assert line(program) == ""


def test_blind_mode_asks_nothing_until_the_guesses_are_shown(learned: Program) -> None:
    session = learned.context.session
    decide(learned, "drums", NO)
    session.set_blind(True)
    assert line(learned) == ""
    decide(learned, "drums", None)
    decide(learned, "drums", NO)
    assert line(learned) == ""


def test_the_question_goes_with_the_decision_the_song_and_the_next_decision(
    learned: Program,
) -> None:
    decide(learned, "drums", NO)
    decide(learned, "drums", None)
    assert line(learned) == ""
    decide(learned, "drums", NO)
    decide(learned, "female", YES)
    assert line(learned) == ""
    decide(learned, "drums", None)
    decide(learned, "drums", NO)
    assert line(learned)
    navigation.open_song(learned.context, 3)
    assert line(learned) == ""
    edit_runner.apply(learned.context, RemoveSongs((3,)))
    assert line(learned) == ""


def test_what_songs_that_scored_alike_contradict_is_not_asked(
    learned: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = learned.context.session
    monkeypatch.setattr(session, "observed_frequency", lambda _metrics, _score: 0.6)
    decide(learned, "drums", NO)
    assert line(learned) == ""


def test_without_a_question_the_keys_do_nothing(
    learned: Program, press: Callable[..., None]
) -> None:
    decide(learned, "drums", NO)
    learned.window.editor.dispute_line.close_button.click()
    assert line(learned) == ""
    press(Key.Key_X, Key.Key_J)
    assert state_of(learned, 2, "drums") is NO
    assert verdicts(learned) == []


def test_questions_of_a_queue_have_the_keys_for_themselves(
    learned: Program, press: Callable[..., None]
) -> None:
    judge(learned, 3, "drums", NO)
    press((Key.Key_D, Qt.KeyboardModifier.ControlModifier))
    decide(learned, "drums", NO)
    assert line(learned) == ""
