"""The rounds of a t-SNE in a process of their own: scikit-learn asks nobody while it runs.

Whoever cancels ends the process, whatever it does. What is laid out is tsne.py's business.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import re
import sys
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import Any

from core.child_signals import no_ctrl_c_for_children
from core.errors import SimilarityError
from core.jobs import JobContext
from core.similarity.similarity_records import Vectors

POLL_S = 0.05
NICENESS = 5  # playing and the window come first

Tell = Callable[[float], None]
Work = Callable[[Any, Tell], Vectors]


def run_in_process(work: Work, given: Any, job: JobContext) -> Vectors:
    """Return work(given, tell) of a process of its own; what it tells is the job's progress.

    work: a function of a module, tell: takes shares of 1. Raises SimilarityError where the process
    ends without an answer, and Cancelled, within POLL_S.
    """
    context = multiprocessing.get_context("spawn")  # threads do not survive a fork
    ours, theirs = context.Pipe()
    process = context.Process(target=_serve, args=(theirs, work), daemon=True)
    with no_ctrl_c_for_children():
        process.start()
    theirs.close()  # or the end of the process would not be noticed
    detail = ""
    try:
        while True:
            job.check()
            if not ours.poll(POLL_S):
                continue
            kind, value = ours.recv()
            if kind == "ready":
                ours.send(given)
            elif kind == "share":
                job.report(value, 1.0)
            elif kind == "done":
                found: Vectors = value
                return found
            else:
                detail = str(value)
    except (EOFError, OSError) as error:
        raise SimilarityError("similarity.map_ended", detail=detail or repr(error)) from error
    finally:
        process.kill()
        process.join()
        process.close()
        ours.close()


def _serve(connection: Connection, work: Work) -> None:
    """In the process: take what is given, work, and send what comes of it."""
    if sys.platform != "win32":
        with contextlib.suppress(OSError):
            os.nice(NICENESS)
    connection.send(("ready", None))
    try:
        given = connection.recv()
        connection.send(("done", work(given, lambda share: connection.send(("share", share)))))
    except Exception as error:  # noqa: BLE001 - whatever scikit-learn raises is the answer
        connection.send(("failed", repr(error)))


class IterationLog:
    """A stream for scikit-learn's verbose t-SNE, which tells how many of its steps are done.

    tell: takes the share of all rounds, this being the number-th of n_rounds with n_steps.
    """

    _LINE = re.compile(r"Iteration (\d+)")

    def __init__(self, number: int, n_rounds: int, n_steps: int, tell: Tell) -> None:
        self._number, self._n_rounds, self._n_steps = number, n_rounds, n_steps
        self._tell = tell

    def write(self, text: str) -> int:
        """Tell the share that a line is about."""
        found = self._LINE.search(text)
        if found:
            round_share = min(int(found[1]) / self._n_steps, 1.0)
            self._tell((self._number + round_share) / self._n_rounds)
        return len(text)

    def flush(self) -> None:
        """Nothing is kept back."""
