"""Which tags are trained, under which words, and what their decisions are."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from core.errors import TrainingError
from core.library.records import Labels
from core.training.labels import map_labels, sorted_songs


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


FIVE = labels(
    [[1, 1, 1, -1, 1], [1, -1, 1, -1, 1], [1, -1, 1, -1, 1], [0, -1, 1, -1, 0], [0, 0, 1, -1, 0]],
    ("kick", "rare", "always", "never judged", "dark"),
)


def test_one_yes_and_one_no_are_enough_and_one_of_them_alone_is_named() -> None:
    label_map = map_labels(FIVE, ())
    assert label_map.words == ("kick", "rare", "dark")
    reasons = dict(label_map.left_out)
    assert reasons.keys() == {"always"}
    assert "5 yes, no song judged no" in reasons["always"]


def test_a_word_without_yes_or_no_cannot_be_learned_and_the_error_says_what_is_missing() -> None:
    never = replace(FIVE, states=np.where(FIVE.states == 1, -1, FIVE.states).astype(np.int8))
    with pytest.raises(TrainingError, match="nothing to learn") as caught:
        map_labels(never, ())
    assert "kick: 2 no, no song judged yes" in caught.value.detail
    assert "never judged" not in caught.value.detail


def test_known_words_keep_their_rows_and_new_ones_follow() -> None:
    label_map = map_labels(FIVE, ("brass", "Dark"))
    assert label_map.words == ("brass", "dark", "kick", "rare")
    assert label_map.parent_rows.tolist() == [0, 1, -1, -1]
    assert label_map.tag_ids == (None, 104, 100, 101)
    assert label_map.trained.tolist() == [False, True, True, True]


def test_a_renamed_tag_is_known_by_its_id() -> None:
    label_map = map_labels(FIVE, ("bass drum", "brass"), (100, 55))
    assert label_map.words == ("kick", "brass", "rare", "dark")
    assert label_map.tag_ids == (100, 55, 101, 104)
    assert label_map.parent_rows.tolist() == [0, 1, -1, -1]


def test_a_word_mapped_to_no_tag_and_a_second_one_for_a_tag_are_not_trained() -> None:
    words, tags = ("dark", "kick", "thump"), (None, 100, 100)
    label_map = map_labels(FIVE, words, tags)
    assert label_map.words == ("dark (foreign)", "kick", "thump", "rare", "dark")
    assert label_map.tag_ids == (None, 100, None, 101, 104)
    assert label_map.trained.tolist() == [False, True, False, True, True]


def test_decisions_stand_under_the_words_and_an_untrained_word_has_none() -> None:
    states = map_labels(FIVE, ("brass", "always", "kick")).states(FIVE)
    assert (states[:, :2] == -1).all()
    assert np.array_equal(states[:, 2:], FIVE.states[:, [0, 1, 4]])


def test_unjudged_songs_count_as_no_only_for_words_whose_owner_wants_that() -> None:
    wanted = replace(FIVE, states=np.where(FIVE.states == 0, -1, FIVE.states).astype(np.int8))
    with pytest.raises(TrainingError):
        map_labels(wanted, ())
    weak = replace(wanted, weak_no=frozenset({100, 102}))
    label_map = map_labels(weak, ("brass",))
    assert label_map.words == ("brass", "kick"), "“always” has no unjudged song either"
    assert label_map.weak_no(weak).tolist() == [False, True]


def test_an_unsure_song_is_no_weak_no() -> None:
    unsure = replace(FIVE, states=np.where(FIVE.states == 1, 1, -2).astype(np.int8))
    with pytest.raises(TrainingError):
        map_labels(replace(unsure, weak_no=frozenset({100})), ())


def test_songs_are_sorted_by_what_they_sound_like_and_by_nothing_else() -> None:
    mixed = replace(FIVE, audio_hashes=("d", "a", "e", "c", "b"))
    found = sorted_songs(mixed)
    assert found.audio_hashes == ("a", "b", "c", "d", "e")
    assert found.song_ids.tolist() == [1, 4, 3, 0, 2]
    assert [path.stem for path in found.paths] == ["1", "4", "3", "0", "2"]
    assert np.array_equal(found.states, FIVE.states[[1, 4, 3, 0, 2]])
