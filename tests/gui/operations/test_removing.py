"""Songs leave the library by one key, with a preview, and come back by one undo."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtGui import QContextMenuEvent, QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.library.edits.edits import Judge, SaveSearch, SetNote
from core.library.records import State
from rhythmcap_gui.app import Program
from rhythmcap_gui.operations import edit_runner
from rhythmcap_gui.operations.songs import removing
from rhythmcap_gui.operations.songs.song_paths import url_of
from rhythmcap_gui.view_data import RemovalPreview
from rhythmcap_gui.views.songs.remove_dialog import RemoveDialog


def dialog_of(program: Program) -> RemoveDialog:
    return program.window.findChild(RemoveDialog)


def select(program: Program, *song_ids: int) -> None:
    table = program.window.table
    table.list._restore(song_ids[0], song_ids)
    table.list._emit_selection()


def titles(program: Program) -> list[int]:
    return [int(song_id) for song_id in program.window.table.model.ids]


def test_delete_asks_and_removes_the_open_song_and_undo_brings_it_back(
    program: Program, qtbot: QtBot
) -> None:
    window, session = program.window, program.context.session
    library = program.context.library
    tag = library.codebook.tags()[0]
    edit_runner.apply(program.context, Judge(2, tag.id, State.YES), SetNote(2, "a note"))
    window.table.list.make_current(2)
    window.table.song_chosen.emit(2)
    window.table.list.setFocus()
    qtbot.waitUntil(window.table.list.hasFocus)
    before = titles(program)
    QTest.keyClick(window.table.list, Qt.Key.Key_Delete)
    dialog = dialog_of(program)
    assert "1 decision · 1 note" in dialog.text.text()
    assert "No file on the disk is touched" in dialog.text.text()
    assert session.song.title in dialog.question.text()
    dialog.remove.click()
    after = [song_id for song_id in before if song_id != 2]
    assert titles(program) == after
    assert session.song.id == after[min(before.index(2), len(after) - 1)]
    assert session.selection == (session.song.id,)
    edit_runner.undo(program.context)
    assert sorted(titles(program)) == sorted(before)
    assert library.annotations.count_on([2]) == 1
    assert (session.song.id, session.selection) == (2, (2,))


def test_after_several_the_song_below_them_is_open(program: Program) -> None:
    first, second, third = titles(program)
    program.window.table.list.make_current(first)
    program.window.table.song_chosen.emit(first)
    select(program, second, first)
    removing.remove(program.context, (first, second))
    assert program.context.session.song.id == third
    edit_runner.undo(program.context)
    assert program.context.session.song.id == first
    edit_runner.redo(program.context)
    assert program.context.session.song.id == third


def test_a_song_that_comes_back_where_the_list_does_not_show_it_is_not_opened(
    program: Program,
) -> None:
    session = program.context.session
    first, second, _third = titles(program)
    program.window.table.song_chosen.emit(first)
    removing.remove(program.context, (first,))
    session.set_query("yes:kick")
    edit_runner.undo(program.context)
    assert session.query == "yes:kick"
    assert session.song.id == second


def test_all_songs_can_go_at_once_by_one_undo(program: Program) -> None:
    session = program.context.session
    everything = tuple(titles(program))
    removing.remove(program.context, everything)
    assert session.song is None
    assert not titles(program)
    assert program.window.is_empty
    edit_runner.undo(program.context)
    assert len(titles(program)) == len(everything)
    assert session.song.id == everything[0]


def test_delete_in_a_text_field_removes_no_song(program: Program, qtbot: QtBot) -> None:
    search = program.window.search
    search.setFocus()
    qtbot.waitUntil(search.hasFocus)
    search.setText("x")
    search.setCursorPosition(0)
    QTest.keyClick(search, Qt.Key.Key_Delete)
    assert search.text() == ""
    assert dialog_of(program) is None


def test_delete_on_a_search_of_ones_own_forgets_the_search(program: Program, qtbot: QtBot) -> None:
    saved, library = program.window.table.searches, program.context.library
    library.do(SaveSearch("Early", "year:..1992"))
    saved.rebuild()
    pill = next(button for button in saved._buttons if button.pill.own)
    pill.show()
    pill.setFocus()
    qtbot.waitUntil(pill.hasFocus)
    QTest.keyClick(pill, Qt.Key.Key_Delete)
    assert dialog_of(program) is None
    assert library.search.saved() == []


def test_nothing_selected_nothing_removed(program: Program) -> None:
    program.window.table.list.clearSelection()
    assert not program.window.action_set["song.remove"].isEnabled()
    program.window.songs_controller.remove()
    assert dialog_of(program) is None


def test_songs_of_a_watched_folder_stay_away(program: Program) -> None:
    context = program.context
    folder = context.library.songs.get(1).path.parent
    watched = {str(folder): str(context.library.path)}
    context.session.settings = context.session.settings.__class__(watch_folders=watched)
    found = removing.preview(context, [1, 2])
    assert found.n_watched == 2
    dialog = RemoveDialog(found)
    assert "2 files lie in a watched folder and will not be added" in dialog.text.text()
    dialog.deleteLater()


def test_a_preview_names_what_goes(qtbot: QtBot) -> None:
    dialog = RemoveDialog(RemovalPreview(4, ("Harbour", "Meadow"), 27, 0, 0))
    qtbot.addWidget(dialog)
    assert dialog.question.text() == "Remove 4 songs from the library?"
    lines = dialog.text.text().split("\n")
    assert lines[:3] == [
        "“Harbour” · “Meadow” · +2",
        "With them go: 27 decisions.",
        "No file on the disk is touched.",
    ]
    with qtbot.waitSignal(dialog.decided):
        dialog.remove.click()


def test_the_menu_of_the_list_is_about_the_selected_songs(program: Program) -> None:
    window = program.window
    select(program, 1, 3)
    assert program.context.session.bulk
    menu = window.songs_controller.show_menu(QPoint(5, 5), window.action_set.__getitem__)
    texts = [action.text() for action in menu.actions() if action.text()]
    assert texts[0] == "Title, artists, album and year…"
    assert texts[-1] == "Remove from the library…"
    assert "Find missing files…" in texts  # their files are not there
    menu.close()
    requested = []
    window.table.list.menu_requested.connect(requested.append)
    QApplication.sendEvent(
        window.table.list,
        QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint(1, 1)),
    )
    assert len(requested) == 1
    window.findChildren(type(menu))[-1].close()


def test_paths_are_copied_and_folders_opened_once(
    program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, context = program.window, program.context
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: not opened.append(url))
    select(program, 1, 2)
    window.action_set["song.copy_path"].trigger()
    paths = [str(context.library.songs.get(song_id).path) for song_id in context.session.selection]
    assert QApplication.clipboard().text().split("\n") == paths
    notices: list[str] = []
    context.session.notice.connect(lambda notice: notices.append(notice.text))
    window.action_set["song.elsewhere"].trigger()
    assert not opened
    assert all("is not there now" in text for text in notices)
    Path(paths[0]).parent.mkdir(parents=True, exist_ok=True)
    window.action_set["song.folder"].trigger()
    assert opened == [url_of(Path(paths[0]).parent)]
    assert "no longer in its folder" in notices[-1]


def test_an_address_keeps_a_path_to_the_byte() -> None:
    url = url_of(Path("/music/a\udce9 #1?.ogg"))
    assert url.toEncoded().data() == b"file:///music/a%E9%20%231%3F.ogg"
