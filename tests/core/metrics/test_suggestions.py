"""A model suggests what is not judged and scores above its threshold, best first."""

from __future__ import annotations

import numpy as np

from core.metrics.suggestions import Suggestion, best_words, choose_suggestions, scores_by_tag
from core.metrics.thresholds import suggestion_threshold

SCORES = np.array([0.25, 0.75, 0.5, 1.0], np.float32)


def test_of_two_words_for_one_tag_the_higher_score_counts() -> None:
    assert scores_by_tag(SCORES, (1, 2, 1, None)) == {1: 0.5, 2: 0.75}


def test_suggestions_are_unjudged_above_their_threshold_and_best_first() -> None:
    scores = {1: 0.6, 2: 0.9, 3: 0.7, 4: 0.95, 5: 0.4}
    names = {1: "drums", 2: "female", 3: "disco", 5: "house"}  # 4 is not in use
    metrics = {"per_tag": {"disco": {"threshold": 0.75}, "house": {"threshold": 0.3}}}
    assert choose_suggestions(scores, names, {2}, metrics) == [
        Suggestion(1, "drums", 0.6),
        Suggestion(5, "house", 0.4),
    ]


def test_the_best_words_are_those_with_the_highest_scores() -> None:
    found = best_words(SCORES, ("drums", "female", "disco", "kazoo"), (1, 2, 3, None), 2)
    assert found == [Suggestion(0, "kazoo", 1.0), Suggestion(2, "female", 0.75)]


def test_a_word_that_could_not_be_measured_is_never_suggested() -> None:
    metrics = {"per_tag": {"drums": {"auc": None, "threshold": 0.3}, "disco": {"auc": 0.8}}}
    names = {1: "drums", 2: "disco"}
    found = choose_suggestions({1: 0.99, 2: 0.6}, names, set(), metrics, {1: 0.1})
    assert [suggestion.word for suggestion in found] == ["disco"]


def test_a_threshold_that_the_user_set_wins() -> None:
    metrics = {"per_tag": {"drums": {"auc": 0.9, "threshold": 0.3}}}
    assert suggestion_threshold(metrics, "drums") == 0.3
    assert suggestion_threshold(metrics, "drums", 0.95) == 0.95
    assert choose_suggestions({1: 0.9}, {1: "drums"}, set(), metrics, {1: 0.95}) == []
    assert len(choose_suggestions({1: 0.06}, {1: "drums"}, set(), metrics, {1: 0.05})) == 1
