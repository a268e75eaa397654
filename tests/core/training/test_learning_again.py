"""Learning from a learned model: the same numbers, and none flattered by what it has seen."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch
from safetensors.torch import load_file

from core.features.cache import FeatureCache
from core.library.records import Labels
from core.models.checkpoint import load_checkpoint
from core.models.probe_form import network_state
from core.training.finetune_records import FinetuneResult
from core.training.labels import select_songs
from core.training.snapshot import read_out_of_fold, replace_learned, training_songs
from tests.support.synthetic_songs import TAGS, LearningRound, make_round, synthetic_labels


@pytest.fixture(scope="module")
def by_chance(tmp_path_factory: pytest.TempPathFactory) -> LearningRound:
    """Make songs whose decisions are drawn: nobody can know another song's from them."""
    home = tmp_path_factory.mktemp("chance")
    labels = synthetic_labels(FeatureCache(home / "cache"))
    states = np.random.default_rng(1).integers(0, 2, labels.states.shape).astype(np.int8)
    return make_round(home, replace(labels, states=states), "classifier")


@pytest.fixture(scope="module")
def first(by_chance: LearningRound) -> FinetuneResult:
    return by_chance.run()


def learned_from(parent: FinetuneResult, learning_round: LearningRound) -> FinetuneResult:
    again = replace(learning_round, parent_path=parent.model_path)
    tags = parent.tag_ids
    return again.with_request(parent_name="my ear", parent_tags=tags).run()


def test_learning_the_same_again_gives_the_same_numbers_and_weights(
    by_chance: LearningRound, first: FinetuneResult
) -> None:
    second = learned_from(first, by_chance)
    third = learned_from(second, by_chance)
    one = load_file(first.model_path)
    for again in (second, third):
        other = load_file(again.model_path)
        assert one.keys() == other.keys()
        assert all(torch.equal(one[name], other[name]) for name in one)
        assert again.after == first.after
        assert again.wauc_after == first.wauc_after


def test_the_numbers_before_are_the_parents_on_songs_it_had_not_learned_from(
    by_chance: LearningRound, first: FinetuneResult
) -> None:
    """Its scores of its own songs would be far above chance."""
    second = learned_from(first, by_chance)
    assert second.wauc_before == pytest.approx(first.wauc_after, abs=0.01)
    for name in TAGS:
        assert second.before[name].auc == pytest.approx(first.after[name].auc, abs=0.01)
    assert first.wauc_after is not None
    assert first.wauc_after < 0.75


def test_half_of_the_songs_seen_by_the_parent_flatter_nothing(
    by_chance: LearningRound,
) -> None:
    half = replace(by_chance, labels=select_songs(by_chance.labels, np.arange(20)))
    parent = half.run()
    child = learned_from(parent, by_chance)
    plain = by_chance.run()
    assert child.wauc_after == pytest.approx(plain.wauc_after, abs=0.05)
    assert child.wauc_before is not None
    assert child.wauc_before < 0.75


def test_a_parent_that_has_seen_none_of_the_songs_is_asked_for_what_it_knows(
    tmp_path: Path,
) -> None:
    """Where few songs are judged, what was learned elsewhere counts."""
    labels = synthetic_labels(FeatureCache(tmp_path / "cache"), 60)
    rich = make_round(tmp_path, select_songs(labels, np.arange(8, 60)), "classifier").run()
    few = make_round(tmp_path, select_songs(labels, np.arange(8)), "classifier")
    child, alone = learned_from(rich, few), few.run()
    assert child.card.settings["prior_share"] > 0
    assert child.card.words == rich.card.words
    assert child.wauc_after is not None
    assert alone.wauc_after is not None
    assert child.wauc_after >= alone.wauc_after


def test_words_learned_before_stay_when_others_are_learned(
    by_chance: LearningRound, first: FinetuneResult
) -> None:
    labels = by_chance.labels
    other = replace(
        labels, states=labels.states[:, :1], tag_ids=np.array([99]), tag_names=("new word",)
    )
    child = learned_from(first, replace(by_chance, labels=other))
    assert child.card.words == (*first.card.words, "new word")
    one, two = load_file(first.model_path), load_file(child.model_path)
    rows = len(first.card.words)
    assert torch.equal(two["classifier.weight"][:rows], one["classifier.weight"])
    assert torch.equal(two["classifier.bias"][:rows], one["classifier.bias"])
    before, after = (
        network_state(load_checkpoint(outcome.model_path)) for outcome in (first, child)
    )
    assert all(torch.equal(before[name], after[name]) for name in before)


# -- scores of songs that a model has learned from ----------------------------------------------


def test_own_scores_stand_for_new_songs_and_out_of_fold_ones_for_learned_songs(
    first: FinetuneResult,
) -> None:
    card = first.card
    stored = read_out_of_fold(card)
    assert stored is not None
    learned = card.labels["audio_hashes"]
    hashes = (learned[3], "f" * 32, learned[0])
    own = np.full((3, len(card.words)), 0.99, np.float32)
    honest = replace_learned(card, hashes, own)
    taught = [card.words.index(name) for name in TAGS]
    assert np.array_equal(honest[[0, 2]][:, taught], stored[[3, 0]][:, taught])
    assert np.array_equal(honest[1], own[1])
    assert (honest[:, card.words.index("brass")] == 0.99).all(), "it was not taught"
    assert (own == 0.99).all()


def test_a_learned_model_without_out_of_fold_scores_says_nothing_of_its_songs(
    first: FinetuneResult,
) -> None:
    """So it is with the models of version 0.1, which kept a fifth of the songs back."""
    metrics = {key: value for key, value in first.card.metrics.items() if key != "out_of_fold"}
    card = replace(first.card, metrics=metrics, labels={**first.card.labels, "kept_back": [2]})
    learned = card.labels["audio_hashes"]
    assert learned[2] not in training_songs(card)
    honest = replace_learned(card, learned[:4], np.full((4, len(card.words)), 0.5, np.float32))
    assert np.isnan(honest[[0, 1, 3]]).all()
    assert (honest[2] == 0.5).all()


@pytest.mark.parametrize("stored", ["", "no base64!", "eJwDAAAAAAE=", 5, None, ["x"]])
def test_odd_out_of_fold_scores_on_a_card_are_none(first: FinetuneResult, stored: object) -> None:
    card = replace(first.card, metrics={**first.card.metrics, "out_of_fold": stored})
    assert read_out_of_fold(card) is None


def test_labels_of_another_size_do_not_fit(first: FinetuneResult, by_chance: LearningRound) -> None:
    labels: Labels = by_chance.labels
    shorter = {**first.card.labels, "audio_hashes": list(labels.audio_hashes[:5])}
    assert read_out_of_fold(replace(first.card, labels=shorter)) is None
