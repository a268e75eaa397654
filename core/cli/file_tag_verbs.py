"""What can be typed about tags inside songs' files: the arguments and help of these verbs."""

from __future__ import annotations

from core.cli.verb_parser import (
    Subparsers,
    Verb,
    VerbParser,
    add_dry_run,
    file_path,
    make_verb,
)

WRITE_TAGS = Verb(
    "write-tags", "file_tags:write_tags", "write your tags into songs' own files, with a way back",
    (
        "rhythmcap write-tags --to rhythm=GENRE --to mood=MOOD --dry-run  # what would change",
        "rhythmcap write-tags --to instruments=COMMENT --keep-times --yes 'artist:\"Miles Davis\"'",
        "rhythmcap write-tags --map fields.txt  # a line for each: category=FIELD",
    ),
)  # fmt: skip
REVERT_TAGS = Verb(
    "revert-tags", "file_tags:revert_tags", "give songs' files the tags they had before write-tags",
    ("rhythmcap revert-tags --dry-run", "rhythmcap revert-tags --yes 'year:1959'"),
)  # fmt: skip
_QUERY = "a search as in the window (default: all songs)"


def add_file_tag_verbs(verbs: Subparsers, shared: VerbParser) -> None:
    """Add write-tags and revert-tags."""
    verb = make_verb(verbs, shared, WRITE_TAGS)
    verb.add_argument("query", nargs="?", default="", metavar="QUERY", help=_QUERY)
    verb.add_argument(
        "--to", action="append", default=[], metavar="CATEGORY=FIELD",
        help="which category goes where: GENRE, MOOD, GROUPING, COMMENT or a name of your own;"
        " several times for several (default: none)",
    )  # fmt: skip
    verb.add_argument(
        "--map", type=file_path, metavar="FILE",
        help="a text file with such lines; # begins a remark (default: none)",
    )  # fmt: skip
    verb.add_argument(
        "--keep-times", action="store_true",
        help="leave the files' times as they are (default: they are of today)",
    )  # fmt: skip
    _add_yes(verb)
    verb = make_verb(verbs, shared, REVERT_TAGS)
    verb.add_argument("query", nargs="?", default="", metavar="QUERY", help=_QUERY)
    _add_yes(verb)


def _add_yes(verb: VerbParser) -> None:
    verb.add_argument("--yes", action="store_true", help="do it without asking (default: ask)")
    add_dry_run(verb)
