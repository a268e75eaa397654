"""The processes of a scan: each reads one file at a time; one that crashes or hangs costs only its
file and is replaced.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import time
from multiprocessing.connection import wait
from pathlib import Path
from typing import Any

from core.audio.file_stats import FileStats
from core.child_signals import no_ctrl_c_for_children
from core.errors import AudioError, LibraryError
from core.features.analyse import SongAnalysis
from core.library.scan.scan_records import Failure, ScanOptions
from core.library.scan.worker import ALIVE, READY, STOP, run_worker

POLL_S = 0.05
STOP_TIMEOUT_S = 2.0
MAX_FAILED_STARTS = 3


class _Worker:
    """One scanning process and the file it reads."""

    def __init__(self, cache_folder: Path, recipes: tuple[str, ...], analyse: str) -> None:
        context = multiprocessing.get_context("spawn")  # threads and sound do not survive a fork
        self.connection: Any  # of another type on Windows
        self.connection, child_connection = context.Pipe()
        self.process = context.Process(
            target=run_worker, args=(child_connection, analyse, cache_folder, recipes), daemon=True
        )
        with no_ctrl_c_for_children():
            self.process.start()
        child_connection.close()  # or the end of the process would not be noticed
        self.ready = False
        self.path: Path | None = None
        self.timeout_s = 0.0
        self.last_message_s = time.monotonic()

    def submit(self, path: Path, timeout_s: float) -> bool:
        """Send a file to the process; False if it does not run any more."""
        try:
            self.connection.send(path)
        except OSError:
            return False
        self.path, self.timeout_s, self.last_message_s = path, timeout_s, time.monotonic()
        return True

    @property
    def timed_out(self) -> bool:
        """Whether it has given no sign of life for too long."""
        return self.path is not None and time.monotonic() - self.last_message_s > self.timeout_s

    def kill(self) -> None:
        """End the process now, whatever it does."""
        self.process.kill()
        self.process.join()
        self.process.close()
        self.connection.close()


class WorkerPool:
    """The processes of one scan; each that ends is replaced while there are files."""

    def __init__(self, cache_folder: Path, recipes: tuple[str, ...], options: ScanOptions) -> None:
        self._worker_args = (cache_folder, recipes, options.analyse)
        self._options = options
        self._workers: list[_Worker] = []
        self._n_failed_starts = 0

    @property
    def busy(self) -> bool:
        """Whether any file is being read."""
        return self._n_busy() > 0

    def submit(self, files: list[Path]) -> None:
        """Give every idle process a file, from the end of the list; start processes as needed."""
        n_workers = min(self._options.n_workers or n_cores(), len(files) + self._n_busy())
        while len(self._workers) < n_workers:
            self._workers.append(_Worker(*self._worker_args))
        for worker in self._workers:
            if files and worker.ready and worker.path is None:
                path = files.pop()
                if not worker.submit(path, self._timeout_s(path)):
                    files.append(path)  # it ended while idle; the next one takes the file

    def results(self) -> list[SongAnalysis | Failure]:
        """Wait a moment, then collect what the processes have sent."""
        wait([worker.connection for worker in self._workers], POLL_S)
        results = [self._receive(worker) for worker in tuple(self._workers)]
        return [result for result in results if result is not None]

    def stop(self) -> None:
        """Let the processes end, and kill those that take too long."""
        for worker in self._workers:
            worker.connection.close()
        deadline = time.monotonic() + STOP_TIMEOUT_S
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

    def _receive(self, worker: _Worker) -> SongAnalysis | Failure | None:
        try:
            while worker.connection.poll():
                message, content = worker.connection.recv()
                worker.last_message_s = time.monotonic()
                if message == STOP:
                    raise content
                if message == READY:
                    worker.ready, self._n_failed_starts = True, 0
                elif message != ALIVE:
                    worker.path = None
                    result: SongAnalysis | Failure = content
                    return result
        except (EOFError, ConnectionError):
            return self._discard(worker)
        if worker.timed_out:
            waited_s = time.monotonic() - worker.last_message_s
            return self._discard(worker, AudioError("scan.hung", seconds=waited_s))
        return None

    def _discard(self, worker: _Worker, error: AudioError | None = None) -> Failure | None:
        """Remove a process that ended or hangs; its file, if any, is a failure."""
        self._workers.remove(worker)
        path = worker.path
        worker.process.join(0.0 if error else STOP_TIMEOUT_S)
        code = worker.process.exitcode
        worker.kill()
        if path is not None:
            error = error or AudioError("scan.crashed", code=_exit_name(code))
            return Failure(path, error.message, error.remedy, cause=error.id)
        self._n_failed_starts += 1
        if self._n_failed_starts >= MAX_FAILED_STARTS:
            raise LibraryError(
                "scan.no_reader",
                detail=f"{self._n_failed_starts} processes ended at once, the last with {code}",
            )
        return None

    def _n_busy(self) -> int:
        return sum(worker.path is not None for worker in self._workers)

    def _timeout_s(self, path: Path) -> float:
        stats = FileStats.read(path)
        size_bytes = stats.size_bytes if stats else 0
        return self._options.timeout_s * (1 + size_bytes / 1e6 / self._options.timeout_mb)


def n_cores() -> int:
    """Return how many cores this process may use."""
    affinity: Any = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity else os.cpu_count() or 1


def _exit_name(code: int | None) -> str:
    if code is None or code >= 0:
        return f"exit {code}"
    try:
        return signal.Signals(-code).name
    except ValueError:
        return f"signal {-code}"
