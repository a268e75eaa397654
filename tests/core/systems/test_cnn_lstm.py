"""CNN + LSTM: at every depth of supervision what is frozen stays, and what is tuned changes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from types import SimpleNamespace

import numpy as np
import pytest
import torch

from core.errors import TrainingError
from core.features.recipe import RECIPES
from core.jobs import SILENT
from core.library.records import Labels
from core.metrics.ranking import roc_auc_score
from core.models.card import ModelCard
from core.models.choi_lstm import STARTER, THESIS
from core.models.dct_filters import dct_kernels
from core.systems.cnn_lstm import (
    black_box_cnn,
    black_box_cnn_lstm,
    choi_blueprint,
    cnn_lstm_from_scratch,
    fine_tuned_cnn_lstm,
    late_tuned_cnn_lstm,
)
from core.systems.gradient_training import Regime
from core.systems.network_origins import FromModel, FromSource, SourceTask
from core.systems.network_system import FittedNetwork, NetworkSystem
from core.systems.song_views import SongViews
from core.training.config import LearningRate, Schedule
from tests.support.synthetic_songs import TINY

QUICK = LearningRate(1e-2, 1000)
REGIME = Regime(Schedule(QUICK, QUICK, QUICK), epochs=2)
SOURCE = Regime(Schedule(QUICK, QUICK, QUICK, train_norm=True), epochs=10)


def changed_sections(system: NetworkSystem, songs: Labels, views: SongViews) -> set[str]:
    """Fit, and name the sections of the network that are not as they began."""
    found = system.fit(songs, views, 0)
    assert isinstance(found, FittedNetwork)
    weights = system.origin.weights(views, SILENT)
    assert weights is not None
    state = found.network.state_dict()
    changed = {name for name, value in weights.items() if not torch.equal(state[name], value)}
    return {name.partition(".")[0] for name in changed}


@pytest.mark.parametrize(
    ("make", "changed"),
    [
        (black_box_cnn_lstm, set()),
        (black_box_cnn, {"temporal"}),
        (fine_tuned_cnn_lstm, {"reduction", "temporal"}),
        (late_tuned_cnn_lstm, {"temporal"}),  # the tiny CNN has two layers, which are early
    ],
)
def test_what_is_frozen_stays_bit_for_bit_and_the_rest_learns(
    views: SongViews, target: Labels, make: Callable[..., NetworkSystem], changed: set[str]
) -> None:
    assert changed_sections(make(regime=REGIME), target, views) == changed


def test_a_network_trained_on_a_source_task_is_learned_on(
    views: SongViews, target: Labels, task: SourceTask
) -> None:
    origin = FromSource(choi_blueprint(TINY), task, SOURCE)
    system = black_box_cnn_lstm(origin, replace(REGIME, epochs=12))
    scores = system.fit(target, views, 0).scores(target)
    auc = roc_auc_score(target.states[:, 0], scores[:, 0])
    assert auc is not None
    assert auc > 0.85


def test_the_first_layer_may_begin_with_cosines_and_is_another_network(
    views: SongViews, task: SourceTask
) -> None:
    plain, cosines = choi_blueprint(TINY), choi_blueprint(TINY, with_dct=True)
    assert plain.name != cosines.name
    first = cosines.build(3).reduction.blocks[0].conv.weight.detach().numpy()
    np.testing.assert_allclose(first[:, 0], dct_kernels(6, 3, 3), atol=1e-6)
    brief = replace(SOURCE, epochs=1)
    one, two = (FromSource(made, task, brief).weights(views, SILENT) for made in (plain, cosines))
    assert one is not two


def test_a_large_network_passes_fewer_segments_at_a_time() -> None:
    assert choi_blueprint(THESIS).segments_per_pass < choi_blueprint(STARTER).segments_per_pass


def test_from_scratch_gives_a_score_to_every_tag(views: SongViews, target: Labels) -> None:
    system = cnn_lstm_from_scratch(choi_blueprint(TINY), replace(SOURCE, epochs=1))
    assert np.isfinite(system.fit(target, views, 0).scores(target)).all()


def test_a_model_that_scores_chunk_by_chunk_has_no_lstm_to_freeze() -> None:
    card = ModelCard(
        "chunks", "fcn+probe", {"network": {"n_tags": 2}}, RECIPES["mel96-16k"], ("a", "b")
    )
    views = SimpleNamespace(model=SimpleNamespace(card=card))
    with pytest.raises(TrainingError) as error:
        FromModel().blueprint(views)  # type: ignore[arg-type]
    assert error.value.id == "training.no_temporal"
