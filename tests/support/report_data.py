"""Reports without a sound: decisions of a real library, scores drawn around them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from core.evaluation.confusions import confused_pairs, contradicted_songs
from core.evaluation.reliability import measure_reliability
from core.evaluation.report import ScoredSongs, evaluate_scores
from core.library.edits.edits import AddTag, JudgeMany
from core.library.records import Labels, ModelRow, State
from core.library.store import Library
from core.reports.gather import Measured, categories_of, gather_report
from core.reports.report_records import ReportData, ReportOptions
from core.training.folds import artist_numbers
from tests.support.drawn_labels import bands, drawn_labels
from tests.support.small_songs import new_model, new_song, tag_id

DAY = "2026-11-30"
TAGS = ("low", "high", "rare")
N_SONGS, N_ARTISTS = 60, 20


def judged_library(path: Path) -> Library:
    """Open a library of judged songs; rare has two songs, and a model that knows all three."""
    library = Library.open(path)
    for number in range(1, N_SONGS + 1):
        library.songs.add(new_song(number, artist=f"Artist {number % N_ARTISTS}"))
    details = library.codebook.find_category("details")
    assert details is not None
    states = np.random.default_rng(3).integers(0, 2, (N_SONGS, len(TAGS)))
    states[:, 2] = np.arange(N_SONGS) < 2
    for column, name in enumerate(TAGS):
        library.do(AddTag(name, details.id))
        for value, state in ((1, State.YES), (0, State.NO)):
            songs = tuple((np.flatnonzero(states[:, column] == value) + 1).tolist())
            library.do(JudgeMany(songs, tag_id(library, name), state))
    library.models.add(new_model("my ear", *TAGS))
    return library


def scored_songs(labels: Labels, spread: float = 0.6, seed: int = 4) -> ScoredSongs:
    """Score songs by their decisions and chance; the last tag by chance alone."""
    random = np.random.default_rng(seed)
    truth = np.clip(labels.states, 0, 1) * (np.arange(labels.states.shape[1]) < 2)
    scores = (1 - spread) * truth + spread * random.random(labels.states.shape)
    learned = np.ones(len(labels.paths), np.bool_)
    return ScoredSongs(
        "my ear", labels.tag_names, labels, scores.astype(np.float32), True, (), learned
    )


def measured_model(library: Library, row: ModelRow | None = None) -> Measured:
    """Measure the model of judged_library by drawn scores."""
    labels = library.annotations.labels()
    columns = [labels.tag_names.index(name) for name in TAGS]
    labels = replace(
        labels, states=labels.states[:, columns], tag_names=TAGS, tag_ids=labels.tag_ids[columns]
    )
    scored = scored_songs(labels)
    found = evaluate_scores(scored, categories=categories_of(library))
    model = row or library.models.get("my ear")
    assert model is not None
    return Measured(model, scored, found)


def report_data(folder: Path, options: ReportOptions | None = None) -> ReportData:
    """Gather the report of judged_library, in a folder of its own."""
    with judged_library(folder / "library.db") as library:
        return gather_report(
            library, measured_model(library), options or ReportOptions(DAY), folder / "experiments"
        )


def with_words(data: ReportData, names: Sequence[str], n_artists: int) -> ReportData:
    """Put other words and scores into a report: 40 songs by so many artists."""
    labels = drawn_labels(bands(n_artists, 40), n_tags=len(names), share_yes=0.4)
    labels = replace(labels, tag_names=tuple(names))
    scored = scored_songs(labels)
    categories = {name: f"group {number % 8}" for number, name in enumerate(names)}
    found = evaluate_scores(scored, categories=categories)
    pairs, n_pairs = confused_pairs(names, found.cells, 20)
    songs, n_songs = contradicted_songs(found.cells, 20)
    return replace(
        data, evaluation=found, labels=labels, categories=categories, pairs=pairs,
        n_pairs=n_pairs, contradicted=songs, n_contradicted=n_songs,
        reliability=measure_reliability(found.cells, artist_numbers(labels)),
        data_sheet=replace(data.data_sheet, n_artists=n_artists),
    )  # fmt: skip
