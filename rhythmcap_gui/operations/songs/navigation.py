"""Which library and which song are open."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from core.errors import LibraryError, LibraryUnwritable, QueryError, RhythmCapError
from rhythmcap_gui.core_text import error_texts, translated
from rhythmcap_gui.languages import current_language
from rhythmcap_gui.local_paths import shown_path
from rhythmcap_gui.operations.context import AppContext
from rhythmcap_gui.operations.listening import pictures, playback
from rhythmcap_gui.operations.models import predicting
from rhythmcap_gui.operations.shell import preferences
from rhythmcap_gui.operations.songs import losses

if TYPE_CHECKING:
    from core.library.records import Song
    from core.library.store import Library

MAX_RECENT = 8


def is_new(path: Path) -> bool:
    """Whether opening this path would begin a library: neither it nor copies of it are there."""
    from core.library.recovery.backup import list_copies

    return not os.path.lexists(path) and not list_copies(path)


def is_library(path: Path) -> bool:
    """Whether a file that was dropped, or opened from the desktop, is a library."""
    from core.library.db.file_checks import starts_as_library

    return path.is_file() and starts_as_library(path)


def open_library(
    context: AppContext, path: Path, *, begin_anew: bool = False, codebook: Path | None = None
) -> Library | None:
    """Open or create a library file, with its active model; None (and a message) on failure.

    What is open now stays open until the other one is. begin_anew: a new one in spite of copies.
    codebook: the words a new one begins with, if not the thesis's.
    """
    former = context.session.library
    is_same = former is not None and former.path == path.absolute()
    if is_same and not close_library(context):
        return None
    from core.evaluation.held_out import use_held_out_scores

    try:
        library, why_reading = _open(context, path, begin_anew=begin_anew, codebook=codebook)
    except RhythmCapError as error:
        _tell_of_last_closing(context, path)
        context.show_error(error)
        return None
    if not close_library(context):
        library.close()
        return None
    library.search.use_language(current_language())
    use_held_out_scores(library)
    context.session.open_library(library, why_reading)
    _tell_of_last_closing(context, path)
    if str(path) not in context.session.settings.recent_libraries:
        _warn_of_risky_folder(context, path)
    for remark in library.database.remarks:
        context.session.notify(translated(remark), "warning")
    if library.losses.new:
        losses.tell_missing_commits(context, library.path, library.losses.new)
    recent = [str(path), *context.session.settings.recent_libraries]
    preferences.change(context, recent_libraries=tuple(dict.fromkeys(recent))[:MAX_RECENT])
    return library


def _open(
    context: AppContext, path: Path, *, begin_anew: bool, codebook: Path | None
) -> tuple[Library, str]:
    """For writing, or for reading where that cannot be, and why. Raises LibraryError."""
    from core.library.store import Library, LibraryBusy

    annotator = context.session.settings.annotator
    try:
        library = Library.open(path, annotator=annotator, begin_anew=begin_anew, codebook=codebook)
        return library, ""
    except (LibraryBusy, LibraryUnwritable) as error:
        if not os.path.exists(path):
            raise
        library = Library.open(path, read_only=True, annotator=annotator)
        return library, error_texts(error)[0]


def _warn_of_risky_folder(context: AppContext, path: Path) -> None:
    """Warn, the first time a library is opened, if another computer may write to its folder."""
    from core.library.recovery.risky_folders import folder_risk, risk_remedy

    if risk := folder_risk(path):
        context.session.notify(translated(risk), "warning", remedy=translated(risk_remedy()))


def close_library(context: AppContext, *, at_end: bool = False) -> bool:
    """Close the open library; everything was stored already.

    False, and it stays open, where another program has changed its file and what it holds can be
    kept nowhere. at_end: the window is gone, so it is kept wherever it can be, and the next one
    tells where.
    """
    former = context.session.library
    if former is None:
        return True
    if not at_end:
        context.leave_library()
    context.player.unload()
    context.session.open_library(None)
    try:
        kept = former.close(anywhere=at_end)
    except LibraryError as error:
        context.session.open_library(former)
        context.show_error(error)
        return False
    if kept is not None:
        _tell_kept(context, former.path, kept, at_end=at_end)
    return True


def _tell_kept(context: AppContext, library: Path, kept: Path, *, at_end: bool) -> None:
    from core.library.recovery.closing_notes import kept_message, note_kept

    if at_end:
        note_kept(library, kept)
    else:
        context.session.notify(translated(kept_message(library, kept)), "warning")


def _tell_of_last_closing(context: AppContext, path: Path) -> None:
    from core.library.recovery.closing_notes import take_notes

    for text in take_notes(path):
        context.session.notify(translated(text), "warning")


def open_song(
    context: AppContext,
    song_id: int | None,
    *,
    play: bool | None = None,
    begin: playback.Begin | None = None,
) -> Song | None:
    """Open a song: sound, then picture, then predictions; from the cache where they are cached.

    play: start at once; None keeps the sound going if it was on (or as the settings say). begin:
    where, if not with its first second.
    """
    context.leave_song(song_id)
    if song_id is None:
        context.player.unload()
        context.session.open_song(None)
        context.player_changed()
        return None
    song = context.library.songs.get(song_id)
    file_changed = song is not None and is_changed(context, song)
    is_playable = song is not None and not file_changed and os.path.exists(song.path)
    was_playing = context.player.state.playing
    wants_play = play or (play is None and (was_playing or context.session.settings.autoplay))
    if song is not None and is_playable:
        _start_sound(context, song.path, begin, play=bool(wants_play))
    else:
        context.player.pause()
    context.session.open_song(song, file_changed=file_changed)
    if song is None:
        return None
    context.plays_when_known = bool(wants_play) and not is_playable
    if is_playable:
        _show_begin(context, begin)
    else:
        _leave_silent(context, song)
    pictures.show(context)
    predicting.predict_open_song(context)
    if is_playable:
        context.player_changed()
    return song


def _start_sound(
    context: AppContext, path: Path, begin: playback.Begin | None, *, play: bool
) -> None:
    """Have the player begin, before all that is to be seen of a song takes its time."""
    context.player.load(path)
    if begin is not None and begin.loop is not None:
        context.player.set_loop(*begin.loop)
    elif begin is not None and begin.start_s:
        context.player.seek(begin.start_s)
    if play:
        context.player.play()


def _show_begin(context: AppContext, begin: playback.Begin | None) -> None:
    """Show where the open song begins to sound."""
    if begin is not None:
        context.session.set_loop(begin.loop)
        context.session.set_position(begin.start_s)


def open_from_elsewhere(context: AppContext, song_id: int, *, play: bool | None = None) -> None:
    """Open a song that was not chosen in the list, where it is to be seen selected.

    A search that leaves it out is given up: only what is seen selected can be judged. play: see
    open_song().
    """
    session = context.session
    if session.queue is not None:
        listed = song_id in session.queue.song_ids
    else:
        try:
            listed = song_id in context.library.search.ids(session.query)
        except QueryError:
            listed = False
    if not listed:
        session.set_queue(None)
        session.set_query("")
    open_song(context, song_id, play=play)


def is_changed(context: AppContext, song: Song) -> bool:
    """Whether the song's file is there, but perhaps with another sound than it had.

    Also where it was only touched: its bytes are compared elsewhere, a slow drive takes its time.
    """
    from core.audio.file_stats import FileStats
    from core.library.scan.relocate import untouched_owner

    if not os.path.isfile(song.path):
        return False
    if context.compared_files.get(song.path) == (song.id, FileStats.read(song.path)):
        return False
    return untouched_owner(context.library, song.path) != song.id


def _leave_silent(context: AppContext, song: Song) -> None:
    """Play nothing: a missing file is marked, with a message; one that has changed is compared."""
    if not context.session.file_changed:
        _mark_missing(context, song)
        context.session.notify(_tr("{} is not there now.").format(shown_path(song.path)))
    context.player.unload()


def _mark_missing(context: AppContext, song: Song) -> None:
    """Mark the song missing, or its whole folder (a drive?); nothing if that is known already."""
    from core.library.records import Changes
    from core.library.scan.relocate import check_files

    if context.session.is_missing(song):
        return
    unmounted = check_files(context.library.songs.locations(song.id - 1, 1)).unmounted
    if unmounted:
        context.session.missing_folders[song.id] = unmounted[0][0]
    elif not context.library.read_only:
        context.library.songs.mark_missing(song.id)
    context.session.apply_changes(Changes(songs=frozenset({song.id})))


def _tr(text: str) -> str:
    return QCoreApplication.translate("songs", text)


def choose_annotator(context: AppContext, name: str) -> None:
    """Make an annotator of the library the one of the settings, who decides from now on."""
    known = {annotator.name: annotator for annotator in context.library.annotators.list()}
    if name in known:
        preferences.change(context, annotator=name, annotator_email=known[name].email)


def use_annotator(context: AppContext) -> None:
    """Decide as the annotator of the settings from now on; the library shows their decisions."""
    from core.library.records import Changes

    library, settings = context.session.library, context.session.settings
    if library is None or library.read_only or not settings.annotator:
        return
    if library.annotators.current.name != settings.annotator:
        library.annotators.use(settings.annotator, settings.annotator_email)
        all_songs = frozenset(int(song_id) for song_id in library.songs.all_ids())
        context.session.apply_changes(Changes(songs=all_songs, library=True))
