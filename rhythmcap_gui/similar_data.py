"""Plain records between operations and views about songs that sound alike."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from core.similarity.similarity_records import Basis, MapMethod, SongMap
from rhythmcap_gui.view_data import Progress


@dataclass(frozen=True, slots=True)
class CompareBy:
    """What songs are compared by. model_id: None for the model in use, whichever that is."""

    model_id: int | None = None
    basis: Basis = Basis.MODEL


@dataclass(frozen=True, slots=True)
class IndexState:
    """Which songs can be compared.

    model: the name of what hears them, "" where the library has none. n_songs: songs compared.
    n_new: songs that it has not listened to yet. n_left_out: of which nothing can be had, by now.
    reading: what is kept is read. listening: the songs are listened to for this; in_turn: because a
    model that is in use listens to all songs. problem: why nothing can be compared.
    """

    model: str = ""
    n_songs: int = 0
    n_new: int = 0
    n_left_out: int = 0
    reading: bool = False
    listening: bool = False
    in_turn: bool = False
    progress: Progress | None = None
    problem: tuple[str, str] = ("", "")


@dataclass(frozen=True, slots=True)
class SongName:
    """What a song is called in lists of examples."""

    song_id: int
    title: str
    artist: str


@dataclass(frozen=True, slots=True)
class SimilarSong:
    """One line of the list. similarity: the cosine, 1 at most. tags: judged yes of both."""

    song_id: int
    title: str
    artist: str
    similarity: float
    tags: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SimilarState:
    """The nearest songs as they are known now.

    subject: the song they are like, where it is one. region_s: the part of it. more, less: the
    examples that were chosen. unknown: examples that cannot be compared yet. is_open: the subject
    is the open song. running: they are looked for. problem: cause and remedy. nearer_than: the
    share of all pairs of songs that are less alike than the first one is; None for too few songs.
    """

    songs: tuple[SimilarSong, ...] = ()
    subject: SongName | None = None
    region_s: tuple[float, float] | None = None
    more: tuple[SongName, ...] = ()
    less: tuple[SongName, ...] = ()
    unknown: tuple[SongName, ...] = ()
    is_open: bool = True
    uses_loop: bool = False
    running: bool = False
    problem: tuple[str, str] = ("", "")
    nearer_than: float | None = None


class ColourKind(StrEnum):
    """What the map is coloured by."""

    NONE = "none"
    TAG = "tag"
    PREDICTED = "predicted"
    DISAGREEMENT = "disagreement"


@dataclass(frozen=True, slots=True)
class ColourBy:
    """The choice. tag_id: of TAG and PREDICTED; None where none is chosen yet.

    is_proposed: nobody has chosen the tag; it is the one that parts the songs most evenly.
    """

    kind: ColourKind = ColourKind.TAG
    tag_id: int | None = None
    is_proposed: bool = False


OTHER, YES, NO, UNSURE = 0, 1, 2, 3  # codes of MapColours; DISAGREEMENT: YES in dispute, NO not


def _nothing() -> NDArray[np.int8]:
    return np.zeros(0, np.int8)


@dataclass(frozen=True, slots=True)
class MapColours:
    """What colours the songs of a map, in its order.

    codes: int8 (n,). scores: float32 (n,) of PREDICTED, NaN where there is none; else None.
    is_hidden: blind mode covers what would tell them apart.
    """

    by: ColourBy = ColourBy()
    tag: str = ""
    codes: NDArray[np.int8] = field(default_factory=_nothing)
    scores: NDArray[np.float32] | None = None
    is_hidden: bool = False


@dataclass(frozen=True, slots=True)
class MapState:
    """The map as it is known now. n_new: songs that have come since it was made."""

    method: MapMethod = MapMethod.PCA
    songs: SongMap | None = None
    n_new: int = 0
    running: bool = False
    progress: Progress | None = None
    problem: tuple[str, str] = ("", "")
