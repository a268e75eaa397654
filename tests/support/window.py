"""What tests of the whole window share: waiting until nothing is being worked on."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

import pytest
from pytestqt.qtbot import QtBot

from rhythmcap_gui.app import Program
from rhythmcap_gui.operations.models import live_learning
from tests.support.learning_library import make_library

StartProgram: TypeAlias = Callable[..., Program]  # of Settings or nothing; see the fixture


def wait_for_jobs(program: Program, qtbot: QtBot) -> None:
    """Wait until no job runs or waits."""
    qtbot.waitUntil(lambda: not program.context.runner.jobs(), timeout=60_000)


def wait_for_live(program: Program, qtbot: QtBot) -> None:
    """Wait until all was learned live, and nothing runs that would have it learned anew."""
    live, context = program.learning.live, program.context
    qtbot.waitUntil(
        lambda: live.is_settled and context.session.live.ready and not context.runner.jobs(),
        timeout=60_000,
    )


def open_learning_live(
    start_program: StartProgram, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> Program:
    """Open the window on a small library of judged songs, and wait for its live heads."""
    monkeypatch.setattr(live_learning, "BEGIN_AFTER_MS", 50)
    make_library()
    program = start_program()
    program.open(None)
    wait_for_live(program, qtbot)
    return program
