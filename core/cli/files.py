"""The verbs about files that moved or are there twice: rescan, relocate, duplicates."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from core.cli.context import feature_cache, open_library
from core.cli.terminal import Terminal, columns
from core.errors import LibraryError
from core.library.edits.edits import JoinSongs, MoveFiles
from core.library.records import Move
from core.library.scan import duplicates as twins
from core.library.scan.relocate import (
    MovePlan,
    find_lost,
    look,
    note_sighting,
    plan_move,
)
from core.library.store import Library


def rescan(options: argparse.Namespace, terminal: Terminal) -> int:
    """See which files are there; look for lost ones, by their sound, in the folders given."""
    with open_library(options, terminal) as library, terminal.job("Looking") as job:
        sighting = look(library.songs.locations(), job)
        note_sighting(library, sighting)
        moves = _search(library, [Path(each) for each in options.folders], terminal)
        missing = [place for place in library.songs.locations() if place.missing]
    answer = {
        "here": len(sighting.here) + len(moves),
        "missing": [{"id": each.song_id, "path": str(each.path)} for each in missing],
        "found": [_move(each) for each in moves],
        "unplugged": [
            {"folder": str(folder), "songs": len(ids)} for folder, ids in sighting.unplugged
        ],
    }
    terminal.data(answer, [f"missing: {each.path}" for each in missing] + _arrows(moves))
    for folder, ids in sighting.unplugged:
        terminal.say(f"{folder} is not there ({len(ids)} songs): plug in its drive, or relocate.")
    terminal.say(f"{answer['here']} are there, {len(moves)} found again, {len(missing)} missing.")
    return 0


def _search(library: Library, folders: list[Path], terminal: Terminal) -> tuple[Move, ...]:
    places = library.songs.locations()
    lost = [place for place in places if not place.path.is_file()]
    if not (lost and folders):
        return ()
    for folder in folders:
        if not folder.is_dir():
            raise LibraryError(
                f"There is no folder {folder}.", remedy="Check its name and its drive.", path=folder
            )
    gone = {place.song_id for place in lost}
    known = [place.path for place in places if place.song_id not in gone]
    with terminal.job("Listening") as job:
        moves = find_lost(lost, known, folders, feature_cache(), job)
    if moves:
        library.do(MoveFiles(moves))
    return moves


def relocate(options: argparse.Namespace, terminal: Terminal) -> int:
    """Say which songs of OLD are found in NEW; with --yes, follow them there as one step."""
    if not options.new.is_dir():
        raise LibraryError(
            f"There is no folder {options.new}.", remedy="Check its name.", path=options.new
        )
    with open_library(options, terminal, reads=not options.yes) as library:
        with terminal.job("Comparing") as job:
            plan = plan_move(
                library.songs.locations(), options.old, options.new, feature_cache(), job
            )
        applied = bool(options.yes and plan.moves)
        if applied:
            library.do(MoveFiles(plan.moves))
    terminal.data({**_plan(plan), "applied": applied}, _arrows(plan.moves))
    for place in plan.absent:
        terminal.say(f"not there: {place.path}")
    for place, path, reason in plan.other:
        terminal.say(f"not the same as {place.path}: {path}: {reason}")
    n_left = len(plan.absent) + len(plan.other)
    terminal.say(f"{len(plan.moves)} found, {n_left} not.")
    if plan.moves and not applied:
        terminal.say("Nothing was changed yet: add --yes to follow them.")
    return 0 if plan.moves else 1


def _plan(plan: MovePlan) -> dict[str, Any]:
    return {
        "found": [_move(each) for each in plan.moves],
        "absent": [{"id": each.song_id, "path": str(each.path)} for each in plan.absent],
        "other": [
            {"id": place.song_id, "path": str(path), "reason": reason}
            for place, path, reason in plan.other
        ],
    }


def _move(move: Move) -> dict[str, Any]:
    return {"id": move.song_id, "old": str(move.old), "new": str(move.new.path)}


def _arrows(moves: tuple[Move, ...]) -> list[str]:
    return columns([[str(move.old), "→", str(move.new.path)] for move in moves])


def duplicates(options: argparse.Namespace, terminal: Terminal) -> int:
    """List recordings that are there in several files; --join joins those without conflicts."""
    with open_library(options, terminal, reads=not options.join) as library:
        rows = library.songs.rows(library.songs.all_ids())
        with terminal.job("Comparing") as job:
            pairs = twins.duplicates([row.song for row in rows], feature_cache(), job)
        paths = {row.song.id: str(row.song.path) for row in rows}
        answer = list[dict[str, Any]]()
        for first, *others in twins.groups(pairs):
            clashes = {each: _clashes(library, first, each) for each in others}
            joined = [each for each in others if options.join and not clashes[each]]
            library.do(*(JoinSongs(first, each) for each in joined), label="Join songs")
            group = {first, *others}
            answer.append(
                {
                    "songs": [{"id": each, "path": paths[each]} for each in sorted(group)],
                    "likeness": min(each.likeness for each in pairs if each.song_id in group),
                    "conflicts": [clash for each in others for clash in clashes[each]],
                    "joined": joined,
                }
            )
    terminal.data(answer, [" = ".join(song["path"] for song in each["songs"]) for each in answer])
    terminal.say(f"{len(answer)} recordings are there more than once.")
    return 0


def _clashes(library: Library, song_id: int, other_id: int) -> list[dict[str, Any]]:
    return [
        {
            "id": other_id,
            "tag": library.codebook.tag(each.tag_id).name,
            "kept": str(each.kept),
            "dropped": str(each.dropped),
        }
        for each in library.annotations.conflicts(song_id, other_id)
    ]
