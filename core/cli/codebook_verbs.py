"""What can be typed about the codebook: the arguments and help of these verbs."""

from __future__ import annotations

from core.cli.verb_parser import (
    Subparsers,
    Verb,
    VerbParser,
    add_dry_run,
    add_file,
    make_group,
    make_verb,
    new_file,
)
from core.library.codebook.codebook_file import TEMPLATES

CODEBOOK = Verb(
    "codebook", "", "list, add, export and print the words",
    ("rhythmcap codebook list", "rhythmcap codebook add orchestral"),
)  # fmt: skip
LIST = Verb(
    "list", "codebook:list_words", "list categories and tags with how often they were judged",
    ("rhythmcap codebook list", "rhythmcap codebook list --retired --json"),
)  # fmt: skip
LIST_TEMPLATES = Verb(
    "templates", "codebook:templates", "list the templates, with their words",
    ("rhythmcap codebook templates", "rhythmcap codebook templates pop"),
)  # fmt: skip
ADD = Verb(
    "add", "codebook:add", "add the words of a template or a file that are new here",
    (
        "rhythmcap codebook add --dry-run electronic",
        "rhythmcap codebook add colleague.json",
        "rhythmcap codebook add words.csv  # lines of category,tag,definition",
        "rhythmcap codebook add neutral --replace  # where no song was judged yet",
    ),
)  # fmt: skip
EXPORT = Verb(
    "export", "codebook:export", "write the words with keys and definitions as JSON",
    ("rhythmcap codebook export mine.json",),
)  # fmt: skip
BOOKLET = Verb(
    "booklet", "codebook:booklet",
    "write the words with meaning, examples and history as a page to read or print",
    ("rhythmcap codebook booklet words.html",),
)  # fmt: skip


def add_codebook_verbs(verbs: Subparsers, shared: VerbParser) -> None:
    """Add codebook, with all that stands below it."""
    codebook = make_group(verbs, shared, CODEBOOK)
    below = codebook.add_subparsers(metavar="WHAT", required=True, parser_class=VerbParser)
    verb = make_verb(below, shared, LIST)
    verb.add_argument(
        "--retired", action="store_true", help="retired tags, too (default: tags in use)"
    )
    verb = make_verb(below, shared, LIST_TEMPLATES)
    verb.add_argument(
        "name", nargs="?", choices=TEMPLATES, metavar="NAME",
        help="list the words of this one (default: all templates)",
    )  # fmt: skip
    verb = make_verb(below, shared, ADD)
    add_file(verb, "source", "SOURCE", "a template, or a file: JSON or a list of words")
    verb.add_argument(
        "--replace", action="store_true",
        help="in place of all words here, if none was ever used (default: beside them)",
    )  # fmt: skip
    add_dry_run(verb)
    verb = make_verb(below, shared, EXPORT)
    add_file(verb, "path", "PATH", "the file to write")
    verb = make_verb(below, shared, BOOKLET)
    verb.add_argument(
        "path", type=new_file, metavar="OUT.html",
        help="the HTML file to write; a browser prints it or saves a PDF",
    )  # fmt: skip
