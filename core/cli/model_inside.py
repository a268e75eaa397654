"""The verb models inside: how many directions a model's layers really use, and its filters."""

from __future__ import annotations

import argparse

from core.cli.context import find_model, open_library
from core.cli.terminal import Terminal, columns, counted
from core.errors import ModelError
from core.model_store.registry import model_path
from core.models.inside import look_inside
from core.models.inside_records import LayerSpectrum, ModelInside
from core.printable import path_text

HEADS = ("layer", "kind", "weights", "directions used", "by chance", "changed")


def inside(options: argparse.Namespace, terminal: Terminal) -> int:
    """List the layers of a model with their effective ranks; --csv writes all singular values."""
    with open_library(options, terminal, allow_read_only=True) as library:
        row = find_model(library, options.name)
        parent = library.models.get(row.parent_id) if row.parent_id else None
        file = model_path(row)
        try:
            parent_file = model_path(parent) if parent is not None else None
        except ModelError:
            parent_file = None
    with terminal.job("Reading the weights") as job:
        found = look_inside(file, parent_file, parent.name if parent is not None else "", job)
    if found.is_external:
        terminal.say(f"{row.name} is an ONNX file: it is run, and its weights are not read.")
    terminal.data(_content(found), columns([list(HEADS), *map(_cells, found.layers)]))
    for layer in found.low_rank:
        terminal.say(
            f"{layer.name} uses fewer than half of the directions of random weights of its size."
        )
    if options.csv is not None:
        from core.exchange.files.output import output_file
        from core.exchange.tables.cell_records import csv_text

        with output_file(options.csv) as draft:
            draft.write_text(csv_text(found.table()), encoding="utf-8", newline="")
        n_values = counted(len(found.table()) - 1, "singular value")
        terminal.say(f"written: {path_text(options.csv.absolute())} ({n_values})")
    return 0


def _cells(layer: LayerSpectrum) -> list[str]:
    return [
        layer.name, layer.kind.value, " × ".join(map(str, layer.shape)),
        f"{layer.rank:.1f} of {layer.n_values}", f"{layer.random_rank:.1f}",
        "–" if layer.change is None else f"{100 * layer.change:.1f} %",
    ]  # fmt: skip


def _content(found: ModelInside) -> dict[str, object]:
    return {
        "model": found.name,
        "parent": found.parent,
        "filters": [
            {"layer": bank.name, "kind": bank.kind.value, "shape": list(bank.values.shape)}
            for bank in found.banks
        ],
        "layers": [
            {
                "layer": layer.name, "kind": layer.kind.value, "shape": list(layer.shape),
                "effective_rank": layer.rank, "random_rank": layer.random_rank,
                "low_rank": layer.is_low_rank, "changed": layer.change,
            }
            for layer in found.layers
        ],
    }  # fmt: skip
