"""Parts on a real Dask cluster of this machine; what no cluster is needed for, without one."""

from __future__ import annotations

import builtins
import importlib
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from core.collection import on_scheduler
from core.collection.collection_records import Shard
from core.collection.shard_run import run_shard
from core.collection.status import collection_status
from core.errors import CollectionError
from core.library.scan.worker import FOUND, STOP
from core.models.card import code_version
from tests.support.small_collection import planned, results, run, write_music
from tests.support.verb_process import ROOT

CLUSTER = """
import sys
from distributed import LocalCluster
if __name__ == "__main__":
    with LocalCluster(n_workers=1, threads_per_worker=1, scheduler_port=int(sys.argv[1]),
                      dashboard_address=None, memory_limit=0):
        print("ready", flush=True)
        sys.stdin.read()
"""


def free_port() -> int:
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        return int(listening.getsockname()[1])


class Cluster:
    """A scheduler and a worker, in processes of their own."""

    def __init__(self, folder: Path) -> None:
        script, port = folder / "cluster.py", free_port()
        script.write_text(CLUSTER)
        paths = [str(ROOT), *filter(None, sys.path)]
        self.address = f"tcp://127.0.0.1:{port}"
        self._process = subprocess.Popen(
            [sys.executable, str(script), str(port)],
            cwd=folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE, start_new_session=True,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(paths), "OMP_NUM_THREADS": "1"},
        )  # fmt: skip
        assert self._process.stdout is not None
        assert self._process.stdout.readline() == b"ready\n"

    def kill(self) -> None:
        if self._process.poll() is None:
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.communicate()


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[Cluster]:
    pytest.importorskip("distributed", reason="the extra `cluster` is not installed")
    running = Cluster(tmp_path)
    yield running
    running.kill()


def test_a_scheduler_gives_the_bytes_of_one_run(tmp_path: Path, cluster: Cluster) -> None:
    music = write_music(tmp_path / "music", 5, 2.0)
    (music / "broken.mp3").write_bytes(b"no music")
    one, two = planned(tmp_path / "one", music), planned(tmp_path / "two", music)
    run(one)
    engine = on_scheduler.on_scheduler(cluster.address)
    records = [run_shard(two, Shard(number, 2), engine) for number in (2, 1)]
    assert results(two) == results(one)
    assert sum(len(record.failures) for record in records) == 1


def test_a_scheduler_that_dies_is_said_and_the_next_run_goes_on(
    tmp_path: Path, cluster: Cluster, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(on_scheduler, "GONE_S", 1.0)
    folder = planned(tmp_path / "out", write_music(tmp_path / "music", 12, 20.0))
    engine = on_scheduler.on_scheduler(cluster.address)

    class KillsOnceBegun:
        def report(self, *_progress: object) -> None:
            if any(folder.path.glob("songs/*/*.json")):
                cluster.kill()

        def check(self) -> None:
            pass

    begun_s = time.monotonic()
    with pytest.raises(CollectionError, match="does not answer any more"):
        run_shard(folder, Shard(1, 1), engine, KillsOnceBegun())
    assert time.monotonic() - begun_s < 60
    (record,) = collection_status(folder).records
    assert not record.is_finished
    assert run(folder).n_done == 12


def test_an_address_without_scheduler_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("distributed", reason="the extra `cluster` is not installed")
    monkeypatch.setattr(on_scheduler, "CONNECT_S", 0.5)
    folder = planned(tmp_path / "out", write_music(tmp_path / "music", 1, 1.0))
    for address in (f"tcp://127.0.0.1:{free_port()}", "nonsense://x"):
        with pytest.raises(CollectionError, match="No scheduler answers"):
            run_shard(folder, Shard(1, 1), on_scheduler.on_scheduler(address))


def test_without_the_extra_it_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real_import = builtins.__import__

    def lacking(name: str, *args: Any, **kwargs: Any) -> Any:
        if name == "distributed":
            raise ImportError(name)
        return real_import(name, *args, **kwargs)

    folder = planned(tmp_path / "out", write_music(tmp_path / "music", 1, 1.0))
    monkeypatch.setattr(builtins, "__import__", lacking)
    with pytest.raises(CollectionError, match="Dask is not installed") as refused:
        run_shard(folder, Shard(1, 1), on_scheduler.on_scheduler("tcp://x:1"))
    assert "rhythmcap[cluster]" in refused.value.remedy


# -- machines that are not as this one is ----------------------------------------------


class Unknown:
    """A task of a package that no other machine has."""

    def __reduce__(self) -> tuple[Any, ...]:
        return importlib.import_module, ("rhythmcap_of_another_machine",)

    def __call__(self, *_values: object) -> None:
        raise AssertionError("it is not run here")


def test_machines_that_cannot_do_any_song_are_no_fault_of_the_songs(
    tmp_path: Path, cluster: Cluster, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = planned(tmp_path / "out", write_music(tmp_path / "music", 2, 1.0))
    monkeypatch.setattr(on_scheduler, "run_task", Unknown())
    with pytest.raises(CollectionError, match="cannot run RhythmCap"):
        run_shard(folder, Shard(1, 1), on_scheduler.on_scheduler(cluster.address))
    assert collection_status(folder).failures == ()


def test_a_task_says_what_its_machine_lacks(tmp_path: Path) -> None:
    music = write_music(tmp_path / "music", 1, 1.0)
    song = music / "song 00.wav"
    folder = planned(tmp_path / "out", music)
    where = on_scheduler.Where(
        str(folder.path), str(tmp_path / "cache"), str(music), code_version()
    )
    outcome, content, arithmetic = on_scheduler.run_task(where, song)
    assert (outcome, content.path, bool(arithmetic)) == (FOUND, song, True)
    for other, id in (
        (replace(where, version="9.9"), "collection.other_machine"),
        (replace(where, folder=str(tmp_path / "gone")), "collection.folder_gone"),
    ):
        outcome, error, _ = on_scheduler.run_task(other, song)
        assert (outcome, error.id) == (STOP, id)
    shutil.rmtree(music)  # its drive is not there
    outcome, error, _ = on_scheduler.run_task(where, song)
    assert (outcome, error.id) == (STOP, "collection.folder_gone")
