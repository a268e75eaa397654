"""The verb export: decisions as a table for a spreadsheet or a script."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from core.cli.context import open_library
from core.cli.terminal import Terminal, is_terminal
from core.exchange.decision_table import export_csv, write_csv
from core.printable import path_text

STDOUT = Path("-")


def export_decisions(options: argparse.Namespace, terminal: Terminal) -> int:
    """Write all decisions as a long table, with a dictionary of its columns beside it.

    To stdout ("-") goes the table alone; the dictionary is for a file.
    """
    path: Path = options.path
    with (
        open_library(options, terminal, allow_read_only=True) as library,
        terminal.job("Exporting") as job,
    ):
        if path == STDOUT:
            n_rows = write_csv(library, terminal.stdout(), job, for_eyes=is_terminal(sys.stdout))
        else:
            path = path.absolute()
            n_rows, dictionary = export_csv(library, path, job)
    if path != STDOUT:
        terminal.data(
            {"path": str(path), "rows": n_rows, "dictionary": str(dictionary)},
            [path_text(path), path_text(dictionary)],
        )
    terminal.say(f"{n_rows} decisions.")
    return 0
