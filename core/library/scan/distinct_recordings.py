"""What the user says of songs that sound alike: that they are different recordings after all.

Saying so, and joining those that are the same, are edits.
"""

from __future__ import annotations

from collections.abc import Sequence

from core.library.scan.duplicates import Duplicate
from core.library.store import Library


def told_apart(library: Library) -> frozenset[tuple[str, str]]:
    """The pairs of audio hashes that are different recordings; each pair is sorted."""
    rows = library.database.rows("SELECT one_hash, other_hash FROM told_apart")
    return frozenset((row[0], row[1]) for row in rows)


def still_open(library: Library, pairs: Sequence[Duplicate]) -> tuple[Duplicate, ...]:
    """The pairs nobody has decided about: both songs are there and were not told apart."""
    apart, found = told_apart(library), []
    for pair in pairs:
        one, other = library.songs.get(pair.song_id), library.songs.get(pair.other_id)
        if one is None or other is None:
            continue
        first, second = sorted((one.audio_hash, other.audio_hash))
        if (first, second) not in apart:
            found.append(pair)
    return tuple(found)
