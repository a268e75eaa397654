"""One score of one song reads the same wherever it stands."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from core.cli.learning import _prediction_json, _prediction_lines
from core.models.prediction_records import Predictions, PrefixScores, Taggram
from core.scores import score_text
from rhythmcap_gui.views.listening.taggram_rows import rows_of
from rhythmcap_gui.views.songs.song_scores import scores_of
from rhythmcap_gui.views.tags.chip_state import chip_states_of
from tests.support.small_library import MODEL_WORDS, Room


@pytest.mark.parametrize("score", [0.00499, 0.57499, 0.57501, 0.98499, 0.9951, 0.99999, 1.0])
def test_a_score_reads_the_same_in_chip_table_taggram_and_export(room: Room, score: float) -> None:
    scores = np.array([score, 0.0, 0.0, 0.0], np.float32)
    room.predict(scores[None])
    room.open(1)
    one = np.zeros(1, np.float32)
    found = Predictions(
        "m", "0" * 32, MODEL_WORDS, scores, Taggram(one, 9.0, scores[None]),
        PrefixScores(one, scores[None]),
    )  # fmt: skip
    room.session.set_predictions(found)
    session, tag_id = room.session, room.tag(MODEL_WORDS[0])

    tag = session.library.codebook.find(MODEL_WORDS[0])
    chip = chip_states_of(session)(tag).score
    table = scores_of(session, tag_id, [1])[1]
    assert session.predictions is not None
    assert chip is not None
    rows = rows_of(
        MODEL_WORDS, session.predictions.scores, session.model_tags, session.guess_visible
    )
    taggram = next(row.score for row in rows if row.word == MODEL_WORDS[0])
    line = _prediction_lines(_prediction_json(Path("/a.flac"), "m", found))[0]
    exported = line.split(f"{MODEL_WORDS[0]} ")[1].split(",")[0]
    assert {score_text(chip), score_text(table), score_text(taggram)} == {exported}
