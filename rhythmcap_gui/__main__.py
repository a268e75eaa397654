"""`rhythmcap`: opens the window, on the songs given; with a verb, works without it or Qt."""

from __future__ import annotations

import sys

INTERRUPTED, STOPPED = 130, "Stopped. Nothing was begun.\n"
try:
    import argparse
    import atexit
    import gc
    import multiprocessing
    import os
    import signal
    from collections.abc import Sequence

    from core.printable import path_from_text
except KeyboardInterrupt:
    sys.stderr.write(STOPPED)
    sys.exit(INTERRUPTED)

OPTIONS_WITH_VALUE = ("--library", "--annotator")


def main(argv: Sequence[str] | None = None) -> int:
    """Return the exit code: 0 success, 1 something failed, 2 it could not begin."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    if names_a_verb(arguments):
        return _run_verb(arguments)
    options = _parser().parse_args(arguments)
    if options.version:
        sys.stdout.write(f"rhythmcap {_version()}\n")
        return 0
    from rhythmcap_gui.preflight import problem

    if found := problem():
        sys.stderr.write(f"{found}\n")
        return 2
    gc.disable()  # loading makes objects and no garbage; app.run collects again
    try:
        from rhythmcap_gui.app import run
    except ImportError as error:
        sys.stderr.write(f"RhythmCap cannot load Qt: {error}\n")
        return 2
    from rhythmcap_gui.start_folder import leave_start_folder

    here = leave_start_folder()
    library = here / options.library if options.library else None
    return run(library, demo=options.demo, files=[here / file for file in options.files])


def _run_verb(arguments: list[str]) -> int:
    """Run a verb; Ctrl+C before it begins or after it has ended leaves no traceback."""
    atexit.register(signal.signal, signal.SIGINT, signal.SIG_IGN)
    try:
        from core.cli import main as verbs
    except KeyboardInterrupt:
        sys.stderr.write(STOPPED)
        return INTERRUPTED
    try:
        return verbs(arguments)
    except KeyboardInterrupt:
        return INTERRUPTED


def names_a_verb(arguments: Sequence[str]) -> bool:
    """Whether a verb is called: the first positional argument is no file, or help is requested."""
    skip = False
    for argument in arguments:
        if skip:
            skip = False
        elif argument in ("-h", "--help", "--json", "--quiet"):
            return True
        elif argument in OPTIONS_WITH_VALUE:
            skip = True
        elif not argument.startswith("-"):
            return not _is_file(argument)
    return False


def _is_file(word: str) -> bool:
    """Whether a word is an existing file or folder, as a desktop passes it; verbs have no dot."""
    return ("." in word or os.sep in word) and os.path.exists(path_from_text(word))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser("rhythmcap", add_help=False, allow_abbrev=False)
    parser.add_argument("--library", type=path_from_text, metavar="FILE")
    parser.add_argument("--demo", action="store_true")
    parser.add_argument("--version", action="store_true")
    parser.add_argument("files", nargs="*", type=path_from_text, metavar="FILE")
    return parser


def _version() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("rhythmcap")
    except PackageNotFoundError:
        return "(run from its source, not installed)"


if __name__ == "__main__":
    multiprocessing.freeze_support()  # in a bundle a process that reads songs begins here, too
    sys.exit(main())
