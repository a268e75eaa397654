"""The Learn dock shows the time left and the result for each tag."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from core.metrics.metric_records import TagMetrics
from core.training.finetune_records import EpochReport
from rhythmcap_gui.session import Session
from rhythmcap_gui.view_data import LearnState
from rhythmcap_gui.views.models.learn_dock import LearnDock
from rhythmcap_gui.views.models.tag_results import TagResults
from tests.support.widget_texts import label_texts


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


def test_results_show_before_and_now_with_a_sign(session: Session, qtbot: Any) -> None:  # noqa: ARG001
    table = TagResults()
    qtbot.addWidget(table)

    outcome = SimpleNamespace(
        before={"kick": TagMetrics(support=10, auc=0.5, ap=0.3, f1=0.2, n=20)},
        after={
            "kick": TagMetrics(support=10, auc=0.71, ap=0.4, f1=0.3, n=20),
            "bells": TagMetrics(support=4, auc=0.9, ap=0.8, f1=0.7, n=20),
        },
        left_out=(("flute", "2 songs, 3 needed"),),
    )
    table.show_outcome(outcome)
    texts = [[table.item(row, column).text() if table.item(row, column) else ""
              for column in range(6)] for row in range(3)]  # fmt: skip
    assert texts[0] == ["kick", "10", ".50 → .71", ".30 → .40", ".20 → .30", "▲"]
    assert texts[1][2] == "– → .90"
    assert texts[2][:2] == ["flute", "2 songs, 3 needed"]
