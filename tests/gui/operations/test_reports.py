"""A report is written in the background, in the window's language, and is told of."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QFileDialog

from core.library.store import Library
from core.settings import Settings
from rhythmcap_gui.app import Program
from rhythmcap_gui.views.models.report_dialog import ReportDialog
from rhythmcap_gui.views.models.result_dialog import ResultDialog
from tests.support.learning_library import make_library
from tests.support.window import StartProgram, wait_for_jobs


@pytest.fixture
def judged(start_program: StartProgram, qtbot: Any) -> Program:
    make_library()
    program = start_program(Settings(language="de"))
    program.open(None)
    wait_for_jobs(program, qtbot)
    return program


def saved(
    program: Program, qtbot: Any, path: Path, monkeypatch: pytest.MonkeyPatch
) -> ReportDialog:
    """Open the dialog from the menu, choose this file, and wait for what comes of it."""
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a, **_k: (str(path), ""))
    program.window.action_set["model.report"].trigger()
    dialog = program.window.findChildren(ReportDialog)[-1]
    assert dialog.author.text() == program.context.library.annotators.current.name
    dialog.title.setText("Meine  Tags & <mehr>")
    dialog.ok.click()
    assert dialog.work.running
    wait_for_jobs(program, qtbot)
    return dialog


def test_the_page_is_in_the_window_s_language_and_told_of(
    judged: Program, qtbot: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    notices: list[Any] = []
    judged.context.session.notice.connect(notices.append)
    saved(judged, qtbot, tmp_path / "bericht", monkeypatch)
    dialogs = judged.window.findChildren(ReportDialog)
    assert [dialog for dialog in dialogs if dialog.isVisible()] == [], "closed when it is written"
    page = (tmp_path / "bericht.html").read_text(encoding="utf-8")
    assert '<html lang="de">' in page
    assert "<h1>Meine Tags &amp; &lt;mehr&gt;</h1>" in page
    assert "Was nicht daraus folgt" in page
    assert "What not to conclude" not in page
    assert {path.name for path in tmp_path.iterdir()} >= {"bericht-tags.csv", "bericht-columns.csv"}
    assert notices[-1].made == tmp_path / "bericht.html"
    library: Library = judged.context.library
    assert [look.what for look in library.evaluation.looks()] == ["report"]
    assert "32 Stücke" in page
    assert "wurden 1-mal angesehen" in page


def test_a_file_that_cannot_be_written_is_told_in_the_dialog(
    judged: Program, qtbot: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = saved(judged, qtbot, tmp_path / "absent" / "bericht.html", monkeypatch)
    assert dialog.isVisible()
    assert dialog.work.failed
    assert dialog.ok.isEnabled()
    assert list(judged.context.library.evaluation.looks()) == []
    dialog.reject()


def test_result_and_card_lead_to_it(judged: Program, qtbot: Any) -> None:
    controller, model = judged.window.models_controller, judged.context.session.model
    controller.show_result(model.id)
    wait_for_jobs(judged, qtbot)
    result = judged.window.findChildren(ResultDialog)[-1]
    result.report.click()
    dialog = judged.window.findChildren(ReportDialog)[-1]
    assert dialog.title.placeholderText() == "Wie gut „starter“ diese Tags kennt"
    dialog.reject()
    result.reject()
