"""Evidence one can hear: found of the open song and of judged ones, none of it while blind."""

from __future__ import annotations

import pytest

from rhythmcap_gui.app import Program
from rhythmcap_gui.evidence_state import Evidence
from rhythmcap_gui.operations.songs import navigation
from tests.support.model_predictions import predictions_of
from tests.support.review_window import tag


@pytest.fixture
def scored(program: Program) -> Program:
    """The second song, whose drums speak loudest at 20 s and softest at 40 s."""
    navigation.open_song(program.context, 2)
    session = program.context.session
    model = session.model
    assert model is not None
    found = predictions_of(model.words, [0.5] * len(model.words))
    assert found.taggram is not None
    column = session.model_tags.index(tag(program, "drums"))
    found.taggram.scores[:, column] = (0.5, 0.5, 0.9, 0.5, 0.1, 0.5)
    session.set_predictions(found)
    return program


def test_the_seconds_for_and_against_are_found(scored: Program) -> None:
    evidence = scored.window.similarity.evidence
    evidence.show(tag(scored, "drums"))
    spans = {clip.kind: clip.span_s for clip in evidence.state.clips}
    assert spans[Evidence.FOR] == (20.0, 30.0)
    assert spans[Evidence.AGAINST] == (40.0, 50.0)
    bar = scored.window.listening.evidence_bar
    assert bar.isVisibleTo(scored.window)
    assert bar.buttons[Evidence.FOR].isEnabled()
    assert not bar.buttons[Evidence.WITH].isEnabled()  # nothing is compared yet
    evidence.hide()
    assert not bar.isVisibleTo(scored.window)


def test_blind_there_is_no_evidence_until_the_tag_is_judged(scored: Program) -> None:
    scored.context.session.set_blind(True)
    evidence = scored.window.similarity.evidence
    evidence.show(tag(scored, "drums"))
    assert evidence.state.clips == ()
    evidence.hide()
