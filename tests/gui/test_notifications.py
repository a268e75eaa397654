"""Crashes are reported with what helps; long work that ends unseen calls the user."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

from core.paths import folders
from rhythmcap_gui.app import Program
from rhythmcap_gui.crash_report import CRASH_HEADING, take_hard_crash
from rhythmcap_gui.job_runner import Lane
from rhythmcap_gui.logging_setup import LoggingSetup
from rhythmcap_gui.views.shell.crash_dialog import CrashDialog
from tests.support.window import wait_for_jobs


def test_an_uncaught_exception_opens_a_dialog_with_a_report(
    program: Program, tmp_path: Path
) -> None:
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
    opened = [dialog for dialog in program.window.findChildren(CrashDialog) if dialog.isVisible()]
    assert len(opened) == 1
    for part in ("a fault of ours", "test_notifications.py", "Python", "rhythmcap.log"):
        assert part in opened[0].report
    opened[0].save(tmp_path / "report.txt")
    assert (tmp_path / "report.txt").read_text(encoding="utf-8") == opened[0].report
    opened[0].save(tmp_path / "nowhere" / "report.txt")
    assert "cannot be saved" in opened[0].message.text()
    assert "a fault of ours" in program.window.notices.cards[0].notice.text
    opened[0].accept()


def test_what_the_system_says_is_a_sentence_before_the_next_one(program: Program) -> None:
    for error, sentence in (
        (PermissionError(13, "Permission denied"), "[Errno 13] Permission denied."),
        (ValueError("It is said."), "It is said."),
        (AssertionError(), "AssertionError."),
    ):
        program.context.show_error(error)
        assert program.window.notices.cards[0].notice.text == f"Something went wrong: {sentence}"


def test_a_hard_crash_is_reported_once_at_the_next_start(tmp_path: Path) -> None:
    crash_log = tmp_path / "crash.log"
    code = (
        "import faulthandler, sys; faulthandler.enable(open(sys.argv[1], 'a')); "
        "faulthandler._sigsegv()"
    )
    crashed = subprocess.run([sys.executable, "-c", code, str(crash_log)], check=False)
    assert crashed.returncode != 0
    trace = take_hard_crash(crash_log)
    assert trace.startswith(CRASH_HEADING)
    assert take_hard_crash(crash_log) == ""
    assert CRASH_HEADING in crash_log.with_suffix(".last.log").read_text(encoding="utf-8")


def test_long_work_that_ends_unseen_calls_the_user(program: Program, qtbot: Any) -> None:
    calls: list[str] = []
    program.notifications.called.connect(calls.append)
    program.window.activateWindow()
    qtbot.waitUntil(program.window.isActiveWindow)
    program.context.runner.start(Lane.IMPORT, "Add songs", lambda _job: None)
    wait_for_jobs(program, qtbot)
    assert calls == []
    program.window.hide()
    program.context.runner.start(Lane.IMPORT, "Add songs", lambda _job: None)
    qtbot.waitUntil(lambda: bool(calls), timeout=10_000)
    assert calls == ["Add songs: done"]
