"""How far songs are from those a model learned from: drawn in two clouds."""

from __future__ import annotations

import json

import numpy as np
import pytest

from core.models.ground import MAX_SONGS, MIN_SONGS, ground_distance, learned_ground

RNG = np.random.default_rng(5)
HOME = RNG.normal(3.0, 2.0, (60, 40))


def share_unsure(ground: dict[str, object], songs: np.ndarray) -> float:
    distances = [ground_distance(ground, song) for song in songs]
    return float(np.mean([distance is not None and distance > 1.0 for distance in distances]))


def test_songs_like_the_learned_ones_are_sure_and_strange_ones_are_not() -> None:
    ground = json.loads(json.dumps(learned_ground(HOME)))
    alike, strange = RNG.normal(3.0, 2.0, (100, 40)), RNG.normal(9.0, 2.0, (100, 40))
    assert share_unsure(ground, alike) < 0.15
    assert share_unsure(ground, strange) == 1.0


def test_a_learned_song_is_its_own_ground() -> None:
    assert ground_distance(learned_ground(HOME), HOME[7]) == 0.0


def test_what_lies_behind_the_known_features_does_not_count() -> None:
    longer = np.append(HOME[7], [1e6, -1e6])
    assert ground_distance(learned_ground(HOME), longer) == 0.0


def test_of_too_few_or_equal_songs_nothing_is_claimed() -> None:
    assert learned_ground(HOME[: MIN_SONGS - 1]) == {}
    assert learned_ground(np.ones((50, 4))) == {}
    assert ground_distance({}, HOME[0]) is None
    assert ground_distance(learned_ground(HOME), None) is None


def test_a_card_keeps_no_more_songs_than_it_must() -> None:
    ground = learned_ground(RNG.normal(0.0, 1.0, (MAX_SONGS + 40, 8)))
    assert ground["n_songs"] == MAX_SONGS


@pytest.mark.parametrize("field", ["mean", "scale", "songs", "limit"])
@pytest.mark.parametrize("odd", [None, "no base64", "AAAA", -1.0])
def test_an_odd_card_claims_nothing(field: str, odd: object) -> None:
    assert ground_distance({**learned_ground(HOME), field: odd}, HOME[0]) is None
