"""The card of suggestions: one at a time, honest words, covered in blind mode."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from core.library.edits.edits import RenameTag
from core.library.records import ModelRow, State
from core.metrics.thresholds import suggestion_threshold
from core.models.prediction_records import Predictions, PrefixScores, Taggram
from rhythmcap_gui.session import Session
from rhythmcap_gui.views.tags.suggestion_panel import SuggestionPanel
from rhythmcap_gui.views.widgets.score_format import score_text, skill_sentence, skill_words
from tests.support.small_library import MODEL_WORDS, Room

SCORES = np.array([[0.58, 0.53, 0.71, 0.2]])


@pytest.fixture
def card(room: Room, qtbot: QtBot) -> SuggestionPanel:
    made = SuggestionPanel(room.session)
    qtbot.addWidget(made)
    made.resize(280, 120)
    made.show()
    return made


def test_it_says_what_is_missing(room: Room, card: SuggestionPanel) -> None:
    assert card._skill.text() == "Open a song first."
    room.open(1)
    assert card._skill.text() == "No model in use."
    room.predict(SCORES)
    room.open(2)
    assert card._skill.text() == "The model is listening…"
    assert not card._accept.isEnabled()


def test_the_best_unjudged_word_comes_first(room: Room, card: SuggestionPanel) -> None:
    room.predict(SCORES)
    room.open(1)
    assert card.first is not None
    assert (card.first.word, card._next.text()) == (
        "house",
        "then female .58 · drums .53",
    )
    room.judge(1, "house", State.YES)
    assert card.first.word == "female"


def test_nothing_is_suggested_for_two_seconds(room: Room, card: SuggestionPanel) -> None:
    room.predict(SCORES)
    room.open(1)
    room.session.duration_s = 2.0
    room.session.scores_changed.emit()
    assert card.first is None
    assert card._skill.text() == "Too short to go by: nothing is suggested."


def test_nothing_can_be_accepted_where_it_cannot_be_stored(
    room: Room, card: SuggestionPanel
) -> None:
    room.predict(SCORES)
    room.library.read_only = True
    room.open(1)
    assert card.first is not None
    assert not card._accept.isEnabled()
    assert not card._reject.isEnabled()
    room.library.read_only = False


def test_it_never_offers_another_than_enter_would_accept(room: Room, card: SuggestionPanel) -> None:
    room.predict(SCORES)
    room.open(1)
    assert card.first == room.session.suggestions()[0]


def test_a_word_without_claim_is_not_offered(room: Room, card: SuggestionPanel) -> None:
    room.predict(np.array([[0.04, 0.3, 0.45, 0.2]]))
    room.open(1)
    assert room.session.suggestions() == []
    assert card._skill.text() == "Nothing to suggest: no tag scores high enough."
    assert not card._accept.isEnabled()


def test_a_word_begins_where_the_measured_songs_say() -> None:
    by_word = {
        "folk": {"threshold": 0.31},
        "kick": {"threshold": 0.01},
        "bass": {"threshold": None},
    }
    model = ModelRow(1, "", "", None, "", (), {}, {"per_tag": by_word}, {}, True, "")
    words = ("folk", "kick", "bass", "house")
    assert [suggestion_threshold(model.metrics, word) for word in words] == [0.31, 0.2, 0.5, 0.5]


def test_why_is_an_intent_where_it_is_known(room: Room, card: SuggestionPanel) -> None:
    room.predict(SCORES)
    room.open(1)
    assert not card._why.isEnabled()  # no taggram yet
    taggram = Taggram(np.array([0.0, 3.0]), 3.0, np.array([[0.1, 0.2, 0.3, 0.4]] * 2))
    so_far = PrefixScores(np.array([6.0]), SCORES)
    requests = Predictions("x", "0" * 32, MODEL_WORDS, SCORES[0], taggram, so_far)
    room.session.set_predictions(requests)
    requested: list[bool] = []
    card.why_requested.connect(lambda: requested.append(True))
    QTest.mouseClick(card._why, Qt.MouseButton.LeftButton)
    assert requested == [True]


def test_a_long_word_makes_the_card_no_wider(room: Room, card: SuggestionPanel) -> None:
    room.predict(SCORES)
    before = card.minimumSizeHint().width()
    room.session.apply_changes(room.library.do(RenameTag(room.tag("house"), "house " * 12)))
    room.open(1)
    assert card.minimumSizeHint().width() == before


def test_when_all_are_judged_it_says_so(room: Room, card: SuggestionPanel) -> None:
    room.predict(SCORES)
    room.open(1)
    for word in ("female", "drums", "house", "folk"):
        room.judge(1, word, State.NO)
    assert card._skill.text() == "All suggestions judged."


def test_buttons_accept_and_reject(room: Room, card: SuggestionPanel) -> None:
    room.predict(SCORES)
    room.open(1)
    emitted: list[tuple[str, int]] = []
    card.accepted.connect(lambda tag: emitted.append(("accepted", tag)))
    card.rejected.connect(lambda tag: emitted.append(("rejected", tag)))
    card.accepted_and_next.connect(lambda tag: emitted.append(("and next", tag)))
    QTest.mouseClick(card._accept, Qt.MouseButton.LeftButton)
    QTest.mouseClick(card._reject, Qt.MouseButton.LeftButton)
    shift = Qt.KeyboardModifier.ShiftModifier
    QTest.mouseClick(card._accept, Qt.MouseButton.LeftButton, shift)
    house = room.tag("house")
    assert emitted == [("accepted", house), ("rejected", house), ("and next", house)]


def test_blind_mode_covers_it_until_it_is_uncovered(room: Room, card: SuggestionPanel) -> None:
    room.predict(SCORES)
    room.open(1)
    room.session.set_blind(True)
    assert card.first is None
    assert not card._accept.isVisible()
    card.reveal_requested.connect(room.session.reveal)
    QTest.mouseClick(card._reveal, Qt.MouseButton.LeftButton)
    assert card.first is not None


def test_it_says_what_the_model_knows_and_where_it_does_not(
    room: Room, card: SuggestionPanel
) -> None:
    assert card._knows.text().strip() == ""
    room.predict(SCORES)
    room.open(1)
    assert card._knows.text() == "its file does not say what it learned from"
    one, scores = np.ones(1, np.float32), SCORES.astype(np.float32)
    found = Predictions(
        "m", "x", MODEL_WORDS, scores[0], None, PrefixScores(one, scores), ground=1.2
    )
    room.session.set_predictions(found)
    assert card._knows.text().startswith("unsure ground · its file")
    assert "Trust its scores less" in card._knows.toolTip().replace("\n", " ")
    room.session.set_predictions(replace(found, ground=0.8))
    assert not card._knows.text().startswith("unsure")


def test_song_or_here_is_an_intent(room: Room, card: SuggestionPanel) -> None:
    requested: list[str] = []
    card.scope_changed.connect(requested.append)
    for button in card._scopes.buttons()[1:]:
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert requested == ["so_far", "here"]
    room.session.set_score_scope("here")
    assert card._scopes.buttons()[2].isChecked()


def test_so_far_follows_the_playhead(room: Room, card: SuggestionPanel, qtbot: QtBot) -> None:
    room.predict(SCORES)
    room.open(1)
    ends_s = np.array([30.0, 60.0], np.float32)
    so_far = np.array([[0.9, 0.1, 0.1, 0.1], [0.1, 0.8, 0.1, 0.1]], np.float32)
    taggram = Taggram(np.zeros(1, np.float32), 30.0, so_far[:1])
    found = Predictions("m", "x", MODEL_WORDS, so_far[1], taggram, PrefixScores(ends_s, so_far))
    room.session.set_predictions(found)
    room.session.set_score_scope("so_far")
    assert card.first is not None
    before = card.first.score
    room.session.set_position(61.0)
    qtbot.waitUntil(lambda: card.first is not None and card.first.score != before, timeout=2000)
    assert (round(before, 2), round(card.first.score, 2)) == (0.9, 0.8)


def test_scores_are_written_without_a_nought() -> None:
    assert [score_text(score) for score in (0.0, 0.058, 0.584, 0.999, 1.0)] == [
        ".00", ".06", ".58", ".99", "1.0",
    ]  # fmt: skip


def test_too_few_songs_give_no_number() -> None:
    known = {"auc": 0.88, "support": 12}
    assert skill_words(known) == "right in 88 of 100 pairs"
    assert skill_words({"auc": 0.88, "support": 2}) == "too few songs to tell"
    assert skill_words({}) == ""
    observed = Session().observed_frequency
    alike = known | {"like": [[0, 0]] * 16 + [[8, 10]] + [[0, 0]] * 3}
    assert skill_words(alike, observed(alike, 0.83)) == "right in 8 of 10 like this"
    assert skill_words(alike, observed(alike, 0.3)) == "right in 88 of 100 pairs"
    assert "Tested on 2 songs" in skill_sentence("folk", {"auc": 0.9, "support": 2})
