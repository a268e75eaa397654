"""A model's predictions for one song, as records. No torch: the window starts without it."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from core.messages import Message, message
from core.scores import MIN_SUGGESTED_S, as_stored
from core.scores import is_too_brief as is_too_brief

SONG, SO_FAR, HERE = "song", "so_far", "here"  # what the scores on screen are of
MOST_UNTOLD_S = 0.5  # repeated, of which nobody need know


@dataclass(frozen=True, slots=True)
class Taggram:
    """Scores along a song: window k is start_s[k] to start_s[k] + window_s.

    start_s: float32, (n,). scores: float32, (n, n_words).
    """

    start_s: NDArray[np.float32]
    window_s: float
    scores: NDArray[np.float32]

    def scores_at(self, second: float) -> NDArray[np.float32]:
        """Return the scores (n_words,) of the window whose middle is nearest."""
        middles = self.start_s + self.window_s / 2
        scores: NDArray[np.float32] = self.scores[int(np.argmin(np.abs(middles - second)))]
        return scores


@dataclass(frozen=True, slots=True)
class PrefixScores:
    """What the model thought after each further segment: end_s (n,), scores (n, n_words)."""

    end_s: NDArray[np.float32]
    scores: NDArray[np.float32]

    def scores_at(self, second: float) -> NDArray[np.float32]:
        """Return the scores (n_words,) after the segments that end by then; the first at least."""
        n_ended = int(np.searchsorted(self.end_s, second, side="right"))
        scores: NDArray[np.float32] = self.scores[max(n_ended - 1, 0)]
        return scores


@dataclass(frozen=True, slots=True)
class AlongSong:
    """What a model's probe is given along a song, float32, (n, n_inputs of the probe).

    windows: of each window of the taggram. beginnings: of each beginning; the last one is the song.
    """

    windows: NDArray[np.float32]
    beginnings: NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Predictions:
    """A model's scores of a song, 0 to 1, in the order of its words. Never a decision.

    embedding: what the model's probe was given, float32; None without one. ground: how far the
    song is from those the model learned from (ground.py); None where it cannot tell. along: as
    embedding, along the song; None without a taggram.
    """

    model_id: str
    audio_hash: str
    words: tuple[str, ...]
    scores: NDArray[np.float32]
    taggram: Taggram | None
    prefixes: PrefixScores
    embedding: NDArray[np.float32] | None = None
    ground: float | None = None
    along: AlongSong | None = None

    @property
    def is_unsure_ground(self) -> bool:
        """Whether the song is unlike all that the model learned from."""
        return self.ground is not None and self.ground > 1.0

    def as_stored(self) -> Predictions:
        """Return them with the song's scores as they come back from the library."""
        return replace(self, scores=as_stored(self.scores))

    def scores_of(self, scope: str, second: float) -> NDArray[np.float32]:
        """Return (n_words,): of the whole song, of it until a second, or around that second."""
        if scope == HERE and self.taggram is not None and len(self.taggram.start_s):
            return self.taggram.scores_at(second)
        if scope == SO_FAR and len(self.prefixes.end_s):
            return self.prefixes.scores_at(second)
        return self.scores


def looped_remark(window_s: float, duration_s: float, *, short: bool = False) -> Message | None:
    """Return what to say of a song so short that a model hears it repeated, or suggests nothing.

    short: a few words instead of a sentence.
    """
    if is_too_brief(duration_s):
        return message("mix.short_too_brief" if short else "mix.too_brief", seconds=MIN_SUGGESTED_S)
    if not 0.0 < duration_s < window_s - MOST_UNTOLD_S:
        return None
    return message("mix.short_looped" if short else "mix.looped", seconds=window_s)
