"""The thesis's tables: its own numbers, and what was found beside them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np

from core.cli.thesis_lines import CAUTION, thesis_lines
from core.experiments.experiment_record import ExperimentRecord
from core.experiments.plan_file import read_plan, shipped_plans
from core.experiments.results import ExperimentResults, SystemResult
from core.experiments.source_record import SourceResult, read_source
from core.experiments.thesis_tables import TABLES, thesis_tables
from core.metrics.metric_records import Estimate
from core.systems.catalogue import SYSTEMS


def results_of(name: str, *waucs: float) -> ExperimentResults:
    """Results of the shipped plan, whose first systems have these WAUCs."""
    plan = read_plan(shipped_plans()["thesis"])
    rows = [
        SystemResult(
            variant, "folds", None, 1, 1, {"wauc": Estimate(wauc)}, {"wauc": None}, {}, 24, 8, 40,
            40.0, 1.0,
        )
        for variant, wauc in zip(plan.variants, waucs, strict=False)
    ]  # fmt: skip
    nothing = np.zeros(0, np.int64)
    record = ExperimentRecord(
        name, "starter", ("wauc",), (), nothing, (), np.zeros((0, 0), np.int8), ()
    )
    return ExperimentResults(record, tuple(rows), "", len(rows), len(rows))


def test_the_summaries_have_the_numbers_of_the_thesis() -> None:
    assert [table.number for table in thesis_tables(results_of("thesis"))] == ["4.9", "4.10"]
    waucs = {number: [row.wauc for row in rows] for number, _title, rows in TABLES}
    assert waucs["4.9"] + waucs["4.10"] == [0.67, 0.65, 0.74, 0.67, 0.63, 0.65, 0.71]
    assert (max(waucs["4.3"]), max(waucs["4.4"])) == (0.67, 0.74)


def test_the_shipped_plan_fills_every_row_of_both_summaries() -> None:
    n_variants = len(read_plan(shipped_plans()["thesis"]).variants)
    tables = thesis_tables(results_of("thesis", *np.linspace(0.5, 0.9, n_variants)))
    assert [table.number for table in tables] == ["4.3", "4.4", "4.7", "4.8", "4.9", "4.10"]
    assert all(row.estimate.value is not None for table in tables for row in table.rows)
    lines = thesis_lines(tables, [SourceResult("choi_lstm", 0.8, 12, 60.0, "CNN")])
    assert lines[-1] == CAUTION
    assert sum("0.74" in line for line in lines) >= 1
    assert any("CNN" in line and "12 songs" in line and "60 s" in line for line in lines)
    assert tables[0].to_json()["rows"][0]["wauc_of_the_thesis"] == 0.63


def test_every_row_is_of_parameters_that_there_are() -> None:
    for _number, _title, rows in TABLES:
        for row in rows:
            parameters = SYSTEMS[row.system].parameters
            assert all(parameters[key].takes(value) for key, value in row.parameters.items())


def test_another_plan_is_no_thesis() -> None:
    assert thesis_tables(results_of("zoo", 0.5)) == ()
    assert thesis_lines(()) == []
    unmeasured = replace(results_of("thesis"), systems=())
    assert all(row.found is None for table in thesis_tables(unmeasured) for row in table.rows)


def test_a_damaged_record_of_the_source_task_is_none(tmp_path: Path) -> None:
    assert read_source(tmp_path) == ()
    (tmp_path / "source.json").write_text('[{"network": 5}]')
    assert read_source(tmp_path) == ()
