"""A model's card is words."""

from __future__ import annotations

from typing import Any

from core.library.records import NewModel
from core.models.catalogue import ARCHITECTURES
from rhythmcap_gui.session import Session
from rhythmcap_gui.views.models.model_card import ModelCardDialog
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
