"""F6 goes from one part of the window to the next; nothing is more than ten Tabs from there."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from core.library.edits.edits import Judge
from core.library.records import State
from rhythmcap_gui.app import Program
from rhythmcap_gui.views.tags.tag_chip import TagChip
from tests.support.window import wait_for_jobs

FAR = 10  # Tabs


@pytest.fixture
def program(program: Program, qtbot: Any) -> Program:
    """The window on three songs, the first one open, with a dock on screen."""
    program.context.session.open_song(program.context.library.songs.get(1))
    program.window.show_dock("models")
    wait_for_jobs(program, qtbot)
    qtbot.waitActive(program.window)
    program.window.setFocus()
    return program


@pytest.fixture
def focused_after(program: Program, qtbot: Any) -> Callable[..., QWidget]:
    def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> Any:
        qtbot.keyClick(program.window.focusWidget() or program.window, key, modifier)
        return program.window.focusWidget()

    return press


def test_f6_goes_around_the_parts_and_shift_f6_back(
    program: Program, focused_after: Callable[..., QWidget]
) -> None:
    window = program.window
    parts = [
        window.search,
        window.table.list,
        window.listening.song_panes.spectrogram,
        window.editor.sections.tab_stop(),
        window.docks["models"],
    ]
    for part in (*parts, parts[0]):
        focused = focused_after(Qt.Key.Key_F6)
        assert focused is part or part.isAncestorOf(focused)
    for part in (parts[-1], parts[-2]):
        focused = focused_after(Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
        assert focused is part or part.isAncestorOf(focused)


def test_f6_passes_over_what_is_not_on_screen(
    program: Program, focused_after: Callable[..., QWidget]
) -> None:
    program.window.docks["models"].hide()
    program.window.editor.sections.tab_stop().setFocus()
    assert focused_after(Qt.Key.Key_F6) is program.window.search
    program.context.session.set_query("nothing at all")
    assert program.window.table.isAncestorOf(focused_after(Qt.Key.Key_F6))


def test_from_its_part_no_control_is_more_than_ten_tabs_away(
    program: Program, focused_after: Callable[..., QWidget]
) -> None:
    starts = {id(focused_after(Qt.Key.Key_F6)) for _ in range(5)}
    program.window.search.setFocus()
    ring = [program.window.search]
    while (control := focused_after(Qt.Key.Key_Tab)) is not program.window.search:
        ring.append(control)
        assert len(ring) < 100
    at = [index for index, control in enumerate(ring) if id(control) in starts]
    assert len(at) == 5
    n = len(ring)
    far = {i: min(min((i - s) % n, (s - i) % n) for s in at) for i in range(n)}
    assert max(far.values()) <= FAR
    names = [type(control).__name__ for control in ring]
    chip = names.index("TagChip")
    assert isinstance(ring[chip], TagChip)
    assert ring[chip + 1].text() == "Find a tag"
    assert names[at[1] + 1] == "PillButton"


@pytest.mark.parametrize("going", [QWidget.hide, lambda link: link.setEnabled(False)])
def test_a_control_that_goes_away_leaves_the_keyboard_to_the_window_not_to_a_text_field(
    program: Program, going: Callable[[QWidget], None]
) -> None:
    window, link = program.window, QPushButton("12 songs")
    window.top_bar.layout().insertWidget(0, link)
    link.show()
    QWidget.setTabOrder(link, window.search)
    link.setFocus()
    assert window.focusWidget() is link
    going(link)
    assert window.focusWidget() is window
    link.setEnabled(True)
    link.show()
    link.setFocus()
    window.search.setFocus()  # on purpose
    assert window.focusWidget() is window.search


def test_undo_after_the_rest_is_no_is_about_decisions(program: Program, qtbot: Any) -> None:
    window, library = program.window, program.context.library
    kick = next(tag.id for tag in library.codebook.tags() if tag.name == "kick")
    program.context.session.apply_changes(library.do(Judge(1, kick, State.YES)))
    window.resize(1920, 1000)
    window.show_readiness()
    view = window.training.readiness
    qtbot.waitUntil(lambda: bool(view.rest_links) and view.rest_links[0].isVisible())
    view.rest_links[0].setFocus()
    qtbot.mouseClick(view.rest_links[0], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not view.rest_links)
    assert len(library.annotations.of_song(1)) > 1
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert list(library.annotations.of_song(1)) == [kick]
