"""Labels without names: what order and division need of songs and artists, and no more.

Songs keep the digest of their sound, which every model's card has anyway: by it the library knows
later which songs a model has learned from. Of an artist only the place in the order stays.
"""

from __future__ import annotations

from bisect import bisect
from collections.abc import Mapping
from itertools import groupby
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.library.records import Labels
from core.training.artist_groups import artist_groups, name_digest, stand_in
from core.training.folds import song_key

FOLDER = Path("bundle")
DIGEST_BYTES = 64


def stand_ins(labels: Labels) -> tuple[str, ...]:
    """Return a name for each song's group of artists that tells nothing but its place in order.

    "" where no artist is known. Among each other, and among the songs without an artist, they are
    ordered as the names are (folds.artist_numbers).
    """
    groups = artist_groups(labels)
    alone = [
        song_key(audio_hash)
        for group, audio_hash in zip(groups, labels.audio_hashes, strict=True)
        if not group
    ]
    fixed = sorted(name_digest(key) for key in alone)
    names = sorted({group for group in groups if group}, key=name_digest)
    bounds = [0, *(int.from_bytes(digest, "big") for digest in fixed), 1 << (8 * DIGEST_BYTES)]
    chosen = {}
    for gap, between in groupby(names, key=lambda name: bisect(fixed, name_digest(name))):
        here, low, high = list(between), bounds[gap], bounds[gap + 1]
        for rank, name in enumerate(here, 1):
            value = low + (high - low) * rank // (len(here) + 1)
            chosen[name] = stand_in(value.to_bytes(DIGEST_BYTES, "big"))
    return tuple(chosen.get(group, "") for group in groups)


def numbered_paths(n_songs: int) -> tuple[Path, ...]:
    """Return what songs without a name are called: their numbers, from 1."""
    return tuple(FOLDER / f"song {number}" for number in range(1, n_songs + 1))


def withhold_names(labels: Labels, rows: NDArray[np.int64], artists: Mapping[str, str]) -> Labels:
    """Return the labels of some songs, in order, without names.

    artists: by audio hash, see stand_ins(); none of the other songs.
    """
    hashes = tuple(labels.audio_hashes[row] for row in rows)
    return Labels(
        song_ids=np.arange(1, len(rows) + 1, dtype=np.int64),
        audio_hashes=hashes,
        paths=numbered_paths(len(rows)),
        artists=tuple(artists.get(audio_hash, "") for audio_hash in hashes),
        tag_ids=labels.tag_ids,
        tag_names=labels.tag_names,
        states=labels.states[rows],
        codebook_version=labels.codebook_version,
        digest=labels.digest,
        weak_no=labels.weak_no,
        n_unclear=labels.n_unclear,
    )
