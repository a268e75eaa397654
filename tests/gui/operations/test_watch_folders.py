"""Watched folders: new songs come by themselves, whole, once, and into the right library."""

from __future__ import annotations

import os
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import soundfile

from core.demo import RATE_HZ, short_song
from core.features.recipe import RECIPES
from core.library.edits.edits import RemoveSongs
from core.settings import Settings
from rhythmcap_gui.app import Program
from rhythmcap_gui.views.shell.settings_dialog import SettingsDialog
from tests.support.window import StartProgram, wait_for_jobs


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The folder that is watched, with one song in a folder inside."""
    (tmp_path / "recordings" / "monday").mkdir(parents=True)
    write(tmp_path / "recordings" / "monday" / "first.flac", 1)
    return tmp_path / "recordings"


@pytest.fixture
def program(start_program: StartProgram, tmp_path: Path, folder: Path) -> Program:
    """The window on an empty library that watches the folder."""
    path = tmp_path / "small.db"
    program = start_program(Settings(watch_folders={str(folder): str(path)}))
    program.watcher.settle_ms = 150
    program.window.files_controller.open_library(path)
    return program


def write(path: Path, seed: int, seconds: float = 2.0) -> None:
    soundfile.write(path, short_song(seed, "house", seconds), RATE_HZ)


def names(program: Program) -> list[str]:
    locations = program.context.library.songs.locations()
    return sorted(location.path.name for location in locations)


def test_new_songs_come_at_start_and_when_they_appear(
    program: Program, folder: Path, qtbot: Any
) -> None:
    qtbot.waitUntil(lambda: names(program) == ["first.flac"], timeout=60_000)
    qtbot.waitUntil(lambda: not program.importer.state.running, timeout=30_000)
    write(folder / "monday" / "second.flac", 2)
    qtbot.waitUntil(lambda: names(program) == ["first.flac", "second.flac"], timeout=60_000)
    qtbot.waitUntil(lambda: not program.importer.state.running, timeout=30_000)
    texts = [card.notice.text for card in program.window.notices.cards]
    assert texts == ["New songs in watched folders: 1"] * 2
    assert not program.window.docks["import"].isVisible()
    wait_for_jobs(program, qtbot)


def test_the_features_of_the_model_in_use_come_with_the_first_reading(
    program: Program, folder: Path, qtbot: Any
) -> None:
    qtbot.waitUntil(lambda: not program.importer.state.running, timeout=30_000)
    session = program.context.session
    assert session.model is not None
    session.model = replace(session.model, provenance={"recipe": "musicnn-2019"})
    write(folder / "second.flac", 2)
    program.importer.start([folder])
    qtbot.waitUntil(lambda: "second.flac" in names(program), timeout=60_000)
    [second] = [
        location.audio_hash
        for location in program.context.library.songs.locations()
        if location.path.name == "second.flac"
    ]
    assert session.cache is not None
    assert session.cache.has(second, RECIPES["musicnn-2019"])
    assert session.cache.has(second, RECIPES["thesis"])
    wait_for_jobs(program, qtbot)


def test_a_removed_song_does_not_come_back_by_itself(
    program: Program, folder: Path, tmp_path: Path, qtbot: Any
) -> None:
    qtbot.waitUntil(lambda: names(program) == ["first.flac"], timeout=60_000)
    qtbot.waitUntil(lambda: not program.importer.state.running, timeout=30_000)
    program.context.session.apply_changes(program.context.library.do(RemoveSongs((1,))))
    program.window.files_controller.open_library(tmp_path / "other.db")
    os.utime(folder / "monday" / "first.flac", (1e9, 1e9))  # so it is read again
    program.window.files_controller.open_library(tmp_path / "small.db")
    write(folder / "second.flac", 2)
    qtbot.waitUntil(lambda: names(program) == ["second.flac"], timeout=60_000)
    wait_for_jobs(program, qtbot)
    assert names(program) == ["second.flac"]
    program.importer.start([folder])
    qtbot.waitUntil(lambda: names(program) == ["first.flac", "second.flac"], timeout=60_000)
    wait_for_jobs(program, qtbot)


def test_another_library_does_not_get_them(program: Program, tmp_path: Path, qtbot: Any) -> None:
    program.window.files_controller.open_library(tmp_path / "other.db")
    assert program.watcher.folders == []
    wait_for_jobs(program, qtbot)
    assert names(program) == []


def test_the_settings_keep_the_folders_of_every_library(
    program: Program, folder: Path, tmp_path: Path, qtbot: Any
) -> None:
    session = program.context.session
    session.settings = Settings(watch_folders={str(folder): session.library.path.as_posix(),
                                               "/elsewhere": "/other.db"})  # fmt: skip
    dialog = SettingsDialog(session, [], [])
    qtbot.addWidget(dialog)
    page = dialog._folders
    assert page.list.count() == 1
    page.list.setCurrentRow(0)
    page.remove.click()
    page.watch(tmp_path)
    page.watch(tmp_path)
    library = str(session.library.path)
    assert dialog.chosen().watch_folders == {"/elsewhere": "/other.db", str(tmp_path): library}
    wait_for_jobs(program, qtbot)


@pytest.mark.slow
def test_a_copy_that_stalls_for_minutes_comes_once_and_whole(
    program: Program, folder: Path, qtbot: Any
) -> None:
    qtbot.waitUntil(lambda: names(program) == ["first.flac"], timeout=60_000)
    qtbot.waitUntil(lambda: not program.importer.state.running, timeout=30_000)
    watcher, copied = program.watcher, folder / "monday" / "copied.flac"
    write(folder.parent / "source.flac", 3)
    data = (folder.parent / "source.flac").read_bytes()
    copied.write_bytes(data[: len(data) // 2])
    for stalled_s in (1.0, 60.0, 400.0):
        watcher.clock_s = lambda: copied.stat().st_ctime + stalled_s  # noqa: B023
        watcher._scan()
        wait_for_jobs(program, qtbot)
        assert names(program) == ["first.flac"]
    watcher.clock_s = time.time
    copied.write_bytes(data)
    qtbot.waitUntil(lambda: names(program) == ["copied.flac", "first.flac"], timeout=60_000)
    wait_for_jobs(program, qtbot)
    assert program.context.library.songs.by_path(copied).id == 2
