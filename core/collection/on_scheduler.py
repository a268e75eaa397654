"""Songs of a part on the machines of a Dask scheduler: its client only, a pure task a song.

The machines share the collection's folder, and have RhythmCap as this one has; the scheduler, too,
which reads the name of the task. One that dies, or a machine that cannot do any song, ends the
part; what was finished is kept, and the next run goes on.
"""

from __future__ import annotations

import contextlib
import importlib.util
import logging
import platform
import socket
import time
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.machinery import ModuleSpec
from pathlib import Path
from typing import Any

from core.collection.collection_folder import CollectionFolder
from core.collection.shard_run import Engine, OnAnalysed
from core.collection.song_task import ANALYSE, ensure_music_there, own_arithmetic
from core.errors import AudioError, CollectionError
from core.features.cache import FeatureCache
from core.jobs import SILENT, JobContext
from core.library.scan.scan_records import Failure
from core.library.scan.worker import STOP, analyse_file, load_function
from core.messages import message
from core.models.card import code_version

CONNECT_S = 20.0
GONE_S = 10.0  # how long a scheduler may be away
POLL_S = 0.2
N_A_THREAD = 4  # songs under way for each thread of the cluster: none waits for us
LEAST_UNDER_WAY = 16


def on_scheduler(address: str) -> Engine:
    """Return an engine that has a Dask scheduler do the work, such as tcp://head:8786."""

    def run(
        folder: CollectionFolder, songs: Sequence[Path], on_result: OnAnalysed, job: JobContext
    ) -> None:
        if not songs:
            return
        client = _connected(address)
        try:
            with client.as_current():
                _Run(client, address, folder, on_result).finish(songs, job)
        finally:
            client.close(timeout=2)

    return run


@dataclass(frozen=True, slots=True)
class Where:
    """What every machine of the cluster must have: folders, and the program's version."""

    folder: str
    cache: str
    root: str
    version: str


def run_task(where: Where, path: Path) -> tuple[str, Any, str]:
    """Analyse one song on a machine of the cluster; what goes wrong with it is a value, too.

    Returns what analyse_file does, and how this machine computes.
    """
    machine = platform.node()
    if code_version() != where.version:
        error = CollectionError(
            "collection.other_machine", machine=machine, found=code_version(), wanted=where.version
        )
        return STOP, error, ""
    cache = FeatureCache(Path(where.cache))
    outcome, content = analyse_file(load_function(ANALYSE), path, cache, (where.folder,), SILENT)
    try:
        ensure_music_there(path, Path(where.root))
    except CollectionError as error:
        return STOP, error, ""
    return outcome, content, own_arithmetic()


def _connected(address: str) -> Any:
    """Connect to a scheduler. Raises CollectionError."""
    try:
        from distributed import Client
        from distributed.comm import get_address_host
    except ImportError as error:
        raise CollectionError("collection.no_dask", detail=str(error)) from error
    for logger in ("distributed", "distributed.client"):  # they print whole tracebacks
        logging.getLogger(logger).setLevel(logging.CRITICAL)
    try:
        socket.getaddrinfo(get_address_host(address), None)  # else it would try for a minute
        return Client(address, timeout=CONNECT_S, set_as_default=False)
    except (OSError, ValueError, TypeError, TimeoutError) as error:
        raise CollectionError(
            "collection.no_scheduler", address=address, detail=str(error)
        ) from error


class _Run:
    """The songs under way on a scheduler."""

    def __init__(
        self, client: Any, address: str, folder: CollectionFolder, on_result: OnAnalysed
    ) -> None:
        self._client, self._address, self._on_result = client, address, on_result
        plan = folder.read_plan()
        cache = folder.cache(plan).folder
        self._where = Where(str(folder.path), str(cache), str(plan.root), plan.version)
        self._under_way: dict[Any, Path] = {}
        self._seen_s = time.monotonic()

    def finish(self, songs: Sequence[Path], job: JobContext) -> None:
        """Have all songs analysed. Raises CollectionError, CacheError, Cancelled."""
        waiting = list(songs)[::-1]
        while waiting or self._under_way:
            job.check()
            n_left = len(waiting) + len(self._under_way)
            n_threads = self._submit(waiting)
            what = self._where.folder if n_threads else message("collection.no_machine")
            job.report(len(songs) - n_left, len(songs), what)
            self._ensure_connected()
            for future in self._finished():
                self._take(future, self._under_way.pop(future))

    def _submit(self, waiting: list[Path]) -> int:
        """Keep as many songs under way as the cluster has threads for; return how many."""
        n_threads = sum(self._client.nthreads().values()) if self._is_connected() else 0
        most = max(N_A_THREAD * n_threads, LEAST_UNDER_WAY)
        while waiting and len(self._under_way) < most and self._is_connected():
            path = waiting.pop()
            future = self._client.submit(run_task, self._where, path, pure=False)
            self._under_way[future] = path
        return n_threads

    def _finished(self) -> list[Any]:
        from distributed import wait

        try:
            done = wait(list(self._under_way), timeout=POLL_S, return_when="FIRST_COMPLETED").done
        except TimeoutError:
            return []
        except Exception as error:  # the client's own are of many kinds
            raise self._gone(error) from error
        return list(done)

    def _take(self, future: Any, path: Path) -> None:
        """Pass on what became of a song; one that brought its machines down is a failure."""
        if future.status in ("cancelled", "lost"):
            raise self._gone(None)
        if future.status == "error":
            self._fail(future.exception(), path)
            return
        outcome, content, arithmetic = future.result()
        if outcome == STOP:
            raise content
        self._on_result(content, arithmetic)

    def _fail(self, exception: Exception, path: Path) -> None:
        """Pass on that machines broke down over a song; anything else is no song's fault."""
        from distributed.scheduler import KilledWorker

        if not isinstance(exception, KilledWorker):
            raise self._unfit(exception) from exception
        error = AudioError("scan.crashed", code=type(exception).__name__)
        self._on_result(Failure(path, error.message, error.remedy, cause=error.id), "")

    def _unfit(self, exception: Exception) -> CollectionError:
        """Say which machines have not RhythmCap, or else what one said."""
        lacking = []
        with contextlib.suppress(Exception):
            found = self._client.run(importlib.util.find_spec, "core", on_error="return")
            lacking = [name for name, spec in found.items() if not isinstance(spec, ModuleSpec)]
            if not self._client.run_on_scheduler(importlib.util.find_spec, "core"):
                lacking.append(self._address)
        detail = f"{type(exception).__name__}: {exception}".splitlines()[0]
        who = ", ".join(lacking) or detail
        return CollectionError("collection.unfit_machines", who=who, detail=detail)

    def _is_connected(self) -> bool:
        return bool(self._client.status == "running")

    def _ensure_connected(self) -> None:
        """Raise CollectionError where the scheduler has been away for long."""
        if self._is_connected():
            self._seen_s = time.monotonic()
        elif time.monotonic() - self._seen_s > GONE_S:
            raise self._gone(None)
        else:
            time.sleep(POLL_S)

    def _gone(self, error: Exception | None) -> CollectionError:
        return CollectionError(
            "collection.scheduler_gone", address=self._address, detail=str(error or "")
        )
