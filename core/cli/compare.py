"""The verb that compares models on the same songs."""

from __future__ import annotations

import argparse

from core.cli.context import feature_cache, open_library, the_model
from core.cli.terminal import Terminal, columns
from core.errors import ModelError
from core.evaluation.compare import MEASURES, ComparedModel, Comparison, Scorecard
from core.evaluation.compare import compare as measure
from core.model_store.registry import model_path

TITLES = ("ROC-AUC", "PR-AUC", "AP", "MCC", "F1")


def compare(options: argparse.Namespace, terminal: Terminal) -> int:
    """Two or more models on the same held-out songs: one table."""
    if len(set(options.names)) < 2:
        raise ModelError("To compare, name two models or more.")
    with open_library(options, terminal, reads=True) as library:
        rows = [the_model(library, name) for name in dict.fromkeys(options.names)]
        contenders = [
            ComparedModel(row.name, model_path(row), library.models.tag_ids(row.id)) for row in rows
        ]
        labels = library.annotations.labels()
    with terminal.job("Listening") as job:
        found = measure(contenders, labels, feature_cache(), job, all_songs=options.all)
    terminal.data(found.to_json(), _lines(found))
    for tag, reason in found.left_out:
        terminal.say(f"not compared: {tag}, {reason}")
    for path, reason in found.skipped:
        terminal.say(f"not heard: {path}, {reason}")
    return 0


def _lines(found: Comparison) -> list[str]:
    head = ["tag", "songs", "model", *TITLES]
    rows = [head]
    for tag in found.tags:
        for place, name in enumerate(found.models):
            first = [tag.name, str(tag.support)] if place == 0 else ["", ""]
            rows.append([*first, name, *_figures(tag.models[place])])
    for place, name in enumerate(found.models):
        rows.append(["mean" if place == 0 else "", "", name, *_figures(found.means[place])])
    kind = "held-out" if found.held_out_only else "tagged (learned ones too)"
    waucs = ", ".join(
        f"{name} {_figure(wauc)}" for name, wauc in zip(found.models, found.wauc, strict=True)
    )
    last = f"WAUC: {waucs}; on {found.n_songs} {kind} songs, {len(found.tags)} tags"
    return [*columns(rows, frozenset((1, 3, 4, 5, 6, 7))), last]


def _figures(card: Scorecard) -> list[str]:
    return [_figure(getattr(card, measure)) for measure in MEASURES]


def _figure(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}".replace("0.", ".", 1)
