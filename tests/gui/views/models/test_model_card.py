"""A model's card is words."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QLabel

from core.library.records import NewModel
from core.models.catalogue import ARCHITECTURES
from rhythmcap_gui.session import Session
from rhythmcap_gui.views.models.model_card import ModelCardDialog
from rhythmcap_gui.views.models.model_card_table import ModelCardTable
from tests.support.widget_texts import label_texts


def test_a_card_is_words_not_json(foreign_session: Session, qtbot: Any) -> None:
    models = foreign_session.library.models
    row = models.add(
        NewModel(
            "my ear", "musicnn+lstm", "my-ear.safetensors", ("kick",),
            parent_id=models.get("mtat").id,
            metrics={"wauc": 0.78, "n_held_out": 41, "n_train": 160,
                     "per_tag": {"kick": {"support": 9, "auc": 0.8, "ap": 0.7, "f1": None}}},
            provenance={"licence": "CC0", "recipe": "mel96-16k", "description": "Learned."},
        )
    )  # fmt: skip
    card = ModelCardDialog(row, ARCHITECTURES[row.architecture], "mtat", "/models/x (3 MB)")
    qtbot.addWidget(card)
    text = label_texts(card)
    for words in ("MusiCNN + LSTM", "Hears 3.0 s at once", ".78 on 41 songs", "mtat", "CC0",
                  "/models/x (3 MB)"):  # fmt: skip
        assert words in text
    assert "{" not in text


def test_an_onnx_card_says_where_it_is_from_and_how_it_listens(
    foreign_session: Session, qtbot: Any
) -> None:
    settings = {"source": "bands.onnx", "sha256": "ab" * 32, "producer": "pytorch",
                "window_s": 1.0, "hop_s": 0.5, "n_features": 6}  # fmt: skip
    row = foreign_session.library.models.add(
        NewModel("bands", "onnx", "bands.safetensors", (),
                 provenance={"recipe": "waveform-16k", "settings": settings})
    )  # fmt: skip
    card = ModelCardDialog(row, ARCHITECTURES["onnx"], "", "/models/bands")
    qtbot.addWidget(card)
    texts = label_texts(card)
    assert "1.00 s at once, the next 0.50 s later; 6 numbers for each (waveform-16k)" in texts
    assert all(text in texts for text in ("bands.onnx", "abababab abababab", "pytorch"))
    assert "Its 0 words" not in texts


def test_a_card_says_in_plain_words_how_well_and_keeps_measures_for_details(
    foreign_session: Session, qtbot: Any
) -> None:
    kick = {"support": 9, "n": 20, "auc": 0.8, "ap": 0.7, "true_positives": 7,
            "false_positives": 1, "intervals": {"auc": [0.7, 0.9]}}  # fmt: skip
    row = foreign_session.library.models.add(
        NewModel("my ear", "musicnn", "my-ear.safetensors", ("kick",),
                 metrics={"wauc": 0.78, "n_held_out": 41, "per_tag": {"kick": kick}},
                 provenance={"learned_here": True})
    )  # fmt: skip
    card = ModelCardDialog(row, ARCHITECTURES["musicnn"], "", "/models/x")
    qtbot.addWidget(card)
    assert "in 78 of 100 pairs (41 songs)" in label_texts(card)
    table = card.findChild(ModelCardTable)
    texts = [table.item(0, column).text() for column in range(6)]
    assert texts == ["kick", "finds 7 of 9, one false alarm among 11 others", "80 (70–90)", ".80",
                     ".70", "–"]  # fmt: skip
    files = [label for label in card.findChildren(QLabel) if label.text() == "/models/x"]
    assert [table.isColumnHidden(3), files[0].isVisibleTo(card)] == [True, False]
    with qtbot.waitSignal(card.details_toggled):
        card.details.click()
    assert [table.isColumnHidden(3), files[0].isVisibleTo(card)] == [False, True]
