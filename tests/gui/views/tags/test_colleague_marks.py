"""What a colleague decided is beside one's own decision: never before it, never in blind mode."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from core.library.edits.edits import Judge
from core.library.records import State
from rhythmcap_gui.views.tags.chip_state import chip_states_of, colleagues_of
from rhythmcap_gui.views.tags.tag_chip import TagChip
from rhythmcap_gui.views.tags.tag_editor import TagEditor
from tests.support.small_library import Room


@pytest.fixture
def editor(room: Room, qtbot: QtBot) -> TagEditor:
    """Bo said no to drums and yes to folk of the first song, Ann decides now."""
    library = room.library
    library.annotators.use("Ann")
    library.annotators.add("Bo")
    library.do(Judge(1, room.tag("drums"), State.NO), Judge(1, room.tag("folk"), State.YES))
    library.annotators.use("Ann")
    made = TagEditor(room.session)
    qtbot.addWidget(made)
    made.resize(300, 700)
    made.show()
    room.open(1)
    return made


def chip(room: Room, editor: TagEditor, name: str) -> TagChip:
    found = editor.chip(room.tag(name))
    assert found is not None
    return found


def test_a_colleagues_decision_shows_only_after_ones_own(room: Room, editor: TagEditor) -> None:
    assert colleagues_of(room.session) == {}
    assert "Bo" not in chip(room, editor, "drums").accessibleName()
    room.judge(1, "drums", State.YES)
    drums = chip(room, editor, "drums")
    assert [(one.annotator, one.state) for one in drums.shown.colleagues] == [("Bo", State.NO)]
    assert drums.shown.contradicted
    assert drums.accessibleName().endswith("Bo: no")
    assert "Bo: no" in drums.explain(drums)
    assert chip(room, editor, "folk").shown.colleagues == ()
    room.judge(1, "folk", State.YES)
    folk = chip(room, editor, "folk").shown
    assert folk.colleagues
    assert not folk.contradicted, "both say yes"
    room.judge(1, "drums", None)
    assert chip(room, editor, "drums").shown.colleagues == ()


def test_in_blind_mode_no_colleague_is_ever_shown(room: Room, editor: TagEditor) -> None:
    room.judge(1, "drums", State.YES)
    room.session.set_blind(True)
    drums = chip(room, editor, "drums")
    assert drums.shown.colleagues == ()
    assert "Bo" not in drums.explain(drums)
    room.session.reveal()  # of the model's guesses
    assert drums.shown.colleagues == ()
    room.session.set_blind(False)
    assert drums.shown.contradicted


def test_the_mark_is_painted(room: Room, editor: TagEditor) -> None:
    room.judge(1, "drums", State.YES)
    drums = chip(room, editor, "drums")
    with_mark = drums.grab().toImage()
    room.session.set_blind(True)
    assert drums.grab().toImage() != with_mark


def test_over_several_songs_nobody_elses_decision_is_shown(room: Room, editor: TagEditor) -> None:
    room.judge(1, "drums", State.YES)
    assert chip(room, editor, "drums").shown.colleagues
    room.session.set_selection((1, 2))
    tags = room.library.codebook.tags()
    state_of = chip_states_of(room.session)
    assert all(state_of(tag).colleagues == () for tag in tags)
