"""A deposit is prepared in the background; what was said of it is there the next time."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from core.exchange.deposit.creator_records import Creator
from core.library.edits.edits import Judge
from core.library.records import State
from rhythmcap_gui.app import Program
from rhythmcap_gui.job_runner import Lane
from rhythmcap_gui.operations.files import deposits
from rhythmcap_gui.operations.shell import preferences
from rhythmcap_gui.views.files.creators_table import NAME, ORCID
from rhythmcap_gui.views.files.deposit_dialog import DepositDialog
from tests.support.window import wait_for_jobs


@pytest.fixture
def judged(program: Program) -> Program:
    """A library in which two annotators judged a song."""
    library = program.context.library
    kick = library.codebook.find("kick")
    library.annotators.use("Ada Rossi")
    library.do(Judge(1, kick.id, State.YES), Judge(2, kick.id, State.NO))
    library.annotators.add("Bo")
    library.do(Judge(1, kick.id, State.NO))
    library.annotators.use("Ada Rossi")
    return program


def opened(program: Program, qtbot: Any) -> DepositDialog:
    """Open the dialog, and wait until it has counted."""
    program.window.action_set["library.deposit"].trigger()
    dialog = program.window.findChildren(DepositDialog)[-1]
    wait_for_jobs(program, qtbot)
    return dialog


def choose(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_a, **_k: str(folder))


def test_it_says_what_goes_in(judged: Program, qtbot: Any) -> None:
    n_songs = judged.context.library.songs.count()
    dialog = opened(judged, qtbot)
    shown = dialog.preview.text()
    assert shown == f"{n_songs} songs, 3 decisions by 2 annotators go in; no audio, no paths."
    dialog.contents.mine.click()
    wait_for_jobs(judged, qtbot)
    assert "2 decisions by 1 annotator go in" in dialog.preview.text()
    dialog.reject()
    judged.context.session.set_query("kick")
    dialog = opened(judged, qtbot)
    dialog.contents.songs.found.click()
    wait_for_jobs(judged, qtbot)
    assert dialog.preview.text().startswith("1 song, 2 decisions by 2 annotators go in")


def test_it_is_made_and_can_be_shown(
    judged: Program, qtbot: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = opened(judged, qtbot)
    assert dialog.creators.creators() == (Creator("Ada", "Rossi"),)
    dialog.title.setText("Club music")
    dialog.description.setPlainText("Two lines\nof “words”")
    choose(monkeypatch, tmp_path)
    qtbot.keyClick(dialog.ok, Qt.Key.Key_Return)
    assert judged.context.runner.busy(Lane.EXPORT)
    wait_for_jobs(judged, qtbot)
    made = tmp_path / "Club music 1.0.0"
    record = json.loads((made / ".zenodo.json").read_text(encoding="utf-8"))
    assert record["creators"] == [{"name": "Rossi, Ada"}]
    assert len(record["publication_date"]) == len("2026-11-29")
    notice = judged.window.notice_bar.shown
    assert notice.made == made
    assert notice.text.startswith("The deposit is prepared: Club music 1.0.0, ")
    assert not any(one.isVisible() for one in judged.window.findChildren(DepositDialog))
    again = opened(judged, qtbot)
    assert again.title.text() == "Club music"
    assert again.description.toPlainText() == "Two lines\nof “words”"
    again.accept()
    wait_for_jobs(judged, qtbot)
    assert (tmp_path / "Club music 1.0.0 (2)" / "README.md").is_file()


def test_problems_are_told_beside_their_field(
    judged: Program, qtbot: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = opened(judged, qtbot)
    choose(monkeypatch, tmp_path)
    assert not any(label.isVisible() for label in dialog.problems.values())
    dialog.creators.table.item(0, ORCID).setText("0000-0002-1825-0098")
    assert "0000-0002-1825-0098" in dialog.problems["creators"].text()
    assert not dialog.problems["title"].isVisible()
    dialog.accept()
    assert dialog.problems["title"].text() == "Give it a title."
    assert dialog.problems["title"].isVisible()
    dialog.title.setText("T")
    assert not dialog.problems["title"].isVisible()
    dialog.creators.table.item(0, NAME).setText("")
    assert dialog.problems["creators"].text().startswith("A name is missing.\n")
    dialog.creators.table.item(0, ORCID).setText("")
    assert dialog.problems["creators"].text() == "Write who made it."
    dialog.version.setText(" ")
    assert dialog.problems["version"].isVisible()
    dialog.accept()
    assert list(tmp_path.glob("T*")) == []


def test_people_are_added_and_removed(judged: Program, qtbot: Any) -> None:
    dialog = opened(judged, qtbot)
    creators = dialog.creators
    creators.add.click()
    creators.table.item(1, NAME).setText("The Lab")
    creators.table.item(1, ORCID).setText("https://orcid.org/0000-0002-1825-0097")
    lab = Creator("The Lab", "", "0000-0002-1825-0097")
    assert creators.creators() == (Creator("Ada", "Rossi"), lab)
    creators.table.setCurrentCell(0, NAME)
    qtbot.keyClick(creators.table, Qt.Key.Key_Delete)
    assert creators.creators() == (lab,)
    creators.table.setCurrentCell(0, NAME)
    creators.remove.click()
    assert creators.creators() == ()
    assert creators.table.rowCount() == 1


def test_a_failure_is_shown_and_the_dialog_stays(
    judged: Program, qtbot: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = opened(judged, qtbot)
    dialog.title.setText("T")
    choose(monkeypatch, tmp_path / "file" / "below")
    (tmp_path / "file").write_text("")
    dialog.accept()
    wait_for_jobs(judged, qtbot)
    assert dialog.work.failed
    assert dialog.isVisible()
    assert dialog.ok.isEnabled()


def test_stopped_it_leaves_nothing(
    judged: Program, qtbot: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = opened(judged, qtbot)
    dialog.title.setText("T")
    choose(monkeypatch, tmp_path)
    before = sorted(tmp_path.rglob("*"))
    dialog.accept()
    dialog.work.cancel.click()
    wait_for_jobs(judged, qtbot)
    assert judged.context.runner.shutdown()  # a stopped job's thread still clears up
    assert [path for path in tmp_path.rglob("*") if path not in before] == []
    assert not dialog.work.running
    assert "nothing was written" in dialog.work.message.text()


def test_of_another_library_only_the_people_are_remembered(judged: Program) -> None:
    options = replace(
        deposits.last_options(judged.context), title="T", licence="CC0-1.0", all_annotators=False
    )
    deposits.remember(judged.context, options)
    assert deposits.last_options(judged.context) == options
    stored = json.loads(judged.context.session.settings.deposit)
    preferences.change(judged.context, deposit=json.dumps({**stored, "library": "/else.db"}))
    other = deposits.last_options(judged.context)
    assert (other.title, other.licence, other.all_annotators) == ("", "CC0-1.0", True)
    assert other.creators == options.creators
    for odd in ("[1]", "{", '{"creators": [3, {"name": 4}], "title": 5}'):
        preferences.change(judged.context, deposit=odd)
        assert deposits.last_options(judged.context).creators == (Creator("Ada", "Rossi"),)


def test_a_description_too_long_for_the_settings_is_not_remembered(judged: Program) -> None:
    options = replace(deposits.last_options(judged.context), title="T", description="ü" * 9000)
    deposits.remember(judged.context, options)
    last = deposits.last_options(judged.context)
    assert (last.title, last.description) == ("T", "")
