"""From which score on the model may offer a word: a suggestion needs some claim to be heard.

A claim is where the model's held-out songs say that “yes” begins for this word, or one half where
nothing is known. It only chooses what is offered; every score stays to be seen.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from core.library.records import ModelRow

UNKNOWN = 0.5
LEAST, MOST = 0.2, 0.8  # a bound from a few songs may lie anywhere


def claim_of(model: ModelRow | None, word: str) -> float:
    """The least score, 0 to 1, with which this model's word is offered."""
    known = (model.metrics.get("per_tag") or {}).get(word) if model is not None else None
    threshold = known.get("threshold") if isinstance(known, Mapping) else None
    if not isinstance(threshold, int | float):
        return UNKNOWN
    return min(max(float(threshold), LEAST), MOST)
