"""Which songs are kept back for testing: a hash decides, so a song never changes sides.

And which of the others judge how long to practise, so that those kept back choose nothing.

All songs of an artist fall on one side; where the artist is unknown the song's own hash decides.
"""

from __future__ import annotations

import hashlib
import unicodedata

import numpy as np
from numpy.typing import NDArray

from core.library.records import Labels

HELD_OUT_SHARE = 0.2
JUDGING_SHARE, FEWEST_TO_SHARE, FEWEST_ARTISTS = 0.25, 8, 4
_SPAN = float(1 << 64)


def is_held_out(artist: str, audio_hash: str) -> bool:
    """Whether a song is kept back. Spelling of the artist in case and spaces does not matter."""
    plain = " ".join(unicodedata.normalize("NFKC", artist).casefold().split())
    drawn = f"by artist {plain}" if plain else f"by song {audio_hash}"
    number = hashlib.blake2b(drawn.encode(), digest_size=8).digest()
    return int.from_bytes(number, "big") / _SPAN < HELD_OUT_SHARE


def held_out(labels: Labels) -> NDArray[np.bool_]:
    """For each song of the labels, whether it is kept back: (n_songs,)."""
    sides = map(is_held_out, labels.artists, labels.audio_hashes)
    return np.fromiter(sides, dtype=np.bool_, count=len(labels.artists))


def artist_groups(labels: Labels) -> NDArray[np.int64]:
    """A number for each song, the same for all of an artist; by song where there are few artists.

    The numbers run from 0 in an order that has nothing to do with the music.
    """
    artists = [" ".join(each.casefold().split()) for each in labels.artists]
    names = [a or f"song {h}" for a, h in zip(artists, labels.audio_hashes, strict=True)]
    if len(set(names)) < FEWEST_ARTISTS:
        names = list(labels.audio_hashes)
    order = sorted(set(names), key=lambda name: hashlib.blake2b(name.encode()).digest())
    place = {name: number for number, name in enumerate(order)}
    return np.array([place[name] for name in names], dtype=np.int64)


def judging(groups: NDArray[np.int64], train: NDArray[np.int64]) -> NDArray[np.int64]:
    """Rows among train that judge how long to practise: a quarter, whole artists; none of few."""
    if len(train) < FEWEST_TO_SHARE:
        return train[:0]
    chosen: list[int] = []
    there = np.unique(groups[train])
    for group in there[: len(there) - 1]:
        if len(chosen) >= JUDGING_SHARE * len(train):
            break
        chosen += train[groups[train] == group].tolist()
    return np.array(sorted(chosen), dtype=np.int64)
