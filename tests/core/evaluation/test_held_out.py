"""Scores that stand in where a model has learned from a song, read from its card."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from core.evaluation.held_out import held_out_scores, use_held_out_scores
from core.features.recipe import RECIPES
from core.library.edits.edits import Judge
from core.library.records import ModelRow, State
from core.library.review_records import ScoreSource
from core.library.store import Library
from core.models.card import ModelCard, card_path
from core.training.snapshot import pack_scores
from tests.support.small_songs import library_with, new_model, new_song, scores, tag_id

NAN = float("nan")


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with library_with(tmp_path / "library.db", 5) as opened:
        yield opened


def learned_model(library: Library, stored: list[list[float]]) -> ModelRow:
    """Add a model that learned kick from songs 3, 1 and one that is gone, but not from song 2."""
    hashes = [new_song(number).audio_hash for number in (3, 1, 99, 2)]
    card = ModelCard(
        name="ear",
        architecture="choi_lstm",
        sizes={},
        recipe=next(iter(RECIPES.values())),
        words=("kick", "piano"),
        labels={"audio_hashes": hashes, "kept_back": [3], "network_songs": []},
        settings={"depth": "classifier"},
        metrics={"out_of_fold": pack_scores(np.array(stored, np.float32))},
    )
    weights = library.models.folder / "ear.safetensors"
    weights.parent.mkdir(exist_ok=True)
    weights.touch()
    card_path(weights).write_text(card.to_json(), encoding="utf-8")
    return library.models.add(new_model("ear", "kick", "piano"))


def test_songs_learned_from_have_their_out_of_fold_scores(library: Library) -> None:
    row = learned_model(library, [[0.3, NAN], [0.4, NAN], [0.5, NAN], [NAN, NAN]])
    found = held_out_scores(library, row)
    assert found is not None
    assert found.ids.tolist() == [1, 3]
    assert np.allclose(found.scores[:, 0], [0.4, 0.3], atol=0.001)
    assert np.isnan(found.scores[:, 1]).all()
    assert found.taught.tolist() == [True, False]


def test_a_decision_the_model_only_repeats_is_compared_with_models_without_it(
    library: Library,
) -> None:
    row = learned_model(library, [[0.1, NAN], [NAN, NAN], [0.5, NAN], [NAN, NAN]])
    library.models.set_active(row.id)
    library.predictions.put(row.id, {song: scores(0.95, 0.05) for song in (1, 2, 3)})
    kick, piano = tag_id(library, "kick"), tag_id(library, "piano")
    library.do(Judge(3, kick, State.YES), Judge(3, piano, State.YES), Judge(1, kick, State.NO))
    assert {d.song_id for d in library.search.disagreements()} == {1, 3}
    use_held_out_scores(library)
    found = {(d.song_id, d.tag_id): d.source for d in library.search.disagreements()}
    assert found == {
        (3, kick): ScoreSource.HELD_OUT,
        (3, piano): ScoreSource.UNLEARNED,
        (1, kick): ScoreSource.LEARNED,
    }


def test_a_model_whose_file_is_away_has_none(library: Library) -> None:
    assert held_out_scores(library, library.models.add(new_model("away", "kick"))) is None
