"""What did it change its mind about: the list, filters, keys, and tags better and worse."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from core.evaluation.changed_records import ChangedTag, ChangedTags
from core.library.records import State
from core.library.review_records import Flip
from core.metrics.metric_records import Estimate, MetricChange
from rhythmcap_gui.views.models.changed_dialog import ChangedDialog
from rhythmcap_gui.views.models.changed_table import DIFFERENCE
from tests.support.small_library import Room

GAINED = ChangedTag(Flip(1, 1, 0.04, 0.9, claims=True), "Ana – One", "house", 4.6)
LOST = ChangedTag(Flip(2, 2, 0.7, 0.2, claims=False), "Bo – Two", "drums", 1.7)
CHANGE = MetricChange(
    {"house": {"auc": Estimate(0.1, 0.02, 0.2)}, "folk": {"auc": Estimate(-0.2, -0.3, -0.1)},
     "drums": {"auc": Estimate(0.0, -0.1, 0.1)}}, {},
)  # fmt: skip
FOUND = ChangedTags("my ear 2", "my ear 1", (GAINED, LOST), 7, 3, 2, CHANGE)
Show = Callable[..., ChangedDialog]


@pytest.fixture
def show(room: Room, qtbot: QtBot) -> Show:
    def shown(found: ChangedTags | str) -> ChangedDialog:
        dialog = ChangedDialog(room.session)
        qtbot.addWidget(dialog)
        dialog.show()
        dialog.begin("Comparing")
        dialog.show_found(found)
        return dialog

    return shown


def rows(dialog: ChangedDialog) -> list[str]:
    model = dialog.table.model()
    return [
        " | ".join(str(model.index(row, column).data()) for column in range(5))
        for row in range(model.rowCount())
    ]


def test_rows_say_song_tag_and_how_the_score_moved(show: Show) -> None:
    dialog = show(FOUND)
    assert rows(dialog) == [
        "Ana – One | house | gained | .04 → .90 | 4.6", "Bo – Two | drums | lost | .70 → .20 | 1.7",
    ]  # fmt: skip
    assert dialog.summary.text() == (
        "“my ear 2” says otherwise than “my ear 1” of 7 tags that you have not judged."
    )
    assert "Of 3 judged tags that changed, 2 agree" in dialog.caption.text()
    assert "The 2 greatest changes are listed" in dialog.caption.text()


def test_tags_better_and_worse_stand_beside_it_and_lead_to_their_rows(show: Show) -> None:
    dialog = show(FOUND)
    assert [dialog.side.item(row, 0).text() for row in range(2)] == ["house", "folk"]
    assert dialog.side.item(1, DIFFERENCE).text() == "−20 (−30 … −10)"
    dialog.side.cellActivated.emit(0, 0)
    assert len(rows(dialog)) == 1
    dialog.kind.setCurrentIndex(2)
    assert rows(dialog) == []
    assert not dialog.listen.isEnabled()
    unknown = show(ChangedTags("b", "a", (LOST,), 1, change=None, reason="No scores."))
    assert unknown.caption.text().endswith("No scores.")
    assert not unknown.beside.isVisible()


def test_keys_hear_play_and_decide_and_the_next_row_follows(show: Show, qtbot: QtBot) -> None:
    dialog = show(FOUND)
    decided: list[tuple[int, State]] = []
    dialog.decided.connect(lambda one, state: decided.append((one.flip.song_id, state)))
    dialog.activateWindow()
    qtbot.waitActive(dialog)
    dialog.table.setFocus()
    with qtbot.waitSignal(dialog.hear_requested) as emitted:
        qtbot.keyClick(dialog.table, Qt.Key.Key_Return)
    assert emitted.args == [1, 1]
    with qtbot.waitSignal(dialog.play_requested):
        qtbot.keyClick(dialog.table, Qt.Key.Key_Space)
    qtbot.keyClick(dialog.table, Qt.Key.Key_J)
    qtbot.keyClick(dialog.table, Qt.Key.Key_J)
    assert decided == [(1, State.YES), (2, State.NO)]
    dialog.show_found(ChangedTags("my ear 2", "my ear 1", (LOST,), 1))
    assert dialog.table.selected() == [LOST]
    dialog.wrong.click()
    dialog.unsure.click()
    assert decided[2:] == [(2, State.YES), (2, State.UNSURE)]


def test_in_blind_mode_nothing_of_it_is_shown(show: Show, room: Room) -> None:
    dialog = show(FOUND)
    room.session.set_blind(True)
    assert rows(dialog) == []
    assert not dialog.parts.isVisible()
    assert "blind mode" in dialog.summary.text()
    room.session.set_blind(False)
    assert len(rows(dialog)) == 2


def test_without_a_former_model_it_says_what_to_do(show: Show) -> None:
    dialog = show("It has no former model. Learn from your tags.")
    assert dialog.summary.text().endswith("Learn from your tags.")
    assert not dialog.right.isVisible()


def test_the_listed_rows_are_saved(
    show: Show, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = str(tmp_path / "changed")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_values: (name, ""))
    dialog = show(FOUND)
    dialog.kind.setCurrentIndex(1)
    dialog.save.click()
    lines = (tmp_path / "changed.csv").read_text("utf-8").splitlines()
    assert lines[0].endswith("surprise_bits")
    assert lines[1:] == ["1,Ana – One,house,gained,0.0400,0.9000,4.600"]
