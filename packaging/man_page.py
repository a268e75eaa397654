"""Write packaging/rhythmcap.1, the man page, from the parser of the command line."""

from __future__ import annotations

from pathlib import Path

from core.cli.man_page import man_page

PAGE = Path(__file__).with_name("rhythmcap.1")

if __name__ == "__main__":
    PAGE.write_text(man_page(), encoding="utf-8")
