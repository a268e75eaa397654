"""New words begin well, a public tagger can learn them too, and segments are drawn fairly."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch

from core.features.cache import FeatureCache
from core.features.recipe import RECIPES
from core.features.spectrogram import LogMel
from core.models.card import ModelCard
from core.models.catalogue import build_network
from core.models.checkpoint import load_checkpoint, save_checkpoint
from core.models.device import choose_device, device_sentence, threads
from core.models.segments import FEW_SEGMENTS, Layout, learning_starts, song_starts
from core.training.adapt import expand_head
from core.training.checkpointing import checkpoint
from core.training.config import LearningRate, Schedule
from core.training.finetune import finetune
from core.training.linear_probe import (
    MIN_SCALE,
    MIN_SCALE_SHARE,
    PENALTY,
    LinearProbe,
    ProbeTargets,
)
from core.training.optim import StepDecayAdam
from core.training.sources import MAX_STEPS, SongFeatures, jittered_steps
from tests.support.sung_labels import parent_file, request, song, sung_labels


def drawn(hidden: np.ndarray, states: np.ndarray, strength: float = 1.0) -> LinearProbe:
    """The lines of some decisions through songs of which nothing is said yet."""
    targets = ProbeTargets(
        torch.from_numpy(states == 1).double(),
        torch.from_numpy(states >= 0).double(),
        torch.zeros(states.shape, dtype=torch.double),
    )
    ridge_scale = torch.full((states.shape[1],), strength, dtype=torch.double)
    return LinearProbe().fit([torch.from_numpy(hidden)], targets, ridge_scale)


def test_a_new_word_begins_on_the_right_side_of_the_line() -> None:
    generator = np.random.default_rng(0)
    states = generator.integers(0, 2, (60, 2)).astype(np.int8)
    hidden = generator.normal(0, 1, (60, 5))
    hidden[:, 1] += 4 * states[:, 0]
    hidden[:, 3] -= 4 * states[:, 1]
    scores = torch.sigmoid(drawn(hidden, states).logits([torch.from_numpy(hidden)])).numpy()
    assert ((scores > 0.5) == (states == 1)).mean() > 0.95


def test_cells_that_were_not_judged_do_not_move_the_line() -> None:
    generator = np.random.default_rng(1)
    hidden = generator.normal(0, 1, (30, 4))
    states = generator.integers(0, 2, (30, 2)).astype(np.int8)
    other = states.copy()
    other[::3, 1] = -1
    first, second = (drawn(hidden, each).weights[0] for each in (states, other))
    assert torch.allclose(first[:, 0], second[:, 0], atol=1e-5)
    assert not torch.allclose(first[:, 1], second[:, 1], atol=1e-3)


def test_a_wider_head_scores_known_words_as_before(tmp_path: Path) -> None:
    parent = load_checkpoint(parent_file(tmp_path))
    wider = expand_head(parent, [1, -1, 0]).eval()
    sound = torch.randn(2, 96, parent.network.segment_frames)
    with torch.no_grad():
        before, after = parent.network(sound), wider(sound)
    assert torch.allclose(after[[2, 0]], before, atol=1e-6)
    assert after[1] == 0


def test_a_public_tagger_learns_the_users_words(tmp_path: Path) -> None:
    recipe = RECIPES["mel96-16k"]
    cache = FeatureCache(tmp_path / "cache")
    labels = sung_labels(cache, 16)
    for number, audio_hash in enumerate(labels.audio_hashes):
        values = np.concatenate([song(number, labels.states[number])] * 2, axis=1)
        cache.put(LogMel(values, recipe, audio_hash))
    torch.manual_seed(0)
    card = ModelCard("public", "musicnn", {"n_tags": 2}, recipe, ("guitar", "low"))
    path = save_checkpoint(tmp_path, card, build_network("musicnn", {"n_tags": 2}))
    asked = replace(request(tmp_path, labels, "automatic", epochs=2), start_from=path)
    outcome = finetune(asked)
    assert outcome.depth == "classifier"
    assert outcome.card.words[:2] == ("guitar", "low")
    assert {"high", "rising"} & set(outcome.card.words)
    assert outcome.wauc_after is not None
    assert outcome.n_held_out > 0
    assert load_checkpoint(outcome.model_path).network.temporal is None


def test_songs_of_many_segments_are_heard_once_and_short_ones_in_between_too() -> None:
    long = (FEW_SEGMENTS + 3) * 64
    assert np.array_equal(
        learning_starts(long, 64, Layout.EVEN), song_starts(long, 64, Layout.EVEN)
    )
    short = learning_starts(200, 64, Layout.END_ALIGNED)
    assert set(song_starts(200, 64, Layout.END_ALIGNED)) < set(short.tolist())


@pytest.mark.parametrize(("n", "whole"), [(9, [0, 4, 8]), (1, [0]), (40, list(range(40)))])
def test_drawn_segments_stay_inside_the_song_and_in_order(n: int, whole: list[int]) -> None:
    draw = np.random.default_rng(0)
    for _ in range(50):
        steps = jittered_steps(np.array(whole), n, draw)
        assert 0 < len(steps) <= MAX_STEPS
        assert steps.tolist() == sorted(steps.tolist())
        assert steps.min() >= 0
        assert steps.max() < n


def test_testing_always_hears_the_same_whole_song() -> None:
    features = np.arange(18, dtype=np.float16).reshape(9, 2)
    heard = SongFeatures(features, np.array([0, 4, 8])).steps()
    assert heard[:, 0].tolist() == [0, 8, 16]
    assert heard.dtype == np.float32


def test_the_device_is_said_in_words_and_threads_are_given_back() -> None:
    assert choose_device("cpu") == "cpu"
    assert device_sentence("cpu").startswith("Runs on the processor")
    before = torch.get_num_threads()
    with threads(1):
        assert torch.get_num_threads() == 1
    assert torch.get_num_threads() == before


def test_our_adam_is_torchs_adam(tmp_path: Path) -> None:
    ours, theirs = (load_checkpoint(parent_file(tmp_path)).network for _ in range(2))
    schedule = Schedule(LearningRate(1e-3, 2), LearningRate(1e-3, 2), LearningRate(1e-3, 2))
    adam, reference = StepDecayAdam(ours, schedule), torch.optim.Adam(theirs.parameters(), lr=1e-3)
    sound = torch.randn(4, 96, ours.segment_frames)
    for step in range(5):
        for group in reference.param_groups:
            group["lr"] = max(1e-3 * 0.1 ** (step // 2), 1e-6)
        for network, optimiser in ((ours, adam), (theirs, reference)):
            torch.manual_seed(step)
            network(sound).square().sum().backward()
            optimiser.step()
        reference.zero_grad()
    for one, two in zip(ours.parameters(), theirs.parameters(), strict=True):
        assert torch.allclose(one, two, rtol=1e-4, atol=1e-7)


def test_work_done_twice_has_the_gradients_of_work_done_once() -> None:
    torch.manual_seed(0)
    layers = torch.nn.Sequential(
        torch.nn.Linear(6, 8), torch.nn.Dropout(0.5), torch.nn.ReLU(), torch.nn.Linear(8, 2)
    )
    given, gradients = torch.randn(5, 6), []
    for work in (layers, lambda x: checkpoint(layers, x, lambda: False)):
        torch.manual_seed(9)
        layers.zero_grad()
        work(given).square().sum().backward()
        gradients.append([each.grad.clone() for each in layers.parameters()])
    assert all(torch.allclose(a, b) for a, b in zip(*gradients, strict=True))


def test_the_line_is_scikit_learns() -> None:
    linear = pytest.importorskip("sklearn.linear_model")
    generator = np.random.default_rng(3)
    states = generator.integers(0, 2, (50, 1)).astype(np.int8)
    hidden = generator.normal(0, 2, (50, 6)) + states
    line = drawn(hidden, states, strength=20.0)
    spread = hidden.std(axis=0)
    spread = (spread + MIN_SCALE_SHARE * spread.mean() + MIN_SCALE) * 6**0.5
    reference = linear.LogisticRegression(C=1 / (20.0 * PENALTY), tol=1e-8)
    reference.fit((hidden - hidden.mean(axis=0)) / spread, states[:, 0])
    expected = reference.coef_ / spread
    bias = reference.intercept_ - expected @ hidden.mean(axis=0)
    assert np.allclose(line.weights[0].T.numpy(), expected, atol=1e-4)
    assert np.allclose(line.bias.numpy(), bias, atol=1e-4)


def test_many_numbers_of_few_songs_give_the_line_of_all_numbers() -> None:
    generator = np.random.default_rng(5)
    states = generator.integers(0, 2, (12, 2)).astype(np.int8)
    hidden = generator.normal(0, 1, (12, 40))
    line = drawn(np.repeat(hidden, 5, axis=0), np.repeat(states, 5, axis=0), strength=100.0)
    turned = drawn(hidden, states, strength=20.0)
    assert np.allclose(line.weights[0].numpy(), turned.weights[0].numpy(), atol=1e-4)


def test_learning_loads_no_compiler(tmp_path: Path) -> None:
    program = (
        "import sys, pathlib\n"
        "from core.features.cache import FeatureCache\n"
        "from core.training.finetune import finetune\n"
        "from tests.support.sung_labels import request, sung_labels\n"
        "place = pathlib.Path(sys.argv[1])\n"
        "labels = sung_labels(FeatureCache(place / 'cache'))\n"
        "for depth in ('temporal', 'everything'):\n"
        "    finetune(request(place, labels, depth, epochs=1))\n"
        "sys.exit(int('torch._dynamo' in sys.modules))\n"
    )
    command = [sys.executable, "-c", program, str(tmp_path)]
    assert subprocess.run(command, cwd=Path(__file__).parents[2], check=False).returncode == 0


def test_work_given_up_on_the_way_back_ends_without_a_word() -> None:
    layer = torch.nn.Linear(3, 2)
    checkpoint(layer, torch.randn(4, 3), lambda: True).sum().backward()
    assert layer.weight.grad is None


def test_each_depth_of_the_features_has_a_say_of_its_own() -> None:
    network = build_network("musicnn", {"n_tags": 2, "direct": True})
    assert sum(network.depths) == network.n_features
    assert len(network.depths) == 4
    assert network.skip is not None
    grown = build_network("musicnn+lstm", {"n_tags": 2, "direct": True})
    assert grown.depths == network.depths
