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
BOLD, PLAIN = "\033[1m", "\033[0m"


class Terminal:
    """Prints a verb's answers. Colours only on a terminal, and never with NO_COLOR."""

    def __init__(self, *, as_json: bool, quiet: bool) -> None:
        self.as_json = as_json
        self._quiet = quiet
        self._colours = sys.stdout.isatty() and not os.environ.get("NO_COLOR")

    def data(self, value: Any, lines: Iterable[str] = ()) -> None:
        """Print the answer: the value as JSON with --json, else the lines."""
        if self.as_json:
            json.dump(value, sys.stdout, ensure_ascii=False, indent=1)
            sys.stdout.write("\n")
        else:
            for line in lines:
                sys.stdout.write(f"{line}\n")
        sys.stdout.flush()

    def say(self, text: str) -> None:
        """Print a message to stderr, unless quiet; it is no part of the answer."""
        if not self._quiet:
            sys.stderr.write(f"{text}\n")

    def prompt(self, text: str) -> None:
        """Print a question, also when quiet; the answer is the next line of stdin."""
        sys.stderr.write(text)
        sys.stderr.flush()

    def error(self, error: RhythmCapError) -> None:
        """Print cause, file and remedy, also when quiet."""
        path = f" ({error.path})" if error.path else ""
        sys.stderr.write(f"rhythmcap: {error.message}{path}\n")
        if error.remedy:
            sys.stderr.write(f"  {error.remedy}\n")

    def strong(self, text: str) -> str:
        """Make text bold, where the terminal can show it."""
        return f"{BOLD}{text}{PLAIN}" if self._colours else text

    def job(self, what: str) -> TerminalJob:
        """Start a progress bar on stderr (nothing where stderr is no terminal, or quiet)."""
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
        """Do nothing: Ctrl+C raises by itself."""

    def close(self) -> None:
        """End the line of the bar."""
        if self._width:
            sys.stderr.write("\n")
            self._width = 0

    def __enter__(self) -> TerminalJob:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def expand_stdin(words: Iterable[str]) -> list[str]:
    """Replace a "-" among words of the command line by the lines of stdin."""
    expanded = list[str]()
    for word in words:
        if word == "-":
            expanded += [line.rstrip("\r\n") for line in sys.stdin if line.strip()]
        else:
            expanded.append(word)
    return expanded


def _left(spent_s: float, fraction: float) -> str:
    if fraction < 0.02 or spent_s < 1.0 or fraction >= 1.0:
        return ""
    left = clock_text(round(spent_s / fraction - spent_s), hours=False)
    return f"  {left} left"


def score_text(value: float | None) -> str:
    """Write a score from 0 to 1 as .123; a dash where there is none."""
    return "–" if value is None else f"{value:.3f}".replace("0.", ".", 1)


def columns(rows: Sequence[Sequence[str]], right: frozenset[int] = frozenset()) -> list[str]:
    """Align rows of cells to lines; the columns in `right` are right-aligned."""
    widths = [max(len(row[index]) for row in rows) for index in range(len(rows[0]))] if rows else []
    lines = []
    for row in rows:
        cells = [
            cell.rjust(width) if index in right else cell.ljust(width)
            for index, (cell, width) in enumerate(zip(row, widths, strict=True))
        ]
        lines.append("  ".join(cells).rstrip())
    return lines
