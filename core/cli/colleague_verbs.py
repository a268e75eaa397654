"""What can be typed about several annotators: the arguments and help of these verbs."""

from __future__ import annotations

from core.cli.verb_parser import Subparsers, Verb, VerbParser, make_verb, whole_number

AGREEMENT = Verb(
    "agreement", "agreement:agreement", "say how far the annotators of a library agree, tag by tag",
    (
        "rhythmcap agreement",
        "rhythmcap agreement --tags kick piano --between Ann Bo",
        "rhythmcap agreement --songs  # the songs they disagree on, too",
        "rhythmcap agreement --json",
    ),
)  # fmt: skip


def add_colleague_verbs(verbs: Subparsers, shared: VerbParser) -> None:
    """Add agreement."""
    verb = make_verb(verbs, shared, AGREEMENT)
    verb.add_argument(
        "--tags", nargs="+", metavar="TAG", help="only these (default: all that two decided on)"
    )
    verb.add_argument(
        "--between", nargs="+", metavar="NAME",
        help="only these annotators (default: all who decided anything)",
    )  # fmt: skip
    verb.add_argument(
        "--songs", action="store_true",
        help="list the songs on which they disagree (default: only the tags)",
    )  # fmt: skip
    verb.add_argument(
        "--seed", type=whole_number(0), default=0, metavar="S", help="of the ranges' resamples"
    )
