"""What is learned live is disagreed with by its score from before the decision."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from core.library.live_scores import LiveScores
from core.library.records import State
from rhythmcap_gui.app import Program
from rhythmcap_gui.operations.songs import navigation
from rhythmcap_gui.operations.tags import tagging
from rhythmcap_gui.question_queue import Answer
from tests.support.review_window import tag
from tests.support.window import StartProgram, open_learning_live, wait_for_live

SURE = 0.9


@pytest.fixture
def program(start_program: StartProgram, qtbot: Any, monkeypatch: pytest.MonkeyPatch) -> Program:
    """The window on songs whose tags are easily heard, by a model that was never tested here."""
    return open_learning_live(start_program, qtbot, monkeypatch)


def open_sure_song(program: Program, qtbot: Any) -> float:
    """Open a song that has a tag, surely, and take its decision back; return the score then."""
    library, session = program.context.library, program.context.session
    high = tag(program, "high")
    live = library.predictions.live
    assert live is not None
    ids, scores = live.held_out_of(high)
    judged = library.annotations.songs_with_state(high, State.YES)
    song_id = next(int(one) for one, score in zip(ids, scores, strict=True)
                   if score > SURE and one in set(judged))  # fmt: skip
    navigation.open_song(program.context, song_id)
    program.window.table.list.select_songs((song_id,))
    tagging.decide(program.context, high, None)
    wait_for_live(program, qtbot)
    return session.tag_scores()[high]


def test_it_is_asked_about_with_the_score_from_before_which_is_stored(
    program: Program, qtbot: Any
) -> None:
    session, library = program.context.session, program.context.library
    before = open_sure_song(program, qtbot)
    assert before > SURE
    tagging.decide(program.context, tag(program, "high"), State.NO)
    question = program.window.contradiction.question
    assert question is not None
    assert question.score == pytest.approx(before, abs=1e-6)
    wait_for_live(program, qtbot)
    assert session.tag_scores()[tag(program, "high")] < before  # what was decided is learned now
    assert question == program.window.contradiction.question
    program.window.contradiction.answer(Answer.FIRST)
    (dispute,) = library.disputes.all()
    (predicted,) = library.prequential.all()
    assert dispute.score == pytest.approx(before, abs=1e-6)
    assert predicted.score == pytest.approx(before, abs=1e-6)


def test_a_changed_mind_is_not_held_against_the_first_answer(program: Program, qtbot: Any) -> None:
    open_sure_song(program, qtbot)
    high = tag(program, "high")
    tagging.decide(program.context, high, State.NO)
    wait_for_live(program, qtbot)
    learned = program.context.session.tag_scores()[high]
    tagging.decide(program.context, high, State.YES)
    assert program.window.contradiction.question is None
    tagging.decide(program.context, high, State.NO)
    question = program.window.contradiction.question
    assert question is not None
    assert question.score > max(SURE, learned)


def test_where_too_few_songs_scored_alike_nothing_is_asked(
    program: Program, qtbot: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_sure_song(program, qtbot)
    few = np.zeros(0, np.int64), np.zeros(0, np.float32)
    monkeypatch.setattr(LiveScores, "held_out_of", lambda *_given: few)
    tagging.decide(program.context, tag(program, "high"), State.NO)
    assert program.window.contradiction.question is None


def test_switched_off_a_model_that_was_not_tested_here_asks_nothing(
    program: Program, qtbot: Any
) -> None:
    open_sure_song(program, qtbot)
    program.window.action_set["model.live"].trigger()
    tagging.decide(program.context, tag(program, "low"), None)
    for state in (State.NO, State.YES):
        tagging.decide(program.context, tag(program, "low"), state)
        assert program.window.contradiction.question is None
