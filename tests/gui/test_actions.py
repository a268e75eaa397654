"""The one table of actions: keys are unique, named by the design, and in every menu."""

from __future__ import annotations

from itertools import chain

from PySide6.QtGui import QKeySequence

from rhythmcap_gui.actions import ACTIONS, key_table, keys_of

PROMISED = {
    "Space": "playback.toggle", "Left": "playback.back", "Shift+Right": "playback.forward_far",
    ",": "playback.back_near", ".": "playback.forward_near", "Up": "song.previous",
    "N": "song.next", "Ctrl+F": "library.search", "/": "library.search", "Ctrl+K": "tags.find",
    "Return": "tags.accept", "Backspace": "tags.reject", "Shift+Return": "tags.accept_next",
    "[": "loop.in", "I": "loop.in", "]": "loop.out", "O": "loop.out", "\\": "loop.toggle",
    "U": "loop.toggle", "+": "view.zoom_in", "-": "view.zoom_out", "0": "view.fit",
    "B": "view.blind", "Ctrl+Z": "edit.undo", "Ctrl+Shift+Z": "edit.redo",
    "Ctrl+T": "model.learn", "Ctrl+O": "library.add", "Ctrl+,": "window.settings",
    "F11": "view.full_screen", "F1": "help.keys",
}  # fmt: skip


def test_no_key_has_two_actions() -> None:
    keys = list(chain.from_iterable(action.keys for action in ACTIONS))
    assert len(keys) == len(set(keys))


def test_every_key_is_one_qt_understands() -> None:
    for action in ACTIONS:
        for key in action.keys:
            assert QKeySequence(key).toString() == key, action.id


def test_the_keys_of_the_design_exist() -> None:
    found = {key: action.id for action in ACTIONS for key in action.keys}
    assert {key: found.get(key) for key in PROMISED} == PROMISED


def test_ids_are_unique() -> None:
    assert len({action.id for action in ACTIONS}) == len(ACTIONS)


def test_the_users_own_key_replaces_the_default() -> None:
    play = next(action for action in ACTIONS if action.id == "playback.toggle")
    assert keys_of(play, {"playback.toggle": "K"}) == ("K",)
    assert keys_of(play, {}) == ("Space",)


def test_the_readme_table_names_every_key() -> None:
    table = key_table()
    assert all(f"`{key}`" in table for action in ACTIONS for key in action.keys)
