"""Decisions of several annotators as records: of a tag on many songs, and of a song's tags."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.library.records import State


@dataclass(frozen=True, slots=True)
class TagDecisions:
    """All decisions on a tag of the songs that two or more annotators judged, or were unsure of.

    annotator_ids: (n_annotators,). song_ids: (n_songs,), ascending. states: int8 (n_annotators,
    n_songs), 1 yes, 0 no, CELL_UNSURE, CELL_NOT_JUDGED.
    """

    annotator_ids: NDArray[np.int64]
    song_ids: NDArray[np.int64]
    states: NDArray[np.int8]


@dataclass(frozen=True, slots=True)
class ColleagueDecision:
    """What another annotator decided on a tag of a song. agreed: settled among several."""

    annotator: str
    state: State
    intensity: float | None = None
    note: str = ""
    agreed: bool = False
