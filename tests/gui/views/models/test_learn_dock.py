"""The Learn dock shows the time left and the result for each tag."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QProgressBar

from core.messages import message
from core.metrics.metric_records import Estimate, MetricChange, TagMetrics
from core.training.finetune_records import EpochReport
from rhythmcap_gui.session import Session
from rhythmcap_gui.view_data import LearnState, Progress
from rhythmcap_gui.views.models.interval_delegate import INTERVAL, DrawnNumber
from rhythmcap_gui.views.models.learn_dock import LearnDock
from rhythmcap_gui.views.models.tag_results import TagResults
from tests.support.widget_texts import label_texts

KEPT = {"measured_by": "kept"}


def reports(count: int) -> tuple[EpochReport, ...]:
    return tuple(
        EpochReport(n + 1, 30, 0.7 / (n + 1), 0.5 + n / 50, 30.0 - n) for n in range(count)
    )


def test_learning_shows_epoch_and_time_left_and_can_be_cancelled(
    session: Session, qtbot: Any
) -> None:
    view = LearnDock(session)
    qtbot.addWidget(view)
    view.show()
    view.show_state(LearnState(True, n_songs=12, reports=reports(18)))
    assert "epoch 18 of 30 · 0:13 left" in label_texts(view)
    with qtbot.waitSignal(view.cancel_requested):
        view.cancel.click()


def test_the_time_left_is_told_before_anything_is_done(session: Session, qtbot: Any) -> None:
    view = LearnDock(session)
    qtbot.addWidget(view)
    view.show_state(LearnState(True, n_songs=12, progress=Progress(0, 1, "", 42.0)))
    assert "Getting ready… · about 0:42 left" in label_texts(view)


def test_results_are_plain_words_and_drawn_ranges(session: Session, qtbot: Any) -> None:  # noqa: ARG001
    table = TagResults()
    qtbot.addWidget(table)
    kick = TagMetrics(support=10, auc=0.71, ap=0.4, f1=0.3, n=20, true_positives=8,
                      false_positives=3, intervals={"auc": (0.6, 0.8)})  # fmt: skip
    few = message("metrics.few_positive", n=4, needed=5)
    outcome = SimpleNamespace(
        before={"kick": TagMetrics(support=10, auc=0.5, ap=0.3, f1=0.2, n=20)},
        after={
            "kick": kick,
            "bells": TagMetrics(support=4, auc=0.9, ap=0.8, f1=0.7, n=20, true_positives=4,
                                false_positives=0, reasons={"auc": few}),
        },
        left_out=(("flute", "2 songs, 3 needed"),),
        change=MetricChange({"kick": {"auc": Estimate(0.21, 0.1, 0.3)}}, {}),
    )  # fmt: skip
    table.show_outcome(outcome)
    texts = [[table.item(row, column).text() if table.item(row, column) else ""
              for column in range(5)] for row in range(3)]  # fmt: skip
    assert texts[0] == [
        "kick",
        "finds 8 of 10, 3 false alarms among 10 others",
        "",
        "71 (60–80)",
        "▲",
    ]
    assert table.item(0, 2).data(INTERVAL) == DrawnNumber(0.71, 0.6, 0.8, 0.5)
    assert texts[1] == ["bells", "finds 4 of 4, no false alarm among 16 others", "", "–", ""]
    assert "Songs with it: 4" in table.item(1, 3).toolTip()
    assert texts[2][:2] == ["flute", "2 songs, 3 needed"]
    with qtbot.waitSignal(table.tag_opened) as signal:
        table.cellActivated.emit(0, 0)
    assert signal.args == ["kick"]


def test_a_narrow_table_drops_the_drawing_before_it_cuts_words(
    session: Session,  # noqa: ARG001
    qtbot: Any,
) -> None:
    table = TagResults()
    qtbot.addWidget(table)
    table.resize(430, 200)
    table.show()
    assert table.isColumnHidden(2)
    table.resize(700, 200)
    assert not table.isColumnHidden(2)


def test_a_narrow_table_wraps_its_sentences(session: Session, qtbot: Any) -> None:  # noqa: ARG001
    table = TagResults()
    qtbot.addWidget(table)
    table.resize(430, 200)
    kick = TagMetrics(support=10, auc=0.71, ap=0.4, f1=0.3, n=20, true_positives=8,
                      false_positives=3)  # fmt: skip
    outcome = SimpleNamespace(before={}, after={"kick": kick}, left_out=(), change=None)
    table.show_outcome(outcome)
    table.show()
    narrow_px = table.rowHeight(0)
    lines = table.fontMetrics().boundingRect(
        0, 0, table.columnWidth(1) - 8, 99, Qt.TextFlag.TextWordWrap, table.item(0, 1).text()
    )
    assert narrow_px >= lines.height()
    table.resize(900, 200)
    assert table.rowHeight(0) < narrow_px


def test_the_bar_of_learning_never_goes_back(session: Session, qtbot: Any) -> None:
    view = LearnDock(session)
    qtbot.addWidget(view)
    shown = []
    for fraction in (0.1, 0.6, 0.3, 0.7):
        progress = Progress(fraction, 1.0, "Harbour")
        view.show_state(LearnState(True, n_songs=12, reports=reports(1), progress=progress))
        shown.append(view.findChild(QProgressBar).value())
    assert shown == [100, 600, 600, 700]
    view.show_state(LearnState(False, cancelled=True))
    view.show_state(LearnState(True, n_songs=12, progress=Progress(0.2, 1.0)))
    assert view.findChild(QProgressBar).value() == 200


def test_a_curve_is_drawn_only_of_training_that_runs_or_was_kept(
    session: Session, qtbot: Any
) -> None:
    view = LearnDock(session)
    qtbot.addWidget(view)
    outcome = SimpleNamespace(
        before={}, after={}, left_out=(), change=None, means={}, notes=(), skipped=(),
        wauc_before=0.6, wauc_after=0.7, n_measured=40, n_train=40, measured_by="artists",
        card=SimpleNamespace(settings={}),
    )  # fmt: skip
    states = [
        LearnState(True, n_songs=12),
        LearnState(True, n_songs=12, reports=reports(2)),
        LearnState(False, reports=reports(2), outcome=outcome),
        LearnState(False, reports=reports(2), outcome=SimpleNamespace(**vars(outcome) | KEPT)),
        LearnState(False, reports=reports(2), cancelled=True),
    ]
    drawn, told = [], []
    for state in states:
        view.show_state(state)
        drawn.append(view.curve.isVisibleTo(view))
        told.append("On 40 songs kept aside for testing" in label_texts(view))
    assert drawn == [False, True, False, True, False]
    assert told == [False, False, True, True, False]


def test_a_number_that_tells_of_these_songs_only_comes_with_its_reason(
    session: Session, qtbot: Any
) -> None:
    view = LearnDock(session)
    qtbot.addWidget(view)
    few = Estimate(0.88, reason=message("metrics.few_artists", n=1, needed=5))
    outcome = SimpleNamespace(
        before={}, after={}, left_out=(), change=None, means={"wauc": few}, notes=(), skipped=(),
        wauc_before=0.93, wauc_after=0.88, n_measured=24, n_train=24, measured_by="songs",
        card=SimpleNamespace(settings={}),
    )  # fmt: skip
    view.show_state(LearnState(False, outcome=outcome))
    text = label_texts(view)
    assert "Artists among the judged songs: 1" in text
    assert "Of these songs alone: .88" in text
    assert "→" not in text


def test_tags_are_named_that_changed_by_more_than_chance(session: Session, qtbot: Any) -> None:
    view = LearnDock(session)
    qtbot.addWidget(view)
    tags = {"kick": Estimate(0.1, 0.05, 0.15), "bells": Estimate(-0.1, -0.15, -0.05)}
    change = MetricChange({tag: {"auc": auc} for tag, auc in tags.items()}, {})
    outcome = SimpleNamespace(
        before={}, after={}, left_out=(), change=change, means={}, notes=(), skipped=(),
        wauc_before=0.6, wauc_after=0.7, n_measured=40, n_train=40, measured_by="artists",
        card=SimpleNamespace(settings={}),
    )  # fmt: skip
    view.show_state(LearnState(False, outcome=outcome))
    assert "Better, beyond chance: kick. Worse, beyond chance: bells." in label_texts(view)
