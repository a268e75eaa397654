"""The verbs about songs: import, songs, tag, demo."""

from __future__ import annotations

import argparse
import os
from pathlib import Path
from typing import Any

from core.cli.changed_files import replaced_json, say_links, say_replaced, song_to_change
from core.cli.context import (
    feature_cache,
    open_library,
    rehearsed,
    use_new_annotator,
)
from core.cli.song_words import shown_words_json
from core.cli.terminal import Terminal, columns, counted, expand_stdin
from core.durations import clock_text
from core.errors import UsageError
from core.library.edits.edits import AddTag, Judge, RestIsNo
from core.library.records import SongRow, State
from core.library.scan.importer import import_songs as import_files
from core.library.scan.scan_records import Failure, ScanOptions
from core.library.scan.scanning import find_unchanged
from core.library.scan.sound_files import find_sound_files
from core.library.search.query_parser import parse_query
from core.library.store import Library
from core.messages import message
from core.printable import path_from_text, path_text

SIGNS = {"+": State.YES, "-": State.NO, "?": State.UNSURE, "=": None}
SIGN_OF = {State.YES: "+", State.NO: "-", State.UNSURE: "?"}
PAGE = 500


def import_songs(options: argparse.Namespace, terminal: Terminal) -> int:
    """Add files and folders. 1 if one that was named is missing, or nothing could be read."""
    paths = [path_from_text(path).absolute() for path in expand_stdin(options.paths)]
    if options.dry_run:
        return _list_new(options, terminal, paths)
    with open_library(options, terminal) as library, terminal.job("Importing") as job:
        scan_options = ScanOptions(follow_links=options.follow_links)
        result = import_files(library, paths, feature_cache(), job=job, options=scan_options)
    answer: dict[str, list[Any]] = {
        "added": _paths(options, terminal, result.added),
        "already": _paths(options, terminal, result.already),
        "failed": [failure_json(failure) for failure in result.failed],
        "replaced": replaced_json(result.replaced),
        "links": [str(link) for link in result.links],
        "remarks": [failure_json(remark) for remark in result.warned],
    }
    terminal.data(
        answer,
        [
            f"{path_text(failure.path.absolute())}: {failure.reason} {failure.remedy}".rstrip()
            for failure in result.failed
        ],
    )
    n_failed = len(result.failed)
    terminal.say(f"{len(result.added)} added, {len(result.already)} there already.")
    if n_failed:
        terminal.say(f"{n_failed} could not be read.")
    say_replaced(result.replaced, terminal)
    say_links(result.links, terminal)
    if result.warned:
        terminal.say(f"{len(result.warned)} read with a remark:")
    for remark in result.warned:
        terminal.say(f"{path_text(remark.path.absolute())}: {remark.reason}")
    for path in answer["added"]:
        terminal.explain(f"added: {path}")
    named = {failure.path.absolute() for failure in result.failed} & set(paths)
    is_gone = any(not os.path.lexists(path) for path in named)
    return 1 if is_gone or (n_failed and not (result.added or result.already)) else 0


def _list_new(options: argparse.Namespace, terminal: Terminal, paths: list[Path]) -> int:
    """Say which files would be read: those that are not in the library as they are now."""
    with open_library(options, terminal, allow_read_only=True) as library:
        known = library.songs.known_files()
    with terminal.job("Looking") as job:
        found = find_sound_files(paths, follow_links=options.follow_links, job=job)
        new = [path.absolute() for path in found.files if find_unchanged(path, known) is None]
        job.report(1, 1)
    terminal.data(
        {
            "new": [str(path) for path in new],
            "already": len(found.files) - len(new),
            "links": [str(link) for link in found.links],
        },
        [path_text(path) for path in new],
    )
    n_already = len(found.files) - len(new)
    terminal.say(f"{counted(len(new), 'file')} would be read, {n_already} there already.")
    say_links(found.links, terminal)
    for folder in found.closed:
        terminal.say(f"{path_text(folder.absolute())} cannot be opened.")
    return 0


def _paths(options: argparse.Namespace, terminal: Terminal, ids: tuple[int, ...]) -> list[str]:
    with open_library(options, terminal, allow_read_only=True) as library:
        songs = [library.songs.get(song_id) for song_id in ids]
    return [str(song.path) for song in songs if song]


def failure_json(failure: Failure) -> dict[str, str]:
    """Return a file that could not be read, as JSON has it."""
    path = str(failure.path.absolute())
    return {"path": path, "reason": f"{failure.reason} {failure.remedy}".strip()}


def list_songs(options: argparse.Namespace, terminal: Terminal) -> int:
    """List songs with their decisions."""
    with open_library(options, terminal, allow_read_only=True) as library:
        query = parse_query(options.query, is_finished=True)
        ids = library.search.ids(query, options.order, options.descending)
        names = {tag.id: tag.name for tag in library.codebook.tags(include_retired=True)}
        rows: list[SongRow] = []
        remarks: dict[int, tuple[str, ...]] = {}
        for first in range(0, len(ids), PAGE):
            page = [int(song_id) for song_id in ids[first : first + PAGE]]
            rows += library.songs.rows(page)
            remarks |= library.remarks.of_songs(page)
    table = [
        [str(row.song.id), row.song.title, row.song.artist, str(row.song.year or ""),
         clock_text(row.song.duration_s, hours=False), _decisions_text(row, names)]
        for row in rows
    ]  # fmt: skip
    in_json = [
        {**_song_json(row, names), "remarks": list(remarks.get(row.song.id, ()))} for row in rows
    ]
    terminal.data(in_json, columns(table, frozenset({0, 3, 4})))
    terminal.say(f"{counted(len(rows), 'song')}.")
    return 0


def _song_json(row: SongRow, names: dict[int, str]) -> dict[str, Any]:
    song = row.song
    return {
        **shown_words_json(song),
        "own_words": list(song.own_words),
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
        song = song_to_change(library, options.song, terminal, dry_run=options.dry_run)
        with rehearsed(library, options):
            use_new_annotator(library, options, terminal)
            edits = _new_tags(library, decisions) if options.new else []
            library.do(*edits, label=message("edit.new_tags")) if edits else None
            judgements = [Judge(song.id, _tag_id(library, name), to) for name, to in decisions]
            library.do(*judgements, *_rest(options, library, judgements))
            names = {tag.id: tag.name for tag in library.codebook.tags(include_retired=True)}
            (row,) = library.songs.rows([song.id])
    title = row.song.display_title
    terminal.data(_song_json(row, names), [f"{title}: {_decisions_text(row, names)}"])
    if options.dry_run:
        terminal.say("Nothing was changed: this is what would be.")
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
        raise UsageError("cli.no_decision", text=text)
    return name, SIGNS[sign]


def _tag_id(library: Library, name: str) -> int:
    tag = library.codebook.find(name)
    if tag is None:
        raise UsageError("cli.no_tag", name=name)
    return tag.id


def _new_tags(library: Library, decisions: list[tuple[str, State | None]]) -> list[AddTag]:
    """Make edits that add unknown tags to the last category."""
    category = library.codebook.categories()[-1]
    names = dict.fromkeys(name for name, _ in decisions if library.codebook.find(name) is None)
    return [AddTag(name, category.id) for name in names]


def demo(options: argparse.Namespace, terminal: Terminal) -> int:
    """Compose the demo songs and their tagged library."""
    from core.demo.demo_library import build_demo

    folder: Path = options.folder.absolute()
    with terminal.job("Composing") as job:
        library = build_demo(folder, job)
    songs = sorted(str(path) for path in (folder / "songs").glob("*.flac"))
    terminal.data({"library": str(library), "songs": songs}, [path_text(library)])
    terminal.say(f"{counted(len(songs), 'song')}. Look at them: rhythmcap --library {library}")
    return 0
