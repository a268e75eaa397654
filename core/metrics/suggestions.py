"""From a model's scores to the tags it suggests. It only chooses; every score stays visible."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.metrics.thresholds import suggestion_threshold


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A word the model would give a song; not judged yet. score: 0 to 1."""

    tag_id: int
    word: str
    score: float


def scores_by_tag(scores: NDArray[np.float32], tags: Sequence[int | None]) -> dict[int, float]:
    """Return the score of each tag, ascending; of two words for one tag the higher.

    scores: (n_words,). tags: what each word stands for, None for nothing here.
    """
    pairs = sorted(zip(tags, scores.tolist(), strict=False), key=itemgetter(1))
    return {tag: score for tag, score in pairs if tag is not None}


def choose_suggestions(
    scores: Mapping[int, float],
    names: Mapping[int, str],
    judged: Container[int],
    metrics: Mapping[str, Any],
    own_thresholds: Mapping[int, float] | None = None,
) -> list[Suggestion]:
    """Return the tags that are not judged and score above their thresholds, best first.

    scores, names: by tag id; a tag without a name is not in use. metrics: the model's, as stored.
    own_thresholds: those the user set, by tag id. A word that could not be measured is no choice.
    """
    own = own_thresholds or {}
    found = [
        Suggestion(tag_id, names[tag_id], score)
        for tag_id, score in scores.items()
        if tag_id not in judged
        and tag_id in names
        and score >= suggestion_threshold(metrics, names[tag_id], own.get(tag_id))
    ]
    return sorted(found, key=lambda suggestion: -suggestion.score)


def best_words(
    scores: NDArray[np.float32], words: Sequence[str], tags: Sequence[int | None], count: int
) -> list[Suggestion]:
    """Return the `count` words with the highest scores, best first, judged or not.

    tag_id is 0 for a word that stands for no tag.
    """
    order = np.argsort(scores)[::-1][:count]
    return [
        Suggestion(tags[index] or 0, words[index], float(scores[index]))
        for index in order
        if index < len(words) and index < len(tags)
    ]
