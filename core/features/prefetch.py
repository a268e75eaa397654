"""The features of many songs: the next songs' are made while the caller works on this one's.

What is done with them is the caller's business.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Generator, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from threading import Event

from core.audio.file_stats import FileStats, KnownFile
from core.errors import RhythmCapError
from core.features.analyse import load_or_compute
from core.features.cache import FeatureCache
from core.features.decode_pass import DecodePass
from core.features.recipe import FeatureRecipe
from core.features.spectrogram import LogMel
from core.jobs import SILENT, Cancelled, JobContext

_Pending = deque[tuple["KnownSong", Future[LogMel | RhythmCapError]]]

N_PREFETCHED = 2  # songs, each on one core; the features of a two-hour song take 130 MB


@dataclass(frozen=True, slots=True)
class KnownSong:
    """A song of the library and its file; stats: as when its hash was made."""

    path: Path
    audio_hash: str
    stats: FileStats


def prefetch_log_mels(
    songs: Iterable[KnownSong],
    recipe: FeatureRecipe,
    cache: FeatureCache,
    job: JobContext = SILENT,
    *,
    known_key: str = "",
) -> Generator[tuple[KnownSong, LogMel | RhythmCapError | None], None, None]:
    """Yield each song in turn with its features, or the error that says why it has none.

    known_key: songs of which the cache has an array under that key need none, and get None.
    Raises Cancelled. The threads behind it are gone when it is at its end, or closed.
    """
    stop = Event()
    with ThreadPoolExecutor(N_PREFETCHED, "features") as threads:
        pending: _Pending = deque()
        try:
            for song in songs:
                if known_key and cache.has(song.audio_hash, known_key):
                    yield from _finished(pending, 0)
                    yield song, None
                    continue
                song_job = _SongJob(job, stop)
                pending.append((song, threads.submit(_log_mel, song, recipe, cache, song_job)))
                yield from _finished(pending, N_PREFETCHED)
            yield from _finished(pending, 0)
        finally:
            stop.set()


def _finished(
    pending: _Pending, n_left: int
) -> Generator[tuple[KnownSong, LogMel | RhythmCapError], None, None]:
    """Yield songs and features in order until n_left are pending."""
    while len(pending) > n_left:
        song, future = pending.popleft()
        yield song, future.result()


def _log_mel(
    song: KnownSong, recipe: FeatureRecipe, cache: FeatureCache, job: JobContext
) -> LogMel | RhythmCapError:
    try:
        job.check()
        known = KnownFile(song.stats, song.audio_hash)
        decode_pass = DecodePass(
            song.path, cache, [recipe], with_picture=False, known=known, on_one_core=True
        )
        return load_or_compute(decode_pass, song.audio_hash, job)
    except RhythmCapError as error:
        return error


class _SongJob:
    """The job of one song among many: it stops with them, and only they are counted."""

    def __init__(self, job: JobContext, stop: Event) -> None:
        self._job, self._stop = job, stop

    def report(self, done: float, total: float, what: str = "") -> None:
        """Ignore how far one song is."""

    def check(self) -> None:
        """Raise Cancelled with the whole job, or when the results are not needed any more."""
        self._job.check()
        if self._stop.is_set():
            raise Cancelled
