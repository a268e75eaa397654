"""Many files analysed at once by processes of their own, so that a decoder that crashes or hangs
costs one file, not the program.

Results come one by one on the calling thread; nothing here touches a library.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from core.audio.decode import find_audio_files
from core.features.analyse import SongAnalysis
from core.features.cache import FeatureCache
from core.jobs import SILENT, JobContext
from core.library.scan.worker import STOP, attempt, named
from core.library.scan.worker_pool import USUAL, Crew, Failure, ScanOptions, size_and_time
from core.library.text import stored_path


@dataclass(frozen=True, slots=True)
class Unchanged:
    """A file of the library that is as it was: not read again."""

    path: Path


Scanned = SongAnalysis | Failure | Unchanged
OnScanned = Callable[[Scanned], None]


@dataclass(frozen=True, slots=True)
class ScanResult:
    """How a scan ended; the analyses themselves were handed over one by one."""

    n_files: int
    n_analysed: int
    n_unchanged: int
    failures: tuple[Failure, ...]


def scan(
    paths: Iterable[Path],
    cache: FeatureCache,
    recipes: Sequence[str] = ("thesis",),
    job: JobContext = SILENT,
    on_scanned: OnScanned | None = None,
    options: ScanOptions = USUAL,
) -> ScanResult:
    """Analyse sound files, and those in folders, in several processes.

    on_scanned: gets each SongAnalysis, Failure or Unchanged as it comes, on this thread. Raises
    Cancelled within 0.2 s of a cancel, CacheError where features cannot be stored.
    """
    tally = _Tally(on_scanned)
    files = _files(paths, options, tally, job)
    crew = Crew(cache.folder, tuple(recipes), options)
    total = len(files) + tally.n_unchanged
    try:
        while files or crew.busy:
            job.check()
            crew.hand_out(files)
            for result in crew.results():
                tally.take(result)
                job.report(tally.n, total, result.path.name)
    except BaseException:
        crew.kill()
        raise
    crew.dismiss()
    return tally.result()


def scan_here(
    paths: Iterable[Path],
    cache: FeatureCache,
    recipes: Sequence[str] = ("thesis",),
    job: JobContext = SILENT,
    on_scanned: OnScanned | None = None,
    options: ScanOptions = USUAL,
) -> ScanResult:
    """As scan, but in this process, file by file: for one file that is known to be sound."""
    tally = _Tally(on_scanned)
    files = _files(paths, options, tally, job)
    total = len(files) + tally.n_unchanged
    analyse = named(options.analyse)
    for path in reversed(files):
        job.check()
        job.report(tally.n, total, path.name)
        kind, found = attempt(analyse, path, cache, tuple(recipes), job)
        if kind == STOP:
            raise found
        tally.take(found)
    job.report(total, total)
    return tally.result()


class _Tally:
    """Counts what comes, keeps the failures, passes everything on."""

    def __init__(self, on_scanned: OnScanned | None) -> None:
        self._on_scanned = on_scanned
        self._failures: list[Failure] = []
        self.n = 0
        self.n_unchanged = 0

    def take(self, result: Scanned) -> None:
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


def _files(
    paths: Iterable[Path], options: ScanOptions, tally: _Tally, job: JobContext
) -> list[Path]:
    """The files to read, the last first; those that have not changed are told at once."""
    todo = []
    for path in find_audio_files(paths):
        job.check()
        known = options.known.get(stored_path(path))
        if known is not None and known == size_and_time(path):
            tally.take(Unchanged(path))
        else:
            todo.append(path)
    return todo[::-1]
