"""A library that can be kept nowhere is not lost as the window closes: it asks first."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QFileDialog, QMessageBox

from core.library.edits.edits import Judge
from core.library.records import State
from core.library.recovery.backup import list_backups
from core.library.store import Library
from core.paths import folders
from core.settings import Settings, load_settings
from rhythmcap_gui.app import Program
from tests.support.small_songs import library_with, tag_id
from tests.support.window import StartProgram, wait_for_jobs


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "drive" / "mine.db"


@pytest.fixture
def program(
    start_program: StartProgram, path: Path, qtbot: Any, monkeypatch: pytest.MonkeyPatch
) -> Program:
    """The window on a library whose folder is gone and whose copies cannot be written."""
    program = start_program(Settings())
    path.parent.mkdir()
    library_with(path, 3).close()
    program.window.files_controller.open_library(path)
    wait_for_jobs(program, qtbot)
    library = program.context.library
    for song in (1, 2):
        library.do(Judge(song, tag_id(library, "kick"), State.YES))
    program.replaced_library.stop()
    shutil.rmtree(path.parent)
    folders().backups.parent.mkdir(parents=True, exist_ok=True)
    folders().backups.write_text("no folder")
    monkeypatch.setattr(tempfile, "tempdir", str(path.parent.parent))
    return program


def question(program: Program) -> QMessageBox:
    (box,) = [box for box in program.window.findChildren(QMessageBox) if box.isVisible()]
    return box


def press(program: Program, words: str) -> None:
    box = question(program)
    next(button for button in box.buttons() if words in button.text()).click()


def n_decisions(path: Path) -> int:
    with Library.open(path) as library:
        return int(library.database.value("SELECT count(*) FROM annotations"))


def test_the_window_stays_and_closes_when_it_could_be_kept(
    program: Program, path: Path, qtbot: Any
) -> None:
    library = program.context.library
    assert not program.window.close()
    assert program.window.isVisible()
    question(program).reject()
    assert program.context.session.library is library
    assert not program.window.close()
    folders().backups.unlink()
    press(program, "Try again")
    qtbot.waitUntil(lambda: not program.window.isVisible(), timeout=10_000)
    (kept,) = list_backups(path)
    assert n_decisions(kept.path) == 2


def test_it_can_be_saved_elsewhere_and_that_file_is_opened_next(
    program: Program, tmp_path: Path, qtbot: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "saved.db"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(target), ""))
    program.window.close()
    press(program, "Save somewhere else")
    qtbot.waitUntil(lambda: not program.window.isVisible(), timeout=10_000)
    assert n_decisions(target) == 2
    assert load_settings(folders().settings_file).recent_libraries[0] == str(target)


def test_it_is_lost_only_when_the_number_of_decisions_was_pressed(
    program: Program, path: Path, qtbot: Any
) -> None:
    program.window.close()
    press(program, "lose 2 decisions")
    qtbot.waitUntil(lambda: not program.window.isVisible(), timeout=10_000)
    assert list_backups(path) == ()


def test_a_signal_asks_nobody_and_the_next_window_says_where_it_is(
    program: Program, path: Path, qtbot: Any, start_program: StartProgram
) -> None:
    program.window.closing_question.close_unasked()
    assert not program.window.isVisible()
    (kept,) = list_backups(path)
    assert kept.path.parent == folders().logs / "copies"
    again = start_program(Settings())
    again.window.files_controller.open_library(path)
    wait_for_jobs(again, qtbot)
    assert any(str(kept.path) in card.notice.text for card in again.window.notices.cards)


def test_the_end_of_the_session_copies_it_before_anything_closes(
    program: Program, path: Path
) -> None:
    program.window.closing_question._session_ends(None)
    assert len(list_backups(path)) == 1
    assert program.context.session.library is not None
    assert program.window.close()


def test_another_library_is_not_opened_over_one_that_can_be_kept_nowhere(
    program: Program, tmp_path: Path, qtbot: Any
) -> None:
    library = program.context.library
    library_with(tmp_path / "other.db", 1).close()
    program.window.files_controller.open_library(tmp_path / "other.db")
    wait_for_jobs(program, qtbot)
    assert program.context.library is library
    assert library.songs.count() == 3


def test_a_file_put_there_as_the_window_closes_is_told_by_the_next_one(
    start_program: StartProgram, tmp_path: Path, qtbot: Any
) -> None:
    path = tmp_path / "mine.db"
    library_with(path, 3).close()
    shutil.copyfile(path, tmp_path / "older.db")
    program = start_program(Settings())
    program.window.files_controller.open_library(path)
    wait_for_jobs(program, qtbot)
    library = program.context.library
    library.do(Judge(1, tag_id(library, "kick"), State.YES))
    os.replace(tmp_path / "older.db", path)
    assert program.window.close()
    again = start_program(Settings())
    again.window.files_controller.open_library(path)
    wait_for_jobs(again, qtbot)
    assert any("mine-replaced-1.db" in card.notice.text for card in again.window.notices.cards)
