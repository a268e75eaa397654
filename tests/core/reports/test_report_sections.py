"""Experiments, deformed sound and other annotators stand in a report where they are known."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from core.audio.deformations import conditions_of
from core.evaluation.robustness_records import (
    ConditionResult,
    KeptRobustness,
    Robustness,
    SongScope,
)
from core.experiments.experiment_record import ExperimentRecord
from core.experiments.plan import Variant
from core.experiments.results import ExperimentResults, SystemResult
from core.metrics.metric_records import Estimate
from core.reports.gather import gather_report
from core.reports.markup import MOST_NAMES
from core.reports.page import report_page
from core.reports.report_records import ReportData, ReportOptions
from tests.support.annotator_songs import decide
from tests.support.report_data import DAY, judged_library, measured_model, report_data

NUMBER = Estimate(0.8, 0.7, 0.9)
BUDGETS = (10, 50, None)


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> ReportData:
    return report_data(tmp_path_factory.mktemp("report"))


def experiment(n_systems: int) -> ExperimentResults:
    """Systems at three budgets; the last one could not be fitted on ten songs."""
    record = ExperimentRecord("few", "my ear", ("wauc",), ("a", "b"), np.arange(2), ("low",),
                              np.zeros((2, 1), np.int8), ())  # fmt: skip
    rows = [
        SystemResult(Variant(f"system {number}"), "folds", budget, 1, 1, {"wauc": NUMBER},
                     {"wauc": None}, {}, 60, 20, 3, 3, 1.0)
        for number in range(n_systems) for budget in BUDGETS
    ]  # fmt: skip
    rows[-3] = replace(rows[-3], means={"wauc": Estimate(None)}, reason="Too few songs.")
    return ExperimentResults(record, tuple(rows), "system 0", len(rows), len(rows))


def test_learning_curves_are_drawn_and_what_could_not_be_fitted_is_a_dash(data: ReportData) -> None:
    text = report_page(replace(data, experiments=(experiment(10),)), {})
    assert text.count("<polyline") == 1 + 8, "the reliability diagram, and as many as can be told"
    assert "8 of 10 systems, the best ones" in text
    assert ".800 (.700–.900)" in text
    assert "<li>Too few songs.</li>" in text
    assert "experiment run few-labels" not in text


def test_deformed_sound_stands_with_its_songs_and_ranges(data: ReportData) -> None:
    change = Estimate(-0.05, -0.09, -0.01)
    conditions = tuple(
        ConditionResult(condition, 60, NUMBER, NUMBER, change, change, NUMBER, {})
        for condition in conditions_of(("mp3", "level"))
    )
    found = Robustness("my ear", NUMBER, conditions, 60, 20, 0, 0, 0, 300.0, 0, n_judged=60)
    kept = KeptRobustness(found, "2026-11-29T10:00:00Z", SongScope.JUDGED)
    text = report_page(replace(data, robustness=kept), {})
    assert "Measured on 2026-11-29 with 60 songs by 20 artists" in text
    assert text.count("−.050 (−.090 … −.010)") == 2 * 5
    assert "64 kbit/s" in text
    assert "rhythmcap robustness" not in text


def test_annotators_and_the_ceiling_stand_in_it(tmp_path: Path) -> None:
    with judged_library(tmp_path / "library.db") as library:
        decide(library, "Bo <b>", "low", "+-" * 30)
        found = gather_report(library, measured_model(library), ReportOptions(DAY), tmp_path)
    text = report_page(found, {})
    assert len(found.ceilings) == 1
    assert found.ceilings[0].n_decisions == 60
    assert "Bo &lt;b&gt;" in text
    assert "The ceiling: another annotator" in text
    assert "Only one annotator decided" not in text


def test_hundreds_of_words_without_a_number_fill_no_pages(data: ReportData) -> None:
    unknown = tuple(f"word {number:03}" for number in range(MOST_NAMES + 400))
    evaluation = replace(data.evaluation, unknown=unknown)
    text = report_page(replace(data, evaluation=evaluation), {})
    assert f"word {MOST_NAMES - 1:03}" in text
    assert f"word {MOST_NAMES:03}" not in text
    assert "and 400 more." in text
