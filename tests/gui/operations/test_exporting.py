"""Decisions are exported in the background; a file that cannot be written is an error."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

from core.library.records import State
from rhythmcap_gui.app import Program
from rhythmcap_gui.job_runner import Lane
from rhythmcap_gui.operations.files import exporting
from rhythmcap_gui.operations.tags import tagging
from tests.support.window import wait_for_jobs


def test_decisions_are_exported_while_the_window_goes_on(
    program: Program, tmp_path: Path, qtbot: Any
) -> None:
    tag = program.context.library.codebook.tags()[0]
    tagging.judge(program.context, tag.id, State.YES)
    exporting.export_csv(program.context, tmp_path / "out.csv")
    assert program.context.runner.busy(Lane.EXPORT)
    wait_for_jobs(program, qtbot)
    rows = list(csv.DictReader((tmp_path / "out.csv").open(encoding="utf-8")))
    assert [(row["tag"], row["state"]) for row in rows] == [(tag.name, "yes")]
    assert (tmp_path / "out-columns.csv").exists()
    assert program.window.notices.cards[0].notice.level == "good"


def test_an_export_that_cannot_be_written_is_an_error_with_a_remedy(
    program: Program, tmp_path: Path, qtbot: Any
) -> None:
    exporting.export_csv(program.context, tmp_path / "no such folder" / "out.csv")
    wait_for_jobs(program, qtbot)
    notice = program.window.notices.cards[0].notice
    assert notice.level == "error"
    assert notice.remedy
