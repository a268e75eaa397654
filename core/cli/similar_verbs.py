"""What can be typed about songs that sound alike: the arguments and help of similar and map."""

from __future__ import annotations

import argparse
import math

from core.cli.model_verbs import IN_USE
from core.cli.verb_parser import Subparsers, Verb, VerbParser, make_verb, whole_number
from core.similarity.similarity_records import Basis, MapMethod

BY = tuple(Basis)
METHODS = tuple(MapMethod)

SIMILAR = Verb(
    "similar", "similar:similar", "list the songs most like some songs, or like a part of one",
    (
        "rhythmcap similar 12",
        "rhythmcap similar 12 'Blue in Green' --less 7  # like both, but not like 7",
        "rhythmcap similar 12 --region 30..45  # like these seconds of it",
        "rhythmcap similar 12 --listen --count 50 --json | jq '.songs[].path'",
    ),
)  # fmt: skip
MAP = Verb(
    "map", "similar:map_of_songs", "lay the songs out in two dimensions, and say what these hide",
    ("rhythmcap map", "rhythmcap map --method t-sne --json > map.json"),
)  # fmt: skip


def add_similar_verbs(verbs: Subparsers, shared: VerbParser) -> None:
    """Add similar, map."""
    verb = make_verb(verbs, shared, SIMILAR)
    verb.add_argument(
        "songs", nargs="+", metavar="SONG", help="a song's id, path or title; - reads a list"
    )
    verb.add_argument(
        "--less", action="append", default=[], metavar="SONG",
        help="a song that they shall be unlike; several times for several (default: none)",
    )  # fmt: skip
    verb.add_argument(
        "--region", type=region_s, metavar="START..END",
        help="like these seconds of the one song (default: like all of it)",
    )  # fmt: skip
    verb.add_argument(
        "--count", "-n", type=whole_number(1), default=10, metavar="N", help="so many songs"
    )
    _add_shared(verb)
    verb = make_verb(verbs, shared, MAP)
    verb.add_argument("--method", choices=METHODS, default=MapMethod.PCA, help="how it is made")
    verb.add_argument(
        "--seed", type=whole_number(0), default=0, metavar="S", help="of what is drawn by chance"
    )
    _add_shared(verb)


def _add_shared(verb: VerbParser) -> None:
    verb.add_argument(
        "--by", choices=BY, default=Basis.MODEL,
        help="compare what the model makes of songs, or their timbre alone",
    )  # fmt: skip
    verb.add_argument("--model", metavar="NAME", help=IN_USE)
    verb.add_argument(
        "--listen", action="store_true",
        help="have the model listen first to songs that it has not heard (default: leave them out)",
    )  # fmt: skip


def region_s(text: str) -> tuple[float, float]:
    """Read a region in seconds, START..END. Raises ArgumentTypeError."""
    start, _, end = text.partition("..")
    try:
        region = float(start), float(end)
    except ValueError:
        region = math.nan, math.nan
    if not (math.isfinite(region[1]) and 0.0 <= region[0] < region[1]):
        raise argparse.ArgumentTypeError(f"{text!r} is no region in seconds, such as 30..45")
    return region
