"""The codebook's window in the whole program: every operation, one undo each, from where one is."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QFileDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from core.library.codebook.codebook_file import read_codebook
from core.library.codebook.new_words import COMMAND_KEYS
from core.library.edits.edits import Judge, WriteRule
from core.library.records import State
from core.library.store import Library
from core.library.word_rule_records import RuleKind, RuleWords
from rhythmcap_gui.actions import ACTIONS
from rhythmcap_gui.app import Program
from rhythmcap_gui.operations import edit_runner
from rhythmcap_gui.operations.tags import codebook_words
from rhythmcap_gui.views.codebook.add_words_dialog import AddWordsDialog, NewLibraryDialog
from rhythmcap_gui.views.codebook.codebook_dialog import CodebookDialog
from rhythmcap_gui.views.codebook.merge_dialog import MergeCategoryDialog, MergeTagDialog
from rhythmcap_gui.views.codebook.retire_dialog import RetireDialog
from rhythmcap_gui.views.codebook.split_dialog import SplitDialog
from rhythmcap_gui.views.tags.category_dialog import CategoryDialog
from rhythmcap_gui.views.tags.tag_dialog import TagDialog
from rhythmcap_gui.views.tags.word_actions import Word, WordAction
from tests.support.window import wait_for_jobs


@pytest.fixture
def dialog(program: Program) -> CodebookDialog:
    """The codebook's window, opened by its action."""
    program.window.action_set["tags.codebook"].trigger()
    return found(program, CodebookDialog)


def found(program: Program, kind: type[QDialog]) -> QDialog:
    """The dialog of a kind that was opened last."""
    return [d for d in program.window.findChildren(kind) if d.isVisible()][-1]


def library(program: Program) -> Library:
    return program.context.library


def tag(program: Program, name: str) -> Word:
    known = library(program).codebook.find(name)
    assert known is not None
    return Word(known.id, is_category=False)


def category(program: Program, name: str) -> Word:
    known = library(program).codebook.find_category(name)
    assert known is not None
    return Word(known.id, is_category=True)


def judge(program: Program, name: str, state: State, song_id: int = 1) -> None:
    edit_runner.apply(program.context, Judge(song_id, tag(program, name).id, state))


def test_the_codebook_opens_once_and_goes_when_closed(
    program: Program, dialog: CodebookDialog
) -> None:
    program.window.action_set["tags.codebook"].trigger()
    assert len(program.window.findChildren(CodebookDialog)) == 1
    dialog.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not program.window.findChildren(CodebookDialog)
    program.window.action_set["tags.codebook"].trigger()
    assert found(program, CodebookDialog).isVisible()


def test_every_change_is_named_and_taken_back_by_one_undo(
    program: Program, dialog: CodebookDialog
) -> None:
    kick = tag(program, "kick")
    dialog.tree.name_edited.emit(kick, "bass drum")
    assert library(program).codebook.tag(kick.id).name == "bass drum"
    assert dialog.done_line.text() == "Renamed kick. Ctrl+Z takes it back."
    undo = program.window.action_set["edit.undo"]
    assert undo in dialog.actions()
    undo.trigger()
    assert library(program).codebook.tag(kick.id).name == "kick"
    assert dialog.done_line.text() == "Undone: Rename kick"


def test_renaming_to_another_words_name_offers_to_merge(
    program: Program, dialog: CodebookDialog
) -> None:
    judge(program, "kick", State.YES)
    kick, drums = tag(program, "kick"), tag(program, "drums")
    dialog.tree.name_edited.emit(kick, "Drums")
    merge = found(program, MergeTagDialog)
    assert merge.target.target_id == drums.id
    merge.accept()
    assert library(program).codebook.find("kick").id == drums.id
    edit_runner.undo(program.context)
    assert library(program).codebook.find("kick").id == kick.id
    dialog.tree.name_edited.emit(category(program, "rhythm"), "voice")
    found(program, MergeCategoryDialog).accept()
    assert library(program).codebook.find_category("rhythm") is None
    edit_runner.undo(program.context)
    assert library(program).codebook.find_category("rhythm") is not None


def test_a_key_that_is_taken_is_refused_by_name(program: Program, dialog: CodebookDialog) -> None:
    dialog.tree.key_edited.emit(tag(program, "kick"), "d")
    assert dialog.done_line.text() == "The key D belongs to “drums” in this category."
    dialog.tree.key_edited.emit(tag(program, "kick"), "x")
    assert library(program).codebook.find("kick").key == "x"
    dialog.tree.key_edited.emit(category(program, "voice"), "r")
    assert "belongs to the category “rhythm”" in dialog.done_line.text()
    dialog.tree.key_edited.emit(category(program, "voice"), "z")
    assert library(program).codebook.find_category("voice").key == "z"
    dialog.tree.name_edited.emit(tag(program, "kick"), "  ")
    assert dialog.done_line.text() == "Give the tag a name."


def test_the_edit_dialogs_offer_a_merge_too(program: Program, dialog: CodebookDialog) -> None:
    dialog.edit_requested.emit(tag(program, "kick"))
    edit = found(program, TagDialog)
    assert not edit._merge.isVisible()
    edit._name.setText("drums")
    assert edit._merge.isVisible()
    edit._merge.click()
    assert found(program, MergeTagDialog).target.target_id == tag(program, "drums").id
    dialog.edit_requested.emit(category(program, "rhythm"))
    other = found(program, CategoryDialog)
    other._name.setText("voice")
    other._merge.click()
    assert found(program, MergeCategoryDialog).target.target_id == category(program, "voice").id


def test_a_tag_is_split_retired_and_restored(program: Program, dialog: CodebookDialog) -> None:
    judge(program, "deep", State.YES)
    judge(program, "deep", State.YES, 2)
    deep = tag(program, "deep")
    dialog.requested.emit(WordAction.SPLIT, deep)
    split = found(program, SplitDialog)
    split.query.setText('title:"Song 001"')
    split.name.setText("deep house")
    split.accept()
    new = tag(program, "deep house")
    assert set(library(program).annotations.of_song(1)) == {new.id}
    dialog.requested.emit(WordAction.RETIRE, deep)
    found(program, RetireDialog).accept()
    assert library(program).codebook.tag(deep.id).retired_at is not None
    dialog.tree.choose(deep)
    assert dialog.buttons[WordAction.RESTORE].isVisible()
    assert not dialog.buttons[WordAction.RETIRE].isVisible()
    dialog.buttons[WordAction.RESTORE].click()
    assert library(program).codebook.tag(deep.id).retired_at is None


def test_a_category_is_retired_and_restored_by_one_undo_each(
    program: Program, dialog: CodebookDialog
) -> None:
    judge(program, "kick", State.YES)
    rhythm = category(program, "rhythm")
    dialog.tree.choose(rhythm)
    dialog.buttons[WordAction.RETIRE].click()
    found(program, RetireDialog).accept()
    assert dialog.done_line.text() == "Retired category rhythm. Ctrl+Z takes it back."
    in_use = {t.name for t in library(program).codebook.tags()}
    assert not in_use & {"kick", "drums", "bass"}
    assert dialog.buttons[WordAction.RESTORE].isVisible()
    dialog.buttons[WordAction.RESTORE].click()
    assert {t.name for t in library(program).codebook.tags()} >= {"kick", "drums", "bass"}
    edit_runner.undo(program.context)
    edit_runner.undo(program.context)
    assert {t.name for t in library(program).codebook.tags()} >= {"kick", "drums", "bass"}
    assert not dialog.buttons[WordAction.RESTORE].isVisible()


def test_only_unused_words_can_be_deleted(program: Program, dialog: CodebookDialog) -> None:
    judge(program, "kick", State.NO)
    dialog.tree.choose(tag(program, "kick"))
    remove = dialog.buttons[WordAction.REMOVE]
    assert not remove.isEnabled()
    dialog.tree.choose(tag(program, "tztz"))
    remove.click()
    assert library(program).codebook.find("tztz") is None
    dialog.tree.choose(category(program, "rhythm"))
    assert not remove.isEnabled()
    dialog.tree.choose(category(program, "voice"))
    remove.click()
    assert library(program).codebook.find_category("voice") is None
    assert library(program).codebook.find("choir") is None
    edit_runner.undo(program.context)
    assert library(program).codebook.find("choir") is not None


def test_the_delete_key_retires_what_is_used_and_says_why_the_rest_stays(
    program: Program, dialog: CodebookDialog
) -> None:
    judge(program, "kick", State.NO)
    dialog.activateWindow()
    for name, is_gone in (("tztz", True), ("kick", False)):
        dialog.tree.choose(tag(program, name))
        dialog.tree.setFocus()
        QTest.keyClick(dialog.tree, Qt.Key.Key_Delete)
        assert (library(program).codebook.find(name) is None) == is_gone
    found(program, RetireDialog).reject()
    codebook_words.retire_tag(program.context, tag(program, "kick").id)
    dialog.tree.choose(tag(program, "kick"))
    QTest.keyClick(dialog.tree, Qt.Key.Key_Delete)
    assert "Songs were judged with it" in dialog.done_line.text()


def test_a_closed_window_hears_no_notice(program: Program, dialog: CodebookDialog) -> None:
    program.context.session.notify("one")
    assert dialog.done_line.text() == "one"
    dialog.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    program.context.session.notify("two")


def test_words_are_moved_and_coloured(program: Program, dialog: CodebookDialog) -> None:
    kick, voice = tag(program, "kick"), category(program, "voice")
    dialog.tree.tag_moved.emit(kick.id, voice.id, tag(program, "male").id)
    assert library(program).codebook.tags()[0].name == "kick"
    dialog.tree.category_moved.emit(voice.id, 0)
    assert library(program).codebook.categories()[-1].name == "voice"
    dialog.colour_chosen.emit(kick, "#123456")
    dialog.colour_chosen.emit(voice, "#654321")
    assert library(program).codebook.tag(kick.id).colour == "#123456"
    assert library(program).codebook.category(voice.id).colour == "#654321"


def test_the_filter_finds_other_names_and_what_it_hides_can_be_shown(
    program: Program, dialog: CodebookDialog
) -> None:
    dialog.filter.setText("basslead")
    assert dialog.tree.topLevelItemCount() == 1
    assert dialog.tree.topLevelItem(0).child(0).text(0) == "bass lead"
    codebook_words.retire_tag(program.context, tag(program, "kick").id)
    dialog.retired.setChecked(False)
    program.window.codebook_controller.do_with_tag(WordAction.SHOW, tag(program, "kick").id)
    assert dialog.tree.chosen == tag(program, "kick")
    assert dialog.retired.isChecked()


def test_new_words_are_made_from_the_window(program: Program, dialog: CodebookDialog) -> None:
    dialog.buttons["new_category"].click()
    made = found(program, CategoryDialog)
    made._name.setText("scale")
    assert made._key.text() == "L"  # S, C, A are taken
    made.accept()
    scale = category(program, "scale")
    dialog.tree.choose(scale)
    dialog.buttons["new_tag"].click()
    new = found(program, TagDialog)
    new._name.setText("dorian")
    new.accept()
    assert library(program).codebook.find("dorian").category_id == scale.id


def test_aliases_are_changed_by_one_undo(program: Program) -> None:
    lead = tag(program, "bass lead").id
    codebook_words.set_aliases(program.context, lead, ("bassline", "lead bass"))
    assert library(program).codebook.aliases(lead) == ("bassline", "lead bass")
    edit_runner.undo(program.context)
    assert library(program).codebook.aliases(lead) == ("basslead",)


def sentences(dialog: QWidget) -> str:
    return " ".join(label.text() for label in dialog.findChildren(QLabel))


def test_words_of_a_template_come_beside_or_in_place_of_the_own(
    program: Program, dialog: CodebookDialog
) -> None:
    dialog.add_words_requested.emit()
    add = found(program, AddWordsDialog)
    assert not add.replaces.isHidden()
    add.choice.sources.setCurrentRow(2)
    add.accept()
    assert library(program).codebook.find("catchy refrain") is not None
    assert library(program).codebook.find("kick") is not None
    dialog.add_words_requested.emit()
    add = found(program, AddWordsDialog)
    add.choice.sources.setCurrentRow(0)
    assert "Your own words stay as they are." in sentences(add)
    add.replaces.setChecked(True)
    assert "All these words take the place of those that are here now." in sentences(add)
    assert add.choice.tree.isColumnHidden(1)  # none of them is there already any more
    add.accept()
    assert library(program).codebook.find("kick") is None
    judge(program, "calm", State.YES)
    dialog.add_words_requested.emit()
    assert found(program, AddWordsDialog).replaces.isHidden()


def test_a_list_of_words_is_added_and_the_codebook_exported(
    program: Program, dialog: CodebookDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    words, target = tmp_path / "scales.csv", tmp_path / "mine"
    words.write_text("scale,dorian,From the second degree\nscale,lydian,\n")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_of, **_named: (str(words), ""))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_of, **_named: (str(target), ""))
    dialog.add_words_requested.emit()
    add = found(program, AddWordsDialog)
    add.choice.file_requested.emit()
    add.accept()
    assert library(program).codebook.find("dorian").definition == "From the second degree"
    scales = [library(program).codebook.find(name).id for name in ("dorian", "lydian")]
    library(program).do(WriteRule(RuleWords(RuleKind.EXCLUDES, *scales)))
    dialog.export_requested.emit()
    exported = read_codebook(target.with_suffix(".json"))
    assert [tag.name for tag in exported.categories[-1].tags] == ["dorian", "lydian"]
    assert "65 tags written to" in dialog.done_line.text()
    assert [(rule.kind, rule.tag) for rule in exported.rules] == [(RuleKind.EXCLUDES, "dorian")]
    library(program).undo()
    library(program).undo()
    assert library(program).codebook.find("dorian") is None
    words = target.with_suffix(".json")
    dialog.add_words_requested.emit()
    add = found(program, AddWordsDialog)
    add.choice.file_requested.emit()
    add.accept()
    assert len(library(program).word_rules.accepted()) == 1
    library(program).undo()
    assert library(program).word_rules.all() == []
    assert library(program).codebook.find("dorian") is None


@pytest.mark.parametrize(("row", "first"), [(0, "female voice"), (4, "male"), (5, "")])
def test_a_new_library_begins_with_the_chosen_words(
    program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, row: int,
    first: str,
) -> None:  # fmt: skip
    path = tmp_path / "new.db"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_of, **_named: (str(path), ""))
    program.window.action_set["library.new" if row else "library.open"].trigger()
    choice = found(program, NewLibraryDialog)
    choice.choice.sources.setCurrentRow(row)
    choice.accept()
    wait_for_jobs(program, qtbot)
    assert library(program).path == path
    assert [tag.name for tag in library(program).codebook.tags()][:1] == [first][: bool(first)]


def test_a_library_that_is_there_is_opened_without_a_question(
    program: Program, library_file: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(
        QFileDialog, "getSaveFileName", lambda *_of, **_named: (str(library_file), "")
    )
    program.window.files_controller.choose_library()
    wait_for_jobs(program, qtbot)
    assert not program.window.findChildren(NewLibraryDialog)


def test_the_window_comes_back_as_it_was_left(program: Program, dialog: CodebookDialog) -> None:
    dialog.resize(760, 480)
    dialog.tree.setColumnWidth(0, 260)
    dialog.retired.setChecked(False)
    dialog.close()
    program.window_state.save()
    program.window.codebook_controller.restore({})
    program.window_state.restore_window()
    program.window.action_set["tags.codebook"].trigger()
    again = found(program, CodebookDialog)
    assert again is not dialog
    assert (again.width(), again.height()) == (760, 480)
    assert again.tree.columnWidth(0) == 260
    assert not again.retired.isChecked()


def test_words_of_a_file_avoid_the_keys_of_commands() -> None:
    keys = {key.lower() for action in ACTIONS for key in action.keys}
    assert {key for key in keys if len(key) == 1 and key.isalpha()} == COMMAND_KEYS


def test_the_first_page_tells_of_the_words_and_takes_others_while_none_is_used(
    program: Program, library_file: Path, tmp_path: Path
) -> None:
    window = program.window
    window.files_controller.open_library(tmp_path / "without_songs.db")
    link = window.first_run._words
    n_words = len(library(program).codebook.tags())
    assert link.text() == f"Begins with {n_words} words; choose others…"
    link.click()
    add = found(program, AddWordsDialog)
    assert add.replaces.isChecked()
    add.choice.sources.setCurrentRow(1)
    add.accept()
    n_others = len(library(program).codebook.tags())
    assert n_others != n_words
    assert str(n_others) in link.text()
    window.files_controller.open_library(library_file)
    judge(program, "kick", State.YES)
    window.first_run._show_words()
    assert link.isHidden()
