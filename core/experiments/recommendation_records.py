"""Which system suits a library's tags: what a small plan would do, and what it found.

Plain records for views. Sentences are made by recommendation_texts.py.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from core import messages
from core.metrics.metric_records import Estimate


class Verdict(StrEnum):
    """What a small plan says of RhythmCap's own way."""

    BEST = "best"  # clearly better than every other system
    GOOD = "good"  # no system is clearly better
    OTHER = "other"  # another system is clearly better
    NOTHING = "nothing"  # no system is clearly better than guessing
    UNKNOWN = "unknown"  # the songs allow no range


@dataclass(frozen=True, slots=True)
class Prospect:
    """What a small plan would do with the songs as they are judged now.

    n_songs: judged ones, n_used of them tried; n_artists, n_tags: of these. n_systems: tried.
    expected_s: how long it takes. obstacle: why nothing can be said, remedy: what to do about it.
    digest: of the decisions. begun: a run of just these decisions was stopped and can go on.
    """

    n_songs: int
    n_used: int
    n_artists: int
    n_tags: int
    n_systems: int
    expected_s: float
    digest: str
    obstacle: str = ""
    remedy: str = ""
    begun: bool = False


@dataclass(frozen=True, slots=True)
class CurvePoint:
    """What a system learns from so many labelled songs. is_all: from all there are."""

    n_labelled: int
    is_all: bool
    wauc: Estimate

    def to_json(self) -> dict[str, Any]:
        """Plain values."""
        return {
            "n_labelled": self.n_labelled,
            "is_all": self.is_all,
            "wauc": self.wauc.to_json(),
        }

    @classmethod
    def from_json(cls, stored: Mapping[str, Any]) -> CurvePoint:
        """Read to_json's form. Raises KeyError, TypeError, ValueError."""
        return cls(
            int(stored["n_labelled"]), bool(stored["is_all"]), Estimate.from_json(stored["wauc"])
        )


@dataclass(frozen=True, slots=True)
class SystemEvidence:
    """One system, learned from all labelled songs but those of the artists it is tested on.

    label: as in plans. name: in plain words; title: in the field's. wauc: with its 95 % range;
    spread: its standard deviation over repetitions. difference: to RhythmCap's own way, with a
    range that holds for all systems at once. by_song: the WAUC of a test that takes artists
    apart, which may be too good; by_song_gain: what that adds. n_learned: tags that could be
    learned, on average. fit_s: seconds to learn; score_s: to score a song. curve: from few
    songs to all. reason: why there is no number.
    """

    label: str
    name: str
    title: str
    wauc: Estimate
    spread: float | None
    difference: Estimate
    by_song: float | None
    by_song_gain: Estimate
    n_learned: float
    fit_s: float | None
    score_s: float | None
    curve: tuple[CurvePoint, ...]
    reason: str | None = None

    def to_json(self) -> dict[str, Any]:
        """Plain values; texts with their ids."""
        return messages.to_stored(
            {
                "label": self.label,
                "name": self.name,
                "title": self.title,
                "wauc": self.wauc.to_json(),
                "spread": self.spread,
                "difference": self.difference.to_json(),
                "by_song": self.by_song,
                "by_song_gain": self.by_song_gain.to_json(),
                "n_learned": self.n_learned,
                "fit_s": self.fit_s,
                "score_s": self.score_s,
                "curve": [point.to_json() for point in self.curve],
                "reason": self.reason,
            }
        )

    @classmethod
    def from_json(cls, stored: Mapping[str, Any]) -> SystemEvidence:
        """Read to_json's form. Raises KeyError, TypeError, ValueError."""
        known = messages.from_stored(stored)
        return cls(
            label=str(known["label"]),
            name=known["name"],
            title=known["title"],
            wauc=Estimate.from_json(known["wauc"]),
            spread=_number(known["spread"]),
            difference=Estimate.from_json(known["difference"]),
            by_song=_number(known["by_song"]),
            by_song_gain=Estimate.from_json(known["by_song_gain"]),
            n_learned=float(known["n_learned"]),
            fit_s=_number(known["fit_s"]),
            score_s=_number(known["score_s"]),
            curve=tuple(CurvePoint.from_json(point) for point in known["curve"]),
            reason=known["reason"],
        )


@dataclass(frozen=True, slots=True)
class Recommendation:
    """What a small plan found, and what it rests on.

    own, chosen: labels of RhythmCap's own way, and of what is recommended. corrected: the WAUC of
    the chosen one without what the choice adds; optimism: what it adds. gain: what own way gains
    from all labelled songs over the largest smaller number of them. depth: the depth of supervision
    by which the chosen one can be learned here, "" for none. headline, sentences: in plain words.
    made_at: ISO 8601, UTC. n_decisions: of all tags and songs, when it was made.
    """

    verdict: Verdict
    own: str
    chosen: str
    corrected: Estimate
    optimism: float
    gain: Estimate
    systems: tuple[SystemEvidence, ...]
    headline: str
    sentences: tuple[str, ...]
    model: str
    made_at: str
    n_songs: int
    n_artists: int
    n_tags: int
    n_decisions: int
    by_artist: bool = True
    depth: str = ""

    def evidence(self, label: str) -> SystemEvidence:
        """Return a system by its label. Raises KeyError."""
        for system in self.systems:
            if system.label == label:
                return system
        raise KeyError(label)

    def to_json(self) -> dict[str, Any]:
        """Plain values; texts with their ids."""
        record = {name: getattr(self, name) for name in _PLAIN}
        record |= {name: getattr(self, name).to_json() for name in _ESTIMATES}
        record["verdict"] = str(self.verdict)
        record["systems"] = [system.to_json() for system in self.systems]
        record["sentences"] = [messages.to_stored({"text": text}) for text in self.sentences]
        return messages.to_stored({**record, "headline": self.headline})

    @classmethod
    def from_json(cls, stored: Mapping[str, Any]) -> Recommendation:
        """Read to_json's form. Raises KeyError, TypeError, ValueError."""
        known = messages.from_stored(stored)
        values = {name: kind(known[name]) for name, kind in _PLAIN.items()}
        values |= {name: Estimate.from_json(known[name]) for name in _ESTIMATES}
        found = cls(
            verdict=Verdict(known["verdict"]),
            systems=tuple(SystemEvidence.from_json(system) for system in known["systems"]),
            headline=known["headline"],
            sentences=tuple(messages.from_stored(text)["text"] for text in known["sentences"]),
            **values,
        )
        found.evidence(found.chosen)
        found.evidence(found.own)
        return found


_PLAIN: Mapping[str, type] = {
    "own": str,
    "chosen": str,
    "optimism": float,
    "model": str,
    "made_at": str,
    "n_songs": int,
    "n_artists": int,
    "n_tags": int,
    "n_decisions": int,
    "by_artist": bool,
    "depth": str,
}
_ESTIMATES = ("corrected", "gain")


def _number(value: object) -> float | None:
    return float(value) if isinstance(value, int | float) else None
