"""`rhythmcap VERB`: everything but the window, on the same library.

Data on stdout, messages on stderr. parser says what can be typed; songs, files, learning, models,
compare, export and doctor do it; terminal prints. Each is imported when its verb runs, so that
--help is quick. Nothing here is science.
"""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from core.cli.parser import parse
from core.cli.terminal import Terminal
from core.errors import RhythmCapError
from core.jobs import Cancelled
from core.messages import message

OK, FAILURE, USAGE_ERROR = 0, 1, 2


def main(argv: Sequence[str] | None = None) -> int:
    """Run one verb. Exit code: 0 success, 1 something failed, 2 wrong usage."""
    try:
        options = parse(list(sys.argv[1:] if argv is None else argv))
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else USAGE_ERROR
    terminal = Terminal(as_json=options.json, quiet=options.quiet)
    module, _, function = options.run.partition(":")
    try:
        code = getattr(importlib.import_module(module), function)(options, terminal)
    except RhythmCapError as error:
        terminal.error(error)
        return FAILURE
    except (Cancelled, KeyboardInterrupt):
        terminal.say("Stopped. What was done until now is kept.")
        return FAILURE
    except BrokenPipeError:
        _discard_stdout()
        return OK
    except OSError as error:
        path = Path(error.filename) if isinstance(error.filename, str) else None
        reason = error.strerror or message("cli.some_file_failed")
        terminal.error(RhythmCapError("cli.file_failed", reason=reason, path=path))
        return FAILURE
    return int(code or OK)


def _discard_stdout() -> None:
    """Drop what is still to be written: the reader of the pipe has ended."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
