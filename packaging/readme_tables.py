"""Write the tables that come from the program into the README: the keys.

Run by `make screenshots`; a test fails when the README is out of date.
"""

from __future__ import annotations

from pathlib import Path

from rhythmcap_gui.actions import key_table

README = Path(__file__).resolve().parents[1] / "README.md"
BEGIN, END = "<!-- keys -->\n", "<!-- /keys -->"


def fill_tables(text: str) -> str:
    """Return the README with its table of keys up to date."""
    before, _, following = text.partition(BEGIN)
    _, _, after = following.partition(END)
    return f"{before}{BEGIN}{key_table()}\n{END}{after}"


def main() -> int:
    """Rewrite the README in place."""
    README.write_text(fill_tables(README.read_text(encoding="utf-8")), encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
