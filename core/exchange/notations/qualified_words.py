"""A tag behind its category, `rhythm: kick`, as lists and labels of other programs show it.

In a category, colons and backslashes have a backslash before them; so has a special beginning.
"""

from __future__ import annotations

import re

CATEGORY_END = ": "
_CATEGORY_AND_NAME = re.compile(r"((?:\\.|[^\\])*?): (.*)", re.DOTALL)
_ESCAPED = re.compile(r"\\([:\\*=@+?-])")


def qualified(category: str, name: str, specials: tuple[str, ...] = ()) -> str:
    """Write a tag behind its category. specials: how a category's text must not begin."""
    text = category.replace("\\", "\\\\").replace(":", "\\:")
    begin = "\\" if text.startswith(specials) else ""
    return f"{begin}{text}{CATEGORY_END}{name}"


def split_qualified(text: str) -> tuple[str, str] | None:
    """Return (category, name); None where no category is named."""
    found = _CATEGORY_AND_NAME.fullmatch(text)
    return (_ESCAPED.sub(r"\1", found[1].strip()), found[2].strip()) if found else None
