"""Several models' taggrams of one song share time and rows."""

from __future__ import annotations

from typing import Any

from rhythmcap_gui.session import Session
from rhythmcap_gui.view_data import ModelPredictions
from rhythmcap_gui.views.models.compare_dialog import CompareDialog
from tests.support.model_predictions import predictions_of


def test_taggrams_of_several_models_share_time_and_rows(
    foreign_session: Session, qtbot: Any
) -> None:
    tags = {
        name: foreign_session.library.codebook.find(name).id for name in ("kick", "female", "piano")
    }
    ids = tuple(tags.values())
    one = ModelPredictions("one", predictions_of(("kick", "female", "piano"), [0.2, 0.9, 0.1]), ids)
    other = ModelPredictions(
        "other", predictions_of(("x", "a", "b", "c"), [1, 0.3, 0.2, 0.1]), (None, *ids[::-1])
    )
    dialog = CompareDialog(foreign_session, ["one", "other"])
    qtbot.addWidget(dialog)
    dialog.resize(1000, 600)
    dialog.show_predictions([one, other], "Harbour", 60.0)
    stack = dialog.stack
    names = [[row.word for row in taggram.rows] for taggram in stack.taggrams]
    assert names[0] == names[1] == ["female", "piano", "kick"]
    assert {taggram.axis for taggram in stack.taggrams} == {stack.axis}
    with qtbot.waitSignal(dialog.seek_requested):
        stack.taggrams[0].seek_requested.emit(3.0)
    stack.kind.setCurrentIndex(1)
    assert [row.word for row in stack.taggrams[1].rows] == ["x", "a", "b", "c"]
    foreign_session.open_song(None)
    assert stack.taggrams == []
