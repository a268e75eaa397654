"""The verbs about songs: import, songs, tag."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from core.cli.context import feature_cache, open_library, the_song
from core.cli.terminal import Terminal, columns, named
from core.durations import clock_text
from core.errors import LibraryError, QueryError
from core.library.edits.codebook_changes import AddTag
from core.library.edits.decisions import Judge
from core.library.records import SongRow, State
from core.library.scan.importer import import_songs
from core.library.scan.scan_records import Failure
from core.library.store import Library

SIGNS = {"+": State.YES, "-": State.NO, "?": State.UNSURE, "=": None}
SHOWN_AS = {State.YES: "+", State.NO: "-", State.UNSURE: "?"}
PAGE = 500


def import_(options: argparse.Namespace, terminal: Terminal) -> int:
    """Add files and folders. 1 if there was something to add and nothing could be read."""
    paths = [Path(each) for each in named(options.paths)]
    with open_library(options, terminal) as library, terminal.job("Importing") as job:
        result = import_songs(library, paths, feature_cache(), job=job)
    answer = {
        "added": _paths(options, terminal, result.added),
        "already": _paths(options, terminal, result.already),
        "failed": [_failure(each) for each in result.failed],
    }
    terminal.data(
        answer,
        [f"{each.path}: {each.reason} {each.remedy}".rstrip() for each in result.failed],
    )
    n_failed = len(result.failed)
    terminal.say(f"{len(result.added)} added, {len(result.already)} there already.")
    if n_failed:
        terminal.say(f"{n_failed} could not be read.")
    for each in result.warned:
        terminal.say(f"{each.path.name}: {each.reason}")
    return 1 if n_failed and not (result.added or result.already) else 0


def _paths(options: argparse.Namespace, terminal: Terminal, ids: tuple[int, ...]) -> list[str]:
    with open_library(options, terminal, reads=True) as library:
        songs = [library.songs.get(each) for each in ids]
    return [str(song.path) for song in songs if song]


def _failure(each: Failure) -> dict[str, str]:
    return {"path": str(each.path), "reason": f"{each.reason} {each.remedy}".strip()}


def songs(options: argparse.Namespace, terminal: Terminal) -> int:
    """List songs with their decisions."""
    with open_library(options, terminal, reads=True) as library:
        ids = library.search.ids(options.query, options.order, options.descending)
        names = {tag.id: tag.name for tag in library.codebook.tags(include_retired=True)}
        rows: list[SongRow] = []
        for first in range(0, len(ids), PAGE):
            rows += library.songs.rows(ids[first : first + PAGE])
    table = [
        [str(row.song.id), row.song.title, row.song.artist, str(row.song.year or ""),
         clock_text(row.song.duration_s, hours=False), _said(row, names)]
        for row in rows
    ]  # fmt: skip
    terminal.data([_as_json(row, names) for row in rows], columns(table, frozenset({0, 3, 4})))
    terminal.say(f"{len(rows)} songs.")
    return 0


def _as_json(row: SongRow, names: dict[int, str]) -> dict[str, Any]:
    song = row.song
    return {
        "id": song.id,
        "path": str(song.path),
        "title": song.title,
        "artist": song.artist,
        "album": song.album,
        "year": song.year,
        "duration_s": song.duration_s,
        "audio_hash": song.audio_hash,
        "missing": song.missing_since is not None,
        "tags": {names[tag]: str(state) for tag, state in row.states.items() if tag in names},
    }


def _said(row: SongRow, names: dict[int, str]) -> str:
    return " ".join(
        SHOWN_AS[state] + names[tag] for tag, state in row.states.items() if tag in names
    )


def tag(options: argparse.Namespace, terminal: Terminal) -> int:
    """Decide on some tags of one song, as one undo."""
    wanted = [_wanted(each) for each in options.decisions]
    with open_library(options, terminal) as library:
        song = the_song(library, options.song)
        edits: list[AddTag | Judge] = list(_new_tags(library, wanted)) if options.new else []
        library.do(*edits, label="New tags") if edits else None
        judged = [Judge(song.id, _tag_id(library, name), state) for name, state in wanted]
        library.do(*judged)
        names = {each.id: each.name for each in library.codebook.tags(include_retired=True)}
        (row,) = library.songs.rows([song.id])
    terminal.data(_as_json(row, names), [f"{row.song.title}: {_said(row, names)}"])
    return 0


def _wanted(text: str) -> tuple[str, State | None]:
    sign, name = text[:1], text[1:].strip()
    if sign not in SIGNS or not name:
        raise QueryError(
            f"“{text}” is no decision.",
            remedy="Write +tag for yes, -tag for no, '?tag' for unsure, =tag for not judged.",
        )
    return name, SIGNS[sign]


def _tag_id(library: Library, name: str) -> int:
    found = library.codebook.find(name)
    if found is None:
        raise LibraryError(
            f"There is no tag “{name}”.", remedy="Check its spelling, or add --new to make it."
        )
    return found.id


def _new_tags(library: Library, wanted: list[tuple[str, State | None]]) -> list[AddTag]:
    """The tags that are not there yet, put into the last category."""
    category = library.codebook.categories()[-1]
    names = dict.fromkeys(name for name, _ in wanted if library.codebook.find(name) is None)
    return [AddTag(name, category.id) for name in names]
