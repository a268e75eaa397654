"""What a colleague is asked is chosen and shown in plain words before anything is written."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from core.exchange.colleague.records import RequestOptions
from core.exchange.colleague.request import make_request
from core.library.records import State
from rhythmcap_gui.views.files.ask_dialog import AskDialog
from rhythmcap_gui.views.files.request_dialog import RequestDialog
from tests.support.small_library import Room


def test_a_request_needs_tags_and_songs(room: Room, qtbot: QtBot) -> None:
    room.session.set_query("drums")
    dialog = AskDialog(room.session)
    qtbot.addWidget(dialog)
    changes: list[RequestOptions] = []
    dialog.changed.connect(changes.append)
    assert not dialog.save.isEnabled()
    assert dialog.count.text() == "Tick the tags first."
    dialog.tags.tick([room.tag("kick")])
    qtbot.waitUntil(lambda: changes == [RequestOptions((room.tag("kick"),))])
    dialog.show_count(7)
    assert dialog.count.text() == "7 songs, 1 tag"
    assert dialog.save.isEnabled()
    dialog.show_count(0)
    assert not dialog.save.isEnabled()
    dialog.songs.setCurrentIndex(1)
    dialog.n_songs.setValue(20)
    dialog.seed.setValue(7)
    dialog.blind.setChecked(True)
    dialog.note.setText(" for Bo ")
    assert dialog.options() == RequestOptions(
        (room.tag("kick"),), "drums", 20, blind=True, seed=7, note="for Bo"
    )


def test_a_category_ticks_its_tags_and_a_filter_finds_them(room: Room, qtbot: QtBot) -> None:
    dialog = AskDialog(room.session)
    qtbot.addWidget(dialog)
    changes: list[RequestOptions] = []
    dialog.changed.connect(changes.append)
    rhythm = dialog.tags.tree.topLevelItem(1)
    assert rhythm.text(0) == "Rhythm"
    rhythm.setCheckState(0, Qt.CheckState.Checked)
    tag_ids = tuple(room.tag(name) for name in ("kick", "drums", "bass"))
    qtbot.waitUntil(lambda: changes == [RequestOptions(tag_ids)])
    dialog.tags.tick(tag_ids[:1])
    assert rhythm.checkState(0) is Qt.CheckState.PartiallyChecked
    dialog.tags.filter.setText("Drum")
    assert [rhythm.child(row).isHidden() for row in range(3)] == [True, False, True]
    assert dialog.tags.tree.topLevelItem(0).isHidden()
    assert dialog.tags.ticked() == [room.tag("kick")], "a filter unticks nothing"
    dialog.show()
    qtbot.keyClick(dialog.tags.filter, Qt.Key.Key_Return)
    qtbot.keyClick(dialog.tags.tree, Qt.Key.Key_Space)
    assert dialog.tags.ticked() == [room.tag("kick"), room.tag("drums")]
    assert dialog.isVisible(), "Enter in the filter saves nothing"


def test_a_seed_is_asked_for_only_where_songs_are_drawn(room: Room, qtbot: QtBot) -> None:
    dialog = AskDialog(room.session)
    qtbot.addWidget(dialog)
    assert dialog.seed.isHidden()
    dialog.n_songs.setValue(20)
    assert not dialog.seed.isHidden()


def test_without_a_search_only_judged_songs_are_offered(room: Room, qtbot: QtBot) -> None:
    dialog = AskDialog(room.session)
    qtbot.addWidget(dialog)
    assert dialog.songs.count() == 1


def test_a_request_says_who_asks_what_and_needs_a_name_and_a_folder(
    room: Room, qtbot: QtBot
) -> None:
    room.library.annotators.use("Ann")
    room.judge(1, "kick", State.YES)
    options = RequestOptions((room.tag("kick"), room.tag("folk")), note="<b>hello</b>")
    request = make_request(room.library, options)
    dialog = RequestDialog(request, "", is_known=False)
    qtbot.addWidget(dialog)
    assert dialog.question.text() == "Ann asks you to judge 1 song."
    assert "kick, folk" in dialog.text.text()
    assert "Ann's decisions are shown beside yours" in dialog.text.text()
    assert dialog.note.text() == "<b>hello</b>"
    assert dialog.note.textFormat() is Qt.TextFormat.PlainText, "shown as it is written"
    begun: list[object] = []
    dialog.begun.connect(lambda name, folder: begun.append((name, folder)))
    dialog.name.setText("Bo")
    assert not dialog.open_button.isEnabled()
    dialog.show_folder(Path("/music"), "/music")
    dialog.name.setText(" ann")
    assert not dialog.open_button.isEnabled()
    assert dialog.problem.text() == "ann is who asks. Write your own name."
    dialog.name.setText("Bo")
    assert dialog.problem.isHidden()
    dialog.open_button.click()
    assert begun == [("Bo", Path("/music"))]
    again = RequestDialog(request, "Bo", is_known=True)
    qtbot.addWidget(again)
    assert again.open_button.isEnabled(), "its songs were found before"
    own = RequestDialog(request, "Ann", is_known=True)
    qtbot.addWidget(own)
    assert own.name.text() == "", "who wrote it looks at it, too"
