"""What can be typed about a deposit: the arguments and help of its verb."""

from __future__ import annotations

from core.cli.verb_parser import Subparsers, Verb, VerbParser, add_file, make_verb
from core.exchange.deposit.deposit_records import DEFAULT_LICENCE

DEPOSIT = Verb(
    "deposit", "deposit:deposit", "make a folder that an archive can keep and others can cite",
    (
        "rhythmcap deposit club-music --title 'Club music 1965-1999' --creator 'Rossi, Ada'",
        "rhythmcap deposit out --title T --creator 'Rossi, Ada; 0000-0002-1825-0097; Bologna'"
        " --model 'my ear' --weights",
    ),
)  # fmt: skip


def add_deposit_verb(verbs: Subparsers, shared: VerbParser) -> None:
    """Add deposit."""
    verb = make_verb(verbs, shared, DEPOSIT)
    add_file(verb, "folder", "DIR", "a new folder for it")
    verb.add_argument(
        "query", nargs="?", default="", metavar="QUERY",
        help="only the songs of a search (default: all songs)",
    )  # fmt: skip
    verb.add_argument(
        "--title", required=True, metavar="TEXT", help="what it is called (default: none)"
    )
    verb.add_argument(
        "--creator", action="append", required=True, metavar="'NAME[; ORCID[; AFFILIATION]]'",
        help="who made it, “family, given”; may be given several times (default: nobody)",
    )  # fmt: skip
    verb.add_argument(
        "--description",
        default="",
        metavar="TEXT",
        help="what it is, in sentences (default: a sentence of numbers)",
    )
    _add_contents(verb)


def _add_contents(verb: VerbParser) -> None:
    verb.add_argument(
        "--licence", default=DEFAULT_LICENCE, metavar="SPDX",
        help=f"its licence (default: {DEFAULT_LICENCE})",
    )  # fmt: skip
    verb.add_argument(
        "--edition", default="1.0.0", metavar="VERSION", help="its version (default: 1.0.0)"
    )
    verb.add_argument(
        "--model",
        default="",
        metavar="NAME",
        help="a model's card and numbers, too (default: none)",
    )
    verb.add_argument(
        "--weights", action="store_true", help="the whole model (default: card and numbers)"
    )
    verb.add_argument(
        "--only-mine", action="store_true",
        help="only the annotator's decisions (default: everybody's)",
    )  # fmt: skip
    verb.add_argument(
        "--audio-checksums", action="store_true",
        help="read all sound files for the MD5 checksums of the index (default: none of them)",
    )  # fmt: skip
