"""Folds of a cross-validation: whole artists, tags spread over all, the same in any order."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from core.training.folds import (
    FEW_FOLDS,
    MANY_FOLDS,
    MAX_SONGS_FOR_MANY,
    MAX_SONGS_TO_REPEAT,
    N_REPEATS,
    artist_numbers,
    make_folds,
)
from tests.support.drawn_labels import bands, drawn_labels, shuffled


@pytest.mark.parametrize(("n_artists", "n_songs"), [(5, 12), (7, 40), (12, 100), (90, 400)])
def test_an_artist_is_never_on_two_sides(n_artists: int, n_songs: int) -> None:
    folds = make_folds(drawn_labels(bands(n_artists, n_songs)), 0)
    assert folds.by_artist
    assert folds.n_artists == n_artists
    for numbers in folds.numbers:
        assert set(numbers) == set(range(folds.n_folds)), "no fold is empty"
        for group in np.unique(folds.groups):
            assert len(set(numbers[folds.groups == group])) == 1


def test_spellings_of_an_artist_are_one_and_songs_without_one_stand_alone() -> None:
    labels = drawn_labels(("Núria", "NÚRIA ", " nu\u0301ria", "", "", "Kite"))
    numbers = artist_numbers(labels)
    assert len(set(numbers[:3])) == 1
    assert len(set(numbers)) == 4


def test_small_collections_have_more_folds_and_several_divisions() -> None:
    small, larger, large = (
        make_folds(drawn_labels(bands(40, n_songs)), 0)
        for n_songs in (MAX_SONGS_TO_REPEAT, MAX_SONGS_FOR_MANY, MAX_SONGS_FOR_MANY + 1)
    )
    assert (small.n_folds, len(small.numbers)) == (MANY_FOLDS, N_REPEATS)
    assert (larger.n_folds, len(larger.numbers)) == (MANY_FOLDS, 1)
    assert (large.n_folds, len(large.numbers)) == (FEW_FOLDS, 1)
    assert not np.array_equal(small.numbers[0], small.numbers[1])


def test_the_tags_are_spread_over_the_folds() -> None:
    """Each fold has its share of every tag's yes and no, as far as whole artists allow."""
    labels = drawn_labels(bands(100, 200), n_tags=8, share_yes=0.2)
    folds = make_folds(labels, 0)
    for state in (0, 1):
        counts = np.stack([
            (labels.states[folds.numbers[0] == fold] == state).sum(axis=0)
            for fold in range(folds.n_folds)
        ])  # fmt: skip
        assert (np.abs(counts - counts.mean(axis=0)) <= 3).all()
    sizes = np.bincount(folds.numbers[0])
    assert sizes.max() - sizes.min() <= 8


def test_a_rare_tag_is_in_as_many_folds_as_it_can_be() -> None:
    labels = drawn_labels(bands(50, 50), n_tags=4)
    states = labels.states.copy()
    states[:, 0], states[[4, 14, 24, 34, 44], 0] = 0, 1
    folds = make_folds(replace(labels, states=states), 3)
    for numbers in folds.numbers:
        assert len(set(numbers[states[:, 0] == 1])) == 5


@pytest.mark.parametrize("n_artists", [1, 2, 4])
def test_too_few_artists_are_divided_by_song(n_artists: int) -> None:
    folds = make_folds(drawn_labels(bands(n_artists, 24)), 0)
    assert not folds.by_artist
    assert folds.n_artists == n_artists
    assert folds.n_folds == MANY_FOLDS
    assert all(np.bincount(numbers).max() <= 3 for numbers in folds.numbers)


def test_no_artist_at_all_is_divided_by_song_without_calling_them_few() -> None:
    folds = make_folds(drawn_labels(("",) * 24), 0)
    assert folds.n_artists == 0
    assert not folds.by_artist


@pytest.mark.parametrize("artists", [bands(30, 120), bands(2, 30), ("",) * 9, bands(80, 300)])
def test_the_same_songs_have_the_same_folds_in_whatever_order(artists: tuple[str, ...]) -> None:
    labels = drawn_labels(artists)
    other, order = shuffled(labels)
    first, second = make_folds(labels, 5), make_folds(other, 5)
    assert np.array_equal(first.numbers[:, order], second.numbers)
    assert np.array_equal(first.groups[order], second.groups)


def test_a_seed_draws_its_own_folds_and_always_the_same() -> None:
    labels = drawn_labels(bands(20, 60))
    first, again, other = (make_folds(labels, seed).numbers for seed in (1, 1, 2))
    assert np.array_equal(first, again)
    assert not np.array_equal(first, other)


@pytest.mark.parametrize(("n_songs", "n_folds"), [(0, 0), (1, 1), (2, 2), (5, 5), (11, 10)])
def test_few_songs_make_few_folds(n_songs: int, n_folds: int) -> None:
    folds = make_folds(drawn_labels(("Ludwig van Beethoven",) * n_songs), 0)
    assert folds.n_folds == n_folds
    assert folds.numbers.shape[1] == n_songs
