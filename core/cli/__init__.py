"""`rhythmcap VERB`: everything but the window, on the same library.

Data on stdout, words on stderr. parser says what can be typed; songs, learning, shelf, exporting
and upkeep do it; terminal talks. Verbs import what they need when they run: --help is quick.
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

WELL, FAILED, MISUSED = 0, 1, 2


def main(argv: Sequence[str] | None = None) -> int:
    """Run one verb. Exit code: 0 well, 1 something failed, 2 the words were wrong."""
    try:
        options = parse(list(sys.argv[1:] if argv is None else argv))
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else MISUSED
    terminal = Terminal(as_json=options.json, quiet=options.quiet)
    module, _, function = options.run.partition(":")
    try:
        code = getattr(importlib.import_module(module), function)(options, terminal)
    except RhythmCapError as error:
        terminal.error(error)
        return FAILED
    except (Cancelled, KeyboardInterrupt):
        terminal.say("Stopped. What was done until now is kept.")
        return FAILED
    except BrokenPipeError:
        _let_go_of_stdout()
        return WELL
    except OSError as error:
        place = Path(error.filename) if isinstance(error.filename, str) else None
        remedy = "Check that the place is there, that you may use it, and that it has room."
        terminal.error(
            RhythmCapError(error.strerror or "A file failed.", remedy=remedy, path=place)
        )
        return FAILED
    return int(code or WELL)


def _let_go_of_stdout() -> None:
    """Whoever read us has gone: what is still to be written goes nowhere, without a complaint."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
