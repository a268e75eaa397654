"""The verb export: decisions as a table for a spreadsheet or a script."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from core.atomic_files import is_stream
from core.cli.context import open_library
from core.cli.terminal import Terminal, counted, is_terminal
from core.errors import ExchangeError
from core.exchange.decision_table import export_csv, write_csv
from core.jobs import JobContext
from core.library.store import Library
from core.printable import path_text

STDOUT = Path("-")


def export_decisions(options: argparse.Namespace, terminal: Terminal) -> int:
    """Write all decisions as a long table, with a dictionary of its columns beside it.

    To stdout ("-"), a pipe or a device goes the table alone; the dictionary is for a file.
    """
    path: Path = options.path
    with (
        open_library(options, terminal, allow_read_only=True) as library,
        terminal.job("Exporting") as job,
    ):
        if path == STDOUT:
            n_rows = write_csv(library, terminal.stdout(), job, for_eyes=is_terminal(sys.stdout))
        elif is_stream(path):
            n_rows = _write_into(library, path, job)
        else:
            path = path.absolute()
            n_rows, dictionary = export_csv(library, path, job)
    if path != STDOUT and not is_stream(path):
        terminal.data(
            {"path": str(path), "rows": n_rows, "dictionary": str(dictionary)},
            [path_text(path), path_text(dictionary)],
        )
    terminal.say(f"{counted(n_rows, 'decision')}.")
    return 0


def _write_into(library: Library, path: Path, job: JobContext) -> int:
    """Write the table into a pipe or a device. Raises ExchangeError, Cancelled."""
    try:
        with path.open("w", encoding="utf-8", newline="") as stream:
            return write_csv(library, stream, job)
    except OSError as error:
        raise ExchangeError(
            "exchange.cannot_write", name=path.name, detail=str(error), path=path
        ) from error
