"""The verb models compare: several models on the same songs."""

from __future__ import annotations

import argparse
from dataclasses import replace

from core.cli.context import feature_cache, find_model, open_library
from core.cli.metric_lines import estimate_text, gained_text
from core.cli.terminal import Terminal, columns, counted, metric_text
from core.errors import UsageError
from core.evaluation.compare import MEASURES, ComparedModel
from core.evaluation.compare import compare as compare_models
from core.evaluation.comparison_records import Comparison, Scorecard
from core.evaluation.looks import note_look
from core.model_store.registry import model_path
from core.printable import path_text

TITLES = ("ROC-AUC", "PR-AUC", "AP", "MCC", "F1")


def compare(options: argparse.Namespace, terminal: Terminal) -> int:
    """Compare two or more models on the same songs, in one table."""
    if len(set(options.names)) < 2:
        raise UsageError("cli.two_models")
    with open_library(options, terminal, allow_read_only=True) as library:
        rows = [find_model(library, name) for name in dict.fromkeys(options.names)]
        models = [
            ComparedModel(row.name, model_path(row), library.models.tag_ids(row.id)) for row in rows
        ]
        labels = library.annotations.labels()
        with terminal.job("Listening") as job:
            comparison = compare_models(models, labels, feature_cache(), job, all_songs=options.all)
        if not options.all:
            n_looks = note_look(library, comparison.test_songs, "compare")
            comparison = replace(comparison, n_looks=n_looks)
    terminal.data(comparison.to_json(), _lines(comparison))
    for line in _remarks(comparison):
        terminal.say(line)
    for tag, reason in comparison.left_out:
        terminal.say(f"not compared: {tag}, {reason}")
    for path, reason in comparison.skipped:
        terminal.say(f"not heard: {path_text(path)}, {reason}")
    return 0


def _lines(comparison: Comparison) -> list[str]:
    rows = [["tag", "songs", "model", *TITLES]]
    for tag in comparison.tags:
        for index, name in enumerate(comparison.models):
            first = [tag.name, str(tag.support)] if index == 0 else ["", ""]
            rows.append([*first, name, *_cells(tag.models[index])])
    for index, name in enumerate(comparison.models):
        rows.append(["mean" if index == 0 else "", "", name, *_cells(comparison.means[index])])
    waucs = ", ".join(
        f"{name} {estimate_text(own.means['wauc'])}"
        for name, own in zip(comparison.models, comparison.measurements, strict=True)
    )
    n_songs, n_tags = counted(comparison.n_songs, "song"), counted(len(comparison.tags), "tag")
    learned = "" if comparison.held_out_only else " (also songs learned from: too good)"
    last = f"WAUC: {waucs}; on {n_songs}{learned}, {n_tags} that all have"
    gained = [
        f"WAUC of {name} minus {comparison.models[0]}: {gained_text(change.means['wauc'])}"
        for name, change in zip(comparison.models[1:], comparison.changes, strict=True)
    ]
    return [*columns(rows, frozenset((1, 3, 4, 5, 6, 7))), last, *gained]


def _remarks(comparison: Comparison) -> list[str]:
    """Say where a model has another WAUC over all its own words, and how often it was looked."""
    lines = [
        f"{name} alone, over all its own words: WAUC {metric_text(own.summary.wauc)}"
        for name, own, shared in zip(
            comparison.models, comparison.evaluations, comparison.wauc, strict=True
        )
        if own.summary.wauc != shared
    ]
    if comparison.n_looks > 1:
        lines.append(f"results of these songs were looked at {comparison.n_looks} times: a model "
                     "chosen by them again and again looks better than it is")  # fmt: skip
    return lines


def _cells(card: Scorecard) -> list[str]:
    return [metric_text(card.shown(measure)) for measure in MEASURES]
