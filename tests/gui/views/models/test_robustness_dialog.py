"""The dialog on deformed songs: what is chosen, a result as table and picture, empty and wrong."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from core.audio.deformations import Condition
from core.evaluation.robustness_records import (
    ConditionResult,
    KeptRobustness,
    Robustness,
    SongScope,
)
from core.messages import message
from core.metrics.metric_records import Estimate
from rhythmcap_gui.session import Session
from rhythmcap_gui.views.models.robustness_choice import RobustnessChoiceRows
from rhythmcap_gui.views.models.robustness_dialog import RobustnessDialog
from rhythmcap_gui.views.models.robustness_plot import MOVED

COUNTS = {SongScope.JUDGED: 12, SongScope.SELECTED: 1, SongScope.ALL: 45}


def condition(name: str, strength: float, moved: float, *, judged: bool) -> ConditionResult:
    none = Estimate(None, reason=message("metrics.no_tag"))
    wauc = Estimate(0.8 - moved, 0.7 - moved, 0.9 - moved) if judged else none
    change = Estimate(-moved, -moved - 0.01, -moved + 0.01) if judged else none
    size = Estimate(moved, moved / 2, moved * 1.5)
    rank = Estimate(1 - moved, 0.9 - moved, 1 - moved / 2)
    return ConditionResult(Condition(name, strength), 12, wauc, wauc, change, size, size, {},
                           None, (), rank, {"sitar": moved, "kick": -2 * moved})  # fmt: skip


def kept(model: str = "mtat", *, judged: bool = True) -> KeptRobustness:
    conditions = tuple(
        condition(name, strength, moved, judged=judged)
        for name, strength, moved in (
            ("noise", 0.1, 0.02), ("noise", 0.4, 0.06), ("tilt", -6.0, 0.04),
            ("tilt", 6.0, 0.05), ("mono", 1.0, 0.001),
        )
    )  # fmt: skip
    wauc = Estimate(0.8, 0.7, 0.9) if judged else Estimate(None, reason=message("metrics.no_tag"))
    found = Robustness(model, wauc, conditions, 12, 6, 2, 3, 12, 30.0, 0,
                       skipped=((Path("/m/gone.wav"), "It is gone."),),
                       n_judged=12 if judged else 0, n_words=4)  # fmt: skip
    return KeptRobustness(found, "2026-11-30T12:00:00+00:00", SongScope.JUDGED)


@pytest.fixture
def rows(foreign_session: Session) -> RobustnessChoiceRows:
    models = foreign_session.library.models.list()
    return RobustnessChoiceRows(models, models[0].id, COUNTS, {"mp3": "There is no ffmpeg."})


@pytest.fixture
def dialog(rows: RobustnessChoiceRows, qtbot: Any) -> RobustnessDialog:
    made = RobustnessDialog(rows, {})
    qtbot.addWidget(made)
    return made


def test_what_is_chosen_is_asked_for(dialog: RobustnessDialog, qtbot: Any) -> None:
    rows = dialog.rows
    assert not rows.boxes["mp3"].isEnabled()
    assert "ffmpeg" in rows.boxes["mp3"].toolTip()
    assert not rows.boxes["excerpt"].isEnabled(), "of 30 seconds there is no excerpt of 30 seconds"
    rows.middle.setCurrentIndex(1)
    assert rows.boxes["excerpt"].isChecked()
    for name in ("time-stretch", "pitch-shift", "compression"):
        rows.boxes[name].setChecked(False)
    with qtbot.waitSignal(dialog.measure_requested) as signal:
        dialog.start.click()
    (choice,) = signal.args
    assert choice.deformations == ("noise", "tilt", "level", "mono", "excerpt")
    assert (choice.songs, choice.most_s, choice.learned) == (SongScope.JUDGED, 60.0, False)


def test_what_cannot_be_measured_says_why(dialog: RobustnessDialog) -> None:
    for box in dialog.rows.boxes.values():
        box.setChecked(False)
    assert not dialog.start.isEnabled()
    assert "at least one" in dialog.start.toolTip()
    empty = {scope: 0 for scope in SongScope}
    rows = RobustnessChoiceRows([], None, empty, {})
    assert "No model here knows words" in rows.why_not


def test_a_result_is_a_table_and_a_picture(dialog: RobustnessDialog) -> None:
    assert not dialog.save.isEnabled()
    model_id = dialog.rows.choice.model_id
    dialog.begin("Deforming")
    assert not dialog.start.isEnabled()
    dialog.show_result(model_id, kept())
    lines = dialog.table.as_text().split("\n")
    wanted = ["Noise", "0.1 of the peak", "12", ".78 (.68–.88)", "−.02 (−.03 … −.01)",
              ".02 (.01–.03)", ".98 (.88–.99)"]  # fmt: skip
    assert lines[1].split("\t") == wanted
    assert "kick −.04" in dialog.table.item(0, 5).toolTip()
    data = dialog.plot.data
    assert data.y.names == ("as they are", "Noise 0.1", "Noise 0.4",
                            "Treble −6 dB", "Treble +6 dB", "Mono one channel")  # fmt: skip
    assert data.spans[1] == pytest.approx((0.68, 0.88, 1.0))
    text = dialog.remark.text()
    for part in ("12 songs by 6 artists", "WAUC as they are: .80 (.70–.90)", "gone.wav",
                 "Left out: 3 songs that it learned from"):  # fmt: skip
        assert part in text
    assert dialog.start.text() == "Measure again"


def test_a_deformation_is_a_curve_with_the_songs_as_they_are_and_other_models(
    dialog: RobustnessDialog,
) -> None:
    dialog.show_result(dialog.rows.choice.model_id, kept())
    dialog._results[99] = kept("my ear")
    pictures = [dialog.picture.itemData(index) for index in range(dialog.picture.count())]
    assert pictures == ["", "noise", "tilt"]
    dialog.picture.setCurrentIndex(2)
    data = dialog.plot.data
    assert [series.name for series in data.series] == ["mtat", "my ear"]
    assert data.series[0].xs == (-6.0, 0.0, 6.0)
    assert data.series[0].ys == pytest.approx((0.76, 0.8, 0.75))
    dialog.measure.setCurrentIndex(dialog.measure.findData(MOVED))
    assert dialog.plot.data.series[0].ys == pytest.approx((0.04, 0.0, 0.05))
    assert dialog.plot.data.uprights[0] == pytest.approx((-6.0, 0.02, 0.06))
    dialog.table.selectRow(0)
    assert dialog.picture.currentData() == "noise"


def test_without_decisions_it_shows_how_the_scores_move_and_says_so(
    dialog: RobustnessDialog,
) -> None:
    dialog.show_result(dialog.rows.choice.model_id, kept(judged=False))
    assert dialog.table.isColumnHidden(3)
    assert dialog.measure.currentData() == MOVED
    assert "Without decisions there is no WAUC" in dialog.remark.text()
    assert dialog.plot.data is not None


def test_of_few_artists_it_tells_the_moves_of_these_songs_alone_and_no_wauc(
    dialog: RobustnessDialog,
) -> None:
    alone = Estimate(0.03, reason=message("metrics.few_artists", n=2, needed=5))
    made = kept()
    few = [replace(one, deformed=alone, change=alone, score_shift=alone, rank=alone)
           for one in made.found.conditions]  # fmt: skip
    found = replace(made.found, wauc=alone, conditions=tuple(few))
    dialog.show_result(dialog.rows.choice.model_id, replace(made, found=found))
    assert dialog.table.as_text().split("\n")[1].split("\t")[3:] == ["–", "–", ".03", ".03"]
    assert dialog.measure.currentData() == MOVED
    assert dialog.plot.data.spans == ()
    assert len(dialog.plot.data.series[0].xs) == 6
    assert "at least 5 are needed" in dialog.remark.text()
    assert "of these songs alone" in dialog.remark.text()
