"""The verbs that write tags into songs' own files and take that back: write-tags, revert-tags.

They show file by file what changes and ask, unless --yes is given.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import Any

from core.cli.context import open_library
from core.cli.terminal import Terminal, counted
from core.errors import UsageError
from core.exchange.file_tags.library_records import (
    LibraryRecords,
    settle_interrupted,
    writes_to_take_back,
)
from core.exchange.file_tags.planning import compare, shown_words, wanted_tags
from core.exchange.file_tags.tag_records import FileDiff, Skipped, WriteOptions, WrittenFile
from core.exchange.file_tags.tag_values import parse_mapping, read_mapping
from core.exchange.file_tags.taking_back import take_back
from core.exchange.file_tags.writing import write_file
from core.library.file_frames import FramesRow
from core.library.location_records import SongLocation
from core.library.store import Library
from core.messages import message
from core.printable import path_text

Outcome = WrittenFile | Skipped
NOTHING_DONE = "Nothing was written. Add --yes to do it."
NO_SONG = "No song of the library fits that search."


def write_tags(options: argparse.Namespace, terminal: Terminal) -> int:
    """Write chosen categories into files' fields. 0: done, or nothing to do; 1: some were not."""
    lines = [*(read_mapping(options.map) if options.map else []), *options.to]
    mapping = parse_mapping(lines)
    if not mapping:
        raise UsageError("cli.no_tag_fields")
    with open_library(options, terminal, allow_read_only=options.dry_run) as library:
        ids = _song_ids(library, options)
        if not options.dry_run:
            settle_interrupted(library, ids)
        diffs, skipped = _plan(library, ids, mapping, terminal)
        _show(terminal, [line for diff in diffs for line in _diff_lines(diff)])
        done = list[Outcome](skipped)
        if diffs and _agreed(options, terminal, f"Write {counted(len(diffs), 'file')}?"):
            records, how = LibraryRecords(library), WriteOptions(options.keep_times)
            with terminal.job("Writing") as job:
                for number, diff in enumerate(diffs):
                    job.report(number, len(diffs), diff.location.path.name)
                    done.append(write_file(diff, how, records, job))
    _answer(terminal, [_diff_json(diff) for diff in diffs], done)
    if not diffs and not skipped:
        terminal.say("The files say all of it already." if ids else NO_SONG)
    return _report(options, terminal, done, len(diffs))


def revert_tags(options: argparse.Namespace, terminal: Terminal) -> int:
    """Take back what was written into files. 0: done, or nothing to do; 1: some were not."""
    with open_library(options, terminal, allow_read_only=options.dry_run) as library:
        ids = _song_ids(library, options)
        if not options.dry_run:
            settle_interrupted(library, ids)
        writes = writes_to_take_back(library, ids)
        _show(terminal, [line for row, location in writes for line in _row_lines(row, location)])
        done = list[Outcome]()
        if writes and _agreed(options, terminal, f"Take back {counted(len(writes), 'change')}?"):
            done = _take_back(library, writes, terminal)
    _answer(terminal, [_row_json(row, location) for row, location in writes], done)
    if not writes:
        terminal.say("Nothing that was written is left to be taken back." if ids else NO_SONG)
    return _report(options, terminal, done, len(writes))


def _song_ids(library: Library, options: argparse.Namespace) -> list[int]:
    found = library.search.ids(options.query) if options.query else library.songs.all_ids()
    return [int(song_id) for song_id in found]


def _plan(
    library: Library, ids: Sequence[int], mapping: Sequence[tuple[str, str]], terminal: Terminal
) -> tuple[list[FileDiff], list[Skipped]]:
    diffs, skipped = list[FileDiff](), list[Skipped]()
    with terminal.job("Comparing") as job:
        for wanted in wanted_tags(library, ids, mapping, job):
            job.check()
            found = compare(wanted)
            if isinstance(found, FileDiff):
                diffs.append(found)
            elif found is not None:
                skipped.append(found)
    return diffs, skipped


def _take_back(
    library: Library, writes: Sequence[tuple[FramesRow, SongLocation]], terminal: Terminal
) -> list[Outcome]:
    """Take writes back, the newest first; of a file that could not be, no older one."""
    records, done, failed = LibraryRecords(library), list[Outcome](), set[int]()
    with terminal.job("Taking back") as job:
        for number, (row, location) in enumerate(writes):
            job.check()
            job.report(number, len(writes), location.path.name)
            if location.song_id in failed:
                continue
            outcome = take_back(row, location, job)
            if isinstance(outcome, WrittenFile):
                records.settle_back(row, outcome)
            else:
                failed.add(location.song_id)
            done.append(outcome)
    return done


def _agreed(options: argparse.Namespace, terminal: Terminal, question: str) -> bool:
    if options.dry_run:
        return False
    return options.yes or terminal.ask(f"{question} [y/N] ").casefold() in ("y", "yes")


def _show(terminal: Terminal, lines: Sequence[str]) -> None:
    """Print the diff; as JSON it comes with the answer."""
    if not terminal.as_json:
        terminal.data(None, lines)


def _answer(terminal: Terminal, files: list[dict[str, Any]], done: Sequence[Outcome]) -> None:
    if not terminal.as_json:
        return
    written = [outcome.location.song_id for outcome in done if isinstance(outcome, WrittenFile)]
    skipped = [
        {"id": outcome.song_id, "path": str(outcome.path), "reason": outcome.reason}
        for outcome in done
        if isinstance(outcome, Skipped)
    ]
    terminal.data({"files": files, "written": written, "skipped": skipped})


def _report(
    options: argparse.Namespace, terminal: Terminal, done: Sequence[Outcome], n_planned: int
) -> int:
    n_skipped = n_written = 0
    for outcome in done:
        if isinstance(outcome, Skipped):
            n_skipped += 1
            terminal.say(f"{path_text(outcome.path)}: not written, {outcome.reason}.")
        else:
            n_written += 1
            for field in outcome.left:
                path = path_text(outcome.location.path)
                terminal.say(f"{path}: {field} stays, another program has changed it since.")
    if options.dry_run:
        terminal.say(f"{counted(n_planned, 'file')} would be written, {n_skipped} not.")
    elif n_written or n_skipped:
        terminal.say(f"{n_written} written, {n_skipped} not.")
    if n_planned and not n_written:
        terminal.say("Nothing was changed: this is what would be." if options.dry_run
                     else NOTHING_DONE if not n_skipped else "")  # fmt: skip
    return 1 if n_skipped else 0


def _diff_lines(diff: FileDiff) -> list[str]:
    kept = f"{path_text(diff.location.path)}  ({diff.kind})"
    return [kept, *(_change_line(part.field, part.before, part.after) for part in diff.fields)]


def _row_lines(row: FramesRow, location: SongLocation) -> list[str]:
    before, after = row.before.get("fields", {}), row.after.get("fields", {})
    head = f"{path_text(location.path)}  ({row.before.get('codec', '')}, {row.written_at[:10]})"
    return [head, *(_change_line(field, after[field], before.get(field, ())) for field in after)]


def _change_line(field: str, before: Sequence[str], after: Sequence[str]) -> str:
    nothing = message("cli.nothing_there")
    old, new = (shown_words(tuple(values)) or nothing for values in (before, after))
    return f"    {field}: {old} → {new}"


def _diff_json(diff: FileDiff) -> dict[str, Any]:
    return {
        "id": diff.location.song_id,
        "path": str(diff.location.path),
        "kind": diff.kind,
        "fields": {
            part.field: {"before": list(part.before), "after": list(part.after)}
            for part in diff.fields
        },
    }


def _row_json(row: FramesRow, location: SongLocation) -> dict[str, Any]:
    before, after = row.before.get("fields", {}), row.after.get("fields", {})
    return {
        "id": location.song_id,
        "path": str(location.path),
        "kind": row.before.get("codec", ""),
        "fields": {
            field: {"before": values, "after": before.get(field, [])}
            for field, values in after.items()
        },
    }
