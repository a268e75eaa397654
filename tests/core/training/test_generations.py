"""Learning on top of a network that was itself trained on the songs: what it knows is no merit."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from core.errors import TrainingError
from core.evaluation.report import evaluate_scores, score_songs, stored_scores
from core.library.records import Labels
from core.messages import message
from core.models.checkpoint import load_checkpoint, save_checkpoint
from core.models.probe_form import cached_embedding, keep_embedding, probe_form
from core.training.adapt import add_sides
from core.training.finetune_records import FinetuneResult
from core.training.labels import select_songs
from core.training.snapshot import network_songs, read_out_of_fold, training_songs
from core.training.split import extend_split, kept_mask
from tests.support.order_songs import order_round
from tests.support.synthetic_songs import LearningRound, parent_file

CHANCE = tuple(f"chance {number}" for number in range(8))
TRUE_WORD = "loud first"


@pytest.fixture(scope="module")
def chance_round(tmp_path_factory: pytest.TempPathFactory) -> LearningRound:
    """Make songs with a word that gradients find, and words whose decisions are drawn."""
    learning_round = order_round(tmp_path_factory.mktemp("generations"))
    labels = learning_round.labels
    shape = len(labels.paths), len(CHANCE)
    drawn = np.random.default_rng(8).integers(0, 2, shape).astype(np.int8)
    labels = replace(
        labels,
        states=np.hstack([labels.states, drawn]),
        tag_ids=np.arange(11, 12 + len(CHANCE)),
        tag_names=(TRUE_WORD, *CHANCE),
    )
    sides = extend_split(labels, {}, learning_round.request.seed)
    return replace(learning_round, labels=labels).with_request(split_sides=sides)


@pytest.fixture(scope="module")
def parent(chance_round: LearningRound) -> FinetuneResult:
    """Train the network, then let it know its songs by heart, as a larger one would.

    Its embeddings of the songs it was trained on hold their decisions, those of other songs drawn
    ones.
    """
    labels = chance_round.labels
    apart = kept_mask(labels, chance_round.request.split_sides)
    states = labels.states.copy()
    states[:, 1:] = -1
    outcome = replace(chance_round, labels=replace(labels, states=states)).run()
    assert outcome.depth == "temporal"
    child_of(chance_round, outcome)  # which keeps the embeddings
    model = probe_form(load_checkpoint(outcome.model_path))
    known = np.random.default_rng(9).integers(0, 2, (len(apart), len(CHANCE)))
    known[~apart] = labels.states[~apart, 1:]
    for row, audio_hash in enumerate(labels.audio_hashes):
        embedding = cached_embedding(chance_round.cache, audio_hash, model)
        assert embedding is not None
        embedding = embedding.copy()
        embedding[: len(CHANCE)] = known[row]
        keep_embedding(chance_round.cache, audio_hash, model, embedding)
    return outcome


def child_of(learning_round: LearningRound, parent: FinetuneResult) -> FinetuneResult:
    """Learn the words on top of the parent."""
    again = replace(learning_round, parent_path=parent.model_path)
    again = again.with_request(depth="classifier", parent_name=parent.card.name)
    return again.with_request(parent_tags=parent.tag_ids).run()


def mean_auc(outcome: FinetuneResult) -> float:
    """Average what was measured of the drawn words."""
    aucs = [outcome.after[name].auc for name in CHANCE]
    return float(np.mean([auc for auc in aucs if auc is not None]))


def test_a_card_names_the_songs_its_network_was_trained_on(
    chance_round: LearningRound, parent: FinetuneResult
) -> None:
    apart = kept_mask(chance_round.labels, chance_round.request.split_sides)
    hashes = np.array(chance_round.labels.audio_hashes)
    assert network_songs(parent.card) == set(hashes[~apart]) == training_songs(parent.card)
    child = child_of(chance_round, parent)
    assert network_songs(child.card) == network_songs(parent.card)
    assert training_songs(child.card) == set(hashes)
    older = {key: value for key, value in parent.card.labels.items() if key != "network_songs"}
    assert network_songs(replace(parent.card, labels=older)) == network_songs(parent.card)


def test_what_a_network_knows_by_heart_counts_in_no_number(
    chance_round: LearningRound, parent: FinetuneResult, tmp_path: Path
) -> None:
    child = child_of(chance_round, parent)
    apart = kept_mask(chance_round.labels, chance_round.request.split_sides)
    n_known = int((~apart).sum())
    assert abs(mean_auc(child) - 0.5) < 0.15
    assert child.n_measured == int(apart.sum())
    note = message("training.network_knows", n_songs=n_known)
    assert note in child.notes
    assert note in child.card.description
    model = load_checkpoint(parent.model_path)
    silent = replace(model.card, labels={**model.card.labels, "network_songs": []})
    path = save_checkpoint(tmp_path, silent, model.network)
    flattered = child_of(chance_round, replace(parent, model_path=path))
    assert mean_auc(flattered) > 0.85, "so it would be if nobody knew"


def test_grandchildren_and_later_looks_leave_these_songs_out_too(
    chance_round: LearningRound, parent: FinetuneResult
) -> None:
    child = child_of(chance_round, parent)
    grandchild = child_of(chance_round, child)
    assert grandchild.after == child.after
    assert mean_auc(grandchild) == mean_auc(child)
    apart = kept_mask(chance_round.labels, chance_round.request.split_sides)
    for outcome in (child, grandchild):
        scores = read_out_of_fold(outcome.card)
        assert scores is not None
        assert np.isnan(scores[~apart]).all()
        model = load_checkpoint(outcome.model_path)
        evaluation = evaluate_scores(
            score_songs(model, chance_round.labels, chance_round.cache), outcome.tag_ids
        )
        assert evaluation.measurement.means["wauc"].value == outcome.wauc_after
        assert evaluation.n_unmeasured == int((~apart).sum())


def test_a_song_that_only_the_network_has_learned_from_is_no_new_song(
    chance_round: LearningRound, parent: FinetuneResult
) -> None:
    """Its decisions were taken back before the child learned, and made again after."""
    apart = kept_mask(chance_round.labels, chance_round.request.split_sides)
    gone = np.flatnonzero(~apart)[:5]
    rest = select_songs(chance_round.labels, np.setdiff1d(np.arange(len(apart)), gone))
    child = child_of(replace(chance_round, labels=rest), parent)
    again = select_songs(chance_round.labels, gone)
    with pytest.raises(TrainingError, match="learned from"):
        score_songs(load_checkpoint(child.model_path), again, chance_round.cache)
    grandchild = child_of(chance_round, child)
    assert grandchild.n_measured == int(apart.sum())


def test_deeper_training_again_is_judged_by_songs_that_no_network_has_learned_from(
    chance_round: LearningRound, parent: FinetuneResult
) -> None:
    """The split is drawn anew, as in another library."""
    other = chance_round.with_request(split_sides={}, seed=chance_round.request.seed + 1)
    again = replace(other, parent_path=parent.model_path)
    outcome = again.with_request(parent_tags=parent.tag_ids, epochs=3).run()
    sides = extend_split(chance_round.labels, {}, other.request.seed)
    first = kept_mask(chance_round.labels, chance_round.request.split_sides)
    both = first & kept_mask(chance_round.labels, sides)
    assert both.sum() < 4, "too few to judge it by"
    assert outcome.depth == "classifier"
    assert outcome.n_measured == int(first.sum())


def test_a_network_beside_another_brings_its_songs_along(
    parent: FinetuneResult, tmp_path: Path
) -> None:
    fresh, side = load_checkpoint(parent_file(tmp_path)), load_checkpoint(parent.model_path)
    assert network_songs(fresh.card) == frozenset()
    assert network_songs(add_sides(fresh, [side]).card) == network_songs(parent.card)


def test_where_only_words_were_learned_every_song_counts_again(
    chance_round: LearningRound,
) -> None:
    """Also songs judged on another word only, and a word of which there was one yes."""
    states = chance_round.labels.states.copy()
    states[::3, 1], states[1::3, 2] = -1, -1
    states[:, 3], states[4, 3] = 0, 1
    first_labels = replace(chance_round.labels, states=states)
    first = replace(chance_round, labels=first_labels).with_request(depth="classifier").run()
    second = child_of(chance_round, first)
    n_songs = len(states)
    assert second.n_measured == first.n_measured == n_songs
    assert {second.after[name].n for name in CHANCE} == {n_songs}
    assert not any("do not count" in note for note in second.notes)


# -- cells that were not judged when the model learned ----------------------------------------


def test_a_song_judged_on_a_word_later_has_a_score_by_models_without_it(
    chance_round: LearningRound,
) -> None:
    labels = chance_round.labels
    states = labels.states.copy()
    hidden = np.random.default_rng(2).random(states.shape) < 0.4
    states[hidden] = -1
    learned = replace(chance_round, labels=replace(labels, states=states))
    outcome = learned.with_request(depth="classifier").run()
    scores = read_out_of_fold(outcome.card)
    assert scores is not None
    taught = [outcome.card.words.index(name) for name in labels.tag_names]
    assert np.isfinite(scores[:, taught]).all()
    untaught = np.setdiff1d(np.arange(len(outcome.card.words)), taught)
    assert np.isnan(scores[:, untaught]).all()
    for column, name in enumerate(labels.tag_names):
        assert outcome.after[name].n == int((states[:, column] >= 0).sum())
    later = stored_scores(outcome.card, labels)
    assert later is not None
    assert np.array_equal(later.labels.states, labels.states)
    found = evaluate_scores(later, outcome.tag_ids)
    assert {tag.n for tag in found.per_tag.values()} == {len(labels.paths)}


def test_a_word_of_one_yes_and_one_no_is_taught_and_has_no_score_to_measure_by(
    chance_round: LearningRound,
) -> None:
    """What the model itself says of the two songs would be right each time."""
    two = select_songs(chance_round.labels, pair_of(chance_round.labels))
    outcome = replace(chance_round, labels=two).with_request(depth="classifier").run()
    with pytest.raises(TrainingError, match="learned from"):
        score_songs(load_checkpoint(outcome.model_path), two, chance_round.cache)


def pair_of(labels: Labels) -> np.ndarray:
    """Choose a song with the first word and one without."""
    return np.array([np.flatnonzero(labels.states[:, 0] == state)[0] for state in (0, 1)])
