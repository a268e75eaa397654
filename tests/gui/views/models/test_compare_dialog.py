"""Comparing models: a table, a plot, and what was left out."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from core.evaluation.comparison_records import ComparedTag, Comparison, Scorecard
from rhythmcap_gui.session import Session
from rhythmcap_gui.views.models.compare_dialog import CompareDialog
from tests.support.widget_texts import label_texts


def compared() -> Comparison:
    better, worse = Scorecard(0.9, 0.8, 0.8, 0.5, 0.7), Scorecard(0.6, 0.5, 0.5, -0.2, None)
    tags = (
        ComparedTag("kick", 9, 20, (better, worse)),
        ComparedTag("slow", 4, 12, (worse, better)),
    )
    return Comparison(
        ("mtat", "my ear"), 20, True, (0.81, 0.69), (better, worse), tags,
        (("dark", "mtat has no word for it"), ("deep", "mtat has no word for it")), (), (),
    )  # fmt: skip


def test_a_comparison_is_a_table_a_plot_and_what_was_left_out(
    foreign_session: Session, qtbot: Any
) -> None:
    dialog = CompareDialog(foreign_session, ["mtat", "my ear"])
    qtbot.addWidget(dialog)
    dialog.begin("Listening")
    dialog.show_comparison(compared())
    lines = dialog.table.as_text().split("\n")
    assert lines[0].split("\t") == ["tag", "songs", "Pairs of 100 mtat", "Pairs of 100 my ear"]
    assert lines[2].split("\t") == ["kick", "9", "90", "60"]
    text = label_texts(dialog)
    assert "81 of 100 pairs" in text
    assert "AUC" not in text
    assert "dark, deep (mtat has no word for it)" in text


def test_details_show_every_measure_and_are_remembered(
    foreign_session: Session, qtbot: Any
) -> None:
    dialog = CompareDialog(foreign_session, ["mtat", "my ear"])
    qtbot.addWidget(dialog)
    dialog.show_comparison(compared())
    assert not dialog.measure.isVisibleTo(dialog)
    with qtbot.waitSignal(dialog.details_toggled) as signal:
        dialog.details.click()
    assert signal.args == [True]
    lines = dialog.table.as_text().split("\n")
    assert lines[0].split("\t")[4:6] == ["ROC-AUC mtat", "ROC-AUC my ear"]
    assert lines[2].split("\t") == ["kick", "9", "90", "60", ".90", ".60", ".80", ".50", ".80",
                                    ".50", ".50", "−.20", ".70", "–"]  # fmt: skip
    assert "in 83 of 100 pairs" in dialog.table.horizontalHeaderItem(4).toolTip()
    blank = dialog.plot.grab().toImage()
    for index in range(1, dialog.measure.count()):
        dialog.measure.setCurrentIndex(index)
        assert dialog.plot.grab().toImage() != blank


def test_a_tag_of_too_few_songs_has_a_dash_and_the_reason(
    foreign_session: Session, qtbot: Any
) -> None:
    few = replace(Scorecard(1.0, 1.0, 1.0, 1.0, 1.0), reason="Songs with it: 3.")
    comparison = compared()
    tags = (*comparison.tags, ComparedTag("soul", 3, 20, (few, few)))
    dialog = CompareDialog(foreign_session, ["mtat", "my ear"])
    qtbot.addWidget(dialog)
    dialog.show_comparison(replace(comparison, tags=tags))
    assert dialog.table.as_text().split("\n")[-1].split("\t") == ["soul", "3", "–", "–"]
    tip = dialog.table.item(3, 2).toolTip()
    assert tip == "Songs with it: 3. Of these songs alone: 1.0."
    assert dialog.plot.data.readouts[3][1][1] == "A mtat: –"
