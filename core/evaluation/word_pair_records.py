"""Words that are taken for one another, and what an ABX test of them needs: records."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Opinion(StrEnum):
    """Whose second opinion it is: the same ear later, another annotator, the model where sure."""

    AGAIN = "again"
    OTHERS = "others"
    MODEL = "model"


@dataclass(frozen=True, slots=True)
class WordPair:
    """Two tags. n_opinions: second opinions on one of them, of songs with the other one alone.

    n_confused: of these, they say yes; n_usual: so many would, were they as often mistaken as
    elsewhere. by_opinion: n_confused by whose opinion.
    """

    first_id: int
    second_id: int
    n_opinions: int
    n_confused: int
    n_usual: float
    by_opinion: tuple[tuple[Opinion, int], ...] = ()

    @property
    def excess(self) -> float:
        """Mistakes beyond those that songs without either tag would have had."""
        return self.n_confused - self.n_usual


@dataclass(frozen=True, slots=True)
class PairSong:
    """A song with one of two tags alone. start_s, end_s: the part to hear, None for its middle."""

    song_id: int
    audio_hash: str
    artist: str
    start_s: float | None = None
    end_s: float | None = None
