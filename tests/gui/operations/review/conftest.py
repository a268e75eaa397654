"""What the tests of questions share: the window, its keys, decisions in dispute."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from core.library.records import State
from core.library.store import Library
from core.paths import folders
from rhythmcap_gui.app import Program
from rhythmcap_gui.operations.shell import preferences
from tests.support.review_window import MANY_SCORES, SCORES, judge, use_model
from tests.support.small_library import add_songs, write_codebook
from tests.support.window import StartProgram, wait_for_jobs

YES, NO = State.YES, State.NO


@pytest.fixture
def program(start_program: StartProgram, tmp_path: Path, qtbot: QtBot) -> Program:
    """The window on five songs whose files are there, with a model that scored them."""
    folders().data.mkdir(parents=True)
    with Library.open(folders().library_file, codebook=write_codebook(tmp_path)) as library:
        add_songs(library, 5)
        for number in range(1, 6):
            path = tmp_path / f"{number}.flac"
            path.touch()
            library.database.write("UPDATE songs SET path = ? WHERE id = ?", (str(path), number))
    program = start_program()
    program.open(None)
    wait_for_jobs(program, qtbot)
    use_model(program, "my ear", SCORES)
    return program


@pytest.fixture
def many_songs(start_program: StartProgram, tmp_path: Path, qtbot: QtBot) -> Program:
    """The window on forty songs; their scores change when a test says so, and not by learning."""
    folders().data.mkdir(parents=True)
    with Library.open(folders().library_file, codebook=write_codebook(tmp_path)) as library:
        add_songs(library, len(MANY_SCORES))
        for number in range(1, len(MANY_SCORES) + 1):
            path = tmp_path / f"{number}.flac"
            path.touch()
            library.database.write("UPDATE songs SET path = ? WHERE id = ?", (str(path), number))
    program = start_program()
    program.open(None)
    preferences.change(program.context, live_learning=False)
    wait_for_jobs(program, qtbot)
    use_model(program, "my ear", MANY_SCORES)
    return program


@pytest.fixture
def press(program: Program, qtbot: QtBot) -> Callable[..., None]:
    qtbot.waitActive(program.window)
    program.window.setFocus()

    def keys(*pressed: Any) -> None:
        for item in pressed:
            key, modifier = (
                item if isinstance(item, tuple) else (item, Qt.KeyboardModifier.NoModifier)
            )
            qtbot.keyClick(program.window.focusWidget() or program.window, key, modifier)

    return keys


@pytest.fixture
def disputed(program: Program) -> Program:
    """Three decisions that the model contradicts; the strongest are songs 1, 2, 3."""
    judge(program, 1, "female", YES)
    judge(program, 2, "drums", NO)
    judge(program, 3, "drums", NO)
    judge(program, 4, "drums", YES)
    return program
