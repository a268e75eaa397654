"""Deformed songs through the whole window: measured, kept, shown again, saved, stopped."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QFileDialog

from rhythmcap_gui.app import Program
from rhythmcap_gui.views.models.robustness_dialog import RobustnessDialog
from tests.support.robustness_library import fill_library
from tests.support.window import StartProgram, wait_for_jobs


@pytest.fixture
def program(start_program: StartProgram, tmp_path: Path, qtbot: Any) -> Program:
    fill_library(tmp_path)
    program = start_program()
    program.open(None)
    wait_for_jobs(program, qtbot)
    return program


def opened(program: Program, *deformations: str) -> RobustnessDialog:
    program.window.action_set["model.robustness"].trigger()
    found = [one for one in program.window.findChildren(RobustnessDialog) if one.isVisible()]
    (dialog,) = found
    for name, box in dialog.rows.boxes.items():
        box.setChecked(name in deformations)
    return dialog


def test_a_model_is_measured_kept_and_saved(
    program: Program, tmp_path: Path, qtbot: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = opened(program, "level", "mono")
    assert dialog.rows.songs.currentText() == "3 judged songs"
    dialog.start.click()
    assert dialog.work.running
    wait_for_jobs(program, qtbot)
    assert dialog.kept is not None
    assert [result.n_songs for result in dialog.kept.found.conditions] == [3] * 5
    assert program.context.library.evaluation.looks()[-1].n_songs == 3
    table = tmp_path / "deformed.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(table), ""))
    dialog.save.click()
    rows = list(csv.DictReader(table.open(encoding="utf-8", newline="")))
    assert {row["deformation"] for row in rows} == {"level", "mono"}
    assert "deformed.csv" in dialog.work.message.text()
    dialog.close()
    again = opened(program)
    assert again.kept is not None
    assert again.kept.found.conditions == dialog.kept.found.conditions
    assert again.table.rowCount() == 5
    again.close()


def test_a_second_call_brings_the_same_dialog_up_and_closing_stops_the_work(
    program: Program, qtbot: Any
) -> None:
    dialog = opened(program, "pitch-shift", "time-stretch")
    assert opened(program, "pitch-shift", "time-stretch") is dialog
    dialog.start.click()
    dialog.close()
    wait_for_jobs(program, qtbot)
    again = opened(program)
    assert again is not dialog
    assert again.kept is None, "nothing of it is kept"
    again.close()


def test_a_model_whose_file_is_gone_says_so(program: Program, qtbot: Any) -> None:
    dialog = opened(program, "mono")
    for file in Path(program.context.session.model.folder).glob("*.safetensors"):
        file.unlink()
    dialog.start.click()
    wait_for_jobs(program, qtbot)
    assert dialog.work.failed
    dialog.close()
