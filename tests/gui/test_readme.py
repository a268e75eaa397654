"""What the README says of keys, searches and verbs is what the program does."""

from __future__ import annotations

import argparse
from pathlib import Path

from core.cli.parser import build_parser
from rhythmcap_gui.actions import key_table
from rhythmcap_gui.views.songs.search_help import search_table

README = Path(__file__).resolve().parents[2] / "README.md"


def test_the_table_of_keys_is_the_programs_own() -> None:
    assert key_table() in README.read_text(encoding="utf-8"), "run packaging/readme_tables.py"


def test_the_table_of_searches_is_the_programs_own() -> None:
    assert search_table() in README.read_text(encoding="utf-8"), "run packaging/readme_tables.py"


def test_every_verb_is_told() -> None:
    text = README.read_text(encoding="utf-8")
    assert [verb for verb in verbs_of(build_parser()) if f"`{verb}" not in text] == []
    for verb in ("models", "codebook"):
        rows = "".join(line for line in text.splitlines() if line.startswith(f"| `{verb} "))
        below = verbs_of(verbs_of(build_parser())[verb])
        assert [w for w in below if f"`{verb} {w}" not in rows and f"`{w}" not in rows] == [], verb


def verbs_of(parser: argparse.ArgumentParser) -> dict[str, argparse.ArgumentParser]:
    """Return the verbs of a parser by their names."""
    return next(
        dict(action.choices)
        for action in parser._actions
        if isinstance(action, argparse._SubParsersAction)
    )


def test_every_picture_of_the_readme_exists() -> None:
    words = README.read_text(encoding="utf-8").split("](")
    pictures = [word.split(")")[0] for word in words if word.split(")")[0].endswith(".png")]
    assert pictures
    assert [name for name in pictures if not (README.parent / name).exists()] == []
