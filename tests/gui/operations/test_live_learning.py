"""Learning decision by decision, through the window: what follows, what undo and the switch do."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from core.library.edits.edits import AddTag
from core.library.records import State
from core.model_store.registry import has_file
from core.paths import folders
from core.settings import load_settings
from rhythmcap_gui.app import Program
from rhythmcap_gui.operations import edit_runner
from rhythmcap_gui.operations.songs import navigation
from rhythmcap_gui.operations.tags import tagging
from rhythmcap_gui.views.songs.song_scores import top_words
from tests.support.learning_library import N_SONGS, TAGS
from tests.support.review_window import tag
from tests.support.window import StartProgram, open_learning_live, wait_for_jobs, wait_for_live

N_DECISIONS = N_SONGS * len(TAGS)


@pytest.fixture
def program(start_program: StartProgram, qtbot: Any, monkeypatch: pytest.MonkeyPatch) -> Program:
    """The window on a library with judged songs and one small model that knows one of two tags."""
    return open_learning_live(start_program, qtbot, monkeypatch)


def open_first(program: Program, qtbot: Any) -> int:
    library = program.context.library
    song = library.songs.get(int(library.songs.all_ids()[0]))
    navigation.open_song(program.context, song.id)
    wait_for_jobs(program, qtbot)
    return song.id


def change_mind(program: Program, qtbot: Any, name: str) -> State:
    """Decide the opposite of what was decided on the open song; wait until it was learned."""
    session, tag_id = program.context.session, tag(program, name)
    new = State.NO if session.states()[tag_id].state is State.YES else State.YES
    tagging.judge(program.context, tag_id, new)
    wait_for_jobs(program, qtbot)
    return new


def test_it_is_there_after_the_start_with_words_of_its_own(program: Program) -> None:
    session, library = program.context.session, program.context.library
    assert session.live.n_decisions == N_DECISIONS
    assert session.added_words() == ("high",)
    assert session.model_tags == (tag(program, "low"), tag(program, "high"))
    scores = library.predictions.matrix(session.model.id)[1]
    assert scores.shape == (N_SONGS, 2)
    high = library.search.ids("predicted:high > 0.5")
    decided = library.search.ids("high")
    assert len(set(high.tolist()) & set(decided.tolist())) > 0.8 * len(decided)
    assert f"+ {N_DECISIONS} decisions" in program.window.top_bar._model.text()


def test_a_decision_changes_the_scores_of_its_tag_and_undo_brings_them_back(
    program: Program, qtbot: Any
) -> None:
    session = program.context.session
    song_id, low, high = open_first(program, qtbot), tag(program, "low"), tag(program, "high")
    before = session.tag_scores()
    change_mind(program, qtbot, "high")
    after = session.tag_scores()
    assert after[low] == before[low]
    assert after[high] != before[high]
    assert top_words(session, [song_id])[song_id][0].score == max(after.values())
    edit_runner.undo(program.context)
    wait_for_jobs(program, qtbot)
    assert session.tag_scores() == before


def test_what_is_contradicted_is_told_by_what_did_not_learn_from_the_artist(
    program: Program, qtbot: Any
) -> None:
    song_id = open_first(program, qtbot)
    change_mind(program, qtbot, "high")
    found = program.context.library.search.disagreements()
    assert (song_id, tag(program, "high")) in {(one.song_id, one.tag_id) for one in found}


def test_the_model_s_own_scores_stay_as_they_are_and_come_back(
    program: Program, qtbot: Any
) -> None:
    session, library = program.context.session, program.context.library
    sql = "SELECT song_id, scores FROM predictions ORDER BY song_id"
    stored = library.database.rows(sql)
    open_first(program, qtbot)
    change_mind(program, qtbot, "low")
    action = program.window.action_set["model.live"]
    assert action.isChecked()
    action.trigger()
    assert not load_settings(folders().settings_file).live_learning
    assert not session.live.ready
    assert library.predictions.live is None
    assert session.model_tags == (tag(program, "low"),)
    assert library.predictions.matrix(session.model.id)[1].shape == (N_SONGS, 1)
    assert library.database.rows(sql) == stored
    action.trigger()
    wait_for_live(program, qtbot)
    assert session.live.n_decisions == N_DECISIONS


def test_a_new_tag_is_learned_from_its_first_yes_and_no(program: Program, qtbot: Any) -> None:
    library, session = program.context.library, program.context.session
    edit_runner.apply(program.context, AddTag("lively", library.codebook.tags()[0].category_id))
    wait_for_live(program, qtbot)
    qtbot.wait(120)
    wait_for_jobs(program, qtbot)
    lively = tag(program, "lively")
    for number, state in enumerate((State.YES, State.NO)):
        song = library.songs.get(int(library.songs.all_ids()[number]))
        navigation.open_song(program.context, song.id)
        assert lively not in session.model_tags
        tagging.judge(program.context, lively, state)
        wait_for_jobs(program, qtbot)
    assert lively in session.model_tags
    edit_runner.undo(program.context)
    wait_for_jobs(program, qtbot)
    assert lively not in session.model_tags


def test_a_tag_that_undo_takes_away_leaves_what_learned_it_nameless(
    program: Program, qtbot: Any
) -> None:
    """Before what was learned is made anew the window draws its scores."""
    library, session = program.context.library, program.context.session
    edit_runner.apply(program.context, AddTag("lively", library.codebook.tags()[0].category_id))
    lively = tag(program, "lively")
    for number, state in enumerate((State.YES, State.NO)):
        navigation.open_song(program.context, int(library.songs.all_ids()[number]))
        wait_for_jobs(program, qtbot)
        tagging.judge(program.context, lively, state)
    wait_for_jobs(program, qtbot)
    qtbot.waitUntil(lambda: lively in session.model_tags, timeout=60_000)
    for _ in range(3):
        edit_runner.undo(program.context)
        names = dict(zip(session.model_tags[1:], session.added_words(), strict=True))
        top_words(session, [session.song.id], count=1)
    assert not library.codebook.has_tag(lively)
    assert "lively" not in names.values()


def test_it_is_kept_as_a_model_that_scores_alike(program: Program, qtbot: Any) -> None:
    session, library = program.context.session, program.context.library
    live = library.predictions.matrix(session.model.id)[1].copy()
    program.window.action_set["model.keep_live"].trigger()
    qtbot.waitUntil(lambda: program.learning.state.new is not None, timeout=40_000)
    new = program.learning.state.new
    assert has_file(new)
    assert new.words == ("low", "high")
    program.learning.use_new()
    wait_for_live(program, qtbot)
    qtbot.waitUntil(
        lambda: session.live.ready and not program.context.runner.jobs(), timeout=60_000
    )
    assert session.live.n_decisions == 0
    sql = "SELECT scores FROM predictions WHERE model_id = ? ORDER BY song_id"
    stored = [np.frombuffer(row[0], np.float16) for row in library.database.rows(sql, (new.id,))]
    assert np.abs(np.array(stored, np.float32) - live).max() < 0.01


def test_another_library_begins_anew(program: Program, qtbot: Any, tmp_path: Any) -> None:
    program.window.files_controller.open_library(tmp_path / "other.db")
    assert not program.context.session.live.ready
    program.window.files_controller.open_library(folders().library_file)
    wait_for_live(program, qtbot)
    assert program.context.session.live.n_decisions == N_DECISIONS


def test_what_was_predicted_is_kept_with_the_decision_and_goes_with_it(
    program: Program, qtbot: Any
) -> None:
    session, library = program.context.session, program.context.library
    song_id, high = open_first(program, qtbot), tag(program, "high")
    tagging.judge(program.context, high, None)
    wait_for_jobs(program, qtbot)
    assert library.prequential.all() == []
    before = session.tag_scores()[high]
    tagging.judge(program.context, high, State.YES)
    wait_for_jobs(program, qtbot)
    (row,) = library.prequential.all()
    assert (row.song_id, row.tag_id, row.state) == (song_id, high, State.YES)
    assert row.score == pytest.approx(before)
    assert row.n_decisions == N_DECISIONS - 1
    assert row.guess_visible
    assert not row.is_random
    edit_runner.undo(program.context)
    assert library.prequential.all() == []


def test_a_decision_begins_it_where_nothing_was_listened_to_before(
    program: Program, qtbot: Any
) -> None:
    open_first(program, qtbot)
    program.learning.live._drop()
    assert not program.context.session.live.ready
    tagging.judge(program.context, tag(program, "high"), State.UNSURE)
    wait_for_live(program, qtbot)
    assert program.context.session.live.n_decisions == N_DECISIONS - 1
