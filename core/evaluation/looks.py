"""How often a test set was looked at: choosing by the same songs again and again flatters."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from core.errors import LibraryError
from core.evaluation.evaluation_records import Evaluation
from core.library.store import Library


def digest_of_songs(audio_hashes: Iterable[str]) -> str:
    """Return the name of a set of songs, the same in whatever order; "" for none."""
    ordered = sorted(audio_hashes)
    digest = hashlib.blake2b("\n".join(ordered).encode(), digest_size=16)
    return digest.hexdigest() if ordered else ""


def note_look(
    library: Library, evaluation: Evaluation, what: str, model_id: int | None = None
) -> int:
    """Note that a model was measured on songs it has not learned from; return the count of looks.

    what: by which command or view. 0 where it has learned from all of them; a library that is open
    for reading only keeps its count.
    """
    digest = evaluation.test_digest
    if not digest:
        return 0
    try:
        library.evaluation.add_look(digest, what, evaluation.n_test_songs, model_id)
    except LibraryError:
        return library.evaluation.count_looks(digest) + 1
    return library.evaluation.count_looks(digest)
