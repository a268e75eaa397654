"""The verb export: decisions as a table for a spreadsheet or a script."""

from __future__ import annotations

import argparse

from core.cli.context import open_library
from core.cli.terminal import Terminal
from core.exchange.decision_table import export_csv


def export_decisions(options: argparse.Namespace, terminal: Terminal) -> int:
    """Write all decisions as a long table, with a dictionary of its columns beside it."""
    with (
        open_library(options, terminal, allow_read_only=True) as library,
        terminal.job("Exporting") as job,
    ):
        n_rows, dictionary = export_csv(library, options.path, job)
    terminal.data(
        {"path": str(options.path), "rows": n_rows, "dictionary": str(dictionary)},
        [str(options.path), str(dictionary)],
    )
    terminal.say(f"{n_rows} decisions.")
    return 0
