"""A song's words are edited in a dialog: marked as the user's, and given back to the file."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from rhythmcap_gui.view_data import SongWords
from rhythmcap_gui.views.songs.words_dialog import WordsDialog

FILE = {"title": "Harbour", "artist": "The Tones", "album": "", "year": 1990}


def shown(qtbot: Any, words: SongWords) -> WordsDialog:
    dialog = WordsDialog(words)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_only_changed_words_are_handed_on(qtbot: Any) -> None:
    dialog = shown(qtbot, SongWords(1, FILE, FILE))
    assert dialog.changed_words() == ()
    dialog._fields["artist"].setText("Ann; Ben ")
    dialog._fields["year"].setText("")
    with qtbot.waitSignal(dialog.decided) as decided:
        dialog.accept()
    assert decided.args[0] == (("artist", "Ann; Ben"), ("year", None))


def test_an_own_word_is_marked_and_can_be_given_back(qtbot: Any) -> None:
    dialog = shown(qtbot, SongWords(1, FILE | {"title": "Mine", "year": None}, FILE))
    visible = [name for name, mark in dialog._marks.items() if mark.isVisible()]
    assert visible == ["title", "year"]
    dialog._marks["title"].findChild(QPushButton).click()
    dialog._marks["year"].findChild(QPushButton).click()
    assert not any(mark.isVisible() for mark in dialog._marks.values())
    assert dialog.changed_words() == (("title", "Harbour"), ("year", 1990))


def test_signs_that_a_field_cannot_show_are_no_change(qtbot: Any) -> None:
    file = FILE | {"title": "Abc \u202egnp.exe", "artist": "First\nline ", "album": "\u202eone"}
    dialog = shown(qtbot, SongWords(1, file | {"album": "Mine"}, file))
    assert dialog._fields["title"].text() == "Abc gnp.exe"
    assert dialog._fields["artist"].text() == "First line"
    assert dialog.changed_words() == ()
    assert [name for name, mark in dialog._marks.items() if mark.isVisible()] == ["album"]
    dialog._marks["album"].findChild(QPushButton).click()
    assert dialog.changed_words() == (("album", "\u202eone"),)


def test_of_several_songs_only_what_is_typed_is_changed(qtbot: Any) -> None:
    dialog = shown(qtbot, SongWords(3, {"artist": "The Tones", "album": ""}, {}))
    for name in ("title", "year"):
        assert dialog._fields[name].placeholderText() == "several"
    assert "Only what you type" in dialog.hint.text()
    assert dialog.changed_words() == ()
    dialog._fields["album"].setText("Sea & <b>Shore</b>")
    assert dialog.changed_words() == (("album", "Sea & <b>Shore</b>"),)


def test_half_a_year_cannot_be_saved(qtbot: Any) -> None:
    dialog = shown(qtbot, SongWords(1, FILE, FILE))
    dialog._fields["year"].setText("19")
    assert not dialog._ok.isEnabled()
    assert "This is no year" in dialog.hint.text()
    dialog._fields["year"].setText("")
    assert dialog._ok.isEnabled()
    assert "semicolon" in dialog.hint.text()


def test_years_the_wrong_way_round_cannot_be_saved_and_say_so(qtbot: Any) -> None:
    dialog = shown(qtbot, SongWords(1, FILE, FILE))
    dialog._fields["year"].setText("1990–1980")
    assert not dialog._ok.isEnabled()
    assert dialog.hint.text().endswith("is the wrong way round: 1990 comes after 1980.")
    dialog._fields["year"].setText("1980–1990")
    assert dialog._ok.isEnabled()
    assert dialog.changed_words() == (("year", 1980),)


def test_tabs_go_from_field_to_field_and_a_space_presses_nothing(qtbot: Any) -> None:
    dialog = shown(qtbot, SongWords(1, FILE, FILE))
    fields = list(dialog._fields.values())
    typed = ("My own", "Two words", "An album", "c 1965")
    fields[0].setFocus()
    for field, text in zip(fields, typed, strict=True):
        assert dialog.focusWidget() is field
        field.selectAll()
        qtbot.keyClicks(dialog.focusWidget(), text)
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
    assert dialog.changed_words() == tuple(zip(dialog._fields, (*typed[:3], 1965), strict=True))


def test_a_year_is_typed_as_files_write_it(qtbot: Any) -> None:
    dialog = shown(qtbot, SongWords(1, FILE, FILE))
    for text, year in (("c1965", 1965), ("2002年", 2002), (" 1999 ", 1999)):
        dialog._fields["year"].setText(text)
        assert dialog._ok.isEnabled()
        assert dialog.changed_words() == (("year", year),)
    dialog._fields["year"].setText("1960s")
    assert not dialog._ok.isEnabled()
