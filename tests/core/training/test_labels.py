"""Which tags are trained, what the targets and weights are."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from core.errors import TrainingError
from core.library.records import Labels
from core.training.labels import make_training_data, map_labels


def labels(states: list[list[int]], names: tuple[str, ...]) -> Labels:
    n = len(states)
    return Labels(
        song_ids=np.arange(n),
        audio_hashes=tuple(f"hash{i}" for i in range(n)),
        paths=tuple(Path(f"{i}.flac") for i in range(n)),
        artists=("",) * n,
        tag_ids=np.arange(100, 100 + len(names)),
        tag_names=names,
        states=np.array(states, dtype=np.int8),
        codebook_version=1,
    )


ALL = np.ones(5, dtype=bool)
FIVE = labels(
    [[1, 1, 1, -1, 1], [1, 1, 1, -1, 1], [1, 0, 1, -1, 1], [0, 0, 1, -1, 0], [0, -1, 1, -1, 0]],
    ("kick", "rare", "always", "never judged", "dark"),
)


def test_tags_with_too_few_decisions_are_left_out_and_named() -> None:
    label_map = map_labels(FIVE, ALL, ())
    assert label_map.words == ("kick", "dark")
    reasons = dict(label_map.left_out)
    assert "having it: 2; 3 are needed" in reasons["rare"]
    assert "No song is marked as not having it" in reasons["always"]
    assert "never judged" not in reasons


def test_held_out_songs_do_not_count_as_songs_to_learn_from() -> None:
    train = np.array([False, True, True, True, True])
    with pytest.raises(TrainingError, match="nothing to learn") as caught:
        map_labels(FIVE, train, ())
    assert "kick: Songs marked as having it: 2 (and 1 kept back for testing)" in caught.value.detail


def test_known_words_keep_their_rows_and_new_ones_follow() -> None:
    label_map = map_labels(FIVE, ALL, ("brass", "Dark"))
    assert label_map.words == ("brass", "dark", "kick")
    assert label_map.parent_rows.tolist() == [0, 1, -1]
    assert label_map.tag_ids == (None, 104, 100)
    assert label_map.trained.tolist() == [False, True, True]


def test_a_renamed_tag_is_known_by_its_id() -> None:
    label_map = map_labels(FIVE, ALL, ("bass drum", "brass"), (100, 55))
    assert label_map.words == ("kick", "brass", "dark")
    assert label_map.tag_ids == (100, 55, 104)
    assert label_map.parent_rows.tolist() == [0, 1, -1]


def test_a_word_mapped_to_no_tag_and_a_second_one_for_a_tag_are_not_trained() -> None:
    words, tags = ("dark", "kick", "thump"), (None, 100, 100)
    label_map = map_labels(FIVE, ALL, words, tags)
    assert label_map.words == ("dark (foreign)", "kick", "thump", "dark")
    assert label_map.tag_ids == (None, 100, None, 104)
    assert label_map.trained.tolist() == [False, True, False, True]


def test_unjudged_cells_weigh_nothing_and_untrained_words_get_the_parents_scores() -> None:
    label_map = map_labels(FIVE, ALL, ("brass", "kick"))
    parent_scores = np.full((5, 2), 0.7, dtype=np.float32)
    data = make_training_data(FIVE, label_map, ~ALL, parent_scores, 0.25)
    assert label_map.words == ("brass", "kick", "dark")
    assert (data.weights[:, 0] == 0.25).all()
    assert (data.targets[:, 0] == np.float32(0.7)).all()
    masked = replace(FIVE, states=np.where(FIVE.states == 0, -1, FIVE.states).astype(np.int8))
    weights = make_training_data(masked, label_map, ~ALL, parent_scores, 0.25).weights
    assert weights[:, 1].tolist() == [1, 1, 1, 0, 0]
