"""How many more songs: verdicts in words, the curve of the chosen tag, and what can be done."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from core.evaluation.forecast_records import KeptForecast, TagForecast, Verdict
from core.metrics.metric_records import Estimate
from rhythmcap_gui.views.models.forecast_dialog import ForecastDialog
from rhythmcap_gui.views.models.forecast_table import DOUBLED, NEEDS, NOW, TAG, short_verdict

NOTHING = Estimate(None, reason="Too few songs.")
CURVE = ((10.0, 0.6), (20.0, 0.65), (30.0, 0.7))
LINE = ((10.0, 0.6, 0.5, 0.7), (30.0, 0.7, 0.6, 0.8), (60.0, 0.8, 0.65, 0.9))
SIX = TagForecast("6/8", 38, CURVE, Estimate(0.7, 0.62, 0.78), Estimate(0.8, 0.65, 0.9),
                  Verdict.SONGS, 20, 8, 60, 8, line=LINE)  # fmt: skip
KICK = TagForecast("kick", 50, CURVE, Estimate(0.95, 0.9, 0.99), Estimate(0.96, 0.9, 1.0),
                   Verdict.GOOD, line=LINE)  # fmt: skip
WARM = TagForecast("warm", 40, CURVE, Estimate(0.66, 0.6, 0.7), Estimate(0.67, 0.6, 0.75),
                   Verdict.DEFINITION, line=LINE)  # fmt: skip
RARE = TagForecast("rare", 3, (), NOTHING, NOTHING, Verdict.UNKNOWN)
KEPT = KeptForecast((KICK, RARE, WARM, SIX), "abc", "my ear", "2026-01-01T10:00:00+00:00", 420)
Show = Callable[..., ForecastDialog]


@pytest.fixture
def show(qtbot: QtBot) -> Show:
    def shown(kept: KeptForecast, *, is_current: bool = True) -> ForecastDialog:
        dialog = ForecastDialog()
        qtbot.addWidget(dialog)
        dialog.show()
        dialog.begin("Learning")
        dialog.show_found(kept, is_current=is_current)
        return dialog

    return shown


def cell(dialog: ForecastDialog, row: int, column: int) -> str:
    return dialog.table.item(row, column).text()


def test_tags_that_need_songs_come_first_and_say_how_many(show: Show) -> None:
    dialog = show(KEPT)
    assert [cell(dialog, row, TAG) for row in range(4)] == ["6/8", "warm", "kick", "rare"]
    assert cell(dialog, 0, NEEDS) == "about 20 more songs, from 8 artists"
    assert dialog.sentence.text() == (
        "Needs songs: about 20 more songs with it, from 8 artists, for .80. It may be 8 to 60."
    )
    assert cell(dialog, 3, NEEDS) == "cannot be told yet"
    assert (cell(dialog, 0, NOW), cell(dialog, 0, DOUBLED)) == ("70 (62–78)", "80 (65–90)")
    assert dialog.summary.text() == (
        "1 tag is good enough, 1 tag needs more songs, 1 tag needs a clearer definition, for 1 tag "
        "it cannot be told yet."
    )
    assert "420 decisions" in dialog.caption.text()
    assert [short_verdict(one) for one in (SIX, KICK, WARM, RARE)] == [
        "about 20 more songs", "good enough", "a clearer definition", "cannot be told yet",
    ]  # fmt: skip


def test_the_curve_of_the_chosen_tag_has_points_fit_range_and_goal(show: Show) -> None:
    dialog = show(KEPT)
    data = dialog.chart.data
    assert [series.xs for series in data.series] == [(10.0, 30.0, 60.0), (10.0, 20.0, 30.0)]
    assert data.bands[0].highs == pytest.approx((70.0, 80.0, 90.0))
    assert [line.at for line in data.references] == [80.0, 50.0, 50.0]  # also 20 more
    n_drawn = len(dialog.chart.plot.boxes[0].childGroup.childItems())
    dialog.choose_tag("warm")  # nothing is left of the tag before
    assert len(dialog.chart.plot.boxes[0].childGroup.childItems()) == n_drawn - 1
    dialog.choose_tag("rare")
    assert dialog.chart.data is None
    assert dialog.sentence.text() == "Too few songs."


def test_a_tag_leads_to_its_songs_or_to_its_definition(show: Show, qtbot: QtBot) -> None:
    dialog = show(KEPT)
    assert dialog.ask.property("primary")
    with qtbot.waitSignal(dialog.word_requested) as emitted:
        dialog.ask.click()
    assert emitted.args == ["6/8"]
    dialog.choose_tag("warm")
    assert dialog.define.property("primary")
    assert not dialog.ask.property("primary")
    with qtbot.waitSignal(dialog.definition_requested) as opened:
        dialog.define.click()
    assert opened.args == ["warm"]


def test_what_has_changed_since_is_said_and_forecast_again(show: Show, qtbot: QtBot) -> None:
    dialog = show(KEPT, is_current=False)
    assert dialog.stale.isVisible()
    with qtbot.waitSignal(dialog.again_requested):
        dialog.again.click()
    dialog.begin("Learning")
    assert not dialog.again.isVisible()
    dialog.show_found(KEPT)
    assert not dialog.stale.isVisible()


def test_without_tags_it_says_why_and_leads_to_a_queue(show: Show, qtbot: QtBot) -> None:
    dialog = show(KeptForecast((), "abc", "my ear", "2026-01-01T10:00:00+00:00", 0))
    assert dialog.summary.text() == "Of no tag can a forecast be made yet."
    assert dialog.caption.text().startswith("It takes songs judged yes and songs judged no")
    assert not dialog.parts.isVisible()
    with qtbot.waitSignal(dialog.queue_requested):
        dialog.judge.click()


def test_the_table_is_saved(show: Show, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    name = str(tmp_path / "more")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_values: (name, ""))
    show(KEPT).save.click()
    lines = (tmp_path / "more.csv").read_text("utf-8").splitlines()
    assert lines[0].startswith("tag,songs_yes,auc")
    assert len(lines) == 5
