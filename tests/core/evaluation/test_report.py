"""An evaluation is honest about songs learned from, and names tags without a word."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from core.errors import TrainingError
from core.evaluation.compare import ComparedModel, compare
from core.evaluation.report import evaluate, evaluate_scores, stored_scores
from core.features.cache import FeatureCache
from core.library.records import Labels
from core.models.checkpoint import load_checkpoint
from core.training.labels import select_songs
from tests.support.synthetic_songs import make_round, parent_file, synthetic_labels


@pytest.fixture
def labels(tmp_path: Path) -> Labels:
    return synthetic_labels(FeatureCache(tmp_path / "cache"))


def test_an_evaluation_of_the_songs_learned_from_gives_the_numbers_of_learning(
    tmp_path: Path, labels: Labels
) -> None:
    outcome = make_round(tmp_path, labels, "classifier").run()
    model = load_checkpoint(outcome.model_path)
    found = evaluate(model, labels, FeatureCache(tmp_path / "cache"))
    assert found.summary.n_songs == outcome.n_measured
    assert found.summary.wauc == pytest.approx(outcome.wauc_after)
    assert found.per_tag["high"].support == outcome.after["high"].support
    assert found.per_tag["high"].auc == pytest.approx(outcome.after["high"].auc)
    assert found.to_json()["wauc"] == found.summary.wauc


def test_songs_without_an_artist_are_counted_apart_from_artists(
    tmp_path: Path, labels: Labels
) -> None:
    parent = load_checkpoint(parent_file(tmp_path / "parents"))
    named = evaluate(parent, labels, FeatureCache(tmp_path / "cache"), all_songs=True)
    artists = ("", "Various Artists", *labels.artists[2:])
    found = evaluate(
        parent, replace(labels, artists=artists), FeatureCache(tmp_path / "cache"), all_songs=True
    )
    assert (named.n_without_artist, found.n_without_artist) == (0, 2)


def test_tags_without_a_word_are_named(tmp_path: Path, labels: Labels) -> None:
    parent = load_checkpoint(parent_file(tmp_path / "parents"))
    found = evaluate(parent, labels, FeatureCache(tmp_path / "cache"), all_songs=True)
    assert found.unknown == ("high", "rising")
    assert set(found.per_tag) == {"low"}


def test_songs_learned_from_count_by_out_of_fold_scores_and_new_ones_by_the_model(
    tmp_path: Path, labels: Labels
) -> None:
    """Decisions by chance, learned from half of the songs: there, the model only seems to know."""
    chance = np.random.default_rng(5).integers(0, 2, labels.states.shape).astype(np.int8)
    labels, half = replace(labels, states=chance), np.arange(20)
    outcome = make_round(tmp_path, select_songs(labels, half), "classifier").run()
    model, cache = load_checkpoint(outcome.model_path), FeatureCache(tmp_path / "cache")
    honest, flattered = (
        evaluate(model, labels, cache, all_songs=all_songs) for all_songs in (False, True)
    )
    assert honest.held_out_only
    assert not flattered.held_out_only
    assert honest.summary.n_songs == flattered.summary.n_songs == 40
    assert honest.summary.wauc is not None
    assert flattered.summary.wauc is not None
    assert honest.summary.wauc < flattered.summary.wauc - 0.1


def test_a_word_not_taught_is_judged_by_the_model_itself(tmp_path: Path, labels: Labels) -> None:
    """Its scores are the parent's, which has not learned from these songs."""
    only_high = replace(labels, states=np.where([[False, True, False]], labels.states, -1))
    only_high = replace(only_high, states=only_high.states.astype(np.int8))
    outcome = make_round(tmp_path, only_high, "classifier").run()
    cache = FeatureCache(tmp_path / "cache")
    child, parent = map(load_checkpoint, (outcome.model_path, parent_file(tmp_path / "parents")))
    found, before = (evaluate(model, labels, cache).per_tag["low"] for model in (child, parent))
    assert found.auc == pytest.approx(before.auc, abs=1e-6)


def test_an_evaluation_without_songs_says_so(tmp_path: Path, labels: Labels) -> None:
    model = load_checkpoint(parent_file(tmp_path))
    with pytest.raises(TrainingError, match="no song to test the model on"):
        evaluate(model, labels, FeatureCache(tmp_path / "empty"))


def test_learning_evaluation_comparison_and_card_say_the_same_to_the_last_digit(
    tmp_path: Path, labels: Labels
) -> None:
    outcome = make_round(tmp_path, labels, "classifier").run()
    cache, path = FeatureCache(tmp_path / "cache"), outcome.model_path
    found = evaluate(load_checkpoint(path), labels, cache)
    compared = compare([ComparedModel("a", path), ComparedModel("b", path)], labels, cache)
    stored = stored_scores(outcome.card, labels)
    assert stored is not None
    measured = found.measurement.means["wauc"]
    assert outcome.wauc_after == measured.value == found.summary.wauc
    assert compared.wauc == (outcome.wauc_after, outcome.wauc_after)
    assert outcome.card.metrics["wauc"] == outcome.wauc_after
    assert evaluate_scores(stored).measurement == found.measurement
    assert found.per_tag == outcome.after
    assert found.n_out_of_fold == 40
    assert found.test_songs == frozenset()


def test_thresholds_set_by_the_user_decide_and_categories_have_means(
    tmp_path: Path, labels: Labels
) -> None:
    outcome = make_round(tmp_path, labels, "classifier").run()
    stored = stored_scores(outcome.card, labels)
    assert stored is not None
    categories = {"low": "pitch", "high": "pitch", "rising": "form"}
    found = evaluate_scores(stored, (), {"high": 0.99, "gone": 0.5}, categories)
    assert found.own_thresholds == {"high": 0.99}
    assert found.per_tag["high"].decision_threshold == 0.99
    songs = found.songs_of("high")
    assert all(song.score < 0.99 for song in (*songs.missed, *songs.not_found))
    assert len(songs.found) == found.per_tag["high"].true_positives
    assert set(found.measurement.categories) == {"pitch", "form"}


def test_two_songs_learned_from_are_too_few_and_learning_again_is_not_advised(
    tmp_path: Path, labels: Labels
) -> None:
    yes, no = (np.flatnonzero(labels.states[:, 0] == state)[0] for state in (1, 0))
    states = np.where([[True, False, False]], labels.states, -1).astype(np.int8)
    two = select_songs(replace(labels, states=states), np.sort([yes, no]))
    outcome = make_round(tmp_path, two, "classifier").run()
    with pytest.raises(TrainingError, match="too few") as error:
        evaluate(load_checkpoint(outcome.model_path), two, FeatureCache(tmp_path / "cache"))
    assert "Tag more songs" in str(error.value)


def test_songs_learned_from_without_kept_scores_are_left_out_and_counted(
    tmp_path: Path, labels: Labels
) -> None:
    outcome = make_round(tmp_path, select_songs(labels, np.arange(30)), "classifier").run()
    model = load_checkpoint(outcome.model_path)
    metrics = {key: value for key, value in model.card.metrics.items() if key != "out_of_fold"}
    older = replace(model, card=replace(model.card, metrics=metrics))
    found = evaluate(older, labels, FeatureCache(tmp_path / "cache"))
    assert found.n_unmeasured == 30
    assert found.summary.n_songs == len(found.test_songs) == 10
    with pytest.raises(TrainingError, match="learned from"):
        evaluate(older, select_songs(labels, np.arange(30)), FeatureCache(tmp_path / "cache"))
