"""What the README says of keys is what the program does."""

from __future__ import annotations

from pathlib import Path

from rhythmcap_gui.actions import key_table
from rhythmcap_gui.views.songs.search_help import search_table

README = Path(__file__).resolve().parents[2] / "README.md"


def test_the_table_of_keys_is_the_programs_own() -> None:
    assert key_table() in README.read_text(encoding="utf-8"), "run packaging/readme_tables.py"


def test_the_table_of_searches_is_the_programs_own() -> None:
    assert search_table() in README.read_text(encoding="utf-8"), "run packaging/readme_tables.py"


def test_every_picture_of_the_readme_exists() -> None:
    words = README.read_text(encoding="utf-8").split("](")
    pictures = [word.split(")")[0] for word in words if word.split(")")[0].endswith(".png")]
    assert pictures
    assert [name for name in pictures if not (README.parent / name).exists()] == []
