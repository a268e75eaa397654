"""Files that hold other sounds than their songs': read, stored and told, by several verbs."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from core.cli.context import feature_cache
from core.cli.song_names import find_song, song_at
from core.cli.terminal import Terminal
from core.errors import LibraryError
from core.library.location_records import SongLocation
from core.library.records import Song
from core.library.scan.importer import ImportResult, import_songs
from core.library.scan.relocate import check_files, store_file_check
from core.library.scan.scan_records import Replaced
from core.library.store import Library
from core.printable import path_text


def read_changed(library: Library, paths: Sequence[Path], terminal: Terminal) -> ImportResult:
    """Read files that were songs' and are others now, store what they hold, and say it."""
    if not paths:
        return ImportResult()
    with terminal.job("Reading changed files") as job:
        result = import_songs(library, paths, feature_cache(), job=job)
    say_replaced(result.replaced, terminal)
    for failure in result.failed:
        terminal.say(
            f"{path_text(failure.path.absolute())}: {failure.reason} {failure.remedy}".rstrip()
        )
    return result


def settle_files(
    library: Library, locations: Sequence[SongLocation], terminal: Terminal
) -> ImportResult:
    """Look at songs' files before work on them: read those that may hold other sounds now."""
    if library.read_only:
        return ImportResult()
    check = check_files(locations)
    store_file_check(library, check)
    return read_changed(library, check.changed, terminal)


def song_in_file(library: Library, song: Song, terminal: Terminal) -> Song | None:
    """Return the song whose sound a song's file holds now; None if it cannot be stored."""
    locations = library.songs.locations(song.id - 1, 1)
    if locations[0].file.still_at(song.path) is not None:
        return song
    settle_files(library, locations, terminal)
    found = library.songs.by_path(song.path)
    return found if found and not found.missing_since and not library.read_only else None


def song_to_change(library: Library, text: str, terminal: Terminal, *, dry_run: bool) -> Song:
    """Find the song that is to be written to; a path means the sound that its file holds now.

    dry_run: nothing may be stored. Raises UsageError, LibraryError.
    """
    song = find_song(library, text, terminal, writes=True)
    if song_at(library, text) != song or not song.path.is_file():
        return song
    if dry_run:
        (location,) = library.songs.locations(song.id - 1, 1)
        if location.file.still_at(song.path) is None:
            raise LibraryError("cli.file_differs_rehearsed", path=song.path)
        return song
    now = song_in_file(library, song, terminal)
    if now is None:
        raise LibraryError("cli.file_differs", path=song.path)
    return now


def say_replaced(replaced: Sequence[Replaced], terminal: Terminal) -> None:
    """Say which songs' files hold another sound, or the whole of what was half a song."""
    for song in replaced:
        name = path_text(song.path.absolute())
        if song.whole:
            terminal.say(f"{name}: the rest has arrived; the decisions are on the whole song now.")
        else:
            terminal.say(
                f"{name} holds another sound now, added as a song of its own ({song.new_id}); song"
                f" {song.song_id} keeps its decisions and is missing."
            )


def replaced_json(replaced: Sequence[Replaced]) -> list[dict[str, Any]]:
    """Write them for --json."""
    return [
        {
            "id": song.song_id,
            "new": song.new_id,
            "path": str(song.path.absolute()),
            "joined": song.whole,
        }
        for song in replaced
    ]


def say_links(links: Sequence[Path], terminal: Terminal) -> None:
    """Say how many links were passed over, as they lead out of the folders."""
    if links:
        n_links = "1 link leads" if len(links) == 1 else f"{len(links)} links lead"
        terminal.say(f"{n_links} out of the folder; not followed (--follow-links follows).")
    for link in links:
        terminal.explain(f"not followed: {path_text(link)}")
