"""The verbs about song files that moved or exist twice: rescan, relocate, duplicates."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from core.cli.context import feature_cache, open_library
from core.cli.terminal import Terminal, columns
from core.errors import LibraryError
from core.library.edits.edits import JoinSongs, MoveFiles
from core.library.records import Move
from core.library.scan.duplicates import find_duplicates, group_duplicates
from core.library.scan.relocate import check_files, find_moved, plan_move, store_file_check
from core.library.scan.scan_records import MovePlan
from core.library.store import Library
from core.messages import message


def rescan(options: argparse.Namespace, terminal: Terminal) -> int:
    """Check which files exist; search missing ones, by their samples, in the folders given."""
    with open_library(options, terminal) as library, terminal.job("Looking") as job:
        check = check_files(library.songs.locations(), job)
        store_file_check(library, check)
        moves = _follow_moved(library, [Path(folder) for folder in options.folders], terminal)
        missing = [song for song in library.songs.locations() if song.missing]
    n_present = len(check.present) + len(moves)
    answer = {
        "here": n_present,
        "missing": [{"id": song.song_id, "path": str(song.path)} for song in missing],
        "found": [_move_json(move) for move in moves],
        "unplugged": [
            {"folder": str(folder), "songs": len(ids)} for folder, ids in check.unmounted
        ],
    }
    terminal.data(answer, [f"missing: {song.path}" for song in missing] + _move_lines(moves))
    for folder, ids in check.unmounted:
        terminal.say(f"{folder} is not there ({len(ids)} songs): plug in its drive, or relocate.")
    terminal.say(f"{n_present} are there, {len(moves)} found again, {len(missing)} missing.")
    return 0


def _follow_moved(library: Library, folders: list[Path], terminal: Terminal) -> tuple[Move, ...]:
    """Search the folders for the songs whose files do not exist, and store what is found."""
    locations = library.songs.locations()
    missing = [song for song in locations if not song.path.is_file()]
    if not (missing and folders):
        return ()
    for folder in folders:
        if not folder.is_dir():
            raise LibraryError("cli.no_folder", folder=folder, path=folder)
    missing_ids = {song.song_id for song in missing}
    known = [song.path for song in locations if song.song_id not in missing_ids]
    with terminal.job("Listening") as job:
        moves = find_moved(missing, known, folders, feature_cache(), job)
    if moves:
        library.do(MoveFiles(moves))
    return moves


def relocate(options: argparse.Namespace, terminal: Terminal) -> int:
    """Report which songs of OLD are found in NEW; with --yes, follow them there as one step."""
    if not options.new.is_dir():
        raise LibraryError("cli.no_new_folder", folder=options.new, path=options.new)
    with open_library(options, terminal, allow_read_only=not options.yes) as library:
        with terminal.job("Comparing") as job:
            locations = library.songs.locations()
            plan = plan_move(locations, options.old, options.new, feature_cache(), job)
        is_applied = bool(options.yes and plan.moves)
        if is_applied:
            library.do(MoveFiles(plan.moves))
    terminal.data({**_plan_json(plan), "applied": is_applied}, _move_lines(plan.moves))
    for song in plan.absent:
        terminal.say(f"not there: {song.path}")
    for song, path, reason in plan.different:
        terminal.say(f"not the same as {song.path}: {path}: {reason}")
    n_left = len(plan.absent) + len(plan.different)
    terminal.say(f"{len(plan.moves)} found, {n_left} not.")
    if plan.moves and not is_applied:
        terminal.say("Nothing was changed yet: add --yes to follow them.")
    return 0 if plan.moves else 1


def _plan_json(plan: MovePlan) -> dict[str, Any]:
    return {
        "found": [_move_json(move) for move in plan.moves],
        "absent": [{"id": song.song_id, "path": str(song.path)} for song in plan.absent],
        "other": [
            {"id": song.song_id, "path": str(path), "reason": reason}
            for song, path, reason in plan.different
        ],
    }


def _move_json(move: Move) -> dict[str, Any]:
    return {"id": move.song_id, "old": str(move.old), "new": str(move.new.path)}


def _move_lines(moves: tuple[Move, ...]) -> list[str]:
    return columns([[str(move.old), "→", str(move.new.path)] for move in moves])


def duplicates(options: argparse.Namespace, terminal: Terminal) -> int:
    """List recordings in several files; --join joins those without conflicts."""
    with open_library(options, terminal, allow_read_only=not options.join) as library:
        rows = library.songs.rows(library.songs.all_ids())
        with terminal.job("Comparing") as job:
            pairs = find_duplicates([row.song for row in rows], feature_cache(), job)
        paths = {row.song.id: str(row.song.path) for row in rows}
        answer = list[dict[str, Any]]()
        for first, *other_ids in group_duplicates(pairs):
            conflicts = {song_id: _conflicts(library, first, song_id) for song_id in other_ids}
            joined = [song_id for song_id in other_ids if options.join and not conflicts[song_id]]
            library.do(
                *(JoinSongs(first, song_id) for song_id in joined), label=message("edit.join_many")
            )
            group = {first, *other_ids}
            answer.append(
                {
                    "songs": [{"id": song_id, "path": paths[song_id]} for song_id in sorted(group)],
                    "likeness": min(pair.similarity for pair in pairs if pair.song_id in group),
                    "conflicts": [row for song_id in other_ids for row in conflicts[song_id]],
                    "joined": joined,
                }
            )
    lines = [" = ".join(song["path"] for song in recording["songs"]) for recording in answer]
    terminal.data(answer, lines)
    terminal.say(f"{len(answer)} recordings are there more than once.")
    return 0


def _conflicts(library: Library, song_id: int, other_id: int) -> list[dict[str, Any]]:
    return [
        {
            "id": other_id,
            "tag": library.codebook.tag(conflict.tag_id).name,
            "kept": str(conflict.kept),
            "dropped": str(conflict.dropped),
        }
        for conflict in library.annotations.conflicts(song_id, other_id)
    ]
