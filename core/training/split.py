"""The split of a library's songs: held out for evaluation, training, validation.

By artist, and by hashes, so that a song stays on its side whatever joins the library. No tags.
"""

from __future__ import annotations

import hashlib
import unicodedata

import numpy as np
from numpy.typing import NDArray

from core.library.records import Labels

HELD_OUT_SHARE, VALIDATION_SHARE = 0.2, 0.25
MIN_SONGS_TO_VALIDATE, MIN_ARTISTS = 8, 4
HASH_RANGE = float(1 << 64)


def is_held_out(artist: str, audio_hash: str) -> bool:
    """Whether a song is held out from training: a hash decides, so a song never changes sides.

    All songs of an artist fall on one side, however its case and spaces are written; where the
    artist is unknown the song's own hash decides.
    """
    plain = " ".join(unicodedata.normalize("NFKC", artist).casefold().split())
    key = f"by artist {plain}" if plain else f"by song {audio_hash}"
    digest = hashlib.blake2b(key.encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big") / HASH_RANGE < HELD_OUT_SHARE


def held_out_mask(labels: Labels) -> NDArray[np.bool_]:
    """Mark the songs of the labels that are held out: (n_songs,)."""
    sides = map(is_held_out, labels.artists, labels.audio_hashes)
    return np.fromiter(sides, dtype=np.bool_, count=len(labels.artists))


def artist_groups(labels: Labels) -> NDArray[np.int64]:
    """Number the songs by artist, (n_songs,); by song where there are few artists.

    The numbers run from 0 in an order that has nothing to do with the music.
    """
    artists = [" ".join(artist.casefold().split()) for artist in labels.artists]
    names = [a or f"song {h}" for a, h in zip(artists, labels.audio_hashes, strict=True)]
    if len(set(names)) < MIN_ARTISTS:
        names = list(labels.audio_hashes)
    order = sorted(set(names), key=lambda name: hashlib.blake2b(name.encode()).digest())
    number_of = {name: number for number, name in enumerate(order)}
    return np.array([number_of[name] for name in names], dtype=np.int64)


def validation_rows(groups: NDArray[np.int64], train: NDArray[np.int64]) -> NDArray[np.int64]:
    """Choose rows among train to validate on: a quarter, whole artists; none of few songs.

    They decide how long to train, so that the held-out songs decide nothing.
    """
    if len(train) < MIN_SONGS_TO_VALIDATE:
        return train[:0]
    chosen: list[int] = []
    for group in np.unique(groups[train])[:-1]:
        if len(chosen) >= VALIDATION_SHARE * len(train):
            break
        chosen += train[groups[train] == group].tolist()
    return np.array(sorted(chosen), dtype=np.int64)
