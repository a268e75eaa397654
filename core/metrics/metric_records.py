"""What was measured of a tag, and of all tags together, as records."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class TagMetrics:
    """One tag on some judged songs. None where the songs do not allow the number.

    support: songs with the tag. auc: area under the ROC curve. ap: average precision. f1: of
    scores from 0.5 on. n: judged songs. threshold: of the best F1. bins: see reliability_bins.
    """

    support: int
    auc: float | None
    ap: float | None
    f1: float | None
    n: int
    threshold: float | None = None
    bins: tuple[tuple[int, int], ...] = ()

    def to_json(self) -> dict[str, Any]:
        """Plain numbers, under the names that model cards and libraries store."""
        numbers = asdict(self)
        numbers["like"] = numbers.pop("bins")
        return numbers


@dataclass(frozen=True, slots=True)
class Summary:
    """All tags together; macro is the mean over tags, micro takes all cells as one.

    left_out: tags without both a yes and a no among the songs; they count in no macro number.
    """

    wauc: float | None
    roc_auc_macro: float | None
    roc_auc_micro: float | None
    ap_macro: float | None
    ap_micro: float | None
    f1_macro: float | None
    f1_micro: float | None
    n_songs: int
    left_out: tuple[str, ...]
