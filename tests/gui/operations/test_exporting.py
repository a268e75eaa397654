"""Decisions are exported in the background; what is chosen is written, a failure is told."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from core.exchange import format_registry
from core.exchange.format_records import ExportOptions, Target, Written
from core.exchange.formats.wide_table import CSV_WIDE
from core.exchange.label_source import LabelSource
from core.jobs import JobContext
from core.library.records import State
from rhythmcap_gui.app import Program
from rhythmcap_gui.job_runner import Lane
from rhythmcap_gui.operations.tags import tagging
from rhythmcap_gui.views.files.export_dialog import ExportDialog
from tests.support.plain_labels import PLAIN
from tests.support.window import wait_for_jobs


def write_to_folder(
    source: LabelSource, path: Path, options: ExportOptions, job: JobContext
) -> Written:
    del source, options, job
    return Written((path / "a.labels", path / "b.labels"), 2, (("Song 001", "no path"),))


FOLDER = PLAIN.__class__("many", "A file a tag", (".labels",), write=write_to_folder,
                         target=Target.FOLDER)  # fmt: skip


@pytest.fixture(autouse=True)
def few_formats(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two small formats are known, and one that can have captions."""
    monkeypatch.setattr(format_registry, "FORMATS", (PLAIN, FOLDER, CSV_WIDE))


@pytest.fixture
def dialog(program: Program) -> ExportDialog:
    """The dialog, on a library in which song 1 has a decision."""
    session = program.context.session
    session.open_song(program.context.library.songs.get(1))
    tag = program.context.library.codebook.find("kick")
    tagging.judge(program.context, tag.id, State.YES)
    program.context.library.annotators.add("Bo")
    program.context.library.annotators.use("")
    program.window.action_set["library.export"].trigger()
    (made,) = program.window.findChildren(ExportDialog)
    return made


def choose(monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a, **_k: (str(path), ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_a, **_k: str(path))


def test_decisions_are_written_while_the_window_goes_on(
    program: Program, dialog: ExportDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    qtbot: Any,
) -> None:  # fmt: skip
    assert dialog.purpose.text() == "Decisions"
    assert "Not stated" in dialog.lost.text()
    choose(monkeypatch, tmp_path / "out")
    qtbot.keyClick(dialog.ok, Qt.Key.Key_Return)
    assert program.context.runner.busy(Lane.EXPORT)
    wait_for_jobs(program, qtbot)
    rows = (tmp_path / "out.labels").read_text(encoding="utf-8").splitlines()
    assert rows[1:] == ["/music/song 001.flac|kick|yes|"]
    assert not any(shown.isVisible() for shown in program.window.findChildren(ExportDialog))
    settings = program.context.session.settings
    assert (settings.export_format, settings.labels_folder) == ("plain", str(tmp_path))
    shown: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: shown.append(url.path()) or True)
    bar = program.window.notice_bar
    assert bar.words.text() == "1 row was written: out.labels."
    bar.folder.click()
    assert shown == [str(tmp_path)]


def test_selected_songs_of_all_annotators_with_short_paths_are_written(
    program: Program, dialog: ExportDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    qtbot: Any,
) -> None:  # fmt: skip
    dialog.songs.chosen.click()
    dialog.everyones.click()
    dialog.relative.click()
    choose(monkeypatch, tmp_path / "out.labels")
    requests: list[Any] = []
    dialog.export_requested.connect(requests.append)
    dialog.accept()
    wait_for_jobs(program, qtbot)
    assert requests[0].song_ids == (1,)
    assert requests[0].all_annotators
    rows = (tmp_path / "out.labels").read_text(encoding="utf-8").splitlines()
    assert rows[1] == "song 001.flac|kick|yes|"


def test_songs_of_the_search_are_offered_only_where_there_is_one(
    program: Program, dialog: ExportDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    qtbot: Any,
) -> None:  # fmt: skip
    assert not dialog.songs.found.isEnabled()
    dialog.reject()
    program.context.session.set_query("002")
    program.window.action_set["library.export"].trigger()
    searching = program.window.findChildren(ExportDialog)[-1]
    assert searching.songs.found.isEnabled()
    searching.songs.found.click()
    choose(monkeypatch, tmp_path / "out.labels")
    searching.accept()
    wait_for_jobs(program, qtbot)
    assert len((tmp_path / "out.labels").read_text().splitlines()) == 1


def test_a_folder_is_chosen_and_what_is_left_out_is_told(
    program: Program, dialog: ExportDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    qtbot: Any,
) -> None:  # fmt: skip
    dialog.list.setCurrentRow(1)
    choose(monkeypatch, tmp_path)
    dialog.accept()
    wait_for_jobs(program, qtbot)
    notice = program.window.notice_bar.shown
    assert notice.text == "2 rows were written: a.labels, b.labels."
    assert "Song 001: no path" in notice.remedy
    assert notice.made == tmp_path


def test_an_export_that_cannot_be_written_says_why_and_the_dialog_stays(
    program: Program, dialog: ExportDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    qtbot: Any,
) -> None:  # fmt: skip
    choose(monkeypatch, tmp_path / "no such folder" / "out.labels")
    dialog.accept()
    wait_for_jobs(program, qtbot)
    assert dialog.isVisible()
    assert dialog.work.failed
    assert "Check that the folder exists" in dialog.work.message.text()
    assert dialog.ok.isEnabled()


def test_the_window_can_be_used_beside_the_dialog_and_another_library_closes_it(
    program: Program, dialog: ExportDialog, tmp_path: Path, qtbot: Any
) -> None:
    assert not dialog.isModal()
    program.window.files_controller.open_library(tmp_path / "other.db")
    wait_for_jobs(program, qtbot)
    assert not any(shown.isVisible() for shown in program.window.findChildren(ExportDialog))


def test_captions_are_a_column_where_the_format_can_have_one(
    program: Program, dialog: ExportDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    qtbot: Any,
) -> None:  # fmt: skip
    assert not dialog.captions.isVisible()
    dialog.list.setCurrentRow(2)
    assert dialog.captions.isVisible()
    assert dialog.request(tmp_path).captions is False
    dialog.captions.click()
    dialog.list.setCurrentRow(0)
    assert dialog.request(tmp_path).captions is False
    dialog.list.setCurrentRow(2)
    choose(monkeypatch, tmp_path / "out.csv")
    dialog.accept()
    wait_for_jobs(program, qtbot)
    heads, first, *_rest = (tmp_path / "out.csv").read_text(encoding="utf-8").splitlines()
    assert heads.endswith(",caption")
    assert first.endswith(",kick")
