"""The open song's seconds follow what is learned decision by decision, and go back with it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from core.features.cache import FeatureCache
from core.library.records import State
from core.models import predict
from core.models.prediction_cache import load_predictions
from core.models.prediction_records import HERE, SO_FAR, SONG, Predictions
from core.paths import folders
from rhythmcap_gui.app import Program
from rhythmcap_gui.operations import edit_runner
from rhythmcap_gui.operations.songs import navigation
from rhythmcap_gui.operations.tags import tagging
from tests.support.review_window import tag
from tests.support.window import StartProgram, open_learning_live, wait_for_jobs, wait_for_live


@pytest.fixture
def program(start_program: StartProgram, qtbot: Any, monkeypatch: pytest.MonkeyPatch) -> Program:
    """The window on judged songs; their files are away, but they were heard and are cached."""
    return open_learning_live(start_program, qtbot, monkeypatch)


def own_predictions(program: Program, number: int) -> Predictions:
    """What the model itself makes of a song, by its cached features."""
    library, session = program.context.library, program.context.session
    song, cache = library.songs.get(int(library.songs.all_ids()[number])), session.cache
    assert song is not None
    assert cache is not None
    from core.model_store.registry import model_path

    model = program.context.models.get(model_path(session.model))
    return predict.predict_file(model, song.path, song.audio_hash, cache)


def open_song(program: Program, qtbot: Any, number: int = 0) -> int:
    """Open a song whose file is away, as if the model had listened to it before."""
    library, session = program.context.library, program.context.session
    song_id = int(library.songs.all_ids()[number])
    found = replace(own_predictions(program, number), along=None)
    navigation.open_song(program.context, song_id)
    session.set_predictions(found)
    wait_for_jobs(program, qtbot)
    return song_id


def change_mind(program: Program, qtbot: Any, name: str) -> None:
    session, tag_id = program.context.session, tag(program, name)
    new = State.NO if session.states()[tag_id].state is State.YES else State.YES
    tagging.judge(program.context, tag_id, new)
    wait_for_jobs(program, qtbot)


def picture(program: Program) -> bytes:
    shown = program.context.session.shown_predictions
    assert shown is not None
    assert shown.taggram is not None
    return shown.taggram.scores.tobytes() + shown.prefixes.scores.tobytes()


def test_the_seconds_are_by_the_live_heads_with_words_of_their_own(
    program: Program, qtbot: Any
) -> None:
    session = program.context.session
    open_song(program, qtbot)
    shown = session.along
    assert shown is not None
    assert session.predictions is not None
    assert shown.words == ("low", "high")
    assert shown.taggram is not None
    assert session.predictions.taggram is not None
    assert not np.allclose(shown.taggram.scores[:, 0], session.predictions.taggram.scores[:, 0])
    pane = program.window.listening.song_panes.taggram
    assert {row.word for row in pane.rows} == {"low", "high"}
    assert all(row.score == pytest.approx(session.tag_scores()[tag(program, row.word)], abs=1e-3)
               for row in pane.rows)  # fmt: skip
    assert "decisions since" in pane.explanation(pane.rows[0])


def test_so_far_ends_where_the_song_is_and_here_is_the_second(program: Program, qtbot: Any) -> None:
    session = program.context.session
    open_song(program, qtbot)
    session.set_position(session.duration_s)
    song, so_far = session.tag_scores(SONG), session.tag_scores(SO_FAR)
    assert so_far == {tag_id: pytest.approx(song[tag_id], abs=2e-3) for tag_id in song}
    shown = session.along
    assert shown is not None
    assert shown.taggram is not None
    assert session.tag_scores(HERE)[tag(program, "high")] == shown.taggram.scores[-1, 1]


def test_a_decision_changes_the_seconds_and_undo_gives_the_picture_back_exactly(
    program: Program, qtbot: Any
) -> None:
    open_song(program, qtbot)
    before = picture(program)
    change_mind(program, qtbot, "high")
    assert picture(program) != before
    edit_runner.undo(program.context)
    wait_for_jobs(program, qtbot)
    assert picture(program) == before


def test_switched_off_the_picture_is_the_models_own(program: Program, qtbot: Any) -> None:
    session = program.context.session
    open_song(program, qtbot)
    live = picture(program)
    pane = program.window.listening.song_panes.taggram
    program.window.action_set["model.live"].trigger()
    assert session.along is None
    assert session.shown_predictions is session.predictions
    assert [row.word for row in pane.rows] == ["low"]
    assert "By the model “starter”." in pane.explanation(pane.rows[0])
    program.window.action_set["model.live"].trigger()
    wait_for_live(program, qtbot)
    assert picture(program) == live


def test_a_song_is_heard_once_and_then_only_scored(
    program: Program, qtbot: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_song(program, qtbot)
    calls: list[object] = []
    monkeypatch.setattr(predict, "predict_song", lambda *given, **_options: calls.append(given))
    for name in ("high", "low", "high"):
        change_mind(program, qtbot, name)
    assert not calls
    assert program.context.session.along is not None


def test_a_song_that_was_never_heard_along_is_heard_in_the_background(
    program: Program, qtbot: Any
) -> None:
    session = program.context.session
    found = own_predictions(program, 3)
    assert session.cache is not None
    for path in folders().features.rglob("*windows-*"):
        path.unlink()
    library = program.context.library
    navigation.open_song(program.context, int(library.songs.all_ids()[3]))
    session.set_predictions(replace(found, along=None))
    assert session.along is None
    pane = program.window.listening.song_panes.taggram
    assert "decisions since follow" in pane.explanation(pane.rows[0])
    wait_for_jobs(program, qtbot)
    assert session.along is not None
    assert list(folders().features.rglob("*windows-*"))


def test_a_song_that_cannot_be_heard_keeps_the_models_picture_and_says_so(
    program: Program, qtbot: Any
) -> None:
    session, library = program.context.session, program.context.library
    found = own_predictions(program, 3)
    song = library.songs.get(int(library.songs.all_ids()[3]))
    assert song is not None
    FeatureCache(folders().features).remove(song.audio_hash)
    navigation.open_song(program.context, song.id)
    session.set_predictions(replace(found, along=None))
    wait_for_jobs(program, qtbot)
    assert session.along is None
    assert session.along_failed
    pane = program.window.listening.song_panes.taggram
    assert [row.word for row in pane.rows] == ["low"]
    assert "cannot be listened to again" in pane.explanation(pane.rows[0])
    change_mind(program, qtbot, "high")  # it is not tried again, and the song's score follows
    assert session.along_failed
    open_song(program, qtbot, 4)
    assert not session.along_failed
    assert session.along is not None


def test_another_song_never_shows_the_seconds_of_the_one_before(
    program: Program, qtbot: Any
) -> None:
    session, library = program.context.session, program.context.library
    open_song(program, qtbot, 0)
    first = session.along
    navigation.open_song(program.context, int(library.songs.all_ids()[1]))
    assert session.along is None
    wait_for_jobs(program, qtbot)
    open_song(program, qtbot, 1)
    assert session.along is not None
    assert first is not None
    assert session.along.audio_hash != first.audio_hash


def test_what_is_prepared_for_the_next_song_serves_its_seconds(program: Program) -> None:
    session = program.context.session
    from core.model_store.registry import model_path
    from core.models.probe_form import cached_along

    found = own_predictions(program, 5)
    path = model_path(session.model)
    assert session.cache is not None
    assert load_predictions(session.cache, found.audio_hash, path, found.words) is None
    kept = cached_along(session.cache, found.audio_hash, program.context.models.get(path))
    assert kept is not None
