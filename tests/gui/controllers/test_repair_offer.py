"""A library that turns out to be damaged is closed, and repaired when the user says so."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QMessageBox

from core.library.store import Library
from core.paths import folders
from core.settings import Settings
from rhythmcap_gui.app import Program
from rhythmcap_gui.logging_setup import LoggingSetup
from tests.support.small_library import add_songs
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
    offer(program)[0].defaultButton().click()
    qtbot.waitUntil(lambda: program.context.session.library is not None, timeout=20_000)
    assert program.context.library.songs.count() == 3
    notices = [card.notice for card in program.window.notices.cards]
    assert sum(notice.level == "error" for notice in notices) == 1
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
