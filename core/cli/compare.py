"""The verb models compare: several models on the same songs."""

from __future__ import annotations

import argparse

from core.cli.context import feature_cache, find_model, open_library
from core.cli.terminal import Terminal, columns, score_text
from core.errors import ModelError
from core.evaluation.compare import MEASURES, ComparedModel
from core.evaluation.compare import compare as compare_models
from core.evaluation.comparison_records import Comparison, Scorecard
from core.model_store.registry import model_path

TITLES = ("ROC-AUC", "PR-AUC", "AP", "MCC", "F1")


def compare(options: argparse.Namespace, terminal: Terminal) -> int:
    """Compare two or more models on the same held-out songs, in one table."""
    if len(set(options.names)) < 2:
        raise ModelError("cli.two_models")
    with open_library(options, terminal, allow_read_only=True) as library:
        rows = [find_model(library, name) for name in dict.fromkeys(options.names)]
        models = [
            ComparedModel(row.name, model_path(row), library.models.tag_ids(row.id)) for row in rows
        ]
        labels = library.annotations.labels()
    with terminal.job("Listening") as job:
        comparison = compare_models(models, labels, feature_cache(), job, all_songs=options.all)
    terminal.data(comparison.to_json(), _lines(comparison))
    for tag, reason in comparison.left_out:
        terminal.say(f"not compared: {tag}, {reason}")
    for path, reason in comparison.skipped:
        terminal.say(f"not heard: {path}, {reason}")
    return 0


def _lines(comparison: Comparison) -> list[str]:
    rows = [["tag", "songs", "model", *TITLES]]
    for tag in comparison.tags:
        for index, name in enumerate(comparison.models):
            first = [tag.name, str(tag.support)] if index == 0 else ["", ""]
            rows.append([*first, name, *_cells(tag.models[index])])
    for index, name in enumerate(comparison.models):
        rows.append(["mean" if index == 0 else "", "", name, *_cells(comparison.means[index])])
    songs = "held-out" if comparison.held_out_only else "tagged (learned ones too)"
    waucs = ", ".join(
        f"{name} {score_text(wauc)}"
        for name, wauc in zip(comparison.models, comparison.wauc, strict=True)
    )
    n_tags = len(comparison.tags)
    last = f"WAUC: {waucs}; on {comparison.n_songs} {songs} songs, {n_tags} tags"
    return [*columns(rows, frozenset((1, 3, 4, 5, 6, 7))), last]


def _cells(card: Scorecard) -> list[str]:
    return [score_text(getattr(card, measure)) for measure in MEASURES]
