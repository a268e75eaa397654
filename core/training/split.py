"""Which songs are kept back for testing: a hash decides, so a song never changes sides.

All songs of an artist fall on one side; where the artist is unknown the song's own hash decides.
"""

from __future__ import annotations

import hashlib
import unicodedata

import numpy as np
from numpy.typing import NDArray

from core.library.records import Labels

HELD_OUT_SHARE = 0.2
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
