"""Artists as values: several of one song, and the spellings of one name.

Pure text, no files. One text holds all artists of a song, joined by "; " (join_artists): what the
library stores, shows, sorts and searches. No single name holds a semicolon, so split_artists gives
the values back without loss.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from html import unescape

from core.audio.nobody import is_nobody, without_accents
from core.folding import plain_letters, umlauts_as_letters

SEPARATOR = "; "
LONGEST_NAME = 500
# Between artists that a file has as one value; also as written in Chinese, Japanese and Arabic. A
# slash or a bar parts only between spaces: AC/DC is one.
_BETWEEN = re.compile(r"\s*(?:[;；؛]+|\x00|\\\\|\|\|)\s*|\s+(?:[/／⁄∕]+|[|｜])\s+")
_WORD = re.compile(r"[^\W\d_][^\s/]*")  # begins with a letter
_WITH = re.compile(r"\bw$", re.IGNORECASE)  # "Band w/Guest"
_ENTITY = re.compile(
    r"&(?:amp|quot|apos|lt|gt|nbsp|[lr][sd]quo|[mn]dash|szlig|(?:ae|oe)lig|[a-z]slash|[a-z]caron"
    r"|[a-z](?:grave|acute|circ|tilde|uml|ring|cedil)|#\d{1,6}|#x[0-9a-f]{1,5});",
    re.IGNORECASE,
)
_MAX_ESCAPED = 3  # times: &amp;amp;
_IDEOGRAPHS = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3・ー々 ]{2,}")

# Between the halves of a name: "Simon & Garfunkel", "Simon und Garfunkel", "Guns N' Roses".
_AND = frozenset({"and", "und", "et", "y", "e", "och", "og", "en", "ja", "i", "n", "&", "+"})
_ARTICLE = "the"
# Of other languages, where enough of a name is left; "los", "las" and "les" only of several.
_ARTICLES = frozenset({"die", "der", "das", "la", "le", "el", "il", "gli"})
_ARTICLES_OF_SEVERAL = frozenset({"los", "las", "les"})
_SHORTEST_WITHOUT_ARTICLE = 5
# The apostrophes and dots that come and go inside a name, and the dashes that are all one.
_INSIDE = re.compile(r"['’‘`´ʼ.·]")
_GUEST = re.compile(
    r"\s*[(\[]?\s*\b(?:feat|ft|featuring)\b\.?\s+(?P<guest>[^()\[\]]+)[)\]]?\s*", re.IGNORECASE
)


def join_artists(artists: Iterable[str]) -> str:
    """Write all artists of a song as the one text that is stored, shown and searched."""
    return SEPARATOR.join(artists)


def split_artists(text: str) -> tuple[str, ...]:
    """Return the artists that a text names: those of join_artists, or as people write several.

    Each is one clean line, none is empty, nobody is left out, and none is named twice.
    """
    names = (clean_line(part).strip(";") for part in _BETWEEN.split(without_entities(text)))
    return tuple(dict.fromkeys(name for name in names if name and not is_nobody(name)))


def split_id3_slashes(text: str) -> list[str]:
    """Return the values of one text of ID3v2.2 or 2.3, whose only sign between values is a slash.

    Names hold slashes, too: it parts only where each side is of two words or more, as in
    "Miles Davis/John Coltrane", or of Chinese, Japanese or Korean letters; AC/DC and "Meat
    Beat/Loop" stay one.
    """
    parts = [part.strip() for part in text.split("/")]
    return parts if all(map(_is_whole_name, parts)) else [text]


def _is_whole_name(part: str) -> bool:
    if _IDEOGRAPHS.fullmatch(part):
        return True
    return len(_WORD.findall(part)) > 1 and not _WITH.search(part)


def without_entities(text: str) -> str:
    """Write the letters that a text from the web has as entities: &amp; as &."""
    for _ in range(_MAX_ESCAPED):
        if not _ENTITY.search(text):
            break
        text = unescape(text)
    return text


def clean_line(text: str) -> str:
    """Return a text as one line: composed letters, single spaces, no control signs."""
    kept = "".join(" " if unicodedata.category(sign) == "Cc" else sign for sign in text)
    return " ".join(unicodedata.normalize("NFC", kept).split())[:LONGEST_NAME].strip()


@lru_cache(maxsize=65_536)
def spelling_key(name: str) -> str:
    """Return what all spellings of one artist's name have in common; "" for nobody.

    Case, accents (also written as ae), spaces, punctuation, a letter like $, the article and the
    word between two halves do not matter, nor does "Davis, Miles" for "Miles Davis". A guest
    ("feat. …") is not part of the name.
    """
    if is_nobody(name):
        return ""
    words = _without_article(_words(_turned(without_guests(name))))
    last = len(words) - 1
    halves = ["&" if word in _AND and 0 < i < last else word for i, word in enumerate(words)]
    key = "".join(halves)
    return key if any(sign != "&" for sign in key) else " ".join(name.casefold().split())


def without_guests(name: str) -> str:
    """Return a name without "feat. …"."""
    return clean_line(_GUEST.sub(" ", name)) or name


def artist_keys(text: str) -> tuple[str, ...]:
    """Return the keys of all artists of a song (see split_artists), and of their guests."""
    keys: dict[str, None] = {}
    for artist in split_artists(text):
        keys[spelling_key(artist)] = None
        for found in _GUEST.finditer(artist):
            keys[spelling_key(found["guest"])] = None
    keys.pop("", None)
    return tuple(keys)


def _turned(name: str) -> str:
    """Write "Davis, Miles" as "Miles Davis"; a list ("Earth, Wind & Fire") stays."""
    last, comma, first = name.partition(",")
    words = _words(first)
    has_article = len(words) > 1 and words[0] == _ARTICLE  # "Tyler, the Creator"
    is_list = "," in first or has_article or any(word in _AND for word in _words(name))
    return f"{first} {last}" if comma and first.strip() and not is_list else name


def _without_article(words: list[str]) -> list[str]:
    """Leave out the article in "The Beatles", "Die Ärzte", "Los Lobos"; Les Paul is no article."""
    first, rest = words[:1], words[1:]
    if not rest:
        return words
    is_long = len("".join(rest)) >= _SHORTEST_WITHOUT_ARTICLE
    is_article = first[0] == _ARTICLE or (
        is_long
        and (
            first[0] in _ARTICLES
            or (first[0] in _ARTICLES_OF_SEVERAL and rest[0].endswith(("s", "x", "z")))
        )
    )
    return rest if is_article else words


def _words(name: str) -> list[str]:
    text = plain_letters(_INSIDE.sub("", without_accents(name)))
    text = "".join(sign if sign.isalnum() or sign in "&+" else " " for sign in text)
    return list(map(umlauts_as_letters, text.replace("&", " & ").replace("+", " + ").split()))
