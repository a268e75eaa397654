"""Text that a screen and a table can take: control signs escaped, file names written reversibly.

A file name is any bytes. Python holds those that are no UTF-8 as lone surrogates (PEP 383), which
neither a terminal nor a file can take. Rich text is not escaped here: that is the window's.
"""

from __future__ import annotations

import json
import os
import re
from pathlib import Path
from typing import Any
from urllib.parse import quote_from_bytes, unquote_to_bytes

# Control signs, what ends a line or turns the direction of writing, and lone surrogates.
_SIGNS = r"\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff"
_UNPRINTABLE = re.compile(rf"[\x00-\x1f{_SIGNS}]")
_UNPRINTABLE_IN_JSON = re.compile(f"[{_SIGNS}]")  # JSON escapes the others itself
_SHORT = {"\n": r"\n", "\r": r"\r", "\t": r"\t"}
_FILE = "file://"
_FIRST_BYTE, _LAST_BYTE = 0xDC80, 0xDCFF  # the lone surrogates that stand for one byte


def printable(text: str) -> str:
    r"""Escape what a screen would obey or could not show, as \n, \x1b, \xe9 or \u202e."""
    return text if text.isprintable() else _UNPRINTABLE.sub(_escape, text)


def one_line(text: str) -> str:
    """Return a text as a field to edit can show it: on one line, without control signs."""
    return _UNPRINTABLE.sub("", " ".join(text.split()))


def _escape(found: re.Match[str]) -> str:
    sign, code = found[0], ord(found[0])
    if _FIRST_BYTE <= code <= _LAST_BYTE:
        code -= 0xDC00
    return _SHORT.get(sign) or (f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}")


def json_text(value: Any, *, indent: int | None = 1) -> str:
    r"""Write JSON in which every string is exact and every sign printable; on one line for None.

    A byte of a file name that is no UTF-8 is written \udc80 to \udcff, which json.loads() turns
    into the name that open() takes.
    """
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    return _UNPRINTABLE_IN_JSON.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def path_text(path: Path) -> str:
    """Write an absolute path on one line of plain text: as it is, or else as a file: address.

    path_from_text() reads either back, to the byte.
    """
    text = str(path)
    return f"{_FILE}{quote_from_bytes(os.fsencode(text))}" if _UNPRINTABLE.search(text) else text


def path_from_text(text: str) -> Path:
    """Read a path as a user, a desktop or path_text() wrote it; ~ is the home folder."""
    if text.startswith(f"{_FILE}/"):
        text = os.fsdecode(unquote_to_bytes(text.removeprefix(_FILE)))
        if os.name == "nt":
            text = text.lstrip("/")
        return Path(text)
    try:
        return Path(text).expanduser()
    except RuntimeError:  # a name that begins with ~ and is no user's
        return Path(text)
