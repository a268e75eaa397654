"""The terminal: data to stdout, words and progress to stderr, JSON where it is asked for.

All that comes from files and songs is made printable on its way out; see core.printable.
"""

from __future__ import annotations

import contextlib
import errno
import os
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from typing import Any, TextIO

from core.cli.interrupts import StopRequest
from core.durations import clock_text
from core.errors import RhythmCapError, UsageError
from core.jobs import Cancelled
from core.messages import message
from core.printable import json_text, path_text, printable

REDRAW_EVERY_S = 0.1
BAR_CELLS = 24
BOLD, PLAIN = "\033[1m", "\033[0m"


class StyledLine(str):
    """A line with signs of our own for the terminal; what is not ours in it is printable."""


class Terminal:
    """Prints a verb's answers. Colours only on a terminal, and never with NO_COLOR."""

    def __init__(self, *, as_json: bool, quiet: bool, verbose: bool = False) -> None:
        self.as_json = as_json
        self._quiet = quiet
        self._verbose = verbose
        self._colours = is_terminal(sys.stdout) and not os.environ.get("NO_COLOR")
        self.stop = StopRequest(quiet=quiet)

    def silenced(self) -> Terminal:
        """Return one that prints errors only, and stops when this one is told to."""
        silent = Terminal(as_json=False, quiet=True)
        silent.stop = self.stop
        return silent

    def data(self, value: Any, lines: Iterable[str] = ()) -> None:
        """Print the answer: the value as JSON with --json, else the lines. Raises OSError."""
        written = [json_text(value)] if self.as_json else [_one_line(line) for line in lines]
        if not written:
            return
        stdout = self.stdout()
        for line in written:
            stdout.write(f"{line}\n")
        stdout.flush()

    def stdout(self) -> TextIO:
        """Return the stream of the answer. Raises OSError where it was closed before we began."""
        if sys.stdout is None:
            raise OSError(errno.EBADF, message("cli.stdout_closed"))
        return sys.stdout

    def say(self, text: str) -> None:
        """Print a message to stderr, unless quiet; it is no part of the answer."""
        if not self._quiet:
            _write_message(f"{printable(text)}\n")

    def warn(self, text: str) -> None:
        """Print a message to stderr, also when quiet: something of the user's is at stake."""
        _write_message(f"rhythmcap: {printable(text)}\n")

    def explain(self, text: str) -> None:
        """Print a message that only --verbose asks for."""
        if self._verbose:
            _write_message(f"{printable(text)}\n")

    def ask(self, text: str) -> str:
        """Print a question, also when quiet, and return the answer; "" where nobody is asked."""
        if self.as_json or not is_terminal(sys.stdin):
            return ""
        _write_message("\n".join(map(printable, text.split("\n"))))
        return sys.stdin.readline().strip()

    def error(self, error: RhythmCapError) -> None:
        """Print cause, file and remedy, also when quiet; the technical cause with --verbose."""
        path = ""
        if error.path is not None and str(error.path.absolute()) not in error.message:
            path = f" ({path_text(error.path.absolute())})"
        _write_message(f"rhythmcap: {printable(error.message)}{path}\n")
        if error.remedy:
            _write_message(f"  {printable(error.remedy)}\n")
        if error.detail:
            self.explain(f"  {error.detail}")

    def heading(self, strong: str, text: str) -> str:
        """Write a line whose beginning is bold, where the terminal can show it."""
        strong, text = printable(strong), printable(text)
        return StyledLine(f"{BOLD}{strong}{PLAIN}{text}") if self._colours else strong + text

    def job(self, what: str) -> TerminalJob:
        """Start a progress bar on stderr (nothing where stderr is no terminal, or quiet).

        With --verbose every step is a line instead, with the seconds since the beginning.
        """
        shown = is_terminal(sys.stderr) and not (self._quiet or self._verbose)
        explain = self.explain if self._verbose else None
        return TerminalJob(what, self.stop, shown=shown, explain=explain)


class TerminalJob:
    """A JobContext that draws: what, how far, how long still. Ctrl+C is its cancel.

    explain: gets a line for every step that a report names.
    """

    def __init__(
        self,
        what: str,
        stop: StopRequest,
        *,
        shown: bool,
        explain: Callable[[str], None] | None = None,
    ) -> None:
        self._what = what
        self._stop = stop
        self._shown = shown
        self._explain = explain
        self._step = ""
        self._begun = self._drawn = time.monotonic()
        self._width = 0

    def report(self, done: float, total: float, what: str = "") -> None:
        """Draw the bar, ten times a second at most."""
        now = time.monotonic()
        if what and what != self._step:
            self._step = what
            self._say(what)
        if not self._shown or (now - self._drawn < REDRAW_EVERY_S and done < total):
            return
        self._drawn = now
        fraction = min(1.0, done / total) if total else 0.0
        cells = round(BAR_CELLS * fraction)
        bar = "#" * cells + "-" * (BAR_CELLS - cells)
        left = _left(now - self._begun, fraction)
        line = f"{self._what} [{bar}] {fraction:4.0%}{left}  {printable(what)[:40]}"
        sys.stderr.write("\r" + line.ljust(self._width))
        self._width = len(line)
        if fraction >= 1.0:
            self.close()
        sys.stderr.flush()

    def check(self) -> None:
        """Raise Cancelled after Ctrl+C."""
        if self._stop.is_pressed:
            raise Cancelled

    def close(self) -> None:
        """End the line of the bar."""
        if self._width:
            sys.stderr.write("\n")
            self._width = 0

    def __enter__(self) -> TerminalJob:
        self._stop.n_jobs += 1
        return self

    def __exit__(self, _type: object, error: BaseException | None, _traceback: object) -> None:
        self._stop.n_jobs -= 1
        self.close()
        if error is None:
            self._say("done")

    def _say(self, step: str) -> None:
        if self._explain is not None:
            self._explain(f"{time.monotonic() - self._begun:8.2f} s  {self._what}: {step}")


def is_terminal(stream: TextIO | None) -> bool:
    """Whether a stream is one that a person sees or types into; a closed one is not."""
    return stream is not None and stream.isatty()


def _write_message(text: str) -> None:
    if sys.stderr is not None:
        with contextlib.suppress(OSError):  # nobody reads it, and the answer matters more
            sys.stderr.write(text)
            sys.stderr.flush()


def _one_line(line: str) -> str:
    return line if isinstance(line, StyledLine) else printable(line)


def expand_stdin(words: Iterable[str]) -> list[str]:
    """Replace a "-" among words of the command line by the lines of stdin.

    Where there is a NUL sign (find -print0), it ends a word, and a newline is a part of it.
    Raises UsageError for an empty word, as a script writes whose variable is not set.
    """
    expanded = list[str]()
    for word in words:
        if not word:
            raise UsageError("cli.empty_word")
        if word != "-":
            expanded.append(word)
        elif sys.stdin is not None:
            text = sys.stdin.read()
            lines = text.split("\0") if "\0" in text else text.replace("\r\n", "\n").split("\n")
            expanded += [line for line in lines if line.strip()]
    return expanded


def _left(spent_s: float, fraction: float) -> str:
    if fraction < 0.02 or spent_s < 1.0 or fraction >= 1.0:
        return ""
    left = clock_text(round(spent_s / fraction - spent_s), hours=False)
    return f"  {left} left"


def counted(n: int, noun: str) -> str:
    """Write how many there are: "1 song", "2 songs", "3 copies"."""
    several = f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s"
    return f"{n} {noun if n == 1 else several}"


def metric_text(value: float | None) -> str:
    """Write a metric from 0 to 1 as .123; 1.000 only where it is 1, a dash where there is none."""
    if value is None:
        return "–"
    return f"{value if value >= 1.0 else min(value, 0.999):.3f}".replace("0.", ".", 1)


def columns(rows: Sequence[Sequence[str]], right: frozenset[int] = frozenset()) -> list[str]:
    """Align rows of cells to lines; the columns in `right` are right-aligned."""
    rows = [[printable(cell) for cell in row] for row in rows]
    widths = [max(len(row[index]) for row in rows) for index in range(len(rows[0]))] if rows else []
    lines = []
    for row in rows:
        cells = [
            cell.rjust(width) if index in right else cell.ljust(width)
            for index, (cell, width) in enumerate(zip(row, widths, strict=True))
        ]
        lines.append("  ".join(cells).rstrip())
    return lines
