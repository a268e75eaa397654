"""The keys in force, in the tooltips and key caps that name them.

A view names the action of its control; after a key was changed all such controls are updated.
"""

from __future__ import annotations

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QWidget

ACTION, TEXT, DRAWN, DRAWN_FOR = "key_action", "key_words", "key_drawn", "key_drawn_for"

_in_force: dict[str, str] = {}  # action id -> its first key, as written in the table
_commands: dict[str, str] = {}  # key -> what it does, in the user's language


def tip(widget: QWidget, action_id: str, text: str) -> None:
    """Give a control a tooltip: the text, and the key of its action."""
    widget.setProperty(ACTION, action_id)
    widget.setProperty(TEXT, text)
    _update(widget)


def cap(widget: QWidget, drawn: str, default: str) -> None:
    """Give a control a key cap: `drawn` for the default key, any other key in its letters."""
    widget.setProperty(DRAWN, drawn)
    widget.setProperty(DRAWN_FOR, default)
    _update(widget)


def bind(keys: dict[str, str]) -> None:
    """Put keys in force. keys: action id -> key, "" for none."""
    if keys == _in_force:
        return
    _in_force.clear()
    _in_force.update(keys)
    for widget in QApplication.allWidgets():
        if widget.property(ACTION):
            _update(widget)


def name_commands(commands: dict[str, str]) -> None:
    """Keep what all keys do. commands: key -> the text of its action."""
    _commands.clear()
    _commands.update(commands)


def command_of(key: str) -> str:
    """Return what a key does, "" where it is free."""
    return _commands.get(key, "")


def unused(keys: str) -> str:
    """Return those of some keys that no command has; all of them where commands have all."""
    return "".join(key for key in keys if key not in _commands) or keys


def key_of(action_id: str) -> str:
    """Return the key of an action in the letters of this system, "" where it has none."""
    key = QKeySequence(_in_force.get(action_id, ""))
    return key.toString(QKeySequence.SequenceFormat.NativeText)


def _update(widget: QWidget) -> None:
    key = _in_force.get(str(widget.property(ACTION)), "")
    native = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
    text = str(widget.property(TEXT))
    widget.setToolTip(f"{text} ({native})" if native else text)
    if widget.property(DRAWN_FOR) and _in_force:
        drawn = str(widget.property(DRAWN)) if key == widget.property(DRAWN_FOR) else ""
        widget.set_key(drawn or native.replace("+", " "))
