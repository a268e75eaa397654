"""`rhythmcap VERB`: everything but the window, on the same library.

Data on stdout, messages on stderr, both always UTF-8. parser says what can be typed, and which
module does it; terminal prints. Each is imported when its verb runs, so that --help is quick.
Nothing here is science.
"""

from __future__ import annotations

import argparse
import contextlib
import importlib
import os
import sys
from collections.abc import Sequence
from io import TextIOWrapper, UnsupportedOperation
from pathlib import Path

from core.cli.parser import parse
from core.cli.terminal import Terminal
from core.cli.verb_parser import USAGE_ERROR
from core.errors import QueryError, RhythmCapError, UsageError
from core.jobs import Cancelled
from core.messages import message
from core.paths import folders

OK, FAILURE, INTERRUPTED = 0, 1, 130
OUTPUTS = (
    "csv",
    "report",
    "write",
    "path",
    "listened",
    "bundle",
    "out",
)  # options that name a file to write


def main(argv: Sequence[str] | None = None) -> int:
    """Run one verb. Exit code: 0 success, 1 something failed, 2 wrong usage, 130 Ctrl+C."""
    _open_streams()
    terminal = Terminal(as_json=False, quiet=False)
    try:
        options = parse(list(sys.argv[1:] if argv is None else argv))
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else USAGE_ERROR
    except BrokenPipeError:
        _discard_stdout()
        return OK
    except OSError as error:  # of --help
        _discard_stdout()
        _report(error, terminal)
        return FAILURE
    terminal = Terminal(as_json=options.json, quiet=options.quiet, verbose=options.verbose)
    try:
        with terminal.stop.listening():
            return _flush_stdout(_run(options, terminal), terminal)
    except KeyboardInterrupt:  # once more, while what is above ends
        return INTERRUPTED


def _run(options: argparse.Namespace, terminal: Terminal) -> int:
    module, _, function = options.run.partition(":")
    try:
        _be_somewhere()
        _spare_library(options)
        return int(getattr(importlib.import_module(module), function)(options, terminal) or OK)
    except (UsageError, QueryError) as error:
        terminal.error(error)
        return USAGE_ERROR
    except (Cancelled, KeyboardInterrupt):
        return _interrupted(terminal)
    except RhythmCapError as error:
        if terminal.stop.is_pressed:  # what was interrupted may tell of it as of a failure
            return _interrupted(terminal)
        terminal.error(error)
    except BrokenPipeError:
        _discard_stdout()
        return OK
    except OSError as error:
        _report(error, terminal)
    return FAILURE


def _be_somewhere() -> None:
    """Raise RhythmCapError in a folder that is gone: no path has a meaning there.

    torch would even end the process.
    """
    try:
        os.getcwd()
    except FileNotFoundError as error:
        raise RhythmCapError("cli.folder_gone") from error


def _spare_library(options: argparse.Namespace) -> None:
    """Raise UsageError where a file to write is the library, which would be gone."""
    library = options.library or folders().library_file
    for name in OUTPUTS:
        path = getattr(options, name, None)
        with contextlib.suppress(OSError, ValueError):
            if isinstance(path, Path) and os.path.samefile(path, library):
                raise UsageError("cli.output_is_library", name=path.name, path=path)


def _interrupted(terminal: Terminal) -> int:
    terminal.say("Stopped. What was finished before is kept, nothing is half-done.")
    return INTERRUPTED


def _report(error: OSError, terminal: Terminal) -> None:
    path = Path(error.filename) if isinstance(error.filename, str) else None
    reason = error.strerror or message("cli.some_file_failed")
    terminal.error(RhythmCapError("cli.file_failed", reason=reason, path=path, detail=repr(error)))


def _open_streams() -> None:
    """Let words in and out be any bytes and UTF-8, whatever the locale says.

    Where a standard stream was closed, no file of ours may get its number: what a C library
    prints would be written into it.
    """
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)  # the lowest free number, which is this one
    if isinstance(sys.stdin, TextIOWrapper):
        with contextlib.suppress(UnsupportedOperation):  # a caller has read from it already
            sys.stdin.reconfigure(encoding="utf-8", errors="surrogateescape", newline="")
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _flush_stdout(code: int, terminal: Terminal) -> int:
    """Write what is still to be written; say so where that fails."""
    try:
        if sys.stdout is not None:
            sys.stdout.flush()
    except BrokenPipeError:
        _discard_stdout()
    except OSError as error:
        _discard_stdout()
        if code == OK:
            _report(error, terminal)
            return FAILURE
    return code


def _discard_stdout() -> None:
    """Drop what is still to be written: the reader of the pipe has ended, or the disk is full."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
