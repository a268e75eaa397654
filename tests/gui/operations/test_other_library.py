"""What a dock shows is about the open library, or names the one it is about."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from core.library.store import Library
from core.paths import folders
from rhythmcap_gui.app import Program
from rhythmcap_gui.operations.listening import playback
from rhythmcap_gui.operations.songs import navigation
from rhythmcap_gui.session import Notice
from rhythmcap_gui.view_data import ImportState, LearnState
from tests.support.learning_library import make_library
from tests.support.small_library import add_songs
from tests.support.small_songs import write_tone
from tests.support.window import StartProgram, wait_for_jobs


@pytest.fixture
def other(tmp_path: Path) -> Path:
    path = tmp_path / "other.db"
    with Library.open(path) as library:
        add_songs(library, 2)
    return path


def test_an_import_stops_and_stores_nothing_in_another_library(
    program: Program, other: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    importer, notices = program.importer, list[str]()
    program.context.session.notice.connect(lambda notice: notices.append(notice.text))
    importer.start([write_tone(tmp_path / f"{hz}.wav", hz) for hz in (220, 330)])
    assert importer.state.running
    program.window.files_controller.open_library(other)
    assert importer.state == ImportState(False)
    assert notices[0] == "Adding songs to “small” stopped, as another library was opened."
    wait_for_jobs(program, qtbot)
    assert program.context.library.songs.count() == 2
    assert importer.state == ImportState(False)


def test_a_library_that_was_left_is_found_as_it_was(program: Program, other: Path) -> None:
    context, controller = program.context, program.window.files_controller
    home, song_id = context.library.path, int(context.library.songs.all_ids()[-1])
    context.session.set_query("length:>1")
    navigation.open_song(context, song_id)
    playback.seek(context, 1.5)
    controller.open_library(other)
    navigation.open_song(context, 2)
    controller.open_library(home)
    assert (context.session.song.id, context.session.query) == (song_id, "length:>1")
    assert context.session.position_s == 1.5
    controller.open_library(other)
    assert (context.session.song.id, context.session.query) == (2, "")


def test_the_result_of_an_import_goes_with_its_library(
    program: Program, other: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    program.importer.start([write_tone(tmp_path / "a.wav")])
    qtbot.waitUntil(lambda: not program.importer.state.running, timeout=60_000)
    assert program.importer.state.added == 1
    program.window.files_controller.open_library(program.context.library.path)
    assert program.importer.state.added == 1  # it is still the same one
    program.window.files_controller.open_library(other)
    assert program.importer.state == ImportState(False)
    wait_for_jobs(program, qtbot)


def test_messages_name_the_library_they_are_about(
    program: Program, other: Path, library_file: Path
) -> None:
    session, notices, bar = (
        program.context.session,
        program.window.notices,
        program.window.notice_bar,
    )
    session.notify("Two files could not be read.", "warning")
    program.window.files_controller.open_library(other)
    former = next(card for card in notices.cards if card.notice.text.startswith("Two files"))
    assert former.when.text().startswith("small · ")
    assert bar.shown is None
    session.notice.emit(Notice("Here.", "warning"))
    assert "·" not in notices.cards[0].when.text()
    assert bar.shown == notices.cards[0].notice
    program.window.files_controller.open_library(library_file)
    assert former.when.text() == former._at
    here = next(card for card in notices.cards if card.notice.text == "Here.")
    assert here.when.text().startswith("other · ")


def test_what_was_learned_is_shown_with_its_library_only(
    start_program: StartProgram, other: Path, qtbot: QtBot
) -> None:
    make_library()
    program = start_program()
    program.open(None)
    wait_for_jobs(program, qtbot)
    learning, files = program.learning, program.window.files_controller
    learning.start()
    files.open_library(other)
    assert learning.state.library == "My library"
    assert program.window.training._heading.text().endswith("· My library")
    qtbot.waitUntil(lambda: not learning.state.running, timeout=120_000)
    assert (learning.state.outcome, learning.state.library) == (None, "")
    assert [model.name for model in program.context.library.models.list()] == ["starter"]
    files.open_library(folders().library_file)
    qtbot.waitUntil(lambda: learning.state.new is not None)
    assert learning.state.new.id in {row.id for row in program.context.library.models.list()}
    learned = learning.state
    files.open_library(other)
    assert learning.state.outcome is None
    files.open_library(folders().library_file)
    assert replace(learning.state, waiting="") == replace(learned, waiting="")
    assert program.window.training.use_new.isVisibleTo(program.window)
    wait_for_jobs(program, qtbot)


def test_learn_closes_over_another_library_that_has_nothing_to_show(
    program: Program, other: Path, library_file: Path
) -> None:
    window = program.window
    dock, open_library = window.docks["learn"], window.files_controller.open_library
    window.show_readiness()
    open_library(library_file)
    assert dock.isVisible()  # it is still the same one
    open_library(other)
    assert not dock.isVisible()
    window.show_readiness()
    assert dock.isVisible()
    window.learning._publish(LearnState(False, problem="Too few songs."))
    open_library(library_file)
    window.show_dock("learn")
    open_library(other)
    assert dock.isVisible()  # what was shown of it is shown again
