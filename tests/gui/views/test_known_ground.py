"""What a model knows, in one line."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from core.library.records import ModelRow
from core.messages import message
from rhythmcap_gui.views.widgets.known_ground import knows_text, knows_tip

AUTHORS = message("card.by_authors", data_set="MagnaTagATune", citation="Pons")


def row(metrics: dict[str, Any], **provenance: Any) -> ModelRow:
    return ModelRow(
        1, "m", "musicnn", None, "m", ("a", "b"), {}, metrics, provenance, True, "", Path()
    )


@pytest.mark.parametrize(
    ("model", "text"),
    [
        (row({"n_train": 72, "per_tag": {"a": {}}}, learned_here=True),
         "learned from 72 of your songs, 1 tag"),
        (row({}, settings={"sound_banks": [1]}), "hears instruments and pace; no sung words"),
        (row({}, description=AUTHORS),
         "learned from one label's music, tagged in a game (MagnaTagATune)"),
        (row({}, description=message("card.by_authors", data_set="Mine", citation="x")),
         "learned from Mine"),
        (row({"n_train": 9}), "learned from 9 of another's songs, 2 tags"),
        (row({}), "its file does not say what it learned from"),
    ],
)  # fmt: skip
def test_a_model_says_what_it_knows(model: ModelRow, text: str) -> None:
    assert knows_text(model) == text


def test_at_length_it_says_what_its_card_says() -> None:
    assert "Pons" in knows_tip(row({}, description=AUTHORS))
    assert knows_tip(row({})) == knows_text(row({}))
