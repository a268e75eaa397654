"""One pass over a sound file: its hash, the model's features and the picture, all into the cache.

Cheap to import (no torch, no librosa, no scipy), because worker processes begin here.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from core.audio.decode import AudioInfo, AudioReader
from core.audio.hashing import AudioHasher
from core.audio.metadata import Metadata, read_metadata
from core.audio.resample import Resampler, to_mono
from core.errors import AudioError
from core.features.cache import CacheError, FeatureCache
from core.features.display import N_BANDS, DisplayStream, display_of
from core.features.pyramid import Overview, SongPicture
from core.features.recipe import RECIPES, FeatureRecipe
from core.features.spectrogram import LOUDEST, LogMel, MelFrames
from core.jobs import SILENT, JobContext

Samples = NDArray[np.float32]

# Cache keys of the picture; a change of what they hold takes a new number.
DISPLAY, OVERVIEW, LENGTH = "display-1", "overview-1", "length-1"


@dataclass(frozen=True, slots=True)
class SongAnalysis:
    """What one decode pass found out. n_frames: at the file's own rate, as decoded.

    warnings: what is wrong with the file although most of it could be used.
    """

    path: Path
    audio_hash: str
    info: AudioInfo
    n_frames: int
    duration_s: float
    metadata: Metadata
    size_bytes: int
    mtime_s: float
    warnings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Decoded:
    audio_hash: str
    info: AudioInfo
    n_frames: int
    warnings: tuple[str, ...]


def analyse_song(
    path: Path,
    cache: FeatureCache,
    recipes: Sequence[str] = ("thesis",),
    job: JobContext = SILENT,
) -> SongAnalysis:
    """Decode once; put the named recipes' features and the picture into the cache.

    Memory hardly grows with the song's length: the coarser picture levels take 30 MB an hour.
    Raises AudioError, CacheError, Cancelled; nothing half-made stays behind.
    """
    decoded = _Pass(path, cache, [RECIPES[name] for name in recipes], with_picture=True).run(job)
    size_bytes, mtime_s = _size_and_time(path)
    return SongAnalysis(
        path=path,
        audio_hash=decoded.audio_hash,
        info=decoded.info,
        n_frames=decoded.n_frames,
        duration_s=decoded.n_frames / decoded.info.rate_hz,
        metadata=read_metadata(path),
        size_bytes=size_bytes,
        mtime_s=mtime_s,
        warnings=decoded.warnings,
    )


def ensure_log_mel(
    path: Path,
    audio_hash: str,
    recipe: FeatureRecipe,
    cache: FeatureCache,
    job: JobContext = SILENT,
) -> LogMel:
    """The features of a known song, from the cache or else decoded now and cached.

    Always what the cache gives back (float16 precision), so the numbers do not depend on whether
    they were there. Raises AudioError, also where the file has become another sound; CacheError;
    Cancelled.
    """
    features = cache.get(audio_hash, recipe)
    if features is None:
        _again(_Pass(path, cache, [recipe], with_picture=False), audio_hash, job)
        features = cache.get(audio_hash, recipe)
    if features is None:
        raise _emptied(path)
    return features


def ensure_picture(
    path: Path, audio_hash: str, cache: FeatureCache, job: JobContext = SILENT
) -> SongPicture:
    """The picture, from the cache or else decoded now and cached; raises as ensure_log_mel."""
    picture = load_picture(audio_hash, cache)
    if picture is None:
        _again(_Pass(path, cache, [], with_picture=True), audio_hash, job)
        picture = load_picture(audio_hash, cache)
    if picture is None:
        raise _emptied(path)
    return picture


def load_picture(audio_hash: str, cache: FeatureCache) -> SongPicture | None:
    """The picture of an analysed song, its levels mapped from the cache; None if not there."""
    columns, overview, length = (
        cache.get_array(audio_hash, key) for key in (DISPLAY, OVERVIEW, LENGTH)
    )
    if columns is None or overview is None or length is None:
        return None
    rate_hz, n_samples = int(length[0]), int(length[1])
    try:
        display = display_of(columns, rate_hz, n_samples)
    except ValueError:
        return None
    low, high, centroid_hz = overview
    return SongPicture(display, Overview(low, high, centroid_hz, n_samples / rate_hz))


class _Sink(Protocol):
    """Takes the song's mono samples block by block and keeps what it made under its hash."""

    def push(self, mono: Samples) -> None: ...

    def keep(self, audio_hash: str) -> None: ...


class _FeatureSink:
    """The frames of every recipe that shares one sampling rate: one resampling for all."""

    def __init__(
        self,
        rate_in_hz: int,
        recipes: Sequence[FeatureRecipe],
        cache: FeatureCache,
        files: ExitStack,
    ) -> None:
        self._cache = cache
        self._resampler = Resampler(rate_in_hz, recipes[0].rate_hz)
        self._parts = [
            (MelFrames(recipe), files.enter_context(cache.writer(np.float16, (recipe.n_rows,))))
            for recipe in recipes
        ]

    def push(self, mono: Samples) -> None:
        samples = self._resampler.push(mono)
        for frames, writer in self._parts:
            for rows in frames.push(samples):
                writer.append(rows)

    def keep(self, audio_hash: str) -> None:
        samples = self._resampler.finish()
        for frames, writer in self._parts:
            for rows in [*frames.push(samples), *frames.finish()]:
                writer.append(rows)
            self._cache.adopt(writer, audio_hash, frames.recipe.key)


class _PictureSink:
    """The display's levels, the finest straight to disk, and the overview."""

    def __init__(self, rate_hz: int, cache: FeatureCache, files: ExitStack) -> None:
        self._cache = cache
        self._writer = files.enter_context(cache.writer(np.uint8, (N_BANDS,)))
        self._stream = DisplayStream(rate_hz, keep=self._writer.append)

    def push(self, mono: Samples) -> None:
        self._stream.push(mono)

    def keep(self, audio_hash: str) -> None:
        stream, cache = self._stream, self._cache
        stream.close()
        for level in stream.coarser_levels():
            self._writer.append(level)
        overview = stream.overview()
        drawn = np.stack([overview.low, overview.high, overview.centroid_hz])
        length = np.array([stream.rate_hz, stream.n_samples], dtype=np.int64)
        cache.put_array(audio_hash, OVERVIEW, drawn)
        cache.put_array(audio_hash, LENGTH, length)
        cache.adopt(self._writer, audio_hash, DISPLAY)


@dataclass(frozen=True, slots=True)
class _Pass:
    """What one reading of a file is to bring."""

    path: Path
    cache: FeatureCache
    recipes: Sequence[FeatureRecipe]
    with_picture: bool

    def run(self, job: JobContext) -> _Decoded:
        """Read the file once. Raises AudioError, CacheError, Cancelled."""
        with AudioReader(self.path) as reader, ExitStack() as files:
            info, n_frames = reader.info, 0
            hasher = AudioHasher(info.rate_hz, info.channels)
            sinks = self._sinks(info.rate_hz, files)
            blocks = files.enter_context(closing(_read_ahead(reader.blocks())))
            for block in blocks:
                job.check()
                hasher.update(block)
                mono = np.clip(to_mono(block), -LOUDEST, LOUDEST)
                for sink in sinks:
                    sink.push(mono)
                n_frames += len(block)
                job.report(n_frames, info.n_frames, self.path.name)
            for sink in sinks:
                sink.keep(hasher.hexdigest())
            return _Decoded(hasher.hexdigest(), info, n_frames, reader.warnings)

    def _sinks(self, rate_hz: int, files: ExitStack) -> list[_Sink]:
        by_rate: dict[int, dict[str, FeatureRecipe]] = {}
        for recipe in self.recipes:
            stored = recipe.base
            by_rate.setdefault(stored.rate_hz, {})[stored.key] = stored
        sinks: list[_Sink] = [
            _FeatureSink(rate_hz, list(recipes.values()), self.cache, files)
            for recipes in by_rate.values()
        ]
        if self.with_picture:
            sinks.append(_PictureSink(rate_hz, self.cache, files))
        return sinks


def _read_ahead(blocks: Iterator[Samples]) -> Generator[Samples, None, None]:
    """The same blocks, each decoded on another core while the one before is worked on.

    Close it before the file: the thread is gone then, whatever happened.
    """
    with ThreadPoolExecutor(1, "decode") as thread:
        coming = thread.submit(next, blocks, None)
        while (block := coming.result()) is not None:
            coming = thread.submit(next, blocks, None)
            yield block


def _again(wanted: _Pass, audio_hash: str, job: JobContext) -> None:
    """Decode a song that is known already. Raises AudioError if it is another one now."""
    found = wanted.run(job)
    if found.audio_hash != audio_hash:
        raise AudioError(
            f"{wanted.path.name} is not the sound it was when it was added.",
            remedy="Add the file again to have it as a song of its own.",
            detail=f"audio hash {found.audio_hash}, expected {audio_hash}",
            path=wanted.path,
        )


def _emptied(path: Path) -> CacheError:
    return CacheError(
        "The feature cache was emptied while it was being filled.", remedy="Try again.", path=path
    )


def _size_and_time(path: Path) -> tuple[int, float]:
    try:
        status = path.stat()
    except OSError as error:
        raise AudioError(
            f"{path.name} has vanished.",
            remedy="Check that its drive is there.",
            detail=str(error),
            path=path,
        ) from error
    return status.st_size, status.st_mtime
