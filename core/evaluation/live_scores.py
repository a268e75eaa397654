"""Score a part of a song as it is and as it is deformed while it plays. Nothing of it is kept."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from core.audio.decode import AudioReader
from core.audio.downmix import downmix
from core.audio.playback_records import LiveDeformation
from core.audio.sound_filter import deformed
from core.errors import AudioError
from core.evaluation.live_records import LiveScores
from core.evaluation.sound_scores import score_sound
from core.jobs import SILENT, JobContext

if TYPE_CHECKING:
    from core.models.checkpoint import TaggingModel

Samples = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class LiveRequest:
    """Which seconds of which file, deformed how. model_id: of the library, passed on."""

    path: Path
    start_s: float
    end_s: float
    deformation: LiveDeformation
    model_id: int = 0

    def is_same_part(self, known: LiveScores) -> bool:
        """Whether known scores are of these seconds by this model."""
        part = (known.model_id, known.start_s, known.end_s)
        return part == (self.model_id, self.start_s, self.end_s)


def live_scores(
    model: TaggingModel,
    request: LiveRequest,
    known: LiveScores | None = None,
    job: JobContext = SILENT,
) -> LiveScores:
    """Score the seconds of a request, deformed and not.

    known: earlier scores of the same file, whose undeformed ones are taken over where they are of
    the same seconds. Raises AudioError, SoundError where they are silent or too few, Cancelled.
    """
    samples, rate_hz = _read(request)
    if known is not None and request.is_same_part(known):
        undeformed = known.undeformed
    else:
        undeformed = score_sound(model, samples, rate_hz, job)
    found = undeformed
    if not request.deformation.is_off:
        job.check()
        changed = deformed(samples, rate_hz, request.deformation, job)
        found = score_sound(model, changed, rate_hz, job)
    return LiveScores(
        request.model_id, request.start_s, request.end_s, request.deformation,
        model.words, undeformed, found,
    )  # fmt: skip


def _read(request: LiveRequest) -> tuple[Samples, int]:
    """Read the seconds of a request, (n, 1 or 2), and their rate."""
    with AudioReader(request.path) as reader:
        rate_hz = reader.info.rate_hz
        reader.seek(round(request.start_s * rate_hz))
        samples = reader.read(round((request.end_s - request.start_s) * rate_hz))
    if not len(samples):
        raise AudioError("audio.no_sound", name=request.path.name, path=request.path)
    return (downmix(samples, 2) if samples.shape[1] > 2 else samples), rate_hz
