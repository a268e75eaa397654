"""What is odd about a song's sound stands above its picture."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import soundfile
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from core.features.analyse import analyse_song, load_picture
from core.features.cache import FeatureCache
from core.library.edits.word_edits import SetWords
from core.models.prediction_records import Predictions, PrefixScores, Taggram
from rhythmcap_gui.views.listening.song_heading import SongHeading
from rhythmcap_gui.views.songs.song_table_model import SongTableModel
from tests.support.small_library import Room

RATE_HZ = 22_050


@pytest.mark.parametrize(
    ("sides", "told"),
    [((1.0, -1.0), "out of phase"), ((0.0, 1.0), "only the right channel"), ((1.0, 0.9), "")],
)
def test_the_heading_says_what_is_odd_about_the_channels(
    room: Room, qtbot: QtBot, tmp_path: Path, sides: tuple[float, float], told: str
) -> None:
    tone = 0.5 * np.sin(np.arange(2 * RATE_HZ) / 10)[:, None] * np.array(sides)
    path, cache = tmp_path / "song.wav", FeatureCache(tmp_path / "cache")
    soundfile.write(path, tone, RATE_HZ)
    audio_hash = analyse_song(path, cache).audio_hash
    heading = SongHeading(room.session)
    qtbot.addWidget(heading)
    room.open(1)
    room.session.set_picture(load_picture(audio_hash, cache))
    heading.refresh()
    assert (told in heading.facts) if told else heading.facts.count("·") < 3
    assert ("the picture and the" in heading.toolTip()) is bool(told)


def test_the_heading_says_that_the_model_repeats_a_short_song(room: Room, qtbot: QtBot) -> None:
    heading = SongHeading(room.session)
    qtbot.addWidget(heading)
    room.open(1)
    scores = np.zeros((1, 2), np.float32)
    window_s = room.session.duration_s + 10.0
    taggram = Taggram(np.zeros(1, np.float32), window_s, scores)
    prefixes = PrefixScores(np.ones(1, np.float32), scores)
    found = Predictions("m", "x", ("a", "b"), scores[0], taggram, prefixes)
    room.session.set_predictions(found)
    heading.refresh()
    assert "heard repeated" in heading.facts
    assert "listens to at once: the model hears it" in heading.toolTip()


def test_an_artist_cannot_turn_the_line_round(room: Room, qtbot: QtBot) -> None:
    words = (("artist", "\u202eevil"), ("album", "a\u202eb"))
    room.session.apply_changes(room.library.do(SetWords((1,), words)))
    heading = SongHeading(room.session)
    qtbot.addWidget(heading)
    room.open(1)
    song = room.session.song
    assert song is not None
    table = SongTableModel(room.session)
    heading.refresh()
    texts = [heading.facts, heading.toolTip(), heading.accessibleName(), song.display_album]
    table.set_ids(np.array([1]))
    for column in range(table.columnCount()):
        for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            texts.append(str(table.index(0, column).data(role)))
    assert "\\u202eevil" in heading.facts
    assert not any("\u202e" in text for text in texts)


def test_what_was_wrong_with_the_file_is_told_above_the_picture(room: Room, qtbot: QtBot) -> None:
    told = "song.m4a holds several sounds one after another, of which only the first can be read."
    room.session.library.remarks.store(1, (told,))
    heading = SongHeading(room.session)
    qtbot.addWidget(heading)
    room.open(1)
    heading.refresh()
    assert "⚠ damaged, or not read whole" in heading.facts
    assert told in heading.toolTip().replace("\n", " ")
    room.open(2)
    heading.refresh()
    assert "⚠" not in heading.facts
