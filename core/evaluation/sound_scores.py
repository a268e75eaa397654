"""Score a sound in memory as a song of a file is scored. Nothing of it is cached."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from core.features.sound_features import sound_features
from core.jobs import SILENT, JobContext

if TYPE_CHECKING:
    from core.models.checkpoint import TaggingModel

Samples = NDArray[np.float32]
Scores = NDArray[np.float32]


def score_sound(
    model: TaggingModel, samples: Samples, rate_hz: int, job: JobContext = SILENT
) -> Scores:
    """Score samples, float32 (n,) or (n, channels) at rate_hz, as a song of a file: (n_words,).

    Raises SoundError where they are silent or too short, Cancelled.
    """
    from core.models.predict import predict_song
    from core.models.probe_form import side_recipes
    from core.models.reduce_song import SongInput

    recipes = (model.card.recipe, *side_recipes(model.card))
    own, *sides = sound_features(samples, rate_hz, recipes)
    return predict_song(model, SongInput(own, tuple(sides)), taggram=False, job=job).scores
