"""One pass over a sound file: hash, features of every recipe and the picture, straight to disk.

The sound is never in memory whole. What the results are for stands in analyse.py.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Generator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack, closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from core.audio.decode import AudioInfo, AudioReader
from core.audio.file_stats import FileStats, KnownFile
from core.audio.hashing import AudioHasher, KnownHash, other_sound_error
from core.audio.mix_records import Condition, Mix
from core.audio.mono_mix import MonoMixer
from core.audio.resample import Resampler
from core.errors import AudioError
from core.features.cache import MIX, FeatureCache
from core.features.display import N_BANDS, DisplayStream, Strip
from core.features.recipe import FeatureRecipe
from core.features.spectrogram import MAX_AMPLITUDE, MelFrames
from core.jobs import JobContext

Samples = NDArray[np.float32]
OnStrip = Callable[[Strip], None]
_Hasher = AudioHasher | KnownHash

# Cache keys of the picture; a change of what they hold takes a new number.
DISPLAY, OVERVIEW, LENGTH = "display-1", "overview-1", "length-1"
# Of all channels in a block. A quarter of it takes up to a third longer: what still lies in one
# core's own cache is dear for another one to take, what has gone on to their common one is not.
BLOCK_SAMPLES = 1 << 19
SMALL_BLOCK_SAMPLES = 1 << 17  # half a megabyte
N_READ_AHEAD = 2  # blocks
MIN_RATE_HZ, MAX_RATE_HZ = 1000, 1_000_000
CHANGING = "features.changing"  # the id of the error


@dataclass(frozen=True, slots=True)
class Decoded:
    """What is known of a sound at its end. n_frames: at the file's own rate.

    stats: how the file looked before and after.
    """

    audio_hash: str
    info: AudioInfo
    n_frames: int
    warnings: tuple[str, ...]
    stats: FileStats
    mix: Mix


class _Sink(Protocol):
    """Takes the song's mono samples block by block and stores what it made under its hash.

    A block is written over after push.
    """

    def push(self, mono: Samples) -> None: ...

    def store(self, audio_hash: str) -> None: ...


class _FeatureSink:
    """The frames of every recipe that shares one sampling rate: one resampling for all."""

    def __init__(
        self,
        rate_in_hz: int,
        recipes: Sequence[FeatureRecipe],
        cache: FeatureCache,
        stack: ExitStack,
    ) -> None:
        self._cache = cache
        self._resampler = Resampler(rate_in_hz, recipes[0].rate_hz)
        self._parts = [
            (MelFrames(recipe), stack.enter_context(cache.writer(np.float16, (recipe.n_rows,))))
            for recipe in recipes
        ]

    def push(self, mono: Samples) -> None:
        samples = self._resampler.push(mono)
        for frames, writer in self._parts:
            for rows in frames.push(samples):
                writer.append(rows)

    def store(self, audio_hash: str) -> None:
        samples = self._resampler.finish()
        for frames, writer in self._parts:
            for rows in [*frames.push(samples), *frames.finish()]:
                writer.append(rows)
            self._cache.commit(writer, audio_hash, frames.recipe.key)


class _PictureSink:
    """The display's levels, the finest straight to disk, and the overview."""

    def __init__(
        self, rate_hz: int, cache: FeatureCache, stack: ExitStack, on_strip: OnStrip | None
    ) -> None:
        self._cache, self._on_strip = cache, on_strip
        self._writer = stack.enter_context(cache.writer(np.uint8, (N_BANDS,)))
        self._stream = DisplayStream(rate_hz, on_strip=self._take)

    def push(self, mono: Samples) -> None:
        self._stream.push(mono)

    def _take(self, strip: Strip) -> None:
        self._writer.append(strip.columns)
        if self._on_strip is not None:
            self._on_strip(strip)

    def store(self, audio_hash: str) -> None:
        stream, cache = self._stream, self._cache
        stream.close()
        for level in stream.coarser_levels():
            self._writer.append(level)
        overview = stream.overview()
        drawn = np.stack([overview.low, overview.high, overview.centroid_hz])
        length = np.array([stream.rate_hz, stream.n_samples], dtype=np.int64)
        cache.put_array(audio_hash, OVERVIEW, drawn)
        cache.put_array(audio_hash, LENGTH, length)
        cache.commit(self._writer, audio_hash, DISPLAY)


@dataclass(frozen=True, slots=True)
class DecodePass:
    """What one reading of a file is to bring.

    on_strip: is called with the picture's columns as they come. known: what was found when it was
    hashed; while it has not been touched since, it is not hashed again. on_one_core: less work in
    all, for several at a time.
    """

    path: Path
    cache: FeatureCache
    recipes: Sequence[FeatureRecipe]
    with_picture: bool
    on_strip: OnStrip | None = None
    known: KnownFile | None = None
    on_one_core: bool = False

    def run(self, job: JobContext) -> Decoded:
        """Read the file once; again where its channels want another mix than the usual one.

        Raises AudioError, CacheError, Cancelled. Where the file was written or replaced meanwhile
        nothing is stored: AudioError.
        """
        decoded, best = self._read(job, None)
        if best.gains != decoded.mix.gains:
            known = KnownFile(decoded.stats, decoded.audio_hash)
            again, _ = replace(self, known=known, on_strip=None)._read(job, best)
            if again.audio_hash != decoded.audio_hash:
                raise changing_file_error(self.path)
        return replace(decoded, mix=best)

    def _read(self, job: JobContext, mix: Mix | None) -> tuple[Decoded, Mix]:
        """Read the file by a mix (None: the usual one); return also the one it should have."""
        before = FileStats.read(self.path)
        with AudioReader(self.path) as reader, ExitStack() as stack:
            info, n_frames = _checked_rate(reader.info), 0
            hasher = self._hasher(info, before)
            mixer = MonoMixer(info.channels, mix, info.rate_hz)
            sinks = self._sinks(info.rate_hz, stack)
            buffer = np.empty(_frames(BLOCK_SAMPLES, reader), dtype=np.float32)
            read = _read_in_turn if self.on_one_core else _read_ahead
            for block in stack.enter_context(closing(read(reader, hasher))):
                job.check()
                mixer.measure(block)
                mono = np.clip(
                    mixer.mixed(block), -MAX_AMPLITUDE, MAX_AMPLITUDE, out=buffer[: len(block)]
                )
                for sink in sinks:
                    sink.push(mono)
                n_frames += len(block)
                job.report(n_frames, info.n_frames, self.path.name)
            if before is None or not before.is_untouched(FileStats.read(self.path)):
                raise changing_file_error(self.path)
            audio_hash, best = hasher.hexdigest(), mix or mixer.best_mix()
            if best.gains == mixer.mix.gains:
                _store_mix(self.cache, audio_hash, best)
                for sink in sinks:
                    sink.store(audio_hash)
            warnings = reader.warnings
            return Decoded(audio_hash, info, n_frames, warnings, before, mixer.mix), best

    def run_expecting(self, audio_hash: str, job: JobContext) -> None:
        """Read a song that is known already; AudioError also if it is another one now."""
        found = self.run(job)
        if found.audio_hash != audio_hash:
            raise other_sound_error(self.path, found.audio_hash, audio_hash)

    def _hasher(self, info: AudioInfo, now: FileStats | None) -> _Hasher:
        if self.known is not None and self.known.stats.is_untouched(now):
            return KnownHash(self.known.audio_hash)
        return AudioHasher(info.rate_hz, info.channels)

    def _sinks(self, rate_hz: int, stack: ExitStack) -> list[_Sink]:
        by_rate: dict[int, dict[str, FeatureRecipe]] = {}
        for recipe in self.recipes:
            base = recipe.base
            by_rate.setdefault(base.rate_hz, {})[base.key] = base
        sinks: list[_Sink] = [
            _FeatureSink(rate_hz, list(recipes.values()), self.cache, stack)
            for recipes in by_rate.values()
        ]
        if self.with_picture:
            sinks.append(_PictureSink(rate_hz, self.cache, stack, self.on_strip))
        return sinks


def changing_file_error(path: Path) -> AudioError:
    """Return the error of a file that was written while it was read: to be read again later."""
    id = CHANGING if path.exists() else "features.vanished"
    return AudioError(id, name=path.name, path=path)


def _store_mix(cache: FeatureCache, audio_hash: str, mix: Mix) -> None:
    """Keep how a song was mixed; what an older program made of another mix is deleted.

    A fine song was never mixed otherwise: what there is of it counts again. Raises CacheError.
    """
    if mix.condition != Condition.FINE and not cache.has(audio_hash, MIX):
        cache.remove(audio_hash)
    numbers = [mix.condition, mix.channel, mix.gain_db, *mix.gains]
    cache.put_array(audio_hash, MIX, np.array(numbers, dtype=np.float64))


def load_mix(cache: FeatureCache, audio_hash: str) -> Mix | None:
    """Return how a song was mixed, or None where it was not read by today's rule."""
    stored = cache.get_array(audio_hash, MIX)
    if stored is None or len(stored) < 4:
        return None
    condition, channel, gain_db, *gains = stored.tolist()
    try:
        return Mix(tuple(gains), Condition(int(condition)), int(channel), gain_db)
    except ValueError:  # of a newer program
        return None


def _checked_rate(info: AudioInfo) -> AudioInfo:
    """Refuse a damaged header's sampling rate, which would ask for hours or all of memory."""
    if not MIN_RATE_HZ <= info.rate_hz <= MAX_RATE_HZ:
        raise AudioError(
            "features.odd_rate", name=info.path.name, rate_hz=info.rate_hz, path=info.path
        )
    return info


def _frames(n_samples: int, reader: AudioReader) -> int:
    """Return the frames in a block of so many samples of all channels."""
    return n_samples // max(reader.info.channels, 2)


def _read_ahead(reader: AudioReader, hasher: _Hasher) -> Generator[Samples, None, None]:
    """Yield the file's blocks, decoded and hashed on other cores while others are worked on.

    A block is soon written over. Close this before the file: its threads are gone then, whatever
    happened. At its end every block was hashed.
    """
    block_frames = _frames(BLOCK_SAMPLES, reader)
    n_buffers = 2 * N_READ_AHEAD + 1  # being decoded, being hashed, and this
    shape = (n_buffers, block_frames, reader.info.channels)
    blocks = reader.blocks(block_frames, list(np.empty(shape, dtype=np.float32)))
    with (
        ThreadPoolExecutor(1, "decode") as decoder_thread,
        ThreadPoolExecutor(1, "hash") as hasher_thread,
    ):
        decoding = deque(decoder_thread.submit(next, blocks, None) for _ in range(N_READ_AHEAD))
        hashing: deque[Future[None]] = deque()
        while (block := decoding.popleft().result()) is not None:
            decoding.append(decoder_thread.submit(next, blocks, None))
            hashing.append(hasher_thread.submit(hasher.update, block))
            if len(hashing) > N_READ_AHEAD:
                hashing.popleft().result()
            yield block
        for hashed in hashing:
            hashed.result()


def _read_in_turn(reader: AudioReader, hasher: _Hasher) -> Generator[Samples, None, None]:
    """Yield the file's blocks, each of which stays in this core's cache while it is worked on."""
    block_frames = _frames(SMALL_BLOCK_SAMPLES, reader)
    buffer = np.empty((block_frames, reader.info.channels), dtype=np.float32)
    for block in reader.blocks(block_frames, [buffer]):
        hasher.update(block)
        yield block
