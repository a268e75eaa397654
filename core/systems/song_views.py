"""What systems read of songs: log-mels from the cache, and vectors that are kept once computed.

Everything is looked up by audio hash: a song whose file vanishes while an experiment runs is read
from the cache like all others.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.errors import RhythmCapError
from core.features.analyse import ensure_log_mel
from core.features.cache import CacheError, FeatureCache
from core.features.mfcc import mfcc
from core.features.recipe import RECIPES
from core.jobs import SILENT, JobContext, part_of
from core.library.records import Labels
from core.models.checkpoint import TaggingModel
from core.models.predict import song_embedding
from core.models.probe_form import cached_embedding, probe_form, probe_network

RECIPE = RECIPES["thesis"]
N_MFCC = 90  # Sankaran 2017, section 4.3.3
MAX_KEPT_BYTES = 256_000_000

Frames = NDArray[np.float32]  # (n_frames, n_values)


@dataclass(frozen=True, slots=True)
class SongFile:
    """One song of some labels: its row there, its identity, and where its file was."""

    row: int
    audio_hash: str
    path: Path


def song_files(songs: Labels) -> list[SongFile]:
    """List the songs of labels, in their order."""
    pairs = zip(songs.audio_hashes, songs.paths, strict=True)
    return [SongFile(row, audio_hash, path) for row, (audio_hash, path) in enumerate(pairs)]


class SongViews:
    """The sounds of a library as systems see them. model: whose embeddings and CNN they may use."""

    def __init__(self, cache: FeatureCache, model: TaggingModel) -> None:
        self.cache = cache
        self.model = probe_form(model)
        self._kept: dict[tuple[str, str], NDArray[Any]] = {}
        self._kept_bytes = 0

    def log_mel(self, song: SongFile) -> Frames:
        """Return the log-mel of the thesis's recipe: float32 (n_mels, n_frames).

        Raises AudioError, CacheError.
        """
        return ensure_log_mel(song.path, song.audio_hash, RECIPE, self.cache).values

    def cepstra(self, song: SongFile) -> Frames:
        """Return 90 cepstra of each frame: float32 (n_frames, 90). Raises as log_mel."""
        return mfcc(self.log_mel(song), N_MFCC).T

    def embedding(self, song: SongFile, job: JobContext = SILENT) -> NDArray[np.float32]:
        """Return what the model in probe form is given to judge a song by: float32 (n_inputs,).

        Raises AudioError, SoundError, CacheError, Cancelled.
        """
        found = cached_embedding(self.cache, song.audio_hash, self.model)
        if found is None:
            found = song_embedding(self.model, song.path, song.audio_hash, self.cache, job)
        return np.asarray(found, dtype=np.float32)

    def embedding_columns(self, kinds: Sequence[str] = ()) -> NDArray[np.int64]:
        """Return which numbers of an embedding are of blocks of some kinds; of all, if none.

        kinds: "hidden", "features", "cepstra". The network's own logits behind them are left out.
        """
        columns, first = [], 0
        for block in probe_network(self.model).blocks:
            if not kinds or block.kind in kinds:
                columns.append(np.arange(first, first + block.width))
            first += block.width
        return np.concatenate(columns) if columns else np.zeros(0, dtype=np.int64)

    def kept(self, song: SongFile, key: str, compute: Callable[[], NDArray[Any]]) -> NDArray[Any]:
        """Return an array of a song from memory or the cache, or compute it and keep it in both.

        key: names the array and all that it depends on besides the sound.
        """
        name = (song.audio_hash, key)
        if (array := self._kept.get(name)) is not None:
            return array
        array = self.cache.get_array(song.audio_hash, key)
        if array is None:
            array = compute()
            with contextlib.suppress(CacheError):  # then the next system computes it again
                self.cache.put_array(song.audio_hash, key, array)
        if self._kept_bytes + array.nbytes <= MAX_KEPT_BYTES:
            self._kept[name] = array
            self._kept_bytes += array.nbytes
        return array


def readable_songs(
    songs: Labels, views: SongViews, job: JobContext = SILENT
) -> tuple[NDArray[np.int64], tuple[tuple[Path, str], ...]]:
    """Read every song once, so that all later work finds it in the cache.

    Returns the rows that can be read, and (path, reason) of the others. Raises Cancelled.
    """
    rows, skipped = [], []
    for song in song_files(songs):
        job.check()
        job.report(song.row, len(songs.paths), song.path.name)
        try:
            views.log_mel(song)
            views.embedding(song, part_of(job, song.row, len(songs.paths)))
        except RhythmCapError as error:
            skipped.append((song.path, error.message))
        else:
            rows.append(song.row)
    return np.array(rows, dtype=np.int64), tuple(skipped)
