"""MFCC + LSTM, the thesis's best: as a black box, fine-tuned, and from scratch.

Sankaran 2017, algorithm 24 and table 4.9.
"""

from __future__ import annotations

from dataclasses import replace

from core.features.recipe import RECIPES
from core.models.mfcc_lstm import COMPACT, MfccLstm, MfccLstmConfig
from core.systems.gradient_training import LSTM_SOURCE, LSTM_TARGET, Regime
from core.systems.network_origins import Blueprint, FromScratch, FromSource, SourceTask
from core.systems.network_system import ALL, TRAINED, NetworkSystem
from core.training.config import Depth

STATES_PER_PASS, MOST_SEGMENTS = 4096, 8  # about 200 MB; the job is looked at within a pass


def mfcc_lstm_blueprint(config: MfccLstmConfig = COMPACT) -> Blueprint:
    """Return the network in some size."""
    return Blueprint(
        f"mfcc_lstm {replace(config, n_tags=1)}",
        RECIPES["thesis"],
        lambda n_tags: MfccLstm(replace(config, n_tags=n_tags)),
        segments_per_pass=max(1, min(MOST_SEGMENTS, STATES_PER_PASS // config.hidden)),
        title=f"MFCC + LSTM of {config.hidden}, dropout {config.dropout:g}",
    )


def black_box_mfcc_lstm(
    task: SourceTask, config: MfccLstmConfig = COMPACT, source_regime: Regime = LSTM_SOURCE
) -> NetworkSystem:
    """Return both LSTMs as a source task left them, and a perceptron that learns."""
    origin = FromSource(mfcc_lstm_blueprint(config), task, source_regime)
    return NetworkSystem("mfcc-lstm-classifier", origin, TRAINED[Depth.CLASSIFIER], LSTM_TARGET)


def fine_tuned_mfcc_lstm(
    task: SourceTask, config: MfccLstmConfig = COMPACT, source_regime: Regime = LSTM_SOURCE
) -> NetworkSystem:
    """Return both LSTMs and a perceptron that learn, from where a source task left the LSTMs."""
    origin = FromSource(mfcc_lstm_blueprint(config), task, source_regime)
    return NetworkSystem("mfcc-lstm-everything", origin, ALL, LSTM_TARGET)


def mfcc_lstm_from_scratch(
    config: MfccLstmConfig = COMPACT, regime: Regime = LSTM_SOURCE
) -> NetworkSystem:
    """Return the network with fresh weights: what the target's songs alone can teach it."""
    return NetworkSystem("mfcc-lstm-scratch", FromScratch(mfcc_lstm_blueprint(config)), ALL, regime)
