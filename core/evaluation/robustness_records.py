"""A model measured on deformed songs, as records: beside the same songs as they are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import Any

from core import messages
from core.audio.deformations import Condition, conditions_of
from core.metrics.metric_records import Estimate

Failures = tuple[tuple[Path, str], ...]

MOST_S = 300.0  # of a song that are deformed: memory for samples and their spectra stays small


@dataclass(frozen=True, slots=True)
class RobustnessRequest:
    """What is measured. model_tags: the tag ids of the model's words (empty: matched by name).

    most_s: of longer songs the middle so many seconds, deformed or not. seed: of the noise.
    all_songs: songs that the model has learned from, too. unjudged: songs without a decision, too:
    of their scores only changes and order count.
    """

    conditions: tuple[Condition, ...] = field(default_factory=conditions_of)
    model_tags: tuple[int | None, ...] = ()
    most_s: float = MOST_S
    seed: int = 0
    all_songs: bool = False
    unjudged: bool = False


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

    def to_json(self) -> dict[str, Any]:
        """Plain numbers."""
        return {
            "support": self.support,
            "n": self.n,
            "auc_undeformed": self.undeformed.to_json(),
            "auc": self.deformed.to_json(),
            "auc_change": self.change.to_json(),
            "score_change": self.score_change,
        }

    @classmethod
    def from_json(cls, stored: Mapping[str, Any]) -> TagRobustness:
        """Read to_json's form. Raises KeyError, TypeError, ValueError."""
        change = stored["score_change"]
        return cls(
            support=int(stored["support"]),
            n=int(stored["n"]),
            undeformed=Estimate.from_json(stored["auc_undeformed"]),
            deformed=Estimate.from_json(stored["auc"]),
            change=Estimate.from_json(stored["auc_change"]),
            score_change=None if change is None else float(change),
        )


@dataclass(frozen=True, slots=True)
class ConditionResult:
    """What a condition changes, on the songs that were scored with it and without it.

    undeformed, deformed: WAUC, of judged tags; change: the second minus the first, paired. Of all
    words of the model, judged or not: score_change, mean; score_shift, mean size of these changes,
    whichever way; rank, how far songs keep their order in every word, Spearman's correlation with
    the undeformed scores. Each with its 95 % interval over artists. clipped: share of samples cut
    off at full scale, None where nothing is. failed: (path, reason) of songs that have no score
    under this condition. word_changes: mean change of every word's scores.
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
    rank: Estimate = field(default_factory=partial(Estimate, None))
    word_changes: Mapping[str, float] = field(default_factory=dict)

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
            "rank_agreement": self.rank.to_json(),
            "clipped": self.clipped,
            "per_tag": {name: tag.to_json() for name, tag in self.tags.items()},
            "score_change_by_word": dict(self.word_changes),
            "failed": failures_to_json(self.failed),
        }

    @classmethod
    def from_json(cls, stored: Mapping[str, Any]) -> ConditionResult:
        """Read to_json's form. Raises KeyError, TypeError, ValueError."""
        tags, clipped = stored["per_tag"].items(), stored["clipped"]
        return cls(
            condition=Condition(str(stored["deformation"]), float(stored["strength"])),
            n_songs=int(stored["n_songs"]),
            undeformed=Estimate.from_json(stored["wauc_undeformed"]),
            deformed=Estimate.from_json(stored["wauc"]),
            change=Estimate.from_json(stored["wauc_change"]),
            score_change=Estimate.from_json(stored["score_change"]),
            score_shift=Estimate.from_json(stored["score_shift"]),
            tags={str(name): TagRobustness.from_json(tag) for name, tag in tags},
            clipped=None if clipped is None else float(clipped),
            failed=failures_from_json(stored["failed"]),
            rank=Estimate.from_json(stored["rank_agreement"]),
            word_changes={str(k): float(by) for k, by in stored["score_change_by_word"].items()},
        )


@dataclass(frozen=True, slots=True)
class Robustness:
    """A model under all conditions. wauc: of the undeformed songs.

    n_songs, n_artists: measured; n_judged: of these songs with a decision on a word of the model;
    n_words: of the model; n_learned: songs of these that it has learned from; n_shortened:
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
    n_judged: int = 0
    n_words: int = 0

    def to_json(self) -> dict[str, Any]:
        """Plain numbers, the undeformed songs first."""
        return {
            "model": self.model,
            "wauc": self.wauc.to_json(),
            "n_songs": self.n_songs,
            "n_artists": self.n_artists,
            "n_judged": self.n_judged,
            "n_words": self.n_words,
            "n_learned": self.n_learned,
            "n_left_aside": self.n_left_aside,
            "n_shortened": self.n_shortened,
            "most_s": self.most_s,
            "seed": self.seed,
            "conditions": [condition.to_json() for condition in self.conditions],
            "left_out": [
                messages.to_stored({"deformation": name, "reason": why})
                for name, why in self.left_out
            ],
            "unheard": failures_to_json(self.skipped),
        }

    @classmethod
    def from_json(cls, stored: Mapping[str, Any]) -> Robustness:
        """Read to_json's form; without test_songs. Raises KeyError, TypeError, ValueError."""
        return cls(
            model=str(stored["model"]),
            wauc=Estimate.from_json(stored["wauc"]),
            conditions=tuple(ConditionResult.from_json(item) for item in stored["conditions"]),
            n_songs=int(stored["n_songs"]),
            n_artists=int(stored["n_artists"]),
            n_learned=int(stored["n_learned"]),
            n_left_aside=int(stored["n_left_aside"]),
            n_shortened=int(stored["n_shortened"]),
            most_s=float(stored["most_s"]),
            seed=int(stored["seed"]),
            skipped=failures_from_json(stored["unheard"]),
            left_out=tuple(
                (str(item["deformation"]), str(messages.from_stored(item)["reason"]))
                for item in stored["left_out"]
            ),
            n_judged=int(stored["n_judged"]),
            n_words=int(stored["n_words"]),
        )


class SongScope(StrEnum):
    """Which songs a model is measured on."""

    JUDGED = "judged"
    SELECTED = "selected"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class RobustnessChoice:
    """What somebody wants to have measured of a model of the library.

    deformations: their names. most_s: of longer songs the middle. learned: songs that it has
    learned from count, too.
    """

    model_id: int
    deformations: tuple[str, ...]
    songs: SongScope
    most_s: float
    learned: bool = False


@dataclass(frozen=True, slots=True)
class KeptRobustness:
    """A result with the songs it was asked for. measured_at: ISO 8601, UTC."""

    found: Robustness
    measured_at: str
    songs: SongScope


def failures_to_json(failures: Failures) -> list[Any]:
    """Write songs and why they are not there; the reasons can be translated later."""
    return [messages.to_stored({"path": str(path), "reason": why}) for path, why in failures]


def failures_from_json(stored: Sequence[Mapping[str, Any]]) -> Failures:
    """Read failures_to_json's form."""
    records = (messages.from_stored(record) for record in stored)
    return tuple((Path(record["path"]), str(record["reason"])) for record in records)
