"""What can be typed about models and learning: the arguments and help of these verbs."""

from __future__ import annotations

from core.cli.verb_parser import (
    Subparsers,
    Verb,
    VerbParser,
    add_dry_run,
    add_file,
    day,
    file_path,
    make_group,
    make_verb,
    new_file,
    seconds,
    whole_number,
)

DEPTHS = ("automatic", "classifier", "temporal", "everything")
IN_USE = "a model (default: the one in use)"

READINESS = Verb(
    "readiness", "readiness:readiness", "say what the words still need to be learned",
    ("rhythmcap readiness", "rhythmcap readiness --forecast  # how many more songs each needs"),
)  # fmt: skip
TRAIN = Verb(
    "train", "learning:train", "learn from my tags: makes a new model",
    (
        "rhythmcap train",
        "rhythmcap train --from mtt-musicnn --name 'my ear' --use",
        "rhythmcap train --all-models --depth classifier",
        "rhythmcap train --depth everything --bundle ear.bundle  # to be learned elsewhere",
    ),
)  # fmt: skip
TRAIN_BUNDLE = Verb(
    "train-bundle", "train_bundle:train_bundle",
    "learn from a bundle of `train --bundle`, where there is no library",
    (
        "rhythmcap train-bundle ear.bundle",
        "rhythmcap train-bundle ear.bundle --out ear.zip --device cuda",
    ),
)  # fmt: skip
EVALUATE = Verb(
    "evaluate", "evaluation:evaluate", "measure how well a model knows my words",
    (
        "rhythmcap evaluate",
        "rhythmcap evaluate --model 'my ear 2' --json",
        "rhythmcap evaluate --report report.html --author 'Rossi, Ada'",
    ),
)  # fmt: skip
ROBUSTNESS = Verb(
    "robustness", "robustness:robustness",
    "measure what a model makes of deformed songs: faster, louder, with noise, as MP3",
    (
        "rhythmcap robustness --csv robustness.csv",
        "rhythmcap robustness --deformations mp3,level,tilt --middle 60",
    ),
)  # fmt: skip
MODELS = Verb(
    "models", "", "list, fetch, import, export, compare, use, show and remove models",
    ("rhythmcap models list", "rhythmcap models fetch mtt-musicnn", "rhythmcap models use starter"),
)  # fmt: skip
LIST = Verb("list", "models:list_models", "list the models of the library",
            ("rhythmcap models list",))  # fmt: skip
ARCHITECTURES = Verb(
    "architectures", "models:architectures", "list the networks of the field",
    ("rhythmcap models architectures",),
)  # fmt: skip
CHANGED = Verb(
    "changed", "changed_songs:changed",
    "which tags songs have gained and lost with a model, the most surprising first",
    ("rhythmcap models changed 'my ear 2'", "rhythmcap models changed 'my ear 2' --than starter"),
)  # fmt: skip
USE = Verb("use", "models:use", "use a model from now on", ("rhythmcap models use starter",))
CARD = Verb(
    "card", "models:card", "print all that is known of a model", ("rhythmcap models card starter",)
)
INSIDE = Verb(
    "inside", "model_inside:inside", "how many of its filters a model really needs, layer by layer",
    ("rhythmcap models inside starter", "rhythmcap models inside 'my ear' --csv values.csv"),
)  # fmt: skip
WORDS = Verb(
    "words", "model_words:words", "list a model's words, and which of my tags they stand for",
    (
        "rhythmcap models words",
        "rhythmcap models words msd-musicnn --map 'female vocalists=female voice'",
        "rhythmcap models words msd-musicnn --map 00s=  # stands for none of my tags",
    ),
)  # fmt: skip
REMOVE = Verb(
    "remove", "models:remove", "take a model out of the library and delete its files",
    ("rhythmcap models remove --dry-run 'my ear'", "rhythmcap models remove 'my ear'"),
)  # fmt: skip
RENAME = Verb(
    "rename", "models:rename", "give a model another name",
    ("rhythmcap models rename 'my ear 3' 'jazz ear'",),
)  # fmt: skip
FETCH = Verb(
    "fetch", "models:fetch", "get public weights from the web",
    ("rhythmcap models fetch  # what there is", "rhythmcap models fetch mtt-musicnn"),
)  # fmt: skip
COMPARE = Verb(
    "compare", "compare:compare", "measure models on the same songs",
    ("rhythmcap models compare starter 'my ear'",),
)  # fmt: skip
IMPORT = Verb(
    "import", "models:import_model",
    "bring in a weights file, a TensorFlow bundle (FILE: .index or folder), an embedding as ONNX,"
    " or a colleague's zip",
    (
        "rhythmcap models import colleague.zip",
        "rhythmcap models import net.pth --architecture musicnn --tags words.txt --name mine",
        "rhythmcap models import embedding.onnx --rate 32000 --window 10",
        "rhythmcap models import mel-net.onnx --recipe mel-net.json  # of a log-mel spectrogram",
    ),
)  # fmt: skip
EXPORT = Verb(
    "export", "models:export_model", "write a model as zip, ONNX or safetensors",
    ("rhythmcap models export 'my ear' ear.zip", "rhythmcap models export 'my ear' ear.onnx"),
)  # fmt: skip
HEAD = Verb(
    "head", "models:export_head",
    "learn your words anew over a model's network, and write them alone as ONNX",
    ("rhythmcap models head 'my ear' ear-head.onnx",),
)  # fmt: skip


def add_learning_verbs(verbs: Subparsers, shared: VerbParser) -> None:
    """Add readiness, train, train-bundle, evaluate, robustness."""
    verb = make_verb(verbs, shared, READINESS)
    verb.add_argument(
        "--forecast", action="store_true",
        help="learn from parts of the songs, and say how many more each tag needs (default: count)",
    )  # fmt: skip
    verb = make_verb(verbs, shared, TRAIN)
    _add_training(verb)
    _add_bundle(verb)
    _add_train_bundle(make_verb(verbs, shared, TRAIN_BUNDLE))
    verb = make_verb(verbs, shared, EVALUATE)
    verb.add_argument("--model", metavar="N", help=IN_USE)
    verb.add_argument("--split", metavar="NAME", help="of an imported data set: only its test songs"
                      " (default: all)")  # fmt: skip
    _add_all(verb)
    _add_report(verb)
    _add_robustness(make_verb(verbs, shared, ROBUSTNESS))


def _add_use(verb: VerbParser) -> None:
    verb.add_argument(
        "--use", action="store_true",
        help="use the new model at once, unless it is surely worse than the one in use (default:"
        " only keep it)",
    )  # fmt: skip
    verb.add_argument(
        "--even-if-worse", action="store_true",
        help="with --use: use it also where the range of the difference lies below 0 (default:"
        " refuse, exit code 1)",
    )  # fmt: skip


def _add_training(verb: VerbParser) -> None:
    verb.add_argument("--depth", choices=DEPTHS, default="automatic", help="what is learned anew")
    verb.add_argument(
        "--from", dest="start", metavar="MODEL", help="start from it (default: the one in use)"
    )
    verb.add_argument("--name", metavar="N", help="name of the new model (default: “my ear” and a"
                      " number)")  # fmt: skip
    verb.add_argument(
        "--epochs", type=whole_number(1), default=30, metavar="E", help="rounds, where it goes deep"
    )
    verb.add_argument(
        "--seed", type=whole_number(0), default=0, metavar="S", help="of what is drawn by chance"
    )
    _add_use(verb)
    _add_device(verb)
    verb.add_argument(
        "--schedule", choices=("thesis", "public"), help="learning rates: whose (default: thesis)"
    )
    verb.add_argument(
        "--all-models", action="store_true",
        help="from what all models hear, side by side (default: from one)",
    )  # fmt: skip
    verb.add_argument(
        "--lstm", action="store_true",
        help="put an LSTM behind a chunk network (default: as the network is)",
    )  # fmt: skip
    verb.add_argument(
        "--sizes", choices=("starter", "thesis"),
        help="begin with fresh weights of the thesis's network, in these sizes (default: from a"
        " model)",
    )  # fmt: skip
    verb.add_argument(
        "--dct", action="store_true",
        help="with --sizes: the first filters begin as cosines (default: drawn)",
    )  # fmt: skip
    verb.add_argument("--split", metavar="NAME", help="of an imported data set: learn from none of"
                      " its test songs (default: from all)")  # fmt: skip


def _add_bundle(verb: VerbParser) -> None:
    verb.add_argument(
        "--bundle", type=file_path, metavar="FILE",
        help="learn nothing here, but write what another machine needs for it (default: learn)",
    )  # fmt: skip


def _add_device(verb: VerbParser) -> None:
    verb.add_argument(
        "--device", choices=("auto", "cuda", "cpu"), default="auto",
        help="where networks run: auto and cuda use the graphics card, where there is one",
    )  # fmt: skip


def _add_train_bundle(verb: VerbParser) -> None:
    add_file(verb, "file", "FILE", "a bundle")
    verb.add_argument(
        "--out", type=file_path, metavar="ZIP",
        help="the model, for `models import` (default: beside the bundle, named after it)",
    )  # fmt: skip
    _add_device(verb)
    verb.add_argument(
        "--json-progress", action="store_true",
        help="a line of JSON on stdout for every step, for a program that reads along (default: the"
        " result alone)",
    )  # fmt: skip


def _add_report(verb: VerbParser) -> None:
    report = verb.add_argument_group("a report: one page to read and print, and tables beside it")
    report.add_argument(
        "--report", type=new_file, metavar="FILE.html",
        help="write all of it as a page, with FILE-tags.csv (default: only print the numbers)",
    )  # fmt: skip
    report.add_argument(
        "--scores", action="store_true",
        help="beside the page also FILE-scores.csv, song by song (default: only tag by tag)",
    )  # fmt: skip
    report.add_argument("--title", default="", metavar="T", help="of the page (default: named after"
                        " the model)")  # fmt: skip
    report.add_argument("--author", default="", metavar="A", help="who answers for it (default:"
                        " nobody is named)")  # fmt: skip
    report.add_argument(
        "--date", type=day, metavar="YYYY-MM-DD",
        help="that the page bears; all else of it depends on the library alone (default: today)",
    )  # fmt: skip


def _add_robustness(verb: VerbParser) -> None:
    verb.add_argument("--model", metavar="N", help=IN_USE)
    verb.add_argument("--split", metavar="NAME", help="of an imported data set: only its test songs"
                      " (default: all)")  # fmt: skip
    _add_all(verb)
    verb.add_argument(
        "--unjudged", action="store_true",
        help="songs without a decision, too: only how its own scores move (default: judged songs)",
    )  # fmt: skip
    verb.add_argument(
        "--deformations", metavar="NAME,…",
        help="time-stretch, pitch-shift, compression, noise, tilt, mp3, level, mono, excerpt"
        " (default: all of them)",
    )  # fmt: skip
    verb.add_argument(
        "--middle", type=seconds, default=300.0, metavar="S",
        help="of longer songs only the middle S seconds, deformed or not",
    )  # fmt: skip
    verb.add_argument("--seed", type=whole_number(0), default=0, metavar="S", help="of the noise")
    verb.add_argument(
        "--csv", type=new_file, metavar="FILE",
        help="write all of it as a table, tag by tag (default: only print a summary)",
    )  # fmt: skip


def _add_all(verb: VerbParser) -> None:
    verb.add_argument(
        "--all", action="store_true",
        help="on all tagged songs, learned ones too (default: on songs it has not learned from)",
    )  # fmt: skip


def add_model_verbs(verbs: Subparsers, shared: VerbParser) -> None:
    """Add models, with all that stands below it."""
    models = make_group(verbs, shared, MODELS)
    below = models.add_subparsers(metavar="WHAT", required=True, parser_class=VerbParser)
    for plain in (LIST, ARCHITECTURES):
        make_verb(below, shared, plain)
    for of_one in (USE, CARD, INSIDE, CHANGED, REMOVE, RENAME):
        verb = make_verb(below, shared, of_one)
        verb.add_argument("name", metavar="NAME", help="a model, as `models list` calls it")
        if of_one is RENAME:
            verb.add_argument("new_name", metavar="NEW_NAME", help="what it is called from now on")
        if of_one is CHANGED:
            verb.add_argument(
                "--than", metavar="OTHER", help="the former model (default: what it learned from)"
            )
        if of_one is INSIDE:
            verb.add_argument(
                "--csv", type=new_file, metavar="FILE",
                help="write all singular values as a table (default: only print a summary)",
            )  # fmt: skip
        if of_one in (USE, REMOVE, RENAME):
            add_dry_run(verb)
    _add_words(make_verb(below, shared, WORDS))
    verb = make_verb(below, shared, FETCH)
    verb.add_argument(
        "name", nargs="?", metavar="NAME", help="a public model (default: list what there is)"
    )
    verb = make_verb(below, shared, COMPARE)
    verb.add_argument("names", nargs="+", metavar="NAME", help="two models or more")
    _add_all(verb)
    _add_import(make_verb(below, shared, IMPORT))
    verb = make_verb(below, shared, EXPORT)
    verb.add_argument("name", metavar="NAME", help="a model, as `models list` calls it")
    add_file(verb, "path", "PATH", ".zip, .onnx or a folder")
    verb = make_verb(below, shared, HEAD)
    verb.add_argument("name", metavar="NAME", help="a model whose network it is over")
    add_file(verb, "path", "PATH", "an .onnx file; its card goes beside it")


def _add_words(verb: VerbParser) -> None:
    verb.add_argument("name", nargs="?", metavar="NAME", help=IN_USE)
    verb.add_argument(
        "--map", action="append", default=[], metavar="WORD=TAG",
        help="let a word stand for a tag, or for none (default: for the tag of its name)",
    )  # fmt: skip
    verb.add_argument(
        "--unmap", action="append", default=[], metavar="WORD",
        help="let a word stand for the tag of its name again (default: as it was mapped)",
    )  # fmt: skip
    add_dry_run(verb)


def _add_import(verb: VerbParser) -> None:
    add_file(verb, "file", "FILE", ".pth, .h5, .safetensors, .onnx, .zip, .index or a folder")
    verb.add_argument(
        "--architecture", metavar="A",
        help="of foreign weights; `models architectures` lists them (default: as the file says)",
    )  # fmt: skip
    verb.add_argument(
        "--tags", type=file_path, metavar="FILE",
        help="its words, one a line, in order (default: as the file says)",
    )  # fmt: skip
    verb.add_argument(
        "--recipe", default="", metavar="R",
        help="how its spectrograms are made: a name, or a .json file that says it"
        " (default: as the network or the file says)",
    )  # fmt: skip
    verb.add_argument("--name", metavar="N", help="what to call it (default: as the file is)")
    verb.add_argument(
        "--reading", choices=("default", "readme"), default="default",
        help="how the public Choi weights are meant",
    )  # fmt: skip
    _add_onnx(verb)


def _add_onnx(verb: VerbParser) -> None:
    onnx = verb.add_argument_group("of an ONNX file, as far as it does not say so itself")
    onnx.add_argument(
        "--rate", type=whole_number(1), default=0, metavar="HZ",
        help="its sampling rate (default: as the file says)",
    )  # fmt: skip
    onnx.add_argument(
        "--window", type=seconds, default=0.0, metavar="S",
        help="seconds that it takes at once (default: as the file says)",
    )  # fmt: skip
    onnx.add_argument(
        "--hop", type=seconds, default=0.0, metavar="S",
        help="seconds to the next window (default: one window)",
    )  # fmt: skip
    onnx.add_argument(
        "--input", choices=("waveform", "logmel"), default="",
        help="what it takes (default: as the file says)",
    )  # fmt: skip
    onnx.add_argument(
        "--output", default="", metavar="NAME",
        help="which one is the embedding (default: the only one)",
    )  # fmt: skip
