"""The Models dock: versions under their parents, and what can be done with a model."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtWidgets import QTreeWidgetItem, QWidget

from core.library.records import ModelRow, NewModel
from rhythmcap_gui.session import Session
from rhythmcap_gui.views.models.model_format import data_text
from rhythmcap_gui.views.models.model_list import ModelList


def items(view: ModelList) -> list[QTreeWidgetItem]:
    top = [view.tree.topLevelItem(index) for index in range(view.tree.topLevelItemCount())]
    return top + [item.child(index) for item in top for index in range(item.childCount())]


@pytest.fixture
def view(foreign_session: Session, qtbot: Any) -> ModelList:
    models = foreign_session.library.models
    parent = models.get("mtat")
    models.add(
        NewModel(
            "my ear", "musicnn+lstm", "my-ear.safetensors", ("kick",), parent_id=parent.id,
            metrics={"wauc": 0.78, "n_held_out": 41, "n_train": 160,
                     "per_tag": {"kick": {"support": 9, "auc": 0.8, "ap": 0.7, "f1": None}}},
            provenance={"licence": "CC0", "recipe": "mel96-16k", "description": "Learned."},
        )
    )  # fmt: skip
    models_view = ModelList(foreign_session)
    qtbot.addWidget(models_view)
    return models_view


def test_versions_stand_under_their_parents_with_size_data_and_pairs(view: ModelList) -> None:
    parent, child = items(view)
    assert child.parent() is parent
    texts = [child.text(column) for column in range(7)]
    assert texts[:6] == ["my ear", "MusiCNN + LSTM", "160 of my songs", "1", "file missing",
                         "78 of 100, 41 songs"]  # fmt: skip
    assert parent.text(5) == "–"


def test_the_model_in_use_cannot_be_removed_and_one_is_compared_with_it(
    view: ModelList, qtbot: Any
) -> None:
    parent, child = items(view)
    assert not view.remove.isEnabled()
    assert not view.compare.isEnabled()
    view.tree.clearSelection()
    child.setSelected(True)
    assert view.remove.isEnabled()
    with qtbot.waitSignal(view.compare_requested) as requested:
        view.compare.click()
    assert requested.args == [view.chosen() if len(view.chosen()) > 1 else (1, 2)]
    parent.setSelected(True)
    assert view.chosen() == (1, 2)
    assert not view.card.isEnabled()
    assert view.compare.isEnabled()


def test_removing_asks_first(view: ModelList, qtbot: Any) -> None:
    view.tree.clearSelection()
    view.tree.setCurrentItem(items(view)[1])
    removed: list[int] = []
    view.remove_requested.connect(removed.append)
    view.remove.click()
    box = next(widget for widget in view.findChildren(QWidget) if widget.inherits("QMessageBox"))
    assert not removed
    with qtbot.waitSignal(view.remove_requested):
        next(button for button in box.buttons() if button.text() == "Remove").click()
    assert removed == [2]


def test_the_starter_says_in_few_words_what_it_learned_from() -> None:
    provenance = {"description": "Knows instruments.", "settings": {"sound_banks": ["A"]}}
    row = ModelRow(1, "starter", "cnn_lstm", None, "starter.safetensors", ("harp",), {}, {},
                   provenance, True, "2026-01-01T00:00:00Z")  # fmt: skip
    assert data_text(row) == "composed music, sampled instruments"
