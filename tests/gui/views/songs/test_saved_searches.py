"""Searches of the user's own: kept, renamed, moved, changed and forgotten, by menu and keyboard."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QInputDialog, QMenu
from pytestqt.qtbot import QtBot

from core.library.edits.edits import (
    AddTag,
    Edit,
    MergeTags,
    MoveSearch,
    RemoveSearch,
    RemoveTag,
    RenameSearch,
    RenameTag,
    SaveSearch,
)
from core.library.records import State
from rhythmcap_gui import key_names, theme
from rhythmcap_gui.views.songs.pill_button import PillButton
from rhythmcap_gui.views.songs.saved_searches import SavedSearches
from tests.support.small_library import Room, open_room


@pytest.fixture
def room(tmp_path: Path, qapp: QApplication) -> Iterator[Room]:
    theme.apply_theme(qapp, "dark")
    made = open_room(tmp_path)
    for name, query in (("Early", "year:..1992"), ("Late", "year:1997.."), ("Drums", "drums")):
        made.library.do(SaveSearch(name, query))
    yield made
    made.close()


def do(room: Room, edit: Edit) -> None:
    """Edit as the operations do: store, then tell the session."""
    room.session.apply_changes(room.library.do(edit))


@pytest.fixture
def searches(room: Room, qtbot: QtBot) -> SavedSearches:
    made = SavedSearches(room.session)
    qtbot.addWidget(made)
    made.search_saved.connect(lambda *saved: do(room, SaveSearch(*saved)))
    made.search_renamed.connect(lambda *names: do(room, RenameSearch(*names)))
    made.search_moved.connect(lambda *move: do(room, MoveSearch(*move)))
    made.search_removed.connect(lambda name: do(room, RemoveSearch(name)))
    made.query_requested.connect(room.session.set_query)
    made.show()
    qtbot.waitExposed(made)
    return made


def own(searches: SavedSearches) -> list[str]:
    return [button.pill.name for button in searches._buttons if button.pill.own]


def menu(searches: SavedSearches, name: str) -> dict[str, object]:
    pill = next(button.pill for button in searches._buttons if button.pill.name == name)
    made: QMenu = searches.menu_of(pill)
    return {action.text().split("\t")[0]: action for action in made.actions()}


def test_they_stand_as_the_user_moves_them(searches: SavedSearches, room: Room) -> None:
    assert own(searches) == ["Early", "Late", "Drums"]
    menu(searches, "Drums")["Move to the left"].trigger()
    assert own(searches) == ["Early", "Drums", "Late"]
    assert not menu(searches, "Early")["Move to the left"].isEnabled()
    assert not menu(searches, "Late")["Move to the right"].isEnabled()
    assert [search.name for search in room.library.search.saved()] == own(searches)


def test_one_is_renamed_with_the_key_of_the_table(
    searches: SavedSearches, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    key_names.bind({"edit.rename": "F4"})
    pill = next(button for button in searches._buttons if button.pill.name == "Late")
    rename = searches.menu_of(pill.pill).actions()[0]
    assert rename.text().endswith("\tF4")
    monkeypatch.setattr(QInputDialog, "getText", lambda *_a, **_k: (" Nineties ", True))
    pill.setFocus()
    qtbot.waitUntil(lambda: searches.focused() is pill)
    searches.rename(searches.focused().pill)
    assert own(searches) == ["Early", "Nineties", "Drums"]
    assert searches.focused().pill.name == "Nineties"
    key_names.bind({"edit.rename": "F2"})


def test_one_takes_what_the_search_line_says(searches: SavedSearches, room: Room) -> None:
    room.session.set_query("year:1998..")
    menu(searches, "Late")["Let it be what the search line says"].trigger()
    assert dict((s.name, s.query) for s in room.library.search.saved())["Late"] == "year:1998.."
    assert own(searches) == ["Early", "Late", "Drums"]


def test_delete_forgets_the_one_that_has_the_keyboard(
    searches: SavedSearches, qtbot: QtBot
) -> None:
    pill = next(button for button in searches._buttons if button.pill.name == "Early")
    pill.setFocus()
    qtbot.waitUntil(lambda: searches.focused() is pill)
    QTest.keyClick(pill, Qt.Key.Key_Delete)
    assert own(searches) == ["Late", "Drums"]
    everything = searches._buttons[0]
    everything.setFocus()
    QTest.keyClick(everything, Qt.Key.Key_Delete)
    assert len(searches._buttons) == 7  # what is built in stays


def test_a_search_whose_tag_was_removed_stays_and_explains_it(
    searches: SavedSearches, room: Room, qtbot: QtBot
) -> None:
    kind = room.library.codebook.find_category("genre").id
    room.library.do(AddTag("swing", kind))
    room.library.do(SaveSearch("Swing", "tag:swing"))
    do(room, RemoveTag(room.tag("swing")))
    searches.rebuild()
    pill = next(button for button in searches._buttons if button.pill.name == "Swing")
    qtbot.waitUntil(lambda: pill.more == "?")
    assert "swing" in pill.toolTip()
    assert not pill.isHidden()


def test_pills_follow_a_renamed_tag_and_its_undo(searches: SavedSearches, room: Room) -> None:
    do(room, SaveSearch("Loud", "tag:drums -tag:kick"))
    do(room, RenameTag(room.tag("drums"), "percussion"))
    assert searches._buttons[-1].pill.query == "tag:percussion -tag:kick"
    undone = room.library.undo()
    assert undone is not None
    room.session.apply_changes(undone[1])
    assert searches._buttons[-1].pill.query == "tag:drums -tag:kick"


def test_only_a_search_that_is_not_kept_yet_can_be_kept(
    searches: SavedSearches, room: Room
) -> None:
    for query, new in (("", False), ("drums", False), ("untagged", False), ("folk", True)):
        room.session.set_query(query)
        assert searches._add.isEnabled() is new, query


def test_one_follows_its_tag_when_that_is_merged(searches: SavedSearches, room: Room) -> None:
    room.library.do(MergeTags(room.tag("drums"), room.tag("kick")))
    assert room.library.search.check("tag:drums") is None
    assert own(searches)[-1] == "Drums"


def pill(searches: SavedSearches, query: str) -> PillButton:
    return next(button for button in searches._buttons if button.pill.query == query)


def counts(searches: SavedSearches) -> list[int | None]:
    return [button.count for button in searches._buttons if not button.pill.own]


def test_pills_count_and_filter_within_the_search(
    searches: SavedSearches, room: Room, qtbot: QtBot
) -> None:
    room.judge(2, "drums", State.YES)
    room.judge(3, "drums", State.UNSURE)
    qtbot.waitUntil(lambda: counts(searches) == [12, 10, 0, 1, 2])
    room.session.set_query("00")
    qtbot.waitUntil(lambda: counts(searches) == [9, 7, 0, 1, 2])
    pill(searches, "untagged").click()
    assert room.session.query == "00 untagged"
    assert pill(searches, "untagged").isChecked()
    pill(searches, "unsure").click()
    assert room.session.query == "00 unsure"
    qtbot.waitUntil(lambda: counts(searches) == [9, 7, 0, 1, 2])
    pill(searches, "").click()
    assert room.session.query == "00"
    assert pill(searches, "").isChecked()
    pill(searches, "drums").click()
    assert room.session.query == "drums"


def test_pills_count_what_can_be_understood(
    searches: SavedSearches, room: Room, qtbot: QtBot
) -> None:
    room.session.set_query("00 year:xx")
    qtbot.waitUntil(lambda: counts(searches) == [9, 9, 0, 0, 0])


def test_pills_keep_their_counts_where_nothing_can_be_understood(
    searches: SavedSearches, room: Room, qtbot: QtBot
) -> None:
    room.session.set_query("00")
    qtbot.waitUntil(lambda: counts(searches) == [9, 9, 0, 0, 0])
    room.session.set_query("year:xx")
    qtbot.waitUntil(lambda: not searches._waiting)
    assert counts(searches) == [9, 9, 0, 0, 0]
