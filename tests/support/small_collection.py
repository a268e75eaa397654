"""A small collection of real sound files and a tiny model, analysed in this process or another."""

from __future__ import annotations

import hashlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from core.collection.collection_folder import CollectionFolder
from core.collection.collection_records import ALL, Shard, ShardRecord
from core.collection.planning import BESIDE_THE_PLAN, Storage, make_plan
from core.collection.shard_run import OnAnalysed, run_shard
from core.collection.song_sources import songs_of
from core.collection.song_task import analyse_collected, own_arithmetic
from core.jobs import JobContext
from core.library.scan.worker import STOP, analyse_file
from tests.support.small_songs import write_tone
from tests.support.synthetic_songs import parent_file
from tests.support.verb_process import PROGRAM, ROOT


def write_music(folder: Path, n_songs: int = 6, seconds: float = 2.0) -> Path:
    """Write a folder of songs, of which no two sound alike."""
    folder.mkdir()
    for number in range(n_songs):
        write_tone(folder / f"song {number:02d}.wav", 200.0 + 35.0 * number, seconds)
    return folder


def planned(
    out: Path, source: Path, *models: Path, storage: Storage = BESIDE_THE_PLAN
) -> CollectionFolder:
    """Plan a collection; by a tiny model unless others are named."""
    folder = CollectionFolder(out)
    models = models or (parent_file(out.parent / "models"),)
    make_plan(folder, songs_of(source), models, source, storage)
    return folder


def in_process(
    folder: CollectionFolder, songs: Sequence[Path], on_result: OnAnalysed, job: JobContext
) -> None:
    """Be the engine of a part, without processes."""
    cache = folder.cache(folder.read_plan())
    for path in songs:
        job.check()
        outcome, content = analyse_file(analyse_collected, path, cache, (str(folder.path),), job)
        if outcome == STOP:
            raise content
        on_result(content, own_arithmetic())


def run(folder: CollectionFolder, shard: Shard = ALL) -> ShardRecord:
    """Analyse a part in this process."""
    return run_shard(folder, shard, in_process)


def run_and_kill(out: Path, shard: str, n_songs: int = 1) -> None:
    """Analyse a part in a process of its own, and kill that once songs are finished."""
    argv = ["analyse", "--out", str(out), "--shard", shard, "--workers", "1", "--quiet"]
    process = subprocess.Popen([sys.executable, "-c", PROGRAM, *argv], cwd=ROOT)
    deadline = time.monotonic() + 120.0
    while len(list(out.glob("songs/*/*.json"))) < n_songs:
        assert process.poll() is None, "it ended by itself"
        assert time.monotonic() < deadline
        time.sleep(0.002)
    os.kill(process.pid, signal.SIGKILL)
    process.wait()


def results(folder: CollectionFolder) -> dict[str, str]:
    """Return the digest of every file that the songs have, by its name in the folder."""
    files = (path for part in ("songs", "cache") for path in (folder.path / part).rglob("*.*"))
    return {
        str(path.relative_to(folder.path)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in files
        if path.suffix != ".part"
    }
