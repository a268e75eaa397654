"""The tree of words: put in order by drag and keys, names and keys typed into it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QLineEdit
from pytestqt.qtbot import QtBot

from core.library.edits.edits import RemoveTag, RetireTag
from rhythmcap_gui.views.codebook.codebook_tree import (
    ABOVE,
    BELOW,
    KEY,
    NAME,
    CodebookTree,
    ShownCodebook,
)
from rhythmcap_gui.views.tags.word_actions import Word
from tests.support.small_library import Room

ON = QAbstractItemView.DropIndicatorPosition.OnItem


@pytest.fixture
def tree(room: Room, qtbot: QtBot) -> CodebookTree:
    made = CodebookTree()
    qtbot.addWidget(made)
    show(made, room)
    made.show()
    return made


def show(tree: CodebookTree, room: Room) -> None:
    codebook = room.library.codebook
    tags = codebook.tags(include_retired=True)
    tree.show_codebook(ShownCodebook(codebook.categories(), tags))


def tag(room: Room, name: str) -> Word:
    return Word(room.tag(name), is_category=False)


def category(room: Room, name: str) -> Word:
    found = room.library.codebook.find_category(name)
    assert found is not None
    return Word(found.id, is_category=True)


def moves_of(tree: CodebookTree) -> list[tuple[int, ...]]:
    moves: list[tuple[int, ...]] = []
    tree.tag_moved.connect(lambda *move: moves.append(move))
    tree.category_moved.connect(lambda *move: moves.append(move))
    return moves


def test_a_tag_dropped_on_another_stands_before_or_after_it(tree: CodebookTree, room: Room) -> None:
    moves, rhythm = moves_of(tree), category(room, "rhythm").id
    kick, drums, bass = (tag(room, name) for name in ("kick", "drums", "bass"))
    tree.drop_word(bass, kick, ABOVE)
    tree.drop_word(kick, drums, BELOW)
    tree.drop_word(kick, bass, BELOW)
    tree.drop_word(kick, kick, ABOVE)
    tree.drop_word(kick, None, ABOVE)
    assert moves == [
        (bass.id, rhythm, kick.id), (kick.id, rhythm, bass.id), (kick.id, rhythm, 0)
    ]  # fmt: skip


def test_a_tag_dropped_on_a_category_goes_into_it(tree: CodebookTree, room: Room) -> None:
    moves, voice = moves_of(tree), category(room, "voice")
    kick = tag(room, "kick")
    tree.drop_word(kick, voice, ON)
    tree.drop_word(kick, voice, BELOW)
    assert moves == [(kick.id, voice.id, 0), (kick.id, voice.id, room.tag("female"))]


def test_a_category_is_put_between_categories(tree: CodebookTree, room: Room) -> None:
    moves = moves_of(tree)
    voice, rhythm, genre = (category(room, name) for name in ("voice", "rhythm", "genre"))
    tree.drop_word(genre, voice, ABOVE)
    tree.drop_word(voice, tag(room, "kick"), ABOVE)  # within another: after it
    tree.drop_word(voice, None, ABOVE)
    tree.drop_word(voice, tag(room, "male"), BELOW)  # within itself: nowhere
    assert moves == [(genre.id, voice.id), (voice.id, genre.id), (voice.id, 0)]
    assert rhythm.id not in {move[0] for move in moves}


def test_alt_and_arrows_move_a_word_also_into_the_next_category(
    tree: CodebookTree, room: Room
) -> None:
    moves = moves_of(tree)
    for word, key in (
        (tag(room, "male"), Qt.Key.Key_Up),
        (tag(room, "kick"), Qt.Key.Key_Up),
        (tag(room, "bass"), Qt.Key.Key_Down),
        (tag(room, "female"), Qt.Key.Key_Up),
        (category(room, "voice"), Qt.Key.Key_Down),
        (category(room, "voice"), Qt.Key.Key_Up),
    ):
        tree.choose(word)
        QTest.keyClick(tree, key, Qt.KeyboardModifier.AltModifier)
    voice, rhythm, genre = (category(room, n).id for n in ("voice", "rhythm", "genre"))
    assert moves == [
        (room.tag("male"), voice, room.tag("female")),
        (room.tag("kick"), voice, 0),
        (room.tag("bass"), genre, room.tag("folk")),
        (voice, genre),
    ]
    assert rhythm


def test_f2_types_a_name_and_enter_in_it_opens_nothing(
    tree: CodebookTree, room: Room, qtbot: QtBot
) -> None:
    names: list[tuple[object, str]] = []
    opened: list[object] = []
    tree.name_edited.connect(lambda word, text: names.append((word, text)))
    tree.opened.connect(opened.append)
    tree.choose(tag(room, "kick"))
    QTest.keyClick(tree, Qt.Key.Key_F2)
    field = tree.findChild(QLineEdit)
    QTest.keyClicks(field, "thump")
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(names))
    assert names == [(tag(room, "kick"), "thump")]
    assert opened == []
    QTest.keyClick(tree, Qt.Key.Key_Return)
    assert opened == [tag(room, "kick")]


def test_a_retired_tag_is_grey_and_has_no_key(tree: CodebookTree, room: Room) -> None:
    room.library.do(RetireTag(room.tag("kick")))
    show(tree, room)
    tree.choose(tag(room, "kick"))
    item = tree.currentItem()
    assert item.text(KEY) == ""
    assert item.font(NAME).italic()


def test_what_was_folded_and_chosen_stays_so(tree: CodebookTree, room: Room) -> None:
    tree.choose(tag(room, "kick"))
    tree.topLevelItem(0).setExpanded(False)
    show(tree, room)
    assert tree.chosen == tag(room, "kick")
    assert not tree.topLevelItem(0).isExpanded()
    assert tree.topLevelItem(1).isExpanded()


def test_a_library_for_reading_is_not_moved_about(tree: CodebookTree, room: Room) -> None:
    moves = moves_of(tree)
    tree.can_edit = False
    tree.choose(tag(room, "male"))
    tree.move(-1)
    tree.edit_name()
    assert moves == []
    assert tree.findChild(QLineEdit) is None


def test_what_is_gone_leaves_the_choice_to_its_neighbour(tree: CodebookTree, room: Room) -> None:
    tree.choose(tag(room, "kick"))
    room.library.do(RemoveTag(room.tag("kick")))
    show(tree, room)
    assert tree.chosen == tag(room, "drums")
