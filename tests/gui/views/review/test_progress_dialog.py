"""Is it getting better? What the window says of curves, and where there are none."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from core.evaluation.prequential_records import PrequentialCurve, PrequentialPoint
from core.metrics.metric_records import Estimate
from rhythmcap_gui.views.review.progress_dialog import ProgressDialog

POINTS = tuple(
    PrequentialPoint(n, Estimate(0.5 - n / 1000, 0.2, 0.7), Estimate(0.7 + n / 1000, 0.6, 0.95))
    for n in (20, 60, 100)
)


def curve(change: Estimate, tag: str = "", points: tuple = POINTS) -> PrequentialCurve:
    return PrequentialCurve(tag, 100, 7, 33, points, change)


@pytest.fixture
def dialog(qtbot: Any) -> ProgressDialog:
    made = ProgressDialog()
    qtbot.addWidget(made)
    return made


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (Estimate(-0.2, -0.3, -0.1), "became better"),
        (Estimate(0.2, 0.1, 0.3), "became worse"),
        (Estimate(0.0, -0.1, 0.1), "Neither better nor worse"),
        (Estimate(None), "cannot be told yet"),
    ],
)
def test_only_what_the_range_allows_is_said(
    dialog: ProgressDialog, change: Estimate, words: str
) -> None:
    dialog.show_found((curve(change),))
    assert words in dialog.summary.text()
    assert "80 (60–95) were in order" in dialog.summary.text()
    assert "100 decisions count" in dialog.caption.text()
    assert "on screen: 7" in dialog.caption.text()


def test_the_chosen_tag_and_measure_are_drawn_and_stay(dialog: ProgressDialog) -> None:
    found = (curve(Estimate(None)), curve(Estimate(None), "house"))
    dialog.show_found(found)
    dialog.tag.setCurrentText("house")
    dialog.measure.setCurrentIndex(1)
    assert "house" in dialog.chart.accessibleName()
    assert "log loss" in dialog.chart.accessibleName()
    dialog.show_found(found)
    assert dialog.tag.currentText() == "house"


def test_too_few_decisions_are_said_to_be_too_few(dialog: ProgressDialog) -> None:
    dialog.show_found((curve(Estimate(None), points=()),))
    assert "Too few decisions" in dialog.summary.text()


def test_what_was_decided_at_once_is_told_and_nothing_can_be_chosen_of_nothing(
    dialog: ProgressDialog,
) -> None:
    assert dialog.tag.isHidden()
    assert dialog.measure.isHidden()
    dialog.show_found((replace(curve(Estimate(None)), n_at_once=12_345),))
    assert not dialog.tag.isHidden()
    assert "many songs at once, so not predicted one by one: 12\u2009345." in dialog.caption.text()


def test_a_long_choice_is_shown_whole(dialog: ProgressDialog) -> None:
    dialog.show_found((curve(Estimate(None), "a rather long word of somebody"),))
    dialog.show()
    metrics = dialog.tag.fontMetrics()
    assert dialog.tag.width() > metrics.horizontalAdvance(dialog.tag.currentText())
