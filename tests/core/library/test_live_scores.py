"""What was learned since, laid over a model's scores: columns, songs and honest scores."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from core.library import live_scores
from core.library.live_scores import LiveScores, LiveUpdate

IDS = np.array([1, 2, 3, 5])
STORED = np.arange(12, dtype=np.float32).reshape(4, 3) / 100
MEANINGS = (7, None, 7)  # two words for one tag, and one for none
SONGS = np.array([2, 3, 4])


def scores(*values: float) -> NDArray[np.float32]:
    return np.array(values, np.float32)


def test_all_words_of_a_tag_have_its_live_score_and_others_stay() -> None:
    live = LiveScores(1, MEANINGS, SONGS)
    assert not live.update(LiveUpdate({7: scores(0.9, 0.8, 0.7)}))
    merged = live.merged(IDS, STORED)
    assert merged[:, 1].tolist() == STORED[:, 1].tolist()
    assert merged[1, [0, 2]].tolist() == scores(0.9, 0.9).tolist()
    assert merged[[0, 3]].tolist() == STORED[[0, 3]].tolist()
    assert live.of_song(3, STORED[2]).tolist() == merged[2].tolist()
    assert live.of_song(5, STORED[3]).tolist() == STORED[3].tolist()


def test_a_new_tag_has_a_column_of_its_own_until_it_is_forgotten() -> None:
    live = LiveScores(1, MEANINGS, SONGS)
    assert live.update(LiveUpdate({9: scores(0.1, 0.2, 0.3)}))
    assert live.added == (9,)
    assert live.merged(IDS, STORED)[:, 3].tolist() == scores(0.0, 0.1, 0.2, 0.0).tolist()
    assert live.update(LiveUpdate(forgotten=(9,)))
    assert live.merged(IDS, STORED).tolist() == STORED.tolist()


def test_changed_scores_are_laid_over_in_place_and_new_songs_anew() -> None:
    live = LiveScores(1, MEANINGS, SONGS)
    live.update(LiveUpdate({7: scores(0.9, 0.8, 0.7)}))
    first = live.merged(IDS, STORED)
    live.update(LiveUpdate({7: scores(0.5, 0.4, 0.3)}))
    assert live.merged(IDS, STORED) is first
    assert first[2, 0] == np.float32(0.4)
    more = np.array([1, 2, 3, 4, 5])
    assert live.merged(more, np.zeros((5, 3), np.float32))[3, 2] == np.float32(0.3)


def test_of_songs_that_were_learned_from_the_held_out_score_counts() -> None:
    live = LiveScores(1, MEANINGS, SONGS)
    held_out = {7: (np.array([2, 4]), scores(0.3, np.nan)), 9: (np.array([3]), scores(0.6))}
    live.update(LiveUpdate({7: scores(0.9, 0.8, 0.7), 9: scores(0.1, 0.2, 0.3)}, (), held_out))
    merged, others = live.merged(IDS, STORED), STORED + np.float32(0.5)
    honest = live.hold_out(IDS, merged, others)
    assert honest[1].tolist() == scores(0.3, others[1, 1], 0.3, 0.1).tolist()
    assert honest[2].tolist() == scores(0.8, others[2, 1], 0.8, 0.6).tolist()
    assert live.is_held_out(2, 7)
    assert not live.is_held_out(4, 7)
    assert not live.is_held_out(3, 7)


def test_nothing_lies_over_songs_that_nothing_is_known_of() -> None:
    live = LiveScores(1, MEANINGS, np.zeros(0, np.int64))
    live.update(LiveUpdate({7: scores()}))
    assert live.merged(IDS, STORED).tolist() == STORED.tolist()


def test_held_out_scores_of_a_tag_leave_out_what_is_not_known() -> None:
    live = LiveScores(1, MEANINGS, SONGS)
    held_out = {7: (np.array([2, 3, 4]), scores(0.2, np.nan, 0.4))}
    live.update(LiveUpdate({7: scores(0.9, 0.8, 0.7)}, (), held_out))
    song_ids, known = live.held_out_of(7)
    assert song_ids.tolist() == [2, 4]
    assert known.tolist() == scores(0.2, 0.4).tolist()
    assert not len(live.held_out_of(9)[0])


def test_slices_come_to_what_one_step_does(monkeypatch: pytest.MonkeyPatch) -> None:
    whole, sliced = (LiveScores(1, MEANINGS, SONGS) for _ in range(2))
    for live in (whole, sliced):
        live.update(LiveUpdate({7: scores(0.9, 0.8, 0.7), 9: scores(0.1, 0.2, 0.3)}))
    expected = whole.merged(IDS, STORED)
    monkeypatch.setattr(live_scores, "SONGS_A_SLICE", 1)
    assert len(list(sliced.merge_in_slices(IDS, STORED))) == len(IDS)
    monkeypatch.setattr(sliced, "merge_in_slices", None)  # all is there already
    assert np.array_equal(sliced.merged(IDS, STORED), expected)
    for live in (whole, sliced):
        live.update(LiveUpdate({9: scores(0.4, 0.5, 0.6)}))
    assert np.array_equal(sliced.merged(IDS, STORED), whole.merged(IDS, STORED))
