"""What is odd about a song's sound stands above its picture."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import soundfile
from pytestqt.qtbot import QtBot

from core.features.analyse import analyse_song, load_picture
from core.features.cache import FeatureCache
from core.models.prediction_records import Predictions, PrefixScores, Taggram
from rhythmcap_gui.views.listening.song_heading import SongHeading
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


def test_the_heading_says_that_a_short_song_is_heard_repeated(room: Room, qtbot: QtBot) -> None:
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
    assert "hears it repeated" in heading.facts
