"""The verb restore: the copies and former files of a library, and putting one in its place."""

from __future__ import annotations

import argparse
from pathlib import Path

from core.cli.terminal import Terminal, columns, counted
from core.errors import CopyDamaged, UsageError
from core.library.db.file_checks import ensure_library_path
from core.library.recovery.backup import Backup, list_copies, read_contents
from core.library.recovery.restoring import RestoreResult, next_whole_copy, restore_backup
from core.library.store import Library
from core.paths import folders
from core.printable import path_from_text, path_text

UNREADABLE = "cannot be read"


def restore(options: argparse.Namespace, terminal: Terminal) -> int:
    """List what can be restored; with a number or a file put that in the library's place.

    The library that is there is kept beside it. --new begins an empty one where none is there.
    Raises LibraryError, UsageError.
    """
    library = (options.library or folders().library_file).absolute()
    ensure_library_path(library)
    copies = list_copies(library)
    if options.new:
        Library.open(library, begin_anew=True).close()
        terminal.data({"library": str(library)}, [path_text(library)])
        return 0
    if options.copy is None:
        return _list(copies, terminal)
    copy = _find(options.copy, copies)
    result = _restore(library, copy, options.repair, terminal)
    answer = {
        "library": str(library), "from": str(copy), "with_log": result.with_log,
        "repaired": result.repaired,
        "kept": str(result.former) if result.former else None,
        "log": str(result.log) if result.log else None, "lost": result.loss.sentences(),
    }  # fmt: skip
    terminal.data(answer, [path_text(library)])
    added = ", with the later changes of its log" if result.with_log else ""
    read = "what can be read of " if result.repaired else ""
    terminal.say(f"Restored from {read}{path_text(copy)}{added}.")
    for sentence in result.loss.sentences():
        terminal.say(sentence)
    if result.former is not None:
        terminal.say(f"The former file is kept: {path_text(result.former)}")
    if result.log is not None:
        terminal.say(f"The log that lay there is kept: {path_text(result.log)}")
    return 0


def _restore(library: Path, copy: Path, repairing: bool, terminal: Terminal) -> RestoreResult:
    """Restore a copy; of a damaged one say which is the next whole one. Raises LibraryError."""
    try:
        return restore_backup(library, copy, repairing=repairing)
    except CopyDamaged:
        whole = next_whole_copy(library, copy)
        if whole is not None:
            moment, path = _moment(whole.made_at), path_text(whole.path)
            terminal.say(f"The newest whole copy is of {moment}: {path}")
        raise


def _list(copies: tuple[Backup, ...], terminal: Terminal) -> int:
    """Print the copies, numbered from 1, the newest first. 1 if there is none."""
    answer, rows = [], []
    for number, copy in enumerate(copies, start=1):
        held = read_contents(copy)
        answer.append(
            {
                "number": number, "path": str(copy.path), "made_at": copy.made_at,
                "why": copy.reason_text, "songs": held.n_songs, "decisions": held.n_decisions,
            }
        )  # fmt: skip
        counts = (
            f"{counted(held.n_songs or 0, 'song')}, {counted(held.n_decisions or 0, 'decision')}"
        )
        shown = UNREADABLE if held.n_songs is None else counts
        rows.append(
            [str(number), _moment(copy.made_at), shown, copy.reason_text, path_text(copy.path)]
        )
    terminal.data(answer, columns(rows))
    terminal.say("`rhythmcap restore NUMBER` restores one." if copies else "There is no copy.")
    return 0 if copies else 1


def _find(text: str, copies: tuple[Backup, ...]) -> Path:
    if text.isdecimal():
        number = int(text)
        if not 0 < number <= len(copies):
            raise UsageError("cli.no_copy", number=number, n=len(copies))
        return copies[number - 1].path
    path = path_from_text(text).absolute()
    if not path.is_file():
        raise UsageError("cli.no_copy_file", file=path, path=path)
    return path


def _moment(made_at: str) -> str:
    """Write a moment of a copy's name as people do; its clock is UTC."""
    day, _, clock = made_at.partition("T")
    return f"{day[:4]}-{day[4:6]}-{day[6:]} {clock[:2]}:{clock[2:4]}"
