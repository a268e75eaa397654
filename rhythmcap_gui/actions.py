"""The one table of actions: menus, shortcuts, the key sheet and the README are made from it.

An action is data. What it does is a verb of operations, or something the shell (the main
window, known here only by a protocol) shows.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from rhythmcap_gui.operations import pictures, playback, tagging
from rhythmcap_gui.operations import settings as preferences
from rhythmcap_gui.operations.copying import SongBefore
from rhythmcap_gui.operations.desk import Desk
from rhythmcap_gui.operations.learning import Learning
from rhythmcap_gui.session import HERE, SONG


class Menu(StrEnum):
    """The menus, in their order."""

    FILE = "&File"
    EDIT = "&Edit"
    VIEW = "&View"
    PLAYBACK = "&Playback"
    TAGS = "&Tags"
    MODEL = "&Model"
    HELP = "&Help"


class Shell(Protocol):
    """What actions may ask of the window."""

    desk: Desk
    learning: Learning
    loop_memory: playback.LoopMemory
    song_before: SongBefore

    def add_songs(self) -> None: ...
    def add_folder(self) -> None: ...
    def choose_library(self) -> None: ...
    def open_library(self, path: Path) -> None: ...
    def open_demo(self) -> None: ...
    def open_own_library(self) -> None: ...
    def focus_search(self) -> None: ...
    def focus_note(self) -> None: ...
    def find_tag(self) -> None: ...
    def new_tag(self) -> None: ...
    def tag_region(self) -> None: ...
    def show_settings(self) -> None: ...
    def show_keys(self) -> None: ...
    def show_about(self) -> None: ...
    def show_dock(self, name: str) -> None: ...
    def show_log(self) -> None: ...
    def toggle_full_screen(self) -> None: ...
    def step_song(self, by: int) -> None: ...
    def zoom_in(self) -> None: ...
    def zoom_out(self) -> None: ...
    def zoom_to_loop(self) -> None: ...
    def fit(self) -> None: ...
    def close(self) -> bool: ...


@dataclass(frozen=True, slots=True)
class Action:
    """id, what it is called, its default keys, its menu, when it can be done, what it does.

    checked: for on/off actions, whether it is on. rule: a separator stands above it in the menu.
    """

    id: str
    text: str
    keys: tuple[str, ...]
    menu: Menu
    enabled: Callable[[Desk], bool]
    call: Callable[[Shell], object]
    checked: Callable[[Desk], bool] | None = None
    rule: bool = False


def always(_desk: Desk) -> bool:
    """Can always be done."""
    return True


def has_library(desk: Desk) -> bool:
    """A library is open."""
    return desk.session.library is not None


def has_song(desk: Desk) -> bool:
    """A song is open."""
    return desk.session.song is not None


def can_undo(desk: Desk) -> bool:
    """There is something to undo."""
    return desk.session.library is not None and desk.session.library.can_undo() is not None


def can_redo(desk: Desk) -> bool:
    """There is something to do again."""
    return desk.session.library is not None and desk.session.library.can_redo() is not None


def has_suggestion(desk: Desk) -> bool:
    """The model suggests a tag for the open song."""
    return has_song(desk) and bool(desk.session.suggestions())


def can_learn(desk: Desk) -> bool:
    """A model is there to learn."""
    return has_library(desk) and desk.session.model is not None


def is_blind(desk: Desk) -> bool:
    """Blind mode is on."""
    return desk.session.blind


def _toggle_scope(desk: Desk) -> None:
    desk.session.set_score_scope(SONG if desk.session.score_scope == HERE else HERE)


def _toggle_view(desk: Desk) -> None:
    pictures.view_as_model(desk, not desk.session.settings.view_as_model)


def _accept_and_next(shell: Shell) -> None:
    if tagging.accept_first(shell.desk):
        shell.step_song(1)


FILE_ACTIONS = (
    Action("library.add", "Add songs…", ("Ctrl+O",), Menu.FILE, has_library,
           lambda shell: shell.add_songs()),
    Action("library.add_folder", "Add a folder…", ("Ctrl+Shift+O",), Menu.FILE, has_library,
           lambda shell: shell.add_folder()),
    Action("library.open", "Open a library…", (), Menu.FILE, always,
           lambda shell: shell.choose_library(), rule=True),
    Action("library.own", "Open my own library", (), Menu.FILE, always,
           lambda shell: shell.open_own_library()),
    Action("library.demo", "Open the demo library", (), Menu.FILE, always,
           lambda shell: shell.open_demo()),
    Action("window.close", "Quit", ("Ctrl+Q",), Menu.FILE, always,
           lambda shell: shell.close(), rule=True),
)  # fmt: skip

EDIT_ACTIONS = (
    Action("edit.undo", "Undo", ("Ctrl+Z",), Menu.EDIT, can_undo,
           lambda shell: tagging.undo(shell.desk)),
    Action("edit.redo", "Redo", ("Ctrl+Shift+Z", "Ctrl+Y"), Menu.EDIT, can_redo,
           lambda shell: tagging.redo(shell.desk)),
    Action("library.search", "Search the library", ("Ctrl+F", "/"), Menu.EDIT, has_library,
           lambda shell: shell.focus_search(), rule=True),
    Action("tags.note", "Write a note", ("Ctrl+E",), Menu.EDIT, has_song,
           lambda shell: shell.focus_note()),
    Action("window.settings", "Settings…", ("Ctrl+,",), Menu.EDIT, always,
           lambda shell: shell.show_settings(), rule=True),
)  # fmt: skip

VIEW_ACTIONS = (
    Action("view.blind", "Blind mode: hide the model's guesses", ("B",), Menu.VIEW, always,
           lambda shell: preferences.set_blind(shell.desk, not shell.desk.session.blind),
           checked=is_blind),
    Action("view.reveal", "Show the guesses for this song", ("Shift+B",), Menu.VIEW,
           lambda desk: has_song(desk) and desk.session.guesses_hidden,
           lambda shell: shell.desk.session.reveal()),
    Action("view.scope", "Scores of the second under the playhead", ("Ctrl+H",), Menu.VIEW,
           has_song, lambda shell: _toggle_scope(shell.desk),
           checked=lambda desk: desk.session.score_scope == HERE),
    Action("view.as_model", "See the song as the model hears it", ("Ctrl+M",), Menu.VIEW, has_song,
           lambda shell: _toggle_view(shell.desk),
           checked=lambda desk: desk.session.settings.view_as_model),
    Action("view.zoom_in", "Zoom in", ("+", "="), Menu.VIEW, has_song,
           lambda shell: shell.zoom_in(), rule=True),
    Action("view.zoom_out", "Zoom out", ("-",), Menu.VIEW, has_song,
           lambda shell: shell.zoom_out()),
    Action("view.fit", "Show the whole song", ("0",), Menu.VIEW, has_song,
           lambda shell: shell.fit()),
    Action("view.zoom_loop", "Zoom to the loop", ("Ctrl+L",), Menu.VIEW,
           lambda desk: desk.session.loop is not None, lambda shell: shell.zoom_to_loop()),
    Action("view.full_screen", "Full screen", ("F11",), Menu.VIEW, always,
           lambda shell: shell.toggle_full_screen(), rule=True),
)  # fmt: skip

PLAYBACK_ACTIONS = (
    Action("playback.toggle", "Play or pause", ("Space",), Menu.PLAYBACK, has_song,
           lambda shell: playback.toggle(shell.desk)),
    Action("playback.back", "Back 5 s", ("Left",), Menu.PLAYBACK, has_song,
           lambda shell: playback.seek_by(shell.desk, -5.0)),
    Action("playback.forward", "Forward 5 s", ("Right",), Menu.PLAYBACK, has_song,
           lambda shell: playback.seek_by(shell.desk, 5.0)),
    Action("playback.back_far", "Back 15 s", ("Shift+Left",), Menu.PLAYBACK, has_song,
           lambda shell: playback.seek_by(shell.desk, -15.0)),
    Action("playback.forward_far", "Forward 15 s", ("Shift+Right",), Menu.PLAYBACK, has_song,
           lambda shell: playback.seek_by(shell.desk, 15.0)),
    Action("playback.back_near", "Back 1 s", (",",), Menu.PLAYBACK, has_song,
           lambda shell: playback.seek_by(shell.desk, -1.0)),
    Action("playback.forward_near", "Forward 1 s", (".",), Menu.PLAYBACK, has_song,
           lambda shell: playback.seek_by(shell.desk, 1.0)),
    Action("song.previous", "Previous song", ("Up", "P"), Menu.PLAYBACK, has_library,
           lambda shell: shell.step_song(-1), rule=True),
    Action("song.next", "Next song", ("Down", "N"), Menu.PLAYBACK, has_library,
           lambda shell: shell.step_song(1)),
    Action("loop.in", "Loop begins here", ("[", "I"), Menu.PLAYBACK, has_song,
           lambda shell: playback.loop_in(shell.desk), rule=True),
    Action("loop.out", "Loop ends here", ("]", "O"), Menu.PLAYBACK, has_song,
           lambda shell: playback.loop_out(shell.desk)),
    Action("loop.toggle", "Loop on or off", ("\\", "U"), Menu.PLAYBACK, has_song,
           lambda shell: shell.loop_memory.toggle(shell.desk)),
)  # fmt: skip

TAG_ACTIONS = (
    Action("tags.accept", "Accept the first suggestion", ("Return", "Enter"), Menu.TAGS,
           has_suggestion, lambda shell: tagging.accept_first(shell.desk)),
    Action("tags.reject", "Reject the first suggestion", ("Backspace",), Menu.TAGS,
           has_suggestion, lambda shell: tagging.reject_first(shell.desk)),
    Action("tags.accept_next", "Accept it and go to the next song",
           ("Shift+Return", "Shift+Enter"), Menu.TAGS, has_suggestion,
           _accept_and_next),
    Action("tags.find", "Find a tag by typing", ("Ctrl+K",), Menu.TAGS, has_library,
           lambda shell: shell.find_tag(), rule=True),
    Action("tags.region", "Tag this region…", ("Ctrl+R",), Menu.TAGS,
           lambda desk: desk.session.loop is not None, lambda shell: shell.tag_region()),
    Action("tags.copy_before", "Copy tags from the song before", ("Ctrl+Shift+C",), Menu.TAGS,
           lambda desk: has_song(desk) and not desk.session.bulk,
           lambda shell: shell.song_before.copy(shell.desk)),
    Action("tags.new", "New tag…", ("Ctrl+N",), Menu.TAGS, has_library,
           lambda shell: shell.new_tag()),
)  # fmt: skip

MODEL_ACTIONS = (
    Action("model.learn", "Learn from my tags", ("Ctrl+T",), Menu.MODEL, can_learn,
           lambda shell: (shell.show_dock("learn"), shell.learning.start())),
    Action("model.cancel", "Stop learning", (), Menu.MODEL, can_learn,
           lambda shell: shell.learning.cancel()),
    Action("model.list", "Models", (), Menu.MODEL, has_library,
           lambda shell: shell.show_dock("models"), rule=True),
)  # fmt: skip

HELP_ACTIONS = (
    Action("help.keys", "Keys", ("F1",), Menu.HELP, always, lambda shell: shell.show_keys()),
    Action("help.messages", "Messages", (), Menu.HELP, always,
           lambda shell: shell.show_dock("messages")),
    Action("help.log", "Show the log file", (), Menu.HELP, always, lambda shell: shell.show_log()),
    Action("help.about", "About RhythmCap", (), Menu.HELP, always,
           lambda shell: shell.show_about(), rule=True),
)  # fmt: skip

ACTIONS: tuple[Action, ...] = (
    *FILE_ACTIONS, *EDIT_ACTIONS, *VIEW_ACTIONS, *PLAYBACK_ACTIONS, *TAG_ACTIONS, *MODEL_ACTIONS,
    *HELP_ACTIONS,
)  # fmt: skip

CHORD_KEYS: tuple[tuple[str, str], ...] = (
    ("letter, letter", "The category, then the tag: yes. The same again: not judged"),
    ("letter, Shift+letter", "The tag: no"),
    ("letter, Alt+letter", "The tag: unsure"),
    ("1 … 9, 0", "On a chip reached by Tab: how strongly it holds; 0 takes that back"),
    ("Esc", "Not this category after all (so does waiting two seconds)"),
)


def keys_of(action: Action, own: dict[str, str]) -> tuple[str, ...]:
    """The keys in force: the user's own in place of the defaults. own: action id -> key."""
    return (own[action.id],) if own.get(action.id) else action.keys


def key_table() -> str:
    """The README's table of keys, as Markdown."""
    rows = [f"| {', '.join(f'`{each}`' for each in action.keys)} | {action.text} |"
            for action in ACTIONS if action.keys]  # fmt: skip
    rows += [f"| {keys} | {text} |" for keys, text in CHORD_KEYS]
    return "\n".join(["| key | does |", "|---|---|", *rows])
