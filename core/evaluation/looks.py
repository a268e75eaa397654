"""How often a test set was looked at: choosing by the same songs again and again flatters.

A look at some of the songs is a look: a test set that has grown by a song is no new one.
"""

from __future__ import annotations

import contextlib
import hashlib
from collections.abc import Collection

from core.errors import LibraryError
from core.library.store import Library

N_SONG_DIGESTS = 256  # of larger sets these stand for the rest (Broder 1997, "min-wise")


def digest_of_songs(audio_hashes: Collection[str]) -> str:
    """Return what a set of songs is known by, the same in whatever order; "" for none.

    A digest of the set, and after it digests of its songs, at most the N_SONG_DIGESTS smallest.
    """
    ordered = sorted(audio_hashes)
    digest = hashlib.blake2b("\n".join(ordered).encode(), digest_size=16).hexdigest()
    songs = sorted(hashlib.blake2b(name.encode(), digest_size=4).hexdigest() for name in ordered)
    return " ".join([digest, *songs[:N_SONG_DIGESTS]]) if ordered else ""


def have_common_songs(one: str, other: str) -> bool:
    """Return whether two sets of songs, by their digests, overlap.

    Of sets of more than N_SONG_DIGESTS songs, whether they do so in more than a few.
    """
    return not set(one.split()).isdisjoint(other.split())


def count_looks(library: Library, test_songs: Collection[str]) -> int:
    """Count how often songs not learned from, or some of them, were measured on, this time, too.

    0 where there are none.
    """
    digest = digest_of_songs(test_songs)
    looks = library.evaluation.looks() if digest else []
    return bool(digest) + sum(have_common_songs(digest, look.digest) for look in looks)


def note_look(
    library: Library, test_songs: Collection[str], what: str, model_id: int | None = None
) -> int:
    """Note that songs not learned from were measured on; return how often they, or some, were.

    test_songs: audio hashes. what: by which command or view. 0 where there are none; a library
    that is open for reading only does not keep this look.
    """
    digest, n_looks = digest_of_songs(test_songs), count_looks(library, test_songs)
    if not digest:
        return 0
    with contextlib.suppress(LibraryError):
        library.evaluation.add_look(digest, what, len(test_songs), model_id)
    return n_looks
