"""Systems that learn a source task first: at every depth, and without training it twice."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
import torch

from core.features.cache import FeatureCache
from core.jobs import SILENT
from core.library.records import Labels
from core.models.choi_lstm import ChoiConfig
from core.models.mfcc_lstm import MfccLstmConfig
from core.systems.bag_of_frames import BagOfFrames
from core.systems.cnn_lstm import AT_DEPTH, choi_blueprint
from core.systems.gradient_training import Regime
from core.systems.kept_weights import read_training
from core.systems.mfcc_lstm import mfcc_lstm_blueprint
from core.systems.network_origins import FromSource, SourceTask
from core.systems.network_system import FittedNetwork
from core.systems.song_views import SongViews, song_files
from core.systems.source_systems import SourceSegments
from core.training.config import LearningRate, Schedule

TINY_CNN = ChoiConfig(
    n_frames=64, channels=(2, 3, 3), pools=((4, 4), (4, 4), None), hidden=6, lstm_layers=2,
    classifier_hidden=6,
)  # fmt: skip
TINY_LSTM = MfccLstmConfig(n_frames=64, n_cepstra=12, hidden=6, classifier_hidden=6)
QUICK = LearningRate(1e-2, 1000)
SHORT = Regime(Schedule(QUICK, QUICK, QUICK, train_norm=True), epochs=2)


def fresh(task: SourceTask) -> SourceTask:
    """The same task for another process, which has trained nothing yet."""
    return SourceTask(task.songs, task.name, task.seed)


def test_what_a_source_task_taught_is_found_again_after_a_kill(
    views: SongViews, task: SourceTask
) -> None:
    for blueprint in (choi_blueprint(TINY_CNN), mfcc_lstm_blueprint(TINY_LSTM)):
        first = FromSource(blueprint, task, SHORT)
        weights = first.weights(views, SILENT)
        assert weights
        assert task.spent_s > 0.0
        again = FromSource(blueprint, fresh(task), SHORT)
        found = again.weights(views, SILENT)
        assert again.task.spent_s == 0.0
        assert found is not None
        assert list(found) == list(weights)
        for name, value in weights.items():
            assert found[name].dtype == value.dtype
            assert torch.equal(found[name], value)
        (kept,), (trained,) = again.task.trainings.values(), list(task.trainings.values())[-1:]
        assert kept.n_validation == trained.n_validation
        assert (kept.wauc is None) == (trained.wauc is None)


def test_another_regime_seed_or_task_is_trained_anew(views: SongViews, task: SourceTask) -> None:
    blueprint = choi_blueprint(TINY_CNN)
    FromSource(blueprint, task, SHORT).weights(views, SILENT)
    seeded = SourceTask(task.songs, task.name, seed=1)
    states = task.songs.states.copy()
    states[0, 0] = -1
    judged_less = SourceTask(replace(task.songs, states=states), task.name)
    longer = replace(SHORT, epochs=1)
    for other, regime in ((seeded, SHORT), (judged_less, SHORT), (fresh(task), longer)):
        FromSource(blueprint, other, regime).weights(views, SILENT)
        assert other.spent_s > 0.0


def test_weights_of_another_size_or_none_are_not_taken(
    views: SongViews, task: SourceTask, tmp_path_factory: pytest.TempPathFactory
) -> None:
    blueprint = choi_blueprint(TINY_CNN)
    FromSource(blueprint, task, SHORT).weights(views, SILENT)
    key = f"{task.seed} {blueprint.name} {SHORT}"
    assert read_training(views.cache, task.digest, key, blueprint.build(1)) is not None
    larger = choi_blueprint(replace(TINY_CNN, hidden=7)).build(1)
    assert read_training(views.cache, task.digest, key, larger) is None
    empty = FeatureCache(tmp_path_factory.mktemp("empty"))
    assert read_training(empty, task.digest, key, blueprint.build(1)) is None


@pytest.mark.parametrize("depth", AT_DEPTH)
def test_what_is_deeper_than_the_depth_stays_as_the_source_task_left_it(
    depth: str, views: SongViews, target: Labels, task: SourceTask
) -> None:
    origin = FromSource(choi_blueprint(TINY_CNN), task, SHORT)
    weights = origin.weights(views, SILENT)
    assert weights is not None
    found = AT_DEPTH[depth](origin, replace(SHORT, epochs=1)).fit(target, views, 0)
    assert isinstance(found, FittedNetwork)
    state = found.network.state_dict()
    moved = {
        name for name, value in weights.items()
        if name.endswith(("weight", "weight_ih_l0")) and not torch.equal(state[name], value)
    }  # fmt: skip
    early, late = "reduction.blocks.0.", "reduction.blocks.2."
    assert any(name.startswith("temporal") for name in moved) == (depth != "classifier")
    assert any(name.startswith(late) for name in moved) == (depth in ("late", "everything"))
    assert any(name.startswith(early) for name in moved) == (depth == "everything")


def test_the_segments_of_a_source_cnn_make_a_bag(
    views: SongViews, target: Labels, task: SourceTask
) -> None:
    origin = FromSource(choi_blueprint(TINY_CNN), task, SHORT)
    reader = SourceSegments(origin).fit(target, views, 0)
    song = song_files(target)[0]
    assert reader(song).shape[1] == TINY_CNN.n_features
    np.testing.assert_array_equal(reader(song), SourceSegments(origin).fit(target, views, 1)(song))
    histogram = BagOfFrames(SourceSegments(origin), 4).fit(target, views, 0)(song)
    assert histogram.sum() == pytest.approx(1.0)
