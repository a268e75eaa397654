"""What can be typed about the rules between words: the arguments and help of the verb."""

from __future__ import annotations

import argparse
import math

from core.cli.verb_parser import (
    Subparsers,
    Verb,
    VerbParser,
    add_dry_run,
    make_verb,
    whole_number,
)
from core.grammar.grammar_records import MiningOptions

RULES = Verb(
    "rules", "rules:rules", "say which words go together, and which never do, in your decisions",
    (
        "rhythmcap rules",
        "rhythmcap rules --songs  # the exceptions, to listen to",
        "rhythmcap rules --accept house implies kick",
        "rhythmcap rules --write waltz excludes techno",
        "rhythmcap rules --apply untagged --dry-run  # what accepted rules imply for these songs",
    ),
)  # fmt: skip
RULE = ("TAG", "KIND", "OTHER")
USUAL = MiningOptions()


def add_rule_verbs(verbs: Subparsers, shared: VerbParser) -> None:
    """Add rules."""
    verb = make_verb(verbs, shared, RULES)
    decisions = {
        "accept": "go by a rule: it warns, and offers words, when you tag",
        "dismiss": "do not list a rule any more",
        "write": "go by a rule of your own; KIND: implies, excludes or together",
        "forget": "take back what was decided on a rule",
    }
    for name, words in decisions.items():
        verb.add_argument(
            f"--{name}", nargs=3, metavar=RULE, help=f"{words} (default: list the rules)"
        )
    verb.add_argument(
        "--apply", metavar="QUERY",
        help="decide what accepted rules imply for the songs of a search, one undo (default: only"
        " list the rules)",
    )  # fmt: skip
    verb.add_argument(
        "--songs", action="store_true", help="list the exceptions, too (default: count them)"
    )
    verb.add_argument(
        "--all", action="store_true", help="dismissed rules, too (default: leave them out)"
    )
    verb.add_argument(
        "--least-songs", type=whole_number(1), default=USUAL.least_songs, metavar="N",
        help=f"that follow a rule (default: {USUAL.least_songs})",
    )  # fmt: skip
    verb.add_argument(
        "--least-artists", type=whole_number(1), default=USUAL.least_artists, metavar="N",
        help=f"whose songs follow it (default: {USUAL.least_artists})",
    )  # fmt: skip
    verb.add_argument(
        "--least-share", type=share, default=USUAL.least_share, metavar="SHARE",
        help="of songs that follow it, at the lower end of its 95 %% range"
        f" (default: {USUAL.least_share})",
    )  # fmt: skip
    add_dry_run(verb)


def share(text: str) -> float:
    """Read a share from 0 to 1. Raises ArgumentTypeError."""
    try:
        value = float(text)
    except ValueError:
        value = math.nan
    if not 0.0 <= value <= 1.0:
        raise argparse.ArgumentTypeError(f"{text!r} is no share from 0 to 1")
    return value
