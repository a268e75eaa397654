"""Learn from my tags, through the window: epochs, the choice at the end, refreshed predictions."""

from __future__ import annotations

import sys
import threading
from typing import Any

import pytest
from PySide6.QtCore import Qt

from core.features.recipe import RECIPES
from core.library.edits.edits import JudgeMany
from core.library.records import ModelRow, NewModel
from core.library.store import Library
from core.messages import message
from core.metrics.metric_records import Estimate, MetricChange
from core.model_store.orphans import find_orphans
from core.model_store.registry import model_path
from core.paths import folders
from core.settings import Settings
from rhythmcap_gui.app import Program
from rhythmcap_gui.operations.shell import preferences
from rhythmcap_gui.operations.songs import navigation
from rhythmcap_gui.views.songs.song_scores import top_words
from tests.support.learning_library import N_SONGS, TAGS, make_library
from tests.support.other_python import install_python
from tests.support.widget_texts import label_texts
from tests.support.window import StartProgram, wait_for_jobs

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def program(start_program: StartProgram, qtbot: Any) -> Program:
    """The window on a library with judged songs and one small model."""
    make_library()
    program = start_program()
    program.open(None)
    wait_for_jobs(program, qtbot)
    return program


def press_u(program: Program, qtbot: Any, modifiers: Qt.KeyboardModifier) -> None:
    program.window.setFocus()
    qtbot.keyClick(program.window, Qt.Key.Key_U, modifiers)


def learned(program: Program, qtbot: Any) -> None:
    program.window.action_set["model.learn"].trigger()
    assert program.learning.state.running
    qtbot.waitUntil(lambda: not program.learning.state.running, timeout=120_000)


def test_the_active_model_hears_all_songs_in_the_background(program: Program) -> None:
    model, library = program.context.session.model, program.context.library
    assert len(library.predictions.missing_ids(model.id)) == 0
    ids, scores = library.predictions.matrix(model.id)
    assert scores.shape == (N_SONGS, 1)
    assert len(ids) == N_SONGS


def test_the_time_left_is_there_from_the_first_moment(program: Program, qtbot: Any) -> None:
    program.window.action_set["model.learn"].trigger()
    assert program.learning.state.progress.seconds_left > 0
    assert "left" in program.window.training._how_far.text()
    qtbot.waitUntil(lambda: not program.learning.state.running, timeout=120_000)
    assert not program.learning._second.isActive()
    assert program.learning.state.new.provenance["settings"]["seconds"] >= 0


def test_learning_shows_epochs_and_then_a_choice(program: Program, qtbot: Any) -> None:
    preferences.change(program.context, depth="temporal")
    before = program.context.session.model
    learned(program, qtbot)
    state, view = program.learning.state, program.window.training
    assert state.problem == ""
    assert len(state.reports) >= 1
    assert set(state.outcome.after) == set(TAGS)
    assert program.context.session.model.id == before.id
    assert view.use_new.isVisibleTo(program.window)
    assert view.results.rowCount() == len(TAGS)
    assert program.window.docks["learn"].isVisible()


@pytest.mark.skipif(sys.platform == "win32", reason="a script stands for the other Python")
@pytest.mark.parametrize("works", [True, False])
def test_the_network_learns_where_the_graphics_card_is(
    program: Program, qtbot: Any, works: bool
) -> None:
    used = install_python(works)
    learned(program, qtbot)  # only tags: no process is needed
    assert not used.exists()
    preferences.change(program.context, depth="temporal")
    learned(program, qtbot)
    assert "core.graphics.learning_child" in used.read_text()
    state = program.learning.state
    assert state.new is not None
    assert state.reports
    assert (message("training.card_failed") in state.outcome.notes) is not works
    assert model_path(state.new).exists()


def test_the_new_model_is_one_key_away_and_the_old_one_a_click(
    program: Program, qtbot: Any
) -> None:
    old, use = program.context.session.model, program.window.action_set["model.use_new"]
    assert not use.isEnabled()
    learned(program, qtbot)
    assert program.window.training.use_new.toolTip() == "Use the new model (Ctrl+U)"
    press_u(program, qtbot, CONTROL)
    assert not use.isEnabled()
    new = program.context.session.model
    assert new.id != old.id
    assert new.parent_id == old.id
    choice = program.window.training.parent_choice.box
    names = [choice.itemText(index) for index in range(choice.count())]
    assert names == [f"{new.name} (in use)", "starter"]  # one network: nothing side by side
    wait_for_jobs(program, qtbot)
    assert len(program.context.library.predictions.missing_ids(new.id)) == 0
    assert {suggestion.word for suggestion in top_words(program.context.session, [1])[1]} == set(
        TAGS
    )
    program.window.models.use_requested.emit(old.id)
    assert program.context.library.models.active().id == old.id


def test_the_new_model_needs_no_sound_again(program: Program, qtbot: Any) -> None:
    """Neither files nor spectrograms are left: only what the network made of the songs before."""
    learned(program, qtbot)
    for file in folders().features.rglob("*.npy"):
        if file.name.startswith(RECIPES["thesis"].key):
            file.unlink()
    assert not any(song.path.exists() for song in program.context.library.songs.locations())
    navigation.open_song(program.context, None)
    program.window.training.use_new.click()
    wait_for_jobs(program, qtbot)
    new = program.context.session.model
    assert len(program.context.library.predictions.missing_ids(new.id)) == 0


def test_keeping_the_old_model_changes_nothing(program: Program, qtbot: Any) -> None:
    old = program.context.session.model
    learned(program, qtbot)
    press_u(program, qtbot, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    assert program.context.session.model.id == old.id
    assert program.learning.state.decided
    assert len(program.context.library.models.list()) == 2


def test_a_cancelled_learning_leaves_the_models_as_they_were(program: Program, qtbot: Any) -> None:
    program.window.action_set["model.learn"].trigger()
    with qtbot.waitSignal(program.context.runner.ended, timeout=200):
        program.window.training.cancel.click()
    assert program.learning.state.cancelled
    wait_for_jobs(program, qtbot)
    assert len(program.context.library.models.list()) == 1


def test_a_learning_that_is_cancelled_leaves_the_choice_before_it_open(
    program: Program, qtbot: Any
) -> None:
    learned(program, qtbot)
    new = program.learning.state.new
    program.window.action_set["model.learn"].trigger()
    with qtbot.waitSignal(program.context.runner.ended, timeout=1000):
        program.window.training.cancel.click()
    wait_for_jobs(program, qtbot)
    assert program.learning.state.new == new
    assert program.window.training.use_new.isVisibleTo(program.window)
    program.window.training.use_new.click()
    assert program.context.session.model.id == new.id


def test_closing_while_it_learns_waits_and_loses_nothing(program: Program) -> None:
    program.window.action_set["model.learn"].trigger()
    program.window.close()
    with Library.open(folders().library_file) as library:
        assert library.annotations.progress().n_decisions == N_SONGS * len(TAGS)


def test_learning_without_any_tag_says_why(program: Program, qtbot: Any) -> None:
    library = program.context.library
    for name in TAGS:
        ids = tuple(library.songs.all_ids().tolist())
        library.do(JudgeMany(ids, library.codebook.find(name).id, None))
    program.window.action_set["model.learn"].trigger()
    qtbot.waitUntil(lambda: not program.learning.state.running, timeout=30_000)
    assert program.window.notices.cards[0].notice.level == "error"
    assert program.window.notices.cards[0].notice.remedy


def test_a_model_the_library_cannot_take_is_kept_and_taken_later(
    program: Program, qtbot: Any
) -> None:
    library, learning = program.context.library, program.learning
    program.window.action_set["model.learn"].trigger()
    with library.database.writes_blocked():
        qtbot.waitUntil(lambda: not learning.state.running, timeout=120_000)
    assert learning.state.problem
    assert learning.state.waiting == "my ear · 1"
    texts = label_texts(program.window.training)
    assert "Learned, not in the library yet: my ear · 1" in texts
    assert "Nothing was learned" not in texts
    assert len(library.models.list()) == 1
    notices = [card.notice for card in program.window.notices.cards]
    assert {notice.level for notice in notices} >= {"error", "warning"}
    [kept] = [notice.remedy for notice in notices if notice.level == "warning"]
    assert find_orphans(library)[0].path.name in kept
    learned(program, qtbot)  # learning works again, and another model gets another name
    learning.try_again()
    rows = library.models.list()
    assert [row.name for row in rows] == ["starter", "my ear · 2", "my ear · 1"]
    assert learning.state.waiting == ""
    assert find_orphans(library) == ()
    assert learning.state.problem == ""
    learning.try_again()
    assert len(library.models.list()) == 3


def register_learned(program: Program) -> ModelRow:
    """Put a model that was learned here into the library, as an earlier run of the program did."""
    library, old = program.context.library, program.context.session.model
    folder = library.models.folder
    folder.mkdir(exist_ok=True)
    for suffix in (".safetensors", ".json"):
        (folder / f"ear{suffix}").write_bytes(model_path(old).with_suffix(suffix).read_bytes())
    new = NewModel("my ear · 1", old.architecture, "ear.safetensors", old.words, parent_id=old.id)
    return library.models.add(new)


def test_a_model_learned_before_the_program_began_can_still_be_chosen(
    program: Program, start_program: StartProgram, qtbot: Any
) -> None:
    new = register_learned(program)
    again = restarted(program, start_program, qtbot)
    view = again.window.training
    assert again.window.docks["learn"].isVisible()
    texts = label_texts(view)
    assert "Learned: my ear · 1" in texts
    assert "In use: starter" in texts
    assert not view.results.isVisible()
    press_u(again, qtbot, CONTROL)
    assert again.context.session.model.id == new.id
    assert not view.use_new.isVisibleTo(again.window)
    wait_for_jobs(again, qtbot)
    again.window.models.use_requested.emit(new.parent_id)  # tried, and left
    third = restarted(again, start_program, qtbot)
    assert third.learning.state.new is None


def test_a_model_that_is_surely_worse_is_used_only_where_one_insists(
    program: Program, start_program: StartProgram, qtbot: Any
) -> None:
    worse = register_learned(program)
    change = MetricChange({}, {"wauc": Estimate(-0.1, -0.15, -0.05)})
    program.context.library.models.set_metrics(worse.id, {"change": change.to_json()})
    used = program.context.library.models.active()
    program = restarted(program, start_program, qtbot)
    view = program.window.training
    assert view.use_new.text() == "Use it although it is worse"
    assert view.keep_old.property("primary")
    assert "Worse than the model in use" in label_texts(view)
    press_u(program, qtbot, CONTROL)
    assert program.context.library.models.active() == used
    assert not program.learning.state.decided
    view.use_new.click()
    assert program.context.library.models.active().id == worse.id
    wait_for_jobs(program, qtbot)


def test_a_new_model_is_used_only_once_it_is_compared_with_the_one_in_use(
    program: Program, qtbot: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    from core.evaluation import promotion

    compared, found = threading.Event(), [Estimate(-0.1, -0.15, -0.05), Estimate(0.1, 0.0, 0.2)]

    def compare(*_models: Any) -> Estimate:
        compared.wait(10.0)
        return found.pop(0)

    monkeypatch.setattr(promotion, "compare_kept_scores", compare)
    learning, library = program.learning, program.context.library
    new, used = register_learned(program), library.models.active()  # no change of it is stored
    learning._publish(learning._state_of(library))
    assert learning.state.comparing
    press_u(program, qtbot, CONTROL)
    program.window.models.use_requested.emit(new.id)
    assert library.models.active() == used
    assert "It is used as soon as" in label_texts(program.window.training)
    compared.set()
    qtbot.waitUntil(lambda: not learning.state.comparing)
    assert library.models.active() == used
    assert program.window.training.use_new.text() == "Use it although it is worse"
    learning._publish(learning._state_of(library))
    press_u(program, qtbot, CONTROL)
    qtbot.waitUntil(lambda: library.models.active().id == new.id)
    assert learning.state.decided
    wait_for_jobs(program, qtbot)


def test_a_model_that_was_turned_down_is_not_offered_after_a_restart(
    program: Program, start_program: StartProgram, qtbot: Any
) -> None:
    register_learned(program)
    again = restarted(program, start_program, qtbot)
    press_u(again, qtbot, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    assert again.learning.state.decided
    third = restarted(again, start_program, qtbot, again.context.session.settings)
    assert third.learning.state.new is None
    assert not third.window.action_set["model.use_new"].isEnabled()


def test_a_choice_ends_where_the_new_model_is_removed(
    program: Program, start_program: StartProgram, qtbot: Any
) -> None:
    new = register_learned(program)
    again = restarted(program, start_program, qtbot)
    again.window.models.remove_requested.emit(new.id)
    assert again.learning.state.new is None
    assert not again.window.action_set["model.use_new"].isEnabled()


def restarted(
    program: Program, start: StartProgram, qtbot: Any, settings: Settings | None = None
) -> Program:
    """Close the program and open the same library again."""
    program.window.close()
    again = start(settings) if settings is not None else start()
    again.open(None)
    wait_for_jobs(again, qtbot)
    return again
