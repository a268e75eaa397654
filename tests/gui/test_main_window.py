"""The whole window on a real library of composed songs: what a new user does, step by step."""

from __future__ import annotations

import dataclasses
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import soundfile
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from core.demo import RATE_HZ, short_song
from core.features.cache import FeatureCache
from core.library.records import State
from core.library.scan.importer import store_scanned
from core.library.scan.scan_records import Failure
from core.library.store import Library
from core.paths import folders
from core.settings import load_settings
from rhythmcap_gui import theme
from rhythmcap_gui.app import Program
from rhythmcap_gui.job_runner import Lane
from rhythmcap_gui.operations.listening import playback
from rhythmcap_gui.operations.songs import navigation
from rhythmcap_gui.view_data import ImportState
from rhythmcap_gui.views.shell.tour import Tour
from rhythmcap_gui.views.songs.search_help import SearchHelp
from tests.support.scan_in_process import scan_in_process
from tests.support.window import StartProgram, wait_for_jobs

Key, Modifier = Qt.Key, Qt.KeyboardModifier


@pytest.fixture(scope="session")
def music(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three short songs and a file that is none."""
    folder = tmp_path_factory.mktemp("music")
    for number, style in enumerate(("house", "waltz", "techno")):
        soundfile.write(folder / f"The Tones - {style}.flac", short_song(number, style, 3.0),
                        RATE_HZ)  # fmt: skip
    (folder / "broken.flac").write_bytes(b"this is no music" * 20)
    return folder


@pytest.fixture
def program(start_program: StartProgram) -> Program:
    """The window on a new, empty library."""
    program = start_program()
    program.open(None)
    return program


@pytest.fixture(scope="session")
def prepared(music: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library with the three songs, to be copied for each test."""
    folder = tmp_path_factory.mktemp("prepared")
    with Library.open(folder / "library.db") as library:
        cache = FeatureCache(folder / "features")
        found: list[Any] = []
        scan_in_process([music], cache, on_scanned=found.append)
        store_scanned(library, found)
    return folder


@pytest.fixture
def filled(prepared: Path, start_program: StartProgram) -> Program:
    """The window with the three songs and the first one open."""
    folders().data.mkdir(parents=True)
    shutil.copy(prepared / "library.db", folders().library_file)
    shutil.copytree(prepared / "features", folders().features)
    program = start_program()
    program.open(None)
    return program


@pytest.fixture
def press(filled: Program, qtbot: Any) -> Callable[..., None]:
    """Press keys where the focus is; a pair is a key with its modifier."""
    qtbot.waitActive(filled.window)
    filled.window.setFocus()

    def keys(*pressed: Any) -> None:
        for item in pressed:
            key, modifier = item if isinstance(item, tuple) else (item, Modifier.NoModifier)
            qtbot.keyClick(filled.window.focusWidget() or filled.window, key, modifier)

    return keys


def state_of(program: Program, name: str) -> State | None:
    tag = program.context.library.codebook.find(name)
    found = program.context.session.states().get(tag.id)
    return found.state if found else None


def dialogs(window: QWidget) -> list[QDialog]:
    return [dialog for dialog in window.findChildren(QDialog) if dialog.isVisible()]


def test_an_empty_library_offers_two_choices(program: Program) -> None:
    assert program.window.is_empty
    assert program.window.first_run.isVisible()


def test_dropped_folders_are_imported_and_failures_listed(
    program: Program, music: Path, qtbot: Any
) -> None:
    program.window.files_dropped.emit([music])
    wait_for_jobs(program, qtbot)
    state = program.importer.state
    assert (state.added, state.running) == (3, False)
    assert [failure.path.name for failure in state.failed] == ["broken.flac"]
    assert state.failed[0].reason
    assert program.context.library.songs.count() == 3
    assert program.context.session.picture is not None
    assert not program.window.is_empty


def test_a_drop_on_the_window_is_an_import(program: Program, music: Path, qtbot: Any) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(music))])
    event = QDropEvent(QPointF(50, 50), Qt.DropAction.CopyAction, mime,
                       Qt.MouseButton.LeftButton, Modifier.NoModifier)  # fmt: skip
    program.window.dropEvent(event)
    assert program.context.runner.busy(Lane.IMPORT)
    wait_for_jobs(program, qtbot)
    assert program.context.library.songs.count() == 3


def test_the_import_dock_closes_itself_when_all_went_well(filled: Program) -> None:
    dock, importer, messages = filled.window.docks["import"], filled.importer, []
    filled.context.session.notice.connect(lambda notice: messages.append(notice.text))
    importer.changed.emit(ImportState(True))
    assert not dock.isHidden()
    importer.changed.emit(ImportState(False, added=2, already=1))
    assert dock.isHidden()
    assert messages == ["2 added · 1 already there"]
    failure = Failure(Path("broken.flac"), "no sound")
    importer.changed.emit(ImportState(True))
    importer.changed.emit(ImportState(False, added=2, failed=(failure,)))
    assert not dock.isHidden()
    importer.changed.emit(ImportState(True))  # it was open before: it stays
    importer.changed.emit(ImportState(False, added=1))
    assert not dock.isHidden()


def test_a_cancelled_import_keeps_what_was_read(program: Program, music: Path, qtbot: Any) -> None:
    program.window.files_dropped.emit([music])
    program.importer.cancel()
    wait_for_jobs(program, qtbot)
    assert program.importer.state.cancelled
    assert not program.importer.state.running


def test_the_first_song_opens_with_its_picture(filled: Program) -> None:
    session = filled.context.session
    assert session.song is not None
    assert session.picture is not None
    assert session.duration_s == pytest.approx(3.0, abs=0.01)


def test_tagging_by_two_letters_reaches_the_library(
    filled: Program, press: Callable[..., None]
) -> None:
    press(Key.Key_R, Key.Key_K)
    press(Key.Key_V, (Key.Key_F, Modifier.ShiftModifier))
    press(Key.Key_S, (Key.Key_D, Modifier.AltModifier))
    found = [state_of(filled, name) for name in ("kick", "female", "deep")]
    assert found == [State.YES, State.NO, State.UNSURE]
    press(Key.Key_R, Key.Key_K)
    assert state_of(filled, "kick") is None


def test_undo_and_redo_by_key(filled: Program, press: Callable[..., None]) -> None:
    press(Key.Key_R, Key.Key_K, (Key.Key_Z, Modifier.ControlModifier))
    assert state_of(filled, "kick") is None
    press((Key.Key_Z, Modifier.ControlModifier | Modifier.ShiftModifier))
    assert state_of(filled, "kick") is State.YES


def test_a_click_on_a_chip_is_a_decision(filled: Program, qtbot: Any) -> None:
    tag = filled.context.library.codebook.find("kick")
    qtbot.mouseClick(filled.window.editor.chip(tag.id), Qt.MouseButton.LeftButton)
    assert state_of(filled, "kick") is State.YES


def test_down_and_up_walk_through_the_table(filled: Program, press: Callable[..., None]) -> None:
    first = filled.context.session.song
    press(Key.Key_Down)
    second = filled.context.session.song
    press(Key.Key_N)
    third = filled.context.session.song
    press(Key.Key_Up, Key.Key_P)
    assert len({first.id, second.id, third.id}) == 3
    assert filled.context.session.song.id == first.id


def test_a_tooltip_on_screen_does_not_outlive_its_song(
    filled: Program, press: Callable[..., None], qtbot: Any
) -> None:
    heading = filled.window.listening.heading
    former = heading.toolTip()
    QToolTip.showText(heading.mapToGlobal(heading.rect().center()), former, heading)
    assert QToolTip.isVisible()
    press(Key.Key_Down)
    assert heading.toolTip() != former
    qtbot.waitUntil(lambda: not QToolTip.isVisible(), timeout=2000)


def test_the_arrow_keys_seek_and_the_brackets_loop(
    filled: Program, press: Callable[..., None]
) -> None:
    playback.seek(filled.context, 0.5)
    press(Key.Key_BracketLeft, Key.Key_Period)
    assert filled.context.session.position_s == pytest.approx(1.5, abs=0.01)
    press(Key.Key_BracketRight)
    assert filled.context.session.loop == pytest.approx((0.5, 1.5), abs=0.01)
    press(Key.Key_Backslash)
    assert filled.context.session.loop is None
    press(Key.Key_U)
    assert filled.context.session.loop == pytest.approx((0.5, 1.5), abs=0.01)


def test_letters_in_the_search_line_search(filled: Program, press: Callable[..., None]) -> None:
    press((Key.Key_F, Modifier.ControlModifier))
    assert filled.window.search.hasFocus()
    press(Key.Key_W, Key.Key_A, Key.Key_L, Key.Key_T, Key.Key_Z)
    assert filled.window.search.text() == "waltz"
    assert filled.context.session.armed_category is None


def test_b_is_blind_mode_and_stays_for_the_next_time(
    filled: Program, press: Callable[..., None]
) -> None:
    press(Key.Key_B)
    assert filled.context.session.blind
    assert load_settings(folders().settings_file).blind


def test_a_key_bound_by_the_user_works_and_the_default_no_longer(
    filled: Program, press: Callable[..., None]
) -> None:
    settings = filled.context.session.settings
    filled.context.session.set_settings(dataclasses.replace(settings, keys={"view.blind": "K"}))
    press(Key.Key_B)
    assert not filled.context.session.blind
    press(Key.Key_K)
    assert filled.context.session.blind


def test_f1_shows_the_keys(filled: Program, press: Callable[..., None]) -> None:
    press(Key.Key_F1)
    assert [dialog.windowTitle() for dialog in dialogs(filled.window)] == ["Keys"]
    dialogs(filled.window)[0].reject()


def test_the_settings_change_the_colours_at_once(filled: Program) -> None:
    filled.window.shell_controller.show_settings()
    dialog = dialogs(filled.window)[0]
    dialog._theme.setCurrentIndex(dialog._theme.findData("light"))
    dialog.accept()
    assert not theme.is_dark()
    assert load_settings(folders().settings_file).theme == "light"


def test_a_missing_file_is_shown_and_its_tags_stay(
    filled: Program, tmp_path: Path, qtbot: Any
) -> None:
    moved = tmp_path / "gone.flac"
    soundfile.write(moved, short_song(9, "house", 2.0), RATE_HZ)
    filled.window.files_dropped.emit([moved])
    wait_for_jobs(filled, qtbot)
    song = filled.context.library.songs.by_path(moved)
    moved.unlink()
    navigation.open_song(filled.context, song.id)
    assert filled.context.session.song.missing_since is not None
    assert any("gone.flac" in card.notice.text for card in filled.window.notices.cards)
    assert filled.context.session.picture is not None


def test_closing_and_reopening_brings_all_of_it_back(
    filled: Program, press: Callable[..., None], qapp: QApplication
) -> None:
    press(Key.Key_Down, Key.Key_R, Key.Key_K)
    filled.context.session.set_query("The Tones")
    song = filled.context.session.song
    playback.seek(filled.context, 1.25)
    filled.window.show_dock("models")
    filled.window.close()
    again = Program(qapp)
    again.window.show()
    again.open(None)
    try:
        assert again.context.session.song.id == song.id
        assert again.context.session.query == "The Tones"
        assert again.context.session.position_s == pytest.approx(1.25, abs=0.01)
        assert state_of(again, "kick") is State.YES
        assert again.window.docks["models"].isVisible()
        assert again.context.library.undo_label() == "kick: yes"
    finally:
        again.close()
        again.window.deleteLater()


def test_a_library_that_cannot_be_opened_is_a_message(program: Program, tmp_path: Path) -> None:
    other = tmp_path / "not.db"
    other.write_bytes(b"not a database at all" * 100)
    program.window.files_controller.open_library(other)
    assert program.window.notices.cards[0].notice.level == "error"
    assert program.window.is_empty


def test_every_control_of_the_window_has_a_name(filled: Program) -> None:
    from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QSlider, QTableView

    kinds = QAbstractButton | QComboBox | QLineEdit | QSlider | QTableView
    nameless = [
        f"{type(widget).__name__} {widget.objectName()}"
        for widget in filled.window.findChildren(QWidget)
        if isinstance(widget, kinds)
        and not widget.objectName().startswith("qt_")
        and not isinstance(widget.parent(), QLineEdit)
        and widget.isVisibleTo(filled.window)
        and not (widget.accessibleName() or getattr(widget, "text", str)())
    ]
    assert nameless == []


def test_first_steps_mark_five_parts_that_can_be_seen(filled: Program, qtbot: QtBot) -> None:
    window = filled.window
    window.action_set["help.first_steps"].trigger()
    tour = window.findChild(Tour)
    assert tour is not None
    for index in range(5):
        assert not tour.marked_rect().isEmpty()
        assert "{" not in tour.text.text()
        assert tour.index == index
        QTest.keyClick(tour, Key.Key_Right)
    qtbot.waitUntil(lambda: window.findChild(Tour) is None, timeout=1000)


def test_searching_puts_an_example_into_the_search_line(filled: Program) -> None:
    window = filled.window
    window.action_set["help.searching"].trigger()
    sheet = window.findChild(SearchHelp)
    assert sheet is not None
    next(button for button in sheet.examples if button.text() == "untagged").click()
    assert window.search.text() == "untagged"
    sheet.close()
