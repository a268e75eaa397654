"""The codebook as an instrument: examples marked, heard and removed, unclear words settled."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import soundfile
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from core.audio.loudness import weighted_power
from core.library.edits.edits import Judge, SetDefinition, SettleDisagreement
from core.library.records import State
from core.library.review_records import Anchor, Verdict
from core.library.store import Library
from core.paths import folders
from rhythmcap_gui.app import Program
from rhythmcap_gui.operations import edit_runner
from rhythmcap_gui.operations.listening import playback
from rhythmcap_gui.operations.songs import navigation
from rhythmcap_gui.question_queue import Answer
from rhythmcap_gui.views.codebook.codebook_dialog import CodebookDialog
from rhythmcap_gui.views.tags.tag_finder import ExamplePicker
from rhythmcap_gui.views.tags.tag_menu import explain_tag
from rhythmcap_gui.views.tags.word_actions import Word
from tests.support.review_window import SCORES, shown, state_of, tag, use_model
from tests.support.small_library import add_songs, write_codebook
from tests.support.window import StartProgram, wait_for_jobs

RATE_HZ = 22_050


@pytest.fixture
def program(start_program: StartProgram, tmp_path: Path, qtbot: QtBot) -> Program:
    """The window on five songs that can be heard, each half as loud as the one before."""
    folders().data.mkdir(parents=True)
    times = np.arange(12 * RATE_HZ) / RATE_HZ
    with Library.open(folders().library_file, codebook=write_codebook(tmp_path)) as library:
        add_songs(library, 5)
        for number in range(1, 6):
            path = tmp_path / f"{number}.wav"
            soundfile.write(path, 0.5**number * np.sin(2 * np.pi * 440 * times), RATE_HZ)
            library.database.write(
                "UPDATE songs SET path = ?, duration_s = 12.0, size_bytes = ?, mtime_s = ?"
                " WHERE id = ?",
                (str(path), path.stat().st_size, path.stat().st_mtime, number),
            )
    program = start_program()
    program.open(None)
    wait_for_jobs(program, qtbot)
    use_model(program, "my ear", SCORES)
    navigation.open_song(program.context, 1)
    return program


@pytest.fixture
def dialog(program: Program) -> CodebookDialog:
    """The codebook's window with “drums” chosen."""
    word = Word(tag(program, "drums"), is_category=False)
    program.window.codebook_controller.show_codebook(word)
    found: list[QDialog] = program.window.findChildren(CodebookDialog)
    return found[-1]


def anchors(program: Program) -> list[Anchor]:
    return program.context.library.anchors.all()


def mark(program: Program, state: State, song_id: int = 2) -> None:
    """Mark a second of a song as an example of “drums”, and open the first song again."""
    navigation.open_song(program.context, song_id)
    program.context.session.set_loop((2.0, 4.0))
    program.window.editor.example_requested.emit(tag(program, "drums"), state)
    navigation.open_song(program.context, 1)


def test_the_loop_becomes_an_example_and_without_one_the_song(program: Program) -> None:
    mark(program, State.NO)
    program.window.editor.example_requested.emit(tag(program, "drums"), State.YES)
    found = [(one.song_id, one.state, one.start_s, one.end_s) for one in anchors(program)]
    assert found == [(2, State.NO, 2.0, 4.0), (1, State.YES, None, None)]
    edit_runner.undo(program.context)
    assert len(anchors(program)) == 1


def test_an_example_is_marked_by_typing_its_tag(program: Program, qtbot: QtBot) -> None:
    program.window.action_set["tags.example"].trigger()
    picker = program.window.findChild(ExamplePicker)
    qtbot.keyClicks(picker.line, "drums")
    qtbot.keyClick(picker.line, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert [(one.tag_id, one.state) for one in anchors(program)] == [
        (tag(program, "drums"), State.NO)
    ]


def test_the_page_shows_meaning_examples_and_what_changed(
    program: Program, dialog: CodebookDialog
) -> None:
    page, drums = dialog.page, tag(program, "drums")
    assert page.empty.isVisibleTo(dialog)
    edit_runner.apply(program.context, SetDefinition(drums, "Drums <are> heard.", "often", ""))
    mark(program, State.YES)
    mark(program, State.NO, 3)
    assert "Drums &lt;are&gt; heard." in page.meaning.label.text()
    assert "often" in page.meaning.label.text()
    assert "meaning changed" in page.history.label.text()
    assert "&lt;are&gt;" in page.history.label.text()
    rows = [page.examples.item(row).text() for row in range(page.examples.count())]
    assert [row[:11] for row in rows] == ["✓ 0:02–0:04", "✕ 0:02–0:04"]
    assert not page.empty.isVisibleTo(dialog)


def test_a_held_key_sounds_the_example_as_loud_as_the_open_song(
    program: Program, dialog: CodebookDialog, qtbot: QtBot
) -> None:
    mark(program, State.YES)
    wait_for_jobs(program, qtbot)
    program.context.session.file_changed = False  # its sound is made up
    sound, examples = program.window.codebook_tools.playback, dialog.page.examples
    QTest.keyPress(examples, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: any(len(pair) == 2 for pair in sound._made), timeout=20_000)
    made = next(made for made in sound._made.values() if len(made) == 2)
    powers = [weighted_power(one.samples / np.float32(32_767), one.rate_hz) for one in made]
    assert powers[0] == pytest.approx(powers[1], rel=0.02)
    assert sound._clips.sounds
    QTest.keyRelease(examples, Qt.Key.Key_Space)
    assert not sound._clips.sounds
    QTest.keyPress(examples, Qt.Key.Key_A)
    assert sound._clips.sounds
    examples.clearFocus()
    dialog.close()
    assert not sound._clips.sounds


def test_enter_opens_the_example_and_delete_removes_it(
    program: Program, dialog: CodebookDialog, qtbot: QtBot
) -> None:
    mark(program, State.YES)
    dialog.page.examples.opened.emit(anchors(program)[0])
    assert program.context.session.song.id == 2
    assert program.context.session.loop == (2.0, 4.0)
    qtbot.keyClick(dialog.page.examples, Qt.Key.Key_Delete)
    assert anchors(program) == []
    assert dialog.page.empty.isVisibleTo(dialog)
    playback.set_loop(program.context, None)


def test_unclear_words_are_listed_until_they_are_settled(
    program: Program, dialog: CodebookDialog
) -> None:
    library, drums = program.context.library, tag(program, "drums")
    model = library.models.active()
    assert model is not None
    assert not dialog.unclear.isVisibleTo(dialog)
    edit_runner.apply(program.context, Judge(2, drums, State.NO))
    dispute = SettleDisagreement(2, drums, model.id, 0.95, Verdict.UNCLEAR)
    edit_runner.apply(program.context, dispute)
    dialog.refresh()
    assert dialog.unclear.text() == "Unclear words (1)"
    dialog.unclear.setChecked(True)
    assert [word.id for word in dialog.tree._items if not word.is_category] == [drums]
    assert "Called unclear in 1 song" in dialog.page.unclear_text.text()
    dialog.page.settle.click()
    dialog.refresh()
    assert library.disputes.unclear() == []
    assert not dialog.unclear.isVisibleTo(dialog)
    edit_runner.undo(program.context)
    assert len(library.disputes.unclear()) == 1


def test_a_tag_tells_under_which_meaning_it_was_decided(
    program: Program, dialog: CodebookDialog
) -> None:
    session, drums = program.context.session, tag(program, "drums")

    def tip() -> str:
        chip = program.window.editor.chip(drums)
        return explain_tag(session, chip.tag, chip.shown)

    edit_runner.apply(program.context, Judge(1, drums, State.YES))
    assert "meaning" not in tip()
    edit_runner.apply(program.context, SetDefinition(drums, "Drums in front.", "", ""))
    assert ", before its meaning changed on 20" in tip()
    dialog.show_word(Word(drums, is_category=False))
    assert dialog.page.old_text.text().startswith("1 song was decided before")
    edit_runner.apply(program.context, Judge(1, drums, State.YES))
    assert ", under its meaning of 20" in tip()
    dialog.refresh()
    assert not dialog.page.old_text.isVisibleTo(dialog)


def test_what_was_decided_under_another_meaning_is_heard_again(
    program: Program, dialog: CodebookDialog
) -> None:
    library, drums = program.context.library, tag(program, "drums")
    for song_id, state in ((2, State.YES), (3, State.NO), (4, State.YES)):
        edit_runner.apply(program.context, Judge(song_id, drums, state))
    edit_runner.apply(program.context, SetDefinition(drums, "Drums in front.", "", ""))
    dialog.show_word(Word(drums, is_category=False))
    dialog.page.again.click()
    strip, review = program.window.review_strip, program.window.review
    assert shown(program) == "You said “drums”: yes. Is it, as its meaning is now?"
    assert strip.caption.text().startswith("Drums in front.")
    assert strip.title.text() == "Hear “drums” again · 1 of 3"
    review.answer(Answer.FIRST)
    review.answer(Answer.FIRST)
    review.answer(Answer.SECOND)
    assert shown(program) == "Through: 3 questions – 2 kept, 1 changed."
    assert [state_of(program, n, "drums") for n in (2, 3, 4)] == [
        State.YES, State.NO, State.NO,
    ]  # fmt: skip
    assert library.annotations.decided_under_older(drums) == ()
    edit_runner.undo(program.context)
    assert library.annotations.decided_under_older(drums) == (4,)
    assert shown(program) == "You said “drums”: yes. Is it, as its meaning is now?"


def test_where_a_word_was_unclear_an_answer_settles_it(
    program: Program, dialog: CodebookDialog
) -> None:
    library, drums = program.context.library, tag(program, "drums")
    model = library.models.active()
    assert model is not None
    edit_runner.apply(program.context, Judge(2, drums, State.NO))
    dispute = SettleDisagreement(2, drums, model.id, 0.95, Verdict.UNCLEAR)
    edit_runner.apply(program.context, dispute)
    dialog.refresh()
    dialog.page.hear_unclear.click()
    assert program.context.session.song.id == 2
    program.window.review.answer(Answer.FIRST)
    assert library.disputes.unclear() == []
    assert state_of(program, 2, "drums") is State.NO


def test_it_begins_with_a_word_that_needs_something(
    program: Program, dialog: CodebookDialog
) -> None:
    edit_runner.apply(program.context, SetDefinition(tag(program, "house"), definition=""))
    dialog.begin("drums")
    assert dialog.tree.chosen == Word(tag(program, "drums"), is_category=False)
    undefined = [one for one in program.context.library.codebook.tags() if not one.definition]
    dialog.begin("a word of another library")
    assert dialog.tree.chosen == Word(undefined[0].id, is_category=False)
    assert "Edit… writes one" in dialog.page.meaning.label.text()
    category = program.context.library.codebook.categories()[0]
    dialog.tree.choose(Word(category.id, is_category=True))
    dialog.close()  # the next one begins where this was left
    program.window.codebook_controller.show_codebook()
    dialog = program.window.findChildren(CodebookDialog)[-1]
    assert dialog.tree.chosen == Word(category.id, is_category=True)
    assert "its meaning, examples and history stand here" in dialog.page.meaning.label.text()
