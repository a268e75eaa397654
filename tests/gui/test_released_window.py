"""The window opens as version 0.1 left it: preferences, docks, columns, order, song and view."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.exchange.model_files.model_archive import import_zip
from core.paths import folders
from core.settings import load_settings
from rhythmcap_gui import languages, theme
from rhythmcap_gui.app import Program
from tests.support.released_files import ANNOTATOR, DATA_DIR, copy_file, copy_library, read_expected
from tests.support.window import wait_for_jobs

NEAR_PX = 30  # fonts of other machines have other sizes


def take_window_file(library: Path) -> None:
    """Yesterday's window.ini, as if its library had always been where the copy is."""
    path = copy_file("window.ini", folders().window_file)
    text = path.read_text(encoding="utf-8")
    name = hashlib.blake2b(str(library).encode(), digest_size=6).hexdigest()
    moved, n_libraries = re.subn(
        r"^\[library-[0-9a-f]{12}\]$", f"[library-{name}]", text, flags=re.M
    )
    assert n_libraries == 1
    path.write_text(moved, encoding="utf-8")


@pytest.fixture
def program(qapp: QApplication, qtbot: QtBot, expected: dict[str, Any]) -> Iterator[Program]:
    """The window on copies of all that yesterday's window wrote."""
    library, former = copy_library(), theme.requested()
    copy_file("settings.json", folders().settings_file)
    take_window_file(library)
    import_zip(DATA_DIR / "model.zip", folders().models)
    made = Program(qapp)
    made.window.show()
    made.open(library)
    wait_for_jobs(made, qtbot)
    made.window.resize(*expected["geometry"][2:])  # Qt fitted it into a test's small screen
    yield made
    made.close()
    made.window.deleteLater()
    made.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    languages.set_language(qapp, languages.SOURCE)  # the next test has its own language and theme
    theme.apply_theme(qapp, former)


@pytest.fixture(scope="module")
def expected() -> dict[str, Any]:
    window: dict[str, Any] = read_expected()["window"]
    return window


def test_docks_columns_and_sizes_are_as_they_were_left(
    program: Program, expected: dict[str, Any], qtbot: QtBot
) -> None:
    window = program.window
    dock_area = window.columns.dock_area
    areas = {name: dock_area.dockWidgetArea(dock).value for name, dock in window.docks.items()}
    assert {name: areas[name] for name in expected["areas"]} == expected["areas"]
    assert [name for name, dock in window.docks.items() if dock.isVisible()] == expected["shown"]
    near = pytest.approx(expected["models_px"], abs=NEAR_PX)
    qtbot.waitUntil(lambda: window.docks["models"].height() == near)  # a busy machine lays out late
    assert window.columns.widths() == pytest.approx(expected["columns"], abs=NEAR_PX)
    assert window.table.facets.is_open == expected["facets"]


def test_query_order_columns_song_and_view_are_as_they_were_left(
    program: Program, expected: dict[str, Any]
) -> None:
    window, session = program.window, program.context.session
    assert session.query == expected["query"] == "year:>1972"
    assert (
        [program.context.order, program.context.descending] == expected["order"] == ["title", True]
    )
    shown = [tuple(column) for column in expected["header"]]
    assert [key for key, _ in window.table.header.shown()] == [key for key, _ in shown]
    assert window.table.header.shown()[1:] == shown[1:]  # the song takes what is left
    assert session.song is not None
    assert session.song.id == expected["song"]
    view = window.listening.view_state()
    assert view["view_s"] == pytest.approx(expected["view"]["view_s"])
    assert (view["look"], view["go_along"]) == ([20, -30], True)
    heights, before = view["heights_px"], expected["view"]["heights_px"]
    assert heights[0] / sum(heights) == pytest.approx(before[0] / sum(before), abs=0.1)


def test_the_window_follows_yesterdays_preferences(program: Program) -> None:
    session, made = program.context.session, program.window.action_set
    stored = load_settings(DATA_DIR / "settings.json")
    recent = (str(folders().library_file), *stored.recent_libraries)
    assert session.settings == replace(stored, recent_libraries=recent)
    assert (languages.current_language(), theme.requested()) == ("de", "light")
    assert session.blind
    assert made["playback.toggle"].shortcut() == QKeySequence("F8")
    assert made["view.blind"].shortcut() == QKeySequence("Ctrl+B")
    assert program.context.library.annotators.current.name == ANNOTATOR
    active = program.context.library.models.active()
    assert active is not None
    assert active.name == "Ada's ear · 1"


def test_what_was_undone_yesterday_can_be_done_again_here(program: Program) -> None:
    program.window.action_set["edit.redo"].trigger()
    assert program.context.library.undo_label() == "piano: yes"
    program.window.action_set["edit.undo"].trigger()
    assert program.context.library.undo_label() == "piano: no"


def test_closing_writes_what_the_next_start_finds(program: Program, qapp: QApplication) -> None:
    columns = program.window.table.header.shown()
    program.close()
    again = Program(qapp)
    again.window.show()
    again.open(folders().library_file)
    assert again.window.table.header.shown()[1:] == columns[1:]
    assert again.context.session.query == "year:>1972"
    again.close()
    again.window.deleteLater()
    again.deleteLater()
