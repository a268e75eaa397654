"""Files that the desktop opens with RhythmCap: songs, a library, a model, a request."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from pytestqt.qtbot import QtBot

from core.exchange.model_files.model_archive import export_zip
from core.library.store import Library
from core.paths import folders
from rhythmcap_gui.connections import take_files
from tests.support.learning_library import tiny_model
from tests.support.small_songs import write_tone
from tests.support.window import StartProgram, wait_for_jobs


def test_a_song_is_added_to_the_library(
    start_program: StartProgram, tmp_path: Path, qtbot: QtBot
) -> None:
    program = start_program()
    write_tone(tmp_path / "tone.wav", hz=300, seconds=1.0)
    program.open(None, files=[tmp_path / "tone.wav"])
    wait_for_jobs(program, qtbot)
    assert program.context.library.path == folders().library_file
    assert program.context.library.songs.count() == 1


def test_a_library_is_opened_and_a_song_beside_it_goes_into_it(
    start_program: StartProgram, tmp_path: Path, qtbot: QtBot
) -> None:
    Library.open(tmp_path / "field work.db").close()
    write_tone(tmp_path / "tone.wav", hz=300, seconds=1.0)
    program = start_program()
    program.open(None, files=[tmp_path / "tone.wav", tmp_path / "field work.db"])
    wait_for_jobs(program, qtbot)
    assert program.context.library.path == tmp_path / "field work.db"
    assert program.context.library.songs.count() == 1


def test_a_model_is_added(start_program: StartProgram, tmp_path: Path, qtbot: QtBot) -> None:
    model = export_zip(tiny_model(tmp_path), tmp_path / "my ear.rhythmcap.zip")
    program = start_program()
    program.open(None, files=[model])
    wait_for_jobs(program, qtbot)
    assert len(program.context.library.models.list()) == 2


def test_a_request_is_shown(start_program: StartProgram, tmp_path: Path, qtbot: QtBot) -> None:
    program = start_program()
    shown: list[Path] = []
    program.window.colleague_controller.show_request = shown.append  # type: ignore[method-assign]
    program.open(None, files=[tmp_path / "ann.rhythmcap-ask"])
    wait_for_jobs(program, qtbot)
    assert shown == [tmp_path / "ann.rhythmcap-ask"]


def test_a_library_that_is_dropped_is_opened(
    start_program: StartProgram, tmp_path: Path, qtbot: QtBot
) -> None:
    Library.open(tmp_path / "other.db").close()
    program = start_program()
    program.open(None)
    take_files(program.window, [tmp_path / "other.db"])
    wait_for_jobs(program, qtbot)
    assert program.context.library.path == tmp_path / "other.db"


def test_files_that_macos_names_are_opened_before_and_after_the_library(
    start_program: StartProgram, tmp_path: Path, qtbot: QtBot
) -> None:
    program = start_program()
    for hz in (300, 400):
        write_tone(tmp_path / f"{hz}.wav", hz=hz, seconds=1.0)
    program.open_file(tmp_path / "300.wav")
    program.open(None)
    wait_for_jobs(program, qtbot)
    assert program.context.library.songs.count() == 1
    program.open_file(tmp_path / "400.wav")
    wait_for_jobs(program, qtbot)
    assert program.context.library.songs.count() == 2


def test_the_application_tells_of_files_to_open() -> None:
    program = """if True:
    from PySide6.QtCore import QCoreApplication, QUrl
    from PySide6.QtGui import QFileOpenEvent
    from rhythmcap_gui.app import make_application
    app = make_application(["rhythmcap"])
    app.file_opened.connect(print)
    QCoreApplication.sendEvent(app, QFileOpenEvent(QUrl.fromLocalFile("/music/a song.flac")))
    """
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", program]
    result = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    assert result.stdout == f"{Path('/music/a song.flac')}\n"
