"""The top row shows how good the model is, if it is known."""

from __future__ import annotations

from core.library.records import NewModel
from rhythmcap_gui.session import Session
from rhythmcap_gui.views.shell.top_bar import model_sentence


def test_a_model_without_held_out_songs_shows_no_number(session: Session) -> None:
    models = session.library.models
    bare = models.add(NewModel("starter", "choi_lstm", "starter.safetensors", ("kick",)))
    session.set_model(bare)
    assert model_sentence(session) == "Model starter"
    known = NewModel("my ear", "choi_lstm", "my-ear.safetensors", ("kick",),
                     metrics={"wauc": 0.78, "n_held_out": 41},
                     provenance={"learned_here": True})  # fmt: skip
    session.set_model(models.add(known))
    assert model_sentence(session) == "Model my ear   WAUC .78 on 41 held-out songs"
