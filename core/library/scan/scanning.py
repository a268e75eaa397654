"""Analyse many files at once in processes of their own, so that a decoder that crashes or hangs
costs one file, not the program.

Results come one by one on the calling thread; nothing here touches a library.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from core.audio.file_stats import KnownFile
from core.errors import AudioError
from core.features.analyse import SongAnalysis
from core.features.beginning import is_beginning
from core.features.cache import FeatureCache
from core.jobs import SILENT, JobContext
from core.library.scan.scan_records import (
    DEFAULT_OPTIONS,
    Failure,
    ScanOptions,
    ScanResult,
    Unchanged,
)
from core.library.scan.sound_files import SoundFiles, find_sound_files
from core.library.scan.worker_pool import WorkerPool
from core.library.text import stored_path

Scanned = SongAnalysis | Failure | Unchanged
OnScanned = Callable[[Scanned], None]


def scan(
    paths: Iterable[Path],
    cache: FeatureCache,
    recipes: Sequence[str] = ("thesis",),
    job: JobContext = SILENT,
    on_scanned: OnScanned | None = None,
    options: ScanOptions = DEFAULT_OPTIONS,
) -> ScanResult:
    """Analyse sound files, and those in folders, in several processes.

    on_scanned: called with each SongAnalysis, Failure or Unchanged as it comes, on this thread.
    Raises Cancelled within 0.2 s of a cancel, CacheError where features cannot be stored.
    """
    found = find_sound_files(paths, follow_links=options.follow_links, job=job)
    tally = _Tally(found, on_scanned)
    for folder in found.closed:
        tally.add(_closed(folder))
    files = _files_to_read(found, options, tally, job)
    pool = WorkerPool(cache.folder, tuple(recipes), options)
    total = len(files) + tally.n
    try:
        while files or pool.busy:
            job.check()
            pool.submit(files)
            for result in pool.results():
                tally.add(compared(result, options.known, cache))
                job.report(tally.n, total, result.path.name)
    except BaseException:
        pool.kill()
        raise
    pool.stop()
    return tally.result()


def _closed(folder: Path) -> Failure:
    error = AudioError("audio.cannot_open", name=folder.name, path=folder)
    return Failure(folder, error.message, error.remedy, cause=error.id)


class _Tally:
    """Counts results, keeps the failures, and passes every result on."""

    def __init__(self, found: SoundFiles, on_scanned: OnScanned | None) -> None:
        self._links, self._on_scanned = found.links, on_scanned
        self._failures: list[Failure] = []
        self.n = 0
        self.n_unchanged = 0

    def add(self, result: Scanned) -> None:
        self.n += 1
        self.n_unchanged += isinstance(result, Unchanged)
        if isinstance(result, Failure):
            self._failures.append(result)
        if self._on_scanned is not None:
            self._on_scanned(result)

    def result(self) -> ScanResult:
        failures = tuple(self._failures)
        analysed = self.n - self.n_unchanged - len(failures)
        return ScanResult(self.n, analysed, self.n_unchanged, failures, self._links)


def _files_to_read(
    found: SoundFiles, options: ScanOptions, tally: _Tally, job: JobContext
) -> list[Path]:
    """List the files to read, the last first; add those that have not changed to the tally."""
    files = []
    for path in found.files:
        job.check()
        unchanged = find_unchanged(path, options.known)
        if unchanged is None:
            files.append(path)
        else:
            tally.add(unchanged)
    return files[::-1]


def find_unchanged(path: Path, known: Mapping[str, KnownFile]) -> Unchanged | None:
    """Return that a known file has not changed; None if it must be read."""
    file = known.get(stored_path(path))
    stats = file.still_at(path) if file is not None else None
    if file is None or stats is None:
        return None
    return Unchanged(path, None if stats == file.stats else stats)


def compared(
    result: SongAnalysis | Failure, known: Mapping[str, KnownFile], cache: FeatureCache
) -> SongAnalysis | Failure:
    """Note whether what the file held before is the beginning of what it holds now."""
    file = known.get(stored_path(result.path))
    if file is None or isinstance(result, Failure):
        return result
    if not is_beginning(file.audio_hash, result.audio_hash, cache):
        return result
    return replace(result, continues=file.audio_hash)
