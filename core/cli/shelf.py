"""The verbs about the models on the shelf: list, use, card, remove, fetch, import."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

from core.cli.desk import open_library, the_model
from core.cli.terminal import Terminal, columns
from core.errors import ModelError
from core.library.records import ModelRow
from core.models.card import card_path, read_card
from core.paths import folders
from core.training.shelf import model_path, register_file


def list_(options: argparse.Namespace, terminal: Terminal) -> int:
    """The models of the library; the one in use is marked."""
    with open_library(options, terminal, reads=True) as library:
        rows = library.models.list()
    names = {row.id: row.name for row in rows}
    table = [
        ["*" if row.active else " ", row.name, row.architecture, f"{len(row.words)} words",
         _wauc(row), row.created_at[:10], names.get(row.parent_id or 0, "")]
        for row in rows
    ]  # fmt: skip
    terminal.data([_as_json(row, names) for row in rows], columns(table))
    return 0


def _as_json(row: ModelRow, names: dict[int, str]) -> dict[str, Any]:
    return {
        "name": row.name,
        "architecture": row.architecture,
        "words": list(row.words),
        "active": row.active,
        "parent": names.get(row.parent_id or 0),
        "metrics": row.metrics,
        "created_at": row.created_at,
    }


def _wauc(row: ModelRow) -> str:
    value = row.metrics.get("wauc")
    return f"WAUC {value:.3f}" if isinstance(value, float) else ""


def use(options: argparse.Namespace, terminal: Terminal) -> int:
    """Predict with this model from now on."""
    with open_library(options, terminal) as library:
        row = the_model(library, options.name)
        model_path(row)  # raises where the file is gone
        library.models.set_active(row.id)
    terminal.data({"active": row.name}, [f"“{row.name}” is in use."])
    return 0


def card(options: argparse.Namespace, terminal: Terminal) -> int:
    """All that is known of a model."""
    with open_library(options, terminal, reads=True) as library:
        path = model_path(the_model(library, options.name))
    known = json.loads(read_card(path).to_json())
    terminal.data(known, [json.dumps(known, indent=1, ensure_ascii=False)])
    return 0


def remove(options: argparse.Namespace, terminal: Terminal) -> int:
    """Take a model off the shelf; its files go too, unless they lie elsewhere."""
    with open_library(options, terminal) as library:
        row = the_model(library, options.name)
        library.models.remove(row.id)
    path = folders().models / row.file
    if path.is_relative_to(folders().models):
        path.unlink(missing_ok=True)
        card_path(path).unlink(missing_ok=True)
    terminal.data({"removed": row.name}, [f"“{row.name}” is removed."])
    return 0


def fetch(options: argparse.Namespace, terminal: Terminal) -> int:
    """Get public weights from the web; without a name, list what there is."""
    from core.models.public_weights import fetch_model, public_models

    if not options.name:
        rows = public_models()
        table = [[row.name, row.architecture, row.data_set, _size(row.size_bytes)] for row in rows]
        terminal.data(
            [{"name": row.name, "architecture": row.architecture, "url": row.url} for row in rows],
            columns(table),
        )
        return 0
    with terminal.job("Fetching") as job:
        path, _ = fetch_model(options.name, folders().models, folders().cache / "downloads", job)
    return _on_shelf(options, terminal, path)


def _size(n_bytes: int | None) -> str:
    return f"{n_bytes / 1e6:.1f} MB" if n_bytes else ""


def import_(options: argparse.Namespace, terminal: Terminal) -> int:
    """A foreign weights file (with --architecture and --tags), or a model of ours."""
    from core.features.recipe import RECIPES
    from core.models.card import WEIGHTS_SUFFIX, ModelCard, weights_path
    from core.models.catalogue import ARCHITECTURES
    from core.models.public_weights import WeightsSource, import_weights

    file: Path = options.file
    if not options.architecture:
        if file.suffix == ".json" or card_path(file).exists():
            return _on_shelf(options, terminal, weights_path(file.absolute()))
        raise ModelError(
            f"{file.name} is a foreign file: which network is it?",
            remedy="Add --architecture A --tags FILE; see `rhythmcap models architectures`.",
            path=file,
        )
    if options.tags is None:
        raise ModelError("Its words are not known.", remedy="Add --tags FILE, one word a line.")
    source = WeightsSource(
        file, options.architecture, _words(options.tags), options.recipe, options.reading
    )
    known = ARCHITECTURES.get(options.architecture)
    draft = ModelCard(
        name=options.name or file.stem,
        architecture=options.architecture,
        sizes={},
        recipe=RECIPES[known.recipe if known else "thesis"],
        words=source.words,
        description=f"Imported from {file.name}.",
        licence="as its authors say",
    )
    path, _ = import_weights(source, draft, folders().models)
    assert path.suffix == WEIGHTS_SUFFIX
    return _on_shelf(options, terminal, path)


def _words(path: Path) -> tuple[str, ...]:
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise ModelError(
            f"The tag list {path.name} cannot be read.",
            remedy="It should be plain text, one word a line.",
            detail=str(error),
            path=path,
        ) from error
    return tuple(line.strip() for line in lines if line.strip())


def _on_shelf(options: argparse.Namespace, terminal: Terminal, path: Path) -> int:
    with open_library(options, terminal) as library:
        row = register_file(library, path)
    terminal.data(
        {"model": row.name, "architecture": row.architecture, "words": list(row.words)},
        [f"“{row.name}” is on the shelf. To use it: rhythmcap models use “{row.name}”"],
    )
    return 0


def architectures(_: argparse.Namespace, terminal: Terminal) -> int:
    """The networks that can be imported, fetched and learned from."""
    from core.models.catalogue import ARCHITECTURES

    rows = list(ARCHITECTURES.values())
    terminal.data(
        [{"name": row.name, "title": row.title, "paper": row.paper, "recipe": row.recipe,
          "good_at": row.good_at} for row in rows],
        columns([[row.name, row.title, row.paper] for row in rows]),
    )  # fmt: skip
    return 0
