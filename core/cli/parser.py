"""What can be typed after `rhythmcap`: all verbs, and the options that every one has."""

from __future__ import annotations

import argparse

from core.cli.analyse_verb import add_analyse_verb
from core.cli.codebook_verbs import add_codebook_verbs
from core.cli.colleague_verbs import add_colleague_verbs
from core.cli.deposit_verb import add_deposit_verb
from core.cli.experiment_verbs import add_experiment_verbs
from core.cli.file_tag_verbs import add_file_tag_verbs
from core.cli.label_verbs import add_label_verbs
from core.cli.ledger_verb import add_ledger_verb
from core.cli.model_verbs import add_learning_verbs, add_model_verbs
from core.cli.pretrain_verb import add_pretrain_verb
from core.cli.prevalence_verb import add_prevalence_verb
from core.cli.queue_verbs import add_queue_verbs
from core.cli.rule_verbs import add_rule_verbs
from core.cli.similar_verbs import add_similar_verbs
from core.cli.song_verbs import add_file_verbs, add_song_verbs
from core.cli.verb_parser import HelpFormatter, Subparsers, Verb, VerbParser, file_path, make_verb

SHELLS = ("bash", "zsh", "fish")
END_OF_OPTIONS = "--"
EPILOG = """Without a verb, the window opens: rhythmcap [--library FILE] [--demo] [SONG…].
Words after -- are no options. Data goes to stdout, all else to stderr.

examples:
  rhythmcap import ~/Music
  rhythmcap tag 12 +kick -piano
  rhythmcap VERB --help  # examples and defaults of a verb

exit codes:
  0 done; 1 something failed; 2 the words were wrong; 130 stopped by Ctrl+C

environment:
  RHYTHMCAP_HOME=FOLDER keeps everything (settings, library, models, cache, logs) in one folder
  NO_COLOR=1 writes without bold letters"""
DOCTOR = Verb(
    "doctor", "doctor:doctor", "check whether everything is there and in order",
    ("rhythmcap doctor", "rhythmcap doctor --repair --strays adopt"),
)  # fmt: skip
RESTORE = Verb(
    "restore", "restore:restore", "list the copies of the library, or put one in its place",
    (
        "rhythmcap restore",
        "rhythmcap restore 1  # the newest",
        "rhythmcap restore --new  # begin anew where the library is gone",
    ),
)  # fmt: skip
COMPLETION = Verb(
    "completion", "completion:completion", "print what completes these verbs in a shell",
    (
        "rhythmcap completion bash > ~/.local/share/bash-completion/completions/rhythmcap",
        "rhythmcap completion zsh > ~/.zsh/completions/_rhythmcap  # a folder of $fpath",
        "rhythmcap completion fish > ~/.config/fish/completions/rhythmcap.fish",
    ),
)  # fmt: skip


def parse(argv: list[str]) -> argparse.Namespace:
    """Parse the options of one verb. Raises SystemExit.

    `run` names its function, `typed` are the words themselves.
    """
    defaults = argparse.Namespace(
        json=False, quiet=False, verbose=False, library=None, annotator=None, dry_run=False
    )
    defaults.typed = argv
    return build_parser().parse_args(_shield_tags(argv), defaults)


def build_parser() -> VerbParser:
    """Make the parser of all verbs."""
    shared = _shared()
    parser = VerbParser(
        "rhythmcap",
        description="Listen to songs, tag them by ear, and have a network learn your words.",
        epilog=EPILOG,
        parents=[shared],
        formatter_class=HelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument(
        "--version", action="version", version=f"rhythmcap {_version()}",
        help="print the version and exit",
    )  # fmt: skip
    verbs = parser.add_subparsers(metavar="VERB", required=True, parser_class=VerbParser)
    for add in (
        add_song_verbs, add_codebook_verbs, add_learning_verbs, add_pretrain_verb, add_model_verbs,
        add_analyse_verb,
        add_ledger_verb, add_prevalence_verb, add_queue_verbs, add_colleague_verbs,
        add_label_verbs, add_file_verbs, add_file_tag_verbs, add_deposit_verb,
        add_experiment_verbs, add_similar_verbs, add_rule_verbs, _add_others,
    ):  # fmt: skip
        add(verbs, shared)
    return parser


def _shield_tags(argv: list[str]) -> list[str]:
    """Put -piano of `tag SONG +kick -piano` behind a "--": it is a tag, and -q is an option."""
    shared = {name: action for action in _shared()._actions for name in action.option_strings}
    options, words = list[str](), list[str]()
    arguments = iter(argv)
    for argument in arguments:
        if argument == END_OF_OPTIONS:
            words += arguments
        elif argument in shared and shared[argument].nargs != 0:
            value = next(arguments, None)
            options += [argument] if value is None else [argument, value]
        elif argument.startswith("--") or argument in shared or argument in ("-h", "-n"):
            options.append(argument)
        else:
            words.append(argument)
    if words[:1] != ["tag"]:
        return argv
    return ["tag", *options, *([END_OF_OPTIONS, *words[1:]] if words[1:] else [])]


def _shared() -> VerbParser:
    """Make the options that may stand before or behind the verb."""
    shared = VerbParser(add_help=False, argument_default=argparse.SUPPRESS)
    shared.add_argument(
        "--library", type=file_path, metavar="FILE",
        help="another library file (default: the user's own)",
    )  # fmt: skip
    shared.add_argument(
        "--annotator", metavar="NAME",
        help="whose decisions (default: as in the window's settings)",
    )  # fmt: skip
    shared.add_argument("--json", action="store_true", help="the answer as JSON (default: lines)")
    loudness = shared.add_mutually_exclusive_group()
    loudness.add_argument(
        "--quiet", "-q", action="store_true",
        help="only the answer and errors (default: words and progress, too)",
    )  # fmt: skip
    loudness.add_argument(
        "--verbose", "-v", action="store_true",
        help="every step, with its time, and the cause of an error (default: not)",
    )  # fmt: skip
    return shared


def _add_others(verbs: Subparsers, shared: VerbParser) -> None:
    verb = make_verb(verbs, shared, DOCTOR)
    verb.add_argument(
        "--repair", action="store_true", help="mend what can be mended (default: only look)"
    )
    verb.add_argument(
        "--strays", choices=("adopt", "remove", "leave"), default="",
        help="with --repair: what to do with model files that no library has (default: ask)",
    )  # fmt: skip
    verb = make_verb(verbs, shared, RESTORE)
    verb.add_argument(
        "copy", nargs="?", metavar="COPY",
        help="a number of the list, or a file (default: list them)",
    )  # fmt: skip
    verb.add_argument(
        "--new", action="store_true",
        help="make an empty library where none is there (default: never beside copies)",
    )  # fmt: skip
    verb.add_argument(
        "--repair", action="store_true",
        help="restore what can be read of a damaged copy (default: an error)",
    )  # fmt: skip
    verb = make_verb(verbs, shared, COMPLETION)
    verb.add_argument("shell", choices=SHELLS, help="whose completion")


def _version() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("rhythmcap")
    except PackageNotFoundError:
        return "(run from its source)"
