"""How many more songs a tag needs, as records: its learning curve, a verdict, and what was kept."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from core.messages import message, sentences
from core.metrics.metric_records import Estimate

TARGET = 0.8  # AUC
HEADS = (
    "tag", "songs_yes", "auc", "auc_low", "auc_high", "auc_with_twice_as_many",
    "auc_with_twice_as_many_low", "auc_with_twice_as_many_high", "verdict", "more_songs",
    "more_songs_low", "more_songs_high", "more_artists", "in_words",
)  # fmt: skip


class Verdict(StrEnum):
    """What a tag needs."""

    GOOD = "good"
    SONGS = "songs"
    DEFINITION = "definition"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class TagForecast:
    """The learning curve of a tag: (songs with a yes learned from, AUC on other artists).

    now: with all songs; more: about how many more songs with a yes reach the target, more_low to
    more_high, which is None where it cannot be told. n_artists: by about how many artists these
    would be. doubled: the AUC with twice as many. line: of the fit, (songs, AUC, low, high).
    """

    tag: str
    n_yes: int
    curve: tuple[tuple[float, float], ...]
    now: Estimate
    doubled: Estimate
    verdict: Verdict
    more: int | None = None
    more_low: int | None = None
    more_high: int | None = None
    n_artists: int = 0
    target: float = TARGET
    line: tuple[tuple[float, float, float, float], ...] = ()

    def sentence(self) -> str:
        """Say what it needs, in words."""
        target = f"{self.target:.2f}".lstrip("0")
        if self.verdict is Verdict.GOOD:
            is_sure = self.now.low is not None and self.now.low >= self.target
            return _good(target, is_sure=is_sure)
        if self.verdict is Verdict.DEFINITION:
            return message("forecast.definition")
        if self.verdict is Verdict.SONGS and self.more is not None:
            low, high = self.more_low or 0, self.more_high
            about = message("forecast.songs", n=self.more, artists=self.n_artists, target=target)
            if high is None and not low:
                return sentences(about, message("forecast.open"))
            if high is None:
                return sentences(about, message("forecast.at_least", low=low))
            return sentences(about, message("forecast.between", low=low, high=high))
        return self.now.reason or message("forecast.unknown", target=target)

    def to_json(self) -> dict[str, Any]:
        """Plain numbers by name."""
        return {
            "tag": self.tag,
            "n_yes": self.n_yes,
            "curve": [list(point) for point in self.curve],
            "auc": self.now.to_json(),
            "auc_with_twice_as_many": self.doubled.to_json(),
            "verdict": self.verdict.value,
            "more_songs": self.more,
            "more_songs_low": self.more_low,
            "more_songs_high": self.more_high,
            "more_artists": self.n_artists,
            "in_words": self.sentence(),
        }

    @classmethod
    def from_json(cls, stored: Mapping[str, Any]) -> TagForecast:
        """Read to_json's form with its line. Raises LookupError, TypeError or ValueError."""
        return cls(
            str(stored["tag"]),
            int(stored["n_yes"]),
            tuple((float(n), float(auc)) for n, auc in stored["curve"]),
            Estimate.from_json(stored["auc"]),
            Estimate.from_json(stored["auc_with_twice_as_many"]),
            Verdict(stored["verdict"]),
            _count(stored["more_songs"]),
            _count(stored["more_songs_low"]),
            _count(stored["more_songs_high"]),
            int(stored["more_artists"]),
            line=tuple((float(n), float(x), float(y), float(z)) for n, x, y, z in stored["line"]),
        )


@dataclass(frozen=True, slots=True)
class KeptForecast:
    """A forecast as it was made. inputs: a digest of what it rests on. model: the name of its own.

    made_at: ISO 8601, UTC. n_decisions: on whole songs, yes or no.
    """

    tags: tuple[TagForecast, ...]
    inputs: str
    model: str
    made_at: str
    n_decisions: int

    def by_name(self) -> dict[str, TagForecast]:
        """Return the forecasts by tag."""
        return {one.tag: one for one in self.tags}


def _good(target: str, *, is_sure: bool) -> str:
    if is_sure:
        return message("forecast.good", target=target)
    return message("forecast.good_so_far", target=target)


def _count(stored: Any) -> int | None:
    return None if stored is None else int(stored)


def csv_rows(tags: Iterable[TagForecast]) -> list[tuple[str, ...]]:
    """Return them as a table, heads first."""
    rows: list[tuple[str, ...]] = [HEADS]
    for one in tags:
        more = (one.more, one.more_low, one.more_high)
        rows.append((
            one.tag, str(one.n_yes), *one.now.cells(), *one.doubled.cells(),
            one.verdict.value, *("" if n is None else str(n) for n in more),
            str(one.n_artists or ""), one.sentence(),
        ))  # fmt: skip
    return rows
