"""Models side by side as a plot: a row a tag, a mark a model, what each figure rests on."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import pytest

from core.evaluation.comparison_records import ComparedTag, Comparison, Scorecard
from rhythmcap_gui.session import Session
from rhythmcap_gui.views.models.comparison_plot import MEASURES, ROW_PX, ComparisonPlot

GOOD, POOR = Scorecard(0.9, 0.8, 0.8, 0.5, 0.7), Scorecard(0.6, 0.5, 0.5, -0.2, None)
COMPARISON = Comparison(
    ("mtat", "my ear"), 20, True, (0.81, 0.69), (GOOD, POOR),
    (ComparedTag("kick", 9, 20, (GOOD, POOR)), ComparedTag("slow", 4, 12, (POOR, GOOD))),
    (), (), (),
)  # fmt: skip


@pytest.fixture
def plot(session: Session, qtbot: Any) -> ComparisonPlot:  # noqa: ARG001
    plot = ComparisonPlot()
    qtbot.addWidget(plot)
    plot.show_comparison(COMPARISON, "roc_auc")
    return plot


def test_every_row_has_a_readout_with_what_it_rests_on(plot: ComparisonPlot) -> None:
    assert [lines for _row, lines in plot.data.readouts] == [
        ("Mean of 2 tags, 20 songs", "A mtat: .9000", "B my ear: .6000"),
        ("kick: 9 of 20 songs", "A mtat: .9000", "B my ear: .6000"),
        ("slow: 4 of 12 songs", "A mtat: .6000", "B my ear: .9000"),
    ]


def test_a_value_that_the_songs_do_not_allow_is_a_dash_and_no_mark(plot: ComparisonPlot) -> None:
    plot.show_comparison(COMPARISON, "f1")
    assert plot.data.readouts[1][1] == ("kick: 9 of 20 songs", "A mtat: .7000", "B my ear: –")
    assert [series.ys for series in plot.data.series] == [(0.0, 1.0), (2.0,)]
    assert plot.data.spans == ()


def test_mcc_begins_below_nothing(plot: ComparisonPlot) -> None:
    for measure in MEASURES:
        plot.show_comparison(COMPARISON, measure)
        assert plot.data.x.low == (-1.0 if measure == "mcc" else 0.0)
    plot.show_comparison(COMPARISON, "mcc")
    assert plot.data.readouts[1][1][2] == "B my ear: −.2000"
    assert plot.data.x.text(-0.5) == "−.5"


def test_it_grows_with_the_tags(plot: ComparisonPlot) -> None:
    height = plot.height()
    assert height >= 3 * ROW_PX
    one_tag = Comparison(COMPARISON.models, 20, True, (0.8, 0.7), (GOOD, POOR),
                         COMPARISON.tags[:1], (), (), ())  # fmt: skip
    plot.show_comparison(one_tag, "ap")
    assert plot.height() == height - ROW_PX


def test_models_differ_by_colour_and_by_mark(plot: ComparisonPlot) -> None:
    looks = {(series.colour, series.symbol) for series in plot.data.series}
    assert len(looks) == len({colour for colour, _symbol in looks}) == 2
    assert [series.aside_px for series in plot.data.series] == [-2.0, 2.0]


def test_the_rows_are_saved_as_numbers(plot: ComparisonPlot, tmp_path: Path) -> None:
    plot.save(tmp_path / "comparison.csv")
    with (tmp_path / "comparison.csv").open(newline="", encoding="utf-8") as file:
        table = list(csv.DictReader(file))
    assert [row["tag"] for row in table] == ["mean", "kick", "slow"]
    assert float(table[2]["roc_auc my ear"]) == 0.9
    assert (table[1]["songs_with_it"], table[1]["songs_judged"]) == ("9", "20")


def test_a_saved_drawing_names_every_model_in_full(plot: ComparisonPlot, tmp_path: Path) -> None:
    names = tuple(f"a model with a rather long name {number}" for number in range(5))
    cards = (GOOD,) * 5
    tags = (ComparedTag("kick", 9, 20, cards),)
    comparison = Comparison(names, 20, True, (0.8,) * 5, cards, tags, (), (), ())
    plot.show_comparison(comparison, "ap")
    plot.save(tmp_path / "comparison.svg")
    text = (tmp_path / "comparison.svg").read_text(encoding="utf-8")
    for index, name in enumerate(names):
        assert f"{'ABCDE'[index]} {name}" in text
