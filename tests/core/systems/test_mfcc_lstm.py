"""MFCC + LSTM: learns a plain difference, from a source task or from scratch, and stays put."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
import torch

from core.errors import TrainingError
from core.jobs import SILENT, Cancelled
from core.library.records import Labels
from core.metrics.ranking import roc_auc_score
from core.models.mfcc_lstm import MfccLstmConfig
from core.systems.gradient_training import Regime
from core.systems.mfcc_lstm import (
    black_box_mfcc_lstm,
    fine_tuned_mfcc_lstm,
    mfcc_lstm_from_scratch,
)
from core.systems.network_origins import SourceTask
from core.systems.network_system import FittedNetwork, NetworkSystem
from core.systems.song_views import SongViews
from core.training.config import LearningRate, Schedule
from core.training.labels import select_songs

TINY = MfccLstmConfig(n_frames=64, n_cepstra=12, hidden=12, classifier_hidden=12, dropout=0.1)
QUICK = LearningRate(1e-2, 1000)
REGIME = Regime(Schedule(QUICK, QUICK, QUICK, train_norm=True), epochs=8)
SHORT = replace(REGIME, epochs=2)
LOW = 0


def fitted(system: NetworkSystem, songs: Labels, views: SongViews, seed: int = 0) -> FittedNetwork:
    found = system.fit(songs, views, seed)
    assert isinstance(found, FittedNetwork)
    return found


def auc(scores: np.ndarray, songs: Labels) -> float:
    found = roc_auc_score(songs.states[:, LOW], scores[:, LOW])
    assert found is not None
    return found


def with_regime(system: NetworkSystem, regime: Regime) -> NetworkSystem:
    return replace(system, regime=regime)


def test_a_plain_difference_is_learned_from_scratch(
    views: SongViews, target: Labels, task: SourceTask
) -> None:
    scores = fitted(mfcc_lstm_from_scratch(TINY, REGIME), target, views).scores(task.songs)
    assert scores.shape == (20, 3)
    assert auc(scores, task.songs) > 0.85


def test_a_black_box_stays_as_the_source_task_left_it_and_is_learned_on(
    views: SongViews, target: Labels, task: SourceTask
) -> None:
    system = black_box_mfcc_lstm(task, TINY, REGIME)
    found = fitted(with_regime(system, REGIME), target, views)
    weights = system.origin.weights(views, SILENT)
    assert weights is not None
    state = found.network.state_dict()
    assert all(torch.equal(state[name], value) for name, value in weights.items())
    assert auc(found.scores(target), target) > 0.85


def test_a_source_task_is_trained_on_once_for_all_systems_that_share_it(
    views: SongViews, target: Labels, task: SourceTask
) -> None:
    black_box = with_regime(black_box_mfcc_lstm(task, TINY, SHORT), SHORT)
    tuned = with_regime(fine_tuned_mfcc_lstm(task, TINY, SHORT), SHORT)
    first = black_box.origin.weights(views, SILENT)
    found = fitted(tuned, target, views)
    assert tuned.origin.weights(views, SILENT) is first
    assert first is not None
    state = found.network.state_dict()
    changed = {name for name, value in first.items() if not torch.equal(state[name], value)}
    assert {"reduction.lstm.weight_hh_l0", "temporal.lstm.weight_hh_l0"} <= changed


def test_the_same_songs_and_seed_give_the_same_scores_in_whatever_order(
    views: SongViews, target: Labels
) -> None:
    system = mfcc_lstm_from_scratch(TINY, SHORT)
    turned = select_songs(target, np.arange(20)[::-1].copy())
    scores = fitted(system, target, views).scores(target)
    np.testing.assert_array_equal(fitted(system, turned, views).scores(turned)[::-1], scores)
    assert (fitted(system, target, views, seed=1).scores(target) != scores).any()


def test_tags_without_a_yes_or_a_no_have_no_score(views: SongViews, target: Labels) -> None:
    states = target.states.copy()
    states[states[:, 1] == 0, 1] = -2
    songs = replace(target, states=states)
    scores = fitted(mfcc_lstm_from_scratch(TINY, SHORT), songs, views).scores(songs)
    assert np.isnan(scores[:, 1]).all()
    assert np.isfinite(scores[:, [0, 2]]).all()
    nothing = mfcc_lstm_from_scratch(TINY, SHORT).fit(
        replace(target, states=np.ones_like(states)), views, 0
    )
    assert np.isnan(nothing.scores(target)).all()


def test_one_song_is_too_few(views: SongViews, target: Labels) -> None:
    with pytest.raises(TrainingError) as error:
        mfcc_lstm_from_scratch(TINY, SHORT).fit(select_songs(target, np.array([0])), views, 0)
    assert error.value.id == "systems.too_few_songs"


class Job:
    """A job that counts its looks, and is cancelled after some."""

    def __init__(self, n_looks: float = np.inf) -> None:
        self.n_looks, self.done = n_looks, 0

    def report(self, done: float, total: float, what: str = "") -> None:
        """Ignore the report."""

    def check(self) -> None:
        """Count."""
        self.done += 1
        if self.done > self.n_looks:
            raise Cancelled


def test_a_cancel_ends_the_training_wherever_it_is(views: SongViews, target: Labels) -> None:
    system, whole = mfcc_lstm_from_scratch(TINY, SHORT), Job()
    system.fit(target, views, 0, whole)
    for n_looks in (0, whole.done // 3, 2 * whole.done // 3, whole.done - 1):
        with pytest.raises(Cancelled):
            system.fit(target, views, 0, Job(n_looks))
