"""A song that is silent or too short says so where its words would be; nothing pops up."""

from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
import pytest
import soundfile
from pytestqt.qtbot import QtBot

from core.features.cache import FeatureCache
from core.library.store import Library
from core.paths import folders
from rhythmcap_gui.app import Program
from rhythmcap_gui.operations.songs import navigation
from rhythmcap_gui.views.listening.listening_placeholder import words_without_taggram
from tests.support.scan_in_process import store_in_process
from tests.support.small_songs import write_tone
from tests.support.window import wait_for_jobs


@pytest.fixture
def library_file(tmp_path: Path) -> Path:
    """A library of a silent song, a short one and one to be judged."""
    silent = tmp_path / "a silent.wav"
    soundfile.write(silent, np.zeros(66_150, np.float32), 22_050)
    short = write_tone(tmp_path / "b short.wav", seconds=0.5)
    tone = write_tone(tmp_path / "c tone.wav", seconds=3.0)
    path = tmp_path / "small.db"
    with Library.open(path) as library:
        store_in_process(library, [silent, short, tone], FeatureCache(folders().features))
    return path


def test_the_reason_stands_where_the_words_would_be(program: Program, qtbot: QtBot) -> None:
    context, session = program.context, program.context.session
    wait_for_jobs(program, qtbot)
    cards = len(program.window.notices.cards)
    ids = {song.path.stem[0]: song.id for song in context.library.songs.after(0, 9)}
    for name, reason in (("a", "The song is silent."), ("b", "The song is shorter than 1 s.")):
        song_id = ids[name]
        navigation.open_song(context, song_id)
        wait_for_jobs(program, qtbot)
        assert session.predictions is None
        assert words_without_taggram(session).title == reason
        assert context.library.predictions.get(song_id, session.model.id) is None
    navigation.open_song(context, ids["c"])
    wait_for_jobs(program, qtbot)
    assert session.unscored is None
    assert session.predictions is not None
    assert len(program.window.notices.cards) == cards


def test_scores_that_cannot_be_stored_are_shown_and_why(program: Program, qtbot: QtBot) -> None:
    context, session = program.context, program.context.session
    wait_for_jobs(program, qtbot)
    song = next(song for song in context.library.songs.after(0, 9) if "tone" in song.path.name)
    shutil.rmtree(session.cache.folder)
    with context.library.database.writes_blocked():
        navigation.open_song(context, song.id)
        wait_for_jobs(program, qtbot)
    assert session.predictions is not None
    assert any(card.notice.level == "error" for card in program.window.notices.cards)
