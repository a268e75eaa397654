"""Songs that share an artist, however it is spelt, stay together whenever songs are divided."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from core.training.artist_groups import artist_groups, joined_spellings
from core.training.folds import artist_numbers, make_folds
from core.training.readiness import readiness
from core.training.readiness_records import summary
from core.training.split import KEPT, LEARN, extend_split, kept_mask
from tests.support.drawn_labels import bands, drawn_labels, shuffled

SPELT = (
    *("The Beatles", "Beatles", "BEATLES, The"),
    *("Simon & Garfunkel", "Simon und Garfunkel", "Simon and Garfunkel"),
    *("Björk", "Bjork"),
    *("Ann; Ben", "Ben; Cid", "cid", "Ann feat. Dee", "Dee"),
    *("Unbekannter Interpret", "VA", ""),
)


def test_spellings_and_shared_artists_are_one_group_and_nobody_is_none() -> None:
    numbers = artist_numbers(drawn_labels(SPELT))
    parts = [numbers[:3], numbers[3:6], numbers[6:8], numbers[8:13]]
    assert [len(set(part)) for part in parts] == [1, 1, 1, 1]
    assert len(set(numbers)) == 4 + 3
    assert artist_groups(drawn_labels(SPELT))[13:] == ["", "", ""]


def test_a_song_of_two_artists_keeps_all_songs_of_both_in_one_fold() -> None:
    artists = (*bands(20, 100), "Band 3; Band 7")
    folds = make_folds(drawn_labels(artists), 0)
    rows = [row for row, text in enumerate(artists) if text in ("Band 3", "Band 7")]
    assert folds.n_artists == 19
    for numbers in folds.numbers:
        assert len(set(numbers[[*rows, 100]])) == 1


def test_groups_have_the_same_names_in_any_order() -> None:
    labels = drawn_labels(SPELT)
    mixed, order = shuffled(labels)
    names = artist_groups(labels)
    assert artist_groups(mixed) == [names[row] for row in order]


def test_all_spellings_and_all_artists_of_a_song_have_its_side() -> None:
    labels = drawn_labels((*bands(30, 90), "The Band 4", "Band 5; New", "New", "band 4"))
    stored = {f"artist band {number}": KEPT if number in (4, 5) else LEARN for number in range(30)}
    added = extend_split(labels, stored, 0)
    assert added == {"artist the band 4": KEPT, "artist new": KEPT}
    kept = kept_mask(labels, {**stored, **added})
    assert kept[90:].all()
    assert kept[:90].sum() == 6


def test_a_song_of_artists_on_both_sides_is_kept_and_moves_nobody() -> None:
    labels = drawn_labels(("Ann", "Ben", "Ann; Ben"))
    stored = {"artist ann": LEARN, "artist ben": KEPT}
    assert extend_split(labels, stored, 0) == {}
    assert kept_mask(labels, stored).tolist() == [False, True, True]


def test_a_song_whose_artist_becomes_known_keeps_its_side() -> None:
    unknown = drawn_labels(("", *bands(10, 40)))
    stored = {**extend_split(unknown, {}, 0), f"song {0:032x}": KEPT}
    known = replace(unknown, artists=("Ann", *unknown.artists[1:]))
    assert kept_mask(known, stored)[0]
    assert extend_split(known, stored, 0) == {"artist ann": KEPT}


def test_it_is_told_which_names_were_joined() -> None:
    labels = drawn_labels(SPELT)
    spellings = joined_spellings(labels.artists)
    assert ("BEATLES, The", "Beatles", "The Beatles") in spellings
    assert ("Bjork", "Björk") in spellings
    assert len(spellings) == 4
    everything = replace(labels, states=np.ones_like(labels.states))
    told = " ".join(summary(readiness(everything)))
    assert "Bjork = Björk" in told
    assert joined_spellings(bands(5, 10)) == ()
