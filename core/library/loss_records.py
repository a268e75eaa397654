"""What a library lost, when it was noticed, and what stands in for it: for the user to be told."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from core.messages import message

MOST_NAMED = 5


@dataclass(frozen=True, slots=True)
class Loss:
    """What one repair could not bring back, or what was missing when the library was opened.

    n_decisions, of about n_expected, are there now. songs: titles of those that lack decisions,
    n_songs altogether. days: between which what is lost was decided (ISO dates, UTC). made_up:
    names that were made up. n_in_part: rows put together from what knew parts of them. n_edits:
    edits missing in the history. n_commits: changes that the file never got, made after `since`
    until `until`. n_spoiled: places where rows are not as they were written.
    """

    n_decisions: int = 0
    n_expected: int = 0
    songs: tuple[str, ...] = ()
    days: tuple[str, ...] = ()
    made_up: tuple[str, ...] = ()
    n_in_part: int = 0
    n_edits: int = 0
    n_commits: int = 0
    since: str = ""
    until: str = ""
    n_spoiled: int = 0
    found_at: str = ""
    n_songs: int = 0

    @property
    def n_lost(self) -> int:
        """Return how many decisions are gone."""
        return max(0, self.n_expected - self.n_decisions)

    def __bool__(self) -> bool:
        """Return whether anything was lost at all."""
        return bool(
            self.n_lost
            or self.made_up
            or self.n_in_part
            or self.n_edits
            or self.n_commits
            or self.n_spoiled
        )

    def sentences(self, most_named: int = MOST_NAMED) -> list[str]:
        """Say what was lost, most important first. most_named: songs, days and names of each."""
        lines: list[str] = []
        if self.n_lost:
            n, n_expected = self.n_decisions, self.n_expected
            lines.append(message("loss.decisions", n=n, n_expected=n_expected))
        if self.songs:
            lines.append(message("loss.songs", songs=_named(self.songs, most_named, self.n_songs)))
        if self.days:
            lines.append(message("loss.days", days=_named(self.days, most_named)))
        if self.made_up:
            lines.append(message("loss.made_up", names=_named(self.made_up, most_named)))
        if self.n_in_part:
            lines.append(message("loss.in_part", n=self.n_in_part))
        if self.n_spoiled:
            lines.append(message("loss.spoiled", n=self.n_spoiled))
        if self.n_commits:
            lines.append(self._commits_sentence())
        if self.n_edits:
            lines.append(message("loss.history", n=self.n_edits))
        return lines

    def _commits_sentence(self) -> str:
        until = minute(self.until)
        if not self.since:
            return message("loss.all_commits", n=self.n_commits, until=until)
        if until == (since := minute(self.since)):
            return message("loss.commits_at", n=self.n_commits, until=until)
        return message("loss.commits", n=self.n_commits, since=since, until=until)


NO_LOSS = Loss()


def minute(time: str) -> str:
    """Write a stored time, which is UTC, to the minute on the user's clock."""
    return f"{datetime.fromisoformat(time).astimezone():%Y-%m-%d %H:%M}" if time else "?"


def loss_to_json(loss: Loss) -> str:
    """Write a loss as the library stores it."""
    return json.dumps(asdict(loss), ensure_ascii=False)


def loss_from_json(text: str, found_at: str) -> Loss:
    """Read a stored loss; what a later version adds to it is left out."""
    stored = json.loads(text)
    values: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value
        for name, value in stored.items()
        if name in Loss.__dataclass_fields__
    }
    values["found_at"] = found_at
    return Loss(**values)


def _named(names: tuple[str, ...], most: int, n_names: int = 0) -> str:
    shown = ", ".join(names[:most])
    n_more = max(n_names, len(names)) - min(most, len(names))
    return message("loss.and_more", names=shown, n_more=n_more) if n_more > 0 else shown
