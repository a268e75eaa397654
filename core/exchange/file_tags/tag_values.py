"""Which fields a library's categories go to, and what a file's fields become."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from core.errors import UnusableWord
from core.exchange.file_errors import cannot_read
from core.exchange.file_tags.tag_codec import COMMENT, KNOWN_FIELDS
from core.exchange.file_tags.tag_records import Values, WantedTags
from core.exchange.notations.comment_words import with_words
from core.folding import fold
from core.library.records import Category

_NAME = re.compile(r"[ -<>-}]{1,60}")  # as Vorbis allows it
_USER_TEXTS = ("TXXX:", "TXX:", "----:COM.APPLE.ITUNES:")
_FRAMES = {
    "TCON": "GENRE", "TCO": "GENRE", "©GEN": "GENRE", "TMOO": "MOOD", "TIT1": "GROUPING",
    "GRP1": "GROUPING", "TT1": "GROUPING", "©GRP": "GROUPING", "COMM": COMMENT, "COM": COMMENT,
    "©CMT": COMMENT,
}  # fmt: skip
# What players and this program read as something else: a category has no business there.
_RESERVED = frozenset(
    {
        "TITLE", "ARTIST", "ARTISTS", "ALBUM", "ALBUMARTIST", "ALBUM ARTIST", "ALBUM_ARTIST",
        "TRACKNUMBER", "TRACKTOTAL", "TOTALTRACKS", "DISCNUMBER", "DISCTOTAL", "TOTALDISCS",
        "DATE", "YEAR", "ORIGINALDATE", "ORIGINALYEAR", "COMPOSER", "PERFORMER", "CONDUCTOR",
        "LYRICIST", "LYRICS", "UNSYNCEDLYRICS", "COPYRIGHT", "LICENSE", "ISRC", "BPM", "KEY",
        "INITIALKEY", "RATING", "ENCODER", "ENCODED-BY", "VENDOR", "COVERART", "COVERARTMIME",
        "METADATA_BLOCK_PICTURE", "WAVEFORMATEXTENSIBLE_CHANNEL_MASK", "CHAPTER", "CUESHEET",
        "ITUNNORM", "ITUNSMPB", "LANGUAGE", "CATALOGNUMBER", "BARCODE", "DESCRIPTION",
    }
)  # fmt: skip
_RESERVED_BEGINNINGS = ("REPLAYGAIN", "R128_", "MUSICBRAINZ", "ACOUSTID", "TRAKTOR", "SERATO")


def field_named(text: str) -> str:
    """Return the field that a name means: GENRE, TXXX:EAR, ----:com.apple.iTunes:EAR or EAR.

    Raises UnusableWord for a name that no file can have, or that means something else.
    """
    name = text.strip().upper()
    name = _FRAMES.get(name, name)
    for beginning in _USER_TEXTS:
        name = name.removeprefix(beginning)
    if not _NAME.fullmatch(name):
        raise UnusableWord("exchange.tags_no_field", name=text, known=", ".join(KNOWN_FIELDS))
    if name in _RESERVED or name.startswith(_RESERVED_BEGINNINGS):
        raise UnusableWord("exchange.tags_reserved", name=text)
    return name


def parse_mapping(lines: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """Read (category, field) from lines such as rhythm=GENRE. Raises UnusableWord."""
    pairs = list[tuple[str, str]]()
    for line in lines:
        category, sign, field = line.rpartition("=")
        if not sign or not category.strip():
            raise UnusableWord("exchange.tags_no_pair", text=line)
        pairs.append((category.strip(), field_named(field)))
    return tuple(dict.fromkeys(pairs))


def read_mapping(path: Path) -> list[str]:
    """Return the lines of a mapping's file; those that begin with # are remarks.

    Raises ExchangeError.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise cannot_read(path, error) from error
    lines = (line.strip() for line in text.splitlines())
    return [line for line in lines if line and not line.startswith("#")]


def category_named(categories: Sequence[Category], name: str) -> Category:
    """Find a category. Raises UnusableWord."""
    for category in categories:
        if fold(category.name) == fold(name):
            return category
    names = ", ".join(category.name for category in categories)
    raise UnusableWord("exchange.tags_no_category", name=name, names=names)


def new_values(wanted: WantedTags, field: str, now: Values) -> Values:
    """Return what a field's values become; as they are now where nothing is to be written.

    What is there is only taken away where it was written from here.
    """
    values, written = wanted.values[field], wanted.written.get(field, ())
    if field != COMMENT:
        return values if values or now == written else now
    text = now[0] if now else ""
    former = written[0] if written else ""
    comment = with_words(text, values, former)
    return (comment,) if comment else ()
