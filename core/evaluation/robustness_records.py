"""A model measured on deformed songs, as records: beside the same songs as they are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from core.audio.deformations import Condition, conditions_of
from core.metrics.metric_records import Estimate

MOST_S = 300.0  # of a song that are deformed: memory for samples and their spectra stays small


@dataclass(frozen=True, slots=True)
class RobustnessRequest:
    """What is measured. model_tags: the tag ids of the model's words (empty: matched by name).

    most_s: of longer songs the middle so many seconds, deformed or not. seed: of the noise.
    all_songs: songs that the model has learned from, too.
    """

    conditions: tuple[Condition, ...] = field(default_factory=conditions_of)
    model_tags: tuple[int | None, ...] = ()
    most_s: float = MOST_S
    seed: int = 0
    all_songs: bool = False


@dataclass(frozen=True, slots=True)
class TagRobustness:
    """One tag under a condition. support: songs with it; n: judged songs scored both ways.

    undeformed, deformed: its AUC; change: the second minus the first. score_change: mean over the
    scored songs, judged or not; None without any.
    """

    support: int
    n: int
    undeformed: Estimate
    deformed: Estimate
    change: Estimate
    score_change: float | None


@dataclass(frozen=True, slots=True)
class ConditionResult:
    """What a condition changes, on the songs that were scored with it and without it.

    undeformed, deformed: WAUC; change: the second minus the first, paired. score_change: mean of
    all tags' scores; score_shift: mean size of these changes, whichever way. Each with its 95 %
    interval over artists. clipped: share of samples cut off at full scale, None where nothing is.
    failed: (path, reason) of songs that have no score under this condition.
    """

    condition: Condition
    n_songs: int
    undeformed: Estimate
    deformed: Estimate
    change: Estimate
    score_change: Estimate
    score_shift: Estimate
    tags: Mapping[str, TagRobustness]
    clipped: float | None = None
    failed: tuple[tuple[Path, str], ...] = ()

    def to_json(self) -> dict[str, Any]:
        """Plain numbers."""
        return {
            "deformation": self.condition.deformation,
            "strength": self.condition.strength,
            "strength_text": self.condition.strength_text,
            "n_songs": self.n_songs,
            "wauc_undeformed": self.undeformed.to_json(),
            "wauc": self.deformed.to_json(),
            "wauc_change": self.change.to_json(),
            "score_change": self.score_change.to_json(),
            "score_shift": self.score_shift.to_json(),
            "clipped": self.clipped,
            "per_tag": {
                name: {
                    "support": tag.support,
                    "n": tag.n,
                    "auc_undeformed": tag.undeformed.to_json(),
                    "auc": tag.deformed.to_json(),
                    "auc_change": tag.change.to_json(),
                    "score_change": tag.score_change,
                }
                for name, tag in self.tags.items()
            },
            "failed": [[str(path), reason] for path, reason in self.failed],
        }


@dataclass(frozen=True, slots=True)
class Robustness:
    """A model under all conditions. wauc: of the undeformed songs.

    n_songs, n_artists: measured; n_learned: songs of these that it has learned from; n_shortened:
    of which only the middle counts. n_left_aside: judged songs left out as it has learned from
    them. skipped: (path, reason) of songs that could not be read or scored at all. left_out: (name,
    reason) of deformations that cannot be done here. test_songs: audio hashes of songs measured
    that it has not learned from.
    """

    model: str
    wauc: Estimate
    conditions: tuple[ConditionResult, ...]
    n_songs: int
    n_artists: int
    n_learned: int
    n_left_aside: int
    n_shortened: int
    most_s: float
    seed: int
    skipped: tuple[tuple[Path, str], ...] = ()
    left_out: tuple[tuple[str, str], ...] = ()
    test_songs: frozenset[str] = frozenset()

    def to_json(self) -> dict[str, Any]:
        """Plain numbers, the undeformed songs first."""
        return {
            "model": self.model,
            "wauc": self.wauc.to_json(),
            "n_songs": self.n_songs,
            "n_artists": self.n_artists,
            "n_learned": self.n_learned,
            "n_left_aside": self.n_left_aside,
            "n_shortened": self.n_shortened,
            "most_s": self.most_s,
            "seed": self.seed,
            "conditions": [condition.to_json() for condition in self.conditions],
            "left_out": [{"deformation": name, "reason": why} for name, why in self.left_out],
            "unheard": [[str(path), reason] for path, reason in self.skipped],
        }
