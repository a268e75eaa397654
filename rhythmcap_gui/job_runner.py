"""Every thread of the window, in a few lanes; results come back on the main thread.

A job is a plain function whose one argument is a Running (a JobContext). It ends in exactly one
of done, failed or cancelled; results of a cancelled job are dropped. What a listener raises as it
takes a result over (the library is away, its disk full) ends the job as failed, so that nothing
waits for a job that is over. It holds no science.
"""

from __future__ import annotations

import logging
import threading
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from enum import StrEnum
from itertools import count
from typing import Any

from PySide6.QtCore import QObject, Signal

from core.jobs import Cancelled
from core.models.device import give_back_freed_memory
from rhythmcap_gui.core_text import translated
from rhythmcap_gui.local_paths import shown_path
from rhythmcap_gui.view_data import Progress

log = logging.getLogger(__name__)

REPORT_EVERY_S = 0.05
ESTIMATE_AFTER_S = 1.0


class Lane(StrEnum):
    """A queue with one worker thread of its own."""

    IMPORT = "import"  # one after the other
    TRAIN = "train"  # one at a time
    EXPERIMENT = "experiment"  # which system suits the tags; gives way to learning
    PREDICT = "predict"  # the open song: latest wins
    PICTURE = "picture"  # the open song: latest wins
    OPENED = "opened"  # the open song's file: latest wins
    LIVE = "live"  # the open song, deformed as it plays: latest wins
    EXAMPLE = "example"  # sounds to compare with the open song: latest wins
    EXPLAIN = "explain"  # what speaks for a word in the open song: latest wins
    EVIDENCE = "evidence"  # which seconds of it speak most: latest wins
    HEADS = "heads"  # words fitted anew after a decision: latest wins
    ALONG = "along"  # the open song's seconds by these words: latest wins
    LIBRARY = "library"  # predictions of all songs: latest wins
    MODELS = "models"  # files of models, and comparing them: one after the other
    FILES = "files"  # where songs' files are, and which are alike: one after the other
    EXPORT = "export"  # tables for others: one after the other
    LABELS = "labels"  # decisions of others: one after the other
    INDEX = "index"  # what songs are compared by, and their map: one after the other
    SIMILAR = "similar"  # the songs nearest to some: latest wins
    GRAPHICS = "graphics"  # what a graphics card needs: one after the other
    UPKEEP = "upkeep"  # small work nobody waits for


LARGE_LANES = frozenset({Lane.TRAIN, Lane.EXPERIMENT, Lane.LIBRARY, Lane.MODELS, Lane.INDEX})
LATEST_WINS = frozenset(
    {Lane.PREDICT, Lane.PICTURE, Lane.OPENED, Lane.LIVE, Lane.EXAMPLE, Lane.EXPLAIN}
    | {Lane.EVIDENCE, Lane.HEADS, Lane.ALONG, Lane.LIBRARY, Lane.SIMILAR}
)


def _ignore(_value: object = None) -> None:
    """The default listener."""


@dataclass(frozen=True, slots=True)
class Listeners:
    """Called on the main thread; exactly one of done, failed, cancelled, and once.

    Where done or part raises, failed is called with what it raised.
    """

    done: Callable[[Any], None] = _ignore
    failed: Callable[[Exception], None] = _ignore
    cancelled: Callable[[], None] = _ignore
    part: Callable[[Any], None] = _ignore
    progress: Callable[[Progress], None] = _ignore


@dataclass(eq=False)
class Job:
    """One piece of long work, as the runner and the panels see it."""

    id: int
    lane: Lane
    title: str
    work: Callable[[Running], Any]
    listeners: Listeners
    ended: bool = False  # main thread: one of done/failed/cancelled was called
    stop: threading.Event = field(default_factory=threading.Event)
    over: threading.Event = field(default_factory=threading.Event)  # its thread is done


class Running:
    """The JobContext of a job; lives on the job's thread."""

    def __init__(self, job: Job, post: Callable[[Job, str, Any], None]) -> None:
        self._job, self._post = job, post
        self._started = time.monotonic()
        self._last_report = 0.0

    def report(self, done: float, total: float, what: str = "") -> None:
        """Report progress; most reports are dropped, the last one never."""
        now = time.monotonic()
        if now - self._last_report >= REPORT_EVERY_S or (total and done >= total):
            self._last_report = now
            left = self._seconds_left(done, total, now - self._started)
            self._post(self._job, "progress", Progress(done, total, what, left))

    def check(self) -> None:
        """Raise Cancelled once the job was cancelled."""
        if self._job.stop.is_set():
            raise Cancelled

    def deliver(self, part: Any) -> None:
        """Hand a part of the result to the main thread, before the end."""
        self._post(self._job, "part", part)

    @staticmethod
    def _seconds_left(done: float, total: float, elapsed_s: float) -> float | None:
        if elapsed_s < ESTIMATE_AFTER_S or not total or done <= 0:
            return None
        return max(0.0, elapsed_s * (total - done) / done)


class JobRunner(QObject):
    """Starts, cancels and ends jobs. Used from the main thread only."""

    started = Signal(object)  # Job
    progressed = Signal(object, object)  # Job, Progress
    ended = Signal(object, str)  # Job, "done" | "failed" | "cancelled"
    _posted = Signal(object, str, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ids = count(1)
        self._waiting: dict[Lane, deque[Job]] = {lane: deque() for lane in Lane}
        self._running: dict[Lane, Job] = {}
        self._threads: dict[int, threading.Thread] = {}
        self._closed = False
        self._held: list[tuple[Job, str, Any]] | None = None
        self._posted.connect(self._receive)

    def start(
        self,
        lane: Lane,
        title: str,
        work: Callable[[Running], Any],
        listeners: Listeners | None = None,
    ) -> int:
        """Queue a job and return its id. In a latest-wins lane all earlier jobs are cancelled."""
        job = Job(next(self._ids), lane, title, work, listeners or Listeners())
        if self._closed:
            return job.id
        if lane in LATEST_WINS:
            self.cancel_lane(lane)
        self._waiting[lane].append(job)
        self._next(lane)
        return job.id

    def cancel(self, job_id: int) -> bool:
        """Cancel a job and call its listener at once. False if it has ended."""
        for job in self.jobs():
            if job.id == job_id:
                job.stop.set()
                if job in self._waiting[job.lane]:
                    self._waiting[job.lane].remove(job)
                self._end(job, "cancelled", None)
                return True
        return False

    def cancel_lane(self, lane: Lane) -> None:
        """Cancel all jobs of a lane."""
        for job in self.jobs():
            if job.lane is lane:
                self.cancel(job.id)

    def jobs(self) -> list[Job]:
        """Return all jobs that have not ended, running ones first."""
        live = [*self._running.values(), *(job for lane in Lane for job in self._waiting[lane])]
        return [job for job in live if not job.ended]

    def busy(self, lane: Lane) -> bool:
        """Whether a job of this lane is running or waiting."""
        return any(job.lane is lane for job in self.jobs())

    def wait_for_lane(self, lane: Lane, job: Running) -> None:
        """Wait, on a job's thread, while another, more urgent lane has a running job."""
        while (urgent := self._running.get(lane)) is not None and not urgent.over.is_set():
            job.check()
            urgent.over.wait(0.05)

    def hold(self) -> None:
        """Keep back what jobs post: an edit is going on that must not be interrupted."""
        self._held = [] if self._held is None else self._held

    def release(self) -> None:
        """Deliver what was kept back."""
        held, self._held = self._held, None
        for posted in held or ():
            self._posted.emit(*posted)  # what one of them raises does not keep back the others

    def shutdown(self, timeout_s: float = 10.0) -> bool:
        """Cancel everything and wait for the threads; True if all have ended."""
        for job in self.jobs():
            self.cancel(job.id)
        self._closed = True
        deadline = time.monotonic() + timeout_s
        for thread in list(self._threads.values()):
            thread.join(max(0.0, deadline - time.monotonic()))
        return not any(thread.is_alive() for thread in self._threads.values())

    def _next(self, lane: Lane) -> None:
        if self._closed or lane in self._running or not self._waiting[lane]:
            return
        job = self._running[lane] = self._waiting[lane].popleft()
        thread = threading.Thread(
            target=self._run, args=(job,), name=f"{lane}-{job.id}", daemon=True
        )
        self._threads[job.id] = thread
        self.started.emit(job)
        thread.start()

    def _run(self, job: Job) -> None:
        """On the job's own thread."""
        outcome, value = "done", None
        try:
            context = Running(job, self._post)
            context.check()
            value = job.work(context)
        except Cancelled:
            outcome = "cancelled"
        except Exception as error:  # noqa: BLE001 - whatever went wrong is shown, not lost
            outcome, value = "failed", error
        job.over.set()
        self._post(job, outcome, value)
        del value
        if job.lane in LARGE_LANES:  # what the work held is free only now
            give_back_freed_memory()

    def _post(self, job: Job, event: str, value: Any) -> None:
        try:
            self._posted.emit(job, event, value)
        except RuntimeError:  # the window is deleted already
            log.debug("%s came too late: %s", job.title, event)

    def _receive(self, job: Job, event: str, value: Any) -> None:
        """On the main thread."""
        if self._held is not None:
            self._held.append((job, event, value))
            return
        if event in ("done", "failed", "cancelled"):
            self._threads.pop(job.id, None)
            if self._running.get(job.lane) is job:
                del self._running[job.lane]
            try:
                self._end(job, event, value)
            finally:
                self._next(job.lane)
        elif not job.ended and event == "part":
            self._take_part(job, value)
        elif not job.ended:
            progress = replace(value, what=shown_path(translated(value.what)))
            job.listeners.progress(progress)
            self.progressed.emit(job, progress)

    def _end(self, job: Job, outcome: str, value: Any) -> None:
        if job.ended:
            return
        job.ended = True
        try:
            if outcome == "done":
                job.listeners.done(value)
            elif outcome == "cancelled":
                job.listeners.cancelled()
        except Exception as error:
            outcome, value = "failed", error
            if job.listeners.failed is _ignore:  # then the window's exception hook shows it
                self.ended.emit(job, outcome)
                raise
        try:
            if outcome == "failed":
                log.error("%s failed", job.title, exc_info=value)
                job.listeners.failed(value)
        finally:
            self.ended.emit(job, outcome)

    def _take_part(self, job: Job, part: Any) -> None:
        try:
            job.listeners.part(part)
        except Exception as error:
            job.stop.set()
            self._end(job, "failed", error)
            if job.listeners.failed is _ignore:
                raise
