"""The few seconds of a song that speak most for a word, or against it, found by covering them.

Windows of a model are long, and an event may lie anywhere in one. Within the strongest window short
pieces are covered, one after the other and overlapping; what is missed most is what spoke.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from core.features.spectrogram import LogMel
from core.jobs import SILENT, JobContext
from core.models.checkpoint import to_inference
from core.models.occlusion import CoveredSound, Patches, occlusion
from core.models.probe_form import probe_form, with_layer
from core.models.reduce_song import SongInput
from core.models.saliency_records import Span
from core.models.saliency_song import region_of

if TYPE_CHECKING:
    from core.models.checkpoint import TaggingModel

PIECE_S, STEP_S = 2.0, 0.5  # of what is covered at once
MOST_PIECES = 60  # covered, each is a window through the network
LEAST_REGION_S = 10.0  # in which is looked; a longer window is looked at whole
LEAST_S, MOST_S = 2.0, 8.0  # of the seconds that are found
ENOUGH = 0.5  # of the highest weight: seconds of at least this belong to them

Values = NDArray[np.float64]
Head = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class EvidenceSpan:
    """Seconds of a song, the score around them, and what it would be without them, 0 to 1."""

    start_s: float
    end_s: float
    score: float
    score_without: float

    @property
    def span_s(self) -> Span:
        """From and to."""
        return self.start_s, self.end_s


def evidence_span(
    model: TaggingModel,
    song: LogMel | SongInput,
    word: str,
    window_s: Span,
    job: JobContext = SILENT,
    *,
    most: bool = True,
) -> EvidenceSpan | None:
    """Find the seconds of a window that speak most for a word, or against it.

    window_s: from and to, that of the taggram where the word scores highest or lowest. None where
    no part of it speaks so. Raises ModelError where the network takes no spectrogram, SoundError
    where nothing sounds, ValueError for an unknown word; Cancelled.
    """
    log_mel = song.log_mel if isinstance(song, SongInput) else song
    duration_s = log_mel.recipe.seconds_of(log_mel.values.shape[1])
    region = widened(window_s, duration_s)
    step_s = max(STEP_S, (region[1] - region[0] - PIECE_S) / MOST_PIECES)
    patches = Patches(n_mels=len(log_mel.values), seconds=PIECE_S, step_s=step_s)
    found = occlusion(model, song, word, region, patches, job)
    weights = found.values.mean(axis=0, dtype=np.float64) * (1 if most else -1)
    first, last = (round(second / found.frame_s) for second in region)
    inside = strongest_part(weights[first:last], found.frame_s)
    if inside is None:
        return None
    sound = CoveredSound(model, region_of(model, song, region), word, job)
    frames = sound.n_frames_of(inside[0]), sound.n_frames_of(inside[1])
    (loss,) = sound.losses(frames, patches).tolist()
    start_s, end_s = region[0] + inside[0], min(region[0] + inside[1], duration_s)
    return EvidenceSpan(start_s, end_s, _score(sound.logit), _score(sound.logit - loss))


def with_head(model: TaggingModel, word: str, head: tuple[Head, float] | None) -> TaggingModel:
    """Return a model of one word: a weight (n_inputs,) and a bias on the network's embeddings.

    Without a head the model as it is.
    """
    if head is None:
        return model
    probe, (weight, bias) = probe_form(model), head
    card = replace(probe.card, words=(word,), sizes={**probe.card.sizes, "n_tags": 1})
    network = with_layer(probe, card, weight[None], np.array([bias], np.float32))
    return to_inference(card, network, model.device)


def widened(window_s: Span, duration_s: float) -> Span:
    """Return a window, or LEAST_REGION_S around its middle, inside a song of so many seconds."""
    length = min(max(window_s[1] - window_s[0], LEAST_REGION_S), duration_s)
    start_s = (window_s[0] + window_s[1] - length) / 2.0
    start_s = min(max(0.0, start_s), duration_s - length)
    return start_s, start_s + length


def strongest_part(weights: Values, frame_s: float) -> Span | None:
    """Return the seconds around the highest weight, (n,), as long as weights are near to it.

    At least LEAST_S, at most MOST_S: it grows to the heavier side. None where nothing is above 0.
    """
    if not len(weights) or weights.max() <= 0.0:
        return None
    peak = np.flatnonzero(weights >= weights.max() * (1.0 - 1e-6))
    best = int(peak[len(peak) // 2])  # of equal ones the middle
    first, last = best, best + 1
    least, most = (max(1, round(seconds / frame_s)) for seconds in (LEAST_S, MOST_S))
    enough = ENOUGH * float(weights.max())
    while last - first < min(most, len(weights)):
        below = weights[first - 1] if first > 0 else -np.inf
        above = weights[last] if last < len(weights) else -np.inf
        if max(below, above) < enough and last - first >= least:
            break
        is_below = below > above or (below == above and best - first <= last - 1 - best)
        first, last = (first - 1, last) if is_below else (first, last + 1)
    return first * frame_s, last * frame_s


def _score(logit: float) -> float:
    return float(1.0 / (1.0 + np.exp(-np.clip(logit, -40.0, 40.0))))
