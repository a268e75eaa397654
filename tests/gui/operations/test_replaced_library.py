"""Another file in the place of the open library is opened; a missing one offers its copies."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QMessageBox

from core.library.edits.edits import Judge
from core.library.records import State
from core.library.recovery.backup import backup_beside
from core.library.store import Library
from core.settings import Settings
from rhythmcap_gui.app import Program
from rhythmcap_gui.operations import edit_runner
from rhythmcap_gui.views.files.restore_dialog import RestoreDialog
from tests.support.small_songs import library_with, tag_id
from tests.support.window import StartProgram, wait_for_jobs


@pytest.fixture
def program(start_program: StartProgram) -> Program:
    """The window without a library."""
    return start_program(Settings())


def offers(program: Program) -> list[RestoreDialog]:
    return [dialog for dialog in program.window.findChildren(RestoreDialog) if dialog.isVisible()]


def questions(program: Program) -> list[QMessageBox]:
    return [box for box in program.window.findChildren(QMessageBox) if box.isVisible()]


def texts(program: Program) -> list[str]:
    cards = program.window.notices.cards
    return [f"{card.notice.text} {card.notice.remedy}" for card in cards]


def test_a_file_put_over_the_open_library_is_followed_and_the_decisions_are_kept(
    program: Program, tmp_path: Path, qtbot: Any
) -> None:
    path, other = tmp_path / "mine.db", tmp_path / "other.db"
    library_with(other, 5).close()
    library_with(path, 2).close()
    program.window.files_controller.open_library(path)
    library = program.context.library
    library.do(Judge(1, tag_id(library, "kick"), State.YES))
    os.replace(other, path)
    program.replaced_library.look()
    assert program.context.library.songs.count() == 5
    assert any("mine-replaced-1.db" in text for text in texts(program))
    with Library.open(tmp_path / "mine-replaced-1.db") as kept:
        assert len(kept.annotations.of_song(1)) == 1
    wait_for_jobs(program, qtbot)


def test_a_decision_on_a_replaced_library_is_not_lost_in_a_file_without_a_name(
    program: Program, tmp_path: Path, qtbot: Any
) -> None:
    path = tmp_path / "mine.db"
    library_with(path, 2).close()
    shutil.copyfile(path, tmp_path / "other.db")
    program.window.files_controller.open_library(path)
    os.replace(tmp_path / "other.db", path)
    library = program.context.library
    try:
        library.do(Judge(1, tag_id(library, "kick"), State.YES))
    except Exception as error:  # noqa: BLE001  as an action shows it
        program.context.show_error(error)
    qtbot.waitUntil(lambda: program.context.session.library not in (None, library), timeout=10_000)
    assert any("another file" in text for text in texts(program))
    wait_for_jobs(program, qtbot)


def test_a_deleted_file_is_written_anew_and_stays_open(
    program: Program, tmp_path: Path, qtbot: Any
) -> None:
    path = tmp_path / "mine.db"
    library_with(path, 2).close()
    program.window.files_controller.open_library(path)
    library = program.context.library
    kick = tag_id(library, "kick")
    library.do(Judge(1, kick, State.YES))
    path.unlink()
    edit_runner.apply(program.context, Judge(2, kick, State.YES))
    qtbot.waitUntil(lambda: program.context.session.library not in (None, library), timeout=10_000)
    assert len(program.context.library.annotations.of_song(1)) == 1
    assert any("no decision is lost" in text for text in texts(program))
    assert any("last step was not done" in text for text in texts(program))
    edit_runner.apply(program.context, Judge(2, kick, State.YES))
    assert len(program.context.library.annotations.of_song(2)) == 1
    wait_for_jobs(program, qtbot)


def test_closing_the_window_writes_a_deleted_library_anew(
    program: Program, tmp_path: Path, qtbot: Any
) -> None:
    path = tmp_path / "mine.db"
    library_with(path, 2).close()
    program.window.files_controller.open_library(path)
    library = program.context.library
    library.do(Judge(1, tag_id(library, "kick"), State.YES))
    path.unlink()
    wait_for_jobs(program, qtbot)
    program.close()
    with Library.open(path) as again:
        assert len(again.annotations.of_song(1)) == 1


def test_a_file_cut_in_its_place_is_offered_to_be_repaired_with_its_log(
    program: Program, tmp_path: Path, qtbot: Any
) -> None:
    path = tmp_path / "mine.db"
    library_with(path, 8).close()
    program.window.files_controller.open_library(path)
    library = program.context.library
    kick = tag_id(library, "kick")
    for song in range(1, 8):
        library.do(Judge(song, kick, State.YES))
    wait_for_jobs(program, qtbot)
    os.truncate(path, 150_000)
    program.replaced_library.look()
    qtbot.waitUntil(lambda: bool(questions(program)), timeout=10_000)
    assert not any("another file" in text for text in texts(program))
    box = questions(program)[0]
    next(button for button in box.buttons() if "Repair" in button.text()).click()
    qtbot.waitUntil(lambda: program.context.session.library is not None, timeout=20_000)
    assert program.context.library.database.value("SELECT count(*) FROM annotations") == 7
    wait_for_jobs(program, qtbot)


@pytest.mark.parametrize("wish", ["restore", "copy"])
def test_a_missing_library_offers_its_copies_and_begins_anew_only_when_told_so(
    program: Program, tmp_path: Path, qtbot: Any, wish: str
) -> None:
    path = tmp_path / "mine.db"
    library_with(path, 3).close()
    backup_beside(path, "by-hand")
    path.unlink()
    program.window.files_controller.open_library(path)
    qtbot.waitUntil(lambda: bool(offers(program)), timeout=10_000)
    dialog = offers(program)[0]
    assert not path.exists()
    qtbot.waitUntil(lambda: dialog.chosen() is not None, timeout=10_000)
    getattr(dialog, wish).click()
    qtbot.waitUntil(lambda: program.context.session.library is not None, timeout=20_000)
    assert program.context.library.songs.count() == (3 if wish == "restore" else 0)
    wait_for_jobs(program, qtbot)
