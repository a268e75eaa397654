"""Songs as they are and deformed, as a model or a system takes them; nothing of it is cached.

One sound is in memory at a time. What is measured of them is robustness.py's business; a plan that
compares systems takes the features or the embeddings from here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from core.audio.deformations import Condition, deform
from core.audio.whole_sound import Sound, read_sound
from core.evaluation.robustness_records import MOST_S
from core.features.recipe import FeatureRecipe
from core.features.sound_features import sound_features
from core.jobs import SILENT, JobContext

if TYPE_CHECKING:
    from core.features.spectrogram import LogMel
    from core.models.checkpoint import TaggingModel
    from core.models.reduce_song import SongInput

Samples = NDArray[np.float32]
Scores = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class DeformedSound:
    """Samples float32 (n, 1 or 2) at rate_hz. condition: None for the song as it is.

    is_whole: whether it was made of all of the song, and not only of its middle.
    """

    condition: Condition | None
    samples: Samples
    rate_hz: int
    is_whole: bool

    def features(self, recipes: Sequence[FeatureRecipe]) -> tuple[LogMel, ...]:
        """Compute its features by each recipe, as those of a file would be."""
        return sound_features(self.samples, self.rate_hz, recipes)


def deformed_sounds(
    path: Path,
    audio_hash: str,
    conditions: Sequence[Condition],
    *,
    most_s: float = MOST_S,
    seed: int = 0,
    job: JobContext = SILENT,
) -> Iterator[DeformedSound]:
    """Yield a known song as it is, and then under every condition, in order.

    Of a song longer than most_s its middle. Raises AudioError, also where the file holds another
    sound now or a program is missing; Cancelled.
    """
    sound = read_sound(path, audio_hash, most_s, job)
    yield DeformedSound(None, sound.samples, sound.rate_hz, sound.is_whole)
    for condition in conditions:
        job.check()
        yield deformed_sound(sound, condition, seed, job)


def deformed_sound(
    sound: Sound, condition: Condition, seed: int = 0, job: JobContext = SILENT
) -> DeformedSound:
    """Deform a sound that was read. Raises AudioError where a program is missing, Cancelled."""
    samples = deform(sound.samples, sound.rate_hz, condition, seed, job)
    return DeformedSound(condition, samples, sound.rate_hz, sound.is_whole)


def model_input(model: TaggingModel, samples: Samples, rate_hz: int) -> SongInput:
    """Return what a model is given of float32 (n,) or (n, channels): all its log-mels."""
    from core.models.probe_form import side_recipes
    from core.models.reduce_song import SongInput

    recipes = (model.card.recipe, *side_recipes(model.card))
    own, *sides = sound_features(samples, rate_hz, recipes)
    return SongInput(own, tuple(sides))


def score_sound(
    model: TaggingModel, samples: Samples, rate_hz: int, job: JobContext = SILENT
) -> Scores:
    """Score samples, float32 (n,) or (n, channels) at rate_hz, as a song of a file: (n_words,).

    Raises SoundError where they are silent or too short, Cancelled.
    """
    from core.models.predict import predict_song

    song = model_input(model, samples, rate_hz)
    return predict_song(model, song, taggram=False, job=job).scores


def embed_sound(
    model: TaggingModel, samples: Samples, rate_hz: int, job: JobContext = SILENT
) -> NDArray[np.float32]:
    """Embed samples by a model, as a song of a file: (n_inputs of its probe,).

    Any model is brought into probe form: give one that is, where there are many sounds. Raises
    SoundError where they are silent or too short, Cancelled.
    """
    from core.models.predict import predict_song
    from core.models.probe_form import probe_form

    model = probe_form(model)
    song = model_input(model, samples, rate_hz)
    embedding = predict_song(model, song, taggram=False, job=job).embedding
    assert embedding is not None
    return embedding
