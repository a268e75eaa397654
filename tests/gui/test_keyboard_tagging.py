"""Tagging from the keyboard in the whole window: many songs, parts of songs, the song before."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from core.library.edits.edits import AddCategory
from core.library.records import State
from core.library.store import Library
from core.paths import folders
from rhythmcap_gui.app import Program
from rhythmcap_gui.operations import edit_runner
from rhythmcap_gui.operations.songs import navigation
from rhythmcap_gui.question_queue import Question, QueueKind, SongQueue
from rhythmcap_gui.views.shell.keys_sheet import KeysSheet
from rhythmcap_gui.views.tags.tag_chip import TagChip
from rhythmcap_gui.views.tags.tag_dialog import TagDialog
from rhythmcap_gui.views.tags.tag_finder import RegionPicker, TagFinder
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


def decided(program: Program) -> int:
    return program.context.library.annotations.progress().n_decisions


@pytest.fixture
def notices(program: Program) -> list[str]:
    texts: list[str] = []
    program.context.session.notice.connect(lambda notice: texts.append(notice.text))
    return texts


@pytest.mark.parametrize("query", ["nowhere", "title:003"])
def test_a_song_that_the_search_leaves_out_is_not_judged(
    program: Program, press: Callable[..., None], notices: list[str], query: str
) -> None:
    session = program.context.session
    session.set_query(query)
    assert (session.song.id, session.selection) == (1, ())
    press(Key.Key_R, Key.Key_D, Key.Key_7, Key.Key_Semicolon, Key.Key_Colon)
    press((Key.Key_E, Modifier.ControlModifier), (Key.Key_K, Modifier.ControlModifier))
    assert decided(program) == 0
    assert notices == ["No song selected."] * 6
    assert not any(chip.isEnabled() for chip in program.window.editor.sections.chips.values())
    session.set_query("")
    assert session.selection == (1,)
    press(Key.Key_R, Key.Key_D)
    assert states(program, "drums") == [State.YES, None, None, None, None]


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Down])
def test_letters_after_a_search_without_a_song_stay_in_its_line(
    program: Program, press: Callable[..., None], notices: list[str], qtbot: Any, key: Key
) -> None:
    search = program.window.search
    search.setFocus()
    qtbot.keyClicks(search, "nowhere")
    press(key)
    assert notices == ["No song matches. Esc shows all songs."]
    assert program.window.focusWidget() is search
    press(Key.Key_R, Key.Key_D)
    assert (search.text(), decided(program)) == ("nowhererd", 0)
    press(Key.Key_Escape)
    assert (search.text(), program.window.focusWidget()) == ("", program.window.table.list)
    assert program.context.session.selection == (1,)
    press(Key.Key_R, Key.Key_D)
    assert states(program, "drums") == [State.YES, None, None, None, None]


def test_of_several_selected_songs_only_those_still_shown_are_judged(
    program: Program, press: Callable[..., None]
) -> None:
    program.window.table.list.selectAll()
    program.context.session.set_query("title:004")
    press(Key.Key_R, Key.Key_D)
    assert states(program, "drums") == [None, None, None, State.YES, None]
    assert program.context.session.song.id == 1


def test_a_cleared_selection_is_not_judged_and_sorting_brings_none(
    program: Program, press: Callable[..., None], notices: list[str]
) -> None:
    program.window.table.list.clearSelection()
    program.window.table.set_order("title", True)
    press(Key.Key_R, Key.Key_D)
    assert decided(program) == 0
    assert notices == ["No song selected."]
    press(Key.Key_Down, Key.Key_R, Key.Key_D)
    assert decided(program) == 1


def test_sorting_keeps_the_song_that_is_judged(
    program: Program, press: Callable[..., None]
) -> None:
    program.window.table.set_order("title", True)
    press(Key.Key_R, Key.Key_D)
    assert states(program, "drums") == [State.YES, None, None, None, None]


def test_a_song_opened_from_elsewhere_is_judged_only_where_the_list_shows_it(
    program: Program, press: Callable[..., None]
) -> None:
    program.context.session.set_query("title:003")
    navigation.open_song(program.context, 3)
    navigation.open_song(program.context, 5)
    press(Key.Key_R, Key.Key_D)
    assert decided(program) == 0
    navigation.open_song(program.context, 3)
    press(Key.Key_R, Key.Key_D)
    assert states(program, "drums") == [None, None, State.YES, None, None]


def test_a_digit_after_a_chord_says_how_strongly_for_one_song_and_for_several(
    program: Program, press: Callable[..., None]
) -> None:
    press(Key.Key_R, Key.Key_D, Key.Key_7)
    drums = tag(program, "drums")
    assert program.context.session.states()[drums].intensity == 0.78
    program.window.table.list.selectAll()
    press(Key.Key_R, Key.Key_K, Key.Key_9)
    kick = tag(program, "kick")
    found = [program.context.library.annotations.of_song(song)[kick] for song in range(1, 6)]
    assert [decision.intensity for decision in found] == [1.0] * 5


def test_the_key_of_a_category_is_no_longer_listed_as_a_commands(
    program: Program, press: Callable[..., None]
) -> None:
    session, library = program.context.session, program.context.library
    session.apply_changes(library.do(AddCategory("mood", "B", "#E69F00")))
    blind = program.window.action_set["view.blind"]
    assert blind.shortcuts() == []
    press(Key.Key_F1)
    sheet = program.window.findChild(KeysSheet)
    texts = [label.text() for label in sheet.findChildren(QLabel)]
    assert "B" not in texts
    assert "Blind mode: hide the model's guesses" not in texts
    sheet.reject()
    edit_runner.undo(program.context)
    assert [key.toString() for key in blind.shortcuts()] == ["B"]


def test_ctrl_k_tags_one_after_another_and_undoes(
    program: Program, press: Callable[..., None], qtbot: Any
) -> None:
    press((Key.Key_K, Modifier.ControlModifier))
    finder = program.window.findChild(TagFinder)
    for typed in ("kick", "-folk", "voice: c"):
        qtbot.keyClicks(finder.line, typed)
        qtbot.keyClick(finder.line, Key.Key_Return)
    assert finder.done.text() == "kick: yes · folk: no · choir: yes"
    qtbot.keyClick(finder.line, Key.Key_Z, Modifier.ControlModifier)
    assert finder.done.text() == "kick: yes · folk: no · choir: not judged"
    qtbot.keyClick(finder.line, Key.Key_Escape)
    assert (states(program, "kick")[0], states(program, "folk")[0]) == (State.YES, State.NO)
    assert decided(program) == 2


def test_a_digit_behind_a_typed_tag_says_how_strongly_it_holds(
    program: Program, press: Callable[..., None], qtbot: Any
) -> None:
    press((Key.Key_K, Modifier.ControlModifier))
    finder = program.window.findChild(TagFinder)
    qtbot.keyClicks(finder.line, "kick7")
    assert finder.hint.text() == "Enter: yes, intensity 7 of 9"
    assert finder.list.item(1).text() == "Create new tag “kick7”…"
    qtbot.keyClick(finder.line, Key.Key_Return)
    for typed in ("choir 3", "-folk4"):
        qtbot.keyClicks(finder.line, typed)
        qtbot.keyClick(finder.line, Key.Key_Return)
    assert finder.done.text() == "kick: yes 7 · choir: yes 3 · folk: no"


@pytest.mark.parametrize("applies", [True, False])
def test_a_new_tag_holds_for_the_song_unless_one_says_no_and_is_seen(
    program: Program, press: Callable[..., None], qtbot: Any, applies: bool
) -> None:
    window = program.window
    window.resize(1000, 500)
    press((Key.Key_N, Modifier.ControlModifier))
    dialog = window.findChild(TagDialog)
    qtbot.waitActive(dialog)
    genre = program.context.library.codebook.find_category("genre")
    dialog._category.setCurrentIndex(dialog._category.findData(genre.id))
    qtbot.keyClicks(dialog._name, "waltz")
    assert dialog.applies.text() == "Yes for “Song 001”"
    dialog.applies.setChecked(applies)
    dialog.accept()
    chip = window.editor.sections.chips[tag(program, "waltz")]
    assert chip.shown.state is (State.YES if applies else None)
    qtbot.waitUntil(lambda: not chip.visibleRegion().isEmpty(), timeout=2000)


def test_a_new_tag_without_a_song_in_sight_judges_nothing(
    program: Program, press: Callable[..., None]
) -> None:
    program.context.session.set_query("nowhere")
    press((Key.Key_N, Modifier.ControlModifier))
    dialog = program.window.findChild(TagDialog)
    assert dialog.applies.isHidden()
    dialog._name.setText("waltz")
    dialog.accept()
    assert program.context.library.codebook.find("waltz") is not None
    assert decided(program) == 0


@pytest.mark.parametrize(("query", "kept"), [("title:003", ""), ("song", "song"), ("a:(", "")])
def test_a_song_opened_from_a_result_is_in_the_list(
    program: Program, press: Callable[..., None], query: str, kept: str
) -> None:
    session = program.context.session
    session.set_query(query)
    navigation.open_from_elsewhere(program.context, 5)
    assert (session.query, session.selection) == (kept, (5,))
    press(Key.Key_R, Key.Key_D)
    assert states(program, "drums") == [None, None, None, None, State.YES]


def test_a_song_opened_from_a_result_leaves_songs_to_judge_that_it_is_not_of(
    program: Program,
) -> None:
    session = program.context.session
    questions = tuple(Question(song_id, tag(program, "kick")) for song_id in (1, 2))
    session.set_queue(SongQueue(QueueKind.WORD, questions, "kick"))
    navigation.open_from_elsewhere(program.context, 2)
    assert session.queue is not None
    navigation.open_from_elsewhere(program.context, 3)
    assert (session.queue, session.selection) == (None, (3,))


def test_eight_tags_on_a_song_and_the_next_song_take_seventeen_strokes(
    program: Program, press: Callable[..., None]
) -> None:
    strokes = [ord(letter) for letter in "VFVMVCVSRKRDRBGFN"]
    assert len(strokes) == 17
    press(*(Key(stroke) for stroke in strokes))
    found = program.context.library.annotations.of_song(1)
    assert [decision.state for decision in found.values()] == [State.YES] * 8
    assert program.context.session.song.id == 2


def test_after_two_letters_a_digit_is_about_their_tag_also_on_a_chip(
    program: Program, press: Callable[..., None]
) -> None:
    session = program.context.session
    program.window.editor.focus_chips()
    press(Key.Key_R, Key.Key_D, Key.Key_7)
    assert session.states()[tag(program, "drums")].intensity == 0.78
    press(Key.Key_Right, Key.Key_3)
    assert session.states()[tag(program, "male")].intensity == 0.33
    assert session.states()[tag(program, "drums")].intensity == 0.78
