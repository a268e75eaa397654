"""Several songs selected: three-state chips, one click for all of them, one undo."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from core.library.records import Annotation, State
from rhythmcap_gui.job_runner import JobRunner
from rhythmcap_gui.operations import edit_runner
from rhythmcap_gui.operations.context import AppContext
from rhythmcap_gui.operations.tags import tagging
from rhythmcap_gui.views.tags.note_field import NoteField
from rhythmcap_gui.views.tags.suggestion_panel import SuggestionPanel
from rhythmcap_gui.views.tags.tag_chip import TagChip
from rhythmcap_gui.views.tags.tag_editor import TagEditor
from tests.support.small_library import Room, open_room


@pytest.fixture
def editor(room: Room, context: AppContext, qtbot: QtBot) -> TagEditor:
    """The editor wired as in the window, song 1 open, songs 1 to 4 selected."""
    made = TagEditor(room.session)
    made.judged.connect(lambda tag, state: tagging.decide(context, tag, state))
    made.intensity_requested.connect(lambda tag, level: tagging.set_intensity(context, tag, level))
    made.note_edited.connect(
        lambda songs, text, added: tagging.set_note(context, songs, text, added=added)
    )
    qtbot.addWidget(made)
    made.resize(300, 700)
    made.show()
    qtbot.waitExposed(made)
    room.open(1)
    room.judge(2, "drums", State.NO)
    room.judge(3, "drums", State.YES)
    room.session.set_selection((1, 2, 3, 4))
    return made


def chip(room: Room, editor: TagEditor, name: str) -> TagChip:
    found = editor.chip(room.tag(name))
    assert found is not None
    return found


def states(room: Room, name: str, count: int = 5) -> list[Annotation | None]:
    tag = room.tag(name)
    return [room.library.annotations.of_song(n).get(tag) for n in range(1, count + 1)]


def click(target: TagChip, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.mouseClick(target, Qt.MouseButton.LeftButton, modifiers)


@pytest.mark.usefixtures("editor")
def test_the_card_shows_how_many_songs_are_selected(room: Room, qtbot: QtBot) -> None:
    card = SuggestionPanel(room.session)
    qtbot.addWidget(card)
    high = card.sizeHint().height()
    assert card._selection_label.text() == "4 songs selected"
    room.session.set_selection((1,))
    assert card._skill.text() == "No model in use."
    assert card.sizeHint().height() == high


def test_chips_show_the_share_of_songs(room: Room, editor: TagEditor) -> None:
    for song in (1, 2, 3, 4):
        room.judge(song, "kick", State.YES)
    assert chip(room, editor, "kick").shown.state is State.YES
    shown = chip(room, editor, "drums").shown
    assert (shown.state, shown.share) == (None, 0.25)
    none = chip(room, editor, "folk").shown
    assert (none.state, none.share) == (None, None)
    assert "yes in 25 % of the songs" in chip(room, editor, "drums").accessibleName()


def test_the_tooltip_counts_every_state(room: Room, editor: TagEditor) -> None:
    words = editor._explain(chip(room, editor, "drums"))
    assert "yes in 1 of 4 songs · no 1 · unsure 0 · not judged 2" in words


def test_a_click_is_about_all_selected_songs_and_only_that_tag(
    room: Room, editor: TagEditor
) -> None:
    room.judge(5, "drums", State.UNSURE)
    click(chip(room, editor, "drums"))
    found = states(room, "drums")
    assert [decision and decision.state for decision in found] == [State.YES] * 4 + [State.UNSURE]
    assert chip(room, editor, "drums").shown.state is State.YES
    assert all(decision is None for decision in states(room, "kick"))


def test_one_undo_brings_every_song_back_as_it_was(
    room: Room, context: AppContext, editor: TagEditor
) -> None:
    before = states(room, "drums")
    click(chip(room, editor, "drums"), Qt.KeyboardModifier.ShiftModifier)
    assert [decision and decision.state for decision in states(room, "drums", 4)] == [State.NO] * 4
    assert edit_runner.undo(context) == "drums: no × 4"
    assert states(room, "drums") == before
    assert chip(room, editor, "drums").shown.share == 0.25


def test_the_same_again_takes_it_back_where_all_agree(room: Room, editor: TagEditor) -> None:
    click(chip(room, editor, "folk"))
    click(chip(room, editor, "folk"))
    assert states(room, "folk") == [None] * 5


@pytest.mark.usefixtures("editor")
def test_a_chord_is_about_all_of_them_too(room: Room, context: AppContext) -> None:
    assert tagging.toggle(context, room.tag("folk"), State.UNSURE) is State.UNSURE
    assert [decision and decision.state for decision in states(room, "folk", 4)] == [
        State.UNSURE
    ] * 4
    assert tagging.toggle(context, room.tag("folk"), State.UNSURE) is None
    assert tagging.toggle(context, room.tag("drums"), State.YES) is State.YES


def test_nothing_is_suggested_while_several_songs_are_selected(
    room: Room, context: AppContext, editor: TagEditor, qtbot: QtBot
) -> None:
    card = SuggestionPanel(room.session)
    qtbot.addWidget(card)
    room.predict(np.array([[0.58, 0.1, 0.1, 0.1]]))
    assert room.session.suggestions() == []
    assert card.first is None
    assert chip(room, editor, "female").shown.score is None
    assert not tagging.accept_first(context)
    room.session.set_selection((1,))
    assert card.first is not None


@pytest.mark.usefixtures("editor")
def test_whether_a_guess_was_visible_is_stored_for_every_song(
    room: Room, context: AppContext
) -> None:
    room.predict(np.array([[0.58, 0.1, 0.1, 0.1]]))
    tagging.decide(context, room.tag("female"), State.YES)
    tagging.decide(context, room.tag("kick"), State.YES)
    room.session.set_blind(True)
    tagging.decide(context, room.tag("house"), State.YES)
    seen = [[decision.guess_visible for decision in states(room, name, 4)]
            for name in ("female", "kick", "house")]  # fmt: skip
    assert seen == [[True] * 4, [False] * 4, [False] * 4]


def notes(room: Room) -> list[str]:
    return [room.library.songs.get(number).note for number in range(1, 6)]


def test_a_note_they_share_is_changed_for_all_with_one_undo(
    room: Room, context: AppContext, editor: TagEditor
) -> None:
    field = editor.findChild(NoteField)
    assert field.placeholderText() == "Note on the selected songs"
    field.setPlainText("live")
    assert notes(room) == [""] * 5  # not before it is finished
    field.save()
    assert notes(room) == ["live"] * 4 + [""]
    assert field.toPlainText() == "live"
    assert edit_runner.undo(context) == "Note"
    assert notes(room) == [""] * 5


def test_different_notes_stay_and_what_is_written_is_added(
    room: Room, context: AppContext, editor: TagEditor
) -> None:
    tagging.set_note(context, (2,), "slow")
    field = editor.findChild(NoteField)
    assert field.toPlainText() == ""
    assert field.placeholderText().startswith("Different notes")
    room.session.set_selection((1,))
    assert notes(room) == ["", "slow", "", "", ""]  # untouched is untouched
    room.session.set_selection((1, 2))
    field.setPlainText("live")
    room.session.set_selection((5,))  # leaving it saves it, for those it was written for
    assert notes(room) == ["live", "slow\nlive", "", "", ""]


def test_a_digit_on_a_chip_is_for_those_that_have_the_tag(
    room: Room, context: AppContext, editor: TagEditor
) -> None:
    room.judge(1, "drums", State.YES)
    drums = chip(room, editor, "drums")
    QTest.keyClick(drums, Qt.Key.Key_7)
    found = [
        decision and (decision.state, decision.intensity) for decision in states(room, "drums")
    ]
    assert found == [(State.YES, 0.78), (State.NO, None), (State.YES, 0.78), None, None]
    assert drums.shown.intensity == 0.78
    assert "intensity 7 of 9" in drums.accessibleName()
    edit_runner.undo(context)
    assert [decision.intensity for decision in states(room, "drums", 3)] == [None] * 3


@pytest.mark.usefixtures("qapp")
def test_a_thousand_songs_are_one_group_in_the_journal(tmp_path: Path) -> None:
    large = open_room(tmp_path, songs=1000)
    context = AppContext(large.session, JobRunner(large.session), player=None)
    large.session.set_selection(tuple(large.library.songs.all_ids().tolist()))
    tagging.decide(context, large.tag("drums"), State.YES)
    assert large.session.selection_counts() == {large.tag("drums"): {State.YES: 1000}}
    assert large.library.undo_label() == "drums: yes × 1000"
    edit_runner.undo(context)
    assert large.session.selection_counts() == {}
    assert large.library.undo_label() is None
    large.close()


@pytest.mark.usefixtures("editor")
def test_the_scores_from_before_are_kept_for_all_songs(room: Room, context: AppContext) -> None:
    drums = room.tag("drums")
    selected = room.session.selection
    room.predict(np.linspace(0.1, 0.9, 16, dtype=np.float32).reshape(4, 4))
    room.session.set_selection(selected)
    column = room.session.model_tags.index(drums)
    model = room.session.model
    assert model is not None
    ids, scores = room.library.predictions.matrix(model.id)
    tagging.decide(context, drums, State.YES)
    found = {one.song_id: one for one in room.library.bulk_decisions.all()}
    assert found.keys() == {1, 4}  # songs 2 and 3 were decided before
    for song_id, one in found.items():
        assert one.score == scores[ids.tolist().index(song_id), column]
        assert (one.model_id, one.guess_visible) == (model.id, True)
    assert room.library.prequential.all() == []
    edit_runner.undo(context)
    assert room.library.bulk_decisions.all() == []
