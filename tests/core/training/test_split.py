"""Songs kept apart from gradient training: whole artists, a fifth, and never moved again."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from core.training.folds import artist_numbers
from core.training.labels import select_songs
from core.training.split import (
    KEPT,
    LEARN,
    extend_split,
    group_keys,
    kept_mask,
    validation_rows,
)
from tests.support.drawn_labels import bands, drawn_labels, shuffled


def test_an_artist_is_one_group_however_its_name_is_written() -> None:
    labels = drawn_labels(("Vibe Ace", "VIBE  ACE", " vibe ace ", "ﬁfth", "Fifth", "", " "))
    keys = group_keys(labels)
    assert keys[:5] == ["artist vibe ace"] * 3 + ["artist fifth"] * 2
    assert keys[5] != keys[6], "without an artist a song stands for itself"
    sides = kept_mask(labels, {"artist vibe ace": KEPT})
    assert sides.tolist() == [True] * 3 + [False] * 4


@pytest.mark.parametrize(("n_artists", "n_songs"), [(5, 40), (10, 50), (40, 40), (300, 900)])
def test_about_a_fifth_of_the_songs_is_kept_and_every_tag_can_be_measured(
    n_artists: int, n_songs: int
) -> None:
    labels = drawn_labels(bands(n_artists, n_songs))
    for seed in range(5):
        sides = extend_split(labels, {}, seed)
        assert sides.keys() == set(group_keys(labels))
        assert set(sides.values()) == {KEPT, LEARN}
        kept = kept_mask(labels, sides)
        assert 0.15 < kept.mean() < 0.25
        for part in (labels.states[kept], labels.states[~kept]):
            assert (part == 1).any(axis=0).all()
            assert (part == 0).any(axis=0).all()


def test_rare_tags_can_be_measured_where_artists_allow_it() -> None:
    """A tag of two artists can only be measured with one of them on either side."""
    labels = drawn_labels(bands(20, 60), n_tags=1, share_yes=0.0)
    states = np.zeros_like(labels.states)
    states[[3, 23, 43, 7, 27, 47]] = 1
    labels = replace(labels, states=states)
    for seed in range(10):
        kept = kept_mask(labels, extend_split(labels, {}, seed))
        assert kept[3] != kept[7]


def test_stored_sides_never_move_whoever_joins_and_new_ones_fill_up_to_a_fifth() -> None:
    labels = drawn_labels(bands(60, 240))
    first = select_songs(labels, np.flatnonzero(artist_numbers(labels) < 20))
    sides = extend_split(first, {}, 1)
    added = extend_split(labels, sides, 1)
    assert not sides.keys() & added.keys()
    grown = {**sides, **added}
    assert grown.keys() == set(group_keys(labels))
    assert 0.17 < kept_mask(labels, grown).mean() < 0.23
    assert extend_split(labels, grown, 1) == {}
    assert extend_split(first, grown, 2) == {}


def test_where_too_many_are_kept_already_no_other_is() -> None:
    labels = drawn_labels(bands(10, 50))
    stored = {f"artist band {number}": KEPT for number in range(5)}
    assert set(extend_split(labels, stored, 0).values()) == {LEARN}


def test_the_same_songs_have_the_same_sides_in_any_order_and_a_seed_draws_others() -> None:
    labels = drawn_labels(bands(30, 90))
    sides = extend_split(labels, {}, 4)
    assert extend_split(shuffled(labels)[0], {}, 4) == sides
    assert any(extend_split(labels, {}, seed) != sides for seed in range(3))


@pytest.mark.parametrize("n_artists", [1, 2])
def test_one_or_two_artists_of_all_songs_are_learned_from(n_artists: int) -> None:
    labels = drawn_labels(bands(n_artists, 24))
    assert not kept_mask(labels, extend_split(labels, {}, 0)).any()


def test_no_song_and_no_artist_make_no_trouble() -> None:
    assert extend_split(drawn_labels(()), {}, 0) == {}
    assert kept_mask(drawn_labels(()), {}).tolist() == []
    unknown = drawn_labels(("",) * 30)
    kept = kept_mask(unknown, extend_split(unknown, {}, 0))
    assert 0.15 < kept.mean() < 0.25


def test_a_quarter_of_what_is_learned_validates_by_whole_artists() -> None:
    groups = artist_numbers(drawn_labels(bands(12, 48)))
    train = np.flatnonzero(groups > 1)
    rows = validation_rows(groups, train)
    assert 0.2 <= len(rows) / len(train) <= 0.4
    assert set(rows) < set(train)
    assert not set(groups[rows]) & set(groups[np.setdiff1d(train, rows)])


def test_few_songs_and_one_artist_validate_nothing() -> None:
    assert len(validation_rows(np.arange(7), np.arange(7))) == 0
    assert len(validation_rows(np.zeros(24, np.int64), np.arange(24))) == 0
