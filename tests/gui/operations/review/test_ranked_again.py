"""A kept queue is ranked again as one answers; what was drawn at random stays as it was drawn."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from core.library.edits.edits import MergeTags, RemoveSongs, RenameTag, RetireTag
from core.library.live_scores import LiveScores, LiveUpdate
from core.library.queue_records import QueueItem, Reason
from rhythmcap_gui.app import Program
from rhythmcap_gui.operations.review.ranked_again import RANK_AFTER
from rhythmcap_gui.operations.shell import preferences
from rhythmcap_gui.question_queue import Answer, WordOrder
from rhythmcap_gui.session import LiveState
from rhythmcap_gui.views.widgets.score_format import score_text
from tests.support.review_window import MANY_SCORES, tag, use_model
from tests.support.window import wait_for_jobs


@pytest.fixture
def program(many_songs: Program) -> Program:
    return many_songs


def learn(program: Program, qtbot: QtBot, seed: int) -> None:
    """Lay new scores of drums over the model's, as live heads do, and let the queue follow."""
    library, model = program.context.library, program.context.session.model
    live = LiveScores(
        model.id, library.models.tag_ids(model.id), np.arange(1, len(MANY_SCORES) + 1)
    )
    scores = np.random.default_rng(seed).random(len(MANY_SCORES)).astype(np.float32)
    live.update(LiveUpdate({tag(program, "drums"): scores}))
    library.predictions.live = live
    program.context.session.set_live(LiveState(True, seed), scored=True)
    wait_for_jobs(program, qtbot)


def answer(program: Program, n: int) -> None:
    for number in range(n):
        program.window.review.answer(Answer.FIRST if number % 2 else Answer.SECOND)


def items(program: Program) -> list[QueueItem]:
    library = program.context.library
    return library.queues.items(program.context.session.queue.kept_id)


def drawn(program: Program) -> list[tuple[int, int]]:
    return [(i.position, i.song_id) for i in items(program) if i.reason is Reason.RANDOM]


def test_a_word_is_ranked_again_after_some_answers_and_new_scores(
    program: Program, qtbot: QtBot
) -> None:
    program.window.review.begin_word(tag(program, "drums"))
    session, first, random = program.context.session, items(program), drawn(program)
    answer(program, RANK_AFTER - 1)
    learn(program, qtbot, 1)
    assert [i.song_id for i in items(program)] == [i.song_id for i in first]
    answer(program, 1)
    wait_for_jobs(program, qtbot)
    after = items(program)
    questioned = [
        i.song_id for i in first[: RANK_AFTER + 2]
    ]  # the next one, too: its sound is ready
    assert [i.song_id for i in after[: RANK_AFTER + 2]] == questioned
    assert [i.song_id for i in after] != [i.song_id for i in first]
    assert drawn(program) == random
    assert session.queue.song_ids == tuple(i.song_id for i in after)
    assert session.queue.index == RANK_AFTER
    assert len(program.window.review.answers) == RANK_AFTER
    scores = program.context.library.predictions.live._scores[tag(program, "drums")]
    waiting = [i for i in after[RANK_AFTER + 2 :] if i.reason is Reason.UNSURE]
    assert [i.score for i in waiting] == pytest.approx([scores[i.song_id - 1] for i in waiting])


def test_a_queue_ranked_again_goes_on_where_it_was(program: Program, qtbot: QtBot) -> None:
    program.window.review.begin_word(tag(program, "drums"))
    answer(program, RANK_AFTER)
    learn(program, qtbot, 1)
    session = program.context.session
    queue = session.queue
    session.set_queue(None)  # the program ends, as by kill -9
    program.window.review.resume()
    again = session.queue
    assert (again.song_ids, again.index, again.order) == (queue.song_ids, queue.index, queue.order)
    assert [q.reason for q in again.questions] == [q.reason for q in queue.questions]
    assert len(program.window.review.answers) == RANK_AFTER


def test_undo_goes_back_through_a_queue_that_was_ranked_again(
    program: Program, qtbot: QtBot
) -> None:
    program.window.review.begin_word(tag(program, "drums"))
    session, random = program.context.session, drawn(program)
    answer(program, RANK_AFTER)
    learn(program, qtbot, 1)
    answer(program, RANK_AFTER)
    learn(program, qtbot, 2)
    for left in reversed(range(2 * RANK_AFTER)):
        session.apply_changes(program.context.library.undo()[1])
        assert session.queue.index == left
        assert len(program.window.review.answers) == left
    learn(program, qtbot, 3)
    assert drawn(program) == random
    assert len(set(session.queue.song_ids)) == len(MANY_SCORES)


def test_from_the_highest_score_down_it_stays_as_it_was_drawn(
    program: Program, qtbot: QtBot
) -> None:
    preferences.change(program.context, word_order=WordOrder.SCORE.value)
    program.window.review.begin_word(tag(program, "drums"))
    first = items(program)
    answer(program, RANK_AFTER)
    learn(program, qtbot, 1)
    assert [i.song_id for i in items(program)] == [i.song_id for i in first]


def test_another_model_in_the_middle_ranks_what_waits(program: Program, qtbot: QtBot) -> None:
    program.window.review.begin_word(tag(program, "drums"))
    first, random = items(program), drawn(program)
    use_model(program, "another", MANY_SCORES[::-1].copy())
    wait_for_jobs(program, qtbot)
    assert [i.song_id for i in items(program)] != [i.song_id for i in first]
    assert items(program)[:2] == first[:2]
    assert drawn(program) == random


def test_songs_and_words_that_change_meanwhile_are_followed_and_undo_brings_them_back(
    program: Program, qtbot: QtBot
) -> None:
    session, library, drums = (
        program.context.session,
        program.context.library,
        tag(program, "drums"),
    )
    program.window.review.begin_word(drums)
    answer(program, RANK_AFTER)
    questioned = session.queue.song_ids
    gone = questioned[20]
    edits = (
        RemoveSongs((gone,)),
        RenameTag(drums, "percussion"),
        MergeTags(drums, tag(program, "folk")),
    )
    for edit in edits:
        session.apply_changes(library.do(edit))
        wait_for_jobs(program, qtbot)
        assert gone not in session.queue.song_ids
        assert session.queue.index == RANK_AFTER
        assert len(program.window.review.answers) == RANK_AFTER
    assert session.queue.name == "folk"
    folk = session.tag_scores()[tag(program, "folk")]  # not that of what was merged into it
    question = program.window.review_strip.question.text()
    assert question == f"“folk”? The model hears {score_text(folk)}."
    session.apply_changes(library.do(RetireTag(tag(program, "folk"))))
    assert session.queue is None
    for name in ("folk", "percussion", "drums", "drums"):
        session.apply_changes(library.undo()[1])
        assert session.queue.name == name
        assert len(program.window.review.answers) == RANK_AFTER
    assert session.queue.song_ids == questioned
    assert session.queue.index == RANK_AFTER


def test_songs_from_every_tenth_of_the_scores_tell_how_common_the_word_is(
    program: Program, qtbot: QtBot
) -> None:
    preferences.change(program.context, word_order=WordOrder.STRATA.value)
    program.window.review.begin_word(tag(program, "drums"))
    first, strip = items(program), program.window.review_strip
    answer(program, 10)
    QCoreApplication.processEvents()
    assert "at least 20 are needed" in strip.advice.text()
    for _ in range(len(MANY_SCORES) - 10):
        score = program.window.review.question.score
        program.window.review.answer(Answer.FIRST if score > 0.5 else Answer.SECOND)
    learn(program, qtbot, 1)
    assert program.context.session.queue.question is None
    text = strip.advice.text()
    assert "Of the songs not judged before" in text
    assert "from 40 songs of every tenth of the scores" in text
    assert strip.advice.isVisibleTo(program.window)
    assert [i.song_id for i in items(program)] == [i.song_id for i in first]


def test_two_annotators_go_on_with_their_own_queues(program: Program, qtbot: QtBot) -> None:
    from rhythmcap_gui.operations.songs import navigation

    session, context = program.context.session, program.context

    def decide_as(name: str) -> None:
        preferences.change(context, annotator=name)
        navigation.use_annotator(context)
        wait_for_jobs(program, qtbot)

    decide_as("Ada")
    program.window.review.begin_word(tag(program, "drums"))
    answer(program, 3)
    of_ada = session.queue
    decide_as("Bo")
    assert session.queue is None
    program.window.review.begin_word(tag(program, "folk"))
    answer(program, 2)
    of_bo = session.queue
    decide_as("Ada")
    assert (session.queue.name, session.queue.index) == ("drums", 3)
    assert session.queue.song_ids == of_ada.song_ids
    assert len(program.window.review.answers) == 3
    decide_as("Bo")
    assert (session.queue.name, session.queue.index) == ("folk", 2)
    assert session.queue.kept_id == of_bo.kept_id
    decide_as("Cleo")
    assert session.queue is None
    decide_as("Ada")
    assert session.queue.song_ids == of_ada.song_ids
