"""Puts the tables that are made from the program into the README: the keys.

Run by `make screenshots`; a test fails when the README is out of date.
"""

from __future__ import annotations

from pathlib import Path

from rhythmcap_gui.actions import key_table

README = Path(__file__).resolve().parents[1] / "README.md"
BEGIN, END = "<!-- keys -->\n", "<!-- /keys -->"


def filled(text: str) -> str:
    """The README with its table of keys up to date."""
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}{key_table()}\n{END}{after}"


def main() -> int:
    """Rewrite the README in place."""
    README.write_text(filled(README.read_text(encoding="utf-8")), encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
