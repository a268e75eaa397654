"""The demo while it is composed: what there is can be heard, and sounds on in the library."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Any

import pytest
import soundfile

from core.demo import RATE_HZ, DemoSong, short_song
from core.features.cache import FeatureCache
from core.library.scan.importer import store_scanned
from core.library.store import Library
from core.paths import folders
from rhythmcap_gui.app import Program
from tests.support.scan_in_process import scan_in_process
from tests.support.window import StartProgram, wait_for_jobs


@pytest.fixture
def songs(tmp_path: Path) -> list[DemoSong]:
    """Two songs that are composed already."""
    folder = tmp_path / "songs"
    folder.mkdir()
    made = []
    for number, style in enumerate(("house", "waltz")):
        path = folder / f"{style}.flac"
        soundfile.write(path, short_song(number, style, 3.0), RATE_HZ)
        made.append(DemoSong(path, style, "The Tones", "", 2000, (), (), False))
    return made


@pytest.fixture
def library(songs: list[DemoSong], tmp_path: Path) -> Path:
    path, found = tmp_path / "demo.db", []
    with Library.open(path) as opened:
        cache = FeatureCache(folders().features)
        scan_in_process([songs[0].path.parent], cache, on_scanned=found.append)
        store_scanned(opened, found)
    return path


@pytest.fixture
def program(start_program: StartProgram) -> Program:
    program = start_program()
    program.open(None)
    return program


def test_what_is_composed_plays_and_the_library_opens_with_it(
    program: Program, songs: list[DemoSong], library: Path, qtbot: Any
) -> None:
    files, page = program.window.files_controller, program.window.first_run
    preview, may_end = files.demo_preview, threading.Event()

    def work(job: Any) -> None:
        for song in songs:
            job.deliver(song)
        may_end.wait(30.0)

    opened: list[Path] = []

    def open_library(path: Path) -> None:
        opened.append(path)
        files.open_library(path)

    program.importer.compose(
        "Composing", work, lambda: preview.go_on_in(library, open_library), preview.add
    )
    qtbot.waitUntil(lambda: page._preview.isVisible() and page._skip.isEnabled(), timeout=5000)
    assert page._song.text() == "house by The Tones"
    page._play.click()
    assert program.context.player.state.loaded
    page._skip.click()
    assert page._song.text() == "waltz by The Tones"
    may_end.set()
    qtbot.waitUntil(lambda: bool(opened), timeout=5000)
    assert not page._preview.isVisible()
    assert program.context.session.song is not None
    wait_for_jobs(program, qtbot)


def test_a_cancelled_demo_falls_silent(program: Program, songs: list[DemoSong], qtbot: Any) -> None:
    preview, may_end = program.window.files_controller.demo_preview, threading.Event()

    def work(job: Any) -> None:
        job.deliver(songs[0])
        while not may_end.wait(0.01):
            job.check()

    program.importer.compose("Composing", work, lambda: None, preview.add)
    qtbot.waitUntil(lambda: program.window.first_run._preview.isVisible(), timeout=5000)
    preview.toggle()
    program.importer.cancel()
    qtbot.waitUntil(lambda: not program.importer.state.running, timeout=5000)
    assert not program.context.player.state.loaded
    preview.toggle()
    assert not program.context.player.state.loaded
