"""Which words can be learned and what the others need, in every kind of small library."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from core.library.edits.edits import Judge, JudgeRegion, RetireTag
from core.library.records import Labels, State
from core.library.store import Library
from core.metrics.measure import measure
from core.training.readiness import N_LIKELY, N_RANDOM, readiness, songs_to_judge
from core.training.readiness_records import (
    Need,
    OpenCategory,
    Readiness,
    Remark,
    WordReadiness,
    need_sentence,
    summary,
)
from tests.support.small_songs import library_with, new_song, tag_id

YES, NO, OPEN, UNSURE = 1, 0, -1, -2


def labels_of(
    columns: list[list[int]],
    artists: list[str] | None = None,
    weak_no: frozenset[int] = frozenset(),
) -> Labels:
    """Labels of tags 11, 12, … of two categories, a list of states each."""
    states = np.array(columns, np.int8).T
    n_songs, n_tags = states.shape
    return Labels(
        song_ids=np.arange(1, n_songs + 1),
        audio_hashes=tuple(f"{number:032x}" for number in range(n_songs)),
        paths=tuple(Path(f"/music/{number}.flac") for number in range(n_songs)),
        artists=tuple(artists or [f"Artist {number}" for number in range(n_songs)]),
        tag_ids=np.arange(11, 11 + n_tags),
        tag_names=tuple(f"tag {number}" for number in range(11, 11 + n_tags)),
        states=states,
        codebook_version=1,
        category_ids=np.arange(n_tags) // 2 + 1,
        weak_no=weak_no,
    )


def only(found: Readiness) -> WordReadiness:
    (word,) = found.words
    return word


def test_a_word_with_yes_and_no_can_be_learned_and_with_five_of_each_be_measured() -> None:
    word = only(readiness(labels_of([[YES] * 5 + [NO] * 5])))
    assert (word.n_yes, word.n_no, word.n_artists, word.needs) == (5, 5, 5, ())
    word = only(readiness(labels_of([[YES, NO]])))
    assert word.can_be_learned
    assert word.needs == (Need.MORE_NO, Need.MORE_YES)


@pytest.mark.parametrize(
    ("states", "need"),
    [
        ([YES], Need.NO),
        ([YES] * 91, Need.NO),
        ([YES, UNSURE, OPEN], Need.NO),
        ([NO] * 9, Need.YES),
        ([NO, OPEN], Need.YES),
        ([UNSURE, OPEN], Need.BOTH),
    ],
)
def test_a_one_sided_word_says_which_side_it_needs(states: list[int], need: Need) -> None:
    found = readiness(labels_of([states]))
    assert only(found).needs == (need,)
    assert not only(found).can_be_learned
    assert found.not_ready == {11}
    assert found.n_learnable == 0


def test_songs_not_judged_do_for_a_no_where_that_was_chosen() -> None:
    states = [YES] * 6 + [OPEN] * 3
    word = only(readiness(labels_of([states], weak_no=frozenset({11}))))
    assert word.weak_no
    assert word.can_be_learned
    assert word.needs == (Need.MORE_NO,)  # no figure can be given without songs that are no
    assert only(readiness(labels_of([[YES] * 6], weak_no=frozenset({11})))).needs == (Need.NO,)
    unsure = labels_of([[YES] * 6 + [UNSURE]], weak_no=frozenset({11}))
    assert only(readiness(unsure)).needs == (Need.NO,)


def test_words_that_need_one_kind_of_song_come_first_then_those_with_most_decisions() -> None:
    ready, few, no_yes = [YES] * 5 + [NO] * 5, [YES] * 2 + [NO] * 8, [NO] * 10
    no_no, more_no_no = [YES] * 3 + [OPEN] * 7, [YES] * 9 + [OPEN]
    found = readiness(labels_of([ready, few, no_yes, no_no, more_no_no, [OPEN] * 10]))
    assert [word.tag_id for word in found.words] == [15, 14, 13, 12, 11]
    assert found.n_unused == 1
    assert found.not_ready == {15, 14, 13}
    assert found.n_learnable == 2


def test_artists_are_told_apart_whatever_their_case_and_spaces() -> None:
    states = [[YES] * 6 + [NO] * 6]
    found = readiness(labels_of(states, ["Clara  Schumann", "clara schumann "] * 6))
    assert only(found).needs == (Need.MORE_ARTISTS,)
    assert (found.n_artists, found.remark) == (1, Remark.ONE_ARTIST)
    few = readiness(labels_of(states, ["A", "B", "C"] * 4))
    assert (only(few).n_artists, few.remark) == (3, Remark.FEW_ARTISTS)


@pytest.mark.parametrize(
    ("of_yes", "of_no", "needs"),
    [
        ("AABBCC", "DDEEFF", ()),
        ("AABBCC", "ABCDDD", (Need.MORE_ARTISTS,)),
        ("AABBBB", "CDEFGH", (Need.MORE_ARTISTS,)),
        ("CDEFGH", "AABBBB", (Need.MORE_NO_ARTISTS,)),
    ],
)
def test_a_word_is_ready_to_be_measured_just_where_a_measurement_has_a_range(
    of_yes: str, of_no: str, needs: tuple[Need, ...]
) -> None:
    states, artists = [YES] * 6 + [NO] * 6, list(of_yes + of_no)
    word = only(readiness(labels_of([states], artists)))
    assert word.needs == needs
    groups = np.unique(artists, return_inverse=True)[1]
    scores = np.linspace(0.1, 0.9, 12)[:, None]
    tag = measure(["tag"], np.array([states], np.int8).T, scores, groups).tags["tag"]
    assert ("auc" in tag.intervals) == (not needs)


def test_where_artists_of_the_no_lack_likely_no_by_others_are_offered() -> None:
    artists = [*"ABCDEF", *"GGGGGG", *["G"] * 40, *["H"] * 40]
    labels = labels_of([[YES] * 6 + [NO] * 6 + [OPEN] * 80], artists)
    word = only(readiness(labels))
    assert need_sentence(word) == "ready; too few to test: 1 artist with no"
    chosen = songs_to_judge(labels, word, scores_of(92), seed=3)
    assert set(range(53, 53 + N_LIKELY)) <= set(chosen)


def test_decisions_on_unclear_words_are_told() -> None:
    labels = labels_of([[YES] * 6 + [NO] * 6], [" "] * 12)
    assert readiness(labels).n_unclear == 0
    found = readiness(replace(labels, n_unclear=2))
    assert "2 decisions are left out: you called the word unclear" in " ".join(summary(found))


def test_songs_without_an_artist_are_each_their_own() -> None:
    found = readiness(labels_of([[YES] * 6 + [NO] * 6], [" "] * 12))
    assert only(found).needs == ()
    assert (found.n_artists, found.n_without_artist) == (0, 12)
    assert found.remark is Remark.NO_ARTIST
    mixed = readiness(labels_of([[YES] * 6 + [NO] * 6], ["", "A"] * 6))
    assert (only(mixed).n_artists, mixed.n_without_artist, mixed.remark) == (4, 6, None)


def test_only_artists_of_judged_songs_count() -> None:
    found = readiness(labels_of([[YES, NO, OPEN, UNSURE]], ["A", "A", "B", "C"]))
    assert (found.n_judged, found.n_songs, found.n_artists) == (2, 4, 1)
    assert found.remark is Remark.ONE_ARTIST


def test_the_summary_names_nothing_judged_and_nothing_there(tmp_path: Path) -> None:
    with Library.open(tmp_path / "empty.db") as library:
        empty = readiness(library.annotations.labels())
    assert (empty.words, empty.n_songs, empty.remark) == ((), 0, Remark.NOTHING_JUDGED)
    assert empty.n_unused == 63
    assert readiness(labels_of([[OPEN, UNSURE]])).remark is Remark.NOTHING_JUDGED


def test_categories_of_partly_judged_songs_say_how_much_their_rest_is() -> None:
    found = readiness(labels_of([
        [YES, OPEN, NO, YES, OPEN], [OPEN, OPEN, OPEN, NO, UNSURE],  # category 1
        [OPEN, OPEN, YES, OPEN, OPEN], [OPEN, OPEN, NO, OPEN, OPEN],  # category 2: all or nothing
    ]))  # fmt: skip
    assert found.categories == (OpenCategory(1, 3, 3),)


def test_a_word_judged_on_a_part_of_a_song_is_not_open() -> None:
    labels = labels_of([[YES, YES, OPEN], [OPEN, OPEN, OPEN]])
    on_part = (int(labels.song_ids[0]), int(labels.tag_ids[1]))
    assert readiness(labels).categories == (OpenCategory(1, 2, 2),)
    assert readiness(labels, {on_part, (999, 11), (1, 999)}).categories == (OpenCategory(1, 1, 1),)
    (word, *_) = [w for w in readiness(labels, {on_part}).words if w.tag_id == labels.tag_ids[0]]
    assert (word.n_yes, word.n_open) == (2, 1)  # there is nothing to learn from in a part


def test_a_real_library_leaves_retired_words_and_parts_out(tmp_path: Path) -> None:
    with library_with(tmp_path / "library.db", 4) as library:
        kick, piano, bass = (tag_id(library, name) for name in ("kick", "piano", "bass"))
        library.do(
            Judge(1, kick, State.YES), Judge(2, kick, State.NO), Judge(1, piano, State.YES),
            Judge(3, bass, State.YES), JudgeRegion(4, piano, 1.0, 2.0), RetireTag(bass),
        )  # fmt: skip
        found = readiness(library.annotations.labels())
    assert [(word.name, word.n_yes, word.n_no) for word in found.words] == [
        ("piano", 1, 0), ("kick", 1, 1),
    ]  # fmt: skip
    assert found.words[0].category_id != found.words[1].category_id


def word_with(*needs: Need) -> WordReadiness:
    return WordReadiness(1, "melody", 1, 91, 3, 0, 9, 4, False, needs)


def test_each_need_has_its_sentence() -> None:
    assert need_sentence(word_with()) == "ready"
    assert need_sentence(word_with(Need.NO)) == "91 yes, no song judged no"
    assert need_sentence(word_with(Need.YES)) == "3 no, no song judged yes"
    assert need_sentence(word_with(Need.BOTH)) == "only unsure so far"
    assert need_sentence(word_with(Need.MORE_NO)) == "ready; too few to test: 3 no"
    assert need_sentence(word_with(Need.MORE_YES)) == "ready; too few to test: 91 yes"
    assert need_sentence(word_with(Need.MORE_ARTISTS)) == "ready; too few to test: 4 artists"
    both = need_sentence(word_with(Need.MORE_NO, Need.MORE_YES))
    assert both == "ready; too few to test: 91 yes, 3 no"


def test_the_summary_says_what_is_learned_and_warns_of_artists() -> None:
    assert summary(readiness(labels_of([[YES]]))) == (
        "0 of 1 tag can be learned, from 1 judged song.",
        "All judged songs are by one artist: on others the model may do worse.",
        "What cannot be learned stays as the model knows it.",
    )
    many = readiness(labels_of([[YES, NO] * 5]))
    assert summary(many) == ("1 of 1 tag can be learned, from 10 judged songs.",)
    assert len(summary(readiness(labels_of([[OPEN]])))) == 1


# -- songs that would help --------------------------------------------------------------------


def scores_of(n_songs: int) -> np.ndarray:
    return np.linspace(0, 1, n_songs, dtype=np.float32)


def test_likely_no_are_the_songs_with_the_lowest_scores_and_a_few_at_random() -> None:
    labels = labels_of([[YES] * 10 + [OPEN] * 90])
    word = only(readiness(labels))
    chosen = songs_to_judge(labels, word, scores_of(100), seed=3)
    assert len(set(chosen)) == N_LIKELY + N_RANDOM
    assert set(range(11, 11 + N_LIKELY)) <= set(chosen)
    assert not set(chosen) & set(range(1, 11))  # judged ones
    assert list(chosen) != sorted(chosen)  # the order gives nothing away
    assert chosen == songs_to_judge(labels, word, scores_of(100), seed=3)
    assert chosen != songs_to_judge(labels, word, scores_of(100), seed=4)


def test_likely_yes_are_the_songs_with_the_highest_scores() -> None:
    labels = labels_of([[NO] * 10 + [OPEN] * 90])
    chosen = songs_to_judge(labels, only(readiness(labels)), scores_of(100), seed=3)
    assert set(range(101 - N_LIKELY, 101)) <= set(chosen)


def test_where_artists_lack_the_songs_are_by_others() -> None:
    artists = ["A"] * 60 + ["B", "C"] * 20
    labels = labels_of([[YES] * 10 + [NO] * 10 + [OPEN] * 80], artists)
    word = only(readiness(labels))
    assert word.needs == (Need.MORE_ARTISTS,)
    chosen = songs_to_judge(labels, word, scores_of(100)[::-1].copy(), seed=1)
    assert set(range(61, 61 + N_LIKELY)) <= set(chosen)


def test_songs_without_a_score_can_only_come_at_random() -> None:
    labels = labels_of([[YES] * 10 + [OPEN] * 90])
    scores = scores_of(100)
    scores[:95] = np.nan
    chosen = songs_to_judge(labels, only(readiness(labels)), scores, seed=3)
    assert len(chosen) == 5 + N_RANDOM
    assert set(range(96, 101)) <= set(chosen)


def test_without_scores_songs_with_few_tags_are_a_likely_no() -> None:
    others = [YES] * 50 + [OPEN] * 20
    labels = labels_of([[YES] * 10 + [OPEN] * 60, others])
    word = next(word for word in readiness(labels).words if word.tag_id == 11)
    chosen = songs_to_judge(labels, word, None, seed=3)
    assert sum(song > 50 for song in chosen) >= N_LIKELY
    wants_yes = replace(word, needs=(Need.YES,))
    assert len(songs_to_judge(labels, wants_yes, None, seed=3)) == N_RANDOM


def test_two_songs_all_judged_offer_nothing() -> None:
    labels = labels_of([[YES, YES]])
    assert songs_to_judge(labels, only(readiness(labels)), scores_of(2), seed=0) == ()
    labels = labels_of([[YES, OPEN]])
    assert songs_to_judge(labels, only(readiness(labels)), None, seed=0) == (2,)


def test_a_large_library_takes_a_moment() -> None:
    n_songs, n_tags = 10_000, 500
    states = np.random.default_rng(1).integers(-2, 2, (n_songs, n_tags)).astype(np.int8)
    labels = replace(
        labels_of([[YES]]),
        song_ids=np.arange(n_songs),
        audio_hashes=tuple(map(str, range(n_songs))),
        artists=tuple(f"Artist {number % 900}" for number in range(n_songs)),
        tag_ids=np.arange(n_tags),
        tag_names=tuple(map(str, range(n_tags))),
        states=states,
        category_ids=np.arange(n_tags) // 10,
    )
    began = time.perf_counter()
    found = readiness(labels)
    songs_to_judge(labels, found.words[0], states[:, 0].astype(np.float32), seed=1)
    assert time.perf_counter() - began < 2.0
    assert len(found.words) == n_tags


def test_labels_of_a_library_are_enough(tmp_path: Path) -> None:
    with Library.open(tmp_path / "library.db") as library:
        library.songs.add(new_song(1, artist=""))
        library.do(Judge(1, tag_id(library, "kick"), State.YES))
        labels = library.annotations.labels()
    found = readiness(labels)
    assert found.remark is Remark.NO_ARTIST
    assert songs_to_judge(labels, found.words[0], None, seed=1) == ()
