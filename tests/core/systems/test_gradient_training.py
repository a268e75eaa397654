"""Which songs decide when training stops, and what songs without a decision weigh."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
import torch

from core.jobs import SILENT
from core.models.network import TaggingNetwork
from core.models.sections import Section
from core.systems.gradient_training import (
    Regime,
    begin_with_log_odds,
    seeded,
    train,
    training_data,
    validation_songs,
)
from core.systems.perceptron import REGIME, Standardised, VectorNetwork, VectorSource
from core.training.config import LearningRate, Schedule
from core.training.labels import TrainingData


def answers(n_songs: int) -> np.ndarray:
    """A tag that half of the songs have, and one that a single song has."""
    return np.stack([np.arange(n_songs) % 2, np.arange(n_songs) == 3], axis=1).astype(np.int8)


@pytest.mark.parametrize("seed", range(5))
def test_about_a_fifth_of_the_songs_are_drawn_by_whole_artists(seed: int) -> None:
    groups = np.arange(60) // 3
    drawn = validation_songs(answers(60), groups, seed)
    assert 10 <= len(drawn) <= 14
    assert not set(groups[drawn]) & set(np.delete(groups, drawn))


@pytest.mark.parametrize("seed", range(20))
def test_nobody_is_drawn_who_has_the_last_yes_of_a_tag(seed: int) -> None:
    assert 3 not in validation_songs(answers(20), np.arange(20), seed)


def test_a_seed_decides_who_is_drawn() -> None:
    draws = {tuple(validation_songs(answers(40), np.arange(40), seed)) for seed in range(4)}
    assert len(draws) == 4
    assert tuple(validation_songs(answers(40), np.arange(40), 0)) in draws


def test_an_artist_with_most_of_the_songs_is_not_drawn() -> None:
    groups = np.concatenate([np.zeros(30), np.arange(1, 11)])
    for seed in range(5):
        assert 0 not in groups[validation_songs(answers(40), groups.astype(np.int64), seed)]


def test_of_few_songs_none_is_drawn() -> None:
    assert len(validation_songs(answers(7), np.arange(7), 0)) == 0


def test_songs_of_one_artist_are_drawn_one_by_one() -> None:
    assert len(validation_songs(answers(20), np.zeros(20, np.int64), 0)) == 4


def test_what_is_not_judged_gives_no_gradient() -> None:
    rng = np.random.default_rng(0)
    vectors, states = rng.standard_normal((12, 5)), answers(12)
    states[::2, 1] = -1
    data = training_data(states, np.arange(12), 0)
    other = np.where(data.weights == 0, 1.0 - data.targets, data.targets).astype(np.float32)
    trained = [_trained(vectors, some) for some in (data, replace(data, targets=other))]
    for one, two in zip(*(network.parameters() for network in trained), strict=True):
        assert torch.equal(one, two)


def _trained(vectors: np.ndarray, data: TrainingData) -> TaggingNetwork:
    network = seeded(lambda: VectorNetwork(Standardised(vectors), 8, 2), 0)
    config = replace(REGIME, epochs=3).config(data, frozenset({Section.CLASSIFIER}), 0)
    train(network, VectorSource(vectors), data, config, SILENT)
    return network


def test_fresh_weights_are_no_result_even_where_training_does_not_help() -> None:
    rng = np.random.default_rng(1)
    vectors, states = rng.standard_normal((40, 30)), rng.integers(0, 2, (40, 3)).astype(np.int8)
    data = training_data(states, np.arange(40), 0)
    fast = LearningRate(1e-2, 1000)
    regime = Regime(Schedule(fast, fast, fast, patience=3), epochs=6)
    network = seeded(lambda: VectorNetwork(Standardised(vectors), 64, 3), 0)
    config = regime.config(data, frozenset({Section.CLASSIFIER}), 0)
    result = train(network, VectorSource(vectors), data, config, SILENT)
    assert 1 <= result.best_epoch < result.epochs_done


def test_a_fresh_classifier_begins_with_how_common_the_tags_are() -> None:
    states = np.array([[1, 1], [0, 1], [0, 1], [0, -1]], dtype=np.int8)
    data = training_data(states, np.arange(4), 0)
    assert data.log_odds(data.train) == pytest.approx(np.log([1.5 / 3.5, 3.5 / 0.5]))
    network = seeded(lambda: VectorNetwork(Standardised(np.zeros((4, 5))), 8, 2), 0)
    begin_with_log_odds(network, data)
    assert network.output.bias.tolist() == pytest.approx(data.log_odds(data.train).tolist())
