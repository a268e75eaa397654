"""The file of the model in use is gone: said once; the window goes on, another can be chosen."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from core.library.records import State
from core.library.store import Library
from core.settings import Settings
from core.training.shelf import model_path, register_file
from rhythmcap_gui.app import Program
from rhythmcap_gui.operations import models, songs, tagging
from tests.core.sung_labels import parent_file
from tests.gui.small_library import add_songs


@pytest.fixture
def program(qapp: QApplication, tmp_path: Path, qtbot: Any) -> Iterator[Program]:
    """The window on a library whose only model has no file any more."""
    made = Program(qapp, Settings())
    with Library.open(tmp_path / "small.db") as library:
        add_songs(library, 3)
        model_path(register_file(library, parent_file(tmp_path / "stick"), "mine")).unlink()
    made.window.show()
    made.window.open_library(tmp_path / "small.db")
    qtbot.waitUntil(lambda: not made.desk.runner.jobs(), timeout=30_000)
    yield made
    made.close()
    made.window.deleteLater()
    made.deleteLater()


def test_it_is_said_once_and_the_window_goes_on(program: Program, qtbot: Any) -> None:
    desk = program.desk
    for song_id in (1, 2, 3):
        songs.open_song(desk, song_id)
    errors = [each.message for each in program.window.messages.cards]
    said = [each for each in errors if "“mine” is missing" in each.text]
    assert len(said) == 1
    assert "starter" in said[0].remedy
    assert desk.session.model is None
    tag = desk.library.codebook.tags()[0]
    tagging.judge(desk, tag.id, State.YES)
    assert desk.session.states()[tag.id].state is State.YES
    starter = desk.library.models.get("starter")
    models.use(desk, starter.id)
    assert desk.session.model == desk.library.models.get("starter")
    qtbot.waitUntil(lambda: not desk.runner.jobs(), timeout=30_000)
