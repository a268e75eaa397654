"""What can be typed about songs and their files: the arguments and help of these verbs."""

from __future__ import annotations

from core.cli.verb_parser import (
    Subparsers,
    Verb,
    VerbParser,
    add_dry_run,
    add_file,
    file_path,
    make_verb,
    year,
)

FIELDS = ("title", "artist", "album", "year")
ALL_WORDS = "all"
ORDERS = "added, title, artist, album, year, length, path, tags, predicted:TAG or category:NAME"

IMPORT = Verb(
    "import", "songs:import_songs", "add songs: sound files, and those in folders",
    (
        "rhythmcap import ~/Music",
        "rhythmcap import --dry-run ~/Music  # which files are new",
        "find /archive -name '*.flac' -print0 | rhythmcap import -",
    ),
)  # fmt: skip
SONGS = Verb(
    "songs", "songs:list_songs", "list songs, all or those of a search",
    (
        "rhythmcap songs",
        "rhythmcap songs 'kick year:1990..1995 untagged'",
        "rhythmcap songs --order predicted:house --descending --json",
        "rhythmcap songs -- -kick  # behind -- a search may begin with a minus",
    ),
)  # fmt: skip
TAG = Verb(
    "tag", "songs:tag_song", "decide on tags of one song: yes, no, unsure, or not judged again",
    (
        "rhythmcap tag 12 +kick -piano '?dark' =slow",
        "rhythmcap tag 'Blue in Green' +piano --rest-no",
        "rhythmcap tag ~/Music/tune.flac +theremin --new",
        "rhythmcap tag title:1999 +synth  # a title that is a number",
        "rhythmcap tag -q 12 -- -n  # behind -- every word is a tag",
    ),
)  # fmt: skip
UNDO = Verb(
    "undo", "history:undo", "take back the last change of the library",
    ("rhythmcap undo", "rhythmcap undo --dry-run  # what it would take back"),
)  # fmt: skip
REDO = Verb(
    "redo", "history:redo", "do again what undo took back",
    ("rhythmcap redo", "rhythmcap redo --dry-run"),
)  # fmt: skip
WORDS = Verb(
    "words", "song_words:words", "show songs' title, artists, album and year, or set your own",
    (
        "rhythmcap words 12",
        "rhythmcap words 12 --title 'Blue in Green' --artist 'Miles Davis' --artist 'Bill Evans'",
        "rhythmcap words 12 13 14 --album '' --year 1959  # no album, whatever the files say",
        "rhythmcap words 12 --clear title --clear year  # what the file says again",
    ),
)  # fmt: skip
READ_WORDS = Verb(
    "read-words", "song_words:read_words_again", "read again what songs' files say of themselves",
    ("rhythmcap read-words  # after files were retagged", "rhythmcap read-words 12 --dry-run"),
)  # fmt: skip
PREDICT = Verb(
    "predict", "learning:predict", "say what a model makes of songs, or of any sound files",
    (
        "rhythmcap predict 12 'Blue in Green' /elsewhere/tune.mp3",
        "rhythmcap predict --model starter --taggram --json 12",
        "rhythmcap predict --caption 12",
        "rhythmcap songs --json | jq '.[].id' | rhythmcap predict -",
    ),
)  # fmt: skip
RESCAN = Verb(
    "rescan", "files:rescan", "look which files are there, and search lost songs by their sound",
    ("rhythmcap rescan", "rhythmcap rescan /media/new-drive"),
)  # fmt: skip
RELOCATE = Verb(
    "relocate", "files:relocate", "follow songs to the folder they moved to",
    (
        "rhythmcap relocate /old/Music /new/Music  # which would be found",
        "rhythmcap relocate /old/Music /new/Music --yes",
    ),
)  # fmt: skip
DUPLICATES = Verb(
    "duplicates", "files:duplicates", "find the same recording in several files or formats",
    ("rhythmcap duplicates", "rhythmcap duplicates --join --dry-run"),
)  # fmt: skip
DEMO = Verb(
    "demo", "songs:demo", "compose the demo songs and their library",
    ("rhythmcap demo ~/rhythmcap-demo",),
)  # fmt: skip


def add_song_verbs(verbs: Subparsers, shared: VerbParser) -> None:
    """Add import, songs, tag, words, read-words, undo, redo, predict."""
    verb = make_verb(verbs, shared, IMPORT)
    verb.add_argument("paths", nargs="+", metavar="PATH", help="file or folder; - reads a list")
    verb.add_argument(
        "--follow-links", action="store_true",
        help="also links that lead out of the folders (default: they are counted)",
    )  # fmt: skip
    add_dry_run(verb)
    verb = make_verb(verbs, shared, SONGS)
    verb.add_argument(
        "query", nargs="?", default="", metavar="QUERY",
        help="a search as in the window (default: all songs)",
    )  # fmt: skip
    verb.add_argument("--order", default="added", metavar="ORDER", help=f"by {ORDERS}")
    verb.add_argument(
        "--descending", action="store_true", help="the last first (default: the first first)"
    )
    _add_tag(verbs, shared)
    _add_words(verbs, shared)
    for history in (UNDO, REDO):
        add_dry_run(make_verb(verbs, shared, history))
    verb = make_verb(verbs, shared, PREDICT)
    verb.add_argument(
        "songs", nargs="+", metavar="SONG_OR_FILE",
        help="a song's id, path or title, or a sound file; - reads a list",
    )  # fmt: skip
    verb.add_argument("--model", metavar="NAME", help="a model (default: the one in use)")
    verb.add_argument(
        "--taggram", action="store_true", help="also along the song (default: the song as a whole)"
    )
    verb.add_argument(
        "--caption", action="store_true",
        help="also the tags in the order in which you would list them (default: only scores)",
    )  # fmt: skip


def _add_tag(verbs: Subparsers, shared: VerbParser) -> None:
    verb = make_verb(verbs, shared, TAG)
    verb.set_defaults(new_annotator=True)
    verb.add_argument("song", metavar="SONG", help="a song's id, path or title; title:TITLE")
    verb.add_argument(
        "decisions", nargs="+", metavar="DECISION",
        help="+TAG yes, -TAG no, ?TAG unsure, =TAG not judged; an option such as -q is no tag",
    )  # fmt: skip
    verb.add_argument(
        "--new", action="store_true", help="make tags that are not there (default: an error)"
    )
    verb.add_argument(
        "--rest-no", action="store_true",
        help="no to what is not judged in their categories (default: leave it)",
    )  # fmt: skip
    verb.add_argument(
        "--rest-no-all", action="store_true",
        help="no to all that is not judged (default: leave it)",
    )  # fmt: skip
    add_dry_run(verb)


def _add_words(verbs: Subparsers, shared: VerbParser) -> None:
    song = "a song's id, path or title; - reads a list"
    verb = make_verb(verbs, shared, WORDS)
    verb.add_argument("songs", nargs="+", metavar="SONG", help=song)
    verb.add_argument("--title", metavar="T", help="your title of one song (default: as it is)")
    verb.add_argument(
        "--artist", action="append", metavar="A",
        help="your artist; several times for several (default: as it is)",
    )  # fmt: skip
    verb.add_argument("--album", metavar="A", help="your album; '' is none (default: as it is)")
    verb.add_argument(
        "--year", type=year, metavar="Y", help="your year; '' is none (default: as it is)"
    )
    verb.add_argument(
        "--clear", action="append", choices=(*FIELDS, ALL_WORDS), default=[],
        help="give up your word: what the file says counts again (default: none)",
    )  # fmt: skip
    add_dry_run(verb)
    verb = make_verb(verbs, shared, READ_WORDS)
    verb.add_argument("songs", nargs="*", metavar="SONG", help=f"{song} (default: all songs)")
    add_dry_run(verb)


def add_file_verbs(verbs: Subparsers, shared: VerbParser) -> None:
    """Add rescan, relocate, duplicates, demo."""
    verb = make_verb(verbs, shared, RESCAN)
    verb.add_argument(
        "folders", nargs="*", type=file_path, metavar="FOLDER",
        help="search lost songs in these (default: only look which files are there)",
    )  # fmt: skip
    add_dry_run(verb)
    verb = make_verb(verbs, shared, RELOCATE)
    add_file(verb, "old", "OLD", "the folder that the library knows")
    add_file(verb, "new", "NEW", "where it is now")
    verb.add_argument("--yes", action="store_true", help="do it (default: only say what would be)")
    add_dry_run(verb)
    verb = make_verb(verbs, shared, DUPLICATES)
    verb.add_argument(
        "--join", action="store_true",
        help="join what was not judged differently (default: only list)",
    )  # fmt: skip
    add_dry_run(verb)
    add_file(make_verb(verbs, shared, DEMO), "folder", "DIR", "where they go; made if need be")
