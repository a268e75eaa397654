"""One part of a collection: which songs wait, and its record while they are worked on.

Who works on them is an engine: processes of this machine (here), or a scheduler (on_scheduler).
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from core.collection.collection_folder import CollectionFolder
from core.collection.collection_records import Plan, Shard, ShardRecord, SongFailure
from core.collection.planning import ensure_unmixed
from core.collection.song_task import ANALYSE, ensure_music_there, own_arithmetic
from core.errors import RhythmCapError
from core.features.analyse import SongAnalysis
from core.jobs import SILENT, JobContext
from core.library.scan.scan_records import Failure, ScanOptions, Unchanged
from core.library.scan.scanning import Scanned, scan
from core.models.card import code_version

WRITE_EVERY_S = 10.0  # the record, which is the sign of life, too
# torch comes over a network drive, to many processes at once: with the first song of each, nothing
# may be heard of them for minutes.
PATIENCE_S = 600.0
OnAnalysed = Callable[[Scanned, str], None]
"""Gets each result as it comes, and how the machine that it is from computes."""
Engine = Callable[[CollectionFolder, Sequence[Path], OnAnalysed, JobContext], None]


def run_shard(
    folder: CollectionFolder, shard: Shard, engine: Engine, job: JobContext = SILENT
) -> ShardRecord:
    """Analyse the songs of a part that have not been; those that failed are tried again.

    May be stopped at any time, killed too, and run again. Raises CollectionError, CacheError,
    Cancelled; what was finished is kept.
    """
    plan = folder.read_plan()
    records = ensure_unmixed(folder, plan, shard.of, code_version())
    before = next((record for record in records if record.shard == shard), None)
    own = [path for path in plan.songs if shard.holds(path)]
    waiting = [path for path in own if not folder.has_song(path)]
    begun = before or ShardRecord(replace(plan.identity, of=shard.of), shard, len(own))
    begun = replace(begun, n_done=len(own) - len(waiting))
    progress = _Progress(folder, plan, begun, set(waiting))
    progress.write()
    folder.remove_stale(plan)
    try:
        engine(folder, waiting, progress.add, _LivingJob(job, progress))
    except BaseException:
        progress.try_to_write()
        raise
    return progress.write(is_over=True)


def on_this_machine(n_workers: int = 0) -> Engine:
    """Return an engine of processes, 0: one a core. Each that crashes costs only its song."""

    def run(
        folder: CollectionFolder, songs: Sequence[Path], on_result: OnAnalysed, job: JobContext
    ) -> None:
        def on_scanned(result: Scanned) -> None:
            on_result(result, own_arithmetic())

        cache = folder.cache(folder.read_plan())
        options = ScanOptions(n_workers=n_workers, analyse=ANALYSE, timeout_s=PATIENCE_S)
        scan(songs, cache, (str(folder.path),), job, on_scanned, options)

    return run


class _Progress:
    """The record of a part while it is worked on, written from time to time."""

    def __init__(
        self, folder: CollectionFolder, plan: Plan, record: ShardRecord, waiting: set[Path]
    ) -> None:
        self._folder, self._plan, self._record = folder, plan, record
        self._failures = {
            failed.path: failed for failed in record.failures if failed.path in waiting
        }
        self._begun_s = self._written_s = time.monotonic()
        self._before_s = record.seconds

    def add(self, result: Scanned, arithmetic: str) -> None:
        """Count a song. Raises CollectionError where its folder is gone, or nothing is written."""
        if isinstance(result, Failure):
            ensure_music_there(result.path, self._plan.root)
            self._failures[result.path] = SongFailure.of(result)
        elif isinstance(result, SongAnalysis):
            self._failures.pop(result.path, None)
            record = self._record
            self._record = replace(
                record,
                n_done=record.n_done + 1,
                n_analysed=record.n_analysed + 1,
                audio_s=round(record.audio_s + result.duration_s, 3),
                arithmetics=tuple(sorted({*record.arithmetics, arithmetic})),
            )
        else:
            assert isinstance(result, Unchanged)

    def write_in_time(self) -> None:
        """Store how far the part is, from time to time. Raises CollectionError."""
        if time.monotonic() - self._written_s > WRITE_EVERY_S:
            self.write()

    def write(self, *, is_over: bool = False) -> ShardRecord:
        """Store how far the part is, and return it. Raises CollectionError.

        is_over: every song was tried, also those that had failed before.
        """
        now_s = self._written_s = time.monotonic()
        self._record = replace(
            self._record,
            failures=tuple(self._failures[path] for path in sorted(self._failures)),
            seconds=round(self._before_s + now_s - self._begun_s, 3),
            updated_s=round(time.time(), 3),
        )
        is_finished = is_over and self._record.n_waiting == 0
        self._record = replace(self._record, is_finished=is_finished)
        self._folder.write_shard(self._record)
        return self._record

    def try_to_write(self) -> None:
        """Store it where that can be done: something else went wrong before."""
        try:
            self.write()
        except RhythmCapError:
            return


class _LivingJob:
    """The job of a part, whose record is written while a long song is worked on, too."""

    def __init__(self, job: JobContext, progress: _Progress) -> None:
        self._job, self._progress = job, progress

    def report(self, done: float, total: float, what: str = "") -> None:
        """Report to the part's job."""
        self._job.report(done, total, what)

    def check(self) -> None:
        """Raise Cancelled with the part's job, CollectionError where nothing can be written."""
        self._job.check()
        self._progress.write_in_time()
