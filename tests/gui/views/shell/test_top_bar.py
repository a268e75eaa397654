"""The top row shows how good the model is, if it is known."""

from __future__ import annotations

import pytest

from core.library.records import NewModel
from rhythmcap_gui.session import Session
from rhythmcap_gui.views.shell.top_bar import model_sentence
from rhythmcap_gui.views.widgets.measured_text import basis_text


def test_a_model_says_how_good_it_is_where_that_was_measured(session: Session) -> None:
    models = session.library.models
    bare = models.add(NewModel("starter", "choi_lstm", "starter.safetensors", ("kick",)))
    session.set_model(bare)
    assert model_sentence(session) == "Model starter"
    known = NewModel("my ear", "choi_lstm", "my-ear.safetensors", ("kick",),
                     metrics={"wauc": 0.78, "n_held_out": 41},
                     provenance={"learned_here": True})  # fmt: skip
    session.set_model(models.add(known))
    assert model_sentence(session) == "Model my ear: 78 of 100 pairs right, 41 songs"


@pytest.mark.parametrize(
    ("metrics", "learned_here", "words"),
    [
        ({}, False, "has not been tested"),
        ({"wauc": 0.7}, False, "by its makers"),
        ({"wauc": 0.7, "measured_here": True}, False, "learned from none of them"),
        ({"wauc": 0.7, "measured_by": "artists"}, True, "in turn, artist by artist"),
        ({"wauc": 0.7, "measured_by": "songs"}, True, "but not others of the same artist"),
        (
            {"wauc": 0.7, "measured_by": "kept"},
            True,
            "kept aside, by artists it has never heard",
        ),
        ({"wauc": 0.7}, True, "that it has not learned from"),
    ],
)
def test_what_the_number_rests_on_is_one_sentence(
    session: Session, metrics: dict[str, object], learned_here: bool, words: str
) -> None:
    row = session.library.models.add(
        NewModel("ear", "choi_lstm", "ear.safetensors", ("kick",), metrics=metrics,
                 provenance={"learned_here": learned_here})
    )  # fmt: skip
    assert words in basis_text(row)
