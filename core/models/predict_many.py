"""Many songs heard by one model; while the network is at one, the next is read from its file."""

from __future__ import annotations

from collections.abc import Generator, Iterable
from contextlib import closing

from core.errors import RhythmCapError
from core.features.cache import FeatureCache
from core.features.prefetch import KnownSong, prefetch_log_mels
from core.jobs import SILENT, JobContext
from core.models.checkpoint import TaggingModel
from core.models.predict import predict_song
from core.models.prediction_records import Predictions


def predict_songs(
    model: TaggingModel,
    songs: Iterable[KnownSong],
    cache: FeatureCache,
    job: JobContext = SILENT,
) -> Generator[Predictions | RhythmCapError, None, None]:
    """The scores of each song in turn, without taggrams, or the error that says why there are none.

    Raises Cancelled. Close it where you leave before its end.
    """
    with closing(prefetch_log_mels(songs, model.card.recipe, cache, job)) as heard:
        for log_mel in heard:
            if isinstance(log_mel, RhythmCapError):
                yield log_mel
                continue
            yield predict_song(model, log_mel, taggram=False, job=job)
