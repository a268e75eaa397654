"""Analyse many files at once in processes of their own, so that a decoder that crashes or hangs
costs one file, not the program.

Results come one by one on the calling thread; nothing here touches a library.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from core.audio.decode import find_audio_files
from core.features.analyse import SongAnalysis
from core.features.cache import FeatureCache
from core.jobs import SILENT, JobContext
from core.library.scan.scan_records import (
    DEFAULT_OPTIONS,
    Failure,
    ScanOptions,
    ScanResult,
    Unchanged,
)
from core.library.scan.worker_pool import WorkerPool, file_stats
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
    tally = _Tally(on_scanned)
    files = _files_to_read(paths, options, tally, job)
    pool = WorkerPool(cache.folder, tuple(recipes), options)
    total = len(files) + tally.n_unchanged
    try:
        while files or pool.busy:
            job.check()
            pool.submit(files)
            for result in pool.results():
                tally.add(result)
                job.report(tally.n, total, result.path.name)
    except BaseException:
        pool.kill()
        raise
    pool.stop()
    return tally.result()


class _Tally:
    """Counts results, keeps the failures, and passes every result on."""

    def __init__(self, on_scanned: OnScanned | None) -> None:
        self._on_scanned = on_scanned
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
        return ScanResult(self.n, analysed, self.n_unchanged, failures)


def is_unchanged(path: Path, known_files: Mapping[str, tuple[int, float]]) -> bool:
    """Tell whether the library has this file as it is now. known_files: as Songs has them."""
    known = known_files.get(stored_path(path))
    return known is not None and known == file_stats(path)


def _files_to_read(
    paths: Iterable[Path], options: ScanOptions, tally: _Tally, job: JobContext
) -> list[Path]:
    """List the files to read, the last first; add those that have not changed to the tally."""
    files = []
    for path in find_audio_files(paths):
        job.check()
        if is_unchanged(path, options.known):
            tally.add(Unchanged(path))
        else:
            files.append(path)
    return files[::-1]
