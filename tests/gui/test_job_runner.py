"""Long work: every job ends once, cancel is felt at once, the latest wins."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from core.jobs import JobContext
from rhythmcap_gui.job_runner import JobRunner, Lane, Listeners, Running


class Ends:
    """Records how jobs ended."""

    def __init__(self) -> None:
        self.calls: list[tuple[str, Any]] = []

    def listeners(self) -> Listeners:
        return Listeners(
            done=lambda value: self.calls.append(("done", value)),
            failed=lambda error: self.calls.append(("failed", str(error))),
            cancelled=lambda: self.calls.append(("cancelled", None)),
        )


@pytest.fixture
def runner(qtbot: Any) -> Iterator[JobRunner]:  # noqa: ARG001 - needs the application
    runner = JobRunner()
    yield runner
    assert runner.shutdown()


def until_stopped(job: JobContext) -> None:
    while True:
        job.check()
        threading.Event().wait(0.005)


def test_a_result_comes_back_on_the_main_thread(runner: JobRunner, qtbot: Any) -> None:
    threads: list[threading.Thread] = []
    runner.start(
        Lane.IMPORT,
        "count",
        lambda _job: threading.current_thread(),
        Listeners(done=lambda thread: threads.extend([thread, threading.current_thread()])),
    )
    qtbot.waitUntil(lambda: len(threads) == 2)
    assert threads[0] is not threading.main_thread()
    assert threads[1] is threading.main_thread()


def test_a_failure_is_delivered_and_the_lane_goes_on(runner: JobRunner, qtbot: Any) -> None:
    ends = Ends()

    def fail(_job: JobContext) -> None:
        raise ValueError("no such song")

    runner.start(Lane.IMPORT, "fail", fail, ends.listeners())
    runner.start(Lane.IMPORT, "work", lambda _job: 7, ends.listeners())
    qtbot.waitUntil(lambda: len(ends.calls) == 2)
    assert ends.calls == [("failed", "no such song"), ("done", 7)]


def test_cancel_takes_effect_within_200_ms_and_calls_once(runner: JobRunner, qtbot: Any) -> None:
    ends = Ends()
    number = runner.start(Lane.TRAIN, "long", until_stopped, ends.listeners())
    with qtbot.waitSignal(runner.ended, timeout=200):
        assert runner.cancel(number)
    assert not runner.cancel(number)
    qtbot.wait(30)
    assert ends.calls == [("cancelled", None)]


def test_a_job_that_ignores_cancel_has_its_late_result_dropped(
    runner: JobRunner, qtbot: Any
) -> None:
    gate, ends = threading.Event(), Ends()
    number = runner.start(Lane.TRAIN, "deaf", lambda _job: gate.wait(5), ends.listeners())
    after = Ends()
    runner.start(Lane.TRAIN, "next", lambda _job: "next", after.listeners())
    runner.cancel(number)
    gate.set()
    qtbot.waitUntil(lambda: bool(after.calls))
    assert ends.calls == [("cancelled", None)]


def test_the_latest_prediction_wins(runner: JobRunner, qtbot: Any) -> None:
    ends = [Ends() for _ in range(4)]
    for number, end in enumerate(ends[:3]):
        runner.start(Lane.PREDICT, str(number), until_stopped, end.listeners())
    runner.start(Lane.PREDICT, "last", lambda _job: "shown", ends[3].listeners())
    qtbot.waitUntil(lambda: bool(ends[3].calls))
    assert [end.calls for end in ends] == [[("cancelled", None)]] * 3 + [[("done", "shown")]]


def test_progress_is_thinned_and_the_last_report_arrives(runner: JobRunner, qtbot: Any) -> None:
    seen: list[float] = []

    def work(job: Running) -> None:
        for done in range(1001):
            job.report(done, 1000, "counting")

    done = Ends()
    runner.progressed.connect(lambda _job, progress: seen.append(progress.fraction))
    runner.start(Lane.IMPORT, "count", work, done.listeners())
    qtbot.waitUntil(lambda: bool(done.calls))
    assert seen[-1] == 1.0
    assert len(seen) < 100


def test_shutdown_cancels_waits_and_starts_nothing_more(qtbot: Any) -> None:  # noqa: ARG001
    runner, ends = JobRunner(), Ends()
    runner.start(Lane.IMPORT, "long", until_stopped, ends.listeners())
    runner.start(Lane.IMPORT, "waiting", until_stopped, ends.listeners())
    started = time.monotonic()
    assert runner.shutdown()
    assert time.monotonic() - started < 2
    runner.start(Lane.IMPORT, "too late", until_stopped, ends.listeners())
    assert ends.calls == [("cancelled", None)] * 2
    assert runner.jobs() == []


def test_what_a_listener_raises_ends_the_job_as_failed(runner: JobRunner, qtbot: Any) -> None:
    ends, outcomes = Ends(), list[str]()
    runner.ended.connect(lambda _job, outcome: outcomes.append(outcome))

    def raise_no_room(_value: object = None) -> None:
        raise OSError("no room")

    runner.start(Lane.TRAIN, "learn", lambda _job: 1, replace(ends.listeners(), done=raise_no_room))
    runner.start(Lane.TRAIN, "next", lambda _job: 2, ends.listeners())
    qtbot.waitUntil(lambda: len(ends.calls) == 2)
    assert ends.calls == [("failed", "no room"), ("done", 2)]
    assert outcomes == ["failed", "done"]

    def deliver(job: Running) -> None:
        job.deliver("part")
        until_stopped(job)

    runner.start(Lane.LIBRARY, "parts", deliver, replace(ends.listeners(), part=raise_no_room))
    runner.start(Lane.FILES, "after", lambda _job: 3, ends.listeners())
    qtbot.waitUntil(lambda: len(ends.calls) == 4)
    qtbot.waitUntil(lambda: not runner.jobs())
    assert sorted(map(str, ends.calls[2:])) == ["('done', 3)", "('failed', 'no room')"]


def test_a_listener_that_raises_keeps_back_nothing_that_was_held(
    runner: JobRunner, qtbot: Any
) -> None:
    ends = Ends()

    def raise_no_room(_value: object) -> None:
        raise OSError("no room")

    runner.hold()
    jobs = [
        runner.start(lane, "held", lambda _job: 1, listeners)
        for lane, listeners in (
            (Lane.IMPORT, Listeners(done=raise_no_room)),
            (Lane.FILES, replace(ends.listeners(), done=raise_no_room)),
            (Lane.EXPORT, ends.listeners()),
        )
    ]
    assert len(jobs) == 3
    qtbot.waitUntil(lambda: len(runner._held or ()) == 3)
    with qtbot.captureExceptions() as raised:
        runner.release()
    assert [str(error[1]) for error in raised] == ["no room"]
    assert sorted(call[0] for call in ends.calls) == ["done", "failed"]
    assert not runner.jobs()
