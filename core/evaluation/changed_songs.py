"""Songs of which a model says something else than a former one: tags gained and lost, by surprise.

The surprise of a change is how improbable the former model held it, in bits: −log2 of its score for
a tag gained, of 1 minus its score for a tag lost (Shannon 1948); a song's is the sum.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass, field

from core.library.review_records import Flip

LEAST = 1e-3  # scores are stored coarsely: nearer to 0 they tell nothing more


@dataclass(slots=True)
class ChangedSong:
    """One song. gained, lost: the tags that are not judged, the greatest surprise first."""

    song_id: int
    gained: list[int] = field(default_factory=list)
    lost: list[int] = field(default_factory=list)
    surprise_bits: float = 0.0


def surprise_bits(flip: Flip) -> float:
    """Return how surprising a change is to the former model, in bits."""
    share = flip.before if flip.claims else 1.0 - flip.before
    return -math.log2(min(max(share, LEAST), 1.0))


def changed_songs(flips: Iterable[Flip]) -> list[ChangedSong]:
    """Gather changes by song, the most surprising song first."""
    songs: dict[int, ChangedSong] = {}
    for flip in sorted(flips, key=surprise_bits, reverse=True):
        song = songs.setdefault(flip.song_id, ChangedSong(flip.song_id))
        (song.gained if flip.claims else song.lost).append(flip.tag_id)
        song.surprise_bits += surprise_bits(flip)
    return sorted(songs.values(), key=lambda song: -song.surprise_bits)
