"""The verb export: decisions for a spreadsheet, a script, a colleague."""

from __future__ import annotations

import argparse

from core.cli.context import open_library
from core.cli.terminal import Terminal
from core.exchange.tables import export_csv


def export(options: argparse.Namespace, terminal: Terminal) -> int:
    """All decisions as a long table, with a dictionary of its columns beside it."""
    with (
        open_library(options, terminal, reads=True) as library,
        terminal.job("Exporting") as job,
    ):
        n_rows, dictionary = export_csv(library, options.path, job)
    terminal.data(
        {"path": str(options.path), "rows": n_rows, "dictionary": str(dictionary)},
        [str(options.path), str(dictionary)],
    )
    terminal.say(f"{n_rows} decisions.")
    return 0
