"""A library that is open elsewhere, or whose drive is missing: a message, and nothing is lost."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from core.library.records import State
from core.library.store import Library
from core.paths import folders
from core.settings import Settings
from rhythmcap_gui.app import Program
from rhythmcap_gui.operations.tags import tagging
from tests.support.small_library import add_songs
from tests.support.window import StartProgram, wait_for_jobs

ROOT = Path(__file__).resolve().parents[3]
HOLD = """
import sys
from pathlib import Path
from core.library.store import Library
with Library.open(Path(sys.argv[1])):
    print("open", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def program(start_program: StartProgram, tmp_path: Path) -> Program:
    """The window without a library; drive.db has three songs."""
    with Library.open(tmp_path / "drive.db") as library:
        add_songs(library, 3)
    return start_program(Settings())


@pytest.fixture
def elsewhere(tmp_path: Path, program: Program) -> Iterator[subprocess.Popen[str]]:
    """Another process, which has the library open for writing."""
    assert program
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(tmp_path / "drive.db")],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert holder.stdout.readline() == "open\n"
    yield holder
    holder.stdin.close()
    holder.wait(timeout=20)
    holder.stdout.close()


def test_a_library_open_elsewhere_is_read_and_a_banner_says_so(
    program: Program, elsewhere: subprocess.Popen[str], tmp_path: Path, qtbot: Any
) -> None:
    window, session = program.window, program.context.session
    window.files_controller.open_library(tmp_path / "drive.db")
    assert session.library.read_only
    assert window.banner.isVisible()
    told = window.banner.words.text()
    assert told.startswith("The library drive.db is open in another RhythmCap. Reading only: ")
    assert not any("is open in" in card.notice.text for card in window.notices.cards)  # told once
    made = window.action_set
    for name in ("library.add", "tags.new", "model.learn", "tags.note", "edit.undo"):
        assert not made[name].isEnabled()
        assert "reading only" in made[name].toolTip()
    tag = session.library.codebook.tags()[0]
    session.open_song(session.library.songs.get(1))
    tagging.judge(program.context, tag.id, State.YES)
    assert session.states() == {}
    assert window.notices.cards[0].notice.level == "error"
    elsewhere.stdin.write("done")
    elsewhere.stdin.close()
    elsewhere.wait(timeout=20)
    window.banner.writing_requested.emit()
    assert not session.library.read_only
    assert not window.banner.isVisible()
    assert made["library.add"].isEnabled()
    wait_for_jobs(program, qtbot)


def test_a_library_whose_drive_is_missing_is_an_error_and_no_folder_is_made(
    program: Program, tmp_path: Path, qtbot: Any
) -> None:
    session = program.context.session
    program.window.files_controller.open_library(tmp_path / "drive.db")
    away = tmp_path / "media" / "stick"
    program.window.files_controller.open_library(away / "library.db")
    assert not away.exists()
    assert session.library.path == tmp_path / "drive.db"
    notice = program.window.notices.cards[0].notice
    assert (notice.level, str(away) in notice.text) == ("error", True)
    assert "drive" in notice.remedy
    wait_for_jobs(program, qtbot)


def test_a_decision_on_a_library_that_has_vanished_is_refused(
    program: Program, tmp_path: Path, qtbot: Any
) -> None:
    session = program.context.session
    program.window.files_controller.open_library(tmp_path / "drive.db")
    wait_for_jobs(program, qtbot)
    session.open_song(session.library.songs.get(1))
    (tmp_path / "drive.db").rename(tmp_path / "pulled-out.db")
    tagging.judge(program.context, session.library.codebook.tags()[0].id, State.YES)
    assert session.states() == {}
    assert "no longer where it was opened" in program.window.notices.cards[0].notice.text
    (tmp_path / "pulled-out.db").rename(tmp_path / "drive.db")
    tagging.judge(program.context, session.library.codebook.tags()[0].id, State.YES)
    assert len(session.states()) == 1


def test_the_library_used_last_is_named_if_it_is_missing(qapp: QApplication, qtbot: Any) -> None:
    made = Program(qapp, Settings(recent_libraries=("/media/stick/mine.db",)))
    made.open(None)
    assert made.context.session.library.path == folders().library_file
    texts = [card.notice.text for card in made.window.notices.cards]
    assert any("/media/stick/mine.db" in text for text in texts)
    wait_for_jobs(made, qtbot)
    made.close()
    made.window.deleteLater()
    made.deleteLater()


def test_a_library_in_a_folder_copied_to_the_web_is_warned_of_once(
    program: Program, tmp_path: Path, qtbot: Any
) -> None:
    folder = tmp_path / "Dropbox"
    folder.mkdir()
    for name in ("Dropbox/mine.db", "drive.db", "Dropbox/mine.db"):
        program.window.files_controller.open_library(tmp_path / name)
    texts = [card.notice.text for card in program.window.notices.cards]
    assert sum("copied to the web" in text for text in texts) == 1
    wait_for_jobs(program, qtbot)


def test_a_library_in_a_folder_that_cannot_be_written_is_read(
    program: Program, tmp_path: Path, qtbot: Any
) -> None:
    (tmp_path / "drive.db-lock").unlink()
    (tmp_path / "drive.db-lock").mkdir()  # not even root can write this
    program.window.files_controller.open_library(tmp_path / "drive.db")
    assert program.context.library.read_only
    assert program.window.banner.isVisible()
    assert "cannot be written. Reading only: " in program.window.banner.words.text()
    assert not any("written" in card.notice.text for card in program.window.notices.cards)
    program.importer.start([tmp_path])
    assert program.window.notices.cards[0].notice.level == "error"
    wait_for_jobs(program, qtbot)


def test_a_file_that_cannot_be_played_is_told_once_it_was_read(
    program: Program, tmp_path: Path, qtbot: Any
) -> None:
    (tmp_path / "notes.mp3").write_text("only words")
    context, window = program.context, program.window
    context.player.load(tmp_path / "notes.mp3")
    context.player.play()
    context.player_changed()
    qtbot.waitUntil(lambda: bool(window.notices.cards), timeout=20_000)
    notice = window.notices.cards[0].notice
    assert (notice.level, "notes.mp3" in notice.text) == ("error", True)
    assert notice.path == tmp_path / "notes.mp3"
    assert not context.session.playing
