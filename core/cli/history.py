"""The verbs undo and redo: the last change of the library taken back, or done again.

The history is the library's own: what was done in the window yesterday is undone here, too.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable

from core.cli.context import open_library, rehearsed
from core.cli.terminal import Terminal, counted
from core.errors import LibraryError
from core.library.records import Changes
from core.library.store import Library

UNDONE, REDONE = "undone", "redone"

Step = Callable[[Library], tuple[str, Changes] | None]


def undo(options: argparse.Namespace, terminal: Terminal) -> int:
    """Take back the last change; 1 if there is none."""
    return _step(options, terminal, Library.undo, UNDONE)


def redo(options: argparse.Namespace, terminal: Terminal) -> int:
    """Do again what was taken back last; 1 if there is nothing."""
    return _step(options, terminal, Library.redo, REDONE)


def _step(options: argparse.Namespace, terminal: Terminal, step: Step, done: str) -> int:
    with open_library(options, terminal) as library:
        with rehearsed(library, options):
            result = step(library)
        if result is None:
            raise LibraryError("cli.nothing_undone" if done == UNDONE else "cli.nothing_redone")
        label, changes = result
        answer = {
            done: label,
            "songs": sorted(changes.songs),
            "next_undo": library.undo_label(),
            "next_redo": library.redo_label(),
            "dry_run": options.dry_run,
        }
    would = "would be " if options.dry_run else ""
    terminal.data(answer, [f"{would}{done}: {label}"])
    terminal.say(f"{counted(len(changes.songs), 'song')}.")
    return 0
