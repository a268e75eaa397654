"""The linear probe: scikit-learn's logistic regression on half-whitened embeddings, out of fold."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from numpy.typing import NDArray

from core.library.records import CELL_NOT_JUDGED
from core.metrics.ranking import roc_auc_score
from core.models.probe_tagger import EmbeddingBlock
from core.training.folds import Folds, make_folds
from core.training.linear_probe import LABEL_SMOOTHING, WEAK_NO_WEIGHT, LinearProbe, ProbeSongs
from core.training.logistic import C
from core.training.whitening import fit_embedding_scaling
from tests.support.drawn_labels import bands, drawn_labels

BLOCKS = (EmbeddingBlock("hidden", 10), EmbeddingBlock("features", 30))
N_LOGITS = 4  # of the network, behind the blocks: not learned from
NO_WEAK = np.zeros(2, dtype=np.bool_)
UNSURE = -2


def drawn(n_songs: int, seed: int = 0) -> tuple[ProbeSongs, NDArray[np.int8]]:
    """Draw embeddings and two tags that depend on them."""
    rng = np.random.default_rng(seed)
    embeddings = rng.normal(0, 1, (n_songs, 40 + N_LOGITS)) * rng.uniform(0.1, 5, 40 + N_LOGITS)
    states = (embeddings[:, [1, 15]] > 0).astype(np.int8)
    reference = rng.normal(0, 1, (25, 40 + N_LOGITS))
    return ProbeSongs(embeddings.astype(np.float32), reference.astype(np.float32)), states


def by_artists(n_songs: int, n_artists: int = 20) -> Folds:
    return make_folds(drawn_labels(bands(n_artists, n_songs)), 0)


def logits_of(songs: ProbeSongs, layer: tuple[torch.Tensor, torch.Tensor]) -> NDArray[np.float64]:
    weights, bias = layer
    return (torch.from_numpy(songs.embeddings[:, :40]).double() @ weights + bias).numpy()


def test_a_probe_is_a_logistic_regression_on_scaled_embeddings_with_smoothed_labels() -> None:
    linear = pytest.importorskip("sklearn.linear_model")
    songs, states = drawn(60)
    states[:20, 1] = CELL_NOT_JUDGED
    weights, bias = LinearProbe(songs, BLOCKS, states, NO_WEAK).fit()
    assert weights.shape == (40, 2)
    every = torch.from_numpy(np.concatenate([songs.embeddings, songs.reference])[:, :40]).double()
    scaled = fit_embedding_scaling(every, BLOCKS).apply(every)[:60].numpy()
    for tag in range(2):
        judged = states[:, tag] >= 0
        inputs, yes = scaled[judged], states[judged, tag] == 1
        twice = np.concatenate([inputs, inputs])
        share = np.where(yes, 1 - LABEL_SMOOTHING / 2, LABEL_SMOOTHING / 2)
        model = linear.LogisticRegression(C=C, tol=1e-10, max_iter=10_000).fit(
            twice, np.repeat([1, 0], len(inputs)), sample_weight=np.append(share, 1 - share)
        )
        expected = scaled @ model.coef_[0] + model.intercept_[0]
        assert np.allclose(logits_of(songs, (weights, bias))[:, tag], expected, atol=0.02)


def test_what_stands_behind_the_blocks_is_not_learned_from() -> None:
    songs, states = drawn(40)
    other = songs.embeddings.copy()
    other[:, 40:] = 1e6
    first, second = (
        LinearProbe(given, BLOCKS, states, NO_WEAK).fit()
        for given in (songs, ProbeSongs(other, songs.reference))
    )
    assert torch.equal(first[0], second[0])
    assert torch.equal(first[1], second[1])


@pytest.mark.parametrize("state", [CELL_NOT_JUDGED, UNSURE])
def test_songs_without_yes_or_no_do_not_change_a_tag(state: int) -> None:
    songs, states = drawn(60)
    masked, flipped = states.copy(), states.copy()
    masked[:15, 0], flipped[:15, 0] = state, 1 - states[:15, 0]
    flipped[:15, 0] = state
    flipped[15:30, 1] = 1 - states[15:30, 1]
    first, second = (
        LinearProbe(songs, BLOCKS, judged, NO_WEAK).fit()[0] for judged in (masked, flipped)
    )
    assert torch.allclose(first[:, 0], second[:, 0], atol=1e-3)
    assert not torch.allclose(first[:, 1], second[:, 1], atol=1e-2)


def test_an_unjudged_song_is_a_weak_no_only_where_that_is_wanted_and_an_unsure_one_never() -> None:
    songs, states = drawn(60)
    states[states == 0] = CELL_NOT_JUDGED
    states[:4] = 0
    plain = logits_of(songs, LinearProbe(songs, BLOCKS, states, NO_WEAK).fit())
    weak = LinearProbe(songs, BLOCKS, states, np.array([True, False]))
    logits = logits_of(songs, weak.fit())
    unjudged = states[:, 0] == CELL_NOT_JUDGED
    assert logits[unjudged, 0].mean() < plain[unjudged, 0].mean() - 0.3
    assert np.allclose(logits[:, 1], plain[:, 1], atol=1e-2)
    unsure = np.where(states == CELL_NOT_JUDGED, UNSURE, states).astype(np.int8)
    never = logits_of(songs, LinearProbe(songs, BLOCKS, unsure, np.array([True, False])).fit())
    assert np.allclose(never, plain, atol=1e-2)


def test_a_weak_no_counts_as_much_as_its_weight_says() -> None:
    """The bias is not penalised, so what is too much and too little cancels, weighted."""
    songs, states = drawn(60)
    states[states == 0] = CELL_NOT_JUDGED
    states[:4] = 0
    logits = logits_of(songs, LinearProbe(songs, BLOCKS, states, ~NO_WEAK).fit())
    smoothed = np.where(states == 1, 1 - LABEL_SMOOTHING / 2, LABEL_SMOOTHING / 2)
    counts = np.where(states == CELL_NOT_JUDGED, WEAK_NO_WEIGHT, 1.0)
    residuals = counts * (1 / (1 + np.exp(-logits)) - smoothed)
    assert np.abs(residuals.sum(axis=0)).max() < 1e-3


def test_what_is_known_beforehand_needs_not_be_learned() -> None:
    songs, states = drawn(60)
    probe = LinearProbe(songs, BLOCKS, states, NO_WEAK)
    known = np.where(states == 1, 3.6, -3.6)
    weights, _ = probe.fit(known)
    assert float(weights.norm()) < 0.2 * float(probe.fit()[0].norm())


def test_rows_choose_the_songs_to_learn_from() -> None:
    songs, states = drawn(60)
    other = states.copy()
    other[40:] = 1 - other[40:]
    rows = np.arange(40)
    first, second = (
        LinearProbe(songs, BLOCKS, judged, NO_WEAK).fit(rows=rows)[0] for judged in (states, other)
    )
    assert torch.allclose(first, second, atol=1e-3)


def test_a_probe_can_be_taught_to_score_as_another_model() -> None:
    songs, states = drawn(60)
    wanted = 1 / (1 + np.exp(-songs.embeddings[:, [3, 20]]))
    probe = LinearProbe(songs, BLOCKS, states, NO_WEAK)
    scores = 1 / (1 + np.exp(-logits_of(songs, probe.fit_scores(wanted.astype(np.float32)))))
    assert np.abs(scores - wanted).mean() < 0.08
    assert np.corrcoef(scores.ravel(), wanted.ravel())[0, 1] > 0.95


# -- out of fold ------------------------------------------------------------------------------


def test_a_song_is_judged_by_probes_that_learned_from_no_song_of_its_artist() -> None:
    """Exchanging the decisions on an artist's songs moves them only as it moves the level of all.

    How many songs are yes is no secret, so it stays.
    """
    songs, states = drawn(60)
    folds = by_artists(60)
    mine = np.flatnonzero(folds.groups == 7)
    exchanged = states.copy()
    exchanged[mine] = states[np.roll(mine, 1)]
    assert not np.array_equal(states, exchanged)
    first, second = (
        LinearProbe(songs, BLOCKS, judged, NO_WEAK).out_of_fold_logits(folds, np.arange(2))
        for judged in (states, exchanged)
    )
    assert np.isfinite(first).all()
    moved = first - second
    assert np.abs(moved[mine] - moved[mine].mean(axis=0)).max() < 1e-2
    assert np.abs(moved - moved[mine].mean(axis=0)).max() > 0.1, "the others learned from them"


def test_out_of_fold_logits_are_scikit_learns_of_the_other_folds_brought_to_one_level() -> None:
    linear = pytest.importorskip("sklearn.linear_model")
    songs, states = drawn(60)
    folds, yes = by_artists(60), states[:, 0] == 1
    every = torch.from_numpy(np.concatenate([songs.embeddings, songs.reference])[:, :40]).double()
    scaled = fit_embedding_scaling(every, BLOCKS).apply(every)[:60].numpy()
    twice = np.concatenate([scaled, scaled])
    share = np.where(yes, 1 - LABEL_SMOOTHING / 2, LABEL_SMOOTHING / 2)
    expected, centres = np.zeros(60), []
    for numbers in folds.numbers:
        for fold in range(folds.n_folds):
            train = numbers != fold
            # Yes and no weigh as much as in all songs, whatever is left out.
            counts = train * np.where(
                yes, yes.sum() / yes[train].sum(), (~yes).sum() / (~yes)[train].sum()
            )
            weights = np.append(counts * share, counts * (1 - share))
            kept = weights > 0
            model = linear.LogisticRegression(C=C, tol=1e-9, max_iter=10_000)
            model.fit(twice[kept], np.repeat([1, 0], 60)[kept], sample_weight=weights[kept])
            logits = scaled @ model.coef_[0] + model.intercept_[0]
            centres.append(logits.mean())
            expected[~train] += (logits - logits.mean())[~train] / len(folds.numbers)
    found = LinearProbe(songs, BLOCKS, states, NO_WEAK).out_of_fold_logits(folds, np.arange(2))
    assert np.allclose(found[:, 0], expected + np.mean(centres), atol=0.03)


@pytest.mark.parametrize("n_songs", [10, 20, 50])
def test_tags_by_chance_come_out_at_chance_on_average_also_of_few_songs(n_songs: int) -> None:
    """Neither the song left out nor how many of its kind are left tells what it is."""
    songs, _ = drawn(n_songs)
    n_tags = 400
    rng = np.random.default_rng(4)
    states = (rng.random((n_songs, n_tags)).argsort(axis=0) < n_songs // 3).astype(np.int8)
    probe = LinearProbe(songs, BLOCKS, states, np.zeros(n_tags, dtype=np.bool_))
    logits = probe.out_of_fold_logits(by_artists(n_songs, 100), np.arange(n_tags))
    aucs = [roc_auc_score(states[:, tag], logits[:, tag]) for tag in range(n_tags)]
    assert np.mean([auc for auc in aucs if auc is not None]) == pytest.approx(0.5, abs=0.04)


def test_out_of_fold_logits_of_noise_promise_nothing_and_of_a_rule_much() -> None:
    songs, states = drawn(150)
    folds = by_artists(150)
    states[:, 1] = np.random.default_rng(9).integers(0, 2, 150)
    probe = LinearProbe(songs, BLOCKS, states, NO_WEAK)
    logits = probe.out_of_fold_logits(folds, np.arange(2))
    rule, noise = (roc_auc_score(states[:, tag], logits[:, tag]) for tag in range(2))
    assert rule is not None
    assert rule > 0.85
    assert noise is not None
    assert abs(noise - 0.5) < 0.15


def test_a_song_whose_tag_the_others_cannot_teach_has_no_logit() -> None:
    songs, states = drawn(40)
    states[:, 0] = 0
    states[5, 0] = 1
    folds = by_artists(40)
    logits = LinearProbe(songs, BLOCKS, states, NO_WEAK).out_of_fold_logits(folds, np.arange(2))
    together = [set(np.flatnonzero(numbers == numbers[5])) for numbers in folds.numbers]
    assert set(np.flatnonzero(np.isnan(logits[:, 0]))) == set.intersection(*together)
    assert np.isnan(logits[5, 0])
    assert np.isfinite(logits[:, 1]).all()


def test_two_songs_have_no_logit_out_of_fold_and_yet_a_probe() -> None:
    songs, _ = drawn(2)
    states = np.array([[1, 0], [0, 1]], np.int8)
    probe = LinearProbe(songs, BLOCKS, states, NO_WEAK)
    folds = make_folds(drawn_labels(("Band", "Band")), 0)
    assert np.isnan(probe.out_of_fold_logits(folds, np.arange(2))).all()
    logits = logits_of(songs, probe.fit())
    assert (logits[[0, 1], [0, 1]] > 0.5).all()
    assert (logits[[1, 0], [0, 1]] < -0.5).all()


# -- large ------------------------------------------------------------------------------------


@pytest.mark.parametrize("n_songs", [500, pytest.param(2000, marks=pytest.mark.slow)])
def test_a_collection_with_a_hundred_tags_is_learned_and_judged(n_songs: int) -> None:
    """Ten tags judged on all songs, the others on a tenth of them."""
    rng = np.random.default_rng(0)
    n_tags, blocks = 100, (EmbeddingBlock("features", 60),)
    embeddings = rng.normal(0, 1, (n_songs, 60)).astype(np.float32)
    truth = (embeddings @ rng.normal(0, 1, (60, n_tags)) > 4).astype(np.int8)
    judged = rng.random(truth.shape) < np.where(np.arange(n_tags) < 10, 1.0, 0.1)
    judged[:4], truth[:4] = True, np.array([[0], [1]] * 2)  # of every tag a yes and a no
    states = np.where(judged, truth, CELL_NOT_JUDGED).astype(np.int8)
    songs = ProbeSongs(embeddings, np.zeros((0, 60), np.float32))
    probe = LinearProbe(songs, blocks, states, np.zeros(n_tags, dtype=np.bool_))
    weights, bias = probe.fit()
    assert torch.isfinite(weights).all()
    logits = (torch.from_numpy(embeddings).double() @ weights + bias).numpy()
    assert ((logits > 0) == (truth == 1))[judged].mean() > 0.95
    folds = make_folds(drawn_labels(bands(300, n_songs)), 0)
    out_of_fold = probe.out_of_fold_logits(folds, np.arange(n_tags))
    assert np.isfinite(out_of_fold).all()
    aucs = [roc_auc_score(truth[:, tag], out_of_fold[:, tag]) or 0.0 for tag in range(n_tags)]
    assert np.mean(aucs[:10]) > 0.85
    assert np.mean(aucs) > 0.65
