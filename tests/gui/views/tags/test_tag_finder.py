"""Finding a tag by typing: only Enter decides, and a new word needs a second step."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from core.library.edits.edits import AddTag
from core.library.records import State
from rhythmcap_gui import theme
from rhythmcap_gui.views.tags.tag_finder import TagFinder
from tests.support.small_library import Room, open_room

SHIFT, ALT = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier
PLAIN = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def room(tmp_path: Path, qapp: QApplication) -> Iterator[Room]:
    theme.apply_theme(qapp, "dark")
    made = open_room(tmp_path)
    made.open(1)
    yield made
    made.close()


@pytest.fixture
def finder(room: Room, qtbot: QtBot) -> Iterator[TagFinder]:
    window = QWidget()
    window.resize(400, 400)
    qtbot.addWidget(window)
    window.show()
    made = TagFinder(room.session, window)
    made.open_below(window)
    yield made
    window.close()


def follow(room: Room, finder: TagFinder) -> list[tuple[str, State | None]]:
    """Do what the window does with a decision; return what is judged."""
    judged: list[tuple[str, State | None]] = []

    def judge(tag_id: int, state: State | None) -> None:
        name = room.library.codebook.tag(tag_id).name
        judged.append((name, state))
        room.judge(1, name, state)

    finder.judged.connect(judge)
    return judged


def found(finder: TagFinder) -> list[str]:
    return [finder.list.item(row).text() for row in range(finder.list.count())]


def test_a_few_letters_find_a_tag(finder: TagFinder) -> None:
    finder.line.setText("dr")
    assert found(finder)[0] == "drums"


def test_a_misspelling_finds_it_too(finder: TagFinder) -> None:
    finder.line.setText("femmale")
    assert found(finder)[0] == "female"


@pytest.mark.parametrize(
    ("modifiers", "state"), [(PLAIN, State.YES), (SHIFT, State.NO), (ALT, State.UNSURE)]
)
def test_enter_decides_and_the_next_tag_can_be_typed(
    room: Room, finder: TagFinder, modifiers: Qt.KeyboardModifier, state: State
) -> None:
    judged = follow(room, finder)
    QTest.keyClicks(finder.line, "disc")
    QTest.keyClick(finder.line, Qt.Key.Key_Return, modifiers)
    assert judged == [("disco", state)]
    assert QApplication.activePopupWidget() is finder
    assert finder.line.text() == ""
    assert finder.list.currentRow() == -1
    QTest.keyClicks(finder.line, "hou")
    QTest.keyClick(finder.line, Qt.Key.Key_Return)
    assert judged[1:] == [("house", State.YES)]
    QTest.keyClick(finder.line, Qt.Key.Key_Escape)
    assert QApplication.activePopupWidget() is None


@pytest.mark.parametrize(
    ("typed", "name", "state"),
    [
        ("-disc", "disco", State.NO),
        ("- disc", "disco", State.NO),
        ("?kick", "kick", State.UNSURE),
        ("+kick", "kick", State.YES),
        ("=kick", "kick", None),
        ("genre: d", "disco", State.YES),
        ("Rhy:d", "drums", State.YES),
        ("-rhythm:d", "drums", State.NO),
        ("nothing: drums", None, None),
    ],
)
def test_a_sign_and_a_category_before_the_name(
    room: Room, finder: TagFinder, typed: str, name: str | None, state: State | None
) -> None:
    judged = follow(room, finder)
    QTest.keyClicks(finder.line, typed)
    QTest.keyClick(finder.line, Qt.Key.Key_Return)
    assert judged == ([(name, state)] if name else [])


def test_a_sign_says_what_enter_does_whatever_is_held(room: Room, finder: TagFinder) -> None:
    judged = follow(room, finder)
    QTest.keyClicks(finder.line, "-kick")
    assert finder.hint.text() == "Enter: no"
    QTest.keyClick(finder.line, Qt.Key.Key_Return, ALT)
    assert judged == [("kick", State.NO)]


@pytest.mark.parametrize("typed", ["-", "?", "voice:", "-voice: "])
def test_a_sign_or_a_category_alone_judges_nothing(
    room: Room, finder: TagFinder, typed: str
) -> None:
    judged = follow(room, finder)
    QTest.keyClicks(finder.line, typed)
    assert len(found(finder)) == (4 if "voice" in typed else 10)
    QTest.keyClick(finder.line, Qt.Key.Key_Return)
    assert judged == []


def test_what_was_done_is_told_as_it_is_now(room: Room, finder: TagFinder) -> None:
    follow(room, finder)
    assert not finder.done.isVisible()
    for typed in ("kick", "-folk", "?choir"):
        QTest.keyClicks(finder.line, typed)
        QTest.keyClick(finder.line, Qt.Key.Key_Return)
    assert finder.done.text() == "kick: yes · folk: no · choir: unsure"
    room.judge(1, "folk", None)
    assert finder.done.text() == "kick: yes · folk: not judged · choir: unsure"


def test_with_nothing_typed_ctrl_z_takes_the_last_decision_back(
    finder: TagFinder, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(finder.undo_requested, timeout=500):
        QTest.keyClick(finder.line, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)


def test_a_tag_called_with_a_sign_or_a_colon_is_found_by_its_name(
    room: Room, finder: TagFinder
) -> None:
    category = room.library.codebook.find_category("genre").id
    for name in ("-core", "voice: low"):
        room.session.apply_changes(room.library.do(AddTag(name, category, "")))
    finder.open_at(0, 0)
    judged = follow(room, finder)
    for name in ("-core", "voice: low"):
        QTest.keyClicks(finder.line, name)
        QTest.keyClick(finder.line, Qt.Key.Key_Return)
    assert judged == [("-core", State.YES), ("voice: low", State.YES)]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab])
def test_with_nothing_typed_nothing_is_judged(finder: TagFinder, key: Qt.Key) -> None:
    judged: list[int] = []
    finder.judged.connect(lambda tag, _state: judged.append(tag))
    QTest.keyClick(finder.line, key)
    QTest.keyClicks(finder.line, "  ")
    QTest.keyClick(finder.line, key)
    assert judged == []


def test_a_key_held_down_makes_no_new_word(finder: TagFinder) -> None:
    new_words: list[str] = []
    finder.new_tag_requested.connect(new_words.append)
    QTest.keyClicks(finder.line, "xylophone")
    for again in (False, True, True, True):
        kind = QEvent.Type.KeyPress
        press = QKeyEvent(kind, Qt.Key.Key_Return, PLAIN, "\r", again)
        QApplication.sendEvent(finder.line, press)
    assert new_words == []


def test_arrows_choose_among_those_found(room: Room, finder: TagFinder) -> None:
    judged: list[int] = []
    finder.judged.connect(lambda tag, _state: judged.append(tag))
    QTest.keyClick(finder.line, Qt.Key.Key_Down)
    QTest.keyClick(finder.line, Qt.Key.Key_Down)
    QTest.keyClick(finder.line, Qt.Key.Key_Return)
    assert judged == [room.tag("male")]


def test_typing_alone_never_judges(finder: TagFinder) -> None:
    judged: list[int] = []
    finder.judged.connect(lambda tag, _state: judged.append(tag))
    QTest.keyClicks(finder.line, "drums ")
    QTest.keyClick(finder.line, Qt.Key.Key_Escape)
    assert judged == []


@pytest.mark.parametrize(
    ("typed", "category"), [("xylophone", None), ("rhythm: xylophone", "rhythm")]
)
def test_a_new_word_needs_a_second_step(
    room: Room, finder: TagFinder, typed: str, category: str | None
) -> None:
    new_words: list[tuple[str, int | None]] = []
    finder.new_tag_requested.connect(lambda word, category: new_words.append((word, category)))
    QTest.keyClicks(finder.line, typed)
    QTest.keyClick(finder.line, Qt.Key.Key_Return)
    assert new_words == []
    assert finder.list.currentRow() == 0
    QTest.keyClick(finder.line, Qt.Key.Key_Return)
    category_id = room.library.codebook.find_category(category).id if category else None
    assert new_words == [("xylophone", category_id)]


def test_a_known_word_in_another_spelling_is_not_offered_anew(finder: TagFinder) -> None:
    finder.line.setText("Drums")
    assert found(finder) == ["drums"]
