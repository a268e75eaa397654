"""The verbs about models: list, use, card, rename, remove, fetch, import, export, architectures."""

from __future__ import annotations

import argparse
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

from core.cli.context import feature_cache, find_model, load_model, open_library, rehearsed
from core.cli.terminal import Terminal, columns, counted, metric_text
from core.errors import ModelError, UsageError
from core.library.model_rows import models_folder
from core.library.records import ModelRow
from core.model_store import registry
from core.model_store.recommended import is_recommended, model_to_offer
from core.model_store.registry import add_file, current_card, model_path
from core.models.card import CARD_SUFFIX, WEIGHTS_SUFFIX, card_path
from core.paths import folders
from core.printable import path_from_text, path_text

ZIP, ONNX, JSON = ".zip", ".onnx", ".json"
OFFER = "To learn from a model that knows recordings: rhythmcap models fetch {name} ({size})"


def list_models(options: argparse.Namespace, terminal: Terminal) -> int:
    """List the models of the library; the one in use is marked."""
    with open_library(options, terminal, allow_read_only=True) as library:
        rows = library.models.list()
        whole = [library.models.get(row.id) or row for row in rows] if options.json else []
    names = {row.id: row.name for row in rows}
    table = [
        ["*" if row.active else " ", row.name, row.architecture, counted(len(row.words), "word"),
         _wauc(row), row.created_at[:10], names.get(row.parent_id or 0, ""),
         "recommended to learn from" if is_recommended(row) else ""]
        for row in rows
    ]  # fmt: skip
    if (offered := model_to_offer(rows)) is not None:
        terminal.say(OFFER.format(name=offered.name, size=_size(offered.size_bytes)))
    terminal.data([_model_json(row, names) for row in whole], columns(table))
    return 0


def _model_json(row: ModelRow, names: dict[int, str]) -> dict[str, Any]:
    return {
        "name": row.name,
        "architecture": row.architecture,
        "words": list(row.words),
        "active": row.active,
        "recommended": is_recommended(row),
        "parent": names.get(row.parent_id or 0),
        "metrics": row.metrics,
        "created_at": row.created_at,
    }


def _wauc(row: ModelRow) -> str:
    if row.metrics.get("wauc") is None:
        return ""
    n_songs = row.metrics.get("n_held_out") or row.metrics.get("n_songs")
    whose, value = "" if row.measured_here else " of its makers", row.wauc
    return f"WAUC {'–' if value is None else f'{value:.3f}'}" + (
        f" on {n_songs} songs{whose}" if n_songs else ""
    )


def use(options: argparse.Namespace, terminal: Terminal) -> int:
    """Predict with this model from now on."""
    with open_library(options, terminal) as library:
        row = find_model(library, options.name)
        if not row.words:
            raise ModelError("onnx.no_words", name=row.name)
        model_path(row)  # raises where the file is gone
        with rehearsed(library, options):
            library.models.set_active(row.id)
    done = "would be in use" if options.dry_run else "is in use"
    terminal.data({"active": row.name}, [f"“{row.name}” {done}."])
    return 0


def card(options: argparse.Namespace, terminal: Terminal) -> int:
    """Print all that is known of a model."""
    with open_library(options, terminal, allow_read_only=True) as library:
        known_card = current_card(library, find_model(library, options.name))
    known = json.loads(known_card.to_json())
    terminal.data(known, json.dumps(known, indent=1, ensure_ascii=False).split("\n"))
    return 0


def rename(options: argparse.Namespace, terminal: Terminal) -> int:
    """Give a model another name, which it has in exports, too; its files keep theirs."""
    with open_library(options, terminal) as library:
        row = find_model(library, options.name)
        with rehearsed(library, options):
            library.models.rename(row.id, options.new_name)
    done = "would be called" if options.dry_run else "is called from now on"
    terminal.data(
        {"renamed": row.name, "name": options.new_name},
        [f"“{row.name}” {done} “{options.new_name}”."],
    )
    return 0


def remove(options: argparse.Namespace, terminal: Terminal) -> int:
    """Remove a model from the library; its files too, unless they are elsewhere."""
    with open_library(options, terminal) as library:
        row = find_model(library, options.name)
        if options.dry_run:
            with rehearsed(library, options):
                library.models.remove(row.id)
        else:
            registry.remove(library, row)
    done = "would be removed" if options.dry_run else "is removed"
    terminal.data({"removed": row.name}, [f"“{row.name}” {done}."])
    return 0


def fetch(options: argparse.Namespace, terminal: Terminal) -> int:
    """Download public weights; without a name, list those that are known."""
    if not options.name:
        return _list_public(terminal)
    from core.models.public_weights import fetch_model

    with terminal.job("Fetching") as job:
        downloads = folders().cache / "downloads"
        path, _ = fetch_model(options.name, _models_folder(options), downloads, job)
    return _register(options, terminal, path)


def _models_folder(options: argparse.Namespace) -> Path:
    return models_folder(options.library or folders().library_file)


def _list_public(terminal: Terminal) -> int:
    from core.models.public_registry import public_models

    rows = public_models()
    table = [
        [row.name, row.architecture, row.data_set, _size(row.size_bytes),
         "recommended to learn from" if row.recommended else ""]
        for row in rows
    ]  # fmt: skip
    known = [
        {"name": row.name, "architecture": row.architecture, "data_set": row.data_set,
         "url": row.url, "size_bytes": row.size_bytes, "licence": row.licence,
         "citation": row.citation, "recommended": row.recommended}
        for row in rows
    ]  # fmt: skip
    terminal.data(known, columns(table))
    return 0


def _register(options: argparse.Namespace, terminal: Terminal, path: Path) -> int:
    """Register a model file in the library."""
    with open_library(options, terminal) as library:
        row = add_file(library, path, name=options.name)
    terminal.data(
        {"model": row.name, "architecture": row.architecture, "words": list(row.words)},
        [f"“{row.name}” is in the library now. {_what_next(row)}"],
    )
    return 0


def _what_next(row: ModelRow) -> str:
    if not row.words:
        return f"It knows no words. To learn from it: rhythmcap train --from “{row.name}”"
    return f"To use it: rhythmcap models use “{row.name}”"


def _size(n_bytes: int | None) -> str:
    return f"{n_bytes / 1e6:.1f} MB" if n_bytes else ""


def architectures(_: argparse.Namespace, terminal: Terminal) -> int:
    """List the networks that can be imported, fetched and learned from."""
    from core.models.catalogue import ARCHITECTURES
    from core.models.model_records import LSTM_SUFFIX

    rows = [row for row in ARCHITECTURES.values() if not row.is_external]
    known = [
        {"name": row.name, "title": row.title, "paper": row.paper, "year": row.year,
         "recipe": row.recipe, "input_s": round(row.input_s, 2),
         "n_parameters": row.n_parameters, "good_at": row.good_at}
        for row in rows
    ]  # fmt: skip
    alone = [row for row in rows if not row.has_lstm]
    lines = [
        line
        for row in alone
        for line in (
            terminal.heading(row.name, f"  {row.title}, {row.paper}"),
            f"    {row.input_s:.1f} s at once, {row.n_parameters / 1e6:.1f} million numbers",
            f"    {row.good_at}",
        )
    ]
    last = f"All but {alone[0].name} also with an LSTM behind them: NAME{LSTM_SUFFIX}"
    terminal.data(known, [*lines, last])
    return 0


def import_model(options: argparse.Namespace, terminal: Terminal) -> int:
    """Import a colleague's zip, a foreign weights file (--architecture, --tags), or our own.

    A published TensorFlow bundle says by itself which network and which words it is of; an ONNX
    file becomes an embedding (--rate, --window, --hop, --input, --output).
    """
    from core.models.tensorflow_bundle import bundle_index

    file: Path = options.file.absolute()
    if file.suffix.lower() == ONNX or options.rate:
        return _register(options, terminal, _import_onnx(options, terminal))
    if file.suffix.lower() == ZIP:
        from core.exchange.model_files.model_archive import import_zip

        with terminal.job("Unpacking") as job:
            path, _ = import_zip(file, _models_folder(options), job)
    elif options.architecture or bundle_index(file) is not None:
        path = _import_foreign(options, file.absolute())
    elif file.suffix == CARD_SUFFIX or (file.suffix == WEIGHTS_SUFFIX and card_path(file).exists()):
        from core.exchange.model_files.model_archive import copy_in

        path = copy_in(file.absolute(), _models_folder(options))
    else:
        raise ModelError("cli.foreign_file", name=file.name, path=file)
    return _register(options, terminal, path)


def _import_onnx(options: argparse.Namespace, terminal: Terminal) -> Path:
    from core.features.recipe import RECIPES, read_recipe
    from core.models.onnx_import import guess_onnx, import_onnx
    from core.models.onnx_records import LOG_MEL, OnnxRequest

    file: Path = options.file.absolute()
    is_own = options.recipe.lower().endswith(JSON)
    own_recipe = read_recipe(path_from_text(options.recipe)) if is_own else None
    with terminal.job("Trying it") as job:
        recipe = own_recipe or RECIPES.get(options.recipe)
        rate_hz = options.rate or (recipe.rate_hz if recipe else guess_onnx(file, job).rate_hz)
        if not rate_hz:
            raise ModelError("onnx.rate_wanted", name=file.name, path=file)
        request = OnnxRequest(
            file, options.name or file.stem, rate_hz, options.window, options.hop,
            options.input or (LOG_MEL if own_recipe else ""), "" if is_own else options.recipe,
            options.output, own_recipe,
        )  # fmt: skip
        return import_onnx(request, _models_folder(options), job)[0]


def _import_foreign(options: argparse.Namespace, file: Path) -> Path:
    from core.models.detect_architecture import detect_architecture
    from core.models.public_registry import known_tag_lists
    from core.models.public_weights import draft_card, import_weights, read_words
    from core.models.tensorflow_bundle import bundle_index
    from core.models.weights_source import WeightsSource, file_name

    architecture: str = options.architecture or ""
    words = None if options.tags is None else read_words(options.tags)
    if bundle_index(file) is not None and not (architecture and words):
        guess = detect_architecture(file)
        architecture = architecture or next(iter(guess.architectures), "")
        words = words or known_tag_lists().get(guess.tag_list)
        if not architecture:
            raise ModelError("weights.unknown_network", name=file.name, path=file)
    if words is None:
        raise ModelError("cli.no_words")
    source = WeightsSource(file, architecture, words, options.recipe, options.reading)
    card = draft_card(source, options.name or Path(file_name(file)).stem)
    return import_weights(source, card, _models_folder(options))[0]


def export_model(options: argparse.Namespace, terminal: Terminal) -> int:
    """Export a model as a zip for a colleague, as ONNX, or as its two files in a folder."""
    target: Path = options.path.absolute()
    with open_library(options, terminal, allow_read_only=True) as library:
        row = find_model(library, options.name)
        model, known_card = model_path(row), current_card(library, row)
    known: dict[str, object] = {"model": options.name}
    if target.suffix.lower() == ONNX:
        from core.exchange.model_files.onnx_file import export_onnx
        from core.models.checkpoint import load_checkpoint

        known["largest_difference"] = export_onnx(
            replace(load_checkpoint(model), card=known_card), target
        )
    elif target.suffix.lower() == ZIP:
        from core.exchange.model_files.model_archive import export_zip

        with terminal.job("Packing") as job:
            export_zip(model, target, job, card=known_card)
    elif target.suffix and not target.is_dir():
        raise UsageError("cli.unknown_export", suffix=target.suffix)
    else:
        from core.exchange.model_files.model_archive import export_folder

        with terminal.job("Copying") as job:
            target = export_folder(model, target, job, card=known_card)
    terminal.data({**known, "path": str(target)}, [f"“{options.name}” is written to {target}."])
    return 0


def export_head(options: argparse.Namespace, terminal: Terminal) -> int:
    """Fit the words on a model's public embedding alone, and write them as ONNX with a card."""
    from core.exchange.model_files.word_head_file import write_word_head
    from core.training.word_head import fit_word_head

    target: Path = options.path.absolute()
    if target.suffix.lower() != ONNX:
        raise UsageError("cli.head_suffix", name=target.name)
    with (
        open_library(options, terminal, allow_read_only=True) as library,
        terminal.job("Fitting") as job,
    ):
        row = find_model(library, options.name)
        model = replace(load_model(row, terminal), card=current_card(library, row))
        head = fit_word_head(model, library.annotations.labels(), feature_cache(), job)
    difference, card = write_word_head(head, model.card, target)
    wauc = head.measurement.means["wauc"]
    terminal.data(
        {
            "path": str(target), "card": str(card), "words": list(head.words),
            "largest_difference": difference, "songs": head.n_songs, "wauc": wauc.to_json(),
        },
        [path_text(target), path_text(card)],
    )  # fmt: skip
    terminal.say(
        f"{counted(len(head.words), 'word')} over {head.weight.shape[1]} numbers of a song, learned"
        f" from {counted(head.n_songs, 'song')}; WAUC {metric_text(wauc.value)} out of fold."
    )
    return 0
