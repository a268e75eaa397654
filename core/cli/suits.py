"""The verb that says which system suits a library's tags."""

from __future__ import annotations

import argparse

from core.cli.changed_files import settle_files
from core.cli.context import feature_cache, find_model, load_model, open_library
from core.cli.metric_lines import estimate_text, gained_text
from core.cli.terminal import Terminal, columns, metric_text
from core.errors import ExperimentError
from core.experiments.library_folder import results_folder
from core.experiments.recommendation import TABLE, begun_digest, material_of, recommend
from core.experiments.recommendation_records import Recommendation, SystemEvidence
from core.experiments.recommendation_texts import seconds_text
from core.experiments.small_plan import prospect
from core.experiments.table_copy import copy_table
from core.printable import path_text
from core.systems.song_views import SongViews

HEADS = ("system", "WAUC (95 %)", "spread", "difference (95 %)", "by song", "learn", "score a song")


def suits(options: argparse.Namespace, terminal: Terminal) -> int:
    """Run a small plan on the library, and recommend one system in plain words."""
    with open_library(options, terminal, allow_read_only=True) as library:
        folder = results_folder(library.path)
        labels = library.annotations.labels()
        expected = prospect(labels, begun=begun_digest(folder))
        if expected.obstacle:
            raise ExperimentError("recommendation.no_answer", reason=expected.obstacle)
        row = find_model(library, options.model)
        model = load_model(row, terminal)
        settle_files(library, library.songs.locations(), terminal)
        with terminal.job("Trying systems") as job:
            views = SongViews(feature_cache(), model)
            material = material_of(library.annotations.labels(), views, row.name)
            found = recommend(material, folder, job)
    terminal.data(found.to_json(), _lines(found))
    terminal.say(f"results: {path_text(folder)}")
    if options.csv is not None:  # last: the answer is there, also where this file cannot be
        for path in copy_table(folder / TABLE, options.csv):
            terminal.say(f"written: {path_text(path.absolute())}")
    return 0


def _lines(found: Recommendation) -> list[str]:
    rows = [list(HEADS), *map(_cells, found.systems)]
    lines = [found.headline, *found.sentences, ""]
    return [*lines, *columns(rows, frozenset(range(1, len(HEADS))))]


def _cells(system: SystemEvidence) -> list[str]:
    spread, by_song = system.spread, system.by_song
    return [
        system.name,
        estimate_text(system.wauc),
        "–" if spread is None else f"± {metric_text(spread)}",
        gained_text(system.difference),
        "–" if by_song is None else metric_text(by_song),
        "–" if system.fit_s is None else seconds_text(system.fit_s),
        "–" if system.score_s is None else seconds_text(system.score_s),
    ]
