"""What can be typed about a large collection: the arguments and help of this verb."""

from __future__ import annotations

from core.cli.verb_parser import Subparsers, Verb, VerbParser, file_path, make_verb, whole_number

ANALYSE = Verb(
    "analyse", "analyse:analyse",
    "analyse a large collection in parts: features, embeddings and predictions of all songs",
    (
        "rhythmcap analyse ~/Music --out /shared/run --model 'my ear'",
        "rhythmcap analyse --out /shared/run --shard 3/64  # on each machine another part",
        "rhythmcap analyse songs.txt --out /shared/run --dask tcp://head:8786",
        "rhythmcap analyse --status /shared/run",
        "rhythmcap analyse --collect /shared/run  # into the library",
    ),
)  # fmt: skip


def add_analyse_verb(verbs: Subparsers, shared: VerbParser) -> None:
    """Add analyse."""
    verb = make_verb(verbs, shared, ANALYSE)
    verb.add_argument(
        "source", nargs="?", metavar="SOURCE",
        help="a folder, a library, a list of files (a path a line; - is stdin)"
        " (default: what the folder of --out was planned for, else the library)",
    )  # fmt: skip
    what = verb.add_mutually_exclusive_group(required=True)
    what.add_argument(
        "--out", type=file_path, metavar="DIR",
        help="the folder that all parts share; the first one plans it (default: none)",
    )  # fmt: skip
    what.add_argument(
        "--status", type=file_path, metavar="DIR",
        help="how far all parts are, time left, failures by cause (default: analyse)",
    )  # fmt: skip
    what.add_argument(
        "--collect", type=file_path, metavar="DIR",
        help="take what is finished into the library, as predict does (default: analyse)",
    )  # fmt: skip
    _add_how(verb)


def _add_how(verb: VerbParser) -> None:
    """Add what only matters with --out."""
    verb.add_argument(
        "--plan", action="store_true",
        help="with --out: only list the songs and copy the models (default: analyse, too)",
    )  # fmt: skip
    verb.add_argument(
        "--shard", metavar="I/N", default="1/1",
        help="only part I of N, the same songs in every run (default: all)",
    )  # fmt: skip
    verb.add_argument(
        "--model", action="append", default=[], metavar="NAME",
        help="a model of the library, or a .safetensors file; once for each"
        " (default: the one in use)",
    )  # fmt: skip
    verb.add_argument(
        "--cache", type=file_path, metavar="DIR",
        help="the folder of features (default: one inside --out)",
    )  # fmt: skip
    verb.add_argument(
        "--no-features", action="store_true",
        help="keep only embeddings and scores, a hundredth of the room (default: features, too)",
    )  # fmt: skip
    verb.add_argument(
        "--workers", type=whole_number(1), default=0, metavar="N",
        help="processes (default: one a core)",
    )  # fmt: skip
    verb.add_argument(
        "--dask", metavar="ADDRESS",
        help="have the machines of a Dask scheduler do it (default: this one; extra `cluster`)",
    )  # fmt: skip
