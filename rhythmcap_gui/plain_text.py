"""Text from outside is shown as it is written: never as rich text, never with a mnemonic in it.

Qt takes a title like `<img src="file:///…">` for rich text and reads the picture. Here every label
and tooltip is plain (app_style.py) unless it was made rich on purpose, and what is put into it was
escaped there.
"""

from __future__ import annotations

import textwrap
from functools import lru_cache

from core.audio.dates import year_of
from core.printable import one_line

__all__ = ["as_heading", "literal", "one_line", "tip_text", "typed_year", "without_markup"]

TIP_CHARS = 84  # a plain tooltip is as wide as its longest line


def as_heading(name: str) -> str:
    """Return the name of a category as it stands over its tags: with a capital."""
    return name[:1].upper() + name[1:]


def literal(text: str) -> str:
    """Return a text as a button, a menu or a form takes it whose `&` stands for itself."""
    return text.replace("&", "&&")


def without_markup(text: str) -> str:
    """Return a text for the desktop's own notifications, which may read tags in it as HTML."""
    return text.replace("<", "‹")


def tip_text(lines: list[str]) -> str:
    """Return the lines of a tooltip; long ones go on in the next line."""
    return "\n".join(_wrapped(line) for line in lines)


@lru_cache(maxsize=256)
def _wrapped(line: str) -> str:
    """Wrap a line; the same ones are shown anew at every decision."""
    return "\n".join(textwrap.wrap(line, TIP_CHARS))


def typed_year(text: str) -> int | None:
    """Return the year that a user typed in any form that is understood in files; None for none."""
    return year_of(text)
