"""Songs of a part on the machines of a Dask scheduler: its client only, a pure task a song.

The machines share the collection's folder. A scheduler that dies ends the part; what was finished
is kept, and the next run goes on.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from core.collection.collection_folder import CollectionFolder
from core.collection.shard_run import Engine
from core.collection.song_task import ANALYSE
from core.errors import AudioError, CollectionError
from core.features.cache import FeatureCache
from core.jobs import SILENT, JobContext
from core.library.scan.scan_records import Failure
from core.library.scan.scanning import OnScanned
from core.library.scan.worker import STOP, analyse_file, load_function

CONNECT_S = 20.0
GONE_S = 10.0  # how long a scheduler may be away
POLL_S = 0.2
N_A_THREAD = 4  # songs under way for each thread of the cluster: none waits for us
LEAST_UNDER_WAY = 16
N_TRIES = 2  # of a song whose machine went away


def on_scheduler(address: str) -> Engine:
    """Return an engine that has a Dask scheduler do the work, such as tcp://head:8786."""

    def run(
        folder: CollectionFolder, songs: Sequence[Path], on_result: OnScanned, job: JobContext
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


def run_task(folder: str, cache: str, path: Path) -> tuple[str, Any]:
    """Analyse one song on a machine of the cluster; what goes wrong with it is a value, too."""
    function = load_function(ANALYSE)
    return analyse_file(function, path, FeatureCache(Path(cache)), (folder,), SILENT)


def _connected(address: str) -> Any:
    """Connect to a scheduler. Raises CollectionError."""
    try:
        from distributed import Client
    except ImportError as error:
        raise CollectionError("collection.no_dask", detail=str(error)) from error
    try:
        return Client(address, timeout=CONNECT_S, set_as_default=False)
    except (OSError, ValueError, TypeError, TimeoutError) as error:
        raise CollectionError(
            "collection.no_scheduler", address=address, detail=str(error)
        ) from error


class _Run:
    """The songs under way on a scheduler."""

    def __init__(
        self, client: Any, address: str, folder: CollectionFolder, on_result: OnScanned
    ) -> None:
        self._client, self._address, self._on_result = client, address, on_result
        self._folders = str(folder.path), str(folder.cache(folder.read_plan()).folder)
        self._under_way: dict[Any, Path] = {}
        self._seen_s = time.monotonic()

    def finish(self, songs: Sequence[Path], job: JobContext) -> None:
        """Have all songs analysed. Raises CollectionError, CacheError, Cancelled."""
        waiting = list(songs)[::-1]
        while waiting or self._under_way:
            job.check()
            n_left = len(waiting) + len(self._under_way)
            job.report(len(songs) - n_left, len(songs), self._folders[0])
            self._submit(waiting)
            self._ensure_connected()
            for future in self._finished():
                self._take(future, self._under_way.pop(future))

    def _submit(self, waiting: list[Path]) -> None:
        """Keep as many songs under way as the cluster has use for."""
        n_threads = sum(self._client.nthreads().values()) if self._is_connected() else 0
        most = max(N_A_THREAD * n_threads, LEAST_UNDER_WAY)
        while waiting and len(self._under_way) < most and self._is_connected():
            path = waiting.pop()
            future = self._client.submit(run_task, *self._folders, path, retries=N_TRIES)
            self._under_way[future] = path

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
            error = AudioError("scan.crashed", code=type(future.exception()).__name__)
            self._on_result(Failure(path, error.message, error.remedy, cause=error.id))
            return
        outcome, content = future.result()
        if outcome == STOP:
            raise content
        self._on_result(content)

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
