"""Which system suits my tags, through the window: it runs, is stopped, goes on, and is kept."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from core.experiments import recommendation, small_plan
from core.experiments.plan import Variant
from core.experiments.small_plan import TriedSystem
from core.library.edits.edits import JudgeMany
from core.library.records import State
from core.systems.catalogue import OWN
from rhythmcap_gui.app import Program
from tests.support.learning_library import make_library
from tests.support.window import StartProgram, wait_for_jobs

QUICK = (
    TriedSystem(Variant(OWN), "recommendation.name_rhythmcap"),
    TriedSystem(Variant("embedding-prototypes"), "recommendation.name_prototypes"),
)


@pytest.fixture
def program(start_program: StartProgram, qtbot: Any, monkeypatch: pytest.MonkeyPatch) -> Program:
    """The window on a library with judged songs; only the two quickest systems are tried."""
    for module in (small_plan, recommendation):
        monkeypatch.setattr(module, "TRIED", QUICK)
    monkeypatch.setattr(small_plan, "REPEATED_SONGS", ())
    monkeypatch.setattr(small_plan, "BUDGETS", (5,))
    monkeypatch.setattr(small_plan, "N_FOLDS", 2)
    make_library()
    program = start_program()
    program.open(None)
    wait_for_jobs(program, qtbot)
    return program


def opened(program: Program) -> Any:
    program.window.action_set["model.suits"].trigger()
    return program.window.system_controller.dialog


def test_it_is_tried_kept_and_shown_again(program: Program, qtbot: Any, tmp_path: Path) -> None:
    dialog, choice = opened(program), program.window.system_controller.choice
    assert dialog.start.text() == "Try the systems"
    dialog.start.click()
    assert choice.state.running
    assert choice.state.progress.seconds_left > 0
    dialog.close()  # it goes on
    notices: list[Any] = []
    program.context.session.notice.connect(notices.append)
    wait_for_jobs(program, qtbot)
    assert [notice.action for notice in notices] == ["model.suits"]
    dialog = opened(program)
    result = choice.state.result
    assert result.n_songs == 32
    assert dialog.table.rowCount() == len(QUICK)
    assert choice.state.n_since == 0
    program.context.library.do(JudgeMany(tuple(program.context.library.songs.all_ids()[:1].tolist()),
                                         program.context.library.codebook.find("low").id,
                                         State.UNSURE))  # fmt: skip
    assert choice.look().n_since == 1
    assert dialog.start.text() == "Try again"
    target = tmp_path / "systems.csv"
    choice.export(target)
    assert target.read_text().startswith("plan,tested,system")
    assert (tmp_path / "systems-columns.csv").exists()
    dialog.close()
    again = opened(program)
    assert again.heading.text() == str(result.headline)


def test_it_is_stopped_and_goes_on(program: Program, qtbot: Any) -> None:
    dialog, choice = opened(program), program.window.system_controller.choice
    dialog.start.click()
    qtbot.waitUntil(lambda: choice.state.progress.fraction > 0.3, timeout=60_000)
    dialog.work.cancel.click()
    assert not choice.state.running
    wait_for_jobs(program, qtbot)
    choice.look()
    assert dialog.start.text() == "Go on"
    dialog.start.click()
    wait_for_jobs(program, qtbot)
    assert choice.state.result is not None


def test_learning_at_another_depth_is_one_click(program: Program, qtbot: Any) -> None:
    dialog = opened(program)
    dialog.learn_requested.emit("temporal")
    assert program.context.session.settings.depth == "temporal"
    assert program.learning.state.running
    program.learning.cancel()
    wait_for_jobs(program, qtbot)
