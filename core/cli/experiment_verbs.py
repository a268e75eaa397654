"""What can be typed about experiments: the arguments and help of these verbs."""

from __future__ import annotations

from core.cli.verb_parser import (
    Subparsers,
    Verb,
    VerbParser,
    add_file,
    file_path,
    make_group,
    make_verb,
    new_file,
)

EXPERIMENT = Verb(
    "experiment", "", "try which system suits my tags",
    ("rhythmcap experiment list", "rhythmcap experiment run few-labels"),
)  # fmt: skip
LIST = Verb(
    "list", "experiments:list_plans", "list the plans that come along, and all systems",
    ("rhythmcap experiment list",),
)  # fmt: skip
RUN = Verb(
    "run", "experiments:run", "run a plan; one that was stopped goes on where it was",
    (
        "rhythmcap experiment run few-labels",
        "rhythmcap experiment run my-plan.toml --out my-results",
    ),
)  # fmt: skip
SUITS = Verb(
    "suits", "suits:suits", "say in plain words which system suits my tags, after a small plan",
    ("rhythmcap experiment suits", "rhythmcap experiment suits --csv curves.csv"),
)  # fmt: skip
SHOW = Verb(
    "show", "experiments:show", "show what an experiment has found, finished or not",
    (
        "rhythmcap experiment show few-labels",
        "rhythmcap experiment show my-results --csv curves.csv",
    ),
)  # fmt: skip


def add_experiment_verbs(verbs: Subparsers, shared: VerbParser) -> None:
    """Add experiment, with all that stands below it."""
    group = make_group(verbs, shared, EXPERIMENT)
    below = group.add_subparsers(metavar="WHAT", required=True, parser_class=VerbParser)
    make_verb(below, shared, LIST)
    verb = make_verb(below, shared, RUN)
    add_file(verb, "plan", "PLAN", "a .toml file, or a name of `experiment list`")
    verb.add_argument(
        "--out", type=file_path, metavar="DIR",
        help="the folder for its results (default: one of the plan's name, in the folder of data)",
    )  # fmt: skip
    verb.add_argument(
        "--model", metavar="N", help="whose embeddings systems use (default: the one in use)"
    )
    _add_csv(verb)
    verb = make_verb(below, shared, SUITS)
    verb.add_argument(
        "--model", metavar="N", help="whose embeddings systems use (default: the one in use)"
    )
    _add_csv(verb)
    verb = make_verb(below, shared, SHOW)
    add_file(verb, "folder", "DIR", "a folder of results, or the name of a plan")
    _add_csv(verb)


def _add_csv(verb: VerbParser) -> None:
    verb.add_argument(
        "--csv", type=new_file, metavar="FILE",
        help="write the results as a table, too (default: none)",
    )  # fmt: skip
