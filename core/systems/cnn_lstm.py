"""CNN + LSTM at every depth of supervision: what is a black box, and what is fine-tuned.

Sankaran 2017, tables 4.7, 4.8 and 4.10. The network is the user's model, such as the starter, or
Choi's CNN with an LSTM (algorithm 25) in any size, trained on a source task.
"""

from __future__ import annotations

from dataclasses import replace

from core.features.recipe import RECIPES
from core.models.choi_lstm import PRESETS, STARTER, ChoiConfig, ChoiLstm
from core.models.dct_filters import begin_with_dct
from core.systems.gradient_training import SOURCE, TARGET, Regime
from core.systems.network_origins import Blueprint, FromModel, FromScratch, Origin
from core.systems.network_system import ALL, TRAINED, NetworkSystem
from core.training.config import Depth, LearningRate, Schedule
from core.training.sources import SEGMENTS_PER_PASS

FROM_MODEL = FromModel()
COMPACT = replace(STARTER, channels=(8, 16, 16, 24, 32), hidden=64, classifier_hidden=64)
SIZES = {"compact": COMPACT, **PRESETS}
SMALL_SEGMENTS_PER_PASS = 4  # more steady batch norms; a pass is still short


def choi_blueprint(config: ChoiConfig = STARTER, *, with_dct: bool = False) -> Blueprint:
    """Return Choi's CNN with an LSTM in some size; choi_lstm.THESIS is the thesis's own.

    with_dct: the filters of the first layer begin as cosines.
    """

    def build(n_tags: int) -> ChoiLstm:
        network = ChoiLstm(replace(config, n_tags=n_tags))
        if with_dct:
            begin_with_dct(network.reduction)
        return network

    beginning = "cosines" if with_dct else "random"
    name = f"choi_lstm {beginning} {replace(config, n_tags=1)}"
    is_small = max(config.channels) <= max(STARTER.channels)
    per_pass = SMALL_SEGMENTS_PER_PASS if is_small else SEGMENTS_PER_PASS
    maps = "-".join(map(str, config.channels))
    title = f"CNN of {maps} maps + LSTM of {config.hidden}"
    return Blueprint(name, RECIPES["thesis"], build, per_pass, title)


def black_box_cnn_lstm(origin: Origin = FROM_MODEL, regime: Regime = TARGET) -> NetworkSystem:
    """Return a CNN and an LSTM as they are, and a perceptron that learns."""
    return NetworkSystem("cnn-lstm-classifier", origin, TRAINED[Depth.CLASSIFIER], regime)


def black_box_cnn(origin: Origin = FROM_MODEL, regime: Regime = TARGET) -> NetworkSystem:
    """Return a CNN as it is, and an LSTM and a perceptron that learn."""
    return NetworkSystem("cnn-lstm-temporal", origin, TRAINED[Depth.TEMPORAL], regime)


def fine_tuned_cnn_lstm(origin: Origin = FROM_MODEL, regime: Regime = TARGET) -> NetworkSystem:
    """Return a network of which everything learns, layers 1 and 2 at a tenth of the CNN's rate."""
    return NetworkSystem("cnn-lstm-everything", origin, ALL, regime)


def late_tuned_cnn_lstm(origin: Origin = FROM_MODEL, regime: Regime = TARGET) -> NetworkSystem:
    """Return a network of which all but layers 1 and 2 of the CNN learns (table 4.7)."""
    frozen_early = replace(regime, schedule=with_frozen_early(regime.schedule))
    return NetworkSystem("cnn-lstm-late", origin, ALL, frozen_early)


def cnn_lstm_from_scratch(
    blueprint: Blueprint | None = None, regime: Regime = SOURCE
) -> NetworkSystem:
    """Return the network with fresh weights: what the target's songs alone can teach it."""
    origin = FromScratch(blueprint or choi_blueprint())
    return NetworkSystem("cnn-lstm-scratch", origin, ALL, regime)


AT_DEPTH = {
    "classifier": black_box_cnn_lstm,
    "temporal": black_box_cnn,
    "late": late_tuned_cnn_lstm,
    "everything": fine_tuned_cnn_lstm,
}


def with_frozen_early(schedule: Schedule) -> Schedule:
    """Return a schedule by which layers 1 and 2 stay as they are."""
    return replace(schedule, early=LearningRate(0.0, schedule.early.step))
