"""The verbs about song files that moved or exist twice: rescan, relocate, duplicates."""

from __future__ import annotations

import argparse
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from core.cli.changed_files import read_changed, replaced_json
from core.cli.context import feature_cache, open_library, rehearsed
from core.cli.terminal import Terminal, columns, counted
from core.errors import LibraryError
from core.library.edits.edits import JoinSongs, MoveFiles
from core.library.location_records import Move
from core.library.records import Song
from core.library.scan.duplicates import find_duplicates, group_duplicates
from core.library.scan.relocate import check_files, find_moved, plan_move, store_file_check
from core.library.scan.scan_records import Duplicate, MovePlan
from core.library.store import Library
from core.messages import message
from core.printable import path_text


def rescan(options: argparse.Namespace, terminal: Terminal) -> int:
    """Check which files exist; search missing ones, by their samples, in the folders given."""
    for folder in options.folders:
        if not folder.is_dir():
            raise LibraryError("cli.no_folder", folder=folder.absolute(), path=folder)
    with open_library(options, terminal) as library, terminal.job("Looking") as job:
        check = check_files(library.songs.locations(), job)
        with rehearsed(library, options):
            store_file_check(library, check)
            changed = read_changed(library, check.changed, terminal)
            moves = _follow_moved(library, options.folders, terminal)
            missing = [song for song in library.songs.locations() if song.missing]
    n_present = len(check.present) + len(changed.added) + len(changed.already) + len(moves)
    answer = {
        "here": n_present,
        "missing": [{"id": song.song_id, "path": str(song.path)} for song in missing],
        "found": [_move_json(move) for move in moves],
        "replaced": replaced_json(changed.replaced),
        "unplugged": [
            {"folder": str(folder), "songs": len(ids)} for folder, ids in check.unmounted
        ],
    }
    terminal.data(
        answer, [f"missing: {path_text(song.path)}" for song in missing] + _move_lines(moves)
    )
    for folder, ids in check.unmounted:
        terminal.say(
            f"{folder} is not there ({counted(len(ids), 'song')}): plug in its drive, or relocate."
        )
    terminal.say(f"{n_present} there, {len(moves)} found again, {len(missing)} missing.")
    return 0


def _follow_moved(
    library: Library, folders: Sequence[Path], terminal: Terminal
) -> tuple[Move, ...]:
    """Search the folders for the songs whose files do not exist, and store what is found."""
    locations = library.songs.locations()
    missing = [song for song in locations if not os.path.isfile(song.path)]
    if not (missing and folders):
        return ()
    missing_ids = {song.song_id for song in missing}
    known = [song.path for song in locations if song.song_id not in missing_ids]
    with terminal.job("Listening") as job:
        moves = find_moved(missing, known, folders, feature_cache(), job)
    if moves:
        library.do(MoveFiles(moves))
    return moves


def relocate(options: argparse.Namespace, terminal: Terminal) -> int:
    """Report which songs of OLD are found in NEW; with --yes, follow them there as one step."""
    old, new = options.old.absolute(), options.new.absolute()
    if not new.is_dir():
        raise LibraryError("cli.no_new_folder", folder=new, path=new)
    changes = options.yes and not options.dry_run
    with open_library(options, terminal, allow_read_only=not changes) as library:
        with terminal.job("Comparing") as job:
            plan = plan_move(library.songs.locations(), old, new, feature_cache(), job)
        is_applied = bool(changes and plan.moves)
        if is_applied:
            library.do(MoveFiles(plan.moves))
    terminal.data({**_plan_json(plan), "applied": is_applied}, _move_lines(plan.moves))
    for song in plan.absent:
        terminal.say(f"not there: {path_text(song.path)}")
    for song, path, reason in plan.different:
        terminal.say(f"not the same as {path_text(song.path)}: {path_text(path)}: {reason}")
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
    return columns([[path_text(move.old), "→", path_text(move.new.path)] for move in moves])


def duplicates(options: argparse.Namespace, terminal: Terminal) -> int:
    """List recordings in several files; --join joins those without conflicts."""
    with open_library(options, terminal, allow_read_only=not options.join) as library:
        songs = {row.song.id: row.song for row in library.songs.rows(library.songs.all_ids())}
        with terminal.job("Comparing") as job:
            pairs = find_duplicates(list(songs.values()), feature_cache(), job)
        with rehearsed(library, options):
            groups = _describe_groups(library, songs, pairs)
            for group in groups if options.join else []:
                if group["same"]:
                    _join(library, group)
    terminal.data(groups, [line for group in groups for line in _group_lines(group, options)])
    for group in groups if options.join else []:
        for conflict in group["conflicts"]:
            terminal.say("not joined: {path}: {tag} is {dropped} there, {kept} in the other"
                         .format_map(conflict))  # fmt: skip
    _say_how_many(groups, options, terminal)
    return 0


def _say_how_many(
    groups: list[dict[str, Any]], options: argparse.Namespace, terminal: Terminal
) -> None:
    n_joined = sum(len(group["joined"]) for group in groups)
    done = "would be" if options.dry_run else "was" if n_joined == 1 else "were"
    joined = f" {n_joined} {done} joined." * options.join
    n_same = sum(group["same"] for group in groups)
    are = "is" if n_same == 1 else "are"
    terminal.say(f"{counted(n_same, 'recording')} {are} there more than once.{joined}")
    if n_alike := len(groups) - n_same:
        terminal.say(f"Alike, but not in every half second, and so never joined: {n_alike}. "
                     "Listen to them; the window joins them, too.")  # fmt: skip


def _describe_groups(
    library: Library, songs: dict[int, Song], pairs: Sequence[Duplicate]
) -> list[dict[str, Any]]:
    """Describe the recordings that are there more than once, then songs that are only alike."""
    same = [pair for pair in pairs if pair.is_same]
    groups = list(group_duplicates(same))
    group_of = {song_id: ids for ids in groups for song_id in ids}
    alike = [
        pair
        for pair in pairs
        if not pair.is_same and pair.other_id not in group_of.get(pair.song_id, ())
    ]
    return [
        *(_describe_group(library, songs, ids, same) for ids in groups),
        *(_describe_group(library, songs, ids, alike) for ids in group_duplicates(alike)),
    ]


def _describe_group(
    library: Library, songs: dict[int, Song], ids: Sequence[int], pairs: Sequence[Duplicate]
) -> dict[str, Any]:
    first, *others = ids
    return {
        "songs": [{"id": song_id, "path": str(songs[song_id].path)} for song_id in sorted(ids)],
        "same": all(pair.is_same for pair in pairs),
        "likeness": min(pair.similarity for pair in pairs if pair.song_id in ids),
        "kept": first,
        "conflicts": [row for other in others for row in _conflicts(library, first, songs[other])],
        "joined": [],
    }


def _join(library: Library, group: dict[str, Any]) -> None:
    """Join the songs of a group that were not judged differently, as one step of undo."""
    differing = {conflict["id"] for conflict in group["conflicts"]}
    ids = [song["id"] for song in group["songs"]]
    first = group["kept"]
    group["joined"] = [other for other in ids if other != first and other not in differing]
    edits = [JoinSongs(first, other) for other in group["joined"]]
    library.do(*edits, label=message("edit.join_many"))


def _group_lines(group: dict[str, Any], options: argparse.Namespace) -> list[str]:
    paths = {song["id"]: path_text(Path(song["path"])) for song in group["songs"]}
    done = "would be joined" if options.dry_run else "joined"
    return [
        (" = " if group["same"] else " ≈ ").join(paths.values()),
        *(f"{done}: {paths[other]} → {paths[group['kept']]}" for other in group["joined"]),
    ]


def _conflicts(library: Library, song_id: int, other: Song) -> list[dict[str, Any]]:
    return [
        {
            "id": other.id,
            "path": str(other.path),
            "tag": library.codebook.tag(conflict.tag_id).name,
            "kept": str(conflict.kept),
            "dropped": str(conflict.dropped),
        }
        for conflict in library.annotations.conflicts(song_id, other.id)
    ]
