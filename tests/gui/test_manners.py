"""Manners: crashes are reported, long work calls, tooltips name the keys, decisions go out."""

from __future__ import annotations

import csv
import dataclasses
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt

from core.audio.playback_records import PlayerState
from core.library.records import State
from core.paths import folders
from rhythmcap_gui.app import Program
from rhythmcap_gui.crash_report import SIGN, take_hard_crash
from rhythmcap_gui.job_runner import Lane
from rhythmcap_gui.logging_setup import LoggingSetup
from rhythmcap_gui.operations.files import exporting
from rhythmcap_gui.operations.listening import playback
from rhythmcap_gui.operations.tags import tagging
from rhythmcap_gui.views.shell.crash_dialog import CrashDialog
from tests.support.window import wait_for_jobs

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def program(program: Program, qtbot: Any) -> Program:
    """The window on a library of three songs, the first one open."""
    program.context.session.open_song(program.context.library.songs.get(1))
    wait_for_jobs(program, qtbot)
    return program


def test_escape_ends_the_loop_but_not_while_words_are_typed(program: Program, qtbot: Any) -> None:
    window, session = program.window, program.context.session
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    session.set_loop((2.0, 5.0))
    window.search.setFocus()
    qtbot.keyClick(window.search, Qt.Key.Key_Escape)
    assert session.loop == (2.0, 5.0)
    window.setFocus()
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert session.loop is None


def test_the_view_scrolls_by_keys(program: Program, qtbot: Any) -> None:
    window = program.window
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.setFocus()
    window.listening.axis.show(0.0, 10.0)
    qtbot.keyClick(window, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert window.listening.axis.start_s == pytest.approx(5.0)
    qtbot.keyClick(window, Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier)
    assert window.listening.axis.start_s == pytest.approx(0.0)


def test_the_speed_is_chosen_by_key_and_by_menu_and_shown(program: Program, qtbot: Any) -> None:
    window, button = program.window, program.window.listening.transport.speed_button
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.setFocus()
    qtbot.keyClick(window, Qt.Key.Key_Less)
    assert button.text() == "0.9 ×"
    button.chosen.emit(0.5)
    assert program.context.player.state.speed == 0.5
    playback.change_speed(program.context, -1)
    assert program.context.player.state.speed == 0.5
    qtbot.keyClick(window, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert button.text() == "1.0 ×"
    program.context.session.set_playback(PlayerState(True, False, 0.0, 60.0, None, "", 1.25))
    assert button.text() == "1.25 ×"


def test_tooltips_name_the_key_the_user_chose(program: Program) -> None:
    session, transport = program.context.session, program.window.listening.transport
    assert transport.play_button.toolTip() == "Play or pause (Space)"
    own = {"playback.toggle": "Ctrl+P"}
    session.set_settings(dataclasses.replace(session.settings, keys=own))
    assert transport.play_button.toolTip() == "Play or pause (Ctrl+P)"


def test_decisions_are_exported_while_the_window_goes_on(
    program: Program, tmp_path: Path, qtbot: Any
) -> None:
    tag = program.context.library.codebook.tags()[0]
    tagging.judge(program.context, tag.id, State.YES)
    exporting.export_csv(program.context, tmp_path / "out.csv")
    assert program.context.runner.busy(Lane.EXPORT)
    qtbot.waitUntil(lambda: not program.context.runner.jobs(), timeout=20_000)
    rows = list(csv.DictReader((tmp_path / "out.csv").open(encoding="utf-8")))
    assert [(row["tag"], row["state"]) for row in rows] == [(tag.name, "yes")]
    assert (tmp_path / "out-columns.csv").exists()
    assert program.window.messages.cards[0].message.level == "good"


def test_an_export_that_cannot_be_written_is_an_error_with_a_remedy(
    program: Program, tmp_path: Path, qtbot: Any
) -> None:
    exporting.export_csv(program.context, tmp_path / "no such folder" / "out.csv")
    qtbot.waitUntil(lambda: not program.context.runner.jobs(), timeout=20_000)
    message = program.window.messages.cards[0].message
    assert message.level == "error"
    assert message.remedy


def test_what_nobody_caught_opens_a_dialog_with_a_report(program: Program, tmp_path: Path) -> None:
    log_setup = LoggingSetup(folders().log_file)
    log_setup.show_crash = program.notifications.crashed
    try:
        for _ in range(2):
            try:
                raise ValueError("a fault of ours")
            except ValueError as error:
                sys.excepthook(type(error), error, error.__traceback__)
    finally:
        log_setup.close()
    opened = [each for each in program.window.findChildren(CrashDialog) if each.isVisible()]
    assert len(opened) == 1
    for part in ("a fault of ours", "test_manners.py", "Python", "rhythmcap.log"):
        assert part in opened[0].report
    opened[0].save(tmp_path / "report.txt")
    assert (tmp_path / "report.txt").read_text(encoding="utf-8") == opened[0].report
    opened[0].save(tmp_path / "nowhere" / "report.txt")
    assert "cannot be saved" in opened[0].message.text()
    assert "a fault of ours" in program.window.messages.cards[0].message.text
    opened[0].accept()


def test_a_hard_crash_is_told_once_at_the_next_start(tmp_path: Path) -> None:
    crash_log = tmp_path / "crash.log"
    code = (
        "import faulthandler, sys; faulthandler.enable(open(sys.argv[1], 'a')); "
        "faulthandler._sigsegv()"
    )
    died = subprocess.run([sys.executable, "-c", code, str(crash_log)], check=False)
    assert died.returncode != 0
    told = take_hard_crash(crash_log)
    assert told.startswith(SIGN)
    assert take_hard_crash(crash_log) == ""
    assert SIGN in crash_log.with_suffix(".last.log").read_text(encoding="utf-8")


def test_long_work_that_ends_unseen_calls_the_user(program: Program, qtbot: Any) -> None:
    calls: list[str] = []
    program.notifications.called.connect(calls.append)
    program.window.activateWindow()
    qtbot.waitUntil(program.window.isActiveWindow)
    program.context.runner.start(Lane.IMPORT, "Add songs", lambda _job: None)
    qtbot.waitUntil(lambda: not program.context.runner.jobs(), timeout=10_000)
    assert calls == []
    program.window.hide()
    program.context.runner.start(Lane.IMPORT, "Add songs", lambda _job: None)
    qtbot.waitUntil(lambda: bool(calls), timeout=10_000)
    assert calls == ["Add songs: done"]


def test_the_window_is_whole_at_twice_the_pixels(tmp_path: Path) -> None:
    code = (
        "import sys\n"
        "from rhythmcap_gui.app import Program, make_application\n"
        "app = make_application(['rhythmcap'])\n"
        "made = Program(app)\n"
        "made.window.resize(1280, 800)\n"
        "made.window.show()\n"
        "app.processEvents()\n"
        "picture = made.window.grab()\n"
        "print(picture.width(), picture.height(), picture.devicePixelRatio())\n"
        "made.close()\n"
    )
    environment = {
        **os.environ, "QT_SCALE_FACTOR": "2", "QT_QPA_PLATFORM": "offscreen",
        "PYTHONPATH": str(ROOT), "RHYTHMCAP_HOME": str(tmp_path / "other home"),
    }  # fmt: skip
    result = subprocess.run(
        [sys.executable, "-c", code],
        env=environment, capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert result.stdout.split() == ["2560", "1600", "2.0"], result.stderr
