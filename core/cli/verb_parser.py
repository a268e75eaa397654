"""How a verb is described to argparse: its help with examples and defaults, its kinds of numbers.

parser says which verbs there are. The help, the completions and the man page are all read from
what is made here.
"""

from __future__ import annotations

import argparse
import difflib
import itertools
import math
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, NoReturn, TypeAlias

from core.audio.dates import EARLIEST, LATEST, year_of
from core.printable import path_from_text, printable

USAGE_ERROR = 2


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb: its name, its function ("module:function" of core.cli), what it does, examples."""

    name: str
    run: str
    words: str
    examples: tuple[str, ...]


class VerbParser(argparse.ArgumentParser):
    """A parser that writes what was wrong without the control signs that stood in it."""

    def parse_known_args(  # type: ignore[override]
        self, args: Sequence[str] | None = None, namespace: argparse.Namespace | None = None
    ) -> tuple[argparse.Namespace, list[str]]:
        """Name an option that a verb does not have before anything that is missing."""
        words = list(args or ())
        has_verbs = self._subparsers is not None
        options = [] if has_verbs else itertools.takewhile(lambda word: word != "--", words)
        for word in options:
            if word.startswith("--") and word.partition("=")[0] not in self._option_string_actions:
                self.error(f"there is no option {word}")
        return super().parse_known_args(words, namespace)

    def _check_value(self, action: argparse.Action, value: Any) -> None:
        """Say which verb may be meant, or that there is no such file to open."""
        if isinstance(action, argparse._SubParsersAction) and value not in action.choices:
            near = difflib.get_close_matches(value, action.choices, n=3)
            is_path = "." in value or "/" in value
            problem = f"there is no {'file' if is_path else 'verb'} {value!r}"
            raise argparse.ArgumentError(
                None, f"{problem}; did you mean {', '.join(near)}?" if near else problem
            )
        super()._check_value(action, value)

    def _print_message(self, message: str, file: Any = None) -> None:
        """Write help; what cannot be written is no success, as it would be to argparse."""
        if message and file is not None:
            file.write(message)
            file.flush()

    def error(self, message: str) -> NoReturn:
        """Say what is wrong and where help is; exit with 2."""
        if sys.stderr is not None:
            sys.stderr.write(f"{self.prog}: {printable(message)}\n")
            sys.stderr.write(f"  See {self.prog} --help\n")
        raise SystemExit(USAGE_ERROR)


Subparsers: TypeAlias = "argparse._SubParsersAction[VerbParser]"


class HelpFormatter(argparse.RawDescriptionHelpFormatter):
    """Examples as they are written; the default behind every option that has one."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, max_help_position=30, width=100)

    def _get_help_string(self, action: argparse.Action) -> str:
        text = action.help or ""
        says_it = "(default: " in text or action.default in (None, argparse.SUPPRESS)
        return text if says_it else f"{text} (default: {action.default})"


def make_verb(verbs: Subparsers, shared: VerbParser, verb: Verb) -> VerbParser:
    """Add a verb with the options that all have; its own arguments are the caller's."""
    parser = make_group(verbs, shared, verb)
    parser.set_defaults(run=f"core.cli.{verb.run}")
    return parser


def make_group(verbs: Subparsers, shared: VerbParser, verb: Verb) -> VerbParser:
    """Add a verb that only has others below it, such as models."""
    return verbs.add_parser(
        verb.name,
        help=verb.words,
        description=f"{verb.words[:1].upper()}{verb.words[1:]}.",
        epilog=example_lines(verb.examples),
        parents=[shared],
        formatter_class=HelpFormatter,
        allow_abbrev=False,
    )


def example_lines(examples: Iterable[str]) -> str:
    """Write examples as the end of a help."""
    return "\n".join(["examples:", *(f"  {example}" for example in examples)])


def add_dry_run(parser: VerbParser) -> None:
    """Add the option of every verb that changes the library."""
    parser.add_argument(
        "--dry-run", "-n", action="store_true",
        help="only say what would be done, and change nothing (default: do it)",
    )  # fmt: skip


def file_path(text: str) -> Path:
    """Read the path of an argument. Raises ArgumentTypeError for an empty word.

    A script whose variable is not set writes one; as a path it would be the folder one is in.
    """
    if not text:
        raise argparse.ArgumentTypeError("an empty word names no file")
    return path_from_text(text)


def new_file(text: str) -> Path:
    """Read the path of a file to write. Raises ArgumentTypeError for "-": it is not stdout here.

    What stdout gets is the answer itself, as lines or with --json.
    """
    if text == "-":
        raise argparse.ArgumentTypeError("“-” names no file (./- does); --json writes to stdout")
    return file_path(text)


def add_file(parser: VerbParser, name: str, metavar: str, words: str) -> None:
    """Add an argument that names one file or folder."""
    parser.add_argument(name, type=file_path, metavar=metavar, help=words)


def whole_number(at_least: int) -> Callable[[str], int]:
    """Make the kind of an option: a whole number that is not below the smallest one."""

    def number(text: str) -> int:
        if not text.strip().lstrip("+-").isdecimal() or int(text) < at_least:
            raise argparse.ArgumentTypeError(f"{text!r} is no whole number from {at_least} on")
        return int(text)

    return number


def seconds(text: str) -> float:
    """Read a length in seconds, more than 0. Raises ArgumentTypeError."""
    try:
        value = float(text)
    except ValueError:
        value = math.nan
    if not (math.isfinite(value) and value > 0):
        raise argparse.ArgumentTypeError(f"{text!r} is no length in seconds above 0")
    return value


def day(text: str) -> str:
    """Read a date as 2026-01-31. Raises ArgumentTypeError."""
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"a day such as 2026-01-31, not {text!r}") from error


def year(text: str) -> int:
    """Read a year as files write it; 0 for an empty text, which is none.

    Raises ArgumentTypeError.
    """
    if not text.strip():
        return 0
    named = year_of(text)
    if named is None:
        raise argparse.ArgumentTypeError(f"{text!r} is no year from {EARLIEST} to {LATEST}")
    return named
