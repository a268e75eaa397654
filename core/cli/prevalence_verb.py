"""What can be typed about how common tags are: the arguments and help of this verb."""

from __future__ import annotations

from core.cli.verb_parser import Subparsers, Verb, VerbParser, make_verb, new_file

PREVALENCE = Verb(
    "prevalence", "prevalence:prevalence",
    "estimate how common tags are, from songs judged at random and the model's scores",
    (
        "rhythmcap prevalence kick",
        "rhythmcap prevalence --all --by artist --csv shares.csv",
        "rhythmcap prevalence kick piano --songs 'year:1960..1989' --json",
    ),
)  # fmt: skip


def add_prevalence_verb(verbs: Subparsers, shared: VerbParser) -> None:
    """Add prevalence."""
    verb = make_verb(verbs, shared, PREVALENCE)
    verb.add_argument("tags", nargs="*", metavar="TAG", help="of these (default: see --all)")
    verb.add_argument(
        "--all", action="store_true",
        help="of all tags judged on songs drawn at random (default, too, where no tag is named)",
    )  # fmt: skip
    verb.add_argument(
        "--by", choices=("decade", "year", "artist", "album"), default="decade",
        help="the groups of songs (default: decade)",
    )  # fmt: skip
    verb.add_argument(
        "--songs", default="", metavar="QUERY", help="only songs of a search (default: all)"
    )
    verb.add_argument(
        "--csv", type=new_file, metavar="FILE", help="write it as a table, too (default: not)"
    )
