"""Which song a word of the command line names: an id, a path, a title, or a search for reading.

A verb that writes takes no guess: whatever is less than a whole name is asked about, or refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from core.cli.terminal import Terminal
from core.errors import LibraryError, QueryError, UsageError
from core.folding import fold
from core.library.records import Song
from core.library.search.query import InField, quoted
from core.library.store import Library
from core.printable import path_from_text, path_text

MAX_LISTED = 5
MAX_MATCHES = 100
PAGE = 500
LARGEST_ID = 2**63 - 1  # of SQLite
TITLE = "title:"
_DASH = re.compile(r"\s+[-–—]\s+")
_BELOW_ZERO = re.compile(r"[-−–]\d+")


def find_song(library: Library, text: str, terminal: Terminal, *, writes: bool = False) -> Song:
    """Find a song by id, path, title:TITLE, whole title or "artist - title"; ask where several fit.

    Only for reading (not writes) a search that finds one song names it, too. Raises UsageError
    where none fits, or several do and nobody answers.
    """
    title = text.removeprefix(TITLE)
    if title != text:
        return _only_one(_titled(library, title), title, terminal)
    if text.isascii() and text.isdecimal():
        return _find_number(library, text, terminal)
    song = song_at(library, text)
    if song is not None:
        return song
    named = _titled(library, text) or _by_artist_and_title(library, text)
    if named:
        return _only_one(named, text, terminal)
    near = [] if _BELOW_ZERO.fullmatch(text) else _search(library, quoted(text))
    if near and writes:
        return _choose(near, text, terminal, "cli.near_songs")
    return _only_one(near, text, terminal)


def song_at(library: Library, text: str) -> Song | None:
    """Find the song last seen at a path; None where a text names none."""
    path = path_from_text(text).absolute()
    return library.songs.by_path(path) or library.songs.by_path(path.resolve())


def _find_number(library: Library, text: str, terminal: Terminal) -> Song:
    """Find a song by its id; a title that is the same number is asked about."""
    number = int(text)
    song = library.songs.get(number) if number <= LARGEST_ID else None
    titled = [other for other in _titled(library, text) if other != song]
    if song is not None and not titled:
        return song
    by_path = song_at(library, text)
    if by_path is not None and song is None:
        return by_path
    found = [*([song] if song is not None else []), *titled]
    if not found:
        raise UsageError("cli.no_song", text=text)
    return _choose(found, text, terminal, "cli.title_is_number")


def _only_one(matches: list[Song], text: str, terminal: Terminal) -> Song:
    if not matches:
        raise UsageError("cli.no_song", text=text)
    return (
        matches[0] if len(matches) == 1 else _choose(matches, text, terminal, "cli.several_songs")
    )


def _choose(matches: list[Song], text: str, terminal: Terminal, problem: str) -> Song:
    """Ask which song is meant. Raises UsageError where nobody answers with an id."""
    ids = ", ".join(f"{match.id} {match.display_title}" for match in matches[:MAX_LISTED])
    if len(matches) > MAX_LISTED:
        ids += " …"
    error = UsageError(problem, n=len(matches), text=text, ids=ids)
    lines = [f"  {match.id}  {match.display_title}, {path_text(match.path)}" for match in matches]
    question = "\n".join([error.message, *lines[:MAX_LISTED], "Which id? "])
    answer = terminal.ask(question)
    chosen = next((match for match in matches if str(match.id) == answer), None)
    if chosen is None:
        raise error
    return chosen


def _titled(library: Library, title: str) -> list[Song]:
    """Return the songs whose whole title it is, as a search compares."""
    wanted = _folded(title)
    return [song for song in _all(library, title) if wanted and _folded(song.title) == wanted]


def _by_artist_and_title(library: Library, text: str) -> list[Song]:
    """Return the songs that "artist - title" names, wherever the dash between them stands."""
    found = dict[int, Song]()
    for dash in _DASH.finditer(text):
        artist = _folded(text[: dash.start()])
        for song in _titled(library, text[dash.end() :]):
            if artist in (_folded(song.artist), *map(_folded, song.artists)):
                found[song.id] = song
    return list(found.values())


def _folded(text: str) -> str:
    return " ".join(fold(text).split())


def _all(library: Library, title: str) -> Iterator[Song]:
    ids = library.search.ids(InField("title", title, exact=True)) if title.strip() else ()
    for first in range(0, len(ids), PAGE):
        yield from (row.song for row in library.songs.rows(ids[first : first + PAGE]))


def _search(library: Library, query: str) -> list[Song]:
    try:
        ids = library.search.ids(query)
    except (QueryError, LibraryError):
        return []
    return [row.song for row in library.songs.rows(ids[:MAX_MATCHES])]
