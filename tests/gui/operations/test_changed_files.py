"""A song's file holds another sound: the window says so, and mixes nothing."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import soundfile

from core.demo import RATE_HZ, short_song
from core.library.edits.edits import Judge
from core.library.records import State
from core.settings import Settings
from rhythmcap_gui.app import Program
from rhythmcap_gui.operations.songs import navigation
from tests.support.small_songs import tag_id
from tests.support.window import StartProgram, wait_for_jobs

SOUND = short_song(1, "house", 6.0)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    soundfile.write(tmp_path / "song.wav", SOUND, RATE_HZ)
    return tmp_path / "song.wav"


@pytest.fixture
def program(start_program: StartProgram, tmp_path: Path, path: Path, qtbot: Any) -> Program:
    """The window on a library with one judged song."""
    program = start_program(Settings())
    program.window.files_controller.open_library(tmp_path / "small.db")
    program.importer.start([path])
    qtbot.waitUntil(lambda: not program.importer.state.running, timeout=60_000)
    library = program.context.library
    library.do(Judge(1, tag_id(library, "kick"), State.YES))
    wait_for_jobs(program, qtbot)
    return program


def rename_over(path: Path) -> None:
    """Put another sound of the same size and time in the file's place, as sync programs do."""
    status = path.stat()
    new = path.with_name("new.wav")
    soundfile.write(new, SOUND[::-1], RATE_HZ)
    os.utime(new, ns=(status.st_atime_ns, status.st_mtime_ns))
    os.replace(new, path)


def overwrite(path: Path) -> None:
    soundfile.write(path, SOUND[::-1], RATE_HZ)


def texts(program: Program) -> list[str]:
    return [card.notice.text for card in program.window.notices.cards]


def wait_until_told(program: Program, qtbot: Any) -> None:
    told = "“song”: its file holds another sound now."
    qtbot.waitUntil(lambda: told in texts(program), timeout=60_000)
    wait_for_jobs(program, qtbot)


def assert_nothing_is_mixed(program: Program) -> None:
    library = program.context.library
    old, new = library.songs.get(1), library.songs.get(2)
    assert old is not None
    assert new is not None
    assert (old.missing_since is None, new.missing_since) == (False, None)
    assert (len(library.annotations.of_song(1)), library.annotations.of_song(2)) == (1, {})


@pytest.mark.parametrize("replace", [rename_over, overwrite])
def test_a_file_replaced_while_its_song_is_open_falls_silent_and_is_told(
    program: Program, path: Path, qtbot: Any, replace: Callable[[Path], None]
) -> None:
    navigation.open_song(program.context, 1)
    assert program.context.player.state.loaded
    replace(path)
    wait_until_told(program, qtbot)
    assert_nothing_is_mixed(program)
    session = program.context.session
    assert session.song is not None
    assert (session.song.id, session.file_changed) == (1, True)
    assert not program.context.player.state.loaded
    assert program.window.listening.missing.title.text() == "Its file holds another sound now"
    navigation.open_song(program.context, 2)
    assert program.context.player.state.loaded
    assert not session.file_changed


def test_a_file_replaced_while_it_is_closed_is_not_played_until_it_is_known(
    program: Program, path: Path, qtbot: Any
) -> None:
    navigation.open_song(program.context, None)
    rename_over(path)
    navigation.open_song(program.context, 1)
    assert program.context.session.file_changed
    assert not program.context.player.state.loaded
    wait_until_told(program, qtbot)
    assert_nothing_is_mixed(program)


def test_the_check_of_all_files_finds_other_sounds(
    program: Program, path: Path, qtbot: Any
) -> None:
    navigation.open_song(program.context, None)
    rename_over(path)
    program.window.song_files.check()
    wait_until_told(program, qtbot)
    assert_nothing_is_mixed(program)


def test_a_touched_file_is_compared_elsewhere_and_plays_as_was_wanted(
    program: Program, path: Path, qtbot: Any
) -> None:
    navigation.open_song(program.context, None)
    path.chmod(0o600)
    session, player = program.context.session, program.context.player
    player.set_volume(0.0)
    navigation.open_song(program.context, 1, play=True)
    assert session.file_changed
    assert not player.state.loaded
    assert program.context.plays_when_known
    qtbot.waitUntil(lambda: not session.file_changed, timeout=10_000)
    assert player.state.loaded
    assert not program.context.plays_when_known
    wait_for_jobs(program, qtbot)
    assert program.context.library.songs.count() == 1
    navigation.open_song(program.context, None)
    navigation.open_song(program.context, 1)
    assert not session.file_changed
    assert not program.importer.state.running


def test_a_file_that_is_touched_while_it_is_open_stays_open(
    program: Program, path: Path, qtbot: Any
) -> None:
    context, session, player = program.context, program.context.session, program.context.player
    song = navigation.open_song(context, 1)
    assert song is not None
    opened: list[object] = []
    session.song_opened.connect(opened.append)
    path.chmod(0o600)
    assert navigation.is_changed(context, song)
    qtbot.waitUntil(lambda: not navigation.is_changed(context, song), timeout=60_000)
    assert opened == []
    assert player.state.loaded
    assert not session.file_changed


def test_half_a_song_that_is_open_becomes_the_whole_one(
    program: Program, tmp_path: Path, qtbot: Any
) -> None:
    half = tmp_path / "copied.wav"
    soundfile.write(half, short_song(2, "house", 6.0), RATE_HZ)
    data = half.read_bytes()
    half.write_bytes(data[: len(data) // 2])
    program.importer.start([half])
    qtbot.waitUntil(lambda: not program.importer.state.running, timeout=60_000)
    wait_for_jobs(program, qtbot)
    library = program.context.library
    library.do(Judge(2, tag_id(library, "kick"), State.NO))
    navigation.open_song(program.context, 2)
    half.write_bytes(data)
    told = "The rest of “copied” has arrived: its tags are on the whole song now."
    qtbot.waitUntil(lambda: told in texts(program), timeout=60_000)
    wait_for_jobs(program, qtbot)
    assert program.context.session.song is not None
    assert program.context.session.song.id == 3
    assert len(library.annotations.of_song(3)) == 1
    assert library.songs.get(2) is None


def test_links_out_of_the_folder_are_counted_and_followed_when_asked(
    program: Program, tmp_path: Path, qtbot: Any
) -> None:
    (tmp_path / "outside").mkdir()
    (tmp_path / "music").mkdir()
    soundfile.write(tmp_path / "outside" / "other.wav", SOUND[::-1], RATE_HZ)
    (tmp_path / "music" / "z:").symlink_to("../outside")
    program.importer.start([tmp_path / "music"])
    qtbot.waitUntil(lambda: not program.importer.state.running, timeout=60_000)
    assert (program.importer.state.n_links, program.context.library.songs.count()) == (1, 1)
    panel = program.window.import_panel
    assert not program.window.docks["import"].isHidden()
    assert "links out of the folder passed over: 1" in panel._what.text()
    panel._follow.click()
    qtbot.waitUntil(lambda: not program.importer.state.running, timeout=60_000)
    assert (program.importer.state.n_links, program.context.library.songs.count()) == (0, 2)
    wait_for_jobs(program, qtbot)
