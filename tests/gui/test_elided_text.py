"""No dock and no dialog cuts a word in German, Italian or Spanish, in a window of 1280×800."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from core.settings import Settings
from rhythmcap_gui.app import Program
from tests.gui.test_languages import CODES, cut_texts
from tests.support.dialogs import DIALOGS, open_dialog
from tests.support.small_library import open_room
from tests.support.window import StartProgram, wait_for_jobs


@pytest.fixture
def start(start_program: StartProgram, tmp_path: Path, qtbot: Any) -> Callable[[str], Program]:
    """Open the window of 1280×800 on a small library, in a language."""
    (tmp_path / "made").mkdir()
    room = open_room(tmp_path / "made")
    room.predict(np.full((3, 4), 0.5, dtype=np.float32))
    room.close()

    def start_in(code: str) -> Program:
        program = start_program(Settings(language=code))
        program.window.resize(1280, 800)
        program.window.files_controller.open_library(tmp_path / "made" / "library.db")
        wait_for_jobs(program, qtbot)
        return program

    return start_in


@pytest.mark.parametrize("code", CODES)
def test_no_dock_and_no_dialog_cuts_a_word(
    start: Callable[[str], Program], qtbot: Any, code: str
) -> None:
    program = start(code)
    cut = {}
    for name in program.window.docks:
        program.window.show_dock(name)
        QApplication.processEvents()
        cut[name] = cut_texts(program.window)
    for name in DIALOGS:
        dialog = open_dialog(program, name)
        wait_for_jobs(program, qtbot)
        QApplication.processEvents()
        cut[name] = cut_texts(dialog)
        dialog.reject()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert {name: words for name, words in cut.items() if words} == {}
