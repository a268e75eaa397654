"""The verbs about songs: import, songs, tag, demo."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from core.cli.context import feature_cache, find_song, open_library
from core.cli.terminal import Terminal, columns, expand_stdin
from core.durations import clock_text
from core.errors import LibraryError, QueryError
from core.library.edits.edits import AddTag, Judge, RestIsNo
from core.library.records import SongRow, State
from core.library.scan.importer import import_songs as import_files
from core.library.scan.scan_records import Failure
from core.library.store import Library
from core.messages import message

SIGNS = {"+": State.YES, "-": State.NO, "?": State.UNSURE, "=": None}
SIGN_OF = {State.YES: "+", State.NO: "-", State.UNSURE: "?"}
PAGE = 500


def import_songs(options: argparse.Namespace, terminal: Terminal) -> int:
    """Add files and folders. 1 if there was something to add and nothing could be read."""
    paths = [Path(path) for path in expand_stdin(options.paths)]
    with open_library(options, terminal) as library, terminal.job("Importing") as job:
        result = import_files(library, paths, feature_cache(), job=job)
    answer = {
        "added": _paths(options, terminal, result.added),
        "already": _paths(options, terminal, result.already),
        "failed": [_failure_json(failure) for failure in result.failed],
    }
    terminal.data(
        answer,
        [
            f"{failure.path}: {failure.reason} {failure.remedy}".rstrip()
            for failure in result.failed
        ],
    )
    n_failed = len(result.failed)
    terminal.say(f"{len(result.added)} added, {len(result.already)} there already.")
    if n_failed:
        terminal.say(f"{n_failed} could not be read.")
    for warning in result.warned:
        terminal.say(f"{warning.path.name}: {warning.reason}")
    return 1 if n_failed and not (result.added or result.already) else 0


def _paths(options: argparse.Namespace, terminal: Terminal, ids: tuple[int, ...]) -> list[str]:
    with open_library(options, terminal, allow_read_only=True) as library:
        songs = [library.songs.get(song_id) for song_id in ids]
    return [str(song.path) for song in songs if song]


def _failure_json(failure: Failure) -> dict[str, str]:
    return {"path": str(failure.path), "reason": f"{failure.reason} {failure.remedy}".strip()}


def list_songs(options: argparse.Namespace, terminal: Terminal) -> int:
    """List songs with their decisions."""
    with open_library(options, terminal, allow_read_only=True) as library:
        ids = library.search.ids(options.query, options.order, options.descending)
        names = {tag.id: tag.name for tag in library.codebook.tags(include_retired=True)}
        rows: list[SongRow] = []
        for first in range(0, len(ids), PAGE):
            rows += library.songs.rows(ids[first : first + PAGE])
    table = [
        [str(row.song.id), row.song.title, row.song.artist, str(row.song.year or ""),
         clock_text(row.song.duration_s, hours=False), _decisions_text(row, names)]
        for row in rows
    ]  # fmt: skip
    terminal.data([_song_json(row, names) for row in rows], columns(table, frozenset({0, 3, 4})))
    terminal.say(f"{len(rows)} songs.")
    return 0


def _song_json(row: SongRow, names: dict[int, str]) -> dict[str, Any]:
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


def _decisions_text(row: SongRow, names: dict[int, str]) -> str:
    return " ".join(
        SIGN_OF[state] + names[tag] for tag, state in row.states.items() if tag in names
    )


def tag_song(options: argparse.Namespace, terminal: Terminal) -> int:
    """Set decisions on tags of one song, as one step of undo."""
    decisions = [_parse_decision(text) for text in options.decisions]
    with open_library(options, terminal) as library:
        song = find_song(library, options.song)
        edits: list[AddTag | Judge] = list(_new_tags(library, decisions)) if options.new else []
        library.do(*edits, label=message("edit.new_tags")) if edits else None
        judgements = [Judge(song.id, _tag_id(library, name), state) for name, state in decisions]
        library.do(*judgements, *_rest(options, library, judgements))
        names = {tag.id: tag.name for tag in library.codebook.tags(include_retired=True)}
        (row,) = library.songs.rows([song.id])
    terminal.data(_song_json(row, names), [f"{row.song.title}: {_decisions_text(row, names)}"])
    return 0


def _rest(options: argparse.Namespace, library: Library, judgements: list[Judge]) -> list[RestIsNo]:
    """Make the edit that says no to the rest: of the categories of these tags, or of all."""
    if not judgements or not (options.rest_no or options.rest_no_all):
        return []
    of = {library.codebook.tag(judged.tag_id).category_id for judged in judgements}
    tags = [tag for tag in library.codebook.tags() if options.rest_no_all or tag.category_id in of]
    return [RestIsNo((judgements[0].song_id,), tuple(tag.id for tag in tags))]


def _parse_decision(text: str) -> tuple[str, State | None]:
    sign, name = text[:1], text[1:].strip()
    if sign not in SIGNS or not name:
        raise QueryError("cli.no_decision", text=text)
    return name, SIGNS[sign]


def _tag_id(library: Library, name: str) -> int:
    tag = library.codebook.find(name)
    if tag is None:
        raise LibraryError("cli.no_tag", name=name)
    return tag.id


def _new_tags(library: Library, decisions: list[tuple[str, State | None]]) -> list[AddTag]:
    """Make edits that add unknown tags to the last category."""
    category = library.codebook.categories()[-1]
    names = dict.fromkeys(name for name, _ in decisions if library.codebook.find(name) is None)
    return [AddTag(name, category.id) for name in names]


def demo(options: argparse.Namespace, terminal: Terminal) -> int:
    """Compose the demo songs and their tagged library."""
    from core.demo.demo_library import build_demo

    with terminal.job("Composing") as job:
        library = build_demo(options.folder, job)
    songs = sorted(str(path) for path in (options.folder / "songs").glob("*.flac"))
    terminal.data({"library": str(library), "songs": songs}, [str(library)])
    terminal.say(f"{len(songs)} songs. Look at them: rhythmcap --library {library}")
    return 0
