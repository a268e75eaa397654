"""The job that a network runs for, so that a long pass within it can be stopped.

Networks take tensors and nothing else; what stops them comes in beside.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from contextvars import ContextVar

from core.jobs import SILENT, Cancelled, JobContext

_JOB: ContextVar[JobContext] = ContextVar("job", default=SILENT)


@contextlib.contextmanager
def cancelled_with(job: JobContext) -> Iterator[None]:
    """Let runs of networks in here end with this job, as Cancelled."""
    token = _JOB.set(job)
    try:
        yield
    finally:
        _JOB.reset(token)


def running_job() -> JobContext:
    """Return the job of the innermost cancelled_with."""
    return _JOB.get()


def is_cancelled(job: JobContext) -> bool:
    """Return whether a job is cancelled, for where nothing may be raised."""
    try:
        job.check()
    except Cancelled:
        return True
    return False
