"""The file of the active model is missing: one message; the window goes on, another can be used."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from core.library.records import State
from core.library.store import Library
from core.model_store.registry import add_file, model_path
from rhythmcap_gui.app import Program
from rhythmcap_gui.operations.models import library_models
from rhythmcap_gui.operations.songs import navigation
from rhythmcap_gui.operations.tags import tagging
from tests.support.small_library import add_songs
from tests.support.synthetic_songs import parent_file


@pytest.fixture
def library_file(tmp_path: Path) -> Path:
    """A library whose only model has no file any more."""
    path = tmp_path / "small.db"
    with Library.open(path) as library:
        add_songs(library, 3)
        model_path(add_file(library, parent_file(tmp_path / "stick"), "mine")).unlink()
    return path


def test_one_message_and_the_window_goes_on(program: Program, qtbot: Any) -> None:
    context = program.context
    for song_id in (1, 2, 3):
        navigation.open_song(context, song_id)
    errors = [card.notice for card in program.window.notices.cards]
    named = [error for error in errors if "“mine” is missing" in error.text]
    assert len(named) == 1
    assert "starter" in named[0].remedy
    assert context.session.model is None
    tag = context.library.codebook.tags()[0]
    tagging.judge(context, tag.id, State.YES)
    assert context.session.states()[tag.id].state is State.YES
    starter = context.library.models.get("starter")
    library_models.use(context, starter.id)
    assert context.session.model == context.library.models.get("starter")
    qtbot.waitUntil(lambda: not context.runner.jobs(), timeout=30_000)
