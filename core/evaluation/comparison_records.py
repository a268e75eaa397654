"""Models side by side, as records: measured by compare.py, shown and written by others."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from core.evaluation.evaluation_records import Evaluation
from core.metrics.metric_records import Estimate, Interval, Measurement, MetricChange


@dataclass(frozen=True, slots=True)
class Scorecard:
    """One model on one tag, or its mean over the tags; None where the songs allow no number.

    mcc, f1: of decisions by thresholds estimated without the song's artist. intervals: 95 %, by
    the measure's name. reason: why there are none; then the numbers say nothing of other songs.
    """

    roc_auc: float | None
    pr_auc: float | None
    ap: float | None
    mcc: float | None
    f1: float | None
    intervals: Mapping[str, Interval] = field(default_factory=dict)
    reason: str | None = None

    def shown(self, measure: str) -> float | None:
        """Return a number by its name, None where it says nothing: as after learning."""
        value: float | None = None if self.reason else getattr(self, measure)
        return value


@dataclass(frozen=True, slots=True)
class ComparedTag:
    """One tag that every model predicts. support: songs with it; n: songs where it was judged.

    models: one scorecard per model, in order. gained: AUC of the second and later models minus that
    of the first, paired.
    """

    name: str
    support: int
    n: int
    models: tuple[Scorecard, ...]
    gained: tuple[Estimate, ...] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """Models side by side. tags: the most used first. left_out: (tag, reason).

    wauc, means: one per model, over the same tags. evaluations: each model on these songs with all
    the words it has. n_songs: scored by every model. skipped: (path, reason) of the others.
    measurements: one per model, over the shared tags. changes: of the second and later models from
    the first. n_looks: how often these songs, or some, were measured on as a test set, or 0.
    """

    models: tuple[str, ...]
    n_songs: int
    held_out_only: bool
    wauc: tuple[float | None, ...]
    means: tuple[Scorecard, ...]
    tags: tuple[ComparedTag, ...]
    left_out: tuple[tuple[str, str], ...]
    skipped: tuple[tuple[Path, str], ...]
    evaluations: tuple[Evaluation, ...]
    measurements: tuple[Measurement, ...] = ()
    changes: tuple[MetricChange, ...] = ()
    n_looks: int = 0

    @property
    def test_songs(self) -> frozenset[str]:
        """Return the measured songs that some of the models have not learned from."""
        return frozenset[str]().union(*(own.test_songs for own in self.evaluations))

    def to_json(self) -> dict[str, Any]:
        """Plain numbers: one entry per model, then the tags."""
        return {
            "n_songs": self.n_songs,
            "held_out_only": self.held_out_only,
            "models": [
                {"model": name, "wauc": wauc, **asdict(mean)}
                for name, wauc, mean in zip(self.models, self.wauc, self.means, strict=True)
            ],
            "per_tag": {
                tag.name: {
                    "support": tag.support,
                    "n": tag.n,
                    "models": {
                        name: asdict(card)
                        for name, card in zip(self.models, tag.models, strict=True)
                    },
                }
                for tag in self.tags
            },
            "left_out": [{"tag": tag, "reason": reason} for tag, reason in self.left_out],
            "changes": {
                name: change.to_json()
                for name, change in zip(self.models[1:], self.changes, strict=True)
            },
            "own_wauc": [own.summary.wauc for own in self.evaluations],
            "n_looks": self.n_looks,
            "unheard": [[str(path), reason] for path, reason in self.skipped],
        }
