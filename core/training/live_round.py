"""What live heads take over from the last full round of the model in use: its card tells.

How far words start from the network's opinion, what their scores mean, which decisions it knows.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.library.records import CELL_NOT_JUDGED, Labels
from core.metrics.platt import PlattScale
from core.models.card import ModelCard
from core.training.snapshot import read_states

USUAL_SHARE = 1.0  # what rounds choose where the network knows the words
USUAL_SCALE = PlattScale(1.25, 0.0)  # smoothed labels make fits too timid by about that
CALIBRATION = "calibration"  # in the card's metrics: slope and offset by word


@dataclass(frozen=True, slots=True)
class CarriedScales:
    """The calibration of words: their own, else the pooled one."""

    pooled: PlattScale
    by_word: Mapping[str, PlattScale]

    def of(self, word: str | None) -> PlattScale:
        """Return a word's pair."""
        return self.by_word.get(word or "", self.pooled)


def carried_share(card: ModelCard) -> float | None:
    """Return how much of the network's opinion the words of the last round started from.

    None where there was no round, or it knew nothing of the words.
    """
    share = card.settings.get("prior_share")
    return float(share) if isinstance(share, int | float) else None


def carried_scales(card: ModelCard) -> CarriedScales:
    """Return the calibration of the last round; of words it did not have, the median of all."""
    stored = card.metrics.get(CALIBRATION)
    pairs = {
        word: PlattScale(float(pair[0]), float(pair[1]))
        for word, pair in (stored.items() if isinstance(stored, dict) else ())
        if isinstance(pair, list | tuple) and len(pair) == 2 and pair[0] > 0
    }
    if not pairs:
        return CarriedScales(USUAL_SCALE, {})
    slopes, offsets = zip(*((pair.slope, pair.offset) for pair in pairs.values()), strict=True)
    return CarriedScales(PlattScale(float(np.median(slopes)), float(np.median(offsets))), pairs)


def learned_states(card: ModelCard, labels: Labels) -> NDArray[np.int8]:
    """Return the decisions that a model has learned from, in the shape of the labels' states.

    Tags are known by their names; what it has not learned is not judged.
    """
    learned = np.full(labels.states.shape, CELL_NOT_JUDGED, np.int8)
    if not card.labels.get("audio_hashes"):
        return learned
    states = read_states(card.labels)
    row_of = {name: row for row, name in enumerate(card.labels["audio_hashes"])}
    column_of = {name: column for column, name in enumerate(card.labels["tags"])}
    rows = np.array([row_of.get(name, -1) for name in labels.audio_hashes], dtype=np.int64)
    columns = np.array([column_of.get(name, -1) for name in labels.tag_names], dtype=np.int64)
    known = np.ix_(rows >= 0, columns >= 0)
    learned[known] = states[np.ix_(rows[rows >= 0], columns[columns >= 0])]
    return learned
