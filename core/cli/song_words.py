"""The verbs about songs' words: words shows and sets them, read-words reads the files' again.

Words are title, artists, album and year, as in the window: the user's own come before the file's.
"""

from __future__ import annotations

import argparse
from typing import Any

from core.audio.artists import join_artists
from core.cli.changed_files import song_to_change
from core.cli.context import feature_cache, open_library, rehearsed
from core.cli.song_names import find_song
from core.cli.song_verbs import ALL_WORDS
from core.cli.terminal import Terminal, counted, expand_stdin
from core.errors import UsageError
from core.library.edits.edits import Edit, ForgetWords, SetWords
from core.library.records import Song
from core.library.scan.file_words import only_new_words, read_words, store_words
from core.library.songs import SONG_WORDS
from core.library.store import Library
from core.messages import message
from core.printable import path_text

PAGE = 500


def words(options: argparse.Namespace, terminal: Terminal) -> int:
    """Show songs' words, the user's own marked; set or forget own words as one step of undo."""
    changes = bool(_wanted(options) or options.clear)
    with open_library(options, terminal, allow_read_only=not changes) as library:
        names = expand_stdin(options.songs)
        found = [
            song_to_change(library, name, terminal, dry_run=options.dry_run)
            if changes
            else find_song(library, name, terminal)
            for name in names
        ]
        ids = tuple(dict.fromkeys(song.id for song in found))
        with rehearsed(library, options):
            edits = _edits(options, ids)
            library.do(*edits, label=edits[0].title(library)) if edits else None
            songs = [row.song for row in library.songs.rows(ids)]
            known = [words_json(library, song) for song in songs]
    lines = [line for song, facts in zip(songs, known, strict=True) for line in _lines(song, facts)]
    terminal.data(known, lines)
    if changes and options.dry_run:
        terminal.say("Nothing was changed: this is what would be.")
    return 0


def _wanted(options: argparse.Namespace) -> dict[str, str | int | None]:
    """Return the words that are to be set, by their names."""
    wanted: dict[str, str | int | None] = {
        "title": options.title,
        "artist": None if options.artist is None else join_artists(options.artist),
        "album": options.album,
    }
    wanted = {name: word for name, word in wanted.items() if word is not None}
    return wanted if options.year is None else {**wanted, "year": options.year or None}


def _edits(options: argparse.Namespace, ids: tuple[int, ...]) -> list[Edit]:
    """Make the edits that are asked for. Raises UsageError for what contradicts itself."""
    wanted = _wanted(options)
    names = SONG_WORDS if ALL_WORDS in options.clear else tuple(dict.fromkeys(options.clear))
    both = [name for name in wanted if name in names]
    if both:
        raise UsageError("cli.set_and_clear", word=both[0])
    if "title" in wanted and len(ids) > 1:
        raise UsageError("cli.one_title", n_songs=len(ids))
    edits = list[Edit]()
    if wanted:
        edits.append(SetWords(ids, tuple(wanted.items())))
    if names:
        edits.append(ForgetWords(ids, names))
    return edits


def shown_words_json(song: Song) -> dict[str, Any]:
    """Describe which song it is, by the words that are shown of it."""
    return {
        "id": song.id,
        "path": str(song.path),
        "title": song.title,
        "artist": song.artist,
        "artists": list(song.artists),
        "album": song.album,
        "year": song.year,
    }


def words_json(library: Library, song: Song) -> dict[str, Any]:
    """Describe a song's words: those shown, which are the user's, and what its file says."""
    return {
        **shown_words_json(song),
        "own_words": [name for name in SONG_WORDS if name in song.own_words],
        "file_words": library.songs.file_words(song.id),
    }


def _lines(song: Song, facts: dict[str, Any]) -> list[str]:
    lines = [f"{song.id}  {path_text(song.path)}"]
    for name in SONG_WORDS:
        word, of_file = facts[name], facts["file_words"].get(name)
        mark = ""
        if name in facts["own_words"]:
            source = f"the file says {of_file}" if of_file else "the file says nothing"
            mark = f"  (yours; {source})"
        lines.append(f"  {name + ':':8}{'–' if word in ('', None) else word}{mark}")
    return lines


def read_words_again(options: argparse.Namespace, terminal: Terminal) -> int:
    """Read what songs' files say of themselves now; own words stay what is shown."""
    with open_library(options, terminal) as library:
        songs = library.songs
        names = expand_stdin(options.songs)
        found = [find_song(library, name, terminal, writes=True).id for name in names]
        locations = songs.locations_of(found) if options.songs else songs.locations()
        with terminal.job("Reading") as job:
            read = only_new_words(library, read_words(locations, feature_cache(), job))
            job.report(1, 1)
        with rehearsed(library, options):
            ids = sorted(store_words(library, read).songs)
            changed = _changed(library, ids)
        paths = {location.song_id: location.path for location in locations}
    answer = {
        "changed": changed,
        "missing": [{"id": song, "path": str(paths[song])} for song in read.missing],
        "different": [{"id": song, "path": str(paths[song])} for song in read.different],
    }
    terminal.data(answer, [_changed_line(facts) for facts in changed])
    for song in read.missing:
        terminal.say(f"cannot be read: {path_text(paths[song])}")
    for song in read.different:
        terminal.say(f"holds another sound now, stays as it was: {path_text(paths[song])}")
    has = "would have" if options.dry_run else "has" if len(changed) == 1 else "have"
    terminal.say(f"{len(changed)} of {counted(len(locations), 'song')} {has} new words.")
    return 1 if locations and len(read.missing) == len(locations) else 0


def _changed(library: Library, ids: list[int]) -> list[dict[str, Any]]:
    known = list[dict[str, Any]]()
    for first in range(0, len(ids), PAGE):
        rows = library.songs.rows(ids[first : first + PAGE])
        known += [words_json(library, row.song) for row in rows]
    return known


def _changed_line(facts: dict[str, Any]) -> str:
    of_file = facts["file_words"]
    parts = (str(of_file[name]) for name in SONG_WORDS if of_file.get(name))
    own = f"  (yours: {', '.join(facts['own_words'])})" if facts["own_words"] else ""
    return f"{facts['id']}  {' · '.join(parts) or message('cli.no_file_words')}{own}"
