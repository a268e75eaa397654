"""Where an annotator's time went: sessions of work, what they bought, and what guesses did."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from core.metrics.metric_records import Estimate

PAUSE_S = 120.0  # a longer gap is a break: nobody knows whether anybody listened
SESSION_GAP_S = 1800.0  # a break that ends a session of work
COLUMNS = (
    "began", "day", "active_minutes", "decisions", "yes", "songs", "taken_back", "at_once",
    "median_seconds", "minutes_listened", "decisions_an_hour", "yes_an_hour",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Work:
    """Decisions made one by one, and the time they took.

    began_at: of the first act, UTC; began_local: "2026-11-30 18:05", "" without any. n_decisions:
    that stand, n_yes of them yes, on n_songs. n_taken_back: those that were undone.
    n_at_once: acts that decided many things at once, such as an import; not among the decisions.
    active_s: the sum of the gaps between acts that are no breaks. n_timed: decisions with such a
    gap before them; lower_s, median_s, upper_s: its quartiles, None without any. listened_s: of
    songs, before decisions; None where that was not recorded. n_breaks: gaps above
    PAUSE_S. n_clock_back: gaps below 0, after a clock was set.
    """

    began_at: str
    began_local: str
    n_decisions: int = 0
    n_yes: int = 0
    n_songs: int = 0
    n_taken_back: int = 0
    n_at_once: int = 0
    active_s: float = 0.0
    n_timed: int = 0
    lower_s: float | None = None
    median_s: float | None = None
    upper_s: float | None = None
    listened_s: float | None = None
    n_breaks: int = 0
    n_clock_back: int = 0

    @property
    def day(self) -> str:
        """Return the local day it began on."""
        return self.began_local[:10]

    @property
    def decisions_an_hour(self) -> float | None:
        """Return how many decisions an active hour holds; None without any time."""
        return self._an_hour(self.n_decisions)

    @property
    def yes_an_hour(self) -> float | None:
        """Return how many songs with a tag an active hour finds; None without any time."""
        return self._an_hour(self.n_yes)

    def _an_hour(self, n: int) -> float | None:
        return n * 3600.0 / self.active_s if self.active_s else None

    def row(self) -> tuple[str, ...]:
        """Write the values of COLUMNS; "" for what is not known."""
        listened_min = None if self.listened_s is None else self.listened_s / 60.0
        values: tuple[str | float | None, ...] = (
            self.began_local, self.day, self.active_s / 60.0, self.n_decisions, self.n_yes,
            self.n_songs, self.n_taken_back, self.n_at_once, self.median_s, listened_min,
            self.decisions_an_hour, self.yes_an_hour,
        )  # fmt: skip
        return tuple(
            "" if value is None else f"{value:.2f}" if isinstance(value, float) else str(value)
            for value in values
        )


@dataclass(frozen=True, slots=True)
class Milestone:
    """A learned model: what it was worth as it was made, and what had been spent until then."""

    model: str
    made_at: str
    wauc: Estimate
    n_decisions: int
    active_s: float
    listened_s: float | None


@dataclass(frozen=True, slots=True)
class GuessEffect:
    """How often a tag that the model suggests gets a yes, with its guess on screen and without.

    n_*: yes or no decisions on tags that the model would suggest. difference: shown minus hidden,
    of equal tags at like scores only (Mantel and Haenszel 1959), from n_compared decisions by
    n_artists artists. shown_s, hidden_s: median seconds a decision, of all decisions.
    """

    n_shown: int
    n_hidden: int
    shown: Estimate
    hidden: Estimate
    difference: Estimate
    n_compared: int
    n_artists: int
    shown_s: float | None = None
    hidden_s: float | None = None

    @property
    def seems_to_lead(self) -> bool:
        """Return whether a guess on screen gets a yes more often than one that is hidden."""
        return self.difference.low is not None and self.difference.low > 0.0

    @property
    def seems_to_repel(self) -> bool:
        """Return whether a guess on screen gets a yes less often than one that is hidden."""
        return self.difference.high is not None and self.difference.high < 0.0


@dataclass(frozen=True, slots=True)
class TimeLedger:
    """All of one annotator: the whole, its sessions and days, learned models, guesses."""

    annotator: str
    total: Work
    sessions: tuple[Work, ...]
    days: tuple[Work, ...]
    milestones: tuple[Milestone, ...]
    guesses: GuessEffect

    def reached(self, wauc: float) -> Milestone | None:
        """Return the first model that was worth so much."""
        worth = (one for one in self.milestones if (one.wauc.value or 0.0) >= wauc)
        return next(worth, None)

    def to_json(self) -> dict[str, Any]:
        """Plain numbers."""
        guesses = {
            name: value.to_json() if isinstance(value := getattr(self.guesses, name), Estimate)
            else value
            for name in GuessEffect.__slots__
        }  # fmt: skip
        return {
            "annotator": self.annotator,
            "total": asdict(self.total),
            "sessions": [asdict(work) for work in self.sessions],
            "days": [asdict(work) for work in self.days],
            "models": [
                {**asdict(one), "wauc": one.wauc.to_json()} for one in self.milestones
            ],
            "guesses": {**guesses, "seems_to_lead": self.guesses.seems_to_lead},
        }  # fmt: skip


def csv_rows(works: Sequence[Work]) -> list[tuple[str, ...]]:
    """Return a table of sessions or days with its heads."""
    return [COLUMNS, *(work.row() for work in works)]
