"""A library that turns out to be damaged is closed, and repaired when the user says so."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QMessageBox

from core.library.edits.edits import Judge
from core.library.records import State
from core.library.recovery.backup import backup_beside
from core.library.store import Library
from core.paths import folders
from core.settings import Settings
from rhythmcap_gui.app import Program
from rhythmcap_gui.logging_setup import LoggingSetup
from rhythmcap_gui.operations.files import backups, repair_library
from tests.support.small_library import add_songs
from tests.support.small_songs import library_with, new_song, tag_id
from tests.support.window import StartProgram, wait_for_jobs


@pytest.fixture
def program(start_program: StartProgram) -> Program:
    """The window without a library."""
    return start_program(Settings())


@pytest.fixture
def damaged(tmp_path: Path) -> Path:
    """A library of three songs that can be opened, and breaks when it is looked at."""
    path = tmp_path / "small.db"
    with Library.open(path) as library:
        add_songs(library, 3)
    writer = sqlite3.connect(path)
    writer.execute("DROP TABLE song_counts")
    writer.close()
    return path


def offer(program: Program) -> list[QMessageBox]:
    return [box for box in program.window.findChildren(QMessageBox) if box.isVisible()]


def test_damage_met_while_painting_is_no_crash_but_a_question_and_then_repaired(
    program: Program, damaged: Path, qtbot: Any
) -> None:
    log_setup = LoggingSetup(folders().log_file)
    log_setup.show_error = program.context.show_error
    try:
        program.window.files_controller.open_library(damaged)
        qtbot.waitUntil(lambda: bool(offer(program)), timeout=20_000)
    finally:
        log_setup.close()
    assert program.context.session.library is None
    told = [card.notice for card in program.window.notices.cards]
    assert sum(notice.level == "error" for notice in told) == 1
    offer(program)[0].defaultButton().click()
    qtbot.waitUntil(lambda: program.context.session.library is not None, timeout=20_000)
    assert program.context.library.songs.count() == 3
    notices = [card.notice for card in program.window.notices.cards]
    assert not [notice.text for notice in notices if notice.level == "error"]
    assert any("small-damaged-1.db" in notice.remedy for notice in notices)
    wait_for_jobs(program, qtbot)


def test_a_library_that_cannot_be_opened_is_offered_to_be_repaired_too(
    program: Program, damaged: Path, qtbot: Any
) -> None:
    damaged.write_bytes(damaged.read_bytes()[:8192])
    program.window.files_controller.open_library(damaged)
    qtbot.waitUntil(lambda: bool(offer(program)), timeout=20_000)
    offer(program)[0].reject()
    assert program.context.session.library is None
    program.importer.start([damaged.parent])
    assert program.window.notices.cards[0].notice.text == "No library is open."
    assert len(damaged.read_bytes()) == 8192


def test_a_loss_is_a_headline_with_songs_days_and_what_to_do_and_never_a_tick(
    program: Program, tmp_path: Path, qtbot: Any
) -> None:
    path = tmp_path / "thesis.db"
    with library_with(path, 9) as library:
        kick = tag_id(library, "kick")
        for song in range(1, 10):
            library.do(Judge(song, kick, State.YES))
    with closing(sqlite3.connect(path, isolation_level=None)) as writer:
        for table in ("annotations", "journal"):
            writer.execute(f"DELETE FROM {table} WHERE id > 2")
        writer.execute("DROP TABLE song_counts")
    repair_library.repair_library(program.context, path)
    qtbot.waitUntil(lambda: program.context.session.library is not None, timeout=20_000)
    wait_for_jobs(program, qtbot)
    notices = [card.notice for card in program.window.notices.cards]
    (told,) = [notice for notice in notices if "thesis.db" in notice.text]
    assert (told.level, told.path) == ("error", path)
    assert told.text == "thesis.db was repaired. Decisions that are lost: 7."
    assert "2 of 9 decisions are there." in told.remedy
    assert "The lost decisions were made on: " in told.remedy
    assert "Judge these songs again." in told.remedy
    assert "thesis-damaged-1.db" in told.remedy
    assert not any(notice.level == "good" for notice in notices)


@pytest.mark.parametrize(("button", "n_songs"), [("can be read", 3), ("undamaged one", 2)])
def test_a_damaged_copy_is_a_question_what_shall_take_the_librarys_place(
    program: Program, tmp_path: Path, qtbot: Any, button: str, n_songs: int
) -> None:
    path = tmp_path / "small.db"
    library_with(path, 2).close()
    backup_beside(path, "by-hand")
    with Library.open(path) as library:
        library.songs.add(new_song(9))
    damaged = backup_beside(path, "by-hand")
    assert damaged is not None
    os.truncate(damaged.path, damaged.path.stat().st_size - 3 * 4096)
    program.window.files_controller.open_library(path)
    wait_for_jobs(program, qtbot)
    backups.restore(program.context, path, damaged)
    qtbot.waitUntil(lambda: bool(offer(program)), timeout=20_000)
    box = offer(program)[0]
    next(choice for choice in box.buttons() if button in choice.text()).click()
    qtbot.waitUntil(lambda: program.context.session.library is not None, timeout=20_000)
    assert program.context.library.songs.count() == n_songs
    wait_for_jobs(program, qtbot)
