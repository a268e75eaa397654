"""The list of keys in the settings refuses taken ones."""

from __future__ import annotations

from typing import Any

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QLabel

from rhythmcap_gui.view_data import KeyRow
from rhythmcap_gui.views.shell.key_table import KeyTable

ROWS = (
    KeyRow("playback.toggle", "Playback", "Play or pause", ("Space",)),
    KeyRow("view.blind", "View", "Blind mode", ("B",)),
)


def visible_text(widget: Any) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if not label.isHidden())


def test_a_taken_key_is_refused_with_the_other_actions_name(qtbot: Any) -> None:
    table = KeyTable(ROWS, {"R": "rhythm"})
    qtbot.addWidget(table)
    table._list.setCurrentItem(table._items["playback.toggle"])
    table._edit.setKeySequence(QKeySequence("B"))
    assert table.own_keys() == {}
    assert "Blind mode" in visible_text(table)
    table._edit.setKeySequence(QKeySequence("K"))
    assert table.own_keys() == {"playback.toggle": "K"}


def test_the_key_of_a_category_is_refused_with_its_name(qtbot: Any) -> None:
    table = KeyTable(ROWS, {"R": "rhythm"})
    qtbot.addWidget(table)
    table._list.setCurrentItem(table._items["view.blind"])
    table._edit.setKeySequence(QKeySequence("R"))
    assert table.own_keys() == {}
    assert table._message.text() == "R begins the tags of the category “rhythm”"


def test_a_key_that_a_category_has_taken_is_not_listed_as_a_commands(qtbot: Any) -> None:
    table = KeyTable(ROWS, {"B": "beat"})
    qtbot.addWidget(table)
    assert table._items["view.blind"].text(1) == "none: taken by “beat”"
    assert table._items["playback.toggle"].text(1) == "Space"
