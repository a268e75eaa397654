"""Which library and which song are open."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from core.errors import LibraryUnwritable, RhythmCapError
from rhythmcap_gui.core_words import translated, words_of
from rhythmcap_gui.operations import lost, pictures, predicting
from rhythmcap_gui.operations import settings as preferences
from rhythmcap_gui.operations.desk import Desk

if TYPE_CHECKING:
    from core.library.records import Song
    from core.library.store import Library

RECENT = 8


def open_library(desk: Desk, path: Path) -> Library | None:
    """Open or create a library file, with its active model; None (and a message) on failure.

    What is open now stays open until the other one is.
    """
    former = desk.session.library
    if former is not None and former.path == path.absolute():
        close_library(desk)
    is_new = not path.exists()
    try:
        library = _open(desk, path)
    except RhythmCapError as error:
        desk.tell_error(error)
        return None
    close_library(desk)
    desk.session.open_library(library)
    if str(path) not in desk.session.settings.recent_libraries:
        _warn_of_its_place(desk, path)
    if is_new:
        _tell_of_copies(desk, path)
    recent = [str(path), *desk.session.settings.recent_libraries]
    preferences.change(desk, recent_libraries=tuple(dict.fromkeys(recent))[:RECENT])
    return library


def _open(desk: Desk, path: Path) -> Library:
    """For writing, or for reading where that cannot be. Raises LibraryError."""
    from core.library.store import Library, LibraryBusy

    annotator = desk.session.settings.annotator
    try:
        return Library.open(path, annotator=annotator)
    except (LibraryBusy, LibraryUnwritable) as error:
        if not path.exists():
            raise
        library = Library.open(path, read_only=True, annotator=annotator)
        remedy = _say("It was opened for reading: decisions cannot be made in this window.")
        desk.session.tell(words_of(error)[0], "warning", remedy=remedy, detail=error.detail)
        return library


def _warn_of_its_place(desk: Desk, path: Path) -> None:
    """The first time a library is opened: is it where another computer may write to it?"""
    from core.library.risky_places import REMEDY, risk_of

    if risk := risk_of(path):
        desk.session.tell(translated(risk), "warning", remedy=translated(REMEDY))


def _tell_of_copies(desk: Desk, path: Path) -> None:
    """A library was begun where there was one before: deleted by accident, perhaps."""
    from core.library.backup import list_backups

    if list_backups(path):
        text = _say("The library {} was not there; a new one was begun.").format(path.name)
        remedy = _say("File ▸ Restore… brings back one of its copies.")
        desk.session.tell(text, "warning", remedy=remedy)


def close_library(desk: Desk) -> None:
    """Close the open library; everything was stored already."""
    former = desk.session.library
    if former is not None:
        desk.player.unload()
        desk.session.open_library(None)
        former.close()


def open_song(desk: Desk, song_id: int | None, *, play: bool | None = None) -> Song | None:
    """Open a song: sound, then picture, then predictions; from the cache where they are there.

    play: start at once; None keeps the sound going if it was on (or as the settings say).
    """
    if song_id is None:
        desk.player.unload()
        desk.session.open_song(None)
        desk.watch_sound()
        return None
    was_playing = desk.player.state.playing
    song = desk.library.songs.get(song_id)
    desk.player.pause()
    desk.session.open_song(song)
    if song is None:
        return None
    heard = _load_sound(desk, song)
    pictures.show(desk)
    predicting.predict_open_song(desk)
    if not heard:
        return song
    if play or (play is None and (was_playing or desk.session.settings.autoplay)):
        desk.player.play()
    desk.watch_sound()
    return song


def _load_sound(desk: Desk, song: Song) -> bool:
    """Load the file into the player; a missing one is marked and said."""
    if not song.path.exists():
        lost.note_lost(desk, song.id)
        desk.session.tell(_say("{} is not there now.").format(song.path))
        desk.player.unload()
        return False
    try:
        desk.player.load(song.path)
    except RhythmCapError as error:
        desk.tell_error(error)
    return True


def _say(text: str) -> str:
    return QCoreApplication.translate("songs", text)


def use_annotator(desk: Desk) -> None:
    """Whose ear decides from now on, as the settings say; the open library shows his decisions."""
    from core.library.records import Changes

    library, settings = desk.session.library, desk.session.settings
    if library is None or library.read_only or not settings.annotator:
        return
    if library.annotators.current.name != settings.annotator:
        library.annotators.use(settings.annotator, settings.annotator_email)
        everything = frozenset(int(each) for each in library.songs.all_ids())
        desk.session.note_changes(Changes(songs=everything, library=True))
