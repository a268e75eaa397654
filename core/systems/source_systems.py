"""The thesis's transfer: systems whose networks learn a source task before the user's songs.

Sankaran 2017, tables 4.4 to 4.10. Rates are those of the thesis, sizes and lengths can be set, as
its own take a graphics card.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np

from core.features.analyse import ensure_log_mel
from core.jobs import SILENT, JobContext
from core.library.records import Labels
from core.models.mfcc_lstm import COMPACT as COMPACT_MFCC
from core.models.probe_form import embedding_key
from core.models.reduce_song import SongInput, filled, reduce_song
from core.models.segments import song_starts
from core.systems.bag_of_frames import BagOfFrames
from core.systems.cnn_lstm import AT_DEPTH, SIZES, choi_blueprint
from core.systems.frames import FrameReader
from core.systems.gradient_training import LSTM_SOURCE, LSTM_TARGET, SOURCE, TARGET, Regime
from core.systems.mfcc_lstm import mfcc_lstm_blueprint
from core.systems.network_origins import FromSource, SourceTask
from core.systems.network_system import ALL, TRAINED, NetworkSystem, network_with, reading_model
from core.systems.perceptron import Scaling, TwoLayerPerceptron
from core.systems.song_views import Frames, SongFile, SongViews
from core.systems.system import System
from core.systems.vector_system import VectorSystem
from core.training.config import Depth, LearningRate

Value = bool | int | float | str
Parameters = Mapping[str, Value]

# At most: what processors allow. The target has fewer songs, so an epoch has fewer batches; but
# one of the MFCC LSTM, which steps through every frame, takes ten times as long.
SOURCE_EPOCHS, MFCC_EPOCHS, CNN_EPOCHS = 20, 20, 40
BATCH_SIZE = 4  # as many batches as so few epochs of so few songs allow
MFCC_DEPTHS = {"classifier": TRAINED[Depth.CLASSIFIER], "everything": ALL}


def source_mfcc_lstm(parameters: Parameters, task: SourceTask) -> System:
    """Return MFCC + LSTM, a black box or fine-tuned: algorithm 24, tables 4.4 and 4.9."""
    sizes = replace(
        COMPACT_MFCC, hidden=int(parameters["hidden"]), dropout=float(parameters["dropout"])
    )
    source_regime = _of_length(LSTM_SOURCE, parameters["source_epochs"])
    origin = FromSource(mfcc_lstm_blueprint(sizes), task, source_regime)
    regime = _of_length(LSTM_TARGET, parameters["epochs"])
    return NetworkSystem("mfcc-lstm", origin, MFCC_DEPTHS[str(parameters["depth"])], regime)


def source_cnn_lstm(parameters: Parameters, task: SourceTask) -> System:
    """Return CNN + LSTM of a source task at a depth: algorithm 25, tables 4.5 to 4.8 and 4.10."""
    regime = _with_rates(TARGET, float(parameters["early"]), float(parameters["late"]))
    regime = _of_length(regime, parameters["epochs"])
    system = AT_DEPTH[str(parameters["depth"])](cnn_origin(parameters, task), regime)
    return replace(system, name="source-cnn-lstm")


def source_cnn_bof(parameters: Parameters, task: SourceTask) -> System:
    """Return a bag of the segments of a source task's CNN: the first row of table 4.10."""
    bag = BagOfFrames(SourceSegments(cnn_origin(parameters, task)), int(parameters["centres"]))
    scaling: Scaling = "even" if parameters["scaling"] == "even" else "standard"
    perceptron = TwoLayerPerceptron(int(parameters["hidden"]), scaling=scaling)
    return VectorSystem("source-cnn-bof", bag, perceptron)


def cnn_origin(parameters: Parameters, task: SourceTask) -> FromSource:
    """Return the CNN + LSTM that learns a source task first: one for the same sizes and rates."""
    blueprint = choi_blueprint(SIZES[str(parameters["sizes"])])
    early, late = float(parameters["source_early"]), float(parameters["source_late"])
    regime = _of_length(_with_rates(SOURCE, early, late), parameters["source_epochs"])
    return FromSource(blueprint, task, regime)


def _of_length(regime: Regime, epochs: Value) -> Regime:
    schedule = replace(regime.schedule, batch_size=BATCH_SIZE)
    return replace(regime, schedule=schedule, epochs=int(epochs))


def _with_rates(regime: Regime, early: float, late: float) -> Regime:
    """Set the rates of layers 1 and 2 and of layers 3 to 5; their steps stay."""
    schedule = regime.schedule
    early_rate = LearningRate(early, schedule.early.step)
    late_rate = LearningRate(late, schedule.late.step)
    return replace(regime, schedule=replace(schedule, early=early_rate, late=late_rate))


@dataclass(frozen=True, slots=True)
class SourceSegments:
    """A FrameSource: what a CNN of a source task makes of each segment (section 3.2.3)."""

    origin: FromSource

    def fit(
        self, songs: Labels, views: SongViews, seed: int, job: JobContext = SILENT
    ) -> FrameReader:
        """See FrameSource. Nothing is learned from these songs."""
        del songs, seed
        weights = self.origin.weights(views, job)
        network = network_with(self.origin.network, 1, 0, weights)
        reader = reading_model(self.origin.network, network, views.model.device)
        key = f"segments-{embedding_key(reader)}"

        def segments(song: SongFile) -> Frames:
            def reduced() -> Frames:
                recipe = reader.card.recipe
                log_mel = ensure_log_mel(song.path, song.audio_hash, recipe, views.cache, job)
                whole = filled(reader, SongInput(log_mel))
                starts = song_starts(
                    whole.n_frames, network.segment_frames, network.layout, network.hop_frames
                )
                return reduce_song(reader, whole, starts, job)

            return np.asarray(views.kept(song, key, reduced), dtype=np.float32)

        return segments
