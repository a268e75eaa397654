"""What can be typed about files of labels: the arguments and help of these verbs."""

from __future__ import annotations

from core.cli.verb_parser import (
    Subparsers,
    Verb,
    VerbParser,
    add_dry_run,
    add_file,
    file_path,
    make_verb,
)
from core.exchange.label_records import MissingMeans
from core.library.edits.import_edits import OnConflict

IMPORT_LABELS = Verb(
    "import-labels", "labels:import_labels",
    "take in decisions from a file of another program, a data set or a colleague",
    (
        "rhythmcap import-labels --dry-run decisions.csv  # what it would do",
        "rhythmcap import-labels sheet.csv --missing no --conflicts theirs",
        "rhythmcap import-labels songs.tsv --audio ~/Music --likely",
        "rhythmcap import-labels old.csv --map words.csv  # lines: voc,vocals / hmm,- / bd,=kick",
        "rhythmcap import-labels --from-files --field GENRE=genre --dry-run  # songs' own tags",
        "rhythmcap undo  # takes all of it back",
    ),
)  # fmt: skip
EXPORT = Verb(
    "export", "export:export_decisions", "write decisions to a file for other programs",
    (
        "rhythmcap export decisions.csv",
        "rhythmcap export --format csv-wide 'year:1990..1995' nineties.csv",
        "rhythmcap export --all-annotators - | head",
    ),
)  # fmt: skip
FORMATS = Verb(
    "formats", "label_formats:list_formats",
    "list the formats that can be read and written, and what is lost in them",
    ("rhythmcap formats", "rhythmcap formats --json"),
)  # fmt: skip
A_FORMAT = "one of `rhythmcap formats`"


def add_label_verbs(verbs: Subparsers, shared: VerbParser) -> None:
    """Add import-labels, export, formats."""
    _add_import(verbs, shared)
    verb = make_verb(verbs, shared, EXPORT)
    verb.add_argument(
        "query", nargs="?", default="", metavar="QUERY",
        help="only the songs of a search (default: all songs)",
    )  # fmt: skip
    add_file(verb, "path", "PATH", "the file to write; - is stdout, without what goes beside it")
    verb.add_argument(
        "--format", metavar="FORMAT", help=f"{A_FORMAT} (default: by the file's suffix, else csv)"
    )
    verb.add_argument(
        "--all-annotators", action="store_true",
        help="everybody's decisions (default: those of one annotator)",
    )  # fmt: skip
    verb.add_argument(
        "--relative", action="store_true",
        help="paths as seen from the file's folder (default: absolute)",
    )  # fmt: skip
    verb.add_argument(
        "--captions", action="store_true",
        help="with csv-wide and tsv-wide: a column of captions, a song's tags, also predicted ones,"
        " as you would list them (default: without)",
    )  # fmt: skip
    make_verb(verbs, shared, FORMATS)


def _add_from_files(verb: VerbParser) -> None:
    verb.add_argument(
        "--from-files", nargs="?", const="", metavar="QUERY",
        help="instead of FILE: the tags that stand in songs' own files, of all songs or of a search"
        " (default: read FILE)",
    )  # fmt: skip
    verb.add_argument(
        "--field", action="append", default=[], metavar="FIELD=CATEGORY",
        help="with --from-files: which field is read, and to which category its words belong;"
        " several times for several (default: GENRE=genre, MOOD=mood, GROUPING and COMMENT; of"
        " comments only /* these / words */)",
    )  # fmt: skip
    verb.add_argument(
        "--separator", action="append", default=[], metavar="SIGN",
        help="with --from-files: a sign that parts words in a field; '' for none (default: ;)",
    )  # fmt: skip


def _add_import(verbs: Subparsers, shared: VerbParser) -> None:
    verb = make_verb(verbs, shared, IMPORT_LABELS)
    verb.set_defaults(new_annotator=True)
    verb.add_argument(
        "file",
        nargs="?",
        type=file_path,
        metavar="FILE",
        help="the file, or the folder of a data set",
    )
    _add_from_files(verb)
    verb.add_argument("--format", metavar="FORMAT", help=f"{A_FORMAT} (default: as the file looks)")
    verb.add_argument(
        "--map", type=file_path, metavar="LIST",
        help="what words become, a CSV of word,target: a tag or another word of the file;"
        " `category: new tag`; =tag for another name of it; - to leave it out (default: the tag of"
        " that name, else a new one)",
    )  # fmt: skip
    verb.add_argument(
        "--missing", choices=[means.value for means in MissingMeans],
        help="what a tag means that a judged song does not have"
        " (default: no where the file only ticks, else unjudged)",
    )  # fmt: skip
    verb.add_argument(
        "--conflicts", choices=[rule.value for rule in OnConflict],
        default=OnConflict.MINE.value,
        help="which counts where the file contradicts a decision of yours; both: the file's is"
        " kept under another annotator",
    )  # fmt: skip
    verb.add_argument(
        "--likely", action="store_true",
        help="take also songs that only look alike (default: list them)",
    )  # fmt: skip
    verb.add_argument(
        "--audio", type=file_path, metavar="FOLDER",
        help="first add the sound files of this folder that FILE names (default: no songs are"
        " added)",
    )  # fmt: skip
    add_dry_run(verb)
