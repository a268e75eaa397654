"""A song that was never analysed: seen in parts while it is read, played at once, then heard."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import soundfile

from core.demo import RATE_HZ, short_song
from core.features.cache import FeatureCache
from core.library.scan.importer import store_scanned
from core.library.store import Library
from core.paths import folders
from rhythmcap_gui.app import Program
from rhythmcap_gui.operations.songs import navigation
from tests.support.scan_in_process import scan_in_process
from tests.support.window import StartProgram, wait_for_jobs

SHORT_S, REPEATS = 3.0, 14


@pytest.fixture
def program(start_program: StartProgram, tmp_path: Path) -> Program:
    """The window on two songs, of whose pictures and features nothing is left."""
    music = tmp_path / "music"
    music.mkdir()
    short = short_song(1, "house", SHORT_S)
    soundfile.write(music / "The Tones - Short.flac", short, RATE_HZ)
    soundfile.write(music / "The Tones - Long.flac", np.tile(short, (REPEATS, 1)), RATE_HZ)
    folders().data.mkdir(parents=True)
    with Library.open(folders().library_file) as library:
        found: list[Any] = []
        scan_in_process([music], FeatureCache(tmp_path / "thrown away"), on_scanned=found.append)
        store_scanned(library, found)
    program = start_program()
    program.open(None)
    return program


def id_of(program: Program, title: str) -> int:
    return int(program.context.library.search.ids(title)[0])


def test_it_is_seen_in_parts_and_ready_to_play_before_its_picture_is_done(
    program: Program, qtbot: Any
) -> None:
    session, stage = program.context.session, program.window.listening.song_panes
    wait_for_jobs(program, qtbot)
    session.cache.clear()
    player, seen = program.context.player, []
    session.picture_grew.connect(
        lambda _part: seen.append(
            (stage.spectrogram.has_picture, session.picture is None, player.state.loaded)
        )
    )
    navigation.open_song(program.context, id_of(program, "Long"), play=False)
    qtbot.waitUntil(lambda: session.predictions is not None, timeout=30_000)
    assert seen
    assert set(seen) == {(True, True, True)}
    assert session.picture is not None
    assert session.picture.display.duration_s == pytest.approx(REPEATS * SHORT_S, abs=0.1)
    assert not np.isnan(session.predictions.taggram.scores).any()


def test_parts_of_a_song_that_was_left_are_not_shown(program: Program, qtbot: Any) -> None:
    session = program.context.session
    wait_for_jobs(program, qtbot)
    session.cache.clear()
    durations: list[float] = []
    for signal in (session.picture_grew, session.picture_ready):
        signal.connect(lambda found: durations.append(_duration_s(found)))
    navigation.open_song(program.context, id_of(program, "Long"), play=False)
    navigation.open_song(program.context, id_of(program, "Short"), play=False)
    wait_for_jobs(program, qtbot)
    assert durations
    assert durations == pytest.approx([SHORT_S] * len(durations), abs=0.1)


def _duration_s(found: Any) -> float:
    return float(getattr(found, "picture", found).display.duration_s)
