"""Looks at songs that a model has not learned from are counted; at others there is nothing to."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np

from core.evaluation.looks import digest_of_songs, note_look
from core.evaluation.report import ScoredSongs, evaluate_scores
from core.features.cache import FeatureCache
from core.library.store import Library
from tests.support.synthetic_songs import TAGS, synthetic_labels


def test_a_set_of_songs_is_the_same_in_any_order() -> None:
    assert digest_of_songs(["b", "a"]) == digest_of_songs(["a", "b"]) != digest_of_songs(["a"])
    assert digest_of_songs([]) == ""


def test_looks_are_counted_for_songs_not_learned_from(tmp_path: Path) -> None:
    labels = synthetic_labels(FeatureCache(tmp_path / "cache"))
    scores = np.random.default_rng(1).random((40, 3)).astype(np.float32)
    unseen = ScoredSongs("a", TAGS, labels, scores, True, (), np.zeros(40, np.bool_))
    other = replace(unseen, model="b", scores=1 - scores)
    half = replace(unseen, learned=np.arange(40) < 20)
    learned = replace(unseen, learned=np.ones(40, np.bool_))
    with Library.open(tmp_path / "songs.rhythmcap") as library:
        counts = [
            note_look(library, evaluate_scores(scored), "test")
            for scored in (unseen, other, half, learned, unseen)
        ]
    assert counts == [1, 2, 1, 0, 3]
    assert evaluate_scores(half).n_test_songs == 20
    assert evaluate_scores(half).n_out_of_fold == 20
