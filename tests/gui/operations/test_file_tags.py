"""Tags go into songs' own files by a dialog that shows what changes, and are taken back there."""

from __future__ import annotations

from pathlib import Path

import pytest
from mutagen.flac import FLAC
from pytestqt.qtbot import QtBot

from core.library.edits.edits import Judge
from core.library.records import State
from core.library.scan.scanning import find_unchanged
from core.library.store import Library
from core.paths import folders
from core.settings import load_settings
from rhythmcap_gui.app import Program
from rhythmcap_gui.operations.files import file_tag_jobs
from rhythmcap_gui.operations.shell import preferences
from rhythmcap_gui.views.files.file_tags_dialog import FileTagsDialog
from rhythmcap_gui.views.files.import_labels_dialog import ImportLabelsDialog
from tests.support.small_songs import tag_id, write_tone
from tests.support.tagged_files import add_song
from tests.support.window import StartProgram, wait_for_jobs

N_SONGS = 3


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    """Three songs with a genre; each has a yes to kick in the library."""
    paths = [write_tone(tmp_path / f"{n}.flac", 220.0 * (n + 1), 0.2) for n in range(N_SONGS)]
    with Library.open(tmp_path / "songs.db") as library:
        for path in paths:
            file = FLAC(path)
            file["genre"] = ["<b>Rock</b>"]
            file.save()
            library.do(Judge(add_song(library, path), tag_id(library, "kick"), State.YES))
    return paths


@pytest.fixture
def program(
    start_program: StartProgram, files: list[Path], tmp_path: Path, qtbot: QtBot
) -> Program:
    assert files
    program = start_program()
    program.window.files_controller.open_library(tmp_path / "songs.db")
    wait_for_jobs(program, qtbot)
    return program


@pytest.fixture
def dialog(program: Program) -> FileTagsDialog:
    program.window.songs_controller.write_file_tags()
    found = program.window.findChild(FileTagsDialog)
    assert found is not None
    return found


def rows(dialog: FileTagsDialog) -> list[list[str]]:
    tree = dialog.changes.tree
    found = []
    for index in range(tree.topLevelItemCount()):
        item = tree.topLevelItem(index)
        found.append([item.text(0)])
        found += [[item.child(n).text(at) for at in range(3)] for n in range(item.childCount())]
    return found


def genres(files: list[Path]) -> list[list[str]]:
    return [FLAC(path)["genre"] for path in files]


def test_tags_are_shown_written_known_and_taken_back(
    program: Program, dialog: FileTagsDialog, files: list[Path], qtbot: QtBot
) -> None:
    before = [path.read_bytes() for path in files]
    assert not dialog.ok.isEnabled(), "nothing was chosen"
    dialog.fields["rhythm"].setCurrentText("GENRE")
    dialog.ok.click()
    wait_for_jobs(program, qtbot)
    assert rows(dialog)[:2] == [["0.flac"], ["GENRE", "<b>Rock</b>", "kick"]]
    assert dialog.ok.text() == "Write 3 files"
    assert [path.read_bytes() for path in files] == before
    dialog.ok.click()
    wait_for_jobs(program, qtbot)
    assert dialog.work.message.text() == "3 files were written."
    assert genres(files) == [["kick"]] * N_SONGS
    known = program.context.library.songs.known_files()
    assert all(find_unchanged(path, known) is not None for path in files)
    dialog.ok.click()
    wait_for_jobs(program, qtbot)
    assert dialog.changes.summary.text() == "The files say all of it already."
    dialog.back.click()
    wait_for_jobs(program, qtbot)
    assert dialog.ok.text() == "Take back in 3 files"
    assert dialog.changes.summary.text() == "3 files would have former tags again."
    dialog.ok.click()
    wait_for_jobs(program, qtbot)
    assert dialog.work.message.text() == "3 files have former tags again."
    assert [path.read_bytes() for path in files] == before
    dialog.reject()


def test_what_stands_in_the_files_comes_in_as_decisions(program: Program, qtbot: QtBot) -> None:
    program.window.labels_controller.import_decisions()
    dialog = program.window.findChild(ImportLabelsDialog)
    dialog.source.own_tags.click()
    wait_for_jobs(program, qtbot)
    assert dialog.sentence.text() == "3 decisions on 3 songs come in; 1 word is new."
    assert dialog.source.format.isHidden()
    dialog.ok.click()
    wait_for_jobs(program, qtbot)
    library = program.context.library
    rock = library.codebook.find("<b>Rock</b>")
    assert library.codebook.category(rock.category_id).name == "genre"
    assert library.annotations.of_song(1)[rock.id].state is State.YES
    assert library.undo_label() == "Import of Tags in the songs' files"


def test_what_cannot_be_written_is_told(
    program: Program, dialog: FileTagsDialog, files: list[Path], qtbot: QtBot
) -> None:
    files[1].chmod(0o444)
    dialog.fields["rhythm"].setCurrentText("my words")
    dialog.ok.click()
    wait_for_jobs(program, qtbot)
    assert dialog.changes.summary.text() == "2 files would change. 1 cannot be written."
    assert rows(dialog)[-2:] == [["Left alone: it is for reading only"], ["1.flac", "", ""]]
    files[2].chmod(0o444)
    dialog.ok.click()
    wait_for_jobs(program, qtbot)
    assert dialog.work.message.text() == "1 file was written. 1 was left alone."
    assert FLAC(files[0])["my words"] == ["kick"]
    dialog.fields["rhythm"].setCurrentText("TITLE")
    dialog.ok.click()
    wait_for_jobs(program, qtbot)
    assert dialog.work.failed
    assert "means something else" in dialog.work.message.text()
    dialog.reject()


def test_another_choice_needs_another_look(
    program: Program, dialog: FileTagsDialog, qtbot: QtBot
) -> None:
    dialog.fields["rhythm"].setCurrentText("GENRE")
    dialog.ok.click()
    wait_for_jobs(program, qtbot)
    dialog.times.toggle()
    assert dialog.ok.text() == "Show changes"
    assert rows(dialog) == []
    dialog.reject()
    program.window.songs_controller.write_file_tags()
    again = next(one for one in program.window.findChildren(FileTagsDialog) if one.isVisible())
    assert again.fields["rhythm"].currentText() == "GENRE", "it is remembered"
    again.reject()


def test_what_was_chosen_is_there_after_a_restart(
    program: Program, dialog: FileTagsDialog, qtbot: QtBot
) -> None:
    context = program.context
    preferences.change(context, file_tag_fields={"a category elsewhere": "MOOD", "genre": "GENRE"})
    dialog.fields["rhythm"].setCurrentText("my words")
    dialog.fields["voice"].setCurrentText("odd\tname")
    dialog.times.setChecked(True)
    dialog.ok.click()
    wait_for_jobs(program, qtbot)
    dialog.reject()
    stored = load_settings(folders().settings_file)
    assert stored.file_tag_fields == {"a category elsewhere": "MOOD", "rhythm": "my words"}
    assert stored.keep_file_times
    program.window.songs_controller.write_file_tags()
    again = next(one for one in program.window.findChildren(FileTagsDialog) if one.isVisible())
    assert again.chosen_fields()["rhythm"] == "my words"
    assert again.chosen_fields()["genre"] == "", "it was left out in the end"
    assert again.times.isChecked()
    again.reject()


def test_stopped_it_ends_after_a_whole_file(
    program: Program,
    dialog: FileTagsDialog,
    files: list[Path],
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    dialog.fields["rhythm"].setCurrentText("GENRE")
    dialog.ok.click()
    wait_for_jobs(program, qtbot)
    real = file_tag_jobs.FileTagsJob.settle

    def settle(job: file_tag_jobs.FileTagsJob, written: object) -> None:
        real(job, written)  # type: ignore[arg-type]
        job.stop.set()

    monkeypatch.setattr(file_tag_jobs.FileTagsJob, "settle", settle)
    dialog.ok.click()
    wait_for_jobs(program, qtbot)
    assert dialog.work.message.text() == "1 file was written. Stopped: 2 are left."
    assert sorted(genres(files)) == sorted([["kick"], ["<b>Rock</b>"], ["<b>Rock</b>"]])
    assert len(program.context.library.frames.written_hashes()) == 1
    dialog.reject()


def test_a_job_that_is_cancelled_while_it_writes_leaves_whole_files(
    program: Program, dialog: FileTagsDialog, files: list[Path], qtbot: QtBot
) -> None:
    before = [path.read_bytes() for path in files]
    dialog.fields["rhythm"].setCurrentText("GENRE")
    dialog.ok.click()
    wait_for_jobs(program, qtbot)
    dialog.ok.click()
    program.context.runner.cancel(program.context.runner.jobs()[0].id)
    wait_for_jobs(program, qtbot)
    qtbot.waitUntil(lambda: not program.context.runner._running, timeout=30_000)
    dialog.reject()
    assert [path.read_bytes() for path in files] == before
    assert not list(files[0].parent.glob("*.part"))
