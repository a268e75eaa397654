"""A result is read in plain words, with ranges or reasons, and with the songs behind it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from core.evaluation.evaluation_records import ModelResult, OwnEar
from core.evaluation.report import ScoredSongs, evaluate_scores
from core.library.records import Labels
from core.metrics.metric_records import Estimate, MetricChange, TagMetrics
from rhythmcap_gui import glossary
from rhythmcap_gui.session import Session
from rhythmcap_gui.views.models import metric_texts
from rhythmcap_gui.views.models.interval_delegate import INTERVAL
from rhythmcap_gui.views.models.result_dialog import ResultDialog
from rhythmcap_gui.views.models.result_tree import COLUMNS, DETAILS, ENTRIES, MORE, OWN_EAR
from rhythmcap_gui.views.widgets.glossary_link import add_question
from tests.support.widget_texts import label_texts

TAGS = ("drums", "choir", "slow")
CATEGORIES = {"drums": "Instruments", "choir": "Instruments", "slow": "Rhythm"}


@pytest.fixture(scope="module")
def result() -> ModelResult:
    """60 songs of 20 artists: drums are known well, slow not at all, choir has two songs."""
    random = np.random.default_rng(3)
    states = random.integers(0, 2, (60, 3)).astype(np.int8)
    states[:, 1] = 0
    states[:2, 1] = 1
    scores = np.clip(0.5 * states * [1, 1, 0] + 0.5 * random.random((60, 3)), 0, 1)
    labels = Labels(
        song_ids=np.arange(1, 61), audio_hashes=tuple(f"{n:032x}" for n in range(60)),
        paths=tuple(Path(f"/music/{n}.flac") for n in range(60)),
        artists=tuple(f"Artist {n // 3}" for n in range(60)),
        tag_ids=np.arange(1, 4), tag_names=TAGS, states=states, codebook_version=1,
    )  # fmt: skip
    scored = ScoredSongs("my ear", TAGS, labels, scores.astype(np.float32), True, (),
                         np.ones(60, np.bool_))  # fmt: skip
    evaluation = evaluate_scores(scored, (), {}, CATEGORIES)
    before = {"drums": TagMetrics(support=30, auc=0.6, ap=0.5, f1=0.4, n=60)}
    gained = Estimate(0.38, 0.2, 0.5)
    change = MetricChange({"drums": {"auc": gained}}, {"wauc": Estimate(0.1, -0.05, 0.25)})
    return ModelResult(1, "my ear", evaluation, CATEGORIES, before, change, 4, 0.5)


@pytest.fixture
def dialog(session: Session, qtbot: Any, result: ModelResult) -> ResultDialog:  # noqa: ARG001
    dialog = ResultDialog(lambda song_id: f"Song {song_id}" if song_id < 60 else "")
    qtbot.addWidget(dialog)
    dialog.show_result(result)
    return dialog


def test_tags_stand_under_their_categories_in_plain_words_and_drawn(dialog: ResultDialog) -> None:
    tree = dialog.tree
    groups = [tree.topLevelItem(index) for index in range(tree.topLevelItemCount())]
    assert [group.text(0) for group in groups] == ["Instruments", "Rhythm"]
    assert [groups[0].child(row).text(0) for row in range(2)] == ["drums", "choir"]
    drums = groups[0].child(0)
    assert drums.text(COLUMNS.index("words")).startswith("finds ")
    drawn = drums.data(COLUMNS.index("drawn"), INTERVAL)
    assert drawn.before == 0.6
    assert drawn.low < drawn.value
    assert drums.text(COLUMNS.index("trend")) == "▲ better"
    assert "(" in drums.text(COLUMNS.index("pairs"))
    assert groups[0].data(COLUMNS.index("drawn"), INTERVAL) is not None
    assert not dialog.tree.grab().isNull()


def test_a_number_without_a_range_is_a_dash_with_the_reason(dialog: ResultDialog) -> None:
    choir = dialog.tree.topLevelItem(0).child(1)
    column = COLUMNS.index("auc")
    assert choir.text(column) == "–"
    assert "Songs with it: 2" in choir.toolTip(column)
    assert "(" in choir.text(COLUMNS.index("recall"))  # exact, also of two songs


def test_the_songs_of_a_tag_can_be_opened(dialog: ResultDialog, qtbot: Any) -> None:
    dialog.tree.choose("drums")
    groups = [dialog.pane.list.topLevelItem(row) for row in range(4)]
    assert [group.text(0).split(" (")[0] for group in groups] == [
        "Missed", "False alarms", "Found", "Rightly not found",
    ]  # fmt: skip
    found = groups[2].child(0)
    with qtbot.waitSignal(dialog.song_requested) as signal:
        dialog.pane.list.itemActivated.emit(found, 0)
    assert found.text(0) == f"Song {signal.args[0]}"


def test_moving_the_threshold_decides_anew_and_leaving_it_stores_it(
    dialog: ResultDialog, qtbot: Any
) -> None:
    dialog.tree.choose("drums")
    n_before = dialog.pane.list.topLevelItem(2).childCount()
    dialog.pane.spin.setValue(1.0)
    assert dialog.pane.list.topLevelItem(2).childCount() < n_before
    with qtbot.waitSignal(dialog.threshold_set) as signal:
        dialog.pane.spin.editingFinished.emit()
    assert signal.args == ["drums", 1.0]
    assert not dialog.pane.reset.isEnabled()


@pytest.mark.parametrize("key", [Qt.Key.Key_PageUp, Qt.Key.Key_Right])
def test_a_threshold_moved_in_steps_is_stored_too(
    dialog: ResultDialog, qtbot: Any, key: Qt.Key
) -> None:
    dialog.tree.choose("drums")
    with qtbot.waitSignal(dialog.threshold_set) as signal:
        QTest.keyClick(dialog.pane.slider, key)
    assert signal.args == ["drums", round(dialog.pane.spin.value(), 2)]


def test_a_threshold_confirmed_as_it_was_shows_what_counts_again(
    dialog: ResultDialog, qtbot: Any
) -> None:
    pane = dialog.pane
    dialog.tree.choose("drums")
    counted = [pane.list.topLevelItem(group).text(0) for group in range(4)]
    before = pane.spin.value()
    pane.spin.setValue(1.0)
    pane.spin.setValue(before)
    with qtbot.assertNotEmitted(dialog.threshold_set):
        pane.spin.editingFinished.emit()
    assert [pane.list.topLevelItem(group).text(0) for group in range(4)] == counted


def test_the_remarks_say_on_what_the_numbers_rest(dialog: ResultDialog) -> None:
    text = label_texts(dialog)
    assert "of 100 pairs: 3 tags, 60 songs by 20 artists." in text
    assert "kept aside in turn" in text
    assert "looked at results of these songs 4 times" in text
    assert "When it learned, it was 50 of 100" in text
    assert "Compared with the model before: no clear change." in text
    assert "AUC" not in text


def test_measures_are_details_and_that_is_remembered(dialog: ResultDialog, qtbot: Any) -> None:
    tree = dialog.tree
    hidden = {name for name in COLUMNS if tree.isColumnHidden(COLUMNS.index(name))}
    assert hidden == {*DETAILS, MORE}
    assert not dialog.columns.isVisibleTo(dialog)
    with qtbot.waitSignal(dialog.details_toggled) as signal:
        dialog.details.click()
    assert signal.args == [True]
    hidden = {name for name in COLUMNS if tree.isColumnHidden(COLUMNS.index(name))}
    assert hidden == {OWN_EAR, MORE}  # no song was judged again, nothing forecast
    assert "WAUC changed by" in label_texts(dialog)


def test_a_column_explains_itself_on_hover_and_leads_to_the_glossary(
    dialog: ResultDialog, qtbot: Any
) -> None:
    tree = dialog.tree
    for name, entry_id in ENTRIES.items():
        if name not in ("drawn", "change"):
            tip = tree.headerItem().toolTip(COLUMNS.index(name))
            assert tip == glossary.hint(entry_id)
    menu = QMenu()
    action = add_question(menu, ENTRIES["mcc"])
    with qtbot.waitSignal(glossary.requests().entry_requested) as signal:
        action.trigger()
    assert signal.args == ["mcc"]


def test_the_table_is_copied_and_written_with_its_categories(dialog: ResultDialog) -> None:
    rows = dialog.tree.as_rows()
    assert rows[0][:3] == ["Category", "Tag", "On songs kept aside"]
    assert rows[2][:2] == ["Instruments", "drums"]
    assert dialog.tree.as_csv().decode().count("\n") == len(rows)
    dialog.tree.setColumnHidden(COLUMNS.index("mcc"), False)
    assert "MCC" in dialog.tree.as_rows()[0]


def test_a_model_that_was_not_measured_offers_to_be(
    dialog: ResultDialog, qtbot: Any, result: ModelResult
) -> None:
    dialog.show_result(ModelResult(2, "starter", None, {}))
    assert dialog.pages.currentWidget() is not dialog.parts
    with qtbot.waitSignal(dialog.measure_requested):
        dialog.measure.click()
    dialog.measured(result, "slow")
    assert dialog.tree.chosen == "slow"


def test_words_of_numbers() -> None:
    tag = TagMetrics(support=5, auc=0.9, ap=0.9, f1=0.9, n=14, true_positives=4, false_positives=1)
    assert metric_texts.decision_words(tag) == "finds 4 of 5, one false alarm among 9 others"
    assert metric_texts.decision_words(TagMetrics(4, 0.9, 0.8, 0.7, 12)) == "4 songs with it, of 12"
    assert metric_texts.pairs_text(Estimate(0.834, 0.76, 0.9)) == "83 (76–90)"
    assert metric_texts.pairs_text(Estimate(0.834, reason="Songs with it: 2.")) == "–"
    assert metric_texts.trend_text(Estimate(0.2, -0.1, 0.3)) == "no clear change"
    assert metric_texts.trend_text(None) == "–"
    assert metric_texts.estimate_text(Estimate(0.874, 0.8, 0.925)) == ".87 (.80–.93)"
    assert metric_texts.estimate_text(Estimate(-0.1, -0.4, 0.2)) == "−.10 (−.40 … .20)"
    assert metric_texts.estimate_text(Estimate(0.9)) == ".90"
    assert metric_texts.difference_text(Estimate(0.12, -0.001, 0.2)) == "+.12 (0 … +.20)"
    assert metric_texts.difference_sign(Estimate(-0.2, -0.3, -0.1)) == ("▼", "bad")
    assert metric_texts.difference_sign(Estimate(0.2, -0.1, 0.3)) == ("", "dim")


def test_the_own_ear_stands_beside_the_model_where_songs_were_judged_again(
    dialog: ResultDialog, result: ModelResult
) -> None:
    column = COLUMNS.index(OWN_EAR)
    dialog.details.setChecked(True)
    assert dialog.tree.isColumnHidden(column)
    ear = OwnEar(24, Estimate(0.8, 0.6, 0.9), Estimate(0.7, 0.5, 0.85))
    dialog.show_result(replace(result, own_ear={"drums": ear}))
    dialog.tree.show_details(True)
    assert not dialog.tree.isColumnHidden(column)
    item = next(item for item in dialog.tree._tag_items() if item.text(0) == "drums")
    assert item.text(column) == ".80 (.60–.90)"
    assert "24 songs were judged again" in item.toolTip(column)
