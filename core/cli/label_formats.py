"""The verb formats: what can be read and written, and what does not survive it."""

from __future__ import annotations

import argparse

from core.cli.terminal import Terminal, columns
from core.exchange.format_records import LabelFormat, Target
from core.exchange.format_registry import FORMATS
from core.messages import message


def list_formats(_options: argparse.Namespace, terminal: Terminal) -> int:
    """List all formats: their names, files, directions and losses."""
    table = [
        [form.name, form.label, _suffixes(form), "in" if form.read else "",
         "out" if form.write else "", "; ".join(_losses(form))]
        for form in FORMATS
    ]  # fmt: skip
    in_json = [
        {
            "name": form.name,
            "title": form.label,
            "suffixes": list(form.suffixes),
            "is_folder": form.target is Target.FOLDER,
            "in": form.read is not None,
            "out": form.write is not None,
            "purpose": message(form.purpose) if form.purpose else "",
            "lost": _losses(form),
        }
        for form in FORMATS
    ]
    terminal.data(in_json, columns(table))
    terminal.say("Last column: what does not survive being written and read back.")
    return 0


def _suffixes(form: LabelFormat) -> str:
    suffixes = " ".join(form.suffixes)
    return f"folder of {suffixes}" if form.target is Target.FOLDER else suffixes


def _losses(form: LabelFormat) -> list[str]:
    return [message(id) for id in form.lost]
