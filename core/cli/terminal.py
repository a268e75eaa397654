"""The terminal: data to stdout, words and progress to stderr, JSON where it is asked for."""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Iterable, Sequence
from typing import Any

from core.durations import clock_text
from core.errors import RhythmCapError

REDRAW_EVERY_S = 0.1
BAR_CELLS = 24
BOLD, DIM, PLAIN = "\033[1m", "\033[2m", "\033[0m"


class Terminal:
    """Where a verb's answers go. Colours only on a terminal, and never with NO_COLOR."""

    def __init__(self, *, as_json: bool, quiet: bool) -> None:
        self.as_json = as_json
        self._quiet = quiet
        self._colours = sys.stdout.isatty() and not os.environ.get("NO_COLOR")

    def data(self, value: Any, lines: Iterable[str] = ()) -> None:
        """The answer: value as JSON if that was asked for, else the lines."""
        if self.as_json:
            json.dump(value, sys.stdout, ensure_ascii=False, indent=1)
            sys.stdout.write("\n")
        else:
            for line in lines:
                sys.stdout.write(f"{line}\n")
        sys.stdout.flush()

    def say(self, text: str) -> None:
        """A word to the user, not part of the answer."""
        if not self._quiet:
            sys.stderr.write(f"{text}\n")

    def ask(self, text: str) -> None:
        """A question; said also when quiet. The answer is the next line of stdin."""
        sys.stderr.write(text)
        sys.stderr.flush()

    def error(self, error: RhythmCapError) -> None:
        """Cause, file and remedy; said also when quiet."""
        place = f" ({error.path})" if error.path else ""
        sys.stderr.write(f"rhythmcap: {error.message}{place}\n")
        if error.remedy:
            sys.stderr.write(f"  {error.remedy}\n")

    def strong(self, text: str) -> str:
        """Text that stands out, where the terminal can show it."""
        return f"{BOLD}{text}{PLAIN}" if self._colours else text

    def faint(self, text: str) -> str:
        """Text that steps back, where the terminal can show it."""
        return f"{DIM}{text}{PLAIN}" if self._colours else text

    def job(self, what: str) -> TerminalJob:
        """A progress bar on stderr (nothing where stderr is no terminal, or quiet)."""
        return TerminalJob(what, shown=sys.stderr.isatty() and not self._quiet)


class TerminalJob:
    """A JobContext that draws: what, how far, how long still. Ctrl+C is its cancel."""

    def __init__(self, what: str, *, shown: bool) -> None:
        self._what = what
        self._shown = shown
        self._begun = self._drawn = time.monotonic()
        self._width = 0

    def report(self, done: float, total: float, what: str = "") -> None:
        """Draw the bar, ten times a second at most."""
        now = time.monotonic()
        if not self._shown or (now - self._drawn < REDRAW_EVERY_S and done < total):
            return
        self._drawn = now
        fraction = min(1.0, done / total) if total else 0.0
        cells = round(BAR_CELLS * fraction)
        bar = "#" * cells + "-" * (BAR_CELLS - cells)
        left = _left(now - self._begun, fraction)
        line = f"{self._what} [{bar}] {fraction:4.0%}{left}  {what[:40]}"
        sys.stderr.write("\r" + line.ljust(self._width))
        self._width = len(line)
        if fraction >= 1.0:
            self.close()
        sys.stderr.flush()

    def check(self) -> None:
        """Nothing to do: Ctrl+C raises by itself."""

    def close(self) -> None:
        """Leave the line to what comes next."""
        if self._width:
            sys.stderr.write("\n")
            self._width = 0

    def __enter__(self) -> TerminalJob:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def named(words: Iterable[str]) -> list[str]:
    """Words from the command line; a "-" among them stands for the lines of stdin."""
    found = list[str]()
    for word in words:
        if word == "-":
            found += [line.rstrip("\r\n") for line in sys.stdin if line.strip()]
        else:
            found.append(word)
    return found


def _left(spent_s: float, fraction: float) -> str:
    if fraction < 0.02 or spent_s < 1.0 or fraction >= 1.0:
        return ""
    left = clock_text(round(spent_s / fraction - spent_s), hours=False)
    return f"  {left} left"


def columns(rows: Sequence[Sequence[str]], right: frozenset[int] = frozenset()) -> list[str]:
    """Rows of cells as aligned lines; the columns in `right` are right-aligned."""
    widths = [max(len(row[index]) for row in rows) for index in range(len(rows[0]))] if rows else []
    lines = []
    for row in rows:
        cells = [
            cell.rjust(width) if index in right else cell.ljust(width)
            for index, (cell, width) in enumerate(zip(row, widths, strict=True))
        ]
        lines.append("  ".join(cells).rstrip())
    return lines
