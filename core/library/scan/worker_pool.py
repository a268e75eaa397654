"""The processes of a scan: each reads one file at a time; one that crashes or hangs costs only its
file and is replaced.
"""

from __future__ import annotations

import multiprocessing
import os
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from pathlib import Path
from typing import Any

from core.errors import LibraryError
from core.features.analyse import SongAnalysis
from core.library.scan.worker import ALIVE, READY, STOP, serve

CHECK_EVERY_S = 0.05
GOODBYE_S = 2.0
MOST_FALSE_STARTS = 3
CRASHED = "The program that decodes it broke down over it ({code})."
CRASHED_REMEDY = "The file is probably damaged. Try to convert it to FLAC or WAV."
HUNG = "Reading it came to a standstill and was given up after {seconds:.0f} s."
HUNG_REMEDY = "The file may be damaged, or its drive may not answer. Copy it and try again."


@dataclass(frozen=True, slots=True)
class Failure:
    """A file that could not be read, why, and what to do."""

    path: Path
    reason: str
    remedy: str = ""


@dataclass(frozen=True, slots=True)
class ScanOptions:
    """How to scan. workers: processes, 0 means one per core.

    known: stored path -> (size in bytes, mtime in seconds) of files not to be read again if they
    have not changed (Songs.known_files). patience_s, and as much again for every patience_mb of
    the file: how long a decoder may give no sign of life. analyse: the function, by name.
    """

    workers: int = 0
    known: Mapping[str, tuple[int, float]] = field(default_factory=dict)
    patience_s: float = 60.0
    patience_mb: float = 60.0
    analyse: str = "core.features.analyse:analyse_song"


USUAL = ScanOptions()


class _Worker:
    """One scanning process and the file it is at."""

    def __init__(self, cache_folder: Path, recipes: tuple[str, ...], analyse: str) -> None:
        context = multiprocessing.get_context("spawn")  # threads and sound do not survive a fork
        self.connection: Connection
        self.connection, theirs = context.Pipe()
        self.process = context.Process(
            target=serve, args=(theirs, analyse, cache_folder, recipes), daemon=True
        )
        self.process.start()
        theirs.close()  # or its death would not be noticed
        self.ready = False
        self.path: Path | None = None
        self.patience_s = 0.0
        self.heard = time.monotonic()

    def take(self, path: Path, patience_s: float) -> bool:
        """Begin with a file; False if the process is no more."""
        try:
            self.connection.send(path)
        except OSError:
            return False
        self.path, self.patience_s, self.heard = path, patience_s, time.monotonic()
        return True

    @property
    def silent(self) -> bool:
        """Whether it has given no sign of life for too long."""
        return self.path is not None and time.monotonic() - self.heard > self.patience_s

    def kill(self) -> None:
        """End it now, whatever it does."""
        self.process.kill()
        self.process.join()
        self.process.close()
        self.connection.close()


class Crew:
    """The scanning processes of one scan; each that dies is replaced while there is work."""

    def __init__(self, cache_folder: Path, recipes: tuple[str, ...], options: ScanOptions) -> None:
        self._what = (cache_folder, recipes, options.analyse)
        self._options = options
        self._workers: list[_Worker] = []
        self._false_starts = 0

    @property
    def busy(self) -> bool:
        """Whether any file is being read."""
        return any(worker.path is not None for worker in self._workers)

    def hand_out(self, files: list[Path]) -> None:
        """Give every idle process a file, from the end of the list; start processes as needed."""
        wanted = min(self._options.workers or cores(), len(files) + self._n_busy())
        while len(self._workers) < wanted:
            self._workers.append(_Worker(*self._what))
        for worker in self._workers:
            if files and worker.ready and worker.path is None:
                path = files.pop()
                if not worker.take(path, self._patience_s(path)):
                    files.append(path)  # it died idle; the next one takes the file

    def results(self) -> list[SongAnalysis | Failure]:
        """Wait a moment for what the processes say."""
        wait([worker.connection for worker in self._workers], CHECK_EVERY_S)
        found = [self._listen(worker) for worker in tuple(self._workers)]
        return [each for each in found if each is not None]

    def dismiss(self) -> None:
        """No more work: let them go, and do not wait long for it."""
        for worker in self._workers:
            worker.connection.close()
        deadline = time.monotonic() + GOODBYE_S
        for worker in self._workers:
            worker.process.join(max(deadline - time.monotonic(), 0))
        self.kill()

    def kill(self) -> None:
        """End every process now."""
        for worker in self._workers:
            worker.process.kill()
        for worker in self._workers:
            worker.kill()
        self._workers = []

    def _listen(self, worker: _Worker) -> SongAnalysis | Failure | None:
        try:
            while worker.connection.poll():
                kind, content = worker.connection.recv()
                worker.heard = time.monotonic()
                if kind == STOP:
                    raise content
                if kind == READY:
                    worker.ready, self._false_starts = True, 0
                elif kind != ALIVE:
                    worker.path = None
                    result: SongAnalysis | Failure = content
                    return result
        except (EOFError, ConnectionError):
            return self._bury(worker)
        if worker.silent:
            waited = time.monotonic() - worker.heard
            return self._bury(worker, HUNG.format(seconds=waited), HUNG_REMEDY)
        return None

    def _bury(
        self, worker: _Worker, reason: str = "", remedy: str = CRASHED_REMEDY
    ) -> Failure | None:
        """The process has died or is given up: its file is a failure, the others go on."""
        self._workers.remove(worker)
        path = worker.path
        worker.process.join(0.0 if reason else GOODBYE_S)
        code = worker.process.exitcode
        worker.kill()
        if path is not None:
            return Failure(path, reason or CRASHED.format(code=_signal(code)), remedy)
        self._false_starts += 1
        if self._false_starts >= MOST_FALSE_STARTS:
            raise LibraryError(
                "The program that reads sound files does not start.",
                remedy="Install RhythmCap again, or start it from a terminal to see why.",
                detail=f"{self._false_starts} processes ended at once, the last with {code}",
            )
        return None

    def _n_busy(self) -> int:
        return sum(worker.path is not None for worker in self._workers)

    def _patience_s(self, path: Path) -> float:
        size, _ = size_and_time(path) or (0, 0.0)
        return self._options.patience_s * (1 + size / 1e6 / self._options.patience_mb)


def cores() -> int:
    """How many cores this process may use."""
    allowed: Any = getattr(os, "sched_getaffinity", None)
    return len(allowed(0)) if allowed else os.cpu_count() or 1


def _signal(code: int | None) -> str:
    import signal

    if code is None or code >= 0:
        return f"exit {code}"
    try:
        return signal.Signals(-code).name
    except ValueError:
        return f"signal {-code}"


def size_and_time(path: Path) -> tuple[int, float] | None:
    """What tells a changed file from an unchanged one; None if it is not there."""
    try:
        facts = path.stat()
    except OSError:
        return None
    return facts.st_size, facts.st_mtime
