"""How long work talks to its caller: progress out, cancel in.

No threads here; the window's job runner, the command line's progress bar and the tests each
bring their own JobContext.
"""

from __future__ import annotations

from typing import Protocol


class Cancelled(Exception):
    """The user asked to stop. Not an error, so not a RhythmCapError."""


class JobContext(Protocol):
    """What every long function takes as its last parameter."""

    def report(self, done: float, total: float, what: str = "") -> None:
        """Say how far the work is: done of total, and what is being worked on."""

    def check(self) -> None:
        """Raise Cancelled if the user has asked to stop."""


class SilentJob:
    """A job whose reports are ignored and that is never cancelled."""

    def report(self, done: float, total: float, what: str = "") -> None:
        """Ignore the report."""

    def check(self) -> None:
        """Go on."""


SILENT: JobContext = SilentJob()


class SubJob:
    """One part of a larger job: maps its own 0..total onto a span of the parent's 0..1.

    start, share: fractions of the parent's work, 0 to 1.
    """

    def __init__(self, parent: JobContext, start: float, share: float) -> None:
        self._parent = parent
        self._start = start
        self._share = share

    def report(self, done: float, total: float, what: str = "") -> None:
        """Report done/total as this part's share of the whole."""
        fraction = done / total if total else 0.0
        self._parent.report(self._start + self._share * min(fraction, 1.0), 1.0, what)

    def check(self) -> None:
        """Raise Cancelled if the parent was cancelled."""
        self._parent.check()


def part_of(job: JobContext, row: int, n_rows: int) -> SubJob:
    """Return the part of a job that is about one of its rows, so that its bar never goes back."""
    return SubJob(job, row / n_rows, 1.0 / n_rows)
