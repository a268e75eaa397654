"""How predictions made before decisions became, as records."""

from __future__ import annotations

from dataclasses import dataclass

from core.metrics.metric_records import Estimate


@dataclass(frozen=True, slots=True)
class PrequentialPoint:
    """The last decisions up to the n-th: how surprised it was (log loss), and pairs in order."""

    n: int
    loss: Estimate
    auc: Estimate


@dataclass(frozen=True, slots=True)
class PrequentialCurve:
    """How predictions of one tag became, or of all together (tag ""), in the order of decisions.

    n_left_out: decisions with the guess on screen. window: decisions that a point looks back on.
    change: log loss of the later half less that of the earlier; below 0 it is better. n_at_once:
    first answers that were given for many songs at once, which are no single predictions.
    """

    tag: str
    n_decisions: int
    n_left_out: int
    window: int
    points: tuple[PrequentialPoint, ...]
    change: Estimate
    n_at_once: int = 0
