"""Decisions of others: read, shown before they come in, decided on, taken in with one undo."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication, QComboBox, QFileDialog

from core.exchange import format_registry
from core.exchange.import_records import OnConflict, WordUse
from core.exchange.label_records import LabelFile, MissingMeans
from core.jobs import JobContext
from core.library.edits.edits import RenameTag
from core.library.records import Changes, NewSong, State
from rhythmcap_gui.app import Program
from rhythmcap_gui.operations import edit_runner
from rhythmcap_gui.operations.tags import tagging
from rhythmcap_gui.views.files.import_labels_dialog import ImportLabelsDialog
from rhythmcap_gui.views.shell.bulk_dialog import BulkDialog
from tests.support.plain_labels import HEAD, PLAIN
from tests.support.window import wait_for_jobs

FILE = f"""{HEAD}
#paths as they stand
/music/song 001.flac|kick|yes|
/music/song 002.flac|Ki-ck|no|
/music/song 002.flac|theremin|yes|
/elsewhere/song 003.flac|kick|yes|
/elsewhere/song 009.flac|kick|yes|
/music/song 001.flac|kick
!/music/song 001.flac|loud
"""


@pytest.fixture(autouse=True)
def plain_format(monkeypatch: pytest.MonkeyPatch) -> None:
    """One small format is known."""
    monkeypatch.setattr(format_registry, "FORMATS", (PLAIN,))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A file of decisions with all that can be met."""
    path = tmp_path / "years.labels"
    path.write_text(FILE, encoding="utf-8")
    return path


Opened = Callable[[Path], ImportLabelsDialog]


@pytest.fixture
def opened(program: Program, qtbot: Any) -> Opened:
    """Open the dialog on a file, and wait until it is read."""

    def open_it(path: Path) -> ImportLabelsDialog:
        program.window.labels_controller.import_decisions(path)
        wait_for_jobs(program, qtbot)
        return the_dialog(program)

    return open_it


def the_dialog(program: Program) -> ImportLabelsDialog:
    (dialog,) = program.window.findChildren(ImportLabelsDialog)
    return dialog


def tag(program: Program, name: str) -> int:
    found = program.context.library.codebook.find(name)
    assert found is not None
    return found.id


def cells(dialog: Any) -> list[list[str]]:
    """The texts of a page's table."""
    model = dialog.table.model()
    return [
        [model.index(row, column).data() for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def pick(box: QComboBox, data: object) -> None:
    """Choose as a user does."""
    box.setCurrentIndex(box.findData(data))
    box.activated.emit(box.currentIndex())


def test_what_would_come_in_is_told_before_anything_is_changed(
    program: Program, opened: Opened, file: Path
) -> None:
    dialog = opened(file)
    assert dialog.pages.isVisible()
    assert not dialog.hint.isVisible(), "it would lie over the pages"
    assert dialog.sentence.text() == (
        "3 decisions on 2 songs come in; 1 note comes in; 1 song was not found; "
        "1 song would have to be confirmed; 1 word is new; 1 row does not come in."
    )
    assert program.context.library.undo_label() is None
    assert dialog.source.format.currentText() == "Plain rows"
    assert dialog.remarks.text.toPlainText() == "paths as they stand"
    assert cells(dialog.faults)[0][0] == "8"
    assert not dialog.isModal()


def test_the_import_is_one_undo_offered_in_the_notice(
    program: Program, opened: Opened, file: Path, qtbot: Any
) -> None:
    dialog = opened(file)
    qtbot.keyClick(dialog.ok, Qt.Key.Key_Return)
    wait_for_jobs(program, qtbot)
    library = program.context.library
    assert library.annotations.of_song(1)[tag(program, "kick")].state is State.YES
    bar = program.window.notice_bar
    assert bar.shown is not None
    assert bar.shown.text == "years.labels: 3 decisions were added, 1 note was added."
    assert bar.action.text() == "Undo"
    bar.action.click()
    assert library.annotations.of_song(1) == {}
    assert library.codebook.find("theremin") is None
    assert bar.shown is None


def test_a_long_import_is_done_in_slices_and_a_cancelled_one_leaves_nothing(
    program: Program, opened: Opened, file: Path, monkeypatch: pytest.MonkeyPatch, qtbot: Any
) -> None:
    monkeypatch.setattr(edit_runner, "MAX_SLICES_AT_ONCE", 0)
    library = program.context.library
    opened(file).accept()
    assert any(dialog.isVisible() for dialog in program.window.findChildren(BulkDialog))
    program.window.sliced_edits.cancel()
    assert library.undo_label() is None
    assert library.codebook.find("theremin") is None
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    opened(file).accept()
    kick = tag(program, "kick")
    qtbot.waitUntil(lambda: kick in library.annotations.of_song(1), timeout=60_000)
    assert library.annotations.of_song(1)[kick].state is State.YES


def test_the_offer_to_undo_goes_with_the_next_decision(
    program: Program, opened: Opened, file: Path
) -> None:
    opened(file).accept()
    program.context.session.open_song(program.context.library.songs.get(3))
    tagging.judge(program.context, tag(program, "kick"), State.NO)
    assert program.window.notice_bar.shown is None


def test_a_likely_song_comes_in_only_when_it_is_confirmed(
    program: Program, opened: Opened, file: Path, qtbot: Any
) -> None:
    dialog = opened(file)
    songs = dialog.songs
    assert cells(songs) == [
        ["/elsewhere/song 003.flac", "Artist 0 – Song 003", "likeness: 90 %"]
    ]  # fmt: skip
    qtbot.keyClick(songs.table, Qt.Key.Key_Space)
    wait_for_jobs(program, qtbot)
    assert dialog.preview.plan.counts.n_new == 4
    assert "confirmed" not in dialog.sentence.text()
    songs.reject.click()
    wait_for_jobs(program, qtbot)
    assert dialog.preview.plan.counts.n_new == 3
    pick_row = songs.group.findData("lost")
    songs.group.setCurrentIndex(pick_row)
    assert cells(songs) == [["/elsewhere/song 009.flac", "–", "not found"]]


def test_words_become_what_is_chosen_several_at_a_time(
    program: Program, opened: Opened, file: Path, qtbot: Any
) -> None:
    words = opened(file).words
    dialog = the_dialog(program)
    assert [row[2] for row in cells(words)] == [
        "kick, and another name of it", "new: theremin in Imported", "kick",
    ]  # fmt: skip
    words.table.selectRow(1)
    pick(words.target.use, WordUse.TAG)
    pick(words.target.tag, tag(program, "male"))
    wait_for_jobs(program, qtbot)
    assert cells(words)[1] == ["theremin", "1", "male"]
    assert dialog.preview.plan.choice_of(2).tag_id == tag(program, "male")
    words.table.selectAll()
    pick(words.target.use, WordUse.IGNORE)
    wait_for_jobs(program, qtbot)
    assert dialog.preview.plan.counts.n_ignored == 3
    assert "No new decision comes in" in dialog.sentence.text()


def test_a_word_that_looks_like_a_tag_is_told_and_the_tag_offered_first(
    opened: Opened, tmp_path: Path
) -> None:
    path = tmp_path / "alike.labels"
    rows = "".join(f"/music/song 001.flac|{word}|yes|\n" for word in ("zither", "choirs"))
    path.write_text(f"{HEAD}\n{rows}", encoding="utf-8")
    words = opened(path).words
    assert [row[2] for row in cells(words)] == [
        "new: choirs in Imported; looks like choir", "new: zither in Imported",
    ]  # fmt: skip
    assert words.target.tag.itemText(0) == "choir (spelled alike)"


def test_a_new_tag_has_the_name_and_category_that_are_typed(
    program: Program, opened: Opened, file: Path, qtbot: Any
) -> None:
    dialog = opened(file)
    words = dialog.words
    words.table.selectRow(1)
    words.target.name.setText("ether wave")
    words.target.name.editingFinished.emit()
    words.target.category.setEditText("electric")
    words.target.category.lineEdit().editingFinished.emit()
    wait_for_jobs(program, qtbot)
    dialog.accept()
    made = program.context.library.codebook.tag(tag(program, "ether wave"))
    names = {c.id: c.name for c in program.context.library.codebook.categories()}
    assert names[made.category_id] == "electric"


def test_a_conflict_is_listed_heard_and_decided(
    program: Program, opened: Opened, file: Path, qtbot: Any
) -> None:
    session = program.context.session
    session.open_song(program.context.library.songs.get(1))
    tagging.judge(program.context, tag(program, "kick"), State.NO)
    dialog = opened(file)
    session.open_song(program.context.library.songs.get(3))
    conflicts = dialog.conflicts
    assert cells(conflicts)[0][:4] == ["Song 001", "kick", "no", "yes"]
    qtbot.keyClick(conflicts.table, Qt.Key.Key_Return)
    assert session.song.id == 1
    assert dialog.isVisible()
    conflicts.sides[OnConflict.THEIRS].click()
    wait_for_jobs(program, qtbot)
    assert dialog.preview.plan.counts.n_changed == 1
    dialog.accept()
    assert session.states()[tag(program, "kick")].state is State.YES


def test_missing_means_no_and_whose_decisions_they_are_can_be_chosen(
    program: Program, opened: Opened, file: Path, qtbot: Any
) -> None:
    dialog = opened(file)
    page = dialog.decisions
    assert page.missing[MissingMeans.UNJUDGED].isChecked()
    page.missing[MissingMeans.NO].click()
    page.annotator.setEditText("Bo")
    page.annotator.lineEdit().editingFinished.emit()
    page.notes.click()
    wait_for_jobs(program, qtbot)
    counts = dialog.preview.plan.counts
    assert (counts.n_new, counts.n_notes) == (4, 0)
    dialog.accept()
    library = program.context.library
    assert library.annotations.of_song(1) == {}
    assert {a.name for a in library.annotators.list()} == {"", "Bo"}


def test_a_file_that_cannot_be_read_says_why_and_another_can_be_chosen(
    program: Program, opened: Opened, tmp_path: Path, file: Path,
    monkeypatch: pytest.MonkeyPatch, qtbot: Any,
) -> None:  # fmt: skip
    foreign = tmp_path / "foreign.labels"
    foreign.write_text("nothing", encoding="utf-8")
    dialog = opened(foreign)
    assert dialog.work.failed
    assert "foreign.labels" in dialog.work.message.text()
    assert not dialog.ok.isEnabled()
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_a, **_k: (str(file), ""))
    dialog.source.choose.click()
    wait_for_jobs(program, qtbot)
    assert not dialog.work.failed
    assert dialog.ok.isEnabled()
    assert program.context.session.settings.labels_folder == str(tmp_path)


def test_the_same_file_again_has_nothing_new(opened: Opened, file: Path) -> None:
    opened(file).accept()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    dialog = opened(file)
    assert "No new decision" in dialog.sentence.text()


def test_rows_that_are_not_read_can_be_copied_and_saved(
    opened: Opened, file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    faults = opened(file).faults
    faults.copy.click()
    assert QApplication.clipboard().text().splitlines()[1].startswith("8\t")
    target = tmp_path / "rows"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a, **_k: (str(target), ""))
    faults.save.click()
    assert (tmp_path / "rows.csv").read_text().splitlines()[0] == "Line,Reason,Text,File"


def test_a_dropped_file_of_decisions_opens_the_dialog_and_others_do_not(
    program: Program, file: Path, tmp_path: Path, qtbot: Any
) -> None:
    program.window.files_dropped.emit([tmp_path])
    wait_for_jobs(program, qtbot)
    assert not program.window.findChildren(ImportLabelsDialog)
    program.window.files_dropped.emit([file])
    wait_for_jobs(program, qtbot)
    assert the_dialog(program).preview is not None


def test_another_library_closes_the_dialog(
    program: Program, opened: Opened, file: Path, tmp_path: Path, qtbot: Any
) -> None:
    opened(file)
    program.window.files_controller.open_library(tmp_path / "other.db")
    wait_for_jobs(program, qtbot)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not program.window.findChildren(ImportLabelsDialog)


def test_of_several_choices_made_quickly_the_last_counts(
    opened: Opened, file: Path, program: Program, qtbot: Any
) -> None:
    dialog = opened(file)
    for means in (MissingMeans.NO, MissingMeans.UNJUDGED, MissingMeans.NO):
        dialog.decisions.missing[means].click()
    assert not dialog.ok.isEnabled()
    wait_for_jobs(program, qtbot)
    assert dialog.preview.plan.choices.missing is MissingMeans.NO
    assert dialog.ok.isEnabled()


def test_a_song_that_is_added_and_a_tag_that_is_renamed_are_looked_for_anew(
    opened: Opened, file: Path, program: Program, qtbot: Any
) -> None:
    dialog = opened(file)
    dialog.pages.setCurrentIndex(2)
    library, session = program.context.library, program.context.session
    library.songs.add(
        NewSong("9" * 32, Path("/elsewhere/song 009.flac"), 1, 1.0, "", "", "", None, 9.0, 1, 1)
    )
    session.apply_changes(Changes(library=True))
    session.apply_changes(library.do(RenameTag(tag(program, "male"), "theremin")))
    qtbot.waitUntil(lambda: dialog.preview.plan.words[2].choice.use is WordUse.TAG, timeout=60_000)
    assert "not found" not in dialog.sentence.text()
    assert dialog.pages.currentIndex() == 2
    assert cells(dialog.words)[2] == ["theremin", "1", "theremin"]


def test_reading_is_stopped_and_begun_again_in_another_format(
    opened: Opened, file: Path, program: Program, monkeypatch: pytest.MonkeyPatch, qtbot: Any
) -> None:
    def read_forever(_path: Path, job: JobContext) -> LabelFile:
        while True:
            job.check()
            job.report(1, 4)

    slow = replace(PLAIN, name="slow", title="Slow rows", read=read_forever)
    monkeypatch.setattr(format_registry, "FORMATS", (PLAIN, slow))
    dialog = opened(file)
    pick(dialog.source.format, "slow")
    assert dialog.work.running
    assert not dialog.ok.isEnabled()
    dialog.work.cancel.click()
    wait_for_jobs(program, qtbot)
    assert "Stopped" in dialog.work.message.text()
    pick(dialog.source.format, "plain")
    wait_for_jobs(program, qtbot)
    assert dialog.ok.isEnabled()
