"""Texts as the library stores them: names, keys, paths, times.

Names are normalised and compared without case; notes and paths are kept to the letter.
"""

from __future__ import annotations

import os
import re
import unicodedata
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path

from core.errors import UnusableName
from core.messages import message

LONGEST_NAME = 200
NAMES_KEPT = 4096  # a model's words and a codebook's are looked up at every decision

# A file name's bytes that are not valid UTF-8 reach Python as lone surrogates, which no database
# stores. They move to a private plane on the way in and back on the way out; a letter of that
# plane itself goes in as its bytes, so that no two names are stored alike.
_LONE, _PRIVATE = 0xDC80, 0x10DC80
_IN = {_LONE + i: chr(_PRIVATE + i) for i in range(128)} | {
    _PRIVATE + i: "".join(chr(_PRIVATE - 0x80 + byte) for byte in chr(_PRIVATE + i).encode())
    for i in range(128)
}
_OUT = {_PRIVATE + i: chr(_LONE + i) for i in range(128)}
_LONE_BYTE = re.compile("[\udca0-\udcff]")  # 80 to 9f are control signs in Latin-1


def utc_now() -> str:
    """Return the time, UTC, to the millisecond, as it is stored."""
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def stored_path(path: Path) -> str:
    """Write a path as the library stores it: absolute, valid Unicode whatever its bytes."""
    text = str(path.absolute())
    if not text.isascii():
        text = os.fsencode(text).decode("utf-8", "surrogateescape").translate(_IN)
    return text


def path_from_stored(text: str) -> Path:
    """Read a stored path back as the system knows it."""
    if not text.isascii():
        text = os.fsdecode(text.translate(_OUT).encode("utf-8", "surrogateescape"))
    return Path(text)


def clean_name(name: str, what: str) -> str:
    """Normalise a name: NFC, single spaces. Control characters are refused.

    Raises UnusableName for an empty, over-long or unprintable one. what: "annotator", "category",
    "tag", "model" or "search", for the message.
    """
    noun = message(f"noun.{what}")
    tidy = " ".join(unicodedata.normalize("NFC", name).split())
    if not tidy:
        raise UnusableName("name.missing", noun=noun)
    if len(tidy) > LONGEST_NAME:
        raise UnusableName("name.too_long", noun=noun, n_letters=len(tidy), longest=LONGEST_NAME)
    if any(unicodedata.category(letter) in ("Cc", "Cs") for letter in tidy):
        raise UnusableName("name.unshowable", noun=noun)
    return tidy


@lru_cache(maxsize=NAMES_KEPT)
def name_key(name: str) -> str:
    """Return what makes two names equal: NFKC, casefolded, single spaces."""
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


def storable(text: str) -> str:
    """Make a text storable: a byte that was no UTF-8 becomes the Western letter it mostly is.

    Other lone surrogates become question marks.
    """
    if text.isascii():
        return text
    letters = _LONE_BYTE.sub(lambda byte: chr(ord(byte[0]) - 0xDC00), text)
    return letters.encode("utf-8", "replace").decode("utf-8")


def clean_key(key: str) -> str:
    """Return a chord's letter in lower case; "" for none. Raises UnusableName for several."""
    key = key.strip().casefold()
    if len(key) > 1 or (key and not key.isalnum()):
        raise UnusableName("name.bad_key", key=key)
    return key


def choose_free_key(name: str, taken: set[str]) -> str:
    """Choose a key for a new name: its first free letter, else any free one, else ""."""
    candidates = name.casefold() + "abcdefghijklmnopqrstuvwxyz0123456789"
    return next((k for k in candidates if k.isascii() and k.isalnum() and k not in taken), "")
