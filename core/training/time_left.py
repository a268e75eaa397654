"""How long fine-tuning will take: a first guess before it begins, and what is left on the way."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from core.library.records import ModelRow
from core.models.model_records import network_name
from core.training.config import Depth

LISTENING_RATE = 300.0  # times real time: a network on two cores, from the files
START_S, PROBE_S, EPOCH_S = 1.0, 0.006, 0.15  # in all; a song; a song and epoch of gradients
TRUSTED_SHARE = 0.25  # of the work, from which on its own pace alone counts


@dataclass(frozen=True, slots=True)
class LearningTask:
    """What is to be learned. new_music_s: seconds that the parent knows nothing of yet."""

    architecture: str
    depth: str
    n_songs: int
    epochs: int
    new_music_s: float = 0.0


def expected_s(task: LearningTask, models: Iterable[ModelRow] = ()) -> float:
    """Guess how long it takes, in seconds: as the last time of its kind, if there was one."""
    listening_s = task.new_music_s / LISTENING_RATE
    for row in sorted(models, key=lambda row: -row.id):
        pace_s = _song_pace_s(row, task)
        if pace_s:
            return listening_s + max(pace_s * task.n_songs, START_S)
    deep = task.depth not in (Depth.AUTOMATIC, Depth.CLASSIFIER)
    epochs_s = task.n_songs * task.epochs * EPOCH_S if deep else 0.0
    return START_S + listening_s + task.n_songs * PROBE_S + epochs_s


def time_left_s(expected: float, elapsed: float, fraction: float) -> float:
    """Estimate the seconds left: by the guess at first, the more is done the more by its pace.

    fraction: of the work, 0 to 1.
    """
    guess = max(expected - elapsed, 0.0)
    if fraction <= 0.0:
        return guess
    own = elapsed * (1.0 - min(fraction, 1.0)) / fraction
    trust = min(fraction / TRUSTED_SHARE, 1.0)
    return trust * own + (1.0 - trust) * guess


def _song_pace_s(row: ModelRow, task: LearningTask) -> float:
    """Return how many seconds a song took when a model was learned in the same way; else 0."""
    settings = row.provenance.get("settings") or {}
    seconds, n_train = settings.get("seconds"), row.metrics.get("n_train")
    alike = (
        row.learned_here
        and row.architecture == network_name(task.architecture)
        and settings.get("depth_chosen") == task.depth
    )
    if not isinstance(seconds, int | float) or not isinstance(n_train, int) or n_train < 1:
        return 0.0
    return seconds / n_train if alike else 0.0
