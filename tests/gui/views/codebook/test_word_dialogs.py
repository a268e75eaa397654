"""What is asked before words are merged, split, retired, named otherwise or added."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialogButtonBox, QLabel, QWidget
from pytestqt.qtbot import QtBot

from core.library.codebook.codebook_records import (
    CategoryWords,
    CodebookWords,
    MergeAnswer,
    TagWords,
    WordStatus,
)
from core.library.edits.edits import AddAlias, JudgeRegion, RetireTag
from core.library.records import State
from rhythmcap_gui.views.codebook.add_words_dialog import AddWordsDialog, NewLibraryDialog
from rhythmcap_gui.views.codebook.aliases_dialog import AliasesDialog
from rhythmcap_gui.views.codebook.merge_dialog import MergeCategoryDialog, MergeTagDialog
from rhythmcap_gui.views.codebook.retire_dialog import RetireDialog
from rhythmcap_gui.views.codebook.song_preview import MAX_ROWS, SongPreview
from rhythmcap_gui.views.codebook.split_dialog import SplitDialog
from rhythmcap_gui.views.codebook.words_choice import FROM_FILE
from tests.support.small_library import Room


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def decisions_of(dialog: Any) -> list[tuple[Any, ...]]:
    decisions: list[tuple[Any, ...]] = []
    dialog.decided.connect(lambda *decision: decisions.append(decision))
    return decisions


def texts(dialog: QWidget) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(QLabel))


def ok(dialog: QWidget) -> Any:
    box = dialog.findChild(QDialogButtonBox)
    return box.button(QDialogButtonBox.StandardButton.Ok)


def judge_both(room: Room) -> None:
    room.judge(1, "kick", State.YES)
    room.judge(1, "drums", State.NO)
    room.judge(2, "kick", State.YES)
    room.judge(2, "drums", State.YES)
    room.judge(3, "kick", State.NO)


def test_a_merge_asks_which_answer_counts_only_where_two_differ(
    room: Room, window: QWidget
) -> None:
    judge_both(room)
    kick, drums, house = (room.library.codebook.find(n) for n in ("kick", "drums", "house"))
    assert kick is not None
    assert drums is not None
    assert house is not None
    dialog = MergeTagDialog(room.session, kick, drums.id, window)
    dialog.show()
    assert "3 songs were judged on “kick”, 2 of them on “drums”, too." in texts(dialog)
    assert "On 1 song the two answers differ. Which one counts?" in texts(dialog)
    assert dialog._songs.item(0).text() == "Artist 1 – Song 001: kick yes, drums no"
    assert dialog._songs.count() == 3
    dialog.target.choose(house.id)
    assert not any(radio.isVisible() for radio in dialog._radios.values())
    dialog.target.choose(drums.id)
    dialog.choose_answer(MergeAnswer.UNSURE)
    decisions = decisions_of(dialog)
    dialog.accept()
    assert decisions == [(kick.id, drums.id, MergeAnswer.UNSURE)]


def test_enter_in_the_narrowed_list_takes_its_first_word_and_merges_nothing_yet(
    room: Room, window: QWidget, qtbot: QtBot
) -> None:
    kick = room.library.codebook.find("kick")
    assert kick is not None
    dialog = MergeTagDialog(room.session, kick, parent=window)
    decisions = decisions_of(dialog)
    dialog.show()
    qtbot.keyClicks(dialog.target.lineEdit(), "drum")
    popup = dialog.target.completer().popup()
    qtbot.waitUntil(popup.isVisible)
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    assert dialog.target.currentText() == "rhythm: drums"
    assert ok(dialog).isEnabled()
    assert decisions == []
    assert dialog.isVisible()


def test_nothing_is_merged_into_nothing_or_into_itself(room: Room, window: QWidget) -> None:
    kick = room.library.codebook.find("kick")
    assert kick is not None
    dialog = MergeTagDialog(room.session, kick, parent=window)
    decisions = decisions_of(dialog)
    assert not ok(dialog).isEnabled()
    assert dialog._songs.count() == 0  # no songs under "Choose a tag"
    dialog.accept()
    dialog.target.setEditText("no such tag")
    dialog.accept()
    dialog.target.setEditText("rhythm: kick")
    dialog.accept()
    assert decisions == []
    dialog.target.setEditText("RHYTHM: drums")
    assert ok(dialog).isEnabled()


def test_a_merge_of_categories_names_the_tags_that_go(room: Room, window: QWidget) -> None:
    voice, rhythm, _ = room.library.codebook.categories()
    dialog = MergeCategoryDialog(room.session, rhythm, parent=window)
    assert "Its 3 tags go there: kick, drums, bass." in texts(dialog)
    assert not ok(dialog).isEnabled()
    dialog.target.choose(voice.id)
    decisions = decisions_of(dialog)
    dialog.accept()
    assert decisions == [(rhythm.id, voice.id)]


def test_a_split_takes_the_judged_songs_of_a_search(room: Room, window: QWidget) -> None:
    judge_both(room)
    kick = room.library.codebook.find("kick")
    assert kick is not None
    dialog = SplitDialog(room.session, kick, window)
    decisions = decisions_of(dialog)
    assert "All of them would go over" in texts(dialog)
    assert not ok(dialog).isEnabled()
    dialog.query.setText("drums")
    assert "1 song goes over, of 3: 1 yes, 0 no, 0 unsure." in texts(dialog)
    dialog.accept()
    assert decisions == []
    assert "Give the tag a name." in texts(dialog)
    dialog.name.setText("drums")
    assert "“drums” is there already." in texts(dialog)
    dialog.query.setText("artist:")
    assert not ok(dialog).isEnabled()
    dialog.query.setText("-drums")
    dialog.name.setText(" deep  kick ")
    dialog.definition.setText("Felt.")
    dialog.accept()
    assert decisions == [(kick.id, "deep kick", (1, 3), "Felt.")]


def test_a_split_takes_the_selected_songs_that_were_judged(room: Room, window: QWidget) -> None:
    judge_both(room)
    room.session.set_selection((1, 3, 7))
    kick = room.library.codebook.find("kick")
    assert kick is not None
    dialog = SplitDialog(room.session, kick, window)
    assert dialog.selected.isChecked()
    assert dialog.selected.text() == "the 2 selected songs"
    dialog.name.setText("thump")
    decisions = decisions_of(dialog)
    dialog.accept()
    assert decisions == [(kick.id, "thump", (1, 3), "")]


def test_a_retired_tags_name_is_not_free(room: Room, window: QWidget) -> None:
    judge_both(room)
    room.library.do(RetireTag(room.tag("house")))
    kick = room.library.codebook.find("kick")
    assert kick is not None
    dialog = SplitDialog(room.session, kick, window)
    dialog.name.setText("House")
    assert "“house” is a retired tag." in texts(dialog)


def test_before_a_tag_is_retired_its_songs_are_shown(room: Room, window: QWidget) -> None:
    judge_both(room)
    kick = room.library.codebook.find("kick")
    assert kick is not None
    dialog = RetireDialog(room.session, "kick", [kick], window)
    assert "3 songs were judged: 2 yes, 1 no, 0 unsure." in texts(dialog)
    assert dialog.findChild(SongPreview).count() == 3
    decided: list[bool] = []
    dialog.decided.connect(lambda: decided.append(True))
    dialog.accept()
    assert decided == [True]
    rhythm = [t for t in room.library.codebook.tags() if t.category_id == kick.category_id]
    dialog = RetireDialog(room.session, "rhythm", rhythm, window)
    assert "3 songs were judged on its 3 tags: kick, drums, bass." in texts(dialog)


def test_songs_with_a_retired_tag_on_a_part_only_are_counted_too(
    room: Room, window: QWidget
) -> None:
    kick = room.library.codebook.find("kick")
    assert kick is not None
    room.judge(1, "kick", State.YES)
    room.library.do(JudgeRegion(2, kick.id, 1.0, 2.0))
    dialog = RetireDialog(room.session, "kick", [kick], window)
    assert "2 songs were judged: 1 yes, 0 no, 0 unsure, 1 only on a part." in texts(dialog)


def test_very_many_songs_are_counted_not_listed(room: Room, qtbot: QtBot) -> None:
    preview = SongPreview(room.session)
    qtbot.addWidget(preview)
    preview.show_songs(range(1, MAX_ROWS + 35))
    assert preview.count() == MAX_ROWS + 1
    assert preview.item(MAX_ROWS).text() == "and 34 more"
    preview.show_songs(())
    assert preview.item(0).text() == "No song was judged on it."


def test_other_names_are_added_and_removed_by_keys(room: Room, window: QWidget) -> None:
    room.library.do(AddAlias(room.tag("kick"), "thump"))
    kick = room.library.codebook.find("kick")
    assert kick is not None
    dialog = AliasesDialog(room.session, kick, window)
    dialog.show()
    decisions = decisions_of(dialog)
    dialog.name.setText("drums")
    assert "“drums” is there already." in texts(dialog)
    assert not dialog.add.isEnabled()
    dialog.accept()
    assert decisions == []
    dialog.name.setText("THUMP")
    assert not dialog.add.isEnabled()
    dialog.name.setText("bass  drum")
    dialog.name.setFocus()
    QTest.keyClick(dialog.name, Qt.Key.Key_Return)
    assert dialog.names() == ("thump", "bass drum")
    dialog.list.setCurrentRow(0)
    dialog.remove.click()
    dialog.name.setText("bd")
    dialog.accept()
    assert decisions == [(kick.id, ("bass drum", "bd"))]


TEMPLATES = {
    "neutral": CodebookWords("Neutral", (
        CategoryWords("rhythm", "r", "#56B4E9", (TagWords("kick"), TagWords("snare", "s"))),
        CategoryWords("pace", "c", "#33B88A", (TagWords("slow"), TagWords("fast"))),
    )),
    "pop": CodebookWords("Pop", (CategoryWords("style", "y", "", (TagWords("soul"),)),)),
}  # fmt: skip


def status(name: str) -> WordStatus:
    return WordStatus.KNOWN if name == "kick" else WordStatus.NEW


def test_only_ticked_new_words_are_added(window: QWidget) -> None:
    dialog = AddWordsDialog(TEMPLATES, status, can_replace=False, parent=window)
    added: list[tuple[Any, ...]] = []
    dialog.add_requested.connect(lambda *words: added.append(words))
    assert "3 new words are added" in texts(dialog)
    rhythm, pace = (dialog.choice.tree.topLevelItem(row) for row in (0, 1))
    assert rhythm.child(0).text(1) == "there already"
    assert rhythm.child(0).data(0, Qt.ItemDataRole.CheckStateRole) is None
    pace.child(1).setCheckState(0, Qt.CheckState.Unchecked)
    assert "2 new words are added" in texts(dialog)
    dialog.accept()
    ((name, categories),) = added
    assert name == "Neutral"
    assert [(c.name, c.key, [t.name for t in c.tags]) for c in categories] == [
        ("rhythm", "r", ["snare"]), ("pace", "c", ["slow"])
    ]  # fmt: skip


def test_an_unused_codebook_can_be_replaced(window: QWidget) -> None:
    dialog = AddWordsDialog(TEMPLATES, status, can_replace=True, parent=window)
    replaced: list[object] = []
    dialog.replace_requested.connect(replaced.append)
    dialog.choice.sources.setCurrentRow(1)
    dialog.replaces.setChecked(True)
    assert ok(dialog).text() == "Replace"
    dialog.accept()
    assert replaced == [TEMPLATES["pop"]]


def test_a_new_library_waits_for_the_file_it_shall_begin_with(
    window: QWidget,
) -> None:
    dialog = NewLibraryDialog("mine", TEMPLATES, window)
    decided: list[str] = []
    dialog.decided.connect(decided.append)
    dialog.choice.sources.setCurrentRow(2)
    assert not ok(dialog).isEnabled()
    dialog.accept()
    assert decided == []
    dialog.choice.show_file(CodebookWords("moods", TEMPLATES["pop"].categories))
    assert dialog.choice.sources.item(2).text() == "File: moods"
    dialog.accept()
    assert decided == [FROM_FILE]
