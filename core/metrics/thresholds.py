"""The score from which on a model may suggest a tag.

It only chooses what is offered; every score stays visible.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

DEFAULT = 0.5
LOWEST, HIGHEST = 0.2, 0.8  # a threshold estimated on few songs may lie anywhere


def suggestion_threshold(metrics: Mapping[str, Any], tag: str) -> float:
    """Return the least score, 0 to 1, with which a tag is suggested.

    metrics: a model's metrics as stored with it. Its "per_tag" thresholds are those of the best F1
    on held-out songs (Lipton et al. 2014), clipped to LOWEST..HIGHEST; DEFAULT where none is known.
    """
    known = (metrics.get("per_tag") or {}).get(tag)
    threshold = known.get("threshold") if isinstance(known, Mapping) else None
    if not isinstance(threshold, int | float):
        return DEFAULT
    return min(max(float(threshold), LOWEST), HIGHEST)
