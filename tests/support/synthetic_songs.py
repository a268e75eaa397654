"""Tiny songs for tests of training: spectrograms with bands in them, tags that name the bands.

No sound is decoded: the features lie in the cache, as they do after an import.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import torch

from core.features.cache import FeatureCache
from core.features.recipe import RECIPES
from core.features.spectrogram import LogMel
from core.jobs import SILENT, JobContext
from core.library.records import Labels
from core.models.card import ModelCard
from core.models.checkpoint import load_checkpoint, save_checkpoint
from core.models.choi_lstm import ChoiConfig, ChoiLstm
from core.training.config import FinetuneRequest, LearningRate, Schedule
from core.training.finetune import finetune
from core.training.finetune_records import FinetuneResult
from core.training.loop import OnEpoch

TAGS = ("low", "high", "rising")
TINY = ChoiConfig(
    n_tags=2, n_mels=96, n_frames=64, channels=(6, 8), pools=((4, 4), (4, 2)),
    hidden=16, classifier_hidden=16,
)  # fmt: skip
RECIPE = RECIPES["thesis"]
BRISK = Schedule(LearningRate(1e-3, 1000), LearningRate(1e-3, 1000), LearningRate(5e-3, 1000))


def spectrogram(number: int, states: np.ndarray) -> np.ndarray:
    """Make a spectrogram, (96, about 150), that has the bands its tags name."""
    generator = np.random.default_rng(number)
    values = generator.normal(-12, 1, (96, 140 + number % 20)).astype(np.float32)
    if states[0]:
        values[5:25] += 6
    if states[1]:
        values[60:80] += 6
    if states[2]:
        values[30:50] += np.linspace(-4, 8, values.shape[1])
    return values


def synthetic_labels(cache: FeatureCache, n_songs: int = 40) -> Labels:
    """Label songs of n_songs / 2 artists, all judged on all tags; their features are cached."""
    states = np.random.default_rng(7).integers(0, 2, (n_songs, len(TAGS))).astype(np.int8)
    hashes = tuple(f"{number:032x}" for number in range(n_songs))
    for number, audio_hash in enumerate(hashes):
        cache.put(LogMel(spectrogram(number, states[number]), RECIPE, audio_hash))
    return Labels(
        song_ids=np.arange(1, n_songs + 1),
        audio_hashes=hashes,
        paths=tuple(Path(f"/music/{number}.flac") for number in range(n_songs)),
        artists=tuple(f"Artist {number // 2}" for number in range(n_songs)),
        tag_ids=np.arange(11, 11 + len(TAGS)),
        tag_names=TAGS,
        states=states,
        codebook_version=1,
        digest="snapshot",
    )


def parent_file(folder: Path, words: tuple[str, ...] = ("low", "brass")) -> Path:
    """Save a tiny network that predicts two tags, badly."""
    torch.manual_seed(1)
    card = ModelCard("parent", "choi_lstm", asdict(TINY), RECIPE, words, licence="CC0")
    return save_checkpoint(folder, card, ChoiLstm(TINY))


@dataclass(frozen=True, slots=True)
class LearningRound:
    """All that fine-tuning takes; the parent as a file, loaded anew for each run."""

    request: FinetuneRequest
    labels: Labels
    parent_path: Path
    cache: FeatureCache

    def run(
        self, on_epoch: OnEpoch = lambda _report: None, job: JobContext = SILENT
    ) -> FinetuneResult:
        """Fine-tune on the processor."""
        parent = load_checkpoint(self.parent_path)
        return finetune(self.request, self.labels, parent, self.cache, on_epoch, job)

    def with_request(self, **changes: Any) -> LearningRound:
        """Change fields of the request."""
        return replace(self, request=replace(self.request, **changes))


def make_round(
    home: Path, labels: Labels, depth: str = "temporal", epochs: int = 6
) -> LearningRound:
    """Make a round of learning from a tiny parent, in a temporary home."""
    request = FinetuneRequest(
        name="my ear", parent_name="parent", depth=depth, epochs=epochs, seed=3,
        models_folder=home / "models", schedule=BRISK,
    )  # fmt: skip
    parent_path, cache = parent_file(home / "parents"), FeatureCache(home / "cache")
    return LearningRound(request, labels, parent_path, cache)
