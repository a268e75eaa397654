"""The window of agreement follows decisions, and what is settled there is one undo."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from core.library.records import State
from rhythmcap_gui.operations import edit_runner
from rhythmcap_gui.operations.songs import navigation
from tests.support.annotator_songs import two_annotators
from tests.support.small_songs import tag_id
from tests.support.window import StartProgram, wait_for_jobs


def test_annotators_are_compared_settled_and_undone(
    tmp_path: Path, start_program: StartProgram, qtbot: QtBot
) -> None:
    two_annotators(tmp_path / "two.db").close()
    program = start_program()
    navigation.open_library(program.context, tmp_path / "two.db")
    window, library = program.window, program.context.library
    window.action_set["review.agreement"].trigger()
    dialog = window.review_controller.agreement
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog.table.rowCount() == 2, timeout=30_000)
    n_listed = dialog.songs.rowCount()
    assert n_listed == 5
    dialog.songs.selectRow(0)
    dialog.no.click()
    kick = tag_id(library, "kick")
    (settled,) = library.colleagues.agreed_on(kick).values()
    assert settled is State.NO
    qtbot.waitUntil(dialog.unsettle.isEnabled, timeout=30_000)
    assert dialog.songs.rowCount() == n_listed
    edit_runner.undo(program.context)
    assert library.colleagues.agreed_on(kick) == {}
    qtbot.waitUntil(lambda: not dialog.unsettle.isEnabled(), timeout=30_000)
    window.action_set["review.agreement"].trigger()
    assert window.review_controller.agreement is dialog
    dialog.close()
    window.action_set["review.agreement"].trigger()  # before Qt has deleted the closed one
    again = window.review_controller.agreement
    assert again is not dialog
    assert again.isVisible()
    again.close()
    wait_for_jobs(program, qtbot)
