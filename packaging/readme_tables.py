"""Write the tables that come from the program into the README: keys, and what a search finds.

Run by `make screenshots`; a test fails when the README is out of date.
"""

from __future__ import annotations

from pathlib import Path

from rhythmcap_gui.actions import key_table
from rhythmcap_gui.views.songs.search_help import search_table

README = Path(__file__).resolve().parents[1] / "README.md"
TABLES = {"keys": key_table, "search": search_table}  # between <!-- keys --> and <!-- /keys -->


def fill_tables(text: str) -> str:
    """Return the README with its tables up to date."""
    for name, table in TABLES.items():
        before, _, following = text.partition(f"<!-- {name} -->\n")
        _, _, after = following.partition(f"<!-- /{name} -->")
        text = f"{before}<!-- {name} -->\n{table()}\n<!-- /{name} -->{after}"
    return text


def main() -> int:
    """Rewrite the README in place."""
    README.write_text(fill_tables(README.read_text(encoding="utf-8")), encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
