"""Files that move, duplicate recordings, and backups of the library, in the window."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import soundfile
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QDialog

from core.demo import RATE_HZ, short_song
from core.features.cache import FeatureCache
from core.library.edits.edits import Judge
from core.library.records import State
from core.library.recovery.backup import backup_beside, list_backups
from core.library.scan.importer import store_scanned
from core.library.store import Library
from core.paths import folders
from rhythmcap_gui.app import Program
from rhythmcap_gui.job_runner import Listeners
from rhythmcap_gui.operations import edit_runner
from rhythmcap_gui.operations.files import backups
from rhythmcap_gui.operations.songs import navigation
from rhythmcap_gui.operations.tags import tagging
from rhythmcap_gui.view_data import FindRequest
from rhythmcap_gui.views.files.duplicates_dialog import DuplicatesDialog
from rhythmcap_gui.views.files.find_missing import FindMissing
from rhythmcap_gui.views.files.restore_dialog import RestoreDialog
from tests.support.scan_in_process import scan_in_process
from tests.support.window import wait_for_jobs

FILES = (("house.flac", 1, "house"), ("waltz.flac", 2, "waltz"), ("house.ogg", 1, "house"))


@pytest.fixture(scope="session")
def sounds(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two songs, and one of them once more in another format."""
    folder = tmp_path_factory.mktemp("sounds")
    for name, seed, style in FILES:
        soundfile.write(folder / name, short_song(seed, style, 5.0), RATE_HZ)
    return folder


@pytest.fixture
def drive(tmp_path: Path, sounds: Path) -> Path:
    """The folder the library's songs are in."""
    return Path(shutil.copytree(sounds, tmp_path / "drives" / "music"))


@pytest.fixture
def library_file(tmp_path: Path, drive: Path) -> Path:
    """A closed library of those three songs; "kick" is yes on the first and no on the third."""
    found: list[Any] = []
    files = [drive / name for name, _, _ in FILES]
    scan_in_process(files, FeatureCache(folders().features), on_scanned=found.append)
    path = tmp_path / "small.db"
    with Library.open(path) as library:
        store_scanned(library, sorted(found, key=lambda scanned: files.index(scanned.path)))
        kick, piano = library.codebook.find("kick"), library.codebook.find("piano")
        library.do(Judge(1, kick.id, State.YES), Judge(3, kick.id, State.NO))
        library.do(Judge(3, piano.id, State.YES))
    return path


def check(program: Program, qtbot: Any) -> Any:
    with qtbot.waitSignal(program.window.song_files.checked, timeout=30_000) as seen:
        program.window.song_files.check()
    return seen.args[0]


def dialog(program: Program, kind: type[QDialog]) -> Any:
    return next(shown for shown in program.window.findChildren(kind) if shown.isVisible())


def missing(program: Program) -> list[int]:
    return [song.song_id for song in program.context.library.songs.locations() if song.missing]


def test_opening_a_library_checks_which_files_are_missing(
    program: Program, drive: Path, library_file: Path, qtbot: Any
) -> None:
    (drive / "house.flac").unlink()
    with qtbot.waitSignal(program.window.song_files.checked, timeout=30_000):
        program.window.files_controller.open_library(library_file)
    assert missing(program) == [1]
    assert program.context.session.missing_folders == {}


def test_an_unplugged_drive_differs_from_a_deleted_file(
    program: Program, drive: Path, qtbot: Any
) -> None:
    away = drive.rename(drive.parent.parent / "unplugged")
    result = check(program, qtbot)
    assert len(result.locations) == 3
    assert set(program.context.session.missing_folders) == {1, 2, 3}
    assert missing(program) == []
    navigation.open_song(program.context, 1)
    strip = program.window.listening.missing
    assert strip.isVisible()
    assert "drive" in strip.title.text()
    assert str(drive) in strip.detail.text()
    assert program.context.session.picture is not None  # what was kept can still be seen
    assert "is listening" not in program.window.listening.song_panes.taggram.placeholder.title
    away.rename(drive)
    qtbot.mouseClick(strip.again, Qt.MouseButton.LeftButton)
    assert not strip.isVisible()
    assert program.context.player.state.loaded
    wait_for_jobs(program, qtbot)


def test_a_drive_that_is_back_is_seen_as_the_user_comes_back(
    program: Program, drive: Path, qtbot: Any
) -> None:
    away = drive.rename(drive.parent.parent / "unplugged")
    check(program, qtbot)
    navigation.open_song(program.context, 1)
    coming_back = Qt.ApplicationState.ApplicationActive
    program.app.applicationStateChanged.emit(coming_back)
    wait_for_jobs(program, qtbot)
    assert set(program.context.session.missing_folders) == {1, 2, 3}
    away.rename(drive)
    with qtbot.waitSignal(program.window.song_files.checked, timeout=30_000):
        program.app.applicationStateChanged.emit(coming_back)
    assert program.context.session.missing_folders == {}
    assert not program.window.listening.missing.isVisible()
    wait_for_jobs(program, qtbot)


def test_a_deleted_file_shows_in_the_centre_and_the_song_can_still_be_tagged(
    program: Program, drive: Path, qtbot: Any
) -> None:
    (drive / "waltz.flac").unlink()
    navigation.open_song(program.context, 2)
    strip = program.window.listening.missing
    assert strip.isVisible()
    assert "waltz.flac" in strip.detail.text()
    assert missing(program) == [2]
    kick = program.context.library.codebook.find("kick").id
    assert tagging.judge(program.context, kick, State.YES)
    navigation.open_song(program.context, 1)
    assert not strip.isVisible()
    wait_for_jobs(program, qtbot)


@pytest.mark.parametrize("by_sound", [False, True])
def test_songs_of_a_moved_folder_are_shown_first_and_followed_in_one_step(
    program: Program, drive: Path, tmp_path: Path, qtbot: Any, by_sound: bool
) -> None:
    new = drive.rename(tmp_path / "elsewhere")
    if by_sound:
        (new / "house.flac").rename(new / "another name.flac")
    window = program.window
    window.action_set["library.missing"].trigger()
    finder = dialog(program, FindMissing)
    qtbot.waitUntil(lambda: "3" in finder.summary.text(), timeout=30_000)
    assert finder.request() == FindRequest(Path(), drive)
    finder.by_sound.setChecked(by_sound)
    finder.folder.setText(str(new))
    qtbot.mouseClick(finder.search, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(finder.use.isEnabled, timeout=60_000)
    assert finder.table.rowCount() == 3
    assert not finder.work.isVisible()
    assert finder.table.item(0, 1).text() == str(drive / "house.flac")
    assert program.context.library.songs.get(1).path == drive / "house.flac"  # nothing yet
    qtbot.mouseClick(finder.use, Qt.MouseButton.LeftButton)
    found = [program.context.library.songs.get(song_id).path for song_id in (1, 2, 3)]
    first = "another name.flac" if by_sound else "house.flac"
    assert found == [new / first, new / "waltz.flac", new / "house.ogg"]
    assert program.context.session.missing_folders == {}
    assert not finder.isVisible()
    edit_runner.undo(program.context)
    assert program.context.library.songs.get(2).path == drive / "waltz.flac"
    wait_for_jobs(program, qtbot)


def test_the_automatic_check_waits_for_a_search_of_the_user(
    program: Program, drive: Path, tmp_path: Path, qtbot: Any
) -> None:
    new, song_files, found = drive.rename(tmp_path / "elsewhere"), program.window.song_files, []
    listeners = Listeners(done=found.append, cancelled=lambda: found.append(None))
    song_files.find(FindRequest(new, drive), listeners)
    song_files._check_when_idle()
    qtbot.waitUntil(lambda: bool(found), timeout=60_000)
    assert len(found[0].moves) == 3
    wait_for_jobs(program, qtbot)


def test_a_folder_with_none_of_the_songs_says_so(
    program: Program, drive: Path, tmp_path: Path, qtbot: Any
) -> None:
    drive.rename(tmp_path / "elsewhere")
    program.window.files_controller.find_missing(drive)
    finder = dialog(program, FindMissing)
    qtbot.waitUntil(lambda: bool(finder.summary.text()), timeout=30_000)
    (tmp_path / "empty").mkdir()
    finder.folder.setText(str(tmp_path / "empty"))
    finder.search_requested.emit(finder.request())
    qtbot.waitUntil(lambda: "None of" in finder.work.message.text(), timeout=30_000)
    assert not finder.use.isEnabled()
    finder.reject()
    wait_for_jobs(program, qtbot)


@pytest.fixture
def twice(program: Program, qtbot: Any) -> DuplicatesDialog:
    """The dialog, with the one pair found."""
    program.window.action_set["library.twice"].trigger()
    shown = dialog(program, DuplicatesDialog)
    qtbot.waitUntil(lambda: shown.list.count() == 1, timeout=30_000)
    return shown


def state(program: Program, song_id: int, name: str) -> State | None:
    library = program.context.library
    found = library.annotations.of_song(song_id).get(library.codebook.find(name).id)
    return found.state if found else None


def test_the_same_recording_is_joined_with_the_decisions_that_were_chosen(
    program: Program, twice: DuplicatesDialog, qtbot: Any
) -> None:
    assert twice.pair.side == 0  # the FLAC file holds more than the Ogg one
    assert len(twice.pair.decisions.choices) == 1
    twice.pair.decisions.choices[0].setCurrentIndex(1)
    qtbot.mouseClick(twice.join, Qt.MouseButton.LeftButton)
    assert program.context.library.songs.get(3) is None
    assert state(program, 1, "kick") is State.NO
    assert state(program, 1, "piano") is State.YES
    assert twice.list.count() == 0
    twice.reject()
    edit_runner.undo(program.context)
    assert state(program, 1, "kick") is State.YES
    assert state(program, 3, "kick") is State.NO
    assert state(program, 1, "piano") is None


def test_the_other_file_can_be_kept_and_the_open_song_follows(
    program: Program, twice: DuplicatesDialog, qtbot: Any
) -> None:
    navigation.open_song(program.context, 1)
    twice.pair.keep[1].setChecked(True)
    qtbot.mouseClick(twice.join, Qt.MouseButton.LeftButton)
    assert program.context.library.songs.get(1) is None
    assert program.context.session.song.id == 3
    assert state(program, 3, "kick") is State.NO
    twice.reject()
    wait_for_jobs(program, qtbot)


def test_a_pair_that_differs_in_a_note_is_shown_as_one_to_listen_to(
    twice: DuplicatesDialog,
) -> None:
    pair = twice.current
    assert pair is not None
    assert "differs in places" not in twice.message.text()
    twice.show_pairs([replace(pair, similarity=0.9999, is_same=False)])
    assert "differs in places" in twice.message.text()
    assert "(99 % alike)" in twice.list.item(0).text()


def test_songs_marked_distinct_are_not_offered_again_until_undone(
    program: Program, twice: DuplicatesDialog, qtbot: Any
) -> None:
    qtbot.mouseClick(twice.apart, Qt.MouseButton.LeftButton)
    assert twice.list.count() == 0
    twice.reject()

    def offered() -> int:
        program.window.files_controller.show_duplicates()
        shown = dialog(program, DuplicatesDialog)
        qtbot.waitUntil(lambda: not shown.work.running, timeout=30_000)
        count = shown.list.count()
        shown.reject()
        return count

    assert offered() == 0
    assert edit_runner.undo(program.context)
    assert offered() == 1


@pytest.fixture
def restoring(program: Program, qtbot: Any) -> Callable[[], RestoreDialog]:
    """Opens the dialog and waits for its rows."""

    def opened() -> RestoreDialog:
        program.window.action_set["library.restore"].trigger()
        wait_for_jobs(program, qtbot)
        return dialog(program, RestoreDialog)

    return opened


def test_a_library_is_copied_once_a_day_by_itself(program: Program, qtbot: Any) -> None:
    path = program.context.library.path
    for _twice in range(2):
        backups.daily(program.context)
        wait_for_jobs(program, qtbot)
    assert [backup.reason for backup in list_backups(path)] == ["daily"]


def test_restoring_brings_the_copy_back_and_keeps_the_present_library(
    program: Program, restoring: Callable[[], RestoreDialog], qtbot: Any
) -> None:
    path = program.context.library.path
    backup_beside(program.context.library.path, "copy")
    kick = program.context.library.codebook.find("kick").id
    navigation.open_song(program.context, 2)
    wait_for_jobs(program, qtbot)
    tagging.judge(program.context, kick, State.YES)
    shown = restoring()
    row = [shown.table.item(0, column).text() for column in (2, 3)]
    assert row == ["3", "3"]
    qtbot.mouseClick(shown.restore, Qt.MouseButton.LeftButton)
    assert shown.isVisible()  # asked once more
    qtbot.mouseClick(shown.restore, Qt.MouseButton.LeftButton)
    wait_for_jobs(program, qtbot)
    assert program.context.library.path == path
    assert program.context.session.song.id == 2
    assert state(program, 2, "kick") is None
    aside = path.with_name("small-before-restore-1.db")
    assert str(aside) in program.window.notices.cards[0].notice.remedy
    with Library.open(aside, read_only=True) as former:
        assert former.annotations.of_song(2)[kick].state is State.YES


def test_closed_while_the_backups_are_listed_it_is_deleted(program: Program, qtbot: Any) -> None:
    backup_beside(program.context.library.path, "copy")
    program.window.files_controller.restore_library()
    dialog(program, RestoreDialog).reject()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    wait_for_jobs(program, qtbot)  # an error in a late answer would fail this test


def test_without_backups_the_dialog_says_so_and_can_make_one(
    program: Program, restoring: Callable[[], RestoreDialog], qtbot: Any
) -> None:
    shown = restoring()
    assert "no copy" in shown.work.message.text()
    assert not shown.restore.isEnabled()
    qtbot.mouseClick(shown.copy, Qt.MouseButton.LeftButton)
    wait_for_jobs(program, qtbot)
    assert shown.table.rowCount() == 1
    assert shown.restore.isEnabled()
    shown.reject()
