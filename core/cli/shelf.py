"""The verbs about the models on the shelf: list, use, card, rename, remove, fetch."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

from core.cli.context import open_library, the_model
from core.cli.terminal import Terminal, columns
from core.library.records import ModelRow
from core.model_store import registry
from core.model_store.registry import add_file, model_path
from core.models.card import read_card
from core.paths import folders


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


def rename(options: argparse.Namespace, terminal: Terminal) -> int:
    """Another name for a model; its files and its card keep theirs."""
    with open_library(options, terminal) as library:
        row = the_model(library, options.name)
        library.models.rename(row.id, options.new_name)
    terminal.data(
        {"renamed": row.name, "name": options.new_name},
        [f"“{row.name}” is called “{options.new_name}” now."],
    )
    return 0


def remove(options: argparse.Namespace, terminal: Terminal) -> int:
    """Take a model off the shelf; its files go too, unless they lie elsewhere."""
    with open_library(options, terminal) as library:
        row = the_model(library, options.name)
        registry.remove(library, row)
    terminal.data({"removed": row.name}, [f"“{row.name}” is removed."])
    return 0


def fetch(options: argparse.Namespace, terminal: Terminal) -> int:
    """Get public weights from the web; without a name, list what there is."""
    if not options.name:
        return _list_public(terminal)
    from core.models.public_weights import fetch_model

    with terminal.job("Fetching") as job:
        path, _ = fetch_model(options.name, folders().models, folders().cache / "downloads", job)
    return put_on_shelf(options, terminal, path)


def _list_public(terminal: Terminal) -> int:
    from core.models.public_registry import public_models

    rows = public_models()
    table = [[row.name, row.architecture, row.data_set, _size(row.size_bytes)] for row in rows]
    known = [
        {"name": row.name, "architecture": row.architecture, "data_set": row.data_set,
         "url": row.url, "size_bytes": row.size_bytes, "licence": row.licence,
         "citation": row.citation}
        for row in rows
    ]  # fmt: skip
    terminal.data(known, columns(table))
    return 0


def put_on_shelf(options: argparse.Namespace, terminal: Terminal, path: Path) -> int:
    """Register a model file, and say so."""
    with open_library(options, terminal) as library:
        row = add_file(library, path, name=options.name)
    terminal.data(
        {"model": row.name, "architecture": row.architecture, "words": list(row.words)},
        [f"“{row.name}” is on the shelf. To use it: rhythmcap models use “{row.name}”"],
    )
    return 0


def _size(n_bytes: int | None) -> str:
    return f"{n_bytes / 1e6:.1f} MB" if n_bytes else ""


def architectures(_: argparse.Namespace, terminal: Terminal) -> int:
    """The networks that can be imported, fetched and learned from."""
    from core.models.catalogue import ARCHITECTURES
    from core.models.public_taggers import LSTM_SUFFIX

    rows = list(ARCHITECTURES.values())
    known = [
        {"name": row.name, "title": row.title, "paper": row.paper, "year": row.year,
         "recipe": row.recipe, "input_s": round(row.input_s, 2),
         "n_parameters": row.n_parameters, "good_at": row.good_at}
        for row in rows
    ]  # fmt: skip
    alone = [row for row in rows if not row.name.endswith(LSTM_SUFFIX)]
    lines = [
        line
        for row in alone
        for line in (
            f"{terminal.strong(row.name)}  {row.title}, {row.paper}",
            f"    {row.input_s:.1f} s at once, {row.n_parameters / 1e6:.1f} million numbers",
            f"    {row.good_at}",
        )
    ]
    last = f"All but {alone[0].name} also with an LSTM behind them: NAME{LSTM_SUFFIX}"
    terminal.data(known, [*lines, last])
    return 0
