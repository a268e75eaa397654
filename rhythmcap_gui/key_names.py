"""The keys in force, in the tooltips and key caps that name them.

A view says which action its control stands for; after a key was changed all of them are told.
"""

from __future__ import annotations

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QWidget

ACTION, WORDS, DRAWN, DRAWN_FOR = "key_action", "key_words", "key_drawn", "key_drawn_for"

_in_force: dict[str, str] = {}  # action id -> its first key, as written in the table


def tip(widget: QWidget, action_id: str, words: str) -> None:
    """Give a control a tooltip: words, and the key of its action."""
    widget.setProperty(ACTION, action_id)
    widget.setProperty(WORDS, words)
    _name(widget)


def cap(widget: QWidget, drawn: str, default: str) -> None:
    """The control shows a key cap, `drawn` for the default key; any other key in its letters."""
    widget.setProperty(DRAWN, drawn)
    widget.setProperty(DRAWN_FOR, default)
    _name(widget)


def bind(keys: dict[str, str]) -> None:
    """These keys are in force now. keys: action id -> key, "" for none."""
    if keys == _in_force:
        return
    _in_force.clear()
    _in_force.update(keys)
    for widget in QApplication.allWidgets():
        if widget.property(ACTION):
            _name(widget)


def key_of(action_id: str) -> str:
    """The key of an action in the letters of this system, "" where it has none."""
    key = QKeySequence(_in_force.get(action_id, ""))
    return key.toString(QKeySequence.SequenceFormat.NativeText)


def _name(widget: QWidget) -> None:
    key = _in_force.get(str(widget.property(ACTION)), "")
    native = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
    words = str(widget.property(WORDS))
    widget.setToolTip(f"{words} ({native})" if native else words)
    if widget.property(DRAWN_FOR) and _in_force:
        drawn = str(widget.property(DRAWN)) if key == widget.property(DRAWN_FOR) else ""
        widget.set_key(drawn or native.replace("+", " "))
