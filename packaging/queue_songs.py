"""Songs for the simulation of a queue: composed, embedded by the starter, with their true tags.

Kept in a file, since composing them takes minutes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import soundfile
from numpy.typing import NDArray

from core.demo import RATE_HZ, SongPlan, compose_song, plan_songs
from core.demo.arrangement import arrange
from core.demo.truth import true_tags
from core.features.analyse import identify_song
from core.features.cache import FeatureCache
from core.models.checkpoint import TaggingModel, load_checkpoint
from core.models.predict import song_embedding
from core.models.probe_form import probe_form, probe_network
from core.models.probe_tagger import EmbeddingBlock
from core.paths import resource

MIN_YES = 0.02  # of the songs: tags that hardly any song has tell nothing


@dataclass(frozen=True, slots=True)
class EmbeddedSongs:
    """embeddings: float32 (n, width). truth: bool (n, n_tags). artists: int64 (n,)."""

    embeddings: NDArray[np.float32]
    blocks: tuple[EmbeddingBlock, ...]
    truth: NDArray[np.bool_]
    artists: NDArray[np.int64]
    tags: tuple[str, ...]

    def common_tags(self) -> NDArray[np.int64]:
        """Return the columns of tags that neither hardly any nor nearly every song has."""
        shares = self.truth.mean(axis=0)
        return np.flatnonzero((shares >= MIN_YES) & (shares <= 1 - MIN_YES))

    def of_tags(self, tags: Sequence[str]) -> EmbeddedSongs:
        """Return the songs with other columns; a tag that no song has is no in all."""
        truth = np.zeros((len(self.truth), len(tags)), np.bool_)
        for column, tag in enumerate(tags):
            if tag in self.tags:
                truth[:, column] = self.truth[:, self.tags.index(tag)]
        return replace(self, truth=truth, tags=tuple(tags))


def composed_songs(folder: Path, seed: int, n_songs: int) -> EmbeddedSongs:
    """Compose and embed songs, or read them from folder."""
    folder.mkdir(parents=True, exist_ok=True)
    model = probe_form(load_checkpoint(resource("starter.safetensors")))
    file = folder / f"composed-{seed}-{n_songs}.npz"
    if not file.exists():
        _compose(file, model, seed, n_songs)
    kept, blocks = np.load(file), probe_network(model).blocks
    width = sum(block.width for block in blocks)
    return EmbeddedSongs(
        kept["embeddings"][:, :width], blocks, kept["truth"], kept["artists"],
        tuple(kept["tags"].tolist()),
    )  # fmt: skip


def _compose(file: Path, model: TaggingModel, seed: int, n_songs: int) -> None:
    plans = plan_songs(seed, n_songs)
    truths = [set(true_tags(plan, arrange(plan))[0]) for plan in plans]
    tags = sorted(set().union(*truths))
    with TemporaryDirectory(dir="/dev/shm" if Path("/dev/shm").is_dir() else None) as folder:
        embeddings = [_embedding(Path(folder), model, plan) for plan in plans]
    names = sorted({plan.artist.name for plan in plans})
    np.savez(
        file,
        embeddings=np.array(embeddings, np.float32),
        truth=np.array([[tag in truth for tag in tags] for truth in truths]),
        artists=np.array([names.index(plan.artist.name) for plan in plans]),
        tags=np.array(tags),
    )


def _embedding(folder: Path, model: TaggingModel, plan: SongPlan) -> NDArray[np.float32]:
    path = folder / "song.wav"
    soundfile.write(path, compose_song(plan.seed, plan), RATE_HZ, subtype="PCM_16")
    with TemporaryDirectory(dir=folder) as kept:
        cache = FeatureCache(Path(kept))
        audio_hash = identify_song(path, cache).audio_hash
        return song_embedding(model, path, audio_hash, cache)
