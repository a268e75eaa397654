"""The verbs that bring models in from files and take them out: import, export."""

from __future__ import annotations

import argparse
from pathlib import Path

from core.cli.context import open_library, the_model
from core.cli.shelf import put_on_shelf
from core.cli.terminal import Terminal
from core.errors import ModelError
from core.model_store.registry import model_path
from core.models.card import CARD_SUFFIX, card_path, weights_path
from core.paths import folders

ZIP, ONNX = ".zip", ".onnx"


def import_(options: argparse.Namespace, terminal: Terminal) -> int:
    """A colleague's zip, a foreign weights file (with --architecture and --tags), or ours."""
    file: Path = options.file
    if file.suffix.lower() == ZIP:
        from core.exchange.model_archive import import_zip

        with terminal.job("Unpacking") as job:
            path, _ = import_zip(file, folders().models, job)
    elif options.architecture:
        path = _foreign(options, file)
    elif file.suffix == CARD_SUFFIX or card_path(file).exists():
        path = weights_path(file.absolute())
    else:
        raise ModelError(
            f"{file.name} is a foreign file: which network is it?",
            remedy="Add --architecture A --tags FILE; see `rhythmcap models architectures`.",
            path=file,
        )
    return put_on_shelf(options, terminal, path)


def _foreign(options: argparse.Namespace, file: Path) -> Path:
    from core.models.public_weights import WeightsSource, draft_card, import_weights, read_words

    if options.tags is None:
        raise ModelError("Its words are not known.", remedy="Add --tags FILE, one word a line.")
    words = read_words(options.tags)
    source = WeightsSource(file, options.architecture, words, options.recipe, options.reading)
    card = draft_card(source, options.name or file.stem)
    return import_weights(source, card, folders().models)[0]


def export(options: argparse.Namespace, terminal: Terminal) -> int:
    """A model as a zip for a colleague, as ONNX, or as its two files in a folder."""
    target: Path = options.path.expanduser()
    with open_library(options, terminal, reads=True) as library:
        model = model_path(the_model(library, options.name))
    known: dict[str, object] = {"model": options.name}
    if target.suffix.lower() == ONNX:
        from core.exchange.onnx_file import export_onnx
        from core.models.checkpoint import load_checkpoint

        known["largest_difference"] = export_onnx(load_checkpoint(model), target)
    elif target.suffix.lower() == ZIP:
        from core.exchange.model_archive import export_zip

        with terminal.job("Packing") as job:
            export_zip(model, target, job)
    elif target.suffix and not target.is_dir():
        raise ModelError(
            f"RhythmCap writes no “{target.suffix}” files.",
            remedy="End the name in .zip or .onnx, or name a folder for the two model files.",
        )
    else:
        from core.exchange.model_archive import export_folder

        target = export_folder(model, target)
    terminal.data({**known, "path": str(target)}, [f"“{options.name}” is written to {target}."])
    return 0
