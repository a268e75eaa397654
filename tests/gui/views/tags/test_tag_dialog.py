"""The tag dialog proposes keys, warns of look-alikes and lets nothing wrong through."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from core.library.codebook.codebook_records import CategoryDraft, TagDraft
from rhythmcap_gui import key_names, theme
from rhythmcap_gui.views.tags.category_dialog import CategoryDialog
from rhythmcap_gui.views.tags.colour_choice import unused_colour
from rhythmcap_gui.views.tags.tag_dialog import NEW_CATEGORY, TagDialog
from tests.support.small_library import Room


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def dialog(room: Room, window: QWidget) -> TagDialog:
    rhythm = room.library.codebook.tag(room.tag("drums")).category_id
    made = TagDialog(room.session, name="", category_id=rhythm, parent=window)
    made.show()
    return made


def accepted(dialog: TagDialog) -> TagDraft | None:
    drafts: list[TagDraft] = []
    dialog.decided.connect(drafts.append)
    dialog.accept()
    return drafts[0] if drafts else None


def test_a_free_letter_of_the_name_is_proposed(dialog: TagDialog) -> None:
    dialog._name.setText("bells")  # B is bass, E is free
    assert dialog._key.text() == "E"
    draft = accepted(dialog)
    assert draft is not None
    assert (draft.name, draft.key, draft.colour) == ("bells", "E", "")


def test_a_key_that_is_taken_is_refused_with_its_owner(dialog: TagDialog) -> None:
    dialog._name.setText("claps")
    dialog._key.setText("D")
    dialog._on_key("D")
    assert accepted(dialog) is None
    assert dialog._wrong.text() == "The key D belongs to “drums” in this category."


def test_a_look_alike_is_warned_of_but_allowed(dialog: TagDialog) -> None:
    dialog._name.setText("drumms")
    assert dialog._alike.text() == "Looks like “drums”. Is it the same?"
    assert dialog._alike.isVisible()
    assert accepted(dialog) is not None


def test_the_same_name_is_refused(dialog: TagDialog) -> None:
    dialog._name.setText("Drums")
    assert accepted(dialog) is None
    assert dialog._wrong.text() == "“drums” is there already."


def test_an_empty_name_is_only_held_against_one_after_ok(dialog: TagDialog) -> None:
    assert not dialog._wrong.isVisible()
    assert accepted(dialog) is None
    assert dialog._wrong.text() == "Give the tag a name."


def test_a_new_category_comes_with_key_and_colour(dialog: TagDialog) -> None:
    dialog._name.setText("wistful")
    dialog._category.setCurrentIndex(dialog._category.findData(NEW_CATEGORY))
    dialog._category_name.setText("mood")
    draft = accepted(dialog)
    assert draft is not None
    assert draft.category_id is None
    assert draft.new_category == CategoryDraft("mood", "M", theme.CATEGORY_COLOURS[1]) or (
        draft.new_category is not None and draft.new_category.key == "M"
    )
    assert draft.key == "W"


def test_a_new_category_may_not_take_anothers_key(dialog: TagDialog) -> None:
    dialog._name.setText("wistful")
    dialog._category.setCurrentIndex(dialog._category.findData(NEW_CATEGORY))
    dialog._category_name.setText("mood")
    dialog._category_key.setText("V")
    dialog._on_category_key("V")
    assert accepted(dialog) is None
    assert dialog._wrong.text() == "The key V belongs to the category “voice”."


def test_a_tag_is_edited_without_losing_anything(room: Room, window: QWidget) -> None:
    tag = room.library.codebook.tag(room.tag("drums"))
    dialog = TagDialog(room.session, tag, parent=window)
    dialog._definition.setPlainText("a drum kit, played or programmed")
    draft = accepted(dialog)
    assert draft is not None
    assert (draft.tag_id, draft.name, draft.key) == (tag.id, "drums", "D")
    assert draft.category_id == tag.category_id
    assert draft.definition == "a drum kit, played or programmed"


def test_nothing_is_held_against_one_who_has_typed_nothing(room: Room, window: QWidget) -> None:
    dialog = TagDialog(room.session, parent=window)
    dialog.show()
    dialog._category.setCurrentIndex(dialog._category.findData(NEW_CATEGORY))
    assert not dialog._wrong.isVisible()
    dialog._name.setText("wistful")
    assert not dialog._wrong.isVisible()
    assert accepted(dialog) is None
    assert dialog._wrong.text() == "Give the new category a name."


def test_the_name_has_the_keyboard(dialog: TagDialog, window: QWidget, qtbot: QtBot) -> None:
    window.show()
    qtbot.waitActive(dialog)
    qtbot.keyClicks(dialog.focusWidget(), "bells")
    assert dialog._name.text() == "bells"


@pytest.fixture
def commands() -> Iterator[None]:
    key_names.name_commands({"B": "Blind mode", "N": "Next song", "A": "All"})
    yield
    key_names.name_commands({})


def test_keys_of_commands_are_not_proposed_where_others_are_free(
    room: Room, window: QWidget, commands: None
) -> None:
    del commands
    genre = room.library.codebook.tag(room.tag("folk")).category_id
    dialog = TagDialog(room.session, category_id=genre, parent=window)
    dialog._name.setText("banjo")
    assert dialog._key.text() == "J"
    dialog._name.setText("ban")  # a letter of the name is better than one that says nothing
    assert dialog._key.text() == "B"
    assert dialog._command.text() == "B alone is “Blind mode”."
    dialog._category.setCurrentIndex(dialog._category.findData(NEW_CATEGORY))
    dialog._category_name.setText("ban")
    assert dialog._category_key.text() == "C"


def test_a_category_says_whose_key_it_takes(room: Room, window: QWidget, commands: None) -> None:
    del commands
    dialog = CategoryDialog(room.session, None, window)
    dialog.show()
    dialog._name.setText("beat")
    assert dialog._key.text() == "E"
    assert not dialog._command.isVisible()
    dialog._key.setText("B")
    dialog._on_key("B")
    assert dialog._command.text() == "B is the key of “Blind mode”, which would be without it."
    assert dialog._command.isVisible()


def test_a_colour_is_proposed_that_no_category_has() -> None:
    used: list[str] = []
    for _ in range(20):
        used.append(unused_colour(used))
    assert used[:8] == list(theme.CATEGORY_COLOURS)
    assert len(set(used)) == 20
