"""Models side by side, as records: measured by compare.py, shown and written by others."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from core.evaluation.report import Evaluation


@dataclass(frozen=True, slots=True)
class Scorecard:
    """One model on one tag, or its mean over the tags; None where the songs allow no number."""

    roc_auc: float | None
    pr_auc: float | None
    ap: float | None
    mcc: float | None
    f1: float | None


@dataclass(frozen=True, slots=True)
class ComparedTag:
    """One tag that every model predicts. support: songs with it; n: songs where it was judged.

    models: one scorecard per model, in order.
    """

    name: str
    support: int
    n: int
    models: tuple[Scorecard, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Models side by side. tags: the most used first. left_out: (tag, reason).

    wauc, means: one per model, over the same tags. evaluations: each model on these songs with all
    the words it has. n_songs: scored by every model. skipped: (path, reason) of the others.
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
            "unheard": [[str(path), reason] for path, reason in self.skipped],
        }
