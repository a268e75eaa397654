"""A kept queue is ranked again as one answers; what was drawn at random stays as it was drawn."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from core.library.edits.edits import MergeTags, RemoveSongs, RenameTag, RetireTag
from core.library.live_scores import LiveScores, LiveUpdate
from core.library.queue_records import QueueItem, Reason
from core.library.store import Library
from core.paths import folders
from rhythmcap_gui.app import Program
from rhythmcap_gui.operations.review.ranked_again import RANK_AFTER
from rhythmcap_gui.operations.shell import preferences
from rhythmcap_gui.question_queue import Answer, WordOrder
from rhythmcap_gui.session import LiveState
from tests.support.review_window import tag, use_model
from tests.support.small_library import add_songs, write_codebook
from tests.support.window import StartProgram, wait_for_jobs

N_SONGS = 40
SCORES = np.random.default_rng(0).random((N_SONGS, 4)).astype(np.float32)


@pytest.fixture
def program(start_program: StartProgram, tmp_path: Path, qtbot: QtBot) -> Program:
    """The window on forty songs; scores change when a test says so."""
    folders().data.mkdir(parents=True)
    with Library.open(folders().library_file, codebook=write_codebook(tmp_path)) as library:
        add_songs(library, N_SONGS)
        for number in range(1, N_SONGS + 1):
            path = tmp_path / f"{number}.flac"
            path.touch()
            library.database.write("UPDATE songs SET path = ? WHERE id = ?", (str(path), number))
    program = start_program()
    program.open(None)
    preferences.change(program.context, live_learning=False)
    wait_for_jobs(program, qtbot)
    use_model(program, "my ear", SCORES)
    return program


def learn(program: Program, qtbot: QtBot, seed: int) -> None:
    """Lay new scores of drums over the model's, as live heads do, and let the queue follow."""
    library, model = program.context.library, program.context.session.model
    live = LiveScores(model.id, library.models.tag_ids(model.id), np.arange(1, N_SONGS + 1))
    scores = np.random.default_rng(seed).random(N_SONGS).astype(np.float32)
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
    assert len(set(session.queue.song_ids)) == N_SONGS


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
    use_model(program, "another", SCORES[::-1].copy())
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
    assert "“folk”" in program.window.review_strip.question.text()
    session.apply_changes(library.do(RetireTag(tag(program, "folk"))))
    assert session.queue is None
    for name in ("folk", "percussion", "drums", "drums"):
        session.apply_changes(library.undo()[1])
        assert session.queue.name == name
        assert len(program.window.review.answers) == RANK_AFTER
    assert session.queue.song_ids == questioned
    assert session.queue.index == RANK_AFTER
