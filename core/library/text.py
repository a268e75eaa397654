"""Texts as the library stores them: names, keys, paths, times.

Names are normalised and compared without case; notes and paths are kept to the letter.
"""

from __future__ import annotations

import unicodedata
from datetime import UTC, datetime
from pathlib import Path

from core.errors import LibraryError
from core.messages import message

LONGEST_NAME = 200

# A file name that is not valid UTF-8 reaches Python with lone surrogates, which no database
# stores. They move to a private plane on the way in and back on the way out.
_LONE, _PRIVATE = 0xDC80, 0x10DC80
_IN = {_LONE + i: chr(_PRIVATE + i) for i in range(128)}
_OUT = {_PRIVATE + i: chr(_LONE + i) for i in range(128)}


def utc_now() -> str:
    """Return the time, UTC, to the millisecond, as it is stored."""
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def stored_path(path: Path) -> str:
    """Write a path as the library stores it: absolute, valid Unicode whatever its bytes."""
    return str(path.absolute()).translate(_IN)


def path_from_stored(text: str) -> Path:
    """Read a stored path back as the system knows it."""
    return Path(text if text.isascii() else text.translate(_OUT))


def clean_name(name: str, what: str) -> str:
    """Normalise a name: NFC, single spaces. Control characters are refused.

    Raises LibraryError for an empty, over-long or unprintable one. what: "annotator", "category",
    "tag", "model" or "search", for the message.
    """
    noun = message(f"noun.{what}")
    tidy = " ".join(unicodedata.normalize("NFC", name).split())
    if not tidy:
        raise LibraryError("name.missing", noun=noun)
    if len(tidy) > LONGEST_NAME:
        raise LibraryError("name.too_long", noun=noun, n_letters=len(tidy), longest=LONGEST_NAME)
    if any(unicodedata.category(letter) in ("Cc", "Cs") for letter in tidy):
        raise LibraryError("name.unshowable", noun=noun)
    return tidy


def name_key(name: str) -> str:
    """Return what makes two names equal: NFKC, casefolded, single spaces."""
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


def storable(text: str) -> str:
    """Make a file's metadata storable: lone surrogates become the replacement character."""
    return text.encode("utf-8", "replace").decode("utf-8")


def clean_key(key: str) -> str:
    """Return a chord's letter in lower case; "" for none. Raises LibraryError for several."""
    key = key.strip().casefold()
    if len(key) > 1 or (key and not key.isalnum()):
        raise LibraryError("name.bad_key", key=key)
    return key


def choose_free_key(name: str, taken: set[str]) -> str:
    """Choose a key for a new name: its first free letter, else any free one, else ""."""
    candidates = name.casefold() + "abcdefghijklmnopqrstuvwxyz0123456789"
    return next((k for k in candidates if k.isascii() and k.isalnum() and k not in taken), "")
