"""What can be typed about queues of songs to judge: the arguments and help of queue."""

from __future__ import annotations

import argparse

from core.cli.verb_parser import (
    Subparsers,
    Verb,
    VerbParser,
    add_dry_run,
    make_group,
    make_verb,
    new_file,
    whole_number,
)
from core.sampling.sampling_records import WordOrder

QUEUE = Verb(
    "queue", "", "choose which songs to judge next, and list them",
    ("rhythmcap queue make", "rhythmcap queue make --tag kick", "rhythmcap queue list"),
)  # fmt: skip
MAKE = Verb(
    "make", "song_queue:make", "choose songs to judge next; the window goes through them",
    (
        "rhythmcap queue make --songs 50 --random 0.4",
        "rhythmcap queue make --tag kick --strata --songs 60 --seed 7 --csv queue.csv",
        "rhythmcap queue make --tag kick --order score --dry-run",
    ),
)  # fmt: skip
LIST = Verb(
    "list", "song_queue:list_songs", "list the songs of the open queue, and why each is asked",
    ("rhythmcap queue list", "rhythmcap queue list --json | jq '.songs[] | select(.random)'"),
)  # fmt: skip


def add_queue_verbs(verbs: Subparsers, shared: VerbParser) -> None:
    """Add queue make, queue list."""
    queue = make_group(verbs, shared, QUEUE)
    below = queue.add_subparsers(metavar="WHAT", required=True, parser_class=VerbParser)
    verb = make_verb(below, shared, MAKE)
    verb.add_argument("--tag", metavar="TAG", help="ask about one tag (default: whole songs)")
    verb.add_argument(
        "--songs", type=whole_number(1), metavar="N",
        help="so many songs (default: 100, of one tag 500)",
    )  # fmt: skip
    verb.add_argument(
        "--random", type=share, metavar="SHARE",
        help="share drawn at random, 0 to 1 (default: as in the window's settings)",
    )  # fmt: skip
    order = verb.add_mutually_exclusive_group()
    order.add_argument(
        "--order", choices=(WordOrder.UNCERTAIN.value, WordOrder.SCORE.value),
        default=WordOrder.UNCERTAIN.value,
        help="of one tag: the least certain or the highest score first",
    )  # fmt: skip
    order.add_argument(
        "--strata", action="store_true",
        help="of one tag: some of every tenth of the scores (default: not)",
    )  # fmt: skip
    verb.add_argument(
        "--blind", action="store_true",
        help="guesses stay covered until the answer (default: not)",
    )  # fmt: skip
    verb.add_argument(
        "--seed", type=whole_number(0), metavar="S", help="of what is drawn (default: by chance)"
    )
    _add_csv(verb)
    add_dry_run(verb)
    _add_csv(make_verb(below, shared, LIST))


def share(text: str) -> float:
    """Read a share, 0 to 1. Raises ArgumentTypeError."""
    try:
        value = float(text)
    except ValueError:
        value = -1.0
    if not 0.0 <= value <= 1.0:
        raise argparse.ArgumentTypeError(f"{text!r} is no share from 0 to 1")
    return value


def _add_csv(verb: VerbParser) -> None:
    verb.add_argument(
        "--csv", type=new_file, metavar="FILE", help="write it as a table, too (default: not)"
    )
