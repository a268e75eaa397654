"""The curve of a round of learning: what it draws, tells and saves."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import pytest

from core.features.recipe import RECIPES
from core.models.card import ModelCard
from core.training.finetune_records import EpochReport, FinetuneResult
from rhythmcap_gui.session import Session
from rhythmcap_gui.views.models.learning_curve import LearningCurve, exact_score_text


def reports(count: int) -> tuple[EpochReport, ...]:
    return tuple(
        EpochReport(n + 1, 30, 0.7 / (n + 1), 0.5 + n / 50, 30.0 - n) for n in range(count)
    )


def result(before: float | None, best_epoch: int) -> FinetuneResult:
    """A round learned from 24 songs, 8 kept aside."""
    card = ModelCard("mine", "choi_lstm", {}, RECIPES["thesis"], ("kick",),
                     settings={"best_epoch": best_epoch})  # fmt: skip
    return FinetuneResult(
        Path("mine.safetensors"), card, {}, {}, before, 0.8, 24, 8, (), "everything", "", 1.0, "cpu"
    )


@pytest.fixture
def curve(session: Session, qtbot: Any) -> LearningCurve:  # noqa: ARG001
    curve = LearningCurve()
    qtbot.addWidget(curve)
    curve.resize(480, 140)
    return curve


def test_the_curve_draws_from_the_first_epoch_on(curve: LearningCurve) -> None:
    plain = curve.grab().toImage()
    for count in (1, 2, 18):
        curve.show_reports(reports(count))
        assert curve.grab().toImage() != plain
    nothing_kept_apart = tuple(EpochReport(n + 1, 3, 0.4, None, 1.0) for n in range(3))
    curve.show_reports(nothing_kept_apart)
    assert "WAUC" not in curve.accessibleName()


def test_the_readout_of_an_epoch_has_exact_values_and_what_they_rest_on(
    curve: LearningCurve,
) -> None:
    curve.show_reports(reports(4))
    assert curve.data.readouts[2] == (
        3.0, ("epoch 3 of 30", "loss 0.2333", "WAUC on songs kept aside .5400"),
    )  # fmt: skip
    curve.show_reports(reports(4), result(0.6, 3))
    assert curve.data.readouts[2][1][-1] == "learned from 24 songs, 8 kept aside"


def test_the_legend_says_the_last_values(curve: LearningCurve) -> None:
    curve.show_reports(reports(4))
    legends = [series.legend for series in curve.data.series]
    assert legends == ["loss 0.175", "WAUC on songs kept aside .56"]


def test_the_axes_hold_every_epoch_and_every_value(curve: LearningCurve) -> None:
    curve.show_reports(reports(4), result(0.2, 0))
    assert (curve.data.x.low, curve.data.x.high) == (1.0, 30.0)
    assert curve.data.right.low == 0.2  # the old model was worse than guessing
    curve.show_reports(reports(4))
    assert curve.data.right.low == 0.5
    curve.show_reports((EpochReport(1, 1, 0.0, None, 0.0),))
    assert curve.data.right is None
    assert curve.data.y.high > 0


def test_what_was_before_and_the_epoch_that_is_kept_are_marked(curve: LearningCurve) -> None:
    curve.show_reports(reports(4), result(0.61, 3))
    assert [line.name for line in curve.data.references] == ["before .61", "kept: epoch 3"]
    curve.show_reports(reports(4), result(None, 0))
    assert curve.data.references == ()


def test_before_the_first_epoch_a_word_is_shown(curve: LearningCurve) -> None:
    assert curve.data is None
    assert curve.plot is None
    assert curve.accessibleName() == "Learning curve: nothing yet"
    curve.show_reports(reports(2))
    assert curve.accessibleName() == "Learning curve: epoch 2, loss 0.350, WAUC .52"
    curve.show_reports(())
    assert not curve.plot.isVisibleTo(curve)


def test_the_epochs_are_saved_as_numbers(curve: LearningCurve, tmp_path: Path) -> None:
    known = (*reports(2), EpochReport(3, 30, 0.1, None, 0.0))
    curve.show_reports(known)
    curve.save(tmp_path / "curve.csv")
    with (tmp_path / "curve.csv").open(newline="", encoding="utf-8") as file:
        table = list(csv.DictReader(file))
    assert [float(row["loss"]) for row in table] == [report.loss for report in known]
    assert [row["held_out_wauc"] for row in table] == ["0.5", "0.52", ""]


@pytest.mark.parametrize(
    ("score", "text"), [(0.81234, ".8123"), (1.0, "1.0000"), (0.0, ".0000"), (-0.2, "−.2000")]
)
def test_an_exact_score_has_four_digits(score: float, text: str) -> None:
    assert exact_score_text(score) == text


def test_a_curve_built_ahead_is_shown_with_its_first_epoch(curve: LearningCurve) -> None:
    curve.build()
    plot = curve.plot
    assert plot is not None
    assert plot.isHidden()
    curve.show_reports(reports(1))
    assert curve.plot is plot
    assert not plot.isHidden()
