"""Gradient training is kept where it helps on songs it has not learned from, and only there."""

from __future__ import annotations

import copy
from dataclasses import asdict, replace
from pathlib import Path

import numpy as np
import pytest
import torch
from numpy.typing import NDArray

from core.features.cache import FeatureCache
from core.models.card import ModelCard
from core.models.checkpoint import load_checkpoint, to_inference
from core.models.choi_lstm import ChoiLstm
from core.models.predict import predict_song
from core.models.probe_form import network_state, probe_form, probe_network
from core.models.probe_tagger import ProbeTagger
from core.training.config import LearningRate, TrainConfig, choose_depth
from core.training.deepening import Deepening, DeepSongs, can_deepen, deepen
from core.training.finetune_records import EpochReport, FinetuneResult
from core.training.labels import TrainingData
from core.training.snapshot import read_out_of_fold, training_songs
from core.training.sources import FeatureSource, SongFeatures
from core.training.split import KEPT, kept_mask
from tests.support.order_songs import N_SONGS, order_round
from tests.support.synthetic_songs import (
    BRISK,
    RECIPE,
    TINY,
    LearningRound,
    make_round,
    synthetic_labels,
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("order")


@pytest.fixture(scope="module")
def learning_round(folder: Path) -> LearningRound:
    return order_round(folder)


@pytest.fixture(scope="module")
def kept(learning_round: LearningRound) -> FinetuneResult:
    return learning_round.run()


def test_what_only_gradients_find_is_kept_and_told(
    learning_round: LearningRound, kept: FinetuneResult
) -> None:
    words_only = learning_round.with_request(depth="classifier").run()
    assert words_only.after["loud first"].auc is not None
    assert words_only.after["loud first"].auc < 0.7, "the probe alone hears no order"
    assert kept.depth == kept.card.settings["depth"] == "temporal"
    assert any("was trained further" in note and "helped" in note for note in kept.notes)
    assert kept.after["loud first"].auc is not None
    assert kept.after["loud first"].auc > 0.9


def test_the_songs_that_decide_are_learned_from_by_nobody_and_carry_the_numbers(
    learning_round: LearningRound, kept: FinetuneResult
) -> None:
    labels = learning_round.labels
    apart = kept_mask(labels, kept.new_sides)
    assert kept.measured_by == "kept"
    assert kept.n_measured == int(apart.sum())
    assert kept.n_train == N_SONGS - kept.n_measured
    learned = training_songs(kept.card)
    assert [audio_hash not in learned for audio_hash in labels.audio_hashes] == apart.tolist()
    scores = read_out_of_fold(kept.card)
    assert scores is not None
    column = scores[:, kept.card.words.index("loud first")]
    assert np.array_equal(np.isfinite(column), apart)


def test_only_what_was_chosen_is_trained(
    learning_round: LearningRound, kept: FinetuneResult
) -> None:
    parent = load_checkpoint(learning_round.parent_path).network.state_dict()
    child = network_state(load_checkpoint(kept.model_path))
    assert parent.keys() == child.keys()
    changed = {name for name in parent if not torch.equal(parent[name], child[name])}
    assert changed
    assert all(name.startswith(("temporal.", "classifier.")) for name in changed)


def test_words_that_are_not_taught_stay_nearly_as_they_were(
    learning_round: LearningRound, kept: FinetuneResult
) -> None:
    parent, child = map(load_checkpoint, (learning_round.parent_path, kept.model_path))
    apart = []
    for audio_hash in learning_round.labels.audio_hashes[:10]:
        song = learning_round.cache.get(audio_hash, RECIPE)
        assert song is not None
        before, after = (predict_song(model, song).scores for model in (parent, child))
        apart.append(np.abs(before - after[[child.words.index(word) for word in parent.words]]))
    assert float(np.mean(apart)) < 0.1


def test_the_stored_split_is_used_and_only_new_artists_get_a_side(
    learning_round: LearningRound, kept: FinetuneResult
) -> None:
    stored = learning_round.with_request(split_sides=kept.new_sides).run()
    assert stored.new_sides == {}
    assert stored.after == kept.after
    one = {"artist artist 3": KEPT}
    part = learning_round.with_request(split_sides=one, epochs=1).run()
    assert "artist artist 3" not in part.new_sides
    assert len(part.new_sides) == N_SONGS // 2 - 1


def test_where_the_words_alone_are_better_the_network_stays(tmp_path: Path) -> None:
    """Bands are heard by the probe at once; gradients only come near."""
    labels = synthetic_labels(FeatureCache(tmp_path / "cache"), 60)
    fast = replace(BRISK, patience=100, head=LearningRate(5e-2, 1000))
    reports: list[EpochReport] = []
    learning_round = make_round(tmp_path, labels, "temporal", epochs=12)
    outcome = learning_round.with_request(schedule=fast).run(reports.append)
    assert len(reports) == 12
    assert outcome.depth == outcome.card.settings["depth"] == "classifier"
    assert outcome.card.settings["depth_chosen"] == "temporal"
    assert any(note.startswith("Only the tags were learned") for note in outcome.notes)
    assert (outcome.measured_by, outcome.n_train) == ("artists", 60)
    parent = load_checkpoint(learning_round.parent_path).network.state_dict()
    child = network_state(load_checkpoint(outcome.model_path))
    assert all(torch.equal(parent[name], child[name]) for name in parent)
    plain = make_round(tmp_path, labels, "classifier").run()
    assert plain.after == outcome.after


def test_without_a_better_epoch_nothing_is_trained_twice(
    learning_round: LearningRound, kept: FinetuneResult
) -> None:
    """At a rate of nothing, no epoch is better than the beginning."""
    still = replace(BRISK, head=LearningRate(1e-12, 1000), patience=2)
    reports: list[EpochReport] = []
    outcome = learning_round.with_request(schedule=still).run(reports.append)
    assert len(reports) == 2, "patience ends it"
    assert outcome.card.settings["best_epoch"] == 0
    assert any("was better" in note for note in outcome.notes)
    assert outcome.depth == "classifier"
    assert kept.depth == "temporal"


def test_an_lstm_behind_a_chunk_tagger_is_only_there_where_it_helps(
    chunk_round: LearningRound,
) -> None:
    few = chunk_round.with_request(lstm=True).run()
    assert few.depth == "classifier"
    assert few.card.architecture == "musicnn+probe"
    assert any("Only the tags were learned" in note for note in few.notes)


# -- deepen alone, on features drawn by chance --------------------------------------------------


def drawn_problem() -> tuple[ProbeTagger, FeatureSource, TrainingData]:
    """Draw songs of four steps whose first word is in their features, and a network with words."""
    torch.manual_seed(2)
    card = ModelCard("drawn", "choi_lstm", asdict(TINY), RECIPE, ("known", "other"))
    network = probe_network(probe_form(to_inference(card, ChoiLstm(TINY))))
    rng, n_songs = np.random.default_rng(0), 48
    states = rng.integers(0, 2, (n_songs, 2)).astype(np.int8)
    states[:, 1] = -1
    features = rng.normal(0, 1, (n_songs, 4, network.n_features)).astype(np.float32)
    features[:, :, : TINY.channels[-1]] += 3 * states[:, :1, None]
    songs = [SongFeatures(song, np.arange(4)) for song in features]
    rows = np.arange(n_songs)
    data = TrainingData(
        (states == 1).astype(np.float32), (states >= 0).astype(np.float32), states,
        train=rows[:36], held_out=rows[36:], validation=rows[:9],
    )  # fmt: skip
    return network, FeatureSource(songs, "cpu"), data


def deepened(data: TrainingData, probe_logits: NDArray[np.float64]) -> Deepening:
    network, source, _ = drawn_problem()
    config = TrainConfig(BRISK, choose_depth("temporal").trained, 8, seed=1, device="cpu")
    songs = DeepSongs(lambda _rows: copy.deepcopy(network), source, data, probe_logits)
    return deepen(songs, config, lambda _: None)


def test_the_better_loss_on_the_kept_songs_wins() -> None:
    _, _, data = drawn_problem()
    truth = np.where(data.states == 1, 1.0, -1.0)
    against_chance, against_certainty = (deepened(data, factor * truth) for factor in (0.0, 9.0))
    assert against_chance.probe_loss == pytest.approx(np.log(2))
    assert against_chance.loss is not None
    assert against_chance.loss < against_chance.probe_loss
    assert against_chance.network is not None
    assert against_certainty.loss == against_chance.loss
    assert against_certainty.network is None


def test_decisions_on_kept_songs_change_no_score() -> None:
    _, _, data = drawn_problem()
    turned = data.states.copy()
    turned[data.held_out, 0] = 1 - turned[data.held_out, 0]
    other = replace(data, states=turned, targets=(turned == 1).astype(np.float32))
    first, second = (deepened(given, np.zeros((48, 2))) for given in (data, other))
    assert first.scores is not None
    assert second.scores is not None
    assert np.array_equal(first.scores, second.scores)
    assert first.fit == second.fit
    assert second.loss is not None
    assert second.network is None, "turned round, they speak against it"


def test_scores_of_a_deepened_network_are_calibrated_on_validation_songs() -> None:
    _, _, data = drawn_problem()
    scores = deepened(data, np.zeros((48, 2))).scores
    assert scores is not None
    judged = scores[data.held_out, 0]
    assert abs(judged.mean() - (data.states[data.held_out, 0] == 1).mean()) < 0.2


@pytest.mark.parametrize(
    ("n_train", "n_kept", "n_validation"), [(25, 4, 4), (40, 3, 8), (40, 8, 3), (0, 0, 0)]
)
def test_too_few_songs_of_any_kind_are_too_few(
    n_train: int, n_kept: int, n_validation: int
) -> None:
    _, _, data = drawn_problem()
    few = replace(
        data, train=np.arange(n_train), held_out=np.arange(n_kept),
        validation=np.arange(n_validation),
    )  # fmt: skip
    assert not can_deepen(few)
    assert can_deepen(data)
