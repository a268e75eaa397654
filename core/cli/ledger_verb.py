"""What can be typed about the time ledger: the arguments and help of this verb."""

from __future__ import annotations

from core.cli.verb_parser import Subparsers, Verb, VerbParser, make_verb, new_file

LEDGER = Verb(
    "ledger", "ledger:ledger", "say where an annotator's time went, from the journal",
    (
        "rhythmcap ledger",
        "rhythmcap ledger --days --csv days.csv",
        "rhythmcap ledger --annotator Ann --json",
    ),
)  # fmt: skip


def add_ledger_verb(verbs: Subparsers, shared: VerbParser) -> None:
    """Add ledger."""
    verb = make_verb(verbs, shared, LEDGER)
    verb.add_argument("--days", action="store_true", help="day by day (default: by session)")
    verb.add_argument(
        "--csv", type=new_file, metavar="FILE",
        help="write the sessions or days as a table, too (default: only print them)",
    )  # fmt: skip
    verb.add_argument(
        "--listened", type=new_file, metavar="FILE",
        help="write what sounded of songs before each decision, where that was recorded, as a table"
        " (default: not)",
    )  # fmt: skip
