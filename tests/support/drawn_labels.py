"""Decisions drawn by chance, for tests that need no sound: songs of artists, tags, gaps."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.library.records import Labels
from core.training.labels import select_songs


def drawn_labels(
    artists: Sequence[str], n_tags: int = 3, share_yes: float = 0.5, seed: int = 0
) -> Labels:
    """Label one song for each name of an artist; a tenth of the cells is not judged."""
    rng, n_songs = np.random.default_rng(seed), len(artists)
    states = (rng.random((n_songs, n_tags)) < share_yes).astype(np.int8)
    states[rng.random(states.shape) < 0.1] = -1
    return Labels(
        song_ids=np.arange(1, n_songs + 1),
        audio_hashes=tuple(f"{number:032x}" for number in range(n_songs)),
        paths=tuple(Path(f"/music/{number}.flac") for number in range(n_songs)),
        artists=tuple(artists),
        tag_ids=np.arange(11, 11 + n_tags),
        tag_names=tuple(f"tag {number}" for number in range(n_tags)),
        states=states,
        codebook_version=1,
    )


def bands(n_artists: int, n_songs: int) -> tuple[str, ...]:
    """Name the artist of each of some songs: n_artists take turns."""
    return tuple(f"Band {number % n_artists}" for number in range(n_songs))


def shuffled(labels: Labels, seed: int = 0) -> tuple[Labels, NDArray[np.int64]]:
    """Put the songs into another order; also say which row of the former each is."""
    order = np.random.default_rng(seed).permutation(len(labels.audio_hashes))
    return select_songs(labels, order), order
