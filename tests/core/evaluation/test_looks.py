"""Looks at songs that a model has not learned from are counted; at others there is nothing to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from core.evaluation.looks import (
    N_SONG_DIGESTS,
    digest_of_songs,
    have_common_songs,
    note_look,
)
from core.evaluation.report import ScoredSongs, evaluate_scores
from core.features.cache import FeatureCache
from core.library.store import Library
from tests.support.synthetic_songs import TAGS, synthetic_labels


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "songs.rhythmcap") as opened:
        yield opened


def songs(first: int, last: int) -> list[str]:
    return [f"{number:032x}" for number in range(first, last)]


def test_a_set_of_songs_is_the_same_in_any_order() -> None:
    assert digest_of_songs(["b", "a"]) == digest_of_songs(["a", "b"]) != digest_of_songs(["a"])
    assert digest_of_songs([]) == ""


def test_looks_are_counted_for_songs_not_learned_from(tmp_path: Path, library: Library) -> None:
    labels = synthetic_labels(FeatureCache(tmp_path / "cache"))
    scores = np.random.default_rng(1).random((40, 3)).astype(np.float32)
    unseen = ScoredSongs("a", TAGS, labels, scores, True, (), np.zeros(40, np.bool_))
    other = replace(unseen, model="b", scores=1 - scores)
    half = replace(unseen, learned=np.arange(40) < 20)
    learned = replace(unseen, learned=np.ones(40, np.bool_))
    found = [evaluate_scores(scored) for scored in (unseen, other, half, learned, unseen)]
    counts = [note_look(library, evaluation.test_songs, "test") for evaluation in found]
    assert counts == [1, 2, 3, 0, 4]
    assert found[2].test_songs == set(labels.audio_hashes[20:])
    assert found[2].to_json()["n_test_songs"] == 20
    assert found[2].n_out_of_fold == 20


def test_a_test_set_that_grows_or_shrinks_by_a_song_is_no_new_one(library: Library) -> None:
    sets = (songs(0, 40), songs(0, 41), songs(1, 40), songs(40, 80), songs(90, 99), songs(0, 40))
    assert [note_look(library, chosen, "test") for chosen in sets] == [1, 2, 3, 2, 1, 4]


def test_a_look_of_which_only_the_set_was_kept_counts_for_the_same_set(library: Library) -> None:
    """So the first libraries with looks had it."""
    set_alone = digest_of_songs(songs(0, 30)).split()[0]
    library.evaluation.add_look(set_alone, "evaluate", 30)
    assert note_look(library, songs(0, 30), "test") == 2
    assert note_look(library, songs(50, 60), "test") == 1


def test_large_sets_are_known_by_some_of_their_songs() -> None:
    large, grown, apart = songs(0, 5000), songs(100, 5100), songs(5000, 10_000)
    digests = [digest_of_songs(chosen) for chosen in (large, grown, apart)]
    assert all(len(digest.split()) == 1 + N_SONG_DIGESTS for digest in digests)
    assert have_common_songs(digests[0], digests[1])
    assert not have_common_songs(digests[0], digests[2])


def test_a_library_that_is_open_for_reading_only_counts_the_look_and_keeps_none(
    tmp_path: Path,
) -> None:
    path = tmp_path / "read.rhythmcap"
    with Library.open(path) as library:
        assert note_look(library, songs(0, 9), "test") == 1
    with Library.open(path, read_only=True) as library:
        assert [note_look(library, songs(0, 8), "test") for _ in range(2)] == [2, 2]
