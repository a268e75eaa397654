"""How common is it: the sentence, what it rests on, chart, table; and what to do without a draw."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from core.evaluation.prevalence_records import GroupBy, GroupShare, TagPrevalence
from core.metrics.metric_records import Estimate
from rhythmcap_gui.views.review.prevalence_dialog import PrevalenceDialog
from rhythmcap_gui.views.review.prevalence_table import ADJUSTED, CITABLE, GROUP, PREDICTED, SHARE

WHOLE = GroupShare("", None, 900, 120, 21, 0.4, Estimate(0.17, 0.11, 0.24),
                   Estimate(0.16, 0.07, 0.27))  # fmt: skip
SIXTIES = replace(WHOLE, group="1960s", order=1960, n_songs=400, n_random=50, n_yes=2,
                  powered=Estimate(0.035, 0.008, 0.12))  # fmt: skip
SEVENTIES = replace(SIXTIES, group="1970s", order=1970, n_random=4,
                    powered=Estimate(0.3, reason="Too few."))  # fmt: skip
UNDATED = replace(SIXTIES, group="", order=None, n_random=0, powered=Estimate(None))
KICK = TagPrevalence(1, "kick", "my ear", GroupBy.DECADE, WHOLE, (SIXTIES, SEVENTIES, UNDATED),
                     n_known=3, n_unsure=2)  # fmt: skip
PIANO = replace(KICK, tag_id=2, tag="piano")
Show = Callable[..., PrevalenceDialog]


@pytest.fixture
def show(qtbot: QtBot) -> Show:
    def shown(*found: TagPrevalence) -> PrevalenceDialog:
        dialog = PrevalenceDialog()
        qtbot.addWidget(dialog)
        dialog.show()
        dialog.begin("Estimating")
        dialog.show_found(found)
        return dialog

    return shown


def test_a_sentence_says_the_share_and_what_it_rests_on(show: Show) -> None:
    dialog = show(KICK)
    assert dialog.summary.text() == "About 17 (11–24) of 100 songs have the tag kick."
    assert dialog.caption.text().startswith(
        "It rests on 120 songs drawn at random and judged, 21 of them yes, for 900 songs, and on "
        "scores of my ear that had not learned from them."
    )
    assert "counted as judged: 3." in dialog.caption.text()
    assert "not counted: 2." in dialog.caption.text()
    assert not dialog.strata.isVisible()
    assert dialog.focusWidget() is dialog.tag


def test_what_was_counted_is_not_about_so_many_and_has_no_range(show: Show) -> None:
    counted = replace(WHOLE, powered=Estimate(1 / 3, 1 / 3, 1 / 3, "Counted."), is_counted=True)
    dialog = show(replace(KICK, whole=counted, n_left_out=4))
    assert dialog.summary.text() == "33 of 100 songs have the tag kick. Counted."
    assert dialog.table.item(0, SHARE).text() == "33"
    assert dialog.table.item(0, SHARE).data(CITABLE)
    assert not dialog.table.item(2, SHARE).data(CITABLE)
    assert "not on this one: 4." in dialog.caption.text()


def test_rows_have_both_estimates_and_the_prediction_in_brackets(show: Show) -> None:
    table = show(KICK).table
    assert [table.item(row, GROUP).text() for row in range(4)] == [
        "All songs", "1960s", "1970s", "not known",
    ]  # fmt: skip
    assert table.item(0, ADJUSTED).text() == "16 (7.0–27)"
    assert table.item(1, SHARE).text() == "3.5 (0.8–12)"
    assert table.item(1, PREDICTED).text() == "(40)"
    assert (table.item(2, SHARE).text(), table.item(3, SHARE).text()) == ("30", "–")
    assert "Too few" in table.item(2, SHARE).toolTip()
    assert table.as_text().count("\n") >= 4


def test_the_chart_has_the_years_and_hides_for_artists(show: Show) -> None:
    dialog = show(KICK)
    data = dialog.chart.data
    assert data.series[0].ys == (pytest.approx(3.5), None)  # no point without a range
    assert data.x.text(1960.0) == "1960s"
    assert len(data.uprights) == 3
    dialog.groups.setCurrentIndex(2)
    dialog.show_found((replace(KICK, by=GroupBy.ARTIST),))
    assert not dialog.chart.isVisible()
    assert dialog.by == "artist"


def test_the_chosen_tag_stays_chosen(show: Show) -> None:
    dialog = show(KICK, PIANO)
    dialog.choose_tag("piano")
    dialog.show_found((KICK, PIANO))
    assert "piano" in dialog.summary.text()


def test_without_a_draw_it_says_what_to_do_and_does_it(show: Show, qtbot: QtBot) -> None:
    dialog = show()
    assert "at random" in dialog.summary.text()
    assert dialog.summary.alignment() & Qt.AlignmentFlag.AlignHCenter
    assert (
        abs(dialog.judge.mapTo(dialog, dialog.judge.rect().center()).x() - dialog.width() / 2) < 2
    )
    assert dialog.summary.mapTo(dialog, QPoint(0, 0)).y() > dialog.height() / 4
    assert not dialog.table.isVisible()
    assert not dialog.tag.isVisible()
    assert dialog.focusWidget() is dialog.judge
    with qtbot.waitSignal(dialog.queue_requested):
        dialog.judge.click()
    dialog.show_found((KICK,))
    assert not dialog.judge.isVisible()
    assert dialog.summary.mapTo(dialog, QPoint(0, 0)).y() < dialog.height() / 4


def test_the_table_is_saved(show: Show, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    name = str(tmp_path / "shares")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_values: (name, ""))
    show(KICK).save.click()
    assert "predicted_share_do_not_cite" in (tmp_path / "shares.csv").read_text()
