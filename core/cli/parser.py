"""What can be typed after `rhythmcap`: the verbs, their arguments and their help."""

from __future__ import annotations

import argparse
from pathlib import Path

EPILOG = """Without a verb, the window opens: rhythmcap [--library FILE] [--demo].
RHYTHMCAP_HOME=FOLDER keeps everything (settings, library, models, cache, logs) in one folder."""
TAG_OPTIONS = ("--new", "--rest-no", "--rest-no-all", "--json", "--quiet", "--help")
DEPTHS = ("automatic", "classifier", "temporal", "everything")


def parse(argv: list[str]) -> argparse.Namespace:
    """Parse the options of one verb; `run` names its function. Raises SystemExit."""
    return _parser().parse_args(
        _shield_tags(argv), argparse.Namespace(json=False, quiet=False, library=None)
    )


def _shield_tags(argv: list[str]) -> list[str]:
    """Put -piano of `tag SONG +kick -piano` behind a "--": it is a tag and no option."""
    options, words = list[str](), list[str]()
    arguments = iter(argv)
    for argument in arguments:
        if argument == "--library":
            value = next(arguments, None)
            options += [argument] if value is None else [argument, value]
        elif argument in TAG_OPTIONS or argument.startswith("--library="):
            options.append(argument)
        elif argument != "--":
            words.append(argument)
    if words[:1] != ["tag"]:
        return argv
    return ["tag", *options, *(["--", *words[1:]] if words[1:] else [])]


def _parser() -> argparse.ArgumentParser:
    shared = _shared()
    parser = argparse.ArgumentParser(
        "rhythmcap",
        description="Listen to songs, tag them by ear, and have a network learn your words.",
        epilog=EPILOG,
        parents=[shared],
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"rhythmcap {_version()}")
    verbs = parser.add_subparsers(metavar="VERB", required=True)
    for add in (_song_verbs, _learning_verbs, _model_verbs, _other_verbs):
        add(verbs, shared)
    return parser


def _shared() -> argparse.ArgumentParser:
    """Make the options that may stand before or behind the verb."""
    shared = argparse.ArgumentParser(add_help=False, argument_default=argparse.SUPPRESS)
    shared.add_argument("--library", type=Path, metavar="FILE", help="another library file")
    shared.add_argument("--json", action="store_true", help="the answer as JSON")
    shared.add_argument("--quiet", "-q", action="store_true", help="no words, no progress")
    return shared


def _verb(
    verbs: argparse._SubParsersAction[argparse.ArgumentParser],
    shared: argparse.ArgumentParser,
    name: str,
    run: str,
    words: str,
) -> argparse.ArgumentParser:
    verb = verbs.add_parser(
        name, help=words, description=words, parents=[shared], allow_abbrev=False
    )
    verb.set_defaults(run=f"core.cli.{run}")
    return verb


def _song_verbs(
    verbs: argparse._SubParsersAction[argparse.ArgumentParser], shared: argparse.ArgumentParser
) -> None:
    verb = _verb(verbs, shared, "import", "songs:import_songs", "add songs: files and folders")
    verb.add_argument("paths", nargs="+", metavar="PATH", help="- for a list on stdin")
    verb = _verb(verbs, shared, "songs", "songs:list_songs", "list songs, all or those of a search")
    verb.add_argument("query", nargs="?", default="", metavar="QUERY")
    verb.add_argument("--order", default="added", help="title, artist, year, predicted:TAG …")
    verb.add_argument("--descending", action="store_true")
    verb = _verb(
        verbs, shared, "tag", "songs:tag_song",
        "decide: +kick yes, -piano no, '?dark' unsure, =kick not judged",
    )  # fmt: skip
    verb.add_argument("song", metavar="SONG", help="a song's id, path or title")
    verb.add_argument("decisions", nargs="+", metavar="+TAG|-TAG|?TAG|=TAG")
    verb.add_argument("--new", action="store_true", help="make tags that are not there yet")
    verb.add_argument("--rest-no", action="store_true", help="no to the rest of their categories")
    verb.add_argument("--rest-no-all", action="store_true", help="no to all that is not judged")
    verb = _verb(verbs, shared, "predict", "learning:predict", "what a model says of songs")
    verb.add_argument("songs", nargs="+", metavar="SONG_OR_FILE", help="- for a list on stdin")
    verb.add_argument("--model", metavar="NAME", help="another model than the one in use")
    verb.add_argument("--taggram", action="store_true", help="also along the song")


def _learning_verbs(
    verbs: argparse._SubParsersAction[argparse.ArgumentParser], shared: argparse.ArgumentParser
) -> None:
    _verb(verbs, shared, "readiness", "readiness:readiness", "what words still need to be learned")
    verb = _verb(verbs, shared, "train", "learning:train", "learn from my tags: a new model")
    verb.add_argument("--depth", choices=DEPTHS, default="automatic")
    verb.add_argument("--from", dest="start", metavar="MODEL", help="model to start from")
    verb.add_argument("--name", metavar="N", help="name of the new model")
    verb.add_argument("--epochs", type=int, default=30, metavar="E")
    verb.add_argument("--seed", type=int, default=0, metavar="S")
    verb.add_argument("--use", action="store_true", help="use the new model at once")
    verb.add_argument("--schedule", choices=("thesis", "public"), help="rates: whose way")
    verb.add_argument(
        "--all-models", action="store_true", help="learn from all models side by side"
    )
    verb.add_argument("--lstm", action="store_true", help="put an LSTM behind a chunk network")
    verb = _verb(verbs, shared, "evaluate", "learning:evaluate", "how well a model knows my words")
    verb.add_argument("--model", metavar="N", help="another model than the one in use")
    verb.add_argument("--all", action="store_true", help="on all tagged songs, learned ones too")


def _model_verbs(
    verbs: argparse._SubParsersAction[argparse.ArgumentParser], shared: argparse.ArgumentParser
) -> None:
    words = "list, fetch, import, export, compare, use, show and remove models"
    models = verbs.add_parser("models", help=words, description=words, parents=[shared])
    subverbs = models.add_subparsers(metavar="WHAT", required=True)
    _verb(subverbs, shared, "list", "models:list_models", "the models of the library")
    _verb(subverbs, shared, "architectures", "models:architectures", "the networks of the field")
    for name, run, help_ in (
        ("use", "models:use", "use this model from now on"),
        ("card", "models:card", "all that is known of a model"),
        ("remove", "models:remove", "take a model off the shelf and delete its files"),
    ):
        verb = _verb(subverbs, shared, name, run, help_)
        verb.add_argument("name", metavar="NAME")
    verb = _verb(subverbs, shared, "fetch", "models:fetch", "get public weights from the web")
    verb.add_argument("name", nargs="?", metavar="NAME", help="none: list what there is")
    verb = _verb(subverbs, shared, "rename", "models:rename", "give a model another name")
    verb.add_argument("name", metavar="NAME")
    verb.add_argument("new_name", metavar="NEW_NAME")
    verb = _verb(subverbs, shared, "compare", "compare:compare", "models on the same songs")
    verb.add_argument("names", nargs="+", metavar="NAME")
    verb.add_argument("--all", action="store_true", help="on all tagged songs, learned ones too")
    _model_file_verbs(subverbs, shared)


def _model_file_verbs(
    subverbs: argparse._SubParsersAction[argparse.ArgumentParser], shared: argparse.ArgumentParser
) -> None:
    verb = _verb(
        subverbs,
        shared,
        "import",
        "models:import_model",
        "a weights file, a TensorFlow bundle (FILE: .index or folder), an embedding as ONNX, or a"
        " colleague's zip",
    )
    verb.add_argument("file", type=Path, metavar="FILE")
    verb.add_argument("--architecture", metavar="A")
    verb.add_argument("--tags", type=Path, metavar="FILE", help="its words, one a line, in order")
    verb.add_argument("--recipe", default="", metavar="R")
    verb.add_argument("--name", metavar="N")
    verb.add_argument("--reading", choices=("default", "readme"), default="default")
    onnx = verb.add_argument_group("of an ONNX file, as far as it does not say so itself")
    onnx.add_argument("--rate", type=int, default=0, metavar="HZ", help="its sampling rate")
    onnx.add_argument(
        "--window", type=float, default=0.0, metavar="S", help="seconds that it takes at once"
    )
    onnx.add_argument(
        "--hop", type=float, default=0.0, metavar="S", help="seconds to the next; none: a window"
    )
    onnx.add_argument("--input", choices=("waveform", "logmel"), default="", help="of what kind")
    onnx.add_argument("--output", default="", metavar="NAME", help="which one is the embedding")
    verb = _verb(
        subverbs, shared, "export", "models:export_model", "a model as zip, ONNX or safetensors"
    )
    verb.add_argument("name", metavar="NAME")
    verb.add_argument("path", type=Path, metavar="PATH", help=".zip, .onnx or a folder")


def _other_verbs(
    verbs: argparse._SubParsersAction[argparse.ArgumentParser], shared: argparse.ArgumentParser
) -> None:
    verb = _verb(verbs, shared, "export", "export:export_decisions", "all decisions as a table")
    verb.add_argument("path", type=Path, metavar="PATH")
    verb.add_argument("--format", choices=("csv",), default="csv")
    verb = _verb(verbs, shared, "doctor", "doctor:doctor", "is everything there and in order?")
    verb.add_argument("--repair", action="store_true", help="mend what can be mended")
    verb.add_argument(
        "--strays", choices=("adopt", "remove", "leave"), default="",
        help="with --repair: what to do with model files on no shelf, without asking",
    )  # fmt: skip
    _file_verbs(verbs, shared)
    verb = _verb(verbs, shared, "demo", "songs:demo", "compose the demo songs and their library")
    verb.add_argument("folder", type=Path, metavar="DIR")


def _file_verbs(
    verbs: argparse._SubParsersAction[argparse.ArgumentParser], shared: argparse.ArgumentParser
) -> None:
    verb = _verb(verbs, shared, "rescan", "files:rescan", "which files are there, which moved")
    verb.add_argument("folders", nargs="*", metavar="FOLDER", help="search lost songs in these")
    verb = _verb(
        verbs, shared, "relocate", "files:relocate", "follow songs to the folder they moved to"
    )
    verb.add_argument("old", type=Path, metavar="OLD")
    verb.add_argument("new", type=Path, metavar="NEW")
    verb.add_argument("--yes", action="store_true", help="do it; without, only say what would be")
    verb = _verb(
        verbs, shared, "duplicates", "files:duplicates", "the same recording in several files"
    )
    verb.add_argument("--join", action="store_true", help="join what has no conflicts")


def _version() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("rhythmcap")
    except PackageNotFoundError:
        return "(run from its source)"
