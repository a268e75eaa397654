"""Tagging from the keyboard in the whole window: many songs, parts of songs, the song before."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from core.library.records import State
from core.library.store import Library
from core.paths import folders
from rhythmcap_gui.app import Program
from rhythmcap_gui.operations.songs import navigation
from rhythmcap_gui.views.tags.tag_chip import TagChip
from rhythmcap_gui.views.tags.tag_finder import RegionPicker
from tests.support.small_library import add_songs, write_codebook
from tests.support.window import StartProgram

Key, Modifier = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def program(start_program: StartProgram, tmp_path: Path) -> Program:
    """The window on five songs whose files are missing; the first is open."""
    folders().data.mkdir(parents=True)
    codebook = write_codebook(tmp_path)
    with Library.open(folders().library_file, codebook=codebook) as library:
        add_songs(library, 5)
    program = start_program()
    program.open(None)
    navigation.open_song(program.context, 1)
    return program


@pytest.fixture
def press(program: Program, qtbot: Any) -> Callable[..., None]:
    qtbot.waitActive(program.window)
    program.window.setFocus()

    def keys(*pressed: Any) -> None:
        for item in pressed:
            key, modifier = item if isinstance(item, tuple) else (item, Modifier.NoModifier)
            qtbot.keyClick(program.window.focusWidget() or program.window, key, modifier)

    return keys


def tag(program: Program, name: str) -> int:
    return program.context.library.codebook.find(name).id


def states(program: Program, name: str) -> list[State | None]:
    rows = program.context.library.songs.rows(range(1, 6))
    return [row.states.get(tag(program, name)) for row in rows]


def test_a_chord_tags_all_selected_songs_and_ctrl_z_takes_it_back(
    program: Program, press: Callable[..., None]
) -> None:
    program.window.table.list.selectAll()
    press(Key.Key_R, Key.Key_D)
    assert states(program, "drums") == [State.YES] * 5
    press(Key.Key_G, (Key.Key_F, Modifier.ShiftModifier))
    assert states(program, "folk") == [State.NO] * 5
    press((Key.Key_Z, Modifier.ControlModifier))
    assert states(program, "folk") == [None] * 5
    assert states(program, "drums") == [State.YES] * 5


def test_going_to_another_song_ends_bulk_tagging(
    program: Program, press: Callable[..., None]
) -> None:
    program.window.table.list.selectAll()
    assert program.context.session.bulk
    press(Key.Key_Down, Key.Key_R, Key.Key_D)
    assert not program.context.session.bulk
    assert states(program, "drums") == [None, State.YES, None, None, None]


def test_ctrl_shift_c_copies_from_the_song_before(
    program: Program, press: Callable[..., None]
) -> None:
    press(Key.Key_R, Key.Key_K, Key.Key_V, (Key.Key_C, Modifier.ShiftModifier), Key.Key_Down)
    press((Key.Key_C, Modifier.ControlModifier | Modifier.ShiftModifier))
    assert states(program, "kick")[:2] == [State.YES, State.YES]
    assert states(program, "choir")[:2] == [State.NO, State.NO]


def test_a_digit_belongs_to_the_chip_with_the_keyboard_and_else_to_the_window(
    program: Program, press: Callable[..., None]
) -> None:
    program.window.editor.focus_chips()
    assert isinstance(program.window.focusWidget(), TagChip)
    press(Key.Key_5)
    found = program.context.session.states()[tag(program, "female")]
    assert (found.state, found.intensity) == (State.YES, 0.56)
    press(Key.Key_0)
    assert program.context.session.states()[tag(program, "female")].intensity is None


def test_ctrl_r_opens_the_picker_for_the_loop(
    program: Program, press: Callable[..., None], qtbot: Any
) -> None:
    press((Key.Key_R, Modifier.ControlModifier))
    assert program.window.findChild(RegionPicker) is None
    program.context.session.set_loop((10.0, 20.0))
    press((Key.Key_R, Modifier.ControlModifier))
    picker = program.window.findChild(RegionPicker)
    qtbot.keyClicks(picker.line, "bass")
    qtbot.keyClick(picker.line, Key.Key_Return)
    found = program.context.library.annotations.regions_of_song(1)
    assert [(item.tag_id, item.start_s, item.end_s) for item in found] == [
        (tag(program, "bass"), 10.0, 20.0)
    ]
    assert len(program.window.listening.regions.bars) == 1


def test_the_facets_stay_open_for_the_next_time(program: Program, qapp: QApplication) -> None:
    program.window.table.facets.set_open(True)
    program.close()
    again = Program(qapp)
    assert again.window.table.facets.is_open
    again.close()
    again.window.deleteLater()
