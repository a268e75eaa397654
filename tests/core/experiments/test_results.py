"""Results: the numbers are those of core.metrics.measure, and the table can be read anywhere."""

from __future__ import annotations

import csv
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from core.errors import ExperimentError
from core.experiments.cells import CellStore
from core.experiments.experiment_record import FILE, read_record
from core.experiments.plan import BY_SONG, FOLDS, Variant
from core.experiments.results import ExperimentResults, best_system, read_results, without_gaps
from core.experiments.results_table import COLUMNS, write_results
from core.metrics.measure import measure, measure_both
from tests.support.small_experiment import PLAN, run_small


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("experiment")
    run_small(folder, replace(PLAN, by_song=True))
    return folder


@pytest.fixture(scope="module")
def results(folder: Path) -> ExperimentResults:
    return read_results(folder)


def pooled(folder: Path, system: str, budget: int | None, repetition: int) -> np.ndarray:
    """The scores of all folds of a repetition."""
    record, store = read_record(folder), CellStore(folder)
    scores = np.full(record.states.shape, np.nan)
    for known in record.cells:
        cell = known.cell
        if (cell.variant.system, cell.budget, cell.kind, cell.repetition) == (
            system, budget, FOLDS, repetition,
        ):  # fmt: skip
            result = store.read(known.digest)
            assert result is not None
            scores[known.rows] = result.scores
    return without_gaps(scores, np.ones(len(scores), dtype=bool))


def test_numbers_are_those_of_measure(folder: Path, results: ExperimentResults) -> None:
    record = read_record(folder)
    row = results.curve(Variant("poor"))[-1]
    scores = [pooled(folder, "poor", None, repetition) for repetition in (0, 1)]
    measured = [measure(record.tag_names, record.states, own, record.groups) for own in scores]
    for name in ("wauc", "ap", "mcc"):
        estimates = [one.means[name] for one in measured]
        for end in ("value", "low", "high"):
            mean = np.mean([getattr(estimate, end) for estimate in estimates])
            assert getattr(row.means[name], end) == pytest.approx(mean)
        values = [estimate.value for estimate in estimates]
        assert row.spread[name] == pytest.approx(np.std(values, ddof=1))
    assert (row.n_songs, row.n_artists, row.n_tags) == (40, 8, 3)
    assert (row.n_repetitions, row.n_planned, row.n_learned) == (2, 2, 3.0)
    good = [pooled(folder, "good", None, repetition) for repetition in (0, 1)]
    changes = [
        measure_both(record.tag_names, record.states, ours, theirs, record.groups)[2]
        for ours, theirs in zip(good, scores, strict=True)
    ]
    difference = np.mean([change.means["wauc"].value for change in changes])
    assert results.compared == "good"
    assert row.differences["wauc"].value == pytest.approx(difference)
    assert difference < 0


def test_learning_curves_rise_and_the_best_is_found(results: ExperimentResults) -> None:
    few, many = results.curve(Variant("poor"))
    assert (few.budget, many.budget) == (4, None)
    assert (few.means["wauc"].value or 1) < (many.means["wauc"].value or 0)
    best = best_system(results)
    assert best is not None
    assert best.variant.system == "good"
    apart = [row for row in results.systems if row.kind == BY_SONG]
    assert [row.budget for row in apart] == [None, None]


def test_a_tag_that_was_not_learned_counts_as_guessed() -> None:
    scores = np.array([[0.1, np.nan], [np.nan, np.nan], [0.9, np.nan], [np.nan, np.nan]])
    filled = without_gaps(scores, np.array([True, True, True, False]))
    assert filled[:3].tolist() == [[0.1, 0.5], [0.5, 0.5], [0.9, 0.5]]
    assert np.isnan(filled[3]).all()


def test_the_table_is_plain_csv_with_its_columns_explained(
    results: ExperimentResults, tmp_path: Path
) -> None:
    files = write_results(results, tmp_path / "curves.csv")
    assert [path.name for path in files] == ["curves.csv", "curves-tags.csv", "curves-columns.csv"]
    raw = files[0].read_bytes()
    assert raw.count(b"\r\n") == raw.count(b"\n")
    table, tags, columns = (list(csv.reader(path.open(newline=""))) for path in files)
    explained = [row[0] for row in columns[1:]]
    assert table[0] == list(COLUMNS) == explained[: len(COLUMNS)]
    assert set(tags[0]) <= set(explained)
    assert len(tags) == 1 + 3 * len(results.systems)
    auc = results.curve(Variant("good"))[0].tags["tag 0"].auc
    assert float(tags[1][tags[0].index("auc")]) == pytest.approx(auc, abs=1e-6)
    assert len(table) == 1 + 2 * len(results.systems)
    assert all(len(row) == len(COLUMNS) for row in table)
    values = {(row[1], row[2], row[4], row[7]): row[8] for row in table[1:]}
    good = results.curve(Variant("good"))[0].means["ap"].value
    assert float(values["folds", "good", "4", "ap"]) == pytest.approx(good, abs=1e-6)
    with pytest.raises(ExperimentError) as told:
        write_results(results, tmp_path / "absent" / "curves.csv")
    assert told.value.remedy


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device that is full")
def test_a_table_without_room_is_not_to_be_run_again(results: ExperimentResults) -> None:
    with pytest.raises(ExperimentError) as told:
        write_results(results, Path("/dev/full"))
    assert "another place" in told.value.remedy
    assert "run" not in told.value.remedy


def test_an_unfinished_experiment_shows_what_it_has(tmp_path: Path) -> None:
    run_small(tmp_path, replace(PLAN, n_repetitions=1, budgets=(None,)))
    next((tmp_path / "cells").iterdir()).unlink()
    results = read_results(tmp_path)
    assert results.n_finished == results.n_cells - 1
    assert sorted(row.n_repetitions for row in results.systems) == [0, 1]
    assert {row.reason for row in results.systems} == {None, "not run yet"}


@pytest.mark.parametrize("text", ["", "{}", '{"format": "rhythmcap-experiment", "version": 99}'])
def test_a_damaged_record_is_told(tmp_path: Path, text: str) -> None:
    with pytest.raises(ExperimentError, match="no results"):
        read_results(tmp_path)
    (tmp_path / FILE).write_text(text)
    with pytest.raises(ExperimentError, match="damaged"):
        read_results(tmp_path)
