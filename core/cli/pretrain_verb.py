"""What can be typed about source training: the arguments and help of pretrain."""

from __future__ import annotations

from core.cli.verb_parser import (
    Subparsers,
    Verb,
    VerbParser,
    add_file,
    file_path,
    make_verb,
    whole_number,
)

PRETRAIN = Verb(
    "pretrain", "pretrain:pretrain", "train a network on a data set, to learn my tags from it",
    (
        "rhythmcap pretrain ~/MagnaTagATune --architecture musicnn --out mtat",
        "rhythmcap pretrain ~/mtg-jamendo --audio /data/jamendo --architecture short_chunk",
        "rhythmcap pretrain ~/MagnaTagATune --architecture musicnn --out mtat --resume",
        "torchrun --nproc-per-node 4 -m rhythmcap_gui pretrain ~/MagnaTagATune"
        " --architecture choi_lstm",
    ),
)  # fmt: skip


def add_pretrain_verb(verbs: Subparsers, shared: VerbParser) -> None:
    """Add pretrain."""
    verb = make_verb(verbs, shared, PRETRAIN)
    add_file(
        verb, "data_set", "DATASET",
        "a library, a folder or file of MagnaTagATune, MTG-Jamendo or the Million Song Dataset, or"
        " any other file of labels (`rhythmcap formats`)",
    )  # fmt: skip
    verb.add_argument(
        "--architecture", required=True, metavar="A",
        help="which network, see `rhythmcap models architectures` (default: none)",
    )  # fmt: skip
    verb.add_argument(
        "--out", metavar="NAME",
        help="name of the new model, or a FILE.zip to write it to (default: data set and"
        " architecture)",
    )  # fmt: skip
    verb.add_argument(
        "--audio", type=file_path, metavar="FOLDER",
        help="where the clips are (default: beside the labels)",
    )  # fmt: skip
    verb.add_argument(
        "--split", default="", metavar="SPLIT",
        help="a folder with lists train, valid and test, or the name of a library's split (default:"
        " the one that was published)",
    )  # fmt: skip
    verb.add_argument(
        "--words", type=whole_number(0), metavar="N",
        help="the most frequent ones, 0 for all (default: as published)",
    )  # fmt: skip
    _add_training(verb)


def _add_training(verb: VerbParser) -> None:
    verb.add_argument(
        "--schedule", choices=("thesis", "public"), default="",
        help="the source task of the thesis, or as the public taggers (default: as the network was"
        " published)",
    )  # fmt: skip
    verb.add_argument(
        "--epochs", type=whole_number(1), default=0, metavar="E",
        help="at most so many rounds (default: as the schedule says)",
    )  # fmt: skip
    verb.add_argument(
        "--batch", type=whole_number(2), default=0, metavar="B",
        help="clips of all processes at once (default: as the schedule says)",
    )  # fmt: skip
    verb.add_argument(
        "--seed", type=whole_number(0), default=0, metavar="S", help="of what is drawn by chance"
    )
    verb.add_argument(
        "--device", choices=("auto", "cpu", "cuda"), default="auto", help="where it is computed"
    )
    verb.add_argument(
        "--precision", choices=("auto", "32"), default="auto",
        help="32 bits, or 16 where that is faster",
    )  # fmt: skip
    verb.add_argument(
        "--resume", action="store_true",
        help="go on where a run of the same name was stopped or killed (default: begin)",
    )  # fmt: skip
    verb.add_argument(
        "--checkpoint-minutes", type=whole_number(0), default=10, metavar="M",
        help="how often to write a checkpoint within an epoch, 0 after every batch",
    )  # fmt: skip
