"""The stored split by artist: songs kept apart from gradient training, which overfits.

Seeded and stratified by tag; once a song has its side it keeps it, whatever joins the library.
"""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from core.library.records import Labels

LEARN, KEPT = "learn", "kept"
KEPT_SHARE, VALIDATION_SHARE = 0.2, 0.25
N_DRAWS = 60  # of which the one with the most measurable tags and the nearest share is taken
MIN_SONGS_TO_VALIDATE = 8


def artist_name(artist: str) -> str:
    """Return an artist's name however its case and spaces are written; "" for none."""
    return " ".join(unicodedata.normalize("NFKC", artist).casefold().split())


def group_keys(labels: Labels) -> list[str]:
    """Name what each song is kept apart with: its artist, or itself where none is known."""
    names = map(artist_name, labels.artists)
    return [
        f"artist {name}" if name else f"song {audio_hash}"
        for name, audio_hash in zip(names, labels.audio_hashes, strict=True)
    ]


def extend_split(labels: Labels, sides: Mapping[str, str], seed: int) -> dict[str, str]:
    """Return the sides of the groups that have none yet.

    sides: group key -> LEARN or KEPT, as stored. The new groups are drawn N_DRAWS times, so that
    about KEPT_SHARE of all songs are kept; the draw that leaves most tags with a yes and a no on
    both sides is taken.
    """
    keys = group_keys(labels)
    new = sorted({key for key in keys if key not in sides}, key=_digest)
    if not new:
        return {}
    row_of = {key: row for row, key in enumerate(new)}
    stored_kept = np.array([sides.get(key) == KEPT for key in keys])
    new_rows = np.array([row_of.get(key, -1) for key in keys])
    rng = np.random.default_rng(seed)
    best, best_rank = np.zeros(len(new), dtype=np.bool_), (-1, -np.inf)
    for _ in range(N_DRAWS):
        drawn = _draw(new_rows, stored_kept, len(new), rng)
        kept = stored_kept | np.where(new_rows >= 0, drawn[new_rows], False)
        rank = _n_measurable(labels.states, kept), -abs(float(kept.mean()) - KEPT_SHARE)
        if rank > best_rank:
            best, best_rank = drawn, rank
    return {key: KEPT if best[row] else LEARN for key, row in row_of.items()}


def kept_mask(labels: Labels, sides: Mapping[str, str]) -> NDArray[np.bool_]:
    """Mark the songs that are kept apart: (n_songs,)."""
    return np.array([sides.get(key) == KEPT for key in group_keys(labels)], dtype=np.bool_)


def _draw(
    new_rows: NDArray[np.int64], kept: NDArray[np.bool_], n_new: int, rng: np.random.Generator
) -> NDArray[np.bool_]:
    """Keep new groups in a random order until the share is reached; larger than that, none."""
    sizes = np.bincount(new_rows[new_rows >= 0], minlength=n_new)
    n_wanted = KEPT_SHARE * len(new_rows) - int(kept.sum())
    drawn = np.zeros(n_new, dtype=np.bool_)
    for row in rng.permutation(n_new):
        if sizes[row] <= n_wanted + 0.5:
            drawn[row] = True
            n_wanted -= int(sizes[row])
    return drawn


def _n_measurable(states: NDArray[np.int8], kept: NDArray[np.bool_]) -> int:
    """Count the tags with a yes and a no on both sides."""
    sides = [states[kept], states[~kept]]
    both = [(side == 1).any(axis=0) & (side == 0).any(axis=0) for side in sides]
    return int((both[0] & both[1]).sum())


def _digest(key: str) -> bytes:
    return hashlib.blake2b(key.encode()).digest()


def validation_rows(groups: NDArray[np.int64], train: NDArray[np.int64]) -> NDArray[np.int64]:
    """Choose rows among train to validate on: a quarter, whole artists; none of few songs.

    They decide how long to train, so that the songs kept apart decide nothing.
    """
    if len(train) < MIN_SONGS_TO_VALIDATE:
        return train[:0]
    chosen: list[int] = []
    for group in np.unique(groups[train])[:-1]:
        if len(chosen) >= VALIDATION_SHARE * len(train):
            break
        chosen += train[groups[train] == group].tolist()
    return np.array(sorted(chosen), dtype=np.int64)
