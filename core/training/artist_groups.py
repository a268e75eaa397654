"""Songs that must stay together when songs are divided: those that share an artist.

All spellings of a name are one artist, and a song of several artists ties theirs together. Who is
an artist, and what spellings have in common, is core.audio.artists' business.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable

from core.audio.artists import artist_keys, spelling_key, split_artists, without_guests
from core.library.records import Labels

_STAND_IN = re.compile("withheld([0-9a-f]{128})")


def artist_name(artist: str) -> str:
    """Return an artist's name however its case and spaces are written; "" for none.

    Sides of the split are stored under it, so it stays as it is.
    """
    return " ".join(unicodedata.normalize("NFKC", artist).casefold().split())


def artist_groups(labels: Labels) -> list[str]:
    """Name the group of each song after one of its artists; "" where no artist is known.

    The name is the same in whatever order the songs come.
    """
    parent: dict[str, str] = {}

    def root(key: str) -> str:
        while parent.setdefault(key, key) != key:
            parent[key] = key = parent[parent[key]]
        return key

    keys_of_songs = [artist_keys(text) for text in labels.artists]
    for keys in keys_of_songs:
        for key in keys[1:]:
            parent[root(key)] = root(keys[0])
    names: dict[str, set[str]] = {}
    for text, keys in zip(labels.artists, keys_of_songs, strict=True):
        if keys:
            artists = (artist_name(artist) for artist in split_artists(text))
            names.setdefault(root(keys[0]), set()).update(artists)
    chosen = {group: min(spelt, key=name_digest) for group, spelt in names.items()}
    return [chosen[root(keys[0])] if keys else "" for keys in keys_of_songs]


def joined_spellings(texts: Iterable[str]) -> tuple[tuple[str, ...], ...]:
    """Return the spellings of each artist that songs' artists are written in, if several."""
    spellings: dict[str, set[str]] = {}
    for text in set(texts):
        for artist in split_artists(text):
            spellings.setdefault(spelling_key(artist), set()).add(without_guests(artist))
    several = [tuple(sorted(names)) for names in spellings.values() if len(names) > 1]
    return tuple(sorted(several, key=lambda names: [name.casefold() for name in names]))


def stand_in(digest: bytes) -> str:
    """Name an artist whose name is withheld; digest: what name_digest() gives of it, 64 bytes."""
    return f"withheld{digest.hex()}"


def name_digest(name: str) -> bytes:
    """Return what names are ordered by, as good as drawn: 64 bytes."""
    withheld = _STAND_IN.fullmatch(name)
    return bytes.fromhex(withheld[1]) if withheld else hashlib.blake2b(name.encode()).digest()
