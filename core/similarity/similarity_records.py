"""Nearest songs and the map of a library as records. No torch: the window shows them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from core.messages import message, sentences

Ids = NDArray[np.int64]
Vectors = NDArray[np.float32]
Hashes = NDArray[np.bytes_]


class Basis(StrEnum):
    """What songs are compared by.

    MODEL: all blocks of the embedding, what the network makes of a song and its cepstra. TIMBRE:
    the cepstra alone, which no network has learned: what a song sounds like, whatever is played.
    """

    MODEL = "model"
    TIMBRE = "timbre"


class MapMethod(StrEnum):
    """How a map is made: exact and linear, or neighbourhoods kept at the price of distances."""

    PCA = "pca"
    TSNE = "t-sne"


@dataclass(frozen=True, slots=True)
class Neighbours:
    """Songs, the most similar first; of equally similar ones the lower id.

    song_ids: int64 (k,). similarities: float32 (k,), the cosine, 1 for the same, -1 at the least.
    """

    song_ids: Ids
    similarities: Vectors


@dataclass(frozen=True, slots=True)
class MapQuality:
    """What two dimensions hide.

    neighbours_kept: the share of a song's n_neighbours nearest that are still among as many
    nearest on the map, over n_measured songs; None where there are too few songs. chance: that
    share on a map of songs in any order. variance_kept: of the two directions of a PCA, else None.
    """

    neighbours_kept: float | None
    n_neighbours: int
    chance: float
    n_measured: int
    variance_kept: float | None = None


@dataclass(frozen=True, slots=True)
class SongMap:
    """Where songs lie on a map: song_ids int64 (n,), positions float32 (n, 2), without a unit.

    n_placed: songs that were put beside those most like them, because the method was given a
    sample only.
    """

    song_ids: Ids
    positions: Vectors
    method: MapMethod
    quality: MapQuality
    n_placed: int = 0

    @property
    def remark(self) -> str:
        """Say in one to three sentences what the map hides; "" where nothing can be said."""
        quality, text = self.quality, ""
        if quality.variance_kept is not None:
            percent = _percent(quality.variance_kept)
            text = message("similarity.variance_kept", percent=percent)
        if quality.neighbours_kept is not None:
            kept = message(
                "similarity.neighbours_kept",
                n=quality.n_neighbours,
                kept=_percent(quality.neighbours_kept),
                chance=_percent(quality.chance),
            )
            text = sentences(text, kept) if text else kept
        if self.n_placed:
            text = sentences(text, message("similarity.placed", n=self.n_placed))
        return text


def _percent(share: float) -> int:
    """Round to whole percents; 100 only where nothing is hidden, 0 only where all is."""
    if 0.0 < share < 1.0:
        return min(max(round(100 * share), 1), 99)
    return round(100 * share)
