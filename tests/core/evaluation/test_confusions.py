"""Confused tags and contradicted songs are counted as they were judged."""

from __future__ import annotations

import numpy as np

from core.evaluation.confusions import confused_pairs, contradicted_songs
from core.evaluation.evaluation_records import ScoredCells

NAMES = ("flute", "violin", "drums")


def cells(states: list[list[int]], decided: list[list[int]]) -> ScoredCells:
    claims = np.array(decided, np.bool_)
    scores = np.where(claims, 0.9, 0.1).astype(np.float32)
    return ScoredCells(np.arange(1, len(states) + 1), np.array(states, np.int8), scores, claims)


def test_a_pair_is_confused_where_one_tag_is_heard_for_another() -> None:
    """Of four songs with a flute the model says violin of three; of four without both, of one."""
    states = [[1, 0, 0]] * 4 + [[0, 0, 1]] * 4 + [[0, 1, 0]] * 2
    claims = [[1, 1, 0]] * 3 + [[1, 0, 0]] + [[0, 1, 1]] + [[0, 0, 1]] * 3 + [[0, 1, 0]] * 2
    pairs, n_pairs = confused_pairs(NAMES, cells(states, claims), 10)
    (pair,) = pairs
    assert (pair.present, pair.claimed, pair.n_songs, pair.n_claimed) == ("flute", "violin", 4, 3)
    assert (pair.n_others, pair.n_others_claimed) == (4, 1)
    assert pair.share.value == 0.75
    assert pair.share.interval is not None
    assert n_pairs == 6


def test_what_was_not_judged_is_no_confusion() -> None:
    pairs, n_pairs = confused_pairs(NAMES, cells([[1, -1, -1]] * 4, [[1, 1, 1]] * 4), 10)
    assert (pairs, n_pairs) == ((), 0)


def test_songs_are_listed_by_contradicted_decisions() -> None:
    states = [[1, 0, 0], [1, 1, 0], [1, 0, -1]]
    claims = [[0, 1, 0], [1, 1, 1], [1, 0, 1]]
    songs, n_songs = contradicted_songs(cells(states, claims), 10)
    (worst,) = songs
    assert (worst.song_id, worst.n_wrong, worst.n_judged) == (1, 2, 3)
    assert [column for column, _ in worst.missed] == [0]
    assert [column for column, _ in worst.claimed] == [1]
    assert n_songs == 2, "what was not judged is not contradicted"
